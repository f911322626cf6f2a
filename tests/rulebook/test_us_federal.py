"""US federal law: every instrument is there, cited, dated, and reached by a rule with cases or listed without one."""

import re
from pathlib import Path
from typing import Any

import pytest

from vendorcheck.model.rule import Rule
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.rulebook import load_rulebook
from vendorcheck.rulebook.yaml_source import read_yaml

ROOT = Path(__file__).parents[2]
FEDERAL: dict[str, list[str]] = read_yaml("us_federal", Path(__file__).with_name("us_federal.yaml").read_bytes()).value
RULES = sorted(rule for rules in FEDERAL.values() for rule in rules)


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook()


@pytest.fixture(scope="module")
def records() -> dict[str, dict[str, Any]]:
    """The records of US instruments, by id."""
    paths = sorted((ROOT / "rules" / "instruments" / "us").glob("*.yaml"))
    read = (read_yaml(path.name, path.read_bytes()).value for path in paths)
    return {record["id"]: record for record in read}


@pytest.fixture(scope="module")
def cases() -> dict[str, list[dict[str, Any]]]:
    """The cases of every US rule, by rule."""
    paths = sorted((ROOT / "rules" / "us").rglob("*.cases.yaml"))
    read = (read_yaml(path.name, path.read_bytes()).value for path in paths)
    return {each["rule"]: each["cases"] for each in read}


def _without_rule() -> dict[str, str]:
    """The rows of the table of federal instruments without a rule: id and reason."""
    page = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    section = page.partition("## US federal law without a rule of its own")[2].partition("\n## ")[0]
    return dict(re.findall(r"^\| `([a-z0-9-]+)` \| (.+) \|$", section, re.MULTILINE))


def test_the_list_is_what_is_on_record(records: dict[str, dict[str, Any]]) -> None:
    assert set(FEDERAL) == {name for name, record in records.items() if record["jurisdiction"] == "US"}


@pytest.mark.parametrize("name", FEDERAL)
def test_every_instrument_is_cited_and_dated(name: str, records: dict[str, dict[str, Any]]) -> None:
    record = records[name]
    assert record["citation"]
    assert all(entry["date"] and entry["citation"] for entry in record["timeline"])
    assert any("seen" in source for source in record["sources"])
    assert all("seen" in source or "open" in source for source in record["sources"])


@pytest.mark.parametrize("name", FEDERAL)
def test_the_rules_that_rest_on_an_instrument_are_the_ones_listed(name: str, rulebook: Rulebook) -> None:
    assert sorted(FEDERAL[name]) == sorted(rule.id for rule in rulebook.rules.values() if rule.instrument == name)


def test_an_instrument_without_a_rule_has_its_reason_in_the_docs_and_no_other_has() -> None:
    assert set(_without_rule()) == {name for name, rules in FEDERAL.items() if not rules}
    assert all(len(reason.split()) > 3 for reason in _without_rule().values())


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_cases_that_flag_and_pass_at_more_than_one_date(
    rule: str, cases: dict[str, list[dict[str, Any]]]
) -> None:
    outcomes = {case["expect"]["outcome"] for case in cases[rule]}
    assert "none" in outcomes
    assert outcomes & {"yes", "unknown", "possible"}
    assert len({case["as_of"] for case in cases[rule]}) > 1


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_that_can_come_out_unknown_has_a_case_that_does(
    rule: str, rulebook: Rulebook, cases: dict[str, list[dict[str, Any]]]
) -> None:
    if rulebook.rules[rule].condition is None:
        pytest.skip("its trigger decides alone")
    assert "unknown" in {case["expect"]["outcome"] for case in cases[rule]}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_that_bars_an_act_is_tried_for_a_buyer_it_does_not_bind(
    rule: str, rulebook: Rulebook, cases: dict[str, list[dict[str, Any]]]
) -> None:
    if not rulebook.rules[rule].bars:
        pytest.skip("it bars nothing")
    asked = {_binds(rulebook.rules[rule], case, rulebook) for case in cases[rule]}
    assert asked == {True, False}


def _binds(rule: Rule, case: dict[str, Any], rulebook: Rulebook) -> bool:
    buyers = {buyer for name in case.get("profiles", ()) for buyer in rulebook.profiles[name].buyers}
    return not buyers.isdisjoint(rule.binds)
