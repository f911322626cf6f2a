"""Published lists: each has a record and rules, the page says so, and what an entry comes to is told in full."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from vendorcheck.model.case import Case
from vendorcheck.model.errors import Spot
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.watchlist import ListEntry
from vendorcheck.rulebook import load_cases, load_rulebook
from vendorcheck.screening.cases import run_cases

ROOT = Path(__file__).parents[2]

#: The records of lists whose entries name nobody here but are given to a run, with the sublist's usual short name.
PUBLISHED = {
    "us-bis-entity-list": "EL",
    "us-bis-meu": "MEU",
    "bis-unverified-list": "UVL",
    "bis-denied-persons-list": "DPL",
    "ofac-sdn": "SDN",
    "us-ns-cmic": "CMIC",
    "ofac-ssi": "SSI",
    "ofac-capta": "CAP",
    "ofac-ns-mbs": "MBS",
    "ofac-fse": "FSE",
    "ofac-plc": "PLC",
    "state-aeca-debarred": "DTC",
    "state-nonproliferation": "ISN",
    "us-uflpa": "UFLPA",
    "us-1260h": "1260H",
    "us-fcc-covered-list": "FCC",
    "un-sc-consolidated-list": "Al-Qaida",
    "uk-sanctions-list": "Russia",
    "eu-consolidated-list": "UKR",
}


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook()


def _asking(instrument: str, rulebook: Rulebook) -> list[str]:
    rules = rulebook.rules.values()
    return [rule.id for rule in rules if (rule.when.name, rule.when.argument) == ("named_by", instrument)]


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_list_has_a_record_of_its_kind_and_a_rule(name: str, rulebook: Rulebook) -> None:
    assert rulebook.instruments[name].kind == "list"
    assert _asking(name, rulebook)


def test_the_page_of_coverage_has_a_row_for_each_with_its_rules(rulebook: Rulebook) -> None:
    page = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    table = page.partition("## Official lists")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| [^|]+ \| `([a-z0-9-]+)` \| ([^|]+) \|", table, re.MULTILINE)
    assert {name: sorted(rules.split(", ")) for name, rules in rows} == {
        name: sorted(_asking(name, rulebook)) for name in PUBLISHED
    }


def test_every_rule_about_one_is_tried_with_an_entry_of_it(rulebook: Rulebook) -> None:
    tried = {
        (case.rule, entry.instrument)
        for case in load_cases(rulebook)
        for entry in case.listed
        if case.expect["outcome"] != "none"
    }
    assert {(rule, name) for name in PUBLISHED for rule in _asking(name, rulebook)} - tried == set()


@pytest.mark.parametrize("name", PUBLISHED)
@pytest.mark.parametrize("since", [True, False], ids=["dated", "undated"])
def test_the_message_reads_well_for_a_firm_that_only_the_list_names(name: str, since: Any, rulebook: Rulebook) -> None:
    for rule in _asking(name, rulebook):
        message = rulebook.rules[rule].message.format(
            party="Tarnholt Optical Ltd.",
            listed_as="Tarnholt Optical Ltd.",
            since="2024-03-05" if since else "a day that the list does not give",
            conflict="",
        )
        assert message.count("Tarnholt Optical Ltd.") == 1, rule
        assert "since" in message


@pytest.mark.parametrize("name", PUBLISHED)
def test_an_entry_of_one_is_left_to_the_rule_for_other_lists_only_as_what_its_own_rules_do_not_ask_about(
    name: str, rulebook: Rulebook
) -> None:
    entry = ListEntry("", name, "Tarnholt Optical Ltd.", instrument=name, programmes=(PUBLISHED[name],))
    line: Any = {"vendor": "Tarnholt Optical", "maker": "Tarnholt Optical", "description": "camera"}
    asked = {subject for rule in _asking(name, rulebook) for subject in rulebook.rules[rule].subjects}
    both = asked == {"product", "counterparty"}
    left = {"outcome": "none"} if both else {"outcome": "yes", "subject": "counterparty"}
    cases = [
        Case(rule, name, date(2026, 11, 21), (), line, expect, Spot("a.cases.yaml"), (entry,))
        for rule, expect in (("list-entry", left), *((rule, {"outcome": "none"}) for rule in _asking(name, rulebook)))
    ]
    own, *about = run_cases(cases, rulebook)
    assert own.passed
    assert [result.case.rule for result in about if result.passed] == []
