"""Two reports side by side: what is new, gone and changed, and which of their inputs can have caused it."""

from typing import Literal, NamedTuple, get_args

from vendorcheck.model.finding import Determination, Finding
from vendorcheck.model.report import SupplierResult

Cause = Literal["bill", "rulebook", "list", "date", "options", "waivers", "policy", "program"]
CAUSES: tuple[Cause, ...] = get_args(Cause)


class Side(NamedTuple):
    """One of the two reports: when and by what it was made, and what of its bills it did not screen."""

    as_of: str
    today: str
    version: str
    bills: tuple[str, ...]
    lines: int
    findings: int
    not_screened: int
    unreadable: int
    bills_not_read: int
    exit_code: int
    summary_only: bool

    @property
    def complete(self) -> bool:
        """Whether every line was screened and every bill read."""
        return not (self.not_screened or self.unreadable or self.bills_not_read)


class InputChange(NamedTuple):
    """An input that is not the same in both reports: what it is called, and what it was and is, None where it is not.

    `cause` says what a finding that differs may be due to because of it.
    """

    cause: Cause
    name: str
    old: str | None
    new: str | None


class FieldChange(NamedTuple):
    """Something that a finding says otherwise than before."""

    field: str
    old: str
    new: str


class Difference(NamedTuple):
    """A finding that stands in one report alone, or in both and not alike.

    `finding` is that of the new report where it has one. `causes` are all that it can be due to, as far as two reports
    tell: one where that is certain; none where they record no input that differs. `because` says what settles it.
    `binds_others` says that its rule binds buyers, and none of those that its report is for.
    """

    finding: Finding
    determination: Determination | None
    causes: tuple[Cause, ...]
    because: str | None = None
    changes: tuple[FieldChange, ...] = ()
    binds_others: bool = False


class Count(NamedTuple):
    """How many there were, and how many there are."""

    name: str
    old: int
    new: int


class SupplierChange(NamedTuple):
    """A supplier whose counts differ; None where a report does not have it."""

    name: str
    old: SupplierResult | None
    new: SupplierResult | None


class Comparison(NamedTuple):
    """What came of laying a new report beside an old one; `unchanged` counts the findings that are alike."""

    old: Side
    new: Side
    inputs: tuple[InputChange, ...]
    appeared: tuple[Difference, ...]
    gone: tuple[Difference, ...]
    changed: tuple[Difference, ...]
    unchanged: int
    determinations: tuple[Count, ...]
    suppliers: tuple[SupplierChange, ...]

    @property
    def differs(self) -> bool:
        """Whether the reports come to anything else; inputs alone that differ are no difference."""
        counted = ("lines", "not_screened", "unreadable", "bills_not_read", "exit_code")
        return bool(
            self.appeared
            or self.gone
            or self.changed
            or self.suppliers
            or any(count.old != count.new for count in self.determinations)
            or any(getattr(self.old, name) != getattr(self.new, name) for name in counted)
        )


class BillCheck(NamedTuple):
    """A bill of a report, the file that was taken for it, and whether its bytes are the same."""

    name: str
    file: str
    same: bool


class Verification(NamedTuple):
    """Whether a report still holds: the members of its bundle that were altered, its bills, and what differs.

    `parts` are the parts of the report that are not the same to the letter. Where a bundle was altered nothing is
    screened, and `comparison` is None.
    """

    report: str
    altered: tuple[str, ...]
    bills: tuple[BillCheck, ...] = ()
    parts: tuple[str, ...] = ()
    comparison: Comparison | None = None

    @property
    def holds(self) -> bool:
        """Whether the report holds to the letter."""
        return not (self.altered or self.parts) and self.comparison is not None
