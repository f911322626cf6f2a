"""Whom an instrument does not name: what was looked for and not found is recorded, and no rule says otherwise."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from vendorcheck.model.period import Period, held
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.truth import NO
from vendorcheck.rulebook import load_rulebook
from vendorcheck.rulebook.yaml_source import read_yaml
from vendorcheck.screening import Request, screen_line

INSTRUMENTS = Path(__file__).parents[2] / "rules" / "instruments"


def _not_named() -> dict[str, list[dict[str, Any]]]:
    """The negative findings of each instrument that has some."""
    records = (read_yaml(path.name, path.read_bytes()).value for path in sorted(INSTRUMENTS.rglob("*.yaml")))
    return {record["id"]: record["not_named"] for record in records if "not_named" in record}


def _pairs() -> list[Any]:
    return [
        pytest.param(instrument, row, id=f"{instrument}: {row['party']}")
        for instrument, rows in _not_named().items()
        for row in rows
    ]


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook()


@pytest.mark.parametrize(("instrument", "row"), _pairs())
def test_nobody_is_named_and_not_named_at_once(rulebook: Rulebook, instrument: str, row: dict[str, Any]) -> None:
    day = Period.parse(row["as_of"]).last
    namings = rulebook.instruments[instrument].namings
    assert [each for each in namings if each.party == row["party"] and held(each.since, each.until, day) != NO] == []


@pytest.mark.parametrize("instrument", ["us-uflpa", "us-bis-meu"])
def test_lists_that_name_nobody_on_record_say_so_of_the_makers(instrument: str) -> None:
    assert {"hikvision", "dahua"} <= {row["party"] for row in _not_named()[instrument]}


def test_the_cmic_list_says_that_dahua_is_not_on_it() -> None:
    assert "dahua" in {row["party"] for row in _not_named()["us-ns-cmic"]}


def test_the_entity_list_says_that_zte_and_hytera_of_shenzhen_are_not_on_it() -> None:
    assert {"zte", "hytera"} <= {row["party"] for row in _not_named()["us-bis-entity-list"]}


@pytest.mark.parametrize("maker", ["Hikvision", "Dahua", "Huawei", "ZTE Corporation", "Hytera"])
@pytest.mark.parametrize("profile", ["us-market", "us-exporter"])
def test_no_rule_reaches_a_maker_through_them(rulebook: Rulebook, maker: str, profile: str) -> None:
    request = Request(profiles=(profile,), as_of=date(2026, 11, 21), all_lines=True)
    report = screen_line({"maker": maker, "vendor": maker, "description": "camera"}, request, rulebook)
    rests_on = {proof.id for finding in report.findings for proof in finding.evidence}
    assert rests_on.isdisjoint({"us-uflpa", "us-bis-meu"})
    assert "us-889-a" in rests_on
