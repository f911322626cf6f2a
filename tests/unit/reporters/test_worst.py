"""What stands first where there is no room for all."""

from collections.abc import Callable

from vendorcheck.model.finding import Finding
from vendorcheck.model.report import Report
from vendorcheck.model.waiver import WaivedBy
from vendorcheck.reporters.worst import left_out, worst_first


def test_severity_comes_first_then_how_settled_it_is_then_where(report: Report, finding: Finding) -> None:
    ordered = [
        finding,
        finding._replace(line=3),
        finding._replace(line=3, rule="of-acme"),
        finding._replace(bill="parts.csv", line=1),
        finding._replace(outcome="unknown"),
        finding._replace(outcome="possible"),
        finding._replace(provisional="Nobody saw it."),
        finding._replace(waived=WaivedBy("W-1", "mitigated")),
        finding._replace(severity="high"),
        finding._replace(severity="info"),
    ]
    for mixed in (ordered[::-1], ordered[5:] + ordered[:5], ordered[::2] + ordered[1::2]):
        assert worst_first(report._replace(findings=tuple(mixed))) == ordered


def test_nothing_is_dropped(many: Callable[[int], Report]) -> None:
    report = many(50)
    assert sorted(worst_first(report), key=lambda each: each.id) == list(report.findings)


def test_what_is_left_out_is_counted() -> None:
    assert left_out(1, "line") == "1 more line is not shown here, the least weighty; the JSON report has all."
    assert left_out(3, "finding").startswith("3 more findings are not shown here")
