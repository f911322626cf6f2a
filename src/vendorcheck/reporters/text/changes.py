"""What changed in law, in rows."""

from collections.abc import Iterator, Sequence

from vendorcheck.model.change import Change
from vendorcheck.model.period import days_text
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.reporters.text.rows import EMPTY, Indent, Row, paragraph, row, wrapped

_UNDER = Indent(2, 12)


def change_rows(changes: Sequence[Change], rulebook: Rulebook, width: int) -> Iterator[Row]:
    """Yield through when each source was verified and by whom it was reviewed, then each change in law."""
    for source in rulebook.sources:
        day = source.verified_through.isoformat() if source.verified_through else "a day that is not recorded"
        reviewed = f"reviewed by {source.reviewed_by}" if source.reviewed_by else "who reviewed it is not recorded"
        yield from wrapped(f"rulebook {source.name} {source.version}: verified through {day}; {reviewed}", width)
    for change in changes:
        yield EMPTY
        yield row((days_text(change.date.text), "strong"))
        yield from paragraph("what", change.what, width, _UNDER)
        laws = "; ".join(rulebook.instruments[name].short for name in change.instruments)
        yield from paragraph("law", laws, width, _UNDER)
        if change.rules:
            yield from paragraph("rules", ", ".join(change.rules), width, _UNDER)
        yield from paragraph("recorded", f"{change.recorded.isoformat()}; {change.reviewed_by}", width, _UNDER)
    yield EMPTY
    yield row(f"{len(changes)} {'change' if len(changes) == 1 else 'changes'} in law")
