"""Rules as data: schemas of their own, written from the model field by field."""

from collections.abc import Mapping, Sequence
from typing import Any

from vendorcheck.model.case import Case
from vendorcheck.model.change import Change
from vendorcheck.model.instrument import Instrument, Naming, Scope, TimelineEntry
from vendorcheck.model.rule import Question, Rule
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.vocabulary import Vocabulary
from vendorcheck.reporters.rule_pages.index import jurisdiction_of
from vendorcheck.reporters.rule_pages.law import provisional_texts
from vendorcheck.reporters.rulebook_data import sources_data
from vendorcheck.reporters.wording import condition_text, trigger_text

LIST_SCHEMA = "vendorcheck.rules-list/v0"
SHOW_SCHEMA = "vendorcheck.rules-show/v0"
CHANGES_SCHEMA = "vendorcheck.rules-changes/v0"
VOCABULARY_SCHEMA = "vendorcheck.rules-vocabulary/v0"

Data = dict[str, Any]


def list_data(rules: Sequence[Rule], rulebook: Rulebook, asked: Mapping[str, Sequence[str]]) -> Data:
    """Return the rules that were asked for, and what was asked."""
    return {
        "schema": LIST_SCHEMA,
        "rulebook": sources_data(rulebook.sources),
        "filters": {kind: list(values) for kind, values in asked.items()},
        "rules": [_head(rule, rulebook) for rule in rules],
    }


def show_data(rule: Rule, rulebook: Rulebook, cases: Sequence[Case]) -> Data:
    """Return a rule in full with its instrument and its cases."""
    instrument = rulebook.instruments[rule.instrument] if rule.instrument else None
    return {
        "schema": SHOW_SCHEMA,
        "rulebook": sources_data(rulebook.sources),
        "rule": {
            **_head(rule, rulebook),
            "when": trigger_text(rule.when, rulebook),
            "if": condition_text(rule.condition, rulebook) if rule.condition else None,
            "message": rule.message,
            "about": dict(rule.about),
            "next_steps": list(rule.next_steps),
            "questions": [_question(question) for question in rule.questions],
            "supplier_questions": [_question(question) for question in rule.supplier_questions],
            "rests_on": list(rule.claims),
            "answers": list(rule.answers),
            "threads": list(rule.threads),
            "related": list(rule.related),
            "notes": list(rule.notes),
        },
        "instrument": _instrument(instrument) if instrument else None,
        "cases": [_case(case) for case in cases if case.rule == rule.id],
    }


def changes_data(changes: Sequence[Change], rulebook: Rulebook, since: str | None) -> Data:
    """Return changes in law, and what the sources of the rulebook say of their review."""
    return {
        "schema": CHANGES_SCHEMA,
        "rulebook": [
            {**data, "reviewed_by": source.reviewed_by}
            for data, source in zip(sources_data(rulebook.sources), rulebook.sources, strict=True)
        ],
        "since": since,
        "changes": [
            {
                "date": change.date.text,
                "recorded": change.recorded.isoformat(),
                "what": change.what,
                "instruments": list(change.instruments),
                "rules": list(change.rules),
                "reviewed_by": change.reviewed_by,
            }
            for change in changes
        ],
    }


def vocabulary_data(vocabulary: Vocabulary) -> Data:
    """Return the kinds of equipment and the purposes with the words that show them, and the buyers."""
    return {
        "schema": VOCABULARY_SCHEMA,
        "equipment": [
            {
                "id": kind.id,
                "title": kind.title,
                "kind_of": kind.kind_of,
                "needs_maker": kind.needs_maker,
                "words": list(kind.words),
            }
            for kind in vocabulary.equipment
        ],
        "purposes": [
            {"id": each.id, "title": each.title, "denies": list(each.denies), "words": list(each.words)}
            for each in vocabulary.purposes
        ],
        "buyers": [{"id": buyer, "title": title} for buyer, title in vocabulary.buyers.items()],
    }


def _head(rule: Rule, rulebook: Rulebook) -> Data:
    return {
        "id": rule.id,
        "title": rule.title,
        "status": rule.status,
        "severity": rule.severity,
        "subjects": list(rule.subjects),
        "bars": list(rule.bars),
        "binds": list(rule.binds),
        "jurisdiction": jurisdiction_of(rule, rulebook),
        "instrument": rule.instrument,
        "since": rule.since.text if rule.since else None,
        "provisional": list(provisional_texts(rule, rulebook)),
        "tags": list(rule.tags),
    }


def _question(question: Question) -> Data:
    return {"id": question.id, "to": question.to, "ask": question.ask}


def _instrument(instrument: Instrument) -> Data:
    return {
        "id": instrument.id,
        "title": instrument.title,
        "short": instrument.short,
        "kind": instrument.kind,
        "jurisdiction": instrument.jurisdiction,
        "citation": instrument.citation,
        "url": instrument.url,
        "ownership_test": instrument.ownership_test,
        "timeline": [_entry(entry) for entry in instrument.timeline],
        "names": [_naming(naming) for naming in instrument.namings],
    }


def _entry(entry: TimelineEntry) -> Data:
    return {
        "date": entry.date.text,
        "state": entry.state,
        "citation": entry.citation,
        "provisional": entry.provisional,
    }


def _naming(naming: Naming) -> Data:
    return {
        "party": naming.party,
        "listed_as": list(naming.listed_as),
        "since": naming.since.text,
        "published": naming.published.text if naming.published else None,
        "until": naming.until.text if naming.until else None,
        "citation": naming.citation,
        "scope": _scope(naming.scope),
        "provisional": naming.provisional,
        "through": naming.through,
    }


def _scope(scope: Scope) -> Data:
    return {"covers": list(scope.covers), "excludes": list(scope.excludes), "purposes": list(scope.purposes)}


def _case(case: Case) -> Data:
    return {
        "name": case.name,
        "file": case.spot.file,
        "line": case.spot.line,
        "as_of": case.as_of.isoformat(),
        "profiles": list(case.profiles),
        "cells": dict(case.line),
        "listed": list(case.listed),
        "expect": dict(case.expect),
    }
