"""The report as JSON: a schema of its own, written from the model by its keys, never dumped."""

from collections.abc import Iterable, Iterator
from typing import Any

from vendorcheck.model.correspondence import Thread
from vendorcheck.model.finding import Finding, LineResult
from vendorcheck.model.report import Report
from vendorcheck.reporters.report_json import run_shapes as run
from vendorcheck.reporters.report_json import told_shapes as told
from vendorcheck.reporters.report_json.dumping import dump_items
from vendorcheck.reporters.report_json.finding_shapes import LINE
from vendorcheck.reporters.report_json.findings import Told
from vendorcheck.reporters.report_json.shapes import Data

REPORT_SCHEMA = "vendorcheck.report/v1"


def json_texts(report: Report) -> Iterator[str]:
    """Yield the whole report as JSON, piece by piece, the same bytes for the same report."""
    rows = _rows(report)
    return dump_items(_head(report) | dict.fromkeys(rows) | _tail(report), rows)


def report_data(report: Report) -> Data:
    """Return the report as the plain data of its schema."""
    rows = {key: list(items) for key, items in _rows(report).items()}
    return _head(report) | rows | _tail(report)


def line_data(line: LineResult) -> Data:
    """Return a line as data."""
    return LINE.write(line)


def finding_data(finding: Finding) -> Data:
    """Return a finding as data that stands by itself, with everything it rests on."""
    return {
        **Told([finding]).write(finding),
        "evidence": [told.EVIDENCE.write(proof) for proof in finding.evidence],
        "threads": [thread_data(thread) for thread in finding.threads],
        "contradictions": [told.CONTRADICTION.write(each) for each in finding.contradictions],
    }


def thread_data(thread: Thread) -> Data:
    """Return a correspondence as data."""
    return told.THREAD.write(thread)


def _head(report: Report) -> Data:
    settings = report.settings
    return {
        "schema": REPORT_SCHEMA,
        "as_of": settings.as_of.isoformat(),
        "today": settings.today.isoformat(),
        "historical": settings.as_of < settings.today,
        "profiles": [profile.id for profile in settings.profiles],
        "buyers": [run.PROFILE.write(profile) for profile in settings.profiles],
        "purpose": settings.purpose,
        "summary_only": settings.summary_only,
        "all_lines": settings.all_lines,
        "summary": run.SUMMARY.write(report.summary),
        "gate": run.VERDICT.write(report.verdict),
    }


def _rows(report: Report) -> dict[str, Iterable[Any]]:
    """The rows of the report: what its lines and findings speak of before them, so that they can be read in one go."""
    known = Told(report.findings)
    return {
        "rules": map(told.RULE.write, report.rules),
        "parties": map(told.PARTY.write, report.parties),
        "documents": map(told.DOCUMENT.write, report.documents),
        "evidence": map(told.EVIDENCE.write, known.evidence),
        "threads": map(told.THREAD.write, known.threads.values()),
        "contradictions": map(told.CONTRADICTION.write, known.contradictions.values()),
        "lines": map(LINE.write, report.lines),
        "findings": map(known.write, report.findings),
        "suppliers": map(run.SUPPLIER.write, report.suppliers),
    }


def _tail(report: Report) -> Data:
    return {
        "coverage": run.COVERAGE.write(report.coverage),
        "provenance": {
            **run.PROVENANCE.write(report.provenance),
            "bills": [{"bill": bill.name, "sha256": bill.digest} for bill in report.coverage.bills],
        },
        "limits": list(report.limits),
    }
