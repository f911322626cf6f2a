"""How far a rule holds for what its trigger reached: the law on the day, then the qualifiers."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from vendorcheck.evaluate.conditions import answer
from vendorcheck.evaluate.qualifiers import Answer, Asked, Qualifier
from vendorcheck.evaluate.triggers import Reach, Trigger
from vendorcheck.evaluate.world import World, state_of
from vendorcheck.model.hit import Facts, Hit
from vendorcheck.model.instrument import TimelineEntry
from vendorcheck.model.rule import Rule
from vendorcheck.model.truth import NO, YES, Truth


class Weighed(NamedTuple):
    """What a reach came to: whether its rule was in force, by which entry, what the qualifiers say, and all of it."""

    in_force: Truth
    entry: TimelineEntry | None
    provisional: str | None
    qualified: Answer
    truth: Truth


def reaches(
    rule: Rule, facts: Facts, world: World, triggers: Mapping[str, Trigger]
) -> Iterator[tuple[Hit | None, Reach]]:
    """Yield whom the trigger of a rule reaches, through which hit."""
    for hit in (None, *facts.hits):
        if hit is None or hit.subject in rule.subjects:
            for reach in triggers[rule.when.name](rule.when.argument, hit, facts, world):
                yield hit, reach


def weigh(rule: Rule, reach: Reach, facts: Facts, world: World, qualifiers: Mapping[str, Qualifier]) -> Weighed:
    """Return how far a rule holds for a reach of its trigger."""
    in_force, entry = _in_force(rule, reach, world)
    provisional = (
        rule.provisional
        or (reach.naming.provisional if reach.naming else None)
        or (entry.provisional if entry else None)
    )
    qualified = answer(rule.condition, Asked(facts, reach, world), qualifiers)
    return Weighed(in_force, entry, provisional, qualified, min(reach.truth, in_force, qualified.truth))


def _in_force(rule: Rule, reach: Reach, world: World) -> tuple[Truth, TimelineEntry | None]:
    """Whether what the rule rests on held on the day, and the entry that says so."""
    if rule.instrument is None:
        return (_claimed(rule, reach, world) if rule.claims else YES), None
    truth, entry = state_of(world.instrument(rule.instrument), world.as_of)
    return (truth if rule.since is None else min(truth, rule.since.begun(world.as_of))), entry


def _claimed(rule: Rule, reach: Reach, world: World) -> Truth:
    claims = (world.rulebook.claims[claim] for claim in rule.claims)
    about = (claim for claim in claims if reach.party is None or reach.party in claim.about)
    return YES if any(map(world.known_by_then, about)) else NO
