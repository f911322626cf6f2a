"""Which rule reaches a line, for this buyer, on this day: predicates, decisions, explanations, counts."""

from vendorcheck.evaluate import qualifiers, triggers
from vendorcheck.evaluate.explain import Explained, Explainer
from vendorcheck.evaluate.judge import Judge
from vendorcheck.evaluate.qualifiers import Qualifier
from vendorcheck.evaluate.records import document_records, party_records, rule_records
from vendorcheck.evaluate.spotted import Spotted
from vendorcheck.evaluate.tally import Tally
from vendorcheck.evaluate.tracing import RuleTracer
from vendorcheck.evaluate.triggers import Trigger
from vendorcheck.evaluate.waiver_standing import standings
from vendorcheck.evaluate.waiving import Waiving
from vendorcheck.evaluate.world import World

TRIGGERS: dict[str, Trigger] = {
    "named_by": triggers.named_by,
    "component_of": triggers.component_of,
    "party": triggers.party,
    "relabel_of": triggers.relabel_of,
    "successor_of": triggers.successor_of,
    "conflict": triggers.conflict,
    "listed": triggers.listed,
    "category": triggers.category,
}

QUALIFIERS: dict[str, Qualifier] = {
    "relation": qualifiers.relation,
    "scope": qualifiers.scope,
    "equipment": qualifiers.equipment,
    "purpose": qualifiers.purpose,
    "origin": qualifiers.origin,
    "authorised_from": qualifiers.authorised_from,
    "acquired_from": qualifiers.acquired_from,
    "declared": qualifiers.declared,
}

PREDICATES: dict[str, Trigger | Qualifier] = {**TRIGGERS, **QUALIFIERS}

__all__ = [
    "PREDICATES",
    "QUALIFIERS",
    "TRIGGERS",
    "Explained",
    "Explainer",
    "Judge",
    "RuleTracer",
    "Spotted",
    "Tally",
    "Waiving",
    "World",
    "document_records",
    "party_records",
    "rule_records",
    "standings",
]
