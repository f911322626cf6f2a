"""Cells of several MAC addresses or FCC IDs: which they are, and what in them is none."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vendorcheck.resolve.listed_identifiers import Listed, fcc_ids_of, is_letters_alone, macs_of

ONE, OTHER = "28:57:BE:00:00:01", "9002.a900.0002"


@pytest.mark.parametrize(
    ("text", "found", "unread"),
    [
        ("", (), ()),
        ("none", (), ()),
        (f" {ONE} ", (ONE,), ()),
        (f"{ONE}, {OTHER}", (ONE, OTHER), ()),
        (f"{ONE} {OTHER}", (ONE, OTHER), ()),
        (f"{ONE}\r\n{OTHER}", (ONE, OTHER), ()),
        (f"{ONE}/{ONE}", (ONE,), ()),
        ("28 57 BE 00 00 01 90 02 A9 00 00 02", ("28 57 BE 00 00 01", "90 02 A9 00 00 02"), ()),
        ("2857BE / 9002A9-1", ("2857BE", "9002A9-1"), ()),
        (f"LAN: {ONE} WLAN: {OTHER}", (ONE, OTHER), ()),
        (f"LAN:{ONE}; {OTHER}", (ONE, OTHER), ()),
        (f"{ONE}; none", (ONE,), ("none",)),
        (f"{ONE}; 28:57:BE:00:00:0G", (ONE,), ("28:57:BE:00:00:0G",)),
        (f"{ONE}; 28:57:BE:00:00:01:02", (ONE,), ("28:57:BE:00:00:01:02",)),
        (f"{ONE} | N/A | - |", (ONE,), ()),
    ],
)
def test_mac_addresses_are_told_apart(text: str, found: tuple[str, ...], unread: tuple[str, ...]) -> None:
    assert macs_of(text) == Listed(found, unread)


@pytest.mark.parametrize(
    ("text", "found", "unread"),
    [
        ("NRD CAM 1", ("NRD CAM 1",), ()),
        (" FCC ID: NRD-CAM1 ", ("FCC ID: NRD-CAM1",), ()),
        ("NRDCAM / XYZBOX", ("NRDCAM", "XYZBOX"), ()),
        ("NRD-CAM1 2NORD-1", ("NRD-CAM1", "2NORD-1"), ()),
        ("FCC ID: NRD-CAM1 FCC ID: 2NORD-1", ("NRD-CAM1", "2NORD-1"), ()),
        ("NRD CAM1, XYZ CAM-2", ("NRD CAM1", "XYZ CAM-2"), ()),
        ("NRD-CAM1, tbd", ("NRD-CAM1",), ("tbd",)),
        ("NRD-CAM1, n / a", ("NRD-CAM1, n / a",), ()),
        ("see the label NRD-CAM1", ("see the label NRD-CAM1",), ()),
        ("Yamaha / Bosch", ("Yamaha / Bosch",), ()),
        ("see label, or ask", ("see label, or ask",), ()),
    ],
)
def test_fcc_ids_are_told_apart(text: str, found: tuple[str, ...], unread: tuple[str, ...]) -> None:
    assert fcc_ids_of(text) == Listed(found, unread)


@pytest.mark.parametrize("text", ["YAMAHA", "Yamaha / Bosch"])
def test_letters_alone_may_be_a_name(text: str) -> None:
    assert is_letters_alone(text)


@pytest.mark.parametrize("text", ["YAM-AHA", "YAMAHA1", "FCC ID: YAMAHA"])
def test_what_is_written_as_an_fcc_id_is_no_name(text: str) -> None:
    assert not is_letters_alone(text)


@given(st.text(st.sampled_from("0aF:-. ,/|\nGn\u0660")))
@example("0" * 5_000)
@example("00 " * 5_000)
@example("aF " * 5_000)
@example("F00  0,0")
@settings(deadline=None)
def test_what_is_found_stands_in_the_cell_but_for_blanks(text: str) -> None:
    words = " ".join(text.split())
    for listed in (macs_of(text), fcc_ids_of(text)):
        assert all(" ".join(each.split()) in words for each in (*listed.found, *listed.unread))
