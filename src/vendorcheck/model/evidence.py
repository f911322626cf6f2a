"""Evidence: source documents, the claims in them, and with what standing each was made."""

from typing import Literal, NamedTuple, get_args

from vendorcheck.model.correspondence import Thread
from vendorcheck.model.period import Period

Standing = Literal[
    "government_action",
    "court",
    "parliamentary_finding",
    "international_body",
    "regulator_correspondence",
    "unofficial_tribunal",
    "government_allegation",
    "investigative_report",
    "ngo_allegation",
    "retained_counsel_statement",
    "company_admission",
    "company_denial",
    "company_statement",
    "state_statement",
    "procedural",
]
#: The order sorts; it never weighs.
STANDINGS: tuple[Standing, ...] = get_args(Standing)


class Locator(NamedTuple):
    """The non-empty line of the document, from 1, and the SHA-256 of that line's normalised text."""

    line: int
    sha256: str


class Claim(NamedTuple):
    """What one speaker asserted about a party, in our words, with its place in the document."""

    id: str
    document: str
    about: tuple[str, ...]
    type: str
    event: str | None
    statement: str
    asserted_by: str
    standing: Standing
    locator: Locator | None
    line_of_evidence: str
    answers: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    note: str | None = None


class Document(NamedTuple):
    """A source document: who published it and when, what was seen of it, how far to rely on it.

    `digest` is the SHA-256 of the bytes of the copy that was seen, and `lines` how many non-empty lines it has; a
    document of which only accounts or excerpts by others were seen has neither, and its claims have no locator.
    """

    id: str
    publisher: str
    short: str
    title: str
    published: Period
    kind: str
    url: str | None
    seen: str
    copy_quality: str
    reliability: str
    line_of_evidence: str
    claims: tuple[Claim, ...]
    digest: str | None = None
    requests: tuple[Thread, ...] = ()
    reasons: tuple[str, ...] = ()
    lines: int | None = None
