"""What is found of a text file before its lines are read: how it is written, and where the headings stand."""

import io
import sys
from collections.abc import Sequence
from itertools import islice
from typing import BinaryIO, NamedTuple

from vendorcheck.model.bom import Layout
from vendorcheck.model.errors import NothingToScreenError, Spot
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.delimited.delimiter import find_dialect
from vendorcheck.readers.delimited.dialect import Dialect
from vendorcheck.readers.delimited.not_tables import (
    CERTAIN,
    LIKELY,
    in_columns_of_blanks,
    reads_as_prose,
    refuse_document,
)
from vendorcheck.readers.delimited.records import Records
from vendorcheck.readers.source import Source
from vendorcheck.readers.tables.columns import of_one_table
from vendorcheck.readers.tables.header import HEADER_WITHIN, Header, Numbered, best_header, header_above, no_table
from vendorcheck.readers.tables.second_look import settled

#: How much text the dialect is found in.
SAMPLE_CHARACTERS = 1 << 17

_IN_STEP = "It looks like a listing in columns of blanks: export it as CSV, with a sign between the cells."
_ENDLESS = "It has a line of more than 1 MiB, which is no line of a table."


class Found(NamedTuple):
    """The layout of the first table, the dialect and encoding of the file, and rows that stand below the headings.

    `splits` are lines further down on which headings were found that are to be used as well; None where none are.
    """

    layout: Layout
    dialect: Dialect
    encoding: str
    below: Sequence[Sequence[str]]
    splits: frozenset[int] | None


def find_layout(source: Source, choices: Choices) -> Found:
    """Return what was found of a file; an error where there is no table, or where the caller got it wrong."""
    name, survey = source.name, source.survey
    if survey.endless:
        raise no_table(name, _ENDLESS)
    encoding = choices.encoding or survey.encoding
    sample = _sample(source.file, encoding)
    if not choices.says_table:
        refuse_document(name, sample, CERTAIN)
    dialect = find_dialect(sample, choices)
    head = _head(source, encoding, dialect)
    if not head:
        raise NothingToScreenError(
            "bill_empty", f"{name} is empty", spot=Spot(name), help="A bill is a table with a heading row."
        )
    header = _header(name, head, sample, dialect, choices)
    first = header_above(head, header, choices) or header
    splits = _splits(header, first, choices)
    end = min(splits or (), default=sys.maxsize)
    below = of_one_table(row for start, row in head if (first.line or 0) < start < end)
    layout = Layout(
        format="csv",
        encoding=encoding,
        delimiter=dialect.delimiter,
        sheet=None,
        header_line=first.line,
        columns=(),
        remarks=_remarks(source, choices, dialect, header),
    )
    layout = settled(layout, first.columns, below, choices)
    return Found(layout, dialect, encoding, below, splits)


def text_of(file: BinaryIO, encoding: str) -> io.TextIOWrapper:
    """Return the text of an open file from its start; characters that cannot be read are replaced."""
    file.seek(0)
    return io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")


def _header(name: str, head: Sequence[Numbered], sample: Sequence[str], dialect: Dialect, choices: Choices) -> Header:
    header = best_header(name, head, choices)
    if choices.says_table and header is not None:
        return header
    if header is not None and header.sure:
        return header
    refuse_document(name, sample, LIKELY)
    is_list = header is not None and len(header.columns) == 1  # its rows are short, and may hold a comma: Bolt, Inc.
    if header is None or (not is_list and reads_as_prose(sample, dialect)):
        raise no_table(name, _IN_STEP if in_columns_of_blanks(sample) else "")
    return header


def _splits(header: Header, first: Header, choices: Choices) -> frozenset[int] | None:
    """The lines of further headings; where the caller says that there are none, nothing is taken for any."""
    if choices.header_line == 0:
        return None
    return frozenset((header.line,)) if header.line is not None and header is not first else frozenset()


def _remarks(source: Source, choices: Choices, dialect: Dialect, header: Header) -> tuple[str, ...]:
    said = list(dialect.remarks())
    if not choices.encoding:
        said += source.survey.remarks
    if not header.known:
        said.append("no heading is known; where they stand was judged by the looks of the rows")
    return tuple(said)


def _sample(file: BinaryIO, encoding: str) -> list[str]:
    text = text_of(file, encoding)
    lines = text.readlines(SAMPLE_CHARACTERS)
    text.detach()
    return lines[: HEADER_WITHIN * 4]


def _head(source: Source, encoding: str, dialect: Dialect) -> list[Numbered]:
    """The first rows that are not blank, with the lines they begin on."""
    text = text_of(source.file, encoding)
    batches = Records(text, dialect, long=source.survey.long).batches(HEADER_WITHIN)
    rows = ((start, row) for batch in batches for start, row in zip(batch.starts, batch.rows, strict=True))
    head = islice((each for each in rows if any(map(str.strip, each[1]))), HEADER_WITHIN)
    found: list[Numbered] = list(head)
    text.detach()
    return found
