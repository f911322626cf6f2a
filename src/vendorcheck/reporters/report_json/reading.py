"""A report read back from JSON: the same report, to the letter, without screening again."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from vendorcheck.model.finding import Finding, LineResult
from vendorcheck.model.report import Report, Settings
from vendorcheck.reporters.report_json import run_shapes as run
from vendorcheck.reporters.report_json import told_shapes as told
from vendorcheck.reporters.report_json.finding_shapes import LINE
from vendorcheck.reporters.report_json.findings import Known
from vendorcheck.reporters.report_json.shapes import Data, Shape, row


def report_of(data: Data) -> Report:
    """Return the report that data of its schema stand for; a KeyError, ValueError or TypeError where they are none."""
    return assembled(data, map(LINE.read, data["lines"]), map(known_of(data).read, data["findings"]))


def known_of(data: Data) -> Known:
    """Return what a report tells once, by which its findings are read."""
    return Known(
        _all(told.RULE, data["rules"]),
        _all(told.EVIDENCE, data["evidence"]),
        _all(told.THREAD, data["threads"]),
        _all(told.CONTRADICTION, data["contradictions"]),
    )


def assembled(data: Data, lines: Iterable[LineResult], findings: Iterable[Finding]) -> Report:
    """Return the report of these lines and findings, and of data for all else."""
    provenance = run.PROVENANCE.read(data["provenance"])
    return Report(
        settings=_settings(data, provenance.reference, provenance.prepared_by),
        summary=run.SUMMARY.read(data["summary"]),
        verdict=run.VERDICT.read(data["gate"]),
        lines=tuple(lines),
        findings=tuple(findings),
        suppliers=_all(run.SUPPLIER, data["suppliers"]),
        coverage=run.COVERAGE.read(data["coverage"]),
        provenance=provenance,
        limits=row(data["limits"]),
        rules=_all(told.RULE, data["rules"]),
        parties=_all(told.PARTY, data["parties"]),
        documents=_all(told.DOCUMENT, data["documents"]),
    )


def _settings(data: Data, reference: str | None, prepared_by: str | None) -> Settings:
    return Settings(
        profiles=_all(run.PROFILE, data["buyers"]),
        as_of=date.fromisoformat(data["as_of"]),
        today=date.fromisoformat(data["today"]),
        purpose=data["purpose"],
        all_lines=data["all_lines"],
        summary_only=data["summary_only"],
        reference=reference,
        prepared_by=prepared_by,
    )


def _all(shape: Shape[Any], items: list[Data]) -> tuple[Any, ...]:
    return tuple(map(shape.read, items))
