"""Counts of a run: lines by determination, findings by severity and rule, and the suppliers."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from vendorcheck.evaluate.spotted import Spotted
from vendorcheck.model.bom import LineNumbers
from vendorcheck.model.finding import DETERMINATIONS, Decision, Determination, Flag, Judged
from vendorcheck.model.report import NotScreened, Summary, SupplierResult
from vendorcheck.model.rule import SEVERITIES, Question, Rule, Severity
from vendorcheck.model.waiver import WaivedBy

#: How many suppliers are kept apart; the rest are counted together.
MAX_SUPPLIERS = 10_000


class Tally:
    """Counts lines as they are decided.

    A run has few distinct decisions, so lines are counted by decision, and the decisions are taken
    apart once at the end.
    """

    def __init__(self) -> None:
        """Begin at nothing."""
        self._plain = 0
        self._decisions: list[Decision] = []
        self._numbers: dict[int, int] = {}
        self._lines: Counter[int] = Counter()
        self._supplied: Counter[str] = Counter()
        self._suppliers: dict[str, Counter[int]] = defaultdict(Counter)
        self._left_out = 0
        self._asides = 0
        self._cleared: Counter[str] = Counter()
        self._waived = 0
        self._excused: Counter[Judged] = Counter()
        self._not_screened: dict[tuple[str, str | None, str], LineNumbers] = {}

    def add_plain(self, lines: int) -> None:
        """Count lines that name a maker and show nothing else: no rule reached them."""
        self._plain += lines

    def add_suppliers(self, cells: Iterable[Sequence[str]]) -> None:
        """Count the lines of each supplier, as written, up to a bound on how many are kept apart."""
        for names in cells:
            if len(self._supplied) < MAX_SUPPLIERS:
                self._supplied.update(names)
                continue
            known = [name for name in names if name in self._supplied]
            self._supplied.update(known)
            self._left_out += sum(1 for name in names if name.strip()) - sum(1 for name in known if name.strip())

    def add(self, spotted: Spotted, decision: Decision, waived: Sequence[WaivedBy | None] = ()) -> None:
        """Count a decided line; `waived` says by flag which waiver covers it, and is empty where none is covered."""
        line = spotted.line
        number = self._number(decision)
        self._lines[number] += 1
        self._asides += line.aside is not None
        self._cleared.update({cleared.waiver for cleared in line.cleared})
        if waived:
            self._add_waived([flag for flag, by in zip(decision.flags, waived, strict=True) if by])
        if decision.determination == "NOT_SCREENED":
            reason = decision.reason or ""
            self._not_screened.setdefault((spotted.bill, spotted.sheet, reason), LineNumbers()).add(line.number)
        for column, text in zip(spotted.columns, line.cells, strict=True):
            if column.role == "vendor" and text in self._supplied:
                self._suppliers[text][number] += 1

    def _add_waived(self, flags: Sequence[Flag]) -> None:
        self._waived += len(flags)
        self._excused.update(map(_judged, flags))

    def _number(self, decision: Decision) -> int:
        """The number of a decision, known again by identity; it is kept, so its identity stays its own."""
        number = self._numbers.get(id(decision))
        if number is None:
            number = self._numbers[id(decision)] = len(self._decisions)
            self._decisions.append(decision)
        return number

    @property
    def determinations(self) -> Counter[Determination]:
        """How many lines came to what."""
        return self._determinations(self._lines, self._plain)

    @property
    def failing(self) -> Counter[Judged]:
        """How many findings the gate is to judge, by what it asks of them: all that no waiver covers."""
        counts: Counter[Judged] = Counter()
        for flag, count in self._flags():
            counts[_judged(flag)] += count
        return counts - self._excused

    def summary(self) -> Summary:
        """Return all counts."""
        flags = list(self._flags())
        determinations = self.determinations
        severities: Counter[Severity] = Counter()
        rules: Counter[str] = Counter()
        for flag, count in flags:
            severities[flag.severity] += count
            rules[flag.rule] += count
        return Summary(
            lines=determinations.total(),
            by_determination={name: determinations[name] for name in DETERMINATIONS},
            findings=severities.total(),
            by_severity={name: severities[name] for name in reversed(SEVERITIES)},
            by_rule=dict(sorted(rules.items())),
            asides=self._asides,
            waived=self._waived,
            provisional=sum(count for flag, count in flags if flag.provisional),
            suppliers=len(self._by_name()),
        )

    def _flags(self) -> Iterator[tuple[Flag, int]]:
        """Each flag of each decision with how many lines have it."""
        for number, count in self._lines.items():
            for flag in self._decisions[number].flags:
                yield flag, count

    def _determinations(self, lines: Counter[int], plain: int) -> Counter[Determination]:
        counts: Counter[Determination] = Counter({"CLEAR": plain})
        for number, count in lines.items():
            counts[self._decisions[number].determination] += count
        return counts

    @property
    def suppliers_left_out(self) -> int:
        """How many lines belong to suppliers that are not kept apart."""
        return self._left_out

    @property
    def cleared(self) -> Counter[str]:
        """How many lines have a name that a waiver clears, by waiver."""
        return self._cleared

    def not_screened(self) -> tuple[NotScreened, ...]:
        """Return the lines that named nothing to screen, by table and reason."""
        return tuple(
            NotScreened(bill, sheet, reason, numbers.count, numbers.in_order, numbers.complete)
            for (bill, sheet, reason), numbers in self._not_screened.items()
        )

    def suppliers(self, rules: Iterable[Rule]) -> tuple[SupplierResult, ...]:
        """Return the roll-up by counterparty: those with findings first, then by name.

        `rules` are those whose questions every supplier of the chosen buyer is asked.
        """
        questions = tuple({question.id: question for rule in rules for question in rule.supplier_questions}.values())
        results = [self._supplier(name, written, questions) for name, written in self._by_name().items()]
        return tuple(sorted(results, key=lambda result: (-result.findings, result.name.casefold(), result.name)))

    def _by_name(self) -> dict[str, list[str]]:
        """The suppliers, spaces aside, with the ways in which they are written."""
        names: dict[str, list[str]] = defaultdict(list)
        for written in self._supplied:
            names[" ".join(written.split())].append(written)
        names.pop("", None)
        return names

    def _supplier(self, name: str, written: Sequence[str], questions: tuple[Question, ...]) -> SupplierResult:
        lines = sum(self._supplied[each] for each in written)
        decided: Counter[int] = Counter()
        for each in written:
            decided.update(self._suppliers.get(each, {}))
        counts = self._determinations(decided, lines - decided.total())
        rules = dict.fromkeys(flag.rule for number in decided for flag in self._decisions[number].flags)
        return SupplierResult(
            name=name,
            lines=lines,
            by_determination={determination: counts[determination] for determination in DETERMINATIONS},
            findings=sum(count * len(self._decisions[number].flags) for number, count in decided.items()),
            rules=tuple(rules),
            questions=questions,
        )


def _judged(flag: Flag) -> Judged:
    confidence = flag.hit.confidence if flag.hit else "strong"
    return Judged(flag.rule, flag.severity, confidence, flag.outcome, flag.provisional is not None)
