"""What `evidence` says as JSON: schemas of their own, written from the model field by field."""

from typing import Any

from vendorcheck.model.evidence import Claim, Document
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.reporters.report_json import thread_data
from vendorcheck.rulebook.locators import Outcome, locator_of
from vendorcheck.rulebook.verification import STATES, Checked, Copy, OtherFile, Verification

LIST_SCHEMA = "vendorcheck.evidence-list/v0"
SHOW_SCHEMA = "vendorcheck.evidence-show/v0"
VERIFY_SCHEMA = "vendorcheck.evidence-verify/v0"

Data = dict[str, Any]


def list_data(rulebook: Rulebook) -> Data:
    """Return the documents of a rulebook."""
    documents = rulebook.documents.values()
    return {
        "schema": LIST_SCHEMA,
        "rulebook": _rulebook(rulebook),
        "documents": [{**_document(document), "claims": len(document.claims)} for document in documents],
    }


def show_data(rulebook: Rulebook, name: str) -> Data:
    """Return a document with its claims, or a claim, and in `related` the claims that these name or that name them."""
    document = rulebook.documents.get(name)
    claims = document.claims if document else (rulebook.claims[name],)
    return {
        "schema": SHOW_SCHEMA,
        "id": name,
        "kind": "document" if document else "claim",
        "document": _document(document or rulebook.documents[claims[0].document]),
        "claims": [_claim(claim) for claim in claims],
        "requests": [thread_data(request) for request in document.requests] if document else [],
        "related": [_claim(claim) for claim in _related(rulebook, claims)],
    }


def verify_data(verification: Verification, rulebook: Rulebook, sources: str, exit_code: int) -> Data:
    """Return what verifying came to."""
    documents = verification.documents
    return {
        "schema": VERIFY_SCHEMA,
        "sources": sources,
        "verified": verification.verified,
        "exit_code": exit_code,
        "rulebook": _rulebook(rulebook),
        "summary": {
            "documents": {state: sum(each.state == state for each in documents) for state in STATES},
            "locators": {
                "verified": sum(each.copy.held for each in documents if each.copy),
                "changed": sum(len(each.failed) for each in documents if each.copy),
                "not_found": sum(len(each.failed) for each in documents if not each.copy),
            },
            "files": verification.files,
            "other_files": len(verification.others),
        },
        "documents": [_checked(each) for each in documents],
        "other_files": [_other(each) for each in verification.others],
        "without_text": [each.id for each in verification.without_text],
    }


def _rulebook(rulebook: Rulebook) -> list[Data]:
    return [{"name": source.name, "version": source.version, "sha256": source.digest} for source in rulebook.sources]


def _document(document: Document) -> Data:
    return {
        "id": document.id,
        "publisher": document.publisher,
        "short": document.short,
        "title": document.title,
        "published": document.published.text,
        "kind": document.kind,
        "url": document.url,
        "seen": document.seen,
        "copy_quality": document.copy_quality,
        "reliability": document.reliability,
        "reasons": list(document.reasons),
        "line_of_evidence": document.line_of_evidence,
        "sha256": document.digest,
    }


def _claim(claim: Claim) -> Data:
    return {
        "id": claim.id,
        "document": claim.document,
        "about": list(claim.about),
        "type": claim.type,
        "event": claim.event,
        "statement": claim.statement,
        "asserted_by": claim.asserted_by,
        "standing": claim.standing,
        "locator": {"line": claim.locator.line, "sha256": claim.locator.sha256} if claim.locator else None,
        "line_of_evidence": claim.line_of_evidence,
        "answers": list(claim.answers),
        "context": list(claim.context),
        "contradicts": list(claim.contradicts),
        "note": claim.note,
    }


def _related(rulebook: Rulebook, claims: tuple[Claim, ...]) -> list[Claim]:
    shown = {claim.id for claim in claims}
    named = {name for claim in claims for name in _named(claim)}
    naming = {claim.id for claim in rulebook.claims.values() if not shown.isdisjoint(_named(claim))}
    return [claim for claim in rulebook.claims.values() if claim.id in (named | naming) - shown]


def _named(claim: Claim) -> tuple[str, ...]:
    return (*claim.answers, *claim.context, *claim.contradicts)


def _checked(checked: Checked) -> Data:
    return {
        "id": checked.document.id,
        "state": checked.state,
        **_copy(checked.copy),
        "claims": len(checked.document.claims),
        "not_verified": [_outcome(outcome) for outcome in checked.failed],
    }


def _copy(copy: Copy | None) -> Data:
    if copy is None:
        return {"file": None, "copy": None, "encoding": None}
    return {"file": copy.file, "copy": "seen" if copy.exact else "another", "encoding": copy.encoding}


def _outcome(outcome: Outcome) -> Data:
    return {
        "claim": outcome.claim.id,
        "line": locator_of(outcome.claim).line,
        "found": outcome.found,
        "found_line": outcome.line,
        "file_line": outcome.file_line,
    }


def _other(other: OtherFile) -> Data:
    nearest = other.nearest
    return {
        "file": other.name,
        "unread": other.unread,
        "document": nearest.document.id if nearest else None,
        "verified": nearest.held if nearest else 0,
    }
