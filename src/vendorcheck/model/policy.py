"""Policies: which findings fail the gate, and for how long a rulebook may be relied on."""

from typing import NamedTuple

from vendorcheck.model.rule import SEVERITIES, Rule, Severity

#: After how many days since it was verified a rulebook is stale, and no longer to be relied on.
WARN_AGE_DAYS = 182
HARD_AGE_DAYS = 365


class TagThreshold(NamedTuple):
    """From which severity the findings of rules with a tag fail the gate."""

    tag: str
    at: Severity


class Policy(NamedTuple):
    """What fails the gate; `id` is that of the policy on record, if one was chosen."""

    fail_on: Severity = "high"
    allow_unscreened: bool = False
    warn_age_days: int = WARN_AGE_DAYS
    hard_age_days: int = HARD_AGE_DAYS
    id: str | None = None
    also_fail: tuple[TagThreshold, ...] = ()

    def threshold(self, rule: Rule) -> Severity:
        """Return the severity from which the findings of a rule fail the gate."""
        tagged = (each.at for each in self.also_fail if each.tag in rule.tags)
        return min((self.fail_on, *tagged), key=SEVERITIES.index)
