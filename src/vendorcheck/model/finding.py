"""Findings and determinations: what a rule came to for a line, and what the line came to."""

from typing import Literal, NamedTuple, get_args

from vendorcheck.model.contradiction import Contradiction
from vendorcheck.model.correspondence import Thread
from vendorcheck.model.evidence import Standing
from vendorcheck.model.hit import Basis, Confidence, Hit, Relation
from vendorcheck.model.rule import Act, Question, Severity, Subject
from vendorcheck.model.waiver import Cleared, WaivedBy

Determination = Literal["PROHIBITED", "UNDETERMINED", "REVIEW", "CLEAR", "NOT_SCREENED"]
DETERMINATIONS: tuple[Determination, ...] = get_args(Determination)

Outcome = Literal["yes", "unknown", "possible"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


#: Whether a finding stands in the report that a run is compared with; None where there is none.
BaselineState = Literal["new", "known"]
BASELINE_STATES: tuple[BaselineState, ...] = get_args(BaselineState)


class Flag(NamedTuple):
    """A rule that reached a hit: its outcome for this buyer on this date, before any wording.

    `entries` are those of lists by which it did, beside the rulebook or alone.
    """

    rule: str
    party: str | None
    hit: Hit | None
    relation: Relation
    uncertain: bool
    outcome: Outcome
    severity: Severity
    barred: tuple[Act, ...]
    provisional: str | None
    needs: tuple[str, ...]
    note: str | None = None
    entries: tuple[str, ...] = ()


class Judged(NamedTuple):
    """What the gate asks of a finding."""

    rule: str
    severity: Severity
    confidence: Confidence
    outcome: Outcome
    provisional: bool


class Decision(NamedTuple):
    """What a line came to: the first determination that holds, and the flags behind it."""

    determination: Determination
    reason: str | None
    flags: tuple[Flag, ...]


class Place(NamedTuple):
    """Where in a bill: line and column as a person sees them, `cell` the field number from 1."""

    sheet: str | None
    column: int | str | None
    cell: int | None
    pointer: str | None = None


class Need(NamedTuple):
    """A fact that is missing, and the question that would settle it."""

    fact: str
    ask: str


class Ground(NamedTuple):
    """What the identity rests on: a record of the rulebook, or an entry of a list with the date of the list."""

    kind: Literal["rulebook", "list"]
    id: str
    list: str | None = None
    list_date: str | None = None


class Proof(NamedTuple):
    """An instrument or a claim that a finding rests on, where a reader can verify it."""

    id: str
    standing: Standing
    date: str | None
    citation: str
    statement: str
    asserted_by: str
    line_of_evidence: str | None
    url: str | None = None
    document: str | None = None


class Answer(NamedTuple):
    """The other side: what is said for the company and by whom, or that the sources record no answer."""

    party: str
    statement: str
    asserted_by: str | None = None
    standing: Standing | None = None
    date: str | None = None
    citation: str | None = None
    id: str | None = None
    document: str | None = None


class MatchNote(NamedTuple):
    """The two names side by side: found in the bill, listed in the record, and what spoke for or against."""

    role: str
    found: str
    listed: str
    agreed: tuple[str, ...]
    set_aside: tuple[str, ...]
    against: tuple[str, ...]


class Excerpt(NamedTuple):
    """A screened cell as it may be repeated, with its field number."""

    cell: int
    role: str
    heading: str
    text: str


class Finding(NamedTuple):
    """A flag in words: who, which rule, on what evidence, with what answer, and what to do.

    `binds` says whom the rule binds, `binds_buyer` whether one of them is the buyer of the run. `through` is the party
    behind the line where the rule names another that stands in `relation` to it.
    """

    id: str
    fingerprint: str
    bill: str
    line: int | None
    place: Place
    subject: Subject
    rule: str
    title: str
    outcome: Outcome
    severity: Severity
    bars: tuple[Act, ...]
    barred: tuple[Act, ...]
    binds: tuple[str, ...]
    binds_buyer: bool
    party: str | None
    party_name: str | None
    relation: Relation
    uncertain: bool
    through: str | None
    relation_note: str | None
    basis: Basis
    confidence: Confidence
    match: MatchNote
    matches: tuple[MatchNote, ...]
    grounds: tuple[Ground, ...]
    provisional: str | None
    needs: tuple[Need, ...]
    message: str
    next_steps: tuple[str, ...]
    questions: tuple[Question, ...]
    excerpt: tuple[Excerpt, ...]
    evidence: tuple[Proof, ...]
    answers: tuple[Answer, ...]
    threads: tuple[Thread, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    waived: WaivedBy | None = None
    baseline: BaselineState | None = None
    fails_gate: bool = False

    @property
    def judged(self) -> Judged:
        """What the gate asks of it."""
        return Judged(self.rule, self.severity, self.confidence, self.outcome, self.provisional is not None)


class FlaggedPart(NamedTuple):
    """A line that belongs to an assembly and did not come out clear."""

    line: int
    determination: Determination


class LineResult(NamedTuple):
    """What one line came to; `behind` are the names of the parties hit, without their owners.

    `aside` says what it is where it is no line of the bill, `notes` how it was read where that is not plain to see,
    `parts` which flagged lines belong to it where it is an assembly, `cleared` which of its names waivers clear.
    """

    bill: str
    line: int | None
    place: Place
    determination: Determination
    reason: str | None
    screened_on: tuple[str, ...]
    parties: tuple[str, ...]
    findings: tuple[str, ...]
    excerpt: tuple[Excerpt, ...]
    behind: tuple[str, ...] = ()
    aside: str | None = None
    notes: tuple[str, ...] = ()
    parts: tuple[FlaggedPart, ...] = ()
    cleared: tuple[Cleared, ...] = ()
