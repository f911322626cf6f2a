"""Findings in JSON: what many of them rest on is told once, and named by each."""

from collections.abc import Iterable, Mapping
from typing import Any

from vendorcheck.model.contradiction import Contradiction
from vendorcheck.model.correspondence import Thread
from vendorcheck.model.finding import Finding, Proof
from vendorcheck.model.records import RuleRecord
from vendorcheck.reporters.report_json.finding_shapes import FINDING_HEAD
from vendorcheck.reporters.report_json.shapes import Data, Shape

_HEAD: Shape[dict[str, Any]] = Shape(dict, FINDING_HEAD)

#: What a finding repeats of a piece of evidence; the rest is told once, at the number `told`.
_REPEATED = ("id", "standing", "date", "citation", "line_of_evidence")


class Told:
    """What the findings of a report rest on, each piece once, in the order in which findings name it."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        """Collect what these findings rest on; those of one rule and party share it, so each is looked at once."""
        self.evidence: dict[Proof, int] = {}
        self.threads: dict[str, Thread] = {}
        self.contradictions: dict[str, Contradiction] = {}
        for finding in {id(finding.evidence): finding for finding in findings}.values():
            for proof in finding.evidence:
                self.evidence.setdefault(proof, len(self.evidence))
        for finding in {(id(each.threads), id(each.contradictions)): each for each in findings}.values():
            self.threads.update((thread.id, thread) for thread in finding.threads)
            self.contradictions.update((each.id, each) for each in finding.contradictions)

    def write(self, finding: Finding) -> Data:
        """Return a finding as data that names what is told once."""
        return {
            **_HEAD.write(finding),  # type: ignore[arg-type]  # it is read into keywords, with what is told once
            "evidence": [
                {**{key: getattr(proof, key) for key in _REPEATED}, "told": self.evidence[proof]}
                for proof in finding.evidence
            ],
            "threads": [thread.id for thread in finding.threads],
            "contradictions": [each.id for each in finding.contradictions],
        }


class Known:
    """What a report has told by the time its findings are read."""

    def __init__(
        self,
        rules: Iterable[RuleRecord],
        evidence: Iterable[Proof],
        threads: Iterable[Thread],
        contradictions: Iterable[Contradiction],
    ) -> None:
        """Read findings that name these."""
        self._rules: Mapping[str, RuleRecord] = {rule.id: rule for rule in rules}
        self._evidence = tuple(evidence)
        self._threads = {thread.id: thread for thread in threads}
        self._contradictions = {each.id: each for each in contradictions}
        self._shared: dict[tuple[Any, ...], tuple[Any, ...]] = {}

    def read(self, data: Data) -> Finding:
        """Return the finding that data stand for; a KeyError or IndexError where they name what was not told."""
        rule = self._rules[data["rule"]]
        return Finding(
            **_HEAD.read(data),
            binds=rule.binds,
            questions=rule.questions,
            evidence=self._share(tuple(self._evidence[proof["told"]] for proof in data["evidence"])),
            threads=self._share(tuple(self._threads[name] for name in data["threads"])),
            contradictions=self._share(tuple(self._contradictions[name] for name in data["contradictions"])),
        )

    def _share(self, value: tuple[Any, ...]) -> tuple[Any, ...]:
        """The same object for equal values, as findings of one rule and party have it."""
        return self._shared.setdefault(value, value)
