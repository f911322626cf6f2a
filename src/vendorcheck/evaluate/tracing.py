"""Every rule and a line, told: how far each held, and what it failed on where it did not reach the line."""

from collections.abc import Iterator, Mapping

from vendorcheck.evaluate.conditions import answer
from vendorcheck.evaluate.qualifiers import Asked as AskedOf
from vendorcheck.evaluate.qualifiers import Qualifier
from vendorcheck.evaluate.severity import binds
from vendorcheck.evaluate.triggers import Reach, Trigger
from vendorcheck.evaluate.weighing import reaches, weigh
from vendorcheck.evaluate.world import World
from vendorcheck.model.condition import AllOf, Condition
from vendorcheck.model.hit import Facts, Hit
from vendorcheck.model.instrument import Naming
from vendorcheck.model.period import held
from vendorcheck.model.rule import Rule
from vendorcheck.model.trace import Asked, ReachTrace, RuleState, RuleTrace
from vendorcheck.model.truth import NO


class RuleTracer:
    """Tells of rules what they came to."""

    def __init__(self, world: World, triggers: Mapping[str, Trigger], qualifiers: Mapping[str, Qualifier]) -> None:
        """Tell of this world, with the predicates that lines are decided by."""
        self._world = world
        self._triggers = triggers
        self._qualifiers = qualifiers

    def trace(self, facts: Facts) -> tuple[RuleTrace, ...]:
        """Return every rule of the rulebook with how it ended for a line of these facts."""
        return tuple(self._rule(rule, facts) for rule in self._world.rulebook.rules.values())

    def _rule(self, rule: Rule, facts: Facts) -> RuleTrace:
        bound = binds(rule, self._world.profiles)
        if rule.status != "stable":
            return RuleTrace(rule.id, rule.status, bound)
        told = tuple(
            self._reach(rule, hit, reach, facts) for hit, reach in reaches(rule, facts, self._world, self._triggers)
        )
        if not told:
            return RuleTrace(rule.id, "not_triggered", bound, other_days=tuple(self._other_days(rule, facts)))
        return RuleTrace(rule.id, _state(rule, told), bound, told)

    def _reach(self, rule: Rule, hit: Hit | None, reach: Reach, facts: Facts) -> ReachTrace:
        weighed = weigh(rule, reach, facts, self._world, self._qualifiers)
        asked = AskedOf(facts, reach, self._world)
        return ReachTrace(
            party=reach.party,
            relation=reach.relation,
            hit=hit,
            reached=reach.truth,
            in_force=weighed.in_force,
            entry=weighed.entry,
            naming=reach.naming,
            provisional=weighed.provisional,
            asked=tuple(self._asked(part, asked) for part in _parts(rule.condition)),
            truth=weighed.truth,
            entries=reach.entries,
        )

    def _asked(self, part: Condition, asked: AskedOf) -> Asked:
        came_to = answer(part, asked, self._qualifiers)
        return Asked(part, came_to.truth, came_to.needs)

    def _other_days(self, rule: Rule, facts: Facts) -> Iterator[Naming]:
        """The names of a rule's law that are those behind the line, or their owners, on other days only."""
        if rule.when.name not in ("named_by", "component_of"):
            return
        parties = {hit.party for hit in facts.hits}
        parties |= {holding.owner for party in parties for holding in self._world.holdings.get(party, ())}
        for naming in self._world.instrument(str(rule.when.argument)).namings:
            if naming.party in parties and held(naming.since, naming.until, self._world.as_of) == NO:
                yield naming


def _parts(condition: Condition | None) -> tuple[Condition, ...]:
    """The parts of a condition that must all hold."""
    if condition is None:
        return ()
    return condition.parts if isinstance(condition, AllOf) else (condition,)


def _state(rule: Rule, told: tuple[ReachTrace, ...]) -> RuleState:
    """How a rule ended: by the reach for which it came furthest."""
    if any(each.truth != NO for each in told):
        return "reached"
    if any(each.in_force != NO for each in told):
        return "qualifier_no"
    return "not_in_force" if rule.instrument else "not_published"
