"""The report as one page for a browser and for paper: no script, nothing loaded, its pictures within it."""

from typing import BinaryIO

from vendorcheck.model.report import Report
from vendorcheck.reporters.html.cases import Cases
from vendorcheck.reporters.html.environment import render
from vendorcheck.reporters.html.lines import line_anchors, lines
from vendorcheck.reporters.html.opening import opening
from vendorcheck.reporters.html.parties import Parties
from vendorcheck.reporters.html.record import documents, origins, waivers
from vendorcheck.reporters.html.runs import runs
from vendorcheck.reporters.html.strips import counts, strips
from vendorcheck.reporters.html.suppliers import suppliers
from vendorcheck.reporters.html.tables import tables
from vendorcheck.reporters.html.to_do import steps
from vendorcheck.reporters.html.words import counted, not_screened_text, short_names
from vendorcheck.reporters.html.worst import chosen
from vendorcheck.reporters.output import text_writer


def write(report: Report, file: BinaryIO) -> None:
    """Write the report as one HTML page; beyond a thousand findings the worst, and where the others are."""
    text_writer([page(report)])(file)


def page(report: Report) -> str:
    """Return the report as HTML, the same for the same report."""
    shown = chosen(report)
    cases = Cases(shown.findings.values(), report.rules)
    names = short_names(report) or {bill.name: bill.name for bill in report.coverage.bills}
    every = lines(report, shown, cases)
    return render(
        "page.html.j2",
        report=report,
        chosen=shown,
        opening=opening(report),
        counts=counts(report),
        strips=strips(report),
        steps=steps(report, shown, line_anchors(shown)),
        suppliers=suppliers(report),
        lines=every,
        rows=runs(every),
        parties=Parties(report, shown, cases).all(),
        documents=documents(report),
        waivers=waivers(report),
        tables=tables(report),
        not_screened=[not_screened_text(item, names) for item in report.coverage.not_screened],
        origins=origins(report),
        several=bool(short_names(report)),
        counted=counted,
    )
