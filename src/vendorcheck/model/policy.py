"""Policies: which findings fail the gate, on what a run may rest, and for how long a rulebook may be relied on."""

from pathlib import Path
from typing import Literal, NamedTuple

from vendorcheck.model.hit import CONFIDENCES, Confidence
from vendorcheck.model.rule import SEVERITIES, Rule, Severity
from vendorcheck.model.waiver import MAX_WAIVER_DAYS

#: After how many days since it was verified a rulebook is stale, and no longer to be relied on.
WARN_AGE_DAYS = 182
HARD_AGE_DAYS = 365

#: The same of a list, since the day that it bears.
LIST_WARN_AGE_DAYS = 90
LIST_HARD_AGE_DAYS = 180


class TagThreshold(NamedTuple):
    """From which severity the findings of rules with a tag fail the gate."""

    tag: str
    at: Severity


class Raised(NamedTuple):
    """The severity that the findings of a rule, or of the rules with a tag, have at least; `of` is the id or tag."""

    of: str
    to: Severity


class RulebookPin(NamedTuple):
    """The one rulebook that a policy was made for: its version, the digest of its files, or both."""

    version: str | None
    digest: str | None


class NamedFile(NamedTuple):
    """A file that a policy names, and the SHA-256 that its bytes must have, where the policy says it."""

    path: Path
    digest: str | None


#: Whether a run may be given a file (waivers, a baseline): any, none, or the one that the policy names.
Allowed = Literal["any", "none"] | NamedFile


class Policy(NamedTuple):
    """What fails the gate; `id` is that of the policy that was chosen, if one was.

    `select` and `ignore` hold ids and tags of rules. `profiles` are always screened for. `rulebook` is None where any
    will do. `remarks` say what was asked for and does not hold beside the policy.
    """

    fail_on: Severity = "high"
    allow_unscreened: bool = False
    warn_age_days: int = WARN_AGE_DAYS
    hard_age_days: int = HARD_AGE_DAYS
    list_warn_age_days: int = LIST_WARN_AGE_DAYS
    list_hard_age_days: int = LIST_HARD_AGE_DAYS
    id: str | None = None
    also_fail: tuple[TagThreshold, ...] = ()
    min_confidence: Confidence = "possible"
    strict: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[Raised, ...] = ()
    fail_provisional: bool = False
    profiles: tuple[str, ...] = ()
    rulebook: RulebookPin | None = None
    max_waiver_days: int = MAX_WAIVER_DAYS
    waivers: Allowed = "any"
    baseline: Allowed = "any"
    remarks: tuple[str, ...] = ()

    def threshold(self, rule: Rule) -> Severity:
        """Return the severity from which the findings of a rule fail the gate."""
        tagged = (each.at for each in self.also_fail if each.tag in rule.tags)
        return min((self.fail_on, *tagged), key=SEVERITIES.index)

    def left_out(self, rule: Rule, confidence: Confidence) -> str | None:
        """Return the option by which a finding of a rule cannot fail the gate; None where it can."""
        if self.select and not is_of(rule, self.select):
            return "select"
        if is_of(rule, self.ignore):
            return "ignore"
        if CONFIDENCES.index(confidence) < CONFIDENCES.index(self.min_confidence):
            return "min-confidence"
        return None


def is_of(rule: Rule, names: tuple[str, ...]) -> bool:
    """Return whether a rule's id, or one of its tags, is among these names."""
    return not {rule.id, *rule.tags}.isdisjoint(names)
