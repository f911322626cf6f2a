"""What the readers of all formats share: text, rows with their lines, days, names and ids of entries."""

import codecs
import csv
import hashlib
import io
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime
from typing import NamedTuple

from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, ListEntry

_MARKS_OF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

#: How UTF-8 begins that was read as Windows-1252 and written again: a name with these signs is no name.
_MOJIBAKE = ("Ã", "Â", "â€", "Ð", "Ñ", "Ø", "Ù")

#: Signs of Windows-1252 that were read as Latin-1 are control characters: "Xi\x92an" is "Xi’an".
_CONTROLS = {code: bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0)}

#: No cell is longer, in characters: one that is has swallowed others. The longest official address lists are a tenth.
MAX_CELL = 200_000

#: So many bytes tell a format.
_OPENING = 2**16

_QUOTE = "The file was cut off or changed after it was published: fetch it again."


#: What the standard library says of a quotation that is open where a text ends.
_CUT_OFF = "unexpected end of data"


class CutOffError(VendorcheckError):
    """A file that ends within a row, on the line on which it begins: all rows before it are whole."""

    def __init__(self, file: SourceFile, line: int) -> None:
        """Carry the place of the row."""
        super().__init__(
            "list_invalid", f"{file.name}: ends within a row", spot=Spot(file.name, line), help="Fetch it again."
        )
        self.line = line


class Row(NamedTuple):
    """A row of a table, with the line on which it begins."""

    line: int
    cells: list[str]


def holds_something(file: SourceFile) -> bool:
    """Return whether a file has more than blanks and the sign by which old systems end one."""
    return bool(file.content.strip(b" \t\r\n\x1a"))


def text_of(file: SourceFile) -> str:
    """Return the text of a file: UTF-16 with its mark, else UTF-8, and lines that are none as Windows-1252."""
    if file.content.startswith(_MARKS_OF_16):
        try:
            return file.content.decode("utf-16")
        except UnicodeDecodeError:
            raise refused(file, None, "is not text in its encoding", "Fetch it again.") from None
    content = file.content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode()
    except UnicodeDecodeError:
        # Lists are put together from others: one line in another encoding must not spoil the names in all others.
        return "".join(map(_text_of_line, content.splitlines(keepends=True)))


def _text_of_line(line: bytes) -> str:
    for encoding in ("utf-8", "cp1252"):
        with suppress(UnicodeDecodeError):
            return line.decode(encoding)
    return line.decode("latin-1")


def opening_of(file: SourceFile) -> str:
    """Return how a text begins, for telling its format: what is no text in its encoding is replaced."""
    start = file.content[:_OPENING]
    encoding = "utf-16" if start.startswith(_MARKS_OF_16) else "utf-8-sig"
    return start.decode(encoding, errors="replace")


def rows_of(file: SourceFile, delimiter: str) -> Iterator[Row]:
    """Yield the rows of a delimited file that hold something; an error where a quotation is not closed."""
    return rows_in(file, text_of(file), delimiter)


def rows_in(file: SourceFile, text: str, delimiter: str, todo: str = _QUOTE) -> Iterator[Row]:
    """Yield the rows of a file's text that hold something; where a quotation is not closed the error says `todo`."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    csv.field_size_limit(MAX_CELL)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if str(error) == _CUT_OFF and reader.line_num == line:
                raise CutOffError(file, line) from error
            raise refused(file, line, f"cannot be read as a table ({error})", todo) from error
        if any(map(str.strip, cells)):
            yield Row(line, cells)


def refused(file: SourceFile, line: int | None, what: str, todo: str) -> VendorcheckError:
    """Return the error for a file that is no list, with its place and what to do."""
    return VendorcheckError("list_invalid", f"{file.name}: {what}", spot=Spot(file.name, line), help=todo)


def cleaned(text: str) -> str:
    """Return a text with its blanks made single, and UTF-8 that was once read as Windows-1252 read as it is."""
    text = " ".join(text.split())
    if text.isascii():
        return text
    if any(sign in text for sign in _MOJIBAKE):
        with suppress(UnicodeError):
            text = b"".join(map(_byte_of, text)).decode("utf-8")
    return " ".join(text.translate(_CONTROLS).split())


def _byte_of(sign: str) -> bytes:
    """The byte that was read as this sign: where Windows-1252 has none, readers took Latin-1."""
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")


def day_of(text: str, *forms: str) -> Period | None:
    """Return the day, month or year that a text says in one of these forms of `strptime`; None where it is none."""
    for form in forms:
        try:
            said = datetime.strptime(text.strip(), form)  # noqa: DTZ007 (a day has no time zone)
        except ValueError:
            continue
        day = said.date().isoformat()
        return Period.parse(day if "%d" in form else day[:7] if "%m" in form or "%b" in form else day[:4])
    return None


def entry_id(list_name: str, number: str, name: str, country: str | None) -> str:
    """Return the id of an entry: the list's name with the official number, or with a digest where it has none."""
    return f"{list_name}:{number or digest_of(list_name, name, country or '')}"


def told_apart(entries: Iterable[ListEntry]) -> tuple[ListEntry, ...]:
    """Return entries with ids of their own: those that differ under one id all bear a digest, and equal ones are one.

    None of them keeps the bare id: whose it is would depend on the order of the rows. An entry whose dates cannot both
    be is kept without them.
    """
    of_id: dict[str, dict[ListEntry, None]] = {}
    for entry in map(_without_impossible_dates, entries):
        of_id.setdefault(entry.id, {})[entry] = None
    return tuple(each for alike in of_id.values() for each in (alike if len(alike) == 1 else map(_by_digest, alike)))


def _without_impossible_dates(entry: ListEntry) -> ListEntry:
    """An entry that ends before it begins would be listed on no day: it is on every day, and its dates are remarked."""
    since, until = entry.since, entry.until
    if since is None or until is None or since.first <= until.last:
        return entry
    remark = f"Dates as published, which cannot both be: {since.text} to {until.text}"
    return entry._replace(since=None, until=None, remarks=(*entry.remarks, remark))


def _by_digest(entry: ListEntry) -> ListEntry:
    return entry._replace(id=f"{entry.id}/{digest_of(repr(entry))}")


def newest_day(entries: Iterable[ListEntry]) -> date | None:
    """Return the newest day since when an entry is listed, months and what ends before it begins aside."""
    return max(
        (
            entry.since.first
            for entry in entries
            if entry.since
            and entry.since.first == entry.since.last
            and not (entry.until and entry.until.last < entry.since.first)
        ),
        default=None,
    )


def digest_of(*texts: str) -> str:
    """Return twelve signs of the SHA-256 of some texts."""
    return hashlib.sha256("\x1f".join(texts).encode()).hexdigest()[:12]


def further_names(name: str, found: Iterable[Alias]) -> tuple[Alias, ...]:
    """Return the aliases that say another name than this one, each name once, and strong where any says it so."""
    kept: dict[str, Alias] = {}
    for alias in found:
        known = kept.get(alias.text)
        if alias.text and alias.text != name and (known is None or known.strength == "weak"):
            kept[alias.text] = alias
    return tuple(kept.values())


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the texts that hold something, each once, in their order."""
    return tuple(dict.fromkeys(filter(None, texts)))


def only_one(texts: Iterable[str]) -> str | None:
    """Return what all texts that hold something say; None where they differ, for then none of them speaks for all."""
    said = distinct(texts)
    return said[0] if len(said) == 1 else None
