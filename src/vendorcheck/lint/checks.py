"""The table of all checks, and the rulebook looked at by each of them."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from vendorcheck.lint import cases, circles, conditions, editing, marks, names, namings, order, reach, review, wording
from vendorcheck.lint.book import Book
from vendorcheck.model.errors import Fault, Remark, RulebookError, Spot
from vendorcheck.rulebook import survey

#: How many remarks are said; who has so many mends the first ones first.
MAX_REMARKS = 1_000


class Check(NamedTuple):
    """A check: its name, what it looks at, and whether what it finds is only a warning."""

    name: str
    look: Callable[[Book], Iterator[Fault]]
    is_warning: bool = False


#: What keeps a rulebook from being loaded, and so a scan from being run.
LOADING = ("files", "yaml", "schema", "dates", "marks", "ids", "references")

CHECKS: tuple[Check, ...] = (
    Check("order", order.order),
    Check("circles", circles.circles),
    Check("cases", cases.cases),
    Check("listed-names", names.listed_names),
    Check("doubtful-names", namings.doubtful_names),
    Check("unscreened-names", namings.unscreened_names),
    Check("same-names", names.same_names),
    Check("short-names", names.short_names),
    Check("same-marks", marks.same_marks),
    Check("contradictory", conditions.contradictory),
    Check("unreachable", reach.unreachable),
    Check("wording", wording.wording),
    Check("plain-names", names.plain_names, is_warning=True),
    Check("idle", conditions.idle, is_warning=True),
    Check("unbound", reach.unbound, is_warning=True),
    Check("review", review.review, is_warning=True),
    Check("schema-lines", editing.schema_lines, is_warning=True),
)


def validate(paths: Sequence[Path], today: date, *, shipped: bool = True) -> tuple[Remark, ...]:
    """Return every fault and warning of the files at the given paths, or of the shipped rulebook where none is given.

    They come in the order of files and lines. Beyond a thousand the rest is left for when these are mended.
    """
    found = survey(paths, shipped=shipped)
    book = Book(found, today)
    remarks = [*found.remarks, *islice(_remarks(book), MAX_REMARKS + 1)]
    remarks.sort(
        key=lambda remark: (remark.fault.spot.file, remark.fault.spot.line or 0, remark.fault.spot.column or 0)
    )
    if len(remarks) <= MAX_REMARKS:
        return tuple(remarks)
    more = Fault(
        f"there is more: these are {MAX_REMARKS} of the faults and warnings", Spot("rulebook"), "Mend them first."
    )
    return (*remarks[:MAX_REMARKS], Remark("files", more))


def refuse_faults() -> None:
    """Raise a RulebookError where the shipped rulebook has a fault: what is built must hold together.

    Warnings depend on the day, and a build does not.
    """
    faults = tuple(remark.fault for remark in validate([], date.min) if not remark.is_warning)
    if faults:
        raise RulebookError(faults)


def _remarks(book: Book) -> Iterator[Remark]:
    for check in CHECKS:
        for fault in check.look(book):
            yield Remark(check.name, fault, check.is_warning)
