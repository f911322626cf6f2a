"""Identifiers: FCC IDs name their grantee, MAC addresses give a lead, other things give nothing."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.model.bom import Role
from vendorcheck.model.hit import Hit, Sighting
from vendorcheck.model.party import Party
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.resolve.identifiers import Identifiers, unread_beside


@pytest.fixture(scope="module")
def identifiers(norda: Party) -> Identifiers:
    return Identifiers([norda])


def test_an_fcc_id_names_its_grantee_for_sure(identifiers: Identifiers) -> None:
    assert identifiers.in_fcc_id(" NRD-CAM1 ") == (
        Sighting(
            party="norda",
            basis="identifier",
            relation="self",
            confidence="confirmed",
            found="NRD-CAM1",
            listed="FCC grantee code NRD",
            agreed=("grantee code NRD",),
        ),
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NRDCAM1", "NRD"),
        ("nrd-cam1", "NRD"),
        ("NRD X", "NRD"),
        ("FCC ID: NRD-CAM1", "NRD"),
        ("FCC-ID:NRDCAM1", "NRD"),
        ("fccid nrd-cam1", "NRD"),
        ("2NORD-1", "2NORD"),
        ("2NORDCAM1", "2NORD"),
        ("FCC ID 2NORD-CAM", "2NORD"),
    ],
)
def test_an_fcc_id_is_read_in_its_spellings(identifiers: Identifiers, text: str, code: str) -> None:
    assert [sighting.listed for sighting in identifiers.in_fcc_id(text)] == [f"FCC grantee code {code}"]


@pytest.mark.parametrize(
    "text",
    ["", "--", "N/A", "none", "FCC ID:", "NRD", "2NORD", "FCC ID: NRD", "NR", "2NOR", "2NRD-X", "ANRD-X", "XYZ-1", "№"],
)
def test_what_begins_with_no_known_code_or_ends_after_it_names_nobody(identifiers: Identifiers, text: str) -> None:
    assert identifiers.in_fcc_id(text) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dome camera, FCC ID: NRD-CAM1, white", "NRD-CAM1"),
        ("fcc id nrdcam1", "nrdcam1"),
        ("FCC-ID # 2NORD-1", "2NORD-1"),
        ("(FCCID:2NORDX)", "2NORDX"),
    ],
)
def test_a_text_names_an_fcc_id_as_one(identifiers: Identifiers, text: str, found: str) -> None:
    assert [sighting.found for sighting in identifiers.in_text(text)] == [found]


@pytest.mark.parametrize(
    "text", ["", "NRD-CAM1", "FCC certified NRD-CAM1", "FCC ID pending", "FCC part 15", "FCC ID: NR"]
)
def test_a_text_that_names_no_fcc_id_shows_nobody(identifiers: Identifiers, text: str) -> None:
    assert identifiers.in_text(text) == ()


def test_an_fcc_id_that_a_thing_contains_is_that_of_a_component(identifiers: Identifiers) -> None:
    [sighting] = identifiers.in_text("LTE router, contains FCC ID: NRD-MOD1")
    assert sighting.relation == "component"


@pytest.mark.parametrize(
    "text",
    [
        "0A:1B:2C:3D:4E:5F",
        "0a-1b-2c-3d-4e-5f",
        "0A1B.2C3D.4E5F",
        "0a1b2c3d4e5f",
        " 0A 1B 2C 3D 4E 5F ",
        "0A:1B:2C",
        "0A1B2C",
        "0A1B2C-3",
    ],
)
def test_a_mac_address_is_a_lead_in_every_spelling(identifiers: Identifiers, text: str) -> None:
    [sighting] = identifiers.in_mac(text)
    assert (sighting.party, sighting.basis, sighting.confidence) == ("norda", "identifier", "possible")
    assert (sighting.found, sighting.listed) == (text.strip(), "IEEE prefix 0A1B2C")
    assert sighting.against == ("a registered address block does not say who made the device",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ":",
        "n/a",
        "0A1B2",
        "0A1B2C3D4E5F6",
        "0B:1B:2C:3D:4E:5F",
        "0A:1B:2C:GG:00:00",
        "SN0A1B2C",
        "००",
    ],
)
def test_what_is_no_mac_address_or_of_no_known_block_is_no_lead(identifiers: Identifiers, text: str) -> None:
    assert identifiers.in_mac(text) == ()


@pytest.mark.parametrize("sign", [", ", ";", " / ", " ", "\n", "|", "，"])
def test_every_mac_address_of_a_cell_is_looked_at(identifiers: Identifiers, sign: str) -> None:
    first, second = "0B:00:00:00:00:01", "0a-1b-2c-3d-4e-5f"
    assert [sighting.found for sighting in identifiers.in_mac(f"{first}{sign}{second}")] == [second]


@pytest.mark.parametrize("sign", [", ", ";", " / ", " ", "\n", "|", "、"])
def test_every_fcc_id_of_a_cell_is_looked_at(identifiers: Identifiers, sign: str) -> None:
    found = identifiers.in_fcc_id(f"XYZ-CAM1{sign}NRD-CAM1{sign}2NORD-1")
    assert [sighting.found for sighting in found] == ["NRD-CAM1", "2NORD-1"]


@pytest.mark.parametrize(
    ("role", "text", "note"),
    [
        ("mac", "0A:1B:2C:3D:4E:5F", ""),
        ("mac", "no address", ""),
        ("mac", "0A:1B:2C:3D:4E:5F, n/a", ""),
        (
            "mac",
            "0A:1B:2C:3D:4E:5F, 0A:1B:GG:00:00:00",
            "'0A:1B:GG:00:00:00' could not be read as a MAC address, as what stands beside it can.",
        ),
        (
            "mac",
            f"0A1B2C3D4E5F aa bb cc dd {'x' * 50}",
            "'aa', 'bb', 'cc' and 2 more could not be read as a MAC address, as what stands beside it can.",
        ),
        ("fcc_id", "NRD CAM 1", ""),
        ("fcc_id", "pending", ""),
        ("fcc_id", "NRD-CAM1 / 2NORD-1", ""),
        ("fcc_id", "NRD-CAM1; pending", "'pending' could not be read as an FCC ID, as what stands beside it can."),
        (
            "fcc_id",
            f"NRD-CAM1; {'x' * 50}",
            f"'{'x' * 40}…' could not be read as an FCC ID, as what stands beside it can.",
        ),
    ],
)
def test_what_is_no_identifier_beside_one_is_said(role: Role, text: str, note: str) -> None:
    assert unread_beside(role, text) == note


@given(
    st.text(st.characters(exclude_categories=()), max_size=300), st.sampled_from(["0", "F", ":", "FCC ID", "\ud800"])
)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(identifiers: Identifiers, text: str, filler: str) -> None:
    for each in (text, (text + filler * 10_000)[:10_000]):
        found = (*identifiers.in_fcc_id(each), *identifiers.in_mac(each), *identifiers.in_text(each))
        assert {sighting.party for sighting in found} <= {"norda"}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("2ADTD-DS2CD2143", "hikvision"),
        ("FCC ID: ZTS-IPC", "dahua"),
        ("SVNIPCHFW", "dahua"),
        ("QISME909S-821", "huawei"),
        ("SRQ-MF296C", "zte"),
        ("2AVYF-IPC-F42FX", "imou"),
        ("YAMPD79XISU1", "hytera"),
    ],
)
def test_a_shipped_grantee_code_confirms_the_party(
    made_by: Callable[..., dict[str, Hit]], text: str, party: str
) -> None:
    assert [(hit.party, hit.confidence) for hit in made_by(fcc_id=text).values()] == [(party, "confirmed")]


def test_shipped_address_blocks_are_each_one_party_s(rulebook: Rulebook) -> None:
    blocks = [block for party in rulebook.parties.values() for block in party.ieee_prefixes]
    assert len(blocks) == len(set(blocks))
    identifiers = Identifiers(rulebook.parties.values())
    wrong = [
        block
        for party in rulebook.parties.values()
        for block in party.ieee_prefixes
        if [sighting.party for sighting in identifiers.in_mac(block + "000001")] != [party.id]
    ]
    assert wrong == []
