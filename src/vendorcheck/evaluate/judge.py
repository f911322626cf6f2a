"""Which rules reach a line, for this buyer, on this day. Equal facts are judged once."""

from collections.abc import Iterable, Mapping

from vendorcheck.evaluate.conditions import answer
from vendorcheck.evaluate.qualifiers import Asked, Qualifier
from vendorcheck.evaluate.severity import barred_acts, binds, determination_of, severity_of
from vendorcheck.evaluate.triggers import Reach, Trigger
from vendorcheck.evaluate.world import World, state_of
from vendorcheck.model.finding import OUTCOMES, Decision, Flag, Outcome
from vendorcheck.model.hit import CONFIDENCES, Facts, Hit
from vendorcheck.model.rule import SEVERITIES, Rule
from vendorcheck.model.truth import NO, UNKNOWN, YES, Truth

#: How many distinct sets of facts are kept judged.
MAX_DECISIONS = 4_096


class Judge:
    """Decides lines by the rules of a rulebook."""

    def __init__(self, world: World, triggers: Mapping[str, Trigger], qualifiers: Mapping[str, Qualifier]) -> None:
        """Decide in this world, with these predicates."""
        self._world = world
        self._triggers = triggers
        self._qualifiers = qualifiers
        self._rules = world.rules
        self._decided: dict[Facts, Decision] = {}

    def decide(self, facts: Facts) -> Decision:
        """Return the determination of a line with these facts, and the flags behind it, weightiest first."""
        decision = self._decided.get(facts)
        if decision is None:
            if len(self._decided) >= MAX_DECISIONS:
                self._decided.clear()
            decision = self._decided[facts] = self._decide(facts)
        return decision

    def _decide(self, facts: Facts) -> Decision:
        flags = sorted((flag for rule in self._rules for flag in self._flags(rule, facts)), key=self._order)
        determination, reason = determination_of(flags, facts)
        return Decision(determination, reason, tuple(flags))

    def _order(self, flag: Flag) -> tuple[bool, int, int, bool, str, str]:
        """What speaks to the chosen buyer first, the weightiest first; laws before reports of what is claimed."""
        rule, profiles = self._world.rulebook.rules[flag.rule], self._world.profiles
        return (
            bool(profiles and rule.binds) and not binds(rule, profiles),
            -SEVERITIES.index(flag.severity),
            OUTCOMES.index(flag.outcome),
            rule.instrument is None,
            flag.rule,
            flag.party or "",
        )

    def _flags(self, rule: Rule, facts: Facts) -> Iterable[Flag]:
        """One flag for each party and subject that the rule reaches: the strongest."""
        best: dict[tuple[str | None, str], Flag] = {}
        for hit in (None, *facts.hits):
            if hit is not None and hit.subject not in rule.subjects:
                continue
            for reach in self._triggers[rule.when.name](rule.when.argument, hit, facts, self._world):
                flag = self._flag(rule, hit, reach, facts)
                key = (reach.party, hit.subject if hit else "product")
                if flag and (key not in best or _strength(flag) > _strength(best[key])):
                    best[key] = flag
        return best.values()

    def _flag(self, rule: Rule, hit: Hit | None, reach: Reach, facts: Facts) -> Flag | None:
        in_force, provisional = self._standing(rule, reach)
        qualified = answer(rule.condition, Asked(facts, reach, self._world), self._qualifiers)
        truth = min(reach.truth, in_force, qualified.truth)
        barred = barred_acts(rule, self._world.profiles)
        if truth == NO:
            return None
        has_profile = bool(self._world.profiles)
        possible = hit is not None and hit.confidence == "possible"
        outcome: Outcome = "unknown" if truth == UNKNOWN else "possible" if possible else "yes"
        return Flag(
            rule=rule.id,
            party=reach.party,
            hit=hit,
            relation=reach.relation,
            uncertain=reach.uncertain,
            outcome=outcome,
            # Whoever made it and wherever: to a buyer whom the rule does not bind that is said, and no more.
            severity="info"
            if hit is None and has_profile and not barred and "origin" in qualified.needs
            else severity_of(rule, outcome, barred, provisional=provisional is not None, has_profile=has_profile),
            barred=barred,
            provisional=provisional,
            needs=_needs(reach, in_force, qualified.needs, possible=possible),
            note=reach.note,
        )

    def _standing(self, rule: Rule, reach: Reach) -> tuple[Truth, str | None]:
        """Whether what the rule rests on held on the day, and why it is provisional where it is."""
        provisional = rule.provisional or (reach.naming.provisional if reach.naming else None)
        if rule.instrument is None:
            return (self._claimed(rule, reach) if rule.claims else YES), provisional
        truth, entry = state_of(self._world.instrument(rule.instrument), self._world.as_of)
        if rule.since is not None:
            truth = min(truth, rule.since.begun(self._world.as_of))
        return truth, provisional or (entry.provisional if entry else None)

    def _claimed(self, rule: Rule, reach: Reach) -> Truth:
        claims = (self._world.rulebook.claims[claim] for claim in rule.claims)
        about = (claim for claim in claims if reach.party is None or reach.party in claim.about)
        return YES if any(map(self._world.known_by_then, about)) else NO


def _needs(reach: Reach, in_force: Truth, missing: tuple[str, ...], *, possible: bool) -> tuple[str, ...]:
    return (
        *(("identity",) if possible and "identity" not in (*missing, *reach.needs) else ()),
        *reach.needs,
        *(("in-force",) if in_force == UNKNOWN and "in-force" not in reach.needs else ()),
        *(need for need in missing if need not in reach.needs),
    )


def _strength(flag: Flag) -> tuple[bool, int, int]:
    """How much a flag weighs against another of the same rule; what is provisional hides nothing that is not."""
    confidence = CONFIDENCES.index(flag.hit.confidence) if flag.hit else 0
    return flag.provisional is None, -OUTCOMES.index(flag.outcome), confidence
