"""What `evidence verify` says to a reader: documents, claims that are not where they should be, counts."""

from collections import Counter
from collections.abc import Iterator

from vendorcheck.cli.evidence_text import counted
from vendorcheck.reporters.text.rows import EMPTY, Row, row
from vendorcheck.rulebook.locators import Outcome, locator_of
from vendorcheck.rulebook.verification import STATES, Checked, Copy, OtherFile, State, Verification

_WORDS: dict[State, str] = {"verified": "VERIFIED", "changed": "CHANGED", "not_found": "NOT FOUND"}


def verify_rows(verification: Verification, sources: str) -> Iterator[Row]:
    """Yield what every document came to, the files that were of no use, and the counts."""
    for checked in verification.documents:
        yield from _document(checked, sources)
    for other in verification.others:
        yield row(f"{other.name}   not used: {_why(other)}")
    for document in verification.without_text:
        claims = counted(len(document.claims), "claim")
        yield row(f"{document.id}   no locators: seen in accounts by others alone ({claims}; {document.url})")
    yield EMPTY
    yield from _counts(verification, sources)


def _document(checked: Checked, sources: str) -> Iterator[Row]:
    copy, claims = checked.copy, counted(len(checked.outcomes), "locator")
    yield row(f"{checked.document.id}   {_WORDS[checked.state]}")
    if copy is None:
        yield row(f"  not among the files of {sources}: {claims} not verified")
        return
    which = "the copy that was seen" if copy.exact else f"another copy ({copy.encoding})"
    if not checked.failed:
        yield row(f"  {copy.file}: {which}, all locators hold ({len(checked.outcomes)})")
        yield from _unlike(copy)
        return
    yield row(f"  {copy.file}: {which}, {len(checked.failed)} of {claims} not verified")
    yield from _unlike(copy)
    if copy.exact:
        yield row("  The text is as it was seen: it is the record that is wrong.")
    for outcome in checked.failed:
        place = copy.file if outcome.file_line is None else f"{copy.file}:{outcome.file_line}"
        yield row(f"    {place}   {outcome.claim.id}   {_found(copy, outcome)}")


def _unlike(copy: Copy) -> Iterator[Row]:
    """What the record says of the text as a whole, and what this copy is not."""
    if copy.named and not copy.exact:
        yield row(
            "  No file has the `digest` of the record: this is not the copy that was seen, or the digest is wrong."
        )
    said = copy.document.lines
    if said is not None and said != copy.lines:
        yield row(f"  The record says `lines: {said}`, and this text has {counted(copy.lines, 'non-empty line')}.")


def _found(copy: Copy, outcome: Outcome) -> str:
    line = locator_of(outcome.claim).line
    match outcome.found:
        case "moved":
            return f"its text now stands at line {outcome.line}, not {line}"
        case "another_text":
            return f"line {line} has another text"
    return f"there is no line {line}: the text has {counted(copy.lines, 'line')}"


def _why(other: OtherFile) -> str:
    if other.unread:
        return other.unread
    if other.nearest is None:
        return "no document's"
    copy = other.nearest
    held = f"{copy.held} of {counted(len(copy.outcomes), 'locator')} hold"
    if copy.recognised:
        return f"one more copy of {copy.document.id} ({held})"
    return f"too little of {copy.document.id} ({held})"


def _counts(verification: Verification, sources: str) -> Iterator[Row]:
    documents, others = verification.documents, len(verification.others)
    states = Counter(checked.state for checked in documents)
    yield row(" · ".join([counted(len(documents), "document"), *_each(states)]))
    locators: Counter[State] = Counter()
    for checked in documents:
        failed = len(checked.failed)
        locators["verified"] += len(checked.outcomes) - failed
        locators["changed" if checked.copy else "not_found"] += failed
    yield row(" · ".join([counted(locators.total(), "locator"), *_each(locators)]))
    files = counted(verification.files, "file") if verification.files else "no file"
    yield row(f"{files} in {sources}" + (f" · {others} not used" if others else ""))


def _each(counts: Counter[State]) -> Iterator[str]:
    return (f"{counts[state]} {_WORDS[state].lower()}" for state in STATES if counts[state])
