"""Findings that differ, told once for what they share: the line, what it came to, and the cause."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vendorcheck.model.comparison import Comparison, Difference
from vendorcheck.model.rule import SEVERITIES, Severity
from vendorcheck.reporters.comparison import wording


class Rules(NamedTuple):
    """Rules of one severity that came to the same on a line: their names, and how many findings they are."""

    severity: Severity
    names: str
    changes: str
    number: int


class Group(NamedTuple):
    """The findings of one line about one party that are due to the same."""

    place: str
    what: str
    line: str
    cause: str
    rules: tuple[Rules, ...]


class Section(NamedTuple):
    """The findings of one kind: all counted, those of rules that bind other buyers not listed."""

    heading: str
    number: int
    groups: tuple[Group, ...]
    folded: str | None


def sections(comparison: Comparison) -> Iterator[Section]:
    """Yield what is new, gone and changed, as far as there is anything."""
    for heading, differences in (
        ("New findings", comparison.appeared),
        ("Findings that are gone", comparison.gone),
        ("Findings that changed", comparison.changed),
    ):
        if differences:
            shown = [each for each in differences if not each.binds_others]
            folded = wording.folded_text(len(differences) - len(shown), alone=not shown)
            yield Section(heading, len(differences), tuple(_groups(shown)), folded)


def _groups(differences: Iterable[Difference]) -> Iterator[Group]:
    groups: defaultdict[tuple[str, str, str, str], list[Difference]] = defaultdict(list)
    for each in differences:
        finding = each.finding
        place, what = wording.place_text(finding), wording.what_text(finding)
        groups[place, what, wording.line_text(each), wording.cause_text(each)].append(each)
    for key, together in groups.items():
        yield Group(*key, tuple(_rules(together)))


def _rules(differences: Sequence[Difference]) -> Iterator[Rules]:
    """The rules by severity, the gravest first, and by what is not as it was."""
    rows: defaultdict[tuple[Severity, str], list[str]] = defaultdict(list)
    for each in differences:
        changes = "; ".join(wording.change_texts(each))
        rows[each.finding.severity, changes].append(wording.rule_text(each.finding))
    for (severity, changes), names in sorted(rows.items(), key=lambda row: -SEVERITIES.index(row[0][0])):
        yield Rules(severity, ", ".join(names), changes, len(names))
