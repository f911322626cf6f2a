"""What the five source documents name, and where they differ: each has its record and its place in a report."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from vendorcheck.model.rulebook import Rulebook
from vendorcheck.reporters.text import text_rows
from vendorcheck.reporters.text.rows import plain
from vendorcheck.rulebook import load_rulebook
from vendorcheck.rulebook.yaml_source import read_yaml
from vendorcheck.screening import Request, screen_line

HERE = Path(__file__).parent
COVERAGE = (HERE.parents[1] / "docs" / "coverage.md").read_text(encoding="utf-8")

TODAY = date(2026, 11, 21)
DAY_BEFORE = timedelta(days=1)


def _table(name: str) -> list[dict[str, Any]]:
    table: list[dict[str, Any]] = read_yaml(name, (HERE / name).read_bytes()).value
    return table


INSTRUMENTS = _table("document_instruments.yaml")
CONTRADICTIONS = _table("document_contradictions.yaml")


@cache
def _rulebook() -> Rulebook:
    return load_rulebook()


@cache
def _report(maker: str, as_of: date, profile: str | None = None) -> str:
    """The text report of a line that names a maker, its white space folded."""
    request = Request(profiles=(profile,) if profile else (), as_of=as_of, all_lines=True)
    report = screen_line({"maker": maker, "description": "camera"}, request, _rulebook())
    return " ".join(plain(text_rows(report)).split())


def _records(rulebook: Rulebook) -> Mapping[str, Any]:
    requests = (request for document in rulebook.documents.values() for request in document.requests)
    return {
        "instruments": rulebook.instruments,
        "rules": rulebook.rules,
        "claims": rulebook.claims,
        "threads": rulebook.threads,
        "parties": rulebook.parties,
        "profiles": rulebook.profiles,
        "policies": rulebook.policies,
        "documents": rulebook.documents,
        "contradictions": rulebook.contradictions,
        "requests": {request.id for request in requests},
    }


SHOWN = [pytest.param(entry["shown"], id=entry["name"]) for entry in INSTRUMENTS if "shown" in entry]


def _not_covered() -> str:
    return COVERAGE.partition("## Not covered")[2].partition("\n## ")[0]


def test_the_tables_hold_all_that_the_documents_name() -> None:
    assert (len(INSTRUMENTS), len(CONTRADICTIONS)) == (32, 18)
    assert len({entry["name"] for entry in INSTRUMENTS}) == 32
    assert {entry["record"] for entry in CONTRADICTIONS} == set(_rulebook().contradictions)


@pytest.mark.parametrize("entry", INSTRUMENTS, ids=lambda entry: entry["name"])
def test_what_the_documents_name_stands_where_the_table_says(entry: dict[str, Any]) -> None:
    places = {kind: names for kind, names in entry.items() if kind not in ("name", "not_covered", "shown")}
    assert places
    records = _records(_rulebook())
    missing = [(kind, name) for kind, names in places.items() for name in names if name not in records[kind]]
    assert missing == []
    assert "shown" in entry or "not_covered" in entry
    if "not_covered" in entry:
        assert entry["not_covered"] in _not_covered()


@pytest.mark.parametrize("shown", SHOWN)
def test_a_report_shows_it_from_its_first_day_on(shown: dict[str, str]) -> None:
    first, profile = date.fromisoformat(shown["first"]), shown.get("profile")
    assert shown["words"] in _report(shown["maker"], TODAY, profile)
    assert shown["words"] in _report(shown["maker"], first, profile)
    assert shown["words"] not in _report(shown["maker"], first - DAY_BEFORE, profile)


@pytest.mark.parametrize("entry", CONTRADICTIONS, ids=lambda entry: entry["about"])
def test_a_report_shows_each_contradiction_as_one(entry: dict[str, str]) -> None:
    found = _rulebook().contradictions[entry["record"]]
    first = date.fromisoformat(entry["first"])
    whole = f"differ {found.question} ({found.state}) {found.says} {found.reading} [{', '.join(found.claims)}]"
    assert whole in _report(entry["maker"], TODAY)
    assert whole in _report(entry["maker"], first)
    assert found.question not in _report(entry["maker"], first - DAY_BEFORE)


def test_a_contradiction_tells_nothing_that_was_not_published_by_its_day() -> None:
    rulebook = _rulebook()
    late = [
        (found.id, claim)
        for found in rulebook.contradictions.values()
        for claim in found.claims
        if rulebook.documents[rulebook.claims[claim].document].published.last > found.since.last
    ]
    assert late == []


def test_a_contradiction_is_about_whom_its_claims_are_about() -> None:
    rulebook = _rulebook()
    wrong = [
        (found.id, claim)
        for found in rulebook.contradictions.values()
        for claim in found.claims
        if not set(found.about) & set(rulebook.claims[claim].about)
    ]
    assert wrong == []


def test_every_claim_about_a_company_has_a_place_on_its_line() -> None:
    """Claims about nobody are background; those that no rule may rest on are shown where sources differ."""
    rulebook = _rulebook()
    told = {claim for rule in rulebook.rules.values() for claim in (*rule.claims, *rule.answers)}
    told |= {claim for found in rulebook.contradictions.values() for claim in found.claims}
    letters = [
        *rulebook.threads.values(),
        *(each for document in rulebook.documents.values() for each in document.requests),
    ]
    told |= {claim for thread in letters for message in thread.messages for claim in message.claims}
    waiting = list(told)
    while waiting:
        beside = {*rulebook.claims[(claim := waiting.pop())].context, *rulebook.claims[claim].answers} - told
        told |= beside
        waiting += beside
    about_a_company = {claim.id for claim in rulebook.claims.values() if claim.about}
    assert about_a_company - told == set()
