"""The sheet of evidence: each law and claim once, both sides beside each other; then letters and differences."""

from collections import Counter
from collections.abc import Iterator

from vendorcheck.model.contradiction import Contradiction
from vendorcheck.model.correspondence import Thread
from vendorcheck.model.evidence import Standing
from vendorcheck.model.finding import Finding, Proof
from vendorcheck.model.period import dated, days_text
from vendorcheck.model.records import DocumentRecord
from vendorcheck.model.report import Report
from vendorcheck.reporters.table import answer_text
from vendorcheck.reporters.text.findings import standing_text
from vendorcheck.reporters.xlsx.book import Book, Value, outside
from vendorcheck.reporters.xlsx.places import EVIDENCE, Places
from vendorcheck.reporters.xlsx.tables import Table, write_table

_TABLE = Table(
    EVIDENCE,
    (
        ("Id", 20),
        ("Kind", 10),
        ("What it says", 48),
        ("Who says so", 17),
        ("Standing", 15),
        ("Date", 11),
        ("The company's answer", 56),
        ("Citation", 25),
        ("Address", 40),
        ("Document", 40),
        ("Line of evidence", 24),
        ("Findings", 11),
    ),
    "No finding, and so no evidence.",
    printed=8,
)


def write_evidence(book: Book, report: Report, places: Places) -> None:
    """Write all that the findings of a report rest on; the first rows are those that findings lead to."""
    write_table(book, _TABLE, _rows(report, places))


def _rows(report: Report, places: Places) -> Iterator[list[Value]]:
    sides = _Sides(report)
    documents = {document.id: document for document in report.documents}
    for proof in places.told.evidence:
        yield _proof(proof, sides, documents.get(proof.document or ""))
    for thread in places.told.threads.values():
        yield from _letters(thread)
    for each in places.told.contradictions.values():
        yield _difference(each)


class _Sides:
    """What is answered to each piece of evidence, and how many findings rest on it."""

    def __init__(self, report: Report) -> None:
        self.answers: dict[Proof, dict[str, None]] = {}
        self.findings: Counter[Proof] = Counter()
        groups: dict[tuple[int, str, str | None], list[Finding]] = {}
        for finding in report.findings:
            groups.setdefault((id(finding.evidence), finding.rule, finding.party), []).append(finding)
        for findings in groups.values():
            self._add(findings[0], len(findings))

    def _add(self, finding: Finding, count: int) -> None:
        claims = [proof for proof in finding.evidence if proof.line_of_evidence is not None]
        for proof in set(finding.evidence):
            self.findings[proof] += count
        for proof in claims or finding.evidence:
            self.answers.setdefault(proof, {}).update(dict.fromkeys(map(answer_text, finding.answers)))


def _proof(proof: Proof, sides: _Sides, document: DocumentRecord | None) -> list[Value]:
    address = proof.url or (document.url if document else None)
    return [
        Value(proof.id, "strong"),
        Value("claim" if proof.line_of_evidence else "law or list"),
        Value(proof.statement),
        Value(proof.asserted_by),
        Value(_standing(proof.standing)),
        Value(proof.date and days_text(proof.date)),
        Value(tuple(sides.answers.get(proof, ()))),
        Value(proof.citation),
        Value(address, "link" if outside(address) else "text", outside(address)),
        Value(_document(document) if document else proof.document),
        Value(proof.line_of_evidence),
        Value(sides.findings[proof], "number"),
    ]


def _standing(standing: Standing) -> str:
    """A standing in words; by itself "denial" would not say whose."""
    return standing.replace("_", " ") if standing.startswith("company") else standing_text(standing)


def _document(document: DocumentRecord) -> tuple[str, ...]:
    seen = f"seen: {document.seen.replace('_', ' ')}, {document.copy_quality}; reliability {document.reliability}"
    return f"{document.publisher}: {document.title}, {document.published}", seen


def _letters(thread: Thread) -> Iterator[list[Value]]:
    for message in thread.messages:
        address = outside(message.url)
        yield [
            Value(thread.id, "strong"),
            Value(f"letter: {message.kind}"),
            Value((thread.title, message.says)),
            Value(f"{message.sender} to {message.addressee}"),
            Value(None),
            Value(days_text(message.date.text)),
            Value(None),
            Value(message.source),
            Value(message.url, "link" if address else "text", address),
        ]
    for point in thread.open:
        note = f" ({point.note})" if point.note else ""
        yield [
            Value(thread.id, "strong"),
            Value("asked and not answered"),
            Value((thread.title, f"{point.point}{note}")),
            Value(None),
            Value(None),
            Value(dated("since", point.since.text)),
        ]


def _difference(each: Contradiction) -> list[Value]:
    says = (each.question, each.says, each.reading)
    cells = (None, each.state, days_text(each.since.text), None, ", ".join(each.claims))
    return [Value(each.id, "strong"), Value("sources differ"), Value(says), *map(Value, cells)]
