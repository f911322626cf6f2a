"""What was written is what is read: tables in many dialects, and the same table in every format."""

import io
import json
from collections.abc import Callable, Sequence
from typing import NamedTuple

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorcheck.model.bom import Bill, Reading, Table
from vendorcheck.readers import ALL_FOUND, Choices, open_bom

Save = Callable[[str | bytes], str]
Read = Callable[[Bill], list[tuple[int, tuple[str, ...], tuple[tuple[int, str], ...] | None]]]
Row = tuple[str, str, str, str]

HEADINGS: Row = ("Manufacturer", "Part Number", "Description", "Qty")

#: What stands between lines and is none: counted, with its lines.
BLANK, COMMENT = "", "# checked by hand"

# What is known not to come back as it was written is kept out by the way cells are made, so that no example is thrown
# away for it and none fails for it:
# * every row names a maker, a part with a digit and a quantity. So none is blank, a comment, a footer, the heading of a
#   group, a continuation of the row above, or headings again, all of which are told by cells that are empty, by a first
#   sign, or by the lack of digits;
# * an apostrophe or a backslash is left out, since a table in which they quote or escape is written in another dialect,
#   which is a guess from the same signs;
# * quotation marks stand between letters, as those of inches do. A mark behind a delimiter and a blank is the sign of
#   yet another dialect, and one that is not doubled is a stray mark: its line is read as it stands, and counted;
# * no cell is made of control characters or of signs that no encoding holds: those are lost characters.
_PLAIN = st.characters(min_codepoint=0x20, max_codepoint=0x7E, exclude_characters="'\\\"=")
_WIDE = st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters="\ufffd'\\\"=")
_LATIN = st.sampled_from("äöüßéèñçåøÄÖÜÉ€°µ®–")
_PIECES = st.sampled_from((",", ";", "\t", "|", 'x"x', 'x""x', "\n", "\n\n", " ", "  ", ", ", "0017", "1E5", "=1"))


