"""One report laid beside another."""

from collections.abc import Iterable, Iterator

from vendorcheck.compare.causes import Other, Why
from vendorcheck.compare.findings import Sided, changes_of, pair_findings
from vendorcheck.compare.inputs import inputs_of
from vendorcheck.model.comparison import Comparison, Count, Difference, FieldChange, Side, SupplierChange
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.finding import DETERMINATIONS
from vendorcheck.model.report import Report, SupplierResult


def compare_reports(old: Report, new: Report) -> Comparison:
    """Return what is new, gone and changed from an old report to a new one, each with all that can have caused it.

    A report written with --summary-only has no findings to compare: its `Side` says so.
    """
    inputs = tuple(inputs_of(old, new))
    pairs = pair_findings(old, new)
    was, will = Other(old, inputs), Other(new, inputs)
    changed = [(before, after, tuple(changes_of(before, after))) for before, after in pairs.both]
    differing = [each for each in changed if each[2]]
    return Comparison(
        old=_side(old),
        new=_side(new),
        inputs=inputs,
        appeared=tuple(_difference(new, each, was.why_alone(each.finding)) for each in pairs.appeared),
        gone=tuple(_difference(old, each, will.why_alone(each.finding)) for each in pairs.gone),
        changed=tuple(
            _difference(new, after, was.why_changed(before.finding, after.finding), changes)
            for before, after, changes in differing
        ),
        unchanged=len(changed) - len(differing),
        determinations=tuple(
            Count(name, old.summary.by_determination.get(name, 0), new.summary.by_determination.get(name, 0))
            for name in DETERMINATIONS
        ),
        suppliers=tuple(_suppliers(old.suppliers, new.suppliers)),
    )


def refuse_without_findings(report: Report, name: str) -> None:
    """Refuse a report that was written without its findings: that none is new could not be said."""
    if report.settings.summary_only:
        raise VendorcheckError(
            "usage",
            f"{name} was written with --summary-only: it has no findings to compare",
            spot=Spot(name),
            help="Screen again without --summary-only.",
        )


def _difference(report: Report, sided: Sided, why: Why, changes: tuple[FieldChange, ...] = ()) -> Difference:
    finding = sided.finding
    others = bool(report.settings.profiles and finding.binds) and not finding.binds_buyer
    return Difference(finding, sided.determination, why.causes, why.because, changes, others)


def _side(report: Report) -> Side:
    settings, coverage = report.settings, report.coverage
    return Side(
        as_of=settings.as_of.isoformat(),
        today=settings.today.isoformat(),
        version=report.provenance.version,
        bills=tuple(bill.name for bill in coverage.bills),
        lines=report.summary.lines,
        findings=report.summary.findings,
        not_screened=report.summary.by_determination.get("NOT_SCREENED", 0),
        unreadable=coverage.unreadable,
        bills_not_read=sum(bill.error is not None for bill in coverage.bills),
        exit_code=report.verdict.exit_code,
        summary_only=settings.summary_only,
    )


def _suppliers(old: Iterable[SupplierResult], new: Iterable[SupplierResult]) -> Iterator[SupplierChange]:
    before, after = ({each.name: each for each in side} for side in (old, new))
    for name in dict.fromkeys((*before, *after)):
        first, second = before.get(name), after.get(name)
        if first is None or second is None or _counts(first) != _counts(second):
            yield SupplierChange(name, first, second)


def _counts(supplier: SupplierResult) -> tuple[object, ...]:
    return supplier.lines, supplier.findings, dict(supplier.by_determination)
