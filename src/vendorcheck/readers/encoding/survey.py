"""One pass over a file's bytes: its digest, the encoding that reads them, and a first look at both ends."""

import codecs
import hashlib
import os
from typing import BinaryIO, NamedTuple

from vendorcheck.readers.encoding.evidence import Evidence, Verdict

CHUNK = 1 << 20
HEAD = 4096

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: What switches to another alphabet in encodings that are otherwise ASCII.
_SHIFTS = ((b"\x1b$B", "iso2022_jp"), (b"\x1b$@", "iso2022_jp"), (b"\x1b$)C", "iso2022_kr"))

#: Of text in UTF-16 at least every so-manieth byte is a NUL, and every other one where it is plain English.
_FEW_NULS, _MANY_NULS = 20, 4


class State(NamedTuple):
    """What shows that a file has been written to: its size in bytes, and when that was, in nanoseconds."""

    size: int
    written: int

    @classmethod
    def of(cls, file: BinaryIO) -> "State":
        """Return the state that a file is in now."""
        status = os.fstat(file.fileno())
        return cls(status.st_size, status.st_mtime_ns)


class Survey(NamedTuple):
    """What the bytes of a file came to.

    `lossy` says that the encoding may not read every character, and `guessed` that it is only the likeliest. A line is
    `long` where not many should be held at once, and `endless` where it is longer than any line of a table.
    """

    digest: str
    encoding: str
    lossy: bool
    state: State
    head: bytes
    guessed: bool = False
    long: bool = False
    endless: bool = False

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is to be said of an encoding that the bytes do not settle."""
        if not self.guessed:
            return ()
        if self.encoding == "ascii":
            return ("no encoding is likely; what is not ASCII is not read; --encoding names one",)
        return ("the encoding is the likeliest by the letters; --encoding names another",)


def survey(file: BinaryIO) -> Survey:
    """Read the file from its start to its end and return its digest, its encoding and its first bytes."""
    state = State.of(file)
    file.seek(0)
    digest, evidence, head = hashlib.sha256(), Evidence(), b""
    while chunk := file.read(CHUNK):
        head = head or chunk[:HEAD]
        digest.update(chunk)
        evidence.weigh(chunk)
    verdict = _marked(head, evidence) or evidence.verdict()
    return Survey(digest.hexdigest(), *verdict[:2], state, head, verdict.guessed, evidence.long, evidence.endless)


def _marked(head: bytes, evidence: Evidence) -> Verdict | None:
    """What a mark or the pattern of NULs says of the encoding; nothing in most files."""
    encoding = next((encoding for mark, encoding in _MARKS if head.startswith(mark)), "") or unmarked(head)
    if not encoding:
        return None
    return Verdict(encoding, lossy=encoding != "utf-8-sig" or evidence.lossy, guessed=False)


def unmarked(head: bytes) -> str:
    """Return the encoding of text without a mark whose bytes give it away all the same; or nothing."""
    shifted = next((encoding for shift, encoding in _SHIFTS if shift in head), "")
    if shifted:
        return shifted
    fours = len(head) // 4
    first, second, third, fourth = (head[at : fours * 4 : 4].count(0) for at in range(4))
    if third == fourth == fours > first:
        return "utf-32-le"
    if first == second == fours > fourth:
        return "utf-32-be"
    even, odd = head[::2].count(0), head[1::2].count(0)
    found = "utf-16-le" if odd else "utf-16-be"
    nuls = max(even, odd)
    if min(even, odd) or nuls * _FEW_NULS <= len(head):
        return ""
    return found if nuls * _MANY_NULS > len(head) or _is_text(head, found) else ""


def _is_text(head: bytes, encoding: str) -> bool:
    """Whether bytes are lines of text in an encoding, without a sign that no text has."""
    text = head[: len(head) // 2 * 2].decode(encoding, "replace").rstrip("\ufffd")
    return "\n" in text and all(sign.isprintable() or sign.isspace() for sign in text)
