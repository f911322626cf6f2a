"""An explanation as JSON: a schema of its own, written from the model field by field."""

from typing import Any

from vendorcheck.model.hit import Hit, Holding
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.trace import Asked, CellTrace, Explanation, LineTrace, ReachTrace, RuleTrace, SeenInCell
from vendorcheck.reporters.explanation.reasons import reason_of
from vendorcheck.reporters.report_json import finding_data, line_data
from vendorcheck.reporters.rulebook_data import sources_data
from vendorcheck.reporters.wording import condition_text, trigger_text

EXPLAIN_SCHEMA = "vendorcheck.explain/v0"

Data = dict[str, Any]


def explanation_data(explanation: Explanation) -> Data:
    """Return every traced line: its result and findings as in a report, its cells, and every rule with its steps."""
    settings = explanation.settings
    return {
        "schema": EXPLAIN_SCHEMA,
        "bill": explanation.bill,
        "as_of": settings.as_of.isoformat(),
        "today": settings.today.isoformat(),
        "historical": settings.as_of < settings.today,
        "profiles": [profile.id for profile in settings.profiles],
        "purpose": settings.purpose,
        "rulebook": sources_data(explanation.rulebook.sources),
        "lines": [_line(trace, explanation) for trace in explanation.traces],
    }


def _line(trace: LineTrace, explanation: Explanation) -> Data:
    facts = trace.facts
    return {
        "result": line_data(trace.line),
        "cells": [_cell(cell) for cell in trace.cells],
        "hits": [_hit(hit, trace.owners.get(hit.party, ())) for hit in facts.hits],
        "facts": {
            "equipment": sorted(facts.equipment),
            "purposes": sorted(facts.purposes),
            "origin": facts.origin,
            "authorised_on": facts.authorised_on.text if facts.authorised_on else None,
            "acquired_on": facts.acquired_on.text if facts.acquired_on else None,
            "conflicts": list(facts.conflicts),
        },
        "rules": [_rule(each, trace, explanation) for each in trace.rules],
        "findings": [finding_data(finding) for finding in trace.findings],
        "failing": list(trace.failing),
    }


def _cell(cell: CellTrace) -> Data:
    return {
        "cell": cell.column.cell,
        "heading": cell.column.heading,
        "role": cell.column.role,
        "text": cell.text,
        "key": cell.key,
        "named": cell.named,
        "seen": [_seen(seen) for seen in cell.seen],
        "considered": [
            {"name": each.name, "party": each.party, "against": list(each.reasons)} for each in cell.considered
        ],
        "confused": list(cell.confused),
        "cleared": [{"waiver": each.waiver, "party": each.party} for each in cell.cleared],
    }


def _seen(seen: SeenInCell) -> Data:
    sighting = seen.sighting
    return {
        "party": sighting.party,
        "basis": sighting.basis,
        "relation": sighting.relation,
        "confidence": sighting.confidence,
        "uncertain": sighting.uncertain,
        "found": sighting.found,
        "listed": sighting.listed,
        "agreed": list(sighting.agreed),
        "set_aside": list(sighting.set_aside),
        "against": list(sighting.against),
        "left_out": seen.left_out,
    }


def _hit(hit: Hit, owners: tuple[Holding, ...]) -> Data:
    return {
        "party": hit.party,
        "subject": hit.subject,
        "relation": hit.relation,
        "basis": hit.basis,
        "confidence": hit.confidence,
        "uncertain": hit.uncertain,
        "owners": [
            {"party": each.owner, "share": each.share, "held": each.held.name, "note": each.note} for each in owners
        ],
    }


def _rule(told: RuleTrace, trace: LineTrace, explanation: Explanation) -> Data:
    rulebook = explanation.rulebook
    return {
        "rule": told.rule,
        "state": told.state,
        "reason": reason_of(told, trace.facts, explanation) or None,
        "binds_buyer": told.binds_buyer,
        "trigger": trigger_text(rulebook.rules[told.rule].when, rulebook),
        "reaches": [_reach(reach, rulebook) for reach in told.reaches],
    }


def _reach(reach: ReachTrace, rulebook: Rulebook) -> Data:
    entry = reach.entry
    return {
        "party": reach.party,
        "subject": reach.hit.subject if reach.hit else "product",
        "relation": reach.relation,
        "reached": reach.reached.name,
        "in_force": reach.in_force.name,
        "named_as": list(reach.naming.listed_as) if reach.naming else [],
        "list_entries": list(reach.entries),
        "named_since": reach.naming.since.text if reach.naming else None,
        "entry": {"date": entry.date.text, "state": entry.state, "citation": entry.citation} if entry else None,
        "provisional": reach.provisional,
        "qualifiers": [_asked(asked, rulebook) for asked in reach.asked],
        "truth": reach.truth.name,
    }


def _asked(asked: Asked, rulebook: Rulebook) -> Data:
    return {"asks": condition_text(asked.condition, rulebook), "truth": asked.truth.name, "missing": list(asked.needs)}
