"""Which finding of one report is which of another: by what it is about, never by where it stands."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from vendorcheck.model.comparison import FieldChange
from vendorcheck.model.finding import OUTCOMES, Determination, Excerpt, Finding
from vendorcheck.model.report import Report
from vendorcheck.model.rule import at_least

#: Roles of cells that say what a line is about; other cells (a quantity, a purpose) may change and it stays the same.
_NAMING = ("maker", "brand", "vendor", "part", "description", "mac", "fcc_id")

#: What names the product of a line, in the order in which it is looked for.
_MAKERS, _PARTS = ("maker", "brand", "vendor"), ("part", "description")

Key = tuple[object, ...]


class Sided(NamedTuple):
    """A finding with what its line came to."""

    finding: Finding
    determination: Determination | None


class Pairs(NamedTuple):
    """The findings of two reports: those in both, those in the new one alone, those in the old one alone."""

    both: tuple[tuple[Sided, Sided], ...]
    appeared: tuple[Sided, ...]
    gone: tuple[Sided, ...]


def pair_findings(old: Report, new: Report) -> Pairs:
    """Return which findings of two reports are the same.

    Of one rule, party and product those are paired first whose lines state the same facts, so that lines may change
    places; then those that say the same; then those with one fingerprint; then what is left. No finding is paired
    twice, so nothing that was added is taken for what was there before.
    """
    before, after = list(_sided(old)), list(_sided(new))
    both: list[tuple[Sided, Sided]] = []
    for key in (_same, _stated, _alike, _fingerprint, _about):
        found, before, after = _paired(before, after, key)
        both += found
    order = {id(finding): at for at, finding in enumerate(new.findings)}
    both.sort(key=lambda pair: order[id(pair[1].finding)])
    return Pairs(tuple(both), tuple(after), tuple(before))


def changes_of(old: Sided, new: Sided) -> Iterator[FieldChange]:
    """Yield what a finding says otherwise than before, of what a reader acts on."""
    for (name, before), (_, after) in zip(_state(old), _state(new), strict=True):
        if before != after:
            yield FieldChange(name, before, after)


def is_raised(old: Finding, new: Finding) -> bool:
    """Return whether a finding is more certain, more severe or less provisional than it was."""
    return (
        OUTCOMES.index(new.outcome) < OUTCOMES.index(old.outcome)
        or (new.severity != old.severity and at_least(new.severity, old.severity))
        or (old.provisional is not None and new.provisional is None)
    )


def names_of(excerpt: Iterable[Excerpt]) -> tuple[str, ...]:
    """Return the cells of a line that say what it is about, role by role, whatever order the columns have."""
    return tuple(sorted(f"{each.role}={_folded(each.text)}" for each in excerpt if each.role in _NAMING))


def cells_of(excerpt: Iterable[Excerpt]) -> tuple[str, ...]:
    """Return all screened cells of a line with their headings, whatever order the columns have."""
    return tuple(sorted(f"{each.role}={each.heading}={each.text}" for each in excerpt))


def _sided(report: Report) -> Iterator[Sided]:
    lines: Mapping[str, Determination] = {name: line.determination for line in report.lines for name in line.findings}
    return (Sided(finding, lines.get(finding.id)) for finding in report.findings)


def _state(sided: Sided) -> Iterator[tuple[str, str]]:
    finding = sided.finding
    yield "severity", finding.severity
    yield "outcome", finding.outcome
    yield "determination", sided.determination or "none"
    yield "confidence", finding.confidence
    yield "waived", f"by {finding.waived.id}" if finding.waived else "no"
    yield "provisional", finding.provisional or "no"


def _same(sided: Sided) -> Key:
    return (*_stated(sided), *_state(sided))


def _stated(sided: Sided) -> Key:
    """What a finding is about, and all that its line states."""
    excerpt = sided.finding.excerpt
    cells = sorted(f"{each.role}={_folded(each.text)}" for each in excerpt if each.text.strip())
    return (*_about(sided), *cells)


def _alike(sided: Sided) -> Key:
    return (*_about(sided), *_state(sided))


def _fingerprint(sided: Sided) -> Key:
    return (sided.finding.fingerprint,)


def _about(sided: Sided) -> Key:
    """What a finding is about: rule, party and product, and whom it is about if that is the seller."""
    finding = sided.finding
    seller = _text(finding, ("vendor",)) if finding.subject == "counterparty" else None
    return (finding.rule, finding.party, finding.subject, _text(finding, _MAKERS), _text(finding, _PARTS), seller)


def _text(finding: Finding, roles: Sequence[str]) -> str:
    for role in roles:
        texts = sorted(_folded(each.text) for each in finding.excerpt if each.role == role)
        if texts:
            return " ".join(texts)
    return ""


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _paired(
    before: Sequence[Sided], after: Sequence[Sided], key: Callable[[Sided], Key]
) -> tuple[list[tuple[Sided, Sided]], list[Sided], list[Sided]]:
    """Findings with equal keys, one to one in their order, and what is left of either side."""
    waiting: defaultdict[Key, deque[Sided]] = defaultdict(deque)
    for each in before:
        waiting[key(each)].append(each)
    both: list[tuple[Sided, Sided]] = []
    left: list[Sided] = []
    for each in after:
        same = waiting[key(each)]
        if same:
            both.append((same.popleft(), each))
        else:
            left.append(each)
    taken = {id(old) for old, _ in both}
    return both, [each for each in before if id(each) not in taken], left
