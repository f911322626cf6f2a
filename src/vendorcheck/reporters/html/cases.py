"""What each rule says of each party, told once: the law, what is claimed and by whom, and what is answered."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vendorcheck.model.contradiction import Contradiction
from vendorcheck.model.correspondence import Thread
from vendorcheck.model.finding import Finding, Proof
from vendorcheck.model.period import days_text
from vendorcheck.model.records import RuleRecord
from vendorcheck.reporters.html.speech import Speaker, Told, speakers
from vendorcheck.reporters.html.words import counted
from vendorcheck.reporters.html.worst import weight
from vendorcheck.reporters.text.findings import rests_on_law


class Reference(NamedTuple):
    """Something that stands elsewhere in the page, or in this place for the first time."""

    anchor: str
    text: str


class Case(NamedTuple):
    """A rule about a party, with its proof; `finding` is the worst of those it is told for."""

    anchor: str
    finding: Finding
    rule: RuleRecord | None
    laws: Sequence[Proof]
    has_law: bool
    claims: Sequence[Speaker]
    answers: Sequence[Speaker]
    weighed: str
    letters: Sequence[Reference]
    differ: Sequence[Reference]
    findings: int

    @property
    def binds_others(self) -> bool:
        """Whether the rule binds buyers, and the buyer of the run is none of them."""
        return bool(self.finding.binds) and not self.finding.binds_buyer


class Cases:
    """The cases of a page in the order of their weight, each with a place; findings that say the same share one."""

    def __init__(self, findings: Iterable[Finding], rules: Iterable[RuleRecord]) -> None:
        """Begin with the findings that are shown."""
        self.letters: dict[str, tuple[str, Thread]] = {}
        self.differ: dict[str, tuple[str, Contradiction]] = {}
        self._rules = {rule.id: rule for rule in rules}
        self._told = Told()
        self._keys: dict[tuple[object, ...], int] = {}
        self._groups: list[list[Finding]] = []
        self._anchors: dict[str, str] = {}
        for finding in sorted(findings, key=weight):
            self._add(finding)
        self._cases = [self._case(at, group) for at, group in enumerate(self._groups, 1)]

    def anchor(self, finding: Finding) -> str:
        """Return where in the page the proof of a finding stands."""
        return self._anchors[finding.id]

    def of(self, party: str | None) -> list[Case]:
        """Return the cases about a party; those about a kind of equipment are about none."""
        return [case for case in self._cases if case.finding.party == party]

    def parties(self) -> list[str | None]:
        """Return the parties that have cases, the weightiest first."""
        return list(dict.fromkeys(case.finding.party for case in self._cases))

    def _add(self, finding: Finding) -> None:
        key = (finding.rule, finding.party, finding.message, finding.evidence, finding.answers)
        at = self._keys.setdefault(key, len(self._groups))
        if at == len(self._groups):
            self._groups.append([])
        self._groups[at].append(finding)
        self._anchors[finding.id] = f"proof-{at + 1}"

    def _case(self, at: int, group: list[Finding]) -> Case:
        first = group[0]
        claims = [proof for proof in first.evidence if proof.line_of_evidence is not None]
        self._told.begin(Reference(f"proof-{at}", first.title))
        return Case(
            anchor=f"proof-{at}",
            finding=first,
            rule=self._rules.get(first.rule),
            laws=[proof for proof in first.evidence if proof.line_of_evidence is None],
            has_law=rests_on_law(first),
            claims=speakers(claims, self._told),
            answers=speakers(first.answers, self._told) if claims else (),
            weighed=weighed(claims),
            letters=[self._letter(thread) for thread in first.threads],
            differ=[self._difference(each) for each in first.contradictions],
            findings=len(group),
        )

    def _letter(self, thread: Thread) -> Reference:
        anchor, known = self.letters.setdefault(thread.id, (f"letters-{len(self.letters) + 1}", thread))
        return Reference(anchor, thread_name(known))

    def _difference(self, found: Contradiction) -> Reference:
        anchor, known = self.differ.setdefault(found.id, (f"differ-{len(self.differ) + 1}", found))
        return Reference(anchor, known.question)


def thread_name(thread: Thread) -> str:
    """Return how a correspondence is called: by its title, and who first wrote to whom when."""
    if not thread.messages:
        return thread.title
    first = thread.messages[0]
    return f"{thread.title}: {first.sender} to {first.addressee}, {days_text(first.date.text)}"


def weighed(evidence: Sequence[Proof]) -> str:
    """Return how many claims there are, and how many lines of evidence; nothing where there are none."""
    claims = [proof for proof in evidence if proof.line_of_evidence is not None]
    if not claims:
        return ""
    lines = len({proof.line_of_evidence for proof in claims})
    return f"{counted(len(claims), 'claim')}, {counted(lines, 'line')} of evidence"
