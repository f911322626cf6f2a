"""Which rules reach a line, for this buyer, on this day. Equal facts are judged once."""

from collections.abc import Iterable, Mapping

from vendorcheck.evaluate.qualifiers import Qualifier
from vendorcheck.evaluate.severity import barred_acts, binds, determination_of, severity_of
from vendorcheck.evaluate.triggers import Reach, Trigger
from vendorcheck.evaluate.weighing import reaches, weigh
from vendorcheck.evaluate.world import World
from vendorcheck.model.finding import OUTCOMES, Decision, Flag, Outcome
from vendorcheck.model.hit import CONFIDENCES, Facts, Hit
from vendorcheck.model.rule import SEVERITIES, Rule, Severity
from vendorcheck.model.truth import NO, UNKNOWN, Truth

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
        for hit, reach in reaches(rule, facts, self._world, self._triggers):
            flag = self._flag(rule, hit, reach, facts)
            key = (reach.party, hit.subject if hit else "product")
            if flag and (key not in best or _strength(flag) > _strength(best[key])):
                best[key] = flag
        return best.values()

    def _flag(self, rule: Rule, hit: Hit | None, reach: Reach, facts: Facts) -> Flag | None:
        in_force, _, provisional, qualified, truth = weigh(rule, reach, facts, self._world, self._qualifiers)
        barred = barred_acts(rule, self._world.profiles)
        if truth == NO:
            return None
        has_profile = bool(self._world.profiles)
        possible = hit is not None and hit.confidence == "possible"
        outcome: Outcome = "unknown" if truth == UNKNOWN else "possible" if possible else "yes"
        # Whoever made it and wherever: to a buyer whom the rule does not bind that is said, and no more.
        only_said = hit is None and has_profile and not barred and "origin" in qualified.needs
        severity = severity_of(rule, outcome, barred, provisional=provisional is not None, has_profile=has_profile)
        return Flag(
            rule=rule.id,
            party=reach.party,
            hit=hit,
            relation=reach.relation,
            uncertain=reach.uncertain,
            outcome=outcome,
            severity=self._raised(rule, "info" if only_said else severity),
            barred=barred,
            provisional=provisional,
            needs=_needs(reach, in_force, qualified.needs, possible=possible),
            note=reach.note,
            entries=reach.entries,
        )

    def _raised(self, rule: Rule, severity: Severity) -> Severity:
        """A severity, or the one that a policy says findings of the rule have at least."""
        return max(severity, self._world.raised.get(rule.id, severity), key=SEVERITIES.index)


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
