"""The report as JSON: a schema of its own, written from the model field by field, never dumped."""

import json
import re
from collections.abc import Mapping
from typing import Any

from vendorcheck.model.bom import Layout, LineNumbers, Reading
from vendorcheck.model.correspondence import Thread
from vendorcheck.model.finding import Answer, Excerpt, Finding, LineResult, MatchNote, Place, Proof
from vendorcheck.model.report import BillRecord, Coverage, NotScreened, Provenance, Report, SupplierResult
from vendorcheck.model.rule import Question

REPORT_SCHEMA = "vendorcheck.report/v0"

#: Control and direction signs, what shows nothing, and lone surrogates.
_ACTING = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)

Data = dict[str, Any]


def render_json(report: Report) -> str:
    """Return the whole report as JSON, the same bytes for the same report."""
    return dump(report_data(report))


def dump(data: Mapping[str, Any]) -> str:
    """Return data as JSON text that ends in a newline; what would act on a terminal is written as its escape."""
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    return _ACTING.sub(lambda sign: json.dumps(sign[0])[1:-1], text)


def report_data(report: Report) -> Data:
    """Return the report as the plain data of its schema."""
    settings = report.settings
    return {
        "schema": REPORT_SCHEMA,
        "as_of": settings.as_of.isoformat(),
        "today": settings.today.isoformat(),
        "historical": settings.as_of < settings.today,
        "profiles": [profile.id for profile in settings.profiles],
        "purpose": settings.purpose,
        "summary_only": settings.summary_only,
        "all_lines": settings.all_lines,
        "summary": _summary(report),
        "gate": {
            "passed": report.verdict.passed,
            "exit_code": report.verdict.exit_code,
            "fail_on": report.verdict.fail_on,
            "policy": report.verdict.policy,
            "reasons": list(report.verdict.reasons),
        },
        "lines": [_line(line) for line in report.lines],
        "findings": [_finding(finding) for finding in report.findings],
        "suppliers": [_supplier(supplier) for supplier in report.suppliers],
        "coverage": _coverage(report.coverage),
        "provenance": _provenance(report.provenance, report.coverage),
        "limits": list(report.limits),
    }


def layout_data(layout: Layout) -> Data:
    """Return what was found about a bill before its lines were read."""
    return {
        "format": layout.format,
        "encoding": layout.encoding,
        "delimiter": layout.delimiter,
        "sheet": layout.sheet,
        "header_line": layout.header_line,
        "columns": [{"cell": column.cell, "heading": column.heading, "role": column.role} for column in layout.columns],
    }


def reading_data(reading: Reading) -> Data:
    """Return what reading came to: everything that was not a plain line, with its line numbers."""
    return {
        "rows": reading.lines,
        "before_header": _numbers(reading.before_header),
        "blank": _numbers(reading.blank),
        "comments": _numbers(reading.comments),
        "repeated_headers": _numbers(reading.repeated_headers),
        "ragged": _numbers(reading.ragged),
        "unclosed_quotes": _numbers(reading.unclosed_quotes),
        "broken_characters": _numbers(reading.broken_characters),
        "unreadable": [
            {"line": first, "last_line": last, "reason": reason}
            for reason, numbers in reading.unreadable.items()
            for first, last in numbers.stretches
        ],
    }


def _summary(report: Report) -> Data:
    summary = report.summary
    return {
        "lines": summary.lines,
        "by_determination": dict(summary.by_determination),
        "findings": summary.findings,
        "by_severity": dict(summary.by_severity),
        "by_rule": dict(summary.by_rule),
        "waived": summary.waived,
        "provisional": summary.provisional,
        "suppliers": summary.suppliers,
    }


def _line(line: LineResult) -> Data:
    return {
        "bill": line.bill,
        "line": line.line,
        "place": _place(line.place),
        "determination": line.determination,
        "reason": line.reason,
        "screened_on": list(line.screened_on),
        "parties": list(line.parties),
        "behind": list(line.behind),
        "findings": list(line.findings),
        "excerpt": [_excerpt(cell) for cell in line.excerpt],
    }


