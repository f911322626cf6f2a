"""The ownership picture: an arrow from each owner to what it holds, dashed where that is not certain."""

from typing import Literal
from xml.etree import ElementTree as ET

from vendorcheck.model.records import Holder, PartyRecord
from vendorcheck.reporters.svg import ownership

SVG = "{http://www.w3.org/2000/svg}"


def _holder(
    name: str,
    party: str | None = None,
    share: float | None = None,
    state: Literal["held", "disputed or not certain"] = "held",
) -> Holder:
    return Holder(name, party, share, state, None, None, None, "a notice")


def _party(known: str, *holders: Holder) -> PartyRecord:
    return PartyRecord(known, known.title(), "CN", (), holders)


def _drawn(party: PartyRecord, *others: PartyRecord) -> tuple[list[str], list[str | None], str]:
    """The texts of the picture, how each arrow is dashed, and what it says of itself."""
    root = ET.fromstring(ownership("o", party, {each.id: each for each in (party, *others)}))  # noqa: S314 -- our own
    texts = [each.text or "" for each in root.iter(f"{SVG}text")]
    arrows = [each.get("stroke-dasharray") for each in root.iter(f"{SVG}path") if each.get("marker-end")]
    return texts, arrows, root.findtext(f"{SVG}desc", "")


def test_a_share_that_is_not_known_is_said_and_what_is_disputed_is_dashed() -> None:
    held, disputed = _holder("One", share=37.5), _holder("Two", state="disputed or not certain")
    texts, arrows, desc = _drawn(_party("acme", held, disputed))
    assert texts == ["Acme", "37.5 %", "One", "share not known", "disputed or not certain", "Two"]
    assert arrows == [None, "5 4"]
    assert desc == ("One holds of Acme: 37.5 %, held; Two holds of Acme: share not known, disputed or not certain")


def test_owners_of_owners_are_drawn() -> None:
    texts, arrows, desc = _drawn(
        _party("acme", _holder("Mid", "mid", 51)), _party("mid", _holder("Top", "top", 100)), _party("top")
    )
    assert {"Acme", "Mid", "Top", "51 %", "100 %"} == set(texts)
    assert len(arrows) == 2
    assert "Top holds of Mid: 100 %, held" in desc


def test_a_circle_of_owners_ends() -> None:
    texts, arrows, _ = _drawn(_party("acme", _holder("Mid", "mid")), _party("mid", _holder("Acme", "acme")))
    assert texts.count("Acme") == 2
    assert len(arrows) == 2


def test_without_owners_no_picture() -> None:
    assert ownership("o", _party("acme"), {}) == ""


def test_a_long_name_stays_in_its_box() -> None:
    texts, _, _ = _drawn(_party("acme", _holder("A company whose name goes on " * 5)))
    assert len(texts) == 5
    assert texts[-1].endswith("…")
