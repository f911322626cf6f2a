"""What `evidence` says to a reader: the documents and claims of a rulebook."""

from collections.abc import Iterator

from vendorcheck.model.evidence import Claim, Document
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.reporters.text import WIDTH
from vendorcheck.reporters.text.rows import EMPTY, Indent, Row, paragraph, row

_FIELDS = Indent(2, 18)
_OF_CLAIM = Indent(4, 18)


def list_rows(rulebook: Rulebook) -> Iterator[Row]:
    """Yield each document with what to know before relying on it, and the counts."""
    for document in rulebook.documents.values():
        yield row(document.id)
        yield from _labelled(
            _FIELDS,
            ("publisher", document.publisher),
            ("published", document.published.text),
            ("copy", document.copy_quality),
            ("reliability", document.reliability),
            ("claims", str(len(document.claims))),
            ("line of evidence", document.line_of_evidence),
        )
    yield row(f"{counted(len(rulebook.documents), 'document')} · {counted(len(rulebook.claims), 'claim')}")


def show_rows(rulebook: Rulebook, name: str) -> Iterator[Row]:
    """Yield a document with its claims, or a claim with its document, its answers and its context."""
    document = rulebook.documents.get(name)
    return _document(document) if document else _claim_alone(rulebook, rulebook.claims[name])


def counted(count: int, thing: str) -> str:
    """Return a count of things in words: `1 claim`, `2 claims`."""
    return f"{count} {thing}" + ("" if count == 1 else "s")


def _document(document: Document) -> Iterator[Row]:
    yield row(document.id)
    yield from _labelled(
        _FIELDS,
        ("title", document.title),
        ("publisher", document.publisher),
        ("cited as", document.short),
        ("published", document.published.text),
        ("kind", document.kind),
        ("url", document.url),
        ("seen", f"{document.seen.replace('_', ' ')} · {document.copy_quality}"),
        ("reliability", document.reliability),
        ("line of evidence", document.line_of_evidence),
        ("digest", document.digest),
    )
    for claim in document.claims:
        yield EMPTY
        yield from _claim(claim)
        yield from _labelled(
            _OF_CLAIM,
            ("answers", ", ".join(claim.answers)),
            ("beside it", ", ".join(claim.context)),
        )
    yield EMPTY
    yield row(counted(len(document.claims), "claim"))


def _claim_alone(rulebook: Rulebook, claim: Claim) -> Iterator[Row]:
    document = rulebook.documents[claim.document]
    yield from _claim(claim)
    yield from _labelled(
        _OF_CLAIM,
        ("document", f"{document.id} · {document.short}, {document.published.text}"),
        ("", f"copy {document.copy_quality} · reliability {document.reliability}"),
        ("line of evidence", claim.line_of_evidence),
        ("digest", claim.locator.sha256 if claim.locator else None),
    )
    asked = [each for each in rulebook.claims.values() if claim.id in each.answers]
    for heading, claims in (
        ("answers", [rulebook.claims[name] for name in claim.answers]),
        ("answers to", asked),
        ("beside it", [rulebook.claims[name] for name in claim.context]),
    ):
        for each in claims:
            yield EMPTY
            yield row(heading)
            yield from _claim(each)


def _claim(claim: Claim) -> Iterator[Row]:
    place = f"line {claim.locator.line}" if claim.locator else "seen in accounts by others"
    yield row(f"  {claim.id} · {claim.standing.replace('_', ' ')} · {place}")
    yield from _labelled(
        _OF_CLAIM,
        ("says", claim.statement),
        ("said by", claim.asserted_by),
        ("date", claim.event),
        ("about", ", ".join(claim.about)),
        ("type", claim.type),
        ("note", claim.note),
    )


def _labelled(indent: Indent, *fields: tuple[str, str | None]) -> Iterator[Row]:
    for label, text in fields:
        if text:
            yield from paragraph(label, text, WIDTH, indent)
