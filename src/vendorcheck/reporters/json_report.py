"""The report as JSON: a schema of its own, written from the model field by field, never dumped."""

import json
import re
from collections.abc import Mapping
from typing import Any

from vendorcheck.model.contradiction import Contradiction
from vendorcheck.model.correspondence import Thread
from vendorcheck.model.finding import Answer, Excerpt, Finding, LineResult, MatchNote, Place, Proof
from vendorcheck.model.report import Report, SupplierResult
from vendorcheck.model.rule import Question
from vendorcheck.model.waiver import Cleared
from vendorcheck.reporters.json_coverage import Data, coverage_data, provenance_data

REPORT_SCHEMA = "vendorcheck.report/v0"

#: Control and direction signs, what shows nothing, and lone surrogates.
_ACTING = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)


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
        "lines": [line_data(line) for line in report.lines],
        "findings": [finding_data(finding) for finding in report.findings],
        "suppliers": [_supplier(supplier) for supplier in report.suppliers],
        "coverage": coverage_data(report.coverage),
        "provenance": provenance_data(report.provenance, report.coverage),
        "limits": list(report.limits),
    }


def _summary(report: Report) -> Data:
    summary = report.summary
    return {
        "lines": summary.lines,
        "by_determination": dict(summary.by_determination),
        "findings": summary.findings,
        "by_severity": dict(summary.by_severity),
        "by_rule": dict(summary.by_rule),
        "asides": summary.asides,
        "waived": summary.waived,
        "provisional": summary.provisional,
        "suppliers": summary.suppliers,
    }


def line_data(line: LineResult) -> Data:
    """Return a line as data."""
    return {
        "bill": line.bill,
        "line": line.line,
        "place": _place(line.place),
        "determination": line.determination,
        "reason": line.reason,
        "screened_on": list(line.screened_on),
        "parties": list(line.parties),
        "behind": list(line.behind),
        "aside": line.aside,
        "notes": list(line.notes),
        "parts": [{"line": part.line, "determination": part.determination} for part in line.parts],
        "cleared": [_cleared(each) for each in line.cleared],
        "findings": list(line.findings),
        "excerpt": [_excerpt(cell) for cell in line.excerpt],
    }


def _cleared(cleared: Cleared) -> Data:
    return {"waiver": cleared.waiver, "role": cleared.role, "found": cleared.found, "party": cleared.party}


def finding_data(finding: Finding) -> Data:
    """Return a finding as data."""
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
        "contradictions": [_contradiction(each) for each in finding.contradictions],
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


def _contradiction(found: Contradiction) -> Data:
    return {
        "id": found.id,
        "question": found.question,
        "state": found.state,
        "says": found.says,
        "reading": found.reading,
        "claims": list(found.claims),
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