def _finding(finding: Finding) -> Data:
    return {
        "id": finding.id,
        "fingerprint": finding.fingerprint,
        "bill": finding.bill,
        "line": finding.line,
        "place": _place(finding.place),
        "subject": finding.subject,
        "rule": finding.rule,
        "title": finding.title,
        "outcome": finding.outcome,
        "severity": finding.severity,
        "bars": list(finding.bars),
        "barred": list(finding.barred),
        "binds": list(finding.binds),
        "binds_buyer": finding.binds_buyer,
        "party": finding.party,
        "party_name": finding.party_name,
        "relation": finding.relation,
        "uncertain": finding.uncertain,
        "through": finding.through,
        "relation_note": finding.relation_note,
        "basis": finding.basis,
        "confidence": finding.confidence,
        "match": _match(finding.match),
        "matches": [_match(match) for match in finding.matches],
        "grounds": [
            {"kind": ground.kind, "id": ground.id, "list": ground.list, "list_date": ground.list_date}
            for ground in finding.grounds
        ],
        "provisional": finding.provisional,
        "needs": [{"fact": need.fact, "ask": need.ask} for need in finding.needs],
        "message": finding.message,
        "next_steps": list(finding.next_steps),
        "questions": [_question(question) for question in finding.questions],
        "excerpt": [_excerpt(cell) for cell in finding.excerpt],
        "waived": finding.waived,
        "evidence": [_proof(proof) for proof in finding.evidence],
        "answers": [_answer(answer) for answer in finding.answers],
        "threads": [thread_data(thread) for thread in finding.threads],
    }


def thread_data(thread: Thread) -> Data:
    """Return a correspondence as data."""
    return {
        "id": thread.id,
        "title": thread.title,
        "messages": [
            {
                "date": message.date.text,
                "from": message.sender,
                "to": message.addressee,
                "kind": message.kind,
                "says": message.says,
                "source": message.source,
                "claims": list(message.claims),
                "url": message.url,
            }
            for message in thread.messages
        ],
        "open": [{"point": point.point, "since": point.since.text, "note": point.note} for point in thread.open],
    }


def _place(place: Place) -> Data:
    return {"sheet": place.sheet, "column": place.column, "cell": place.cell, "pointer": place.pointer}


def _match(match: MatchNote) -> Data:
    return {
        "role": match.role,
        "found": match.found,
        "listed": match.listed,
        "agreed": list(match.agreed),
        "set_aside": list(match.set_aside),
        "against": list(match.against),
    }


def _excerpt(cell: Excerpt) -> Data:
    return {"cell": cell.cell, "role": cell.role, "heading": cell.heading, "text": cell.text}


def _question(question: Question) -> Data:
    return {"id": question.id, "to": question.to, "ask": question.ask}


def _proof(proof: Proof) -> Data:
    return {
        "id": proof.id,
        "standing": proof.standing,
        "date": proof.date,
        "citation": proof.citation,
        "line_of_evidence": proof.line_of_evidence,
        "statement": proof.statement,
        "asserted_by": proof.asserted_by,
        "url": proof.url,
    }


def _answer(answer: Answer) -> Data:
    return {
        "party": answer.party,
        "statement": answer.statement,
        "asserted_by": answer.asserted_by,
        "standing": answer.standing,
        "date": answer.date,
        "citation": answer.citation,
        "id": answer.id,
    }


def _supplier(supplier: SupplierResult) -> Data:
    return {
        "name": supplier.name,
        "lines": supplier.lines,
        "by_determination": dict(supplier.by_determination),
        "findings": supplier.findings,
        "rules": list(supplier.rules),
        "questions": [_question(question) for question in supplier.questions],
    }


def _coverage(coverage: Coverage) -> Data:
    return {
        "screened": coverage.screened,
        "not_screened": [_not_screened(item) for item in coverage.not_screened],
        "unreadable": coverage.unreadable,
        "suppliers_left_out": coverage.suppliers_left_out,
        "bills": [_bill(bill) for bill in coverage.bills],
    }


def _not_screened(item: NotScreened) -> Data:
    return {
        "bill": item.bill,
        "reason": item.reason,
        "lines": item.lines,
        "stretches": [list(stretch) for stretch in item.stretches],
        "complete": item.complete,
    }


def _bill(bill: BillRecord) -> Data:
    return {
        "bill": bill.name,
        "error": bill.error,
        "layout": layout_data(bill.layout) if bill.layout else None,
        "reading": reading_data(bill.reading),
    }


def _numbers(numbers: LineNumbers) -> Data:
    return {
        "count": numbers.count,
        "stretches": [list(stretch) for stretch in numbers.stretches],
        "complete": numbers.complete,
    }


def _provenance(provenance: Provenance, coverage: Coverage) -> Data:
    return {
        "version": provenance.version,
        "bills": [{"bill": bill.name, "sha256": bill.digest} for bill in coverage.bills],
        "rulebook": [
            {
                "name": source.name,
                "version": source.version,
                "sha256": source.digest,
                "verified_through": source.verified_through.isoformat() if source.verified_through else None,
            }
            for source in provenance.rulebook
        ],
        "lists": [
            {"name": each.name, "sha256": each.digest, "list_date": each.date, "entries": each.entries}
            for each in provenance.lists
        ],
        "waivers": None,
        "policy": None,
        "reference": provenance.reference,
        "prepared_by": provenance.prepared_by,
    }
