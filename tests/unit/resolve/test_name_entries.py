"""What is indexed of a party's names: with which basis, and whether it was the party's on the day."""

from datetime import date

import pytest

from vendorcheck.model.party import Party, PartyName
from vendorcheck.model.period import Period
from vendorcheck.resolve.folding import fold
from vendorcheck.resolve.name_entries import indexed, party_names, registered_names, strip_legal_forms


def test_every_name_unit_and_lead_of_a_party_is_an_entry(norda: Party, as_of: date) -> None:
    entries = {entry.text: entry for entry in party_names(norda, as_of)}
    assert len(entries) == len(norda.names) + len(norda.units) + len(norda.relabels)
    assert {entry.party for entry in entries.values()} == {"norda"}
    assert [text for text, entry in entries.items() if entry.legal] == [
        "Norda Optical Technology Co., Ltd.",
        "诺达光电股份有限公司",
        "Norda Canada Inc.",
        "Norda Iberia S.A.",
    ]
    assert [text for text, entry in entries.items() if not entry.current] == ["Oldnor", "Norda Iberia S.A.", "Winky"]
    assert (entries["NightLux"].relation, entries["NightLux"].whole_only) == ("brand", True)
    assert (entries["NV"].never_alone, entries["Norda Optical"].never_alone) == (True, False)
    assert (entries["Blinky"].relation, entries["Blinky"].note) == ("relabel", "doorbells")


def test_a_registered_name_is_indexed_without_its_legal_form_as_well(norda: Party, as_of: date) -> None:
    by_text = {entry.text: entry for entry in party_names(norda, as_of)}
    assert [text for text, _ in indexed(by_text["Norda Canada Inc."])] == ["Norda Canada Inc.", "norda canada"]
    assert [text for text, _ in indexed(by_text["Norda Optical"])] == ["Norda Optical"]


def test_a_party_is_registered_under_its_legal_names_of_the_day_alone(norda: Party) -> None:
    names = (
        PartyName("Norda Optical Ltd", "legal", None, None, Period.parse("2020")),
        PartyName("Norda Optics Ltd", "legal", None, Period.parse("2021")),
        PartyName("诺达光电有限公司", "native"),
        PartyName("诺达", "native"),
        PartyName("Norda", "short"),
        PartyName("NightLux", "brand"),
    )
    party = norda._replace(names=names)
    assert [name.text for name in registered_names(party, date(2022, 1, 1))] == ["Norda Optics Ltd", "诺达光电有限公司"]
    assert [name.text for name in registered_names(party, date(2019, 1, 1))] == [
        "Norda Optical Ltd",
        "诺达光电有限公司",
    ]


@pytest.mark.parametrize(
    ("tokens", "kept"),
    [
        (["acme", "co", "ltd"], ["acme"]),
        (["acme", "inc", "co", "ltd", "gmbh"], ["acme"]),
        (["acme", "co", "works"], ["acme", "co", "works"]),
        (["co", "ltd"], ["co", "ltd"]),
        (["inc", "inc"], ["inc"]),
        (["inc"], ["inc"]),
        ([], []),
        (fold("诺达股份有限公司"), ["诺", "达"]),
    ],
)
def test_legal_forms_are_taken_off_the_end_but_never_everything(tokens: list[str], kept: list[str]) -> None:
    assert strip_legal_forms(tokens) == kept
