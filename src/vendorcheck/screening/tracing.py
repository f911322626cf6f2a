"""Single lines explained: the bill is screened as ever, and of the lines asked for it is told how they came out."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import closing

from vendorcheck.evaluate import QUALIFIERS, TRIGGERS, Explained, RuleTracer, Spotted, World
from vendorcheck.gate import would_fail
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.finding import Decision, Finding
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.trace import Explanation, LineTrace
from vendorcheck.readers import check_screenable, open_bom
from vendorcheck.rulebook import load_rulebook
from vendorcheck.screening.request import Request
from vendorcheck.screening.run import Run
from vendorcheck.screening.untraced import why_no_line


def explain_lines(path: str, numbers: Sequence[int], request: Request) -> Explanation:
    """Return the traces of lines of a bill, in the order asked for; an error for a number that is no line's."""
    rulebook = load_rulebook(request.rules, shipped=request.shipped_rules)
    run = TracedRun(request, rulebook, frozenset(numbers))
    with closing(open_bom(path, request.choices)) as bill:
        check_screenable(bill)
        run.screen(bill)
        for number in dict.fromkeys(numbers):
            if not run.traces_of(number):
                why = why_no_line(bill, number)
                raise VendorcheckError("usage", why.message, spot=Spot(bill.name, number), help=why.help)
        return run.explanation(bill.name, tuple(dict.fromkeys(numbers)))


class _Names(dict[str, str]):
    """The names by which a world speaks of parties, each asked for once: a list may have hundreds of thousands."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self._world = world

    def __missing__(self, party: str) -> str:
        name = self[party] = self._world.name_of(party)
        return name


class TracedRun(Run):
    """A run that tells of some lines, by number, how they came out."""

    def __init__(self, request: Request, rulebook: Rulebook, numbers: Collection[int]) -> None:
        """Prepare to screen with a rulebook, and to tell of these lines."""
        super().__init__(request, rulebook, numbers=frozenset(numbers))
        self._numbers = numbers
        self._tracer = RuleTracer(self._world, TRIGGERS, QUALIFIERS)
        self._traces: dict[int, list[LineTrace]] = {}

    def traces_of(self, number: int) -> Sequence[LineTrace]:
        """Return the traces of a line: one for each sheet that has it."""
        return self._traces.get(number, ())

    def explanation(self, bill: str, numbers: Sequence[int]) -> Explanation:
        """Return what was told of the lines."""
        return Explanation(
            bill,
            self._settings,
            self._rulebook,
            self._names(),
            tuple(trace for number in numbers for trace in self.traces_of(number)),
        )

    def _names(self) -> Mapping[str, str]:
        """The name of each party and list entry that a trace speaks of."""
        return _Names(self._world)

    def _decided(self, spotted: Spotted, decision: Decision) -> Explained | None:
        explained = super()._decided(spotted, decision)
        if spotted.line.number in self._numbers and (explained or spotted.line.aside is None):
            # What is not listed has no findings, so that explaining it takes no number from those that are.
            told = explained or self._explainer.explain(spotted, decision)
            self._traces.setdefault(spotted.line.number, []).append(self._trace(spotted, told))
        return explained

    def _list(self, explained: Explained | None) -> None:
        """Keep nothing: the traces have what is to be told."""

    def _trace(self, spotted: Spotted, told: Explained) -> LineTrace:
        facts = spotted.line.facts
        findings = tuple(finding._replace(fails_gate=self._fails(finding)) for finding in told.findings)
        return LineTrace(
            line=told.line,
            findings=findings,
            cells=self._resolver.cell_tracer.trace(spotted.columns, spotted.line),
            facts=facts,
            owners={hit.party: self._world.holdings.get(hit.party, ()) for hit in facts.hits},
            rules=self._tracer.trace(facts),
            failing=tuple(finding.id for finding in findings if finding.fails_gate),
        )

    def _fails(self, finding: Finding) -> bool:
        return finding.waived is None and would_fail(finding.judged, self._rulebook.rules, self._request.policy)