def _texts(signs: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Texts with a letter at both ends, and anything within; now and then blanks stand around them."""
    within = st.lists(signs | _PIECES, max_size=8).map("".join)
    edges = st.sampled_from(("", "", " ", "  "))
    return st.builds(lambda before, text, after: f"{before}x{text}x{after}", edges, within, edges)


def _rows(signs: st.SearchStrategy[str], times: Sequence[int] = (1,)) -> st.SearchStrategy[list[Row]]:
    text = _texts(signs)
    part = st.builds("{}{}y".format, text, st.integers(0, 9))
    row = st.tuples(text, part, st.just("") | text, st.integers(0, 9999).map(str))
    lists = st.lists(row, min_size=1, max_size=6)
    return st.builds(lambda rows, times: rows * times, lists, st.sampled_from(times))


class Written(NamedTuple):
    """How a table is written as text."""

    delimiter: str
    quote_all: bool
    line_end: str
    break_in_cells: str
    encoding: str

    def cell(self, text: str) -> str:
        """Return a cell as it stands in the file."""
        broken = self.in_file(text)
        if self.quote_all or any(sign in text for sign in (self.delimiter, '"', "\n")):
            return '"' + broken.replace('"', '""') + '"'
        return broken

    def in_file(self, text: str) -> str:
        """Return a text with the line breaks that the file has in its cells."""
        return text.replace("\n", self.break_in_cells)

    def line(self, row: Sequence[str]) -> str:
        """Return a row as it stands in the file."""
        return self.delimiter.join(map(self.cell, row)) + self.line_end


DIALECTS = st.builds(
    Written,
    st.sampled_from((",", ";", "\t", "|")),
    st.booleans(),
    st.sampled_from(("\n", "\r\n")),
    st.sampled_from(("\n", "\r\n")),
    st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp1252")),
)
BETWEEN = st.lists(st.sampled_from((None, None, None, BLANK, COMMENT)), max_size=40)

varied = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _nothing_else(reading: Reading) -> bool:
    """Whether nothing was counted but lines, blanks and comments."""
    kinds = ("before_header", "repeated_headers", "group_headers", "footers", "beside", "hidden", "continued")
    faults = ("no_level", "ragged", "unclosed_quotes", "broken_characters")
    return not reading.unreadable and not any(getattr(reading, kind).count for kind in (*kinds, *faults))


def _lines_and_asides(table: Table) -> tuple[list[tuple[int, tuple[str, ...]]], list[tuple[tuple[int, str], ...]]]:
    """The lines of a table, and what stands in the rows that are none."""
    lines, asides = [], []
    of = [column.cell for column in table.layout.looked_at]
    firsts = [of.index(cell) for cell in dict.fromkeys(of)]  # a column of texts that look like models stands twice
    for batch in table.batches():
        values = [batch.values[at] for at in firsts]
        for index, (number, cells) in enumerate(zip(batch.lines, zip(*values, strict=True), strict=True)):
            if index in batch.asides:
                assert not any(cells)
                asides.append(batch.overflow[index])
            else:
                lines.append((number, cells))
    return lines, asides


def _cells(rows: Sequence[Row]) -> list[tuple[str, ...]]:
    return [row[:3] for row in rows]


@varied
@given(written=DIALECTS, between=BETWEEN, data=st.data())
def test_a_table_comes_back_from_every_dialect(
    save: Save, written: Written, between: list[str | None], data: st.DataObject
) -> None:
    signs = _PLAIN | _LATIN if written.encoding == "cp1252" else _PLAIN | _WIDE
    rows = data.draw(_rows(signs, times=(1, 1, 40)))  # so many times over, a table is longer than a batch
    text, physical, expected, counted = written.line(HEADINGS), 1, [], {BLANK: 0, COMMENT: 0}
    for row, other in zip(rows, (*between, *(None for _ in rows)), strict=False):
        if other is not None:
            text, physical = text + other + written.line_end, physical + 1
            counted[other] += 1
        expected.append((physical + 1, tuple(map(written.in_file, row[:3]))))
        text, physical = text + written.line(row), physical + 1 + "".join(row).count("\n")
    # Which of the encodings of one byte a text is in can only be guessed from its words, and these have none.
    choices = Choices(encoding="cp1252") if written.encoding == "cp1252" else ALL_FOUND
    bill = open_bom(save(text.encode(written.encoding)), choices)
    (table,) = bill.tables
    lines, asides = _lines_and_asides(table)
    reading = table.reading
    assert table.layout.header_line == 1
    assert {column.cell for column in table.layout.screened} == {1, 2, 3}
    assert lines == expected
    assert asides == [((1, COMMENT),)] * counted[COMMENT]
    assert (reading.lines, reading.blank.count, reading.comments.count) == (len(rows), counted[BLANK], counted[COMMENT])
    assert _nothing_else(reading)
    of_lines = sum(1 + "".join(row).count("\n") for row in rows)
    assert 1 + of_lines + reading.blank.count + reading.comments.count == text.count("\n") == physical
    bill.close()


def _workbook(rows: Sequence[Row]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADINGS, *rows):
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _array(rows: Sequence[Row]) -> bytes:
    lines = (json.dumps(dict(zip(HEADINGS, row, strict=True)), ensure_ascii=False) for row in rows)
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


def _json_lines(rows: Sequence[Row]) -> bytes:
    return "".join(json.dumps(dict(zip(HEADINGS, row, strict=True))) + "\n" for row in rows).encode()


@pytest.mark.parametrize(
    ("written", "first"), [(_workbook, 2), (_array, 2), (_json_lines, 1)], ids=["xlsx", "json", "jsonl"]
)
@varied
@given(rows=_rows(_PLAIN | _WIDE))
def test_a_table_is_the_same_in_every_format(
    save: Save, read: Read, written: Callable[[Sequence[Row]], bytes], first: int, rows: list[Row]
) -> None:
    bill = open_bom(save(written(rows)))
    found = read(bill)
    (table,) = bill.tables
    assert [column.heading for column in table.layout.screened] == list(HEADINGS[:3])
    assert [cells for _, cells, _ in found] == _cells(rows)
    assert [number for number, _, _ in found] == list(range(first, first + len(rows)))
    assert table.reading.lines == len(rows)
    assert _nothing_else(table.reading)
    bill.close()
