"""No text of the rulebook says more than its source or than the law does."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from vendorcheck.model.evidence import Claim
from vendorcheck.model.instrument import Instrument
from vendorcheck.model.rule import Rule
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.rulebook import load_rulebook
from vendorcheck.rulebook.yaml_source import read_yaml

FORBIDDEN: list[dict[str, Any]] = read_yaml("wording", Path(__file__).with_name("wording.yaml").read_bytes()).value

#: What is said with these standings alone is an allegation or a report.
ALLEGED = {"ngo_allegation", "government_allegation", "investigative_report"}
#: What a company says for itself may name what it denies.
OWN_WORDS = {"company_denial", "company_statement", "state_statement"}


class Text(NamedTuple):
    """A text that a report may print: where it stands, which lists of words it must keep clear of."""

    place: str
    groups: frozenset[str]
    text: str


def _texts(rulebook: Rulebook) -> Iterator[Text]:
    for rule in rulebook.rules.values():
        groups = {"all", "rules", *_groups(rule, rulebook)}
        for text in _said(rule):
            yield Text(f"rule {rule.id}", frozenset(groups), text)
    for instrument in rulebook.instruments.values():
        groups = {"all", "export"} if _exports_only(instrument) else {"all"}
        for text in (instrument.title, instrument.short):
            yield Text(f"instrument {instrument.id}", frozenset(groups), text)
    for claim in rulebook.claims.values():
        yield Text(f"claim {claim.id}", frozenset(_claim_groups(claim)), claim.statement)
    yield from _disputed(rulebook)
    for text in (*rulebook.vocabulary.needs.values(), *rulebook.vocabulary.buyers.values()):
        yield Text("vocabulary", frozenset({"all", "rules"}), text)


def _disputed(rulebook: Rulebook) -> Iterator[Text]:
    for thread in rulebook.threads.values():
        for text in (thread.title, *(each.says for each in thread.messages), *(each.point for each in thread.open)):
            yield Text(f"correspondence {thread.id}", frozenset({"all"}), text)
    for each in rulebook.contradictions.values():
        for text in (each.question, each.says, each.reading):
            yield Text(f"contradiction {each.id}", frozenset({"all", "claims"}), text)


def _said(rule: Rule) -> Iterator[str]:
    yield from (rule.title, rule.message, *rule.about.values(), *rule.next_steps)
    yield from (question.ask for question in (*rule.questions, *rule.supplier_questions))


def _groups(rule: Rule, rulebook: Rulebook) -> Iterator[str]:
    standings = {rulebook.claims[claim].standing for claim in rule.claims}
    if standings and standings <= ALLEGED:
        yield "allegations"
    if rule.instrument and _exports_only(rulebook.instruments[rule.instrument]):
        yield "export"


def _claim_groups(claim: Claim) -> set[str]:
    if claim.standing in OWN_WORDS:
        return {"claims"}
    return {"all", "claims", *({"allegations"} if claim.standing in ALLEGED else ())}


def _exports_only(instrument: Instrument) -> bool:
    return set(instrument.acts) == {"export"}


def _caught(entry: dict[str, Any], text: str) -> bool:
    return re.search(entry["pattern"], text, re.IGNORECASE) is not None


@pytest.fixture(scope="module")
def texts() -> list[Text]:
    return list(_texts(load_rulebook()))


@pytest.mark.parametrize("entry", FORBIDDEN, ids=lambda entry: entry["id"])
def test_no_text_says_what_is_forbidden(entry: dict[str, Any], texts: list[Text]) -> None:
    asked = [text for text in texts if not text.groups.isdisjoint(entry["in"])]
    assert asked
    assert [f"{text.place}: {text.text}" for text in asked if _caught(entry, text.text)] == []


@pytest.mark.parametrize(
    ("entry", "sentence"), [(entry, sentence) for entry in FORBIDDEN for sentence in entry["catches"]]
)
def test_what_is_forbidden_is_caught(entry: dict[str, Any], sentence: str) -> None:
    assert _caught(entry, sentence)


@pytest.mark.parametrize(
    ("entry", "sentence"), [(entry, sentence) for entry in FORBIDDEN for sentence in entry["passes"]]
)
def test_what_is_allowed_is_let_pass(entry: dict[str, Any], sentence: str) -> None:
    assert not _caught(entry, sentence)


def test_the_words_of_retained_counsel_are_said_by_counsel() -> None:
    claims = [claim for claim in load_rulebook().claims.values() if claim.standing == "retained_counsel_statement"]
    by_others = [claim.id for claim in claims if not re.search("counsel|review", claim.asserted_by, re.IGNORECASE)]
    for_the_company = [claim.id for claim in claims if re.match("(Hikvision|The company) (says|said)", claim.statement)]
    assert claims
    assert (by_others, for_the_company) == ([], [])


def test_a_rule_that_bars_something_says_whom_or_since_when() -> None:
    """So that no message reads as if it bound everybody at all times."""
    silent = [
        rule.id
        for rule in load_rulebook().rules.values()
        if rule.bars and not all(map(_dated, (rule.message, *rule.about.values())))
    ]
    assert silent == []


def _dated(text: str) -> bool:
    named = r"section \d|agenc|department|federal|recipient|state|public bod|importer|export|Commonwealth|US person"
    return re.search(rf"\b(19|20)\d\d\b|{{since}}|{named}", text, re.IGNORECASE) is not None
