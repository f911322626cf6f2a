"""The records of the parties: each spelling finds its party, and what only looks like one shows nobody."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from vendorcheck.evaluate.proof import naming_of
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.rulebook import load_rulebook
from vendorcheck.rulebook.yaml_source import read_yaml
from vendorcheck.screening import Request, screen_bills

HERE = Path(__file__).parent
WANTED: dict[str, Any] = read_yaml("parties.yaml", (HERE / "parties.yaml").read_bytes()).value
RECORDS: dict[str, Any] = {
    path.stem: read_yaml(path.name, path.read_bytes()).value
    for path in sorted((HERE.parents[1] / "rules" / "parties").glob("*.yaml"))
}
MARKS = [(party, mark) for party, record in RECORDS.items() for mark in record.get("marks", ())]
HEADINGS = ("Manufacturer", "Part Number", "MAC Address", "Country of Origin", "Description")

Row = tuple[str, str, str, str]
Shown = Callable[[Sequence[Row]], list[tuple[str, ...]]]


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook()


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """Whom each line of a bill shows: maker, part, MAC address and origin."""

    def of(rows: Sequence[Row]) -> list[tuple[str, ...]]:
        bill = tmp_path_factory.mktemp("bill") / "bill.csv"
        with bill.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADINGS, *((*row, "wall bracket") for row in rows)])
        report = screen_bills([bill], Request(as_of=date(2026, 11, 21), all_lines=True))
        lines = {line.line: line.parties for line in report.lines}
        return [lines[at] for at in range(2, len(rows) + 2)]

    return of


@pytest.mark.parametrize("party", [*WANTED["parties"], *WANTED["ends"]])
def test_everybody_that_lists_and_ownership_name_has_a_record(rulebook: Rulebook, party: str) -> None:
    assert party in rulebook.parties
    assert RECORDS[party]["id"] == party


def test_only_ends_of_ownership_that_no_list_names_are_not_looked_for(rulebook: Rulebook) -> None:
    aside = {party.id for party in rulebook.parties.values() if not party.screened}
    named = {naming.party for instrument in rulebook.instruments.values() for naming in instrument.namings}
    assert aside
    assert aside <= set(WANTED["ends"]) - named


def test_each_spelling_finds_its_party(shown: Shown) -> None:
    pairs = [(party, name) for party, names in WANTED["found"].items() for name in names]
    seen = shown([_made_by(name) for _, name in pairs])
    assert [pair for pair, parties in zip(pairs, seen, strict=True) if pair[0] not in parties] == []


def test_what_only_looks_like_a_party_shows_nobody(shown: Shown) -> None:
    names = WANTED["nobody"]
    seen = shown([_made_by(name) for name in names])
    assert [(name, parties) for name, parties in zip(names, seen, strict=True) if parties] == []


def test_no_confusable_shows_its_party(shown: Shown) -> None:
    pairs = [(party, item["text"]) for party, record in RECORDS.items() for item in record.get("confusables", ())]
    seen = shown([_made_by(text) for _, text in pairs])
    assert [pair for pair, parties in zip(pairs, seen, strict=True) if pair[0] in parties] == []


def test_a_part_number_shows_its_maker_or_nobody(shown: Shown) -> None:
    wanted = WANTED["parts"]
    seen = shown([("Other", part, "", "") for part in wanted])
    assert {part: next(iter(parties), None) for part, parties in zip(wanted, seen, strict=True)} == wanted


def test_a_block_of_addresses_shows_who_registered_it(shown: Shown) -> None:
    wanted = WANTED["blocks"]
    seen = shown([("Other", "", mac, "") for mac in wanted])
    assert {mac: next(iter(parties), None) for mac, parties in zip(wanted, seen, strict=True)} == wanted


def test_a_country_code_is_no_name(shown: Shown) -> None:
    assert shown([("Acme", "X-77", "", "DJI")]) == [()]


@pytest.mark.parametrize("mark", [mark for _, mark in MARKS], ids=lambda mark: mark["id"])
def test_a_mark_meets_its_examples_and_counter_examples(mark: dict[str, Any]) -> None:
    """What a form that counts only beside a name must not match alone, it may match as a form."""
    fits = re.compile(mark["pattern"], re.IGNORECASE).match
    starts = tuple(mark["starts"])
    assert [model for model in mark["matches"] if not (fits(model) and model.upper().startswith(starts))] == []
    assert mark["rejects"]
    found = [model for model in mark["rejects"] if fits(model) and model.upper().startswith(starts)]
    assert found == [] or mark.get("needs_name")


def test_a_counter_example_alone_shows_nobody_of_the_mark(shown: Shown) -> None:
    pairs = [(party, model) for party, mark in MARKS if not mark.get("follows") for model in mark["rejects"]]
    pairs += [(party, model) for party, mark in MARKS if mark.get("needs_name") for model in mark["matches"]]
    own = {(party, model) for party, mark in MARKS if not mark.get("needs_name") for model in mark["matches"]}
    pairs = [pair for pair in pairs if pair not in own]
    seen = shown([("Other", model, "", "") for _, model in pairs])
    assert [pair for pair, parties in zip(pairs, seen, strict=True) if pair[0] in parties] == []


def test_beside_its_name_a_model_is_its_makers(shown: Shown) -> None:
    pairs = [(party, model) for party, mark in MARKS if not mark.get("follows") for model in mark["matches"]]
    seen = shown([(RECORDS[party]["names"]["legal"][0]["name"], model, "", "") for party, model in pairs])
    assert [pair for pair, parties in zip(pairs, seen, strict=True) if pair[0] not in parties] == []


def test_no_block_and_no_grantee_code_is_of_two_parties() -> None:
    held: Counter[str] = Counter()
    for record in RECORDS.values():
        identifiers = record.get("identifiers", {})
        held.update(identifiers.get("ieee_prefixes", {}).get("prefixes", ()))
        held.update(grantee["code"] for grantee in identifiers.get("fcc_grantee", ()))
    assert len(held) > 2_900
    assert [code for code, count in held.items() if count > 1] == []


@pytest.mark.parametrize(("party", "instrument", "first"), WANTED["first_days"])
def test_a_list_names_a_party_from_its_first_day_on(
    rulebook: Rulebook, party: str, instrument: str, first: str
) -> None:
    day = date.fromisoformat(first)
    assert naming_of(rulebook.instruments[instrument], party, day)
    assert naming_of(rulebook.instruments[instrument], party, day - timedelta(days=1)) is None


@pytest.mark.parametrize("instrument", ["us-bis-entity-list", "us-1260h", "us-ns-cmic", "us-fcc-covered-services"])
def test_every_exact_listed_name_shows_its_party(rulebook: Rulebook, shown: Shown, instrument: str) -> None:
    parties = rulebook.parties.values()
    never_alone = {(party.id, name.text) for party in parties for name in party.names if name.kind == "weak"}
    named = [(each.party, name) for each in rulebook.instruments[instrument].namings for name in each.listed_as]
    pairs = [pair for pair in named if pair not in never_alone]
    seen = shown([_made_by(name) for _, name in pairs])
    assert [pair for pair, parties in zip(pairs, seen, strict=True) if pair[0] not in parties] == []


def _made_by(name: str) -> Row:
    return name, "", "", ""
