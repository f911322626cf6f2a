"""Delimited text with columns added: each row gets its cells before its line end, and no other byte changes."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from itertools import chain, islice
from typing import BinaryIO, NamedTuple

from vendorcheck.model.annotation import Annotation, Cells
from vendorcheck.model.bom import Bill
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.annotating.byte_lines import byte_lines, encoded, line_end, plain_encoding
from vendorcheck.readers.annotating.marks import Marks, cells_of, marks_of
from vendorcheck.readers.annotating.quoting import added, added_bare
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.delimited.dialect import Dialect, unwrapped
from vendorcheck.readers.delimited.layout import Found, find_layout, text_of
from vendorcheck.readers.delimited.records import Records
from vendorcheck.readers.opening import open_file
from vendorcheck.readers.source import Source

#: So many times the size of the file may be added in blank cells, beyond the first MiB.
MAX_PADDING, SMALL = 8, 1 << 20


class Record(NamedTuple):
    """A row of text: its first and last line, how many cells it has, and the text of its last line.

    `is_open` says that a quotation in it was never closed.
    """

    start: int
    end: int
    width: int
    text: str
    is_open: bool


def annotate(source: Source, choices: Choices, bill: Bill, annotation: Annotation, out: BinaryIO) -> None:
    """Write a file of delimited text with columns added, to the right of its widest row."""
    found = find_layout(source, choices)
    width = _width(source, found)
    encoding = plain_encoding(found.encoding, source.survey.head)
    marks = Marks(chain.from_iterable(map(marks_of, bill.tables)))
    with open_file(source.name) as file, closing(_records(source, found)) as records:
        for record, raw in _with_bytes(source, records, byte_lines(file, encoding), encoding):
            cells = cells_of(marks.up_to(record.end), annotation)
            if cells:
                if _is_end_escaped(record, found.dialect):
                    raise _escaped(source, record.end)
                piece = _piece(cells, record, width, found.dialect)
                raw[-1] = _put(raw[-1], encoded(piece, encoding), _room_behind(record, found.dialect), encoding)
            out.writelines(raw)


def _with_bytes(
    source: Source, records: Iterable[Record], lines: Iterator[bytes], encoding: str
) -> Iterator[tuple[Record, list[bytes]]]:
    """The rows, each with the lines it stands on as bytes; an error where they do not end alike."""
    done = 0
    try:
        for record in records:
            raw = list(islice(lines, record.end - record.start + 1))
            if not raw or line_end(raw[-1], encoding) != encoded(_end_of(record.text), encoding):
                raise _lost(source, record.end)
            yield record, raw
            done = record.end
        if next(lines, None) is not None:
            raise _lost(source, done + 1)
    except UnicodeError as error:  # half a sign at the end, or bytes that are no sign
        raise _lost(source, done + 1) from error


def _records(source: Source, found: Found) -> Generator[Record, None, None]:
    """The rows of the file, as they were read for the screening."""
    text = text_of(source.file, found.encoding)
    try:
        records = Records(text, found.dialect, long=source.survey.long)
        for batch in records.batches():
            for row, start, end in zip(batch.rows, batch.starts, batch.ends, strict=True):
                [last] = records.raw(end, end)
                yield Record(start, end, len(row), last, start in batch.unclosed)
    finally:
        text.detach()


def _width(source: Source, found: Found) -> int:
    """How many cells the widest row has; an error where standing beyond it would take a file many times as large."""
    widest, cells, rows = Record(0, 0, 0, "", is_open=False), 0, 0
    for record in _records(source, found):
        widest = max(widest, record, key=lambda each: each.width)
        cells, rows = cells + record.width, rows + 1
    if widest.width * rows - cells > SMALL + MAX_PADDING * source.survey.state.size:
        raise VendorcheckError(
            "bill_unsupported",
            f"{source.name} cannot take columns beside its rows: line {widest.start} has {widest.width} cells",
            spot=Spot(source.name, widest.start),
            help="Mend that line, or leave out -o annotated: the other formats list every line.",
        )
    return widest.width


def _piece(cells: Cells, record: Record, width: int, dialect: Dialect) -> str:
    """What is put at the end of a row; on a line that is quoted as a whole, its marks are doubled."""
    missing = width - record.width
    if record.is_open:
        return added_bare(cells, missing, dialect)
    piece = added(cells, missing, dialect)
    return piece.replace('"', '""') if _is_wrapped(record, dialect) else piece


def _room_behind(record: Record, dialect: Dialect) -> str:
    """What stays behind the cells that are added: the line end, and the mark that closes a line quoted as a whole."""
    return ('"' if _is_wrapped(record, dialect) else "") + _end_of(record.text)


def _put(line: bytes, piece: bytes, behind: str, encoding: str) -> bytes:
    at = len(line) - len(encoded(behind, encoding))
    return line[:at] + piece + line[at:]


def _is_wrapped(record: Record, dialect: Dialect) -> bool:
    return dialect.wrapped and unwrapped(record.text) != record.text


def _is_end_escaped(record: Record, dialect: Dialect) -> bool:
    """Whether the sign before the line end escapes it, and so would escape whatever is put there."""
    if dialect.escape is None:
        return False
    body = (unwrapped(record.text) if dialect.wrapped else record.text).rstrip("\r\n")
    return (len(body) - len(body.rstrip(dialect.escape))) % 2 == 1


def _end_of(text: str) -> str:
    return text[len(text.rstrip("\r\n")) :]


def _lost(source: Source, line: int) -> VendorcheckError:
    return VendorcheckError(
        "bill_unreadable",
        f"{source.name} cannot take columns: where line {line} ends in its bytes is not certain",
        spot=Spot(source.name, line),
        help="Save it as UTF-8 and scan that file, or leave out -o annotated.",
    )


def _escaped(source: Source, line: int) -> VendorcheckError:
    return VendorcheckError(
        "bill_unsupported",
        f"{source.name} cannot take columns: the end of line {line} is escaped, and so would be what is put before it",
        spot=Spot(source.name, line),
        help="Take away the sign before that line end and scan that file, or leave out -o annotated.",
    )
