"""Which of some files is which document, and whether every claim still stands where its locator says."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, get_args

from vendorcheck.model.evidence import Claim, Document
from vendorcheck.rulebook.locators import Lines, Outcome, check, index, locator_of
from vendorcheck.rulebook.sources import SourceFile

State = Literal["verified", "changed", "not_found"]
STATES: tuple[State, ...] = get_args(State)


class Copy(NamedTuple):
    """A file held against a document, with how many non-empty lines it has.

    It is `exact` where its bytes are those of the copy that was seen.
    """

    document: Document
    file: str
    encoding: str
    lines: int
    exact: bool
    outcomes: tuple[Outcome, ...]

    @property
    def held(self) -> int:
        """How many claims stand where their locators say."""
        return sum(outcome.found == "holds" for outcome in self.outcomes)

    @property
    def located(self) -> int:
        """How many different lines the claims stand in."""
        return len({outcome.claim.locator for outcome in self.outcomes})

    @property
    def present(self) -> int:
        """How many of these lines are in the file, wherever."""
        return len({outcome.claim.locator for outcome in self.outcomes if outcome.found in ("holds", "moved")})

    @property
    def named(self) -> bool:
        """Whether the file is named after the document."""
        return self.file.rpartition("/")[2].partition(".")[0] == self.document.id

    @property
    def recognised(self) -> bool:
        """Whether the file is taken for the document: by its bytes, half of the located lines, or its name."""
        return self.exact or self.named or self.present * 2 >= self.located


class Checked(NamedTuple):
    """A document, the copy of it among the files, if any, and what is found at each of its claims' locators."""

    document: Document
    copy: Copy | None
    outcomes: tuple[Outcome, ...]

    @property
    def state(self) -> State:
        """Whether every locator holds, not every one, or there is no copy."""
        if self.copy is None:
            return "not_found"
        return "changed" if self.failed else "verified"

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The claims that do not stand where their locators say."""
        return tuple(outcome for outcome in self.outcomes if outcome.found != "holds")


class OtherFile(NamedTuple):
    """A file that no document was verified by: why it was not read, or the document that it holds most lines of."""

    name: str
    unread: str | None
    nearest: Copy | None


class Verification(NamedTuple):
    """Every document with what its locators came to, and the files that were of no use.

    `without_text` are the documents that were seen in accounts by others alone: their claims have no locator.
    """

    documents: tuple[Checked, ...]
    others: tuple[OtherFile, ...]
    files: int
    without_text: tuple[Document, ...] = ()

    @property
    def verified(self) -> bool:
        """Whether there is a document with locators, and every locator of every one holds."""
        return bool(self.documents) and all(checked.state == "verified" for checked in self.documents)


def verify(documents: Sequence[Document], files: Iterable[SourceFile]) -> Verification:
    """Return what the files say of the documents' locators; only one file's text is held at a time."""
    without_text = tuple(document for document in documents if document.digest is None)
    documents = [document for document in documents if document.digest is not None]
    wanted = frozenset(locator_of(claim).sha256 for document in documents for claim in document.claims)
    names: dict[str, str | None] = {}
    copies: list[Copy] = []
    for file in files:
        names[file.name] = file.unread
        if file.text is not None:
            lines = index(file.text, wanted)
            copies += [copy for document in documents if _bears(copy := _copy(document, file, lines))]
    checked = tuple(_checked(document, copies) for document in documents)
    used = {each.copy.file for each in checked if each.copy}
    others = (OtherFile(name, unread, _nearest(name, copies)) for name, unread in names.items() if name not in used)
    return Verification(checked, tuple(others), len(names), without_text)


def _copy(document: Document, file: SourceFile, lines: Lines) -> Copy:
    outcomes = tuple(check(claim, lines) for claim in document.claims)
    return Copy(document, file.name, file.encoding, len(lines.in_file), file.digest == document.digest, outcomes)


def _bears(copy: Copy) -> bool:
    """Whether the file has anything of the document; all else is dropped at once."""
    return bool(copy.present or copy.exact or copy.named)


def _checked(document: Document, copies: Sequence[Copy]) -> Checked:
    """The document by its best copy; a file that is another document to the byte is no copy of this one."""
    taken = {copy.file for copy in copies if copy.exact and copy.document.id != document.id}
    found = [
        copy
        for copy in copies
        if copy.document.id == document.id and copy.recognised and (copy.exact or copy.file not in taken)
    ]
    best = max(found, key=_likeness, default=None)
    return Checked(document, best, best.outcomes if best else tuple(map(_nowhere, document.claims)))


def _nearest(name: str, copies: Sequence[Copy]) -> Copy | None:
    return max((copy for copy in copies if copy.file == name), key=_likeness, default=None)


def _likeness(copy: Copy) -> tuple[bool, int, int, bool]:
    return copy.exact, copy.present, copy.held, copy.named


def _nowhere(claim: Claim) -> Outcome:
    return Outcome(claim, "no_source")
