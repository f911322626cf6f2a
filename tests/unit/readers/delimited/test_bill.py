"""Delimited bills: which lines are read, which are counted as something else, and where the cells stand."""

import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.model.bom import Bill, Column, Reading
from vendorcheck.model.errors import NothingToScreenError, VendorcheckError
from vendorcheck.readers import ALL_FOUND, READERS, Choices, HeadingRole, Source, open_bom
from vendorcheck.readers.delimited import stream
from vendorcheck.readers.delimited.records import Records
from vendorcheck.readers.encoding.survey import survey
from vendorcheck.readers.tables.header import HEADER_WITHIN
from vendorcheck.readers.tables.rows import BATCH_LINES, Rows
from vendorcheck.readers.tables.sorter import OTHER_HEADINGS

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Save = Callable[[str | bytes], str]
Overflow = tuple[tuple[int, str], ...] | None
Read = Callable[[Bill], list[tuple[int, tuple[str, ...], Overflow]]]
Refused = Callable[..., VendorcheckError]

HEADINGS = "Manufacturer,Qty,Part\n"


def _counted(reading: Reading) -> dict[str, list[tuple[int, int]]]:
    """Whatever was counted besides lines, with its line numbers."""
    kinds = ("before_header", "blank", "comments", "repeated_headers", "ragged", "unclosed_quotes", "broken_characters")
    counted = {kind: getattr(reading, kind).stretches for kind in kinds}
    counted |= {reason: numbers.stretches for reason, numbers in reading.unreadable.items()}
    return {kind: stretches for kind, stretches in counted.items() if stretches}


def _columns(bill: Bill, cells: int) -> list[list[int | str | None]]:
    """Where each cell of each line begins."""
    return [
        [batch.origin.column_of(index, cell) for cell in range(1, cells + 1)]
        for batch in bill.tables[0].batches()
        for index in range(len(batch.lines))
    ]


class TestLayout:
    def test_it_is_found_before_any_line_is_read(self, save: Save, read: Read) -> None:
        bill = open_bom(save("Stückliste\n\n Hersteller ;Menge;Typ Nr\nAcme;5;X1\n".encode("cp1252")))
        assert bill.tables[0].layout[:5] == ("csv", "cp1252", ";", None, 3)
        assert bill.tables[0].layout.columns == (
            Column(1, "Hersteller", "maker"),
            Column(2, "Menge", "quantity"),
            Column(3, "Typ Nr", "part"),
        )
        assert bill.tables[0].reading.lines == 0
        assert read(bill) == [(4, ("Acme", "X1"), None)]

    def test_the_headings_stand_where_their_quotation_begins(self, save: Save, read: Read) -> None:
        bill = open_bom(save('"Bill\nof\nmaterials"\nManufacturer,"Part\nNo"\nAcme,X1\n'))
        assert bill.tables[0].layout.header_line == 4
        assert bill.tables[0].layout.columns[1] == Column(2, "Part\nNo", "part")
        assert read(bill) == [(6, ("Acme", "X1"), None)]
        assert _counted(bill.tables[0].reading) == {"before_header": [(1, 3)]}

    def test_a_mapping_decides_what_is_screened(self, save: Save, read: Read) -> None:
        choices = Choices(mappings=(HeadingRole("maker", "qty"), HeadingRole("ignored", "Manufacturer")))
        assert read(open_bom(save(HEADINGS + "5,Acme,X1\n"), choices)) == [(2, ("Acme", "X1"), None)]

    def test_a_separator_line_of_a_spreadsheet_stands_above_the_headings(self, save: Save, read: Read) -> None:
        bill = open_bom(save("sep=;\r\nHersteller;Modell\r\nAcme;X,1\r\n"))
        assert read(bill) == [(3, ("Acme", "X,1"), None)]
        assert _counted(bill.tables[0].reading) == {"before_header": [(1, 1)]}

    @pytest.mark.parametrize("content", ["", "\n\n", " \t\n", ",,,\n,,,\n", b"\xef\xbb\xbf", b"\xff\xfe"])
    def test_a_file_with_nothing_in_it_is_empty(self, save: Save, refused: Refused, content: str | bytes) -> None:
        assert refused(save(content)).code == "bill_empty"

    def test_headings_further_down_than_anyone_looks_are_not_found(self, save: Save, refused: Refused) -> None:
        assert refused(save("Title\n" * HEADER_WITHIN + HEADINGS)).code == "no_table"


class TestLines:
    def test_headings_alone_are_a_bill_without_lines(self, save: Save, read: Read) -> None:
        bill = open_bom(save(HEADINGS))
        assert read(bill) == []
        assert bill.tables[0].reading.lines == 0
        assert _counted(bill.tables[0].reading) == {}

    def test_only_screened_cells_are_handed_on(self, save: Save, read: Read) -> None:
        assert read(open_bom(save(HEADINGS + "Acme,5,X1\n"))) == [(2, ("Acme", "X1"), None)]

    def test_cells_are_handed_on_as_written(self, save: Save, read: Read) -> None:
        assert read(open_bom(save(HEADINGS + '" Acme, Inc. ",5,"X ""1"""\n'))) == [(2, (" Acme, Inc. ", 'X "1"'), None)]

    def test_one_screened_column_is_enough(self, save: Save, read: Read) -> None:
        bill = open_bom(save("Manufacturer\nAcme\n\nBolt, Inc.\n"))
        assert read(bill) == [(2, ("Acme",), None), (4, ("Bolt",), ((2, " Inc."),))]
        assert _counted(bill.tables[0].reading) == {"blank": [(3, 3)], "ragged": [(4, 4)]}

    def test_a_cell_of_several_lines_is_one_line_of_the_bill(self, save: Save, read: Read) -> None:
        bill = open_bom(save(HEADINGS + 'Acme,5,"X1\nX2"\nBolt,1,Y\n'))
        assert read(bill) == [(2, ("Acme", "X1\nX2"), None), (4, ("Bolt", "Y"), None)]
        assert _counted(bill.tables[0].reading) == {}

    def test_the_last_line_needs_no_end(self, save: Save, read: Read) -> None:
        assert read(open_bom(save(HEADINGS + "Acme,5,X1"))) == [(2, ("Acme", "X1"), None)]

    def test_a_short_line_is_filled_up_and_counted(self, save: Save, read: Read) -> None:
        bill = open_bom(save(HEADINGS + "Acme\nBolt,5\n"))
        assert read(bill) == [(2, ("Acme", ""), ()), (3, ("Bolt", ""), ((2, "5"),))]
        assert _counted(bill.tables[0].reading) == {"ragged": [(2, 3)]}

    def test_a_long_line_hands_on_its_unscreened_cells_with_their_numbers(self, save: Save, read: Read) -> None:
        bill = open_bom(save(HEADINGS + "Acme,5,X1,extra,, ,more\nBolt,1,Y\n"))
        assert read(bill) == [
            (2, ("Acme", "X1"), ((2, "5"), (4, "extra"), (7, "more"))),
            (3, ("Bolt", "Y"), None),
        ]
        assert _counted(bill.tables[0].reading) == {"ragged": [(2, 2)]}

    def test_a_long_line_after_others_keeps_its_place(self, save: Save, read: Read) -> None:
        bill = open_bom(save(HEADINGS + "\nAcme,5,X1\n# note\nBolt,1,Y,Z\n"))
        assert read(bill) == [(3, ("Acme", "X1"), None), (5, ("Bolt", "Y"), ((2, "1"), (4, "Z")))]

    def test_separators_at_the_end_alone_make_a_line_long_but_add_nothing(self, save: Save, read: Read) -> None:
        assert read(open_bom(save(HEADINGS + "Acme,,X1,,\n"))) == [(2, ("Acme", "X1"), ())]

    @pytest.mark.parametrize("blank", ["", "   ", "\t", ",,", " , ,\u3000", ",,,,,", '"",""', '"\xa0"'])
    def test_a_blank_line_is_counted_and_is_no_line(self, save: Save, read: Read, blank: str) -> None:
        bill = open_bom(save(f"{HEADINGS}Acme,5,X1\n{blank}\nBolt,1,Y\n"))
        assert [number for number, _, _ in read(bill)] == [2, 4]
        assert bill.tables[0].reading.lines == 2
        assert _counted(bill.tables[0].reading) == {"blank": [(3, 3)]}

    def test_a_blank_line_of_several_lines_counts_them_all(self, save: Save, read: Read) -> None:
        bill = open_bom(save(HEADINGS + '"\n\n",,\nBolt,1,Y\n'))
        assert [number for number, _, _ in read(bill)] == [5]
        assert _counted(bill.tables[0].reading) == {"blank": [(2, 4)]}

    @pytest.mark.parametrize("comment", ["# note", "#", "  # note", "#,,", '"# a, b"', "# note, ,"])
    def test_a_comment_is_counted_and_is_no_line(self, save: Save, read: Read, comment: str) -> None:
        bill = open_bom(save(f"{HEADINGS}Acme,5,X1\n{comment}\n"))
        assert [number for number, _, _ in read(bill)] == [2]
        assert _counted(bill.tables[0].reading) == {"comments": [(3, 3)]}

    @pytest.mark.parametrize("line", ["#1,5,X1", "# Acme,,X1"])
    def test_a_line_with_more_than_a_comment_is_a_line(self, save: Save, read: Read, line: str) -> None:
        bill = open_bom(save(f"{HEADINGS}{line}\n"))
        assert read(bill) == [(2, (line.split(",", maxsplit=1)[0], "X1"), None)]
        assert _counted(bill.tables[0].reading) == {}

    @pytest.mark.parametrize(
        "headings", ["Manufacturer,Qty,Part", " Manufacturer ,Qty,Part ", '"Manufacturer",Qty,Part']
    )
    def test_repeated_headings_are_counted_and_are_no_line(self, save: Save, read: Read, headings: str) -> None:
        bill = open_bom(save(f"{HEADINGS}Acme,5,X1\n{headings}\nBolt,1,Y\n"))
        assert [number for number, _, _ in read(bill)] == [2, 4]
        assert _counted(bill.tables[0].reading) == {"repeated_headers": [(3, 3)]}

    @pytest.mark.parametrize("line", ["Manufacturer,5,X1", "Manufacturer,Qty,Part 2", "Makers we know,Qty,as above"])
    def test_a_line_that_is_not_the_headings_is_a_line(self, save: Save, read: Read, line: str) -> None:
        bill = open_bom(save(f"{HEADINGS}{line}\n"))
        assert [number for number, _, _ in read(bill)] == [2]

    @pytest.mark.parametrize("headings", ["MANUFACTURER,QTY,PART", "Qty,Description,Manufacturer", "Brand,Model,"])
    def test_headings_of_another_table_begin_a_further_one(self, save: Save, read: Read, headings: str) -> None:
        bill = open_bom(save(f"{HEADINGS}Acme,5,X1\n{headings}\n3,4MP dome,Bolt\n"))
        assert [number for number, _, _ in read(bill)] == [2, 4]
        assert [table.layout.header_line for table in bill.tables] == [1, 3]
        assert bill.tables[1].layout.sheet == "table 2"

    def test_a_table_above_the_headings_with_the_most_roles_is_read(self, save: Save, read: Read) -> None:
        bill = open_bom(save("Site,North\nMaker,Part\nBolt,Y\n\n" + HEADINGS + "Acme,5,X1\n"))
        assert [number for number, _, _ in read(bill)] == [3, 6]
        assert [table.layout.header_line for table in bill.tables] == [2, 5]

    @pytest.mark.parametrize(
        ("mapping", "above", "below"),
        [
            (HeadingRole("maker", "Firm"), "Manufacturer,Model", "Firm,Thing"),
            (HeadingRole("maker", "Firm"), "Firm,Thing", "Manufacturer,Model"),
            (HeadingRole("part", "Thing"), "Brand,Thing", "Brand,Thing,Qty"),
        ],
    )
    def test_a_mapping_for_one_table_leaves_the_others_tables(
        self, save: Save, read: Read, mapping: HeadingRole, above: str, below: str
    ) -> None:
        bill = open_bom(save(f"{above}\nAcme,X1\n\n{below}\nBolt,Y1\n"), Choices(mappings=(mapping,)))
        assert [(number, cells[0]) for number, cells, _ in read(bill)] == [(2, "Acme"), (5, "Bolt")]
        assert [table.layout.header_line for table in bill.tables] == [1, 4]

    def test_a_mapping_that_no_table_has_is_a_usage_error(self, save: Save) -> None:
        with pytest.raises(VendorcheckError) as caught:
            open_bom(save(HEADINGS + "Acme,5,X1\n"), Choices(mappings=(HeadingRole("maker", "Firm"),)))
        assert caught.value.code == "usage"

    def test_a_table_that_stands_sideways_is_refused(self, save: Save) -> None:
        with pytest.raises(NothingToScreenError) as caught:
            open_bom(save("Manufacturer,Acme,Bolt\nModel,X1,Y1\nQty,1,2\n"))
        assert "transpose it" in (caught.value.help or "")

    def test_what_stands_above_the_headings_is_counted(self, save: Save, read: Read) -> None:
        bill = open_bom(save("Bill of materials,North\n\n# draft\n" + HEADINGS + "Acme,5,X1\n"))
        assert read(bill) == [(5, ("Acme", "X1"), None)]
        assert _counted(bill.tables[0].reading) == {"before_header": [(1, 1), (3, 3)], "blank": [(2, 2)]}

    def test_an_empty_first_heading_is_no_matter(self, save: Save, read: Read) -> None:
        bill = open_bom(save(",Manufacturer\n,Acme\n1,Bolt\n,\n,Manufacturer\n"))
        assert read(bill) == [(2, ("", "Acme"), None), (3, ("1", "Bolt"), None)]
        assert _counted(bill.tables[0].reading) == {"blank": [(4, 4)], "repeated_headers": [(5, 5)]}


class TestQuotationsThatNeverEnd:
    def test_its_line_is_read_as_it_stands_and_those_below_as_ever(self, save: Save, read: Read) -> None:
        bill = open_bom(save(HEADINGS + '"Acme,5,X1\nBolt,1,Y\n\n# note\nCord,2,Z\n'))
        assert read(bill) == [(2, ('"Acme', "X1"), None), (3, ("Bolt", "Y"), None), (6, ("Cord", "Z"), None)]
        assert bill.tables[0].reading.lines == 3
        assert _counted(bill.tables[0].reading) == {
            "blank": [(4, 4)],
            "comments": [(5, 5)],
            "unclosed_quotes": [(2, 2)],
        }

    def test_one_that_another_mark_ends_further_down_is_no_cell(self, save: Save, read: Read) -> None:
        bill = open_bom(save(HEADINGS + 'Acme,"5,X1\nBolt,"1",Y,Z\nCord,2,Z\n'))
        assert read(bill) == [
            (2, ("Acme", "X1"), None),
            (3, ("Bolt", "Y"), ((2, "1"), (4, "Z"))),
            (4, ("Cord", "Z"), None),
        ]
        assert _counted(bill.tables[0].reading) == {"ragged": [(3, 3)], "unclosed_quotes": [(2, 2)]}

    def test_a_record_of_another_width_is_taken_apart(self, save: Save, read: Read) -> None:
        bill = open_bom(save(HEADINGS + 'Acme,"5,X1\n\nBolt,1,"\nCord,2,Z\n'))
        assert read(bill) == [(2, ("Acme", "X1"), None), (4, ("Bolt", '"'), None), (5, ("Cord", "Z"), None)]
        assert _counted(bill.tables[0].reading) == {"blank": [(3, 3)], "unclosed_quotes": [(2, 4)]}

    def test_a_line_below_keeps_its_quotations(self, save: Save, read: Read) -> None:
        bill = open_bom(save(HEADINGS + '"Acme,5,X1\n"Bolt, Inc.",1,Y\n'))
        assert read(bill) == [(2, ('"Acme', "X1"), None), (3, ("Bolt, Inc.", "Y"), None)]

    def test_one_in_the_headings_is_counted(self, save: Save, read: Read) -> None:
        bill = open_bom(save('Manufacturer,Part,"Qty\nBolt,Y,"1"\nAcme,X1,5\n'))
        assert bill.tables[0].layout.header_line == 1
        assert read(bill) == [(2, ("Bolt", "Y"), None), (3, ("Acme", "X1"), None)]
        assert _counted(bill.tables[0].reading) == {"unclosed_quotes": [(1, 1)]}

    def test_one_in_a_title_leaves_the_headings_whole(self, save: Save, read: Read) -> None:
        bill = open_bom(save('"Bill of materials\n"maker","part"\nHuawei,X\n'))
        assert (bill.tables[0].layout.header_line, len(bill.tables[0].layout.columns)) == (2, 2)
        assert read(bill) == [(3, ("Huawei", "X"), None)]

    @pytest.mark.usefixtures("small_cells")
    def test_one_longer_than_any_cell_swallows_no_line(self, save: Save, read: Read) -> None:
        bill = open_bom(save(HEADINGS + 'Acme,5,"X1\n' + "Bolt,1,Y\n" * 50))
        assert read(bill) == [(2, ("Acme", '"X1'), None), *((line, ("Bolt", "Y"), None) for line in range(3, 53))]

    @pytest.mark.usefixtures("small_cells")
    def test_one_longer_than_any_cell_is_counted(self, save: Save, read: Read) -> None:
        bill = open_bom(save(HEADINGS + 'Acme,5,"X1\n' + "Bolt,1,Y\n" * 50))
        assert read(bill)
        assert bill.tables[0].reading.unclosed_quotes.count > 0

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param(
                'Manufacturer,Part,Qty\nAcme,X1,"5\nBolt,Y,1\n', id="in the last column, to the end of the file"
            ),
            pytest.param('Manufacturer,Part,Qty\nAcme,X1,"5\nBolt,Y,"1"\n', id="in the last column, to another mark"),
            pytest.param('Manufacturer,Qty,Part\nAcme,"5,X1\nBolt,"1",Y\n', id="in another column, to another mark"),
            pytest.param('Manufacturer,Part,"Qty\nBolt,Y,"1"\nAcme,X1,5\n', id="in the headings"),
        ],
    )
    def test_it_swallows_no_line(self, save: Save, read: Read, text: str) -> None:
        assert "Bolt" in str(read(open_bom(save(text))))


class TestOrigin:
    def test_every_cell_has_the_character_it_begins_at(self, save: Save) -> None:
        bill = open_bom(save(HEADINGS + 'Acme,5,X1\n"Bolt, Inc.", 1,华\n'))
        assert _columns(bill, 3) == [[1, 6, 8], [1, 14, 17]]

    def test_a_byte_order_mark_is_no_character(self, save: Save) -> None:
        assert _columns(open_bom(save((HEADINGS + "Ä,5,X1\n").encode("utf-8-sig"))), 3) == [[1, 3, 5]]

    def test_a_cell_that_is_not_there_begins_nowhere(self, save: Save) -> None:
        assert _columns(open_bom(save(HEADINGS + "Acme,5\n")), 3) == [[1, 6, None]]

    def test_a_cell_beyond_the_headings_has_its_place(self, save: Save) -> None:
        assert _columns(open_bom(save(HEADINGS + "Acme,5,X1,extra\n")), 4) == [[1, 6, 8, 11]]

    def test_a_cell_below_the_first_line_of_its_record_has_no_column(self, save: Save) -> None:
        assert _columns(open_bom(save(HEADINGS + 'Acme,"5\n6",X1\n')), 3) == [[1, 6, None]]

    def test_places_are_right_where_some_lines_are_left_out(self, save: Save) -> None:
        bill = open_bom(save(HEADINGS + "\n# note\nAcme,5,X1\n\nBo,5,X1\n"))
        assert _columns(bill, 3) == [[1, None, None], [1, 6, 8], [1, 4, 6]]  # the comment is looked at as well

    @pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x1e", "\x85", "\u2028"])
    def test_a_sign_that_ends_no_line_of_the_file_is_a_character(self, save: Save, sign: str) -> None:
        assert _columns(open_bom(save(f"{HEADINGS}A{sign}B,5,X1\n")), 3) == [[1, 5, 7]]

    def test_a_torn_line_has_its_cells_where_they_were_cut(self, save: Save) -> None:
        bill = open_bom(save(HEADINGS + '"Acme,5,X1\n"Bolt, Inc.",1,Y\n'))
        assert _columns(bill, 3) == [[1, 7, 9], [1, 14, 16]]


class TestBatches:
    def test_a_long_bill_comes_in_batches(self, save: Save) -> None:
        bill = open_bom(save(HEADINGS + "".join(f"Acme {line},5,X\n" for line in range(2, 3002))))
        seen: list[int] = []
        sizes: list[int] = []
        for batch in bill.tables[0].batches():
            sizes.append(len(batch.lines))
            seen += batch.lines
            assert batch.values[0] == tuple(f"Acme {line}" for line in batch.lines)
            assert {batch.origin.column_of(index, 2) for index in range(len(batch.lines))} <= {8, 9, 10, 11}
        assert seen == list(range(2, 3002))
        assert max(sizes) <= BATCH_LINES
        assert bill.tables[0].reading.lines == 3000

    def test_a_cell_may_lie_across_two_batches(self, save: Save) -> None:
        text = HEADINGS + "Acme,5,X\n" * (BATCH_LINES - 3) + '"Bolt\nInc.",5,Y\n"Cord\n\nInc.", 5,Z\nDell,5,X\n' * 700
        bill = open_bom(save(text))
        physical = text.splitlines(keepends=True)
        last = 1
        for batch in bill.tables[0].batches():
            for index, (line, maker) in enumerate(zip(batch.lines, batch.values[0], strict=True)):
                assert line > last
                assert physical[line - 1].lstrip('"').startswith(maker.split("\n")[0])
                assert batch.origin.column_of(index, 1) == 1
                assert batch.origin.column_of(index, 2) == (None if "\n" in maker else 6)
                last = line
        assert bill.tables[0].reading.lines == BATCH_LINES - 3 + 2100

    def test_a_batch_of_blank_lines_is_none(self, save: Save, read: Read) -> None:
        bill = open_bom(save(HEADINGS + "\n" * 3000 + "Acme,5,X\n"))
        assert read(bill) == [(3002, ("Acme", "X"), None)]
        assert _counted(bill.tables[0].reading) == {"blank": [(2, 3001)]}

    def test_headings_above_a_full_batch_are_not_a_line_of_it(self, save: Save, read: Read) -> None:
        bill = open_bom(save("a,b,c\n" + HEADINGS + "Acme,5,X\n" * 2000))
        assert len(read(bill)) == bill.tables[0].reading.lines == 2000
        assert _counted(bill.tables[0].reading) == {"before_header": [(1, 1)]}


#: Lines without quotation marks: of full width, ragged, blank, comments and repeated headings; two known headings in
#: one row would begin another table.
CELL = st.sampled_from(["a", "#", " # b", "", " ", "Part 2", "b1"])
ROW = st.lists(CELL, min_size=3, max_size=3).map(",".join)
LINE = ROW | st.text("ab #,", max_size=10) | st.just(HEADINGS.strip())
#: As many lines as fill the first batch below the headings: where it ends, lines need not be told apart one by one.
FULL = "p,1,p\n" * (BATCH_LINES - 1)


@settings(max_examples=150, deadline=None)
@given(titles=st.lists(st.text("ab #,", max_size=8), max_size=4), lines=st.lists(LINE, max_size=30))
def test_every_physical_line_is_accounted_for(save: Save, read: Read, titles: list[str], lines: list[str]) -> None:
    bill = open_bom(save("\n".join([*titles, HEADINGS.strip(), *lines]) + "\n"))
    read(bill)
    reading = bill.tables[0].reading
    others = (
        reading.blank,
        reading.comments,
        reading.repeated_headers,
        reading.before_header,
        reading.group_headers,
        reading.footers,
    )
    counted = reading.lines + reading.unreadable_count + sum(numbers.count for numbers in others)
    assert bill.tables[0].layout.header_line == len(titles) + 1
    assert counted + 1 == len(titles) + 1 + len(lines)
    assert reading.unclosed_quotes.count == 0


@settings(max_examples=150, deadline=None)
@given(lines=st.lists(LINE, min_size=1, max_size=5), full=st.sampled_from([FULL, ""]))
def test_what_a_line_comes_to_does_not_depend_on_the_lines_beside_it(
    save: Save, read: Read, lines: list[str], full: str
) -> None:
    together = open_bom(save(HEADINGS + full + "".join(line + "\n" for line in lines)))
    alone = [open_bom(save(HEADINGS + line + "\n")) for line in lines]
    found = [(cells, overflow) for bill in alone for _, cells, overflow in read(bill)]
    assert [(cells, overflow) for _, cells, overflow in read(together)[full.count("\n") :]] == found
    for kind in ("blank", "comments", "repeated_headers", "ragged"):
        counts = [getattr(bill.tables[0].reading, kind).count for bill in alone]
        assert getattr(together.tables[0].reading, kind).count == sum(counts)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (" , ,", "blank"),
        ("#,,", "comments"),
        (" # note,,", "comments"),
        (HEADINGS.strip(), "repeated_headers"),
        (" Manufacturer,Qty,Part", "repeated_headers"),
        ("Acme", "ragged"),
    ],
)
def test_a_batch_of_lines_alike_still_knows_the_one_that_is_not(save: Save, read: Read, line: str, kind: str) -> None:
    bill = open_bom(save(HEADINGS + FULL + "Acme,5,X1\n" + line + "\nBolt,1,Y\n"))
    read(bill)
    assert _counted(bill.tables[0].reading) == {kind: [(BATCH_LINES + 2, BATCH_LINES + 2)]}
    assert bill.tables[0].reading.lines == BATCH_LINES - 1 + 2 + (kind == "ragged")


class _Breaking(io.FileIO):
    """A file that cannot be read beyond a place, once it is set."""

    error: OSError | None = None
    beyond = 0

    def readinto(self, buffer: "WriteableBuffer", /) -> int | None:
        if self.error and self.tell() >= self.beyond:
            raise self.error
        return super().readinto(buffer)


def _opened(path: str) -> tuple[_Breaking, Bill]:
    raw = _Breaking(path)
    file = io.BufferedReader(raw)
    return raw, READERS["csv"].reader(Source(file, "bill.csv", survey(file)), ALL_FOUND)


class TestFilesThatBreakOff:
    @pytest.mark.parametrize(
        ("error", "reason"),
        [
            (OSError(errno.EIO, "Input/output error"), "reading broke off: Input/output error"),
            (OSError("the stick was pulled"), "reading broke off: the stick was pulled"),
        ],
    )
    def test_it_is_counted_and_not_raised(self, save: Save, read: Read, error: OSError, reason: str) -> None:
        raw, bill = _opened(save(HEADINGS + "Acme,5,X1\n" * 20_000))
        raw.error, raw.beyond = error, 100_000
        lines = read(bill)
        assert [number for number, _, _ in lines] == list(range(2, len(lines) + 2))
        assert 0 < len(lines) < 20_000
        assert bill.tables[0].reading.lines == len(lines)
        assert _counted(bill.tables[0].reading) == {reason: [(len(lines) + 2, len(lines) + 2)]}
        assert bill.tables[0].reading.unreadable_count == 1

    def test_it_is_closed_as_one_read_to_its_end_is(self, save: Save, read: Read) -> None:
        files = [_opened(save(HEADINGS + "Acme,5,X1\n")) for _ in range(2)]
        files[1][0].error = OSError(errno.EIO, "Input/output error")
        assert [len(read(bill)) for _, bill in files] == [1, 0]
        for _, bill in files:
            bill.close()
        assert [raw.closed for raw, _ in files] == [True, True]

    def test_one_that_cannot_be_read_again_at_all_is_counted(self, save: Save, read: Read) -> None:
        raw, bill = _opened(save(HEADINGS + "Acme,5,X1\n"))
        raw.error = OSError(errno.EIO, "Input/output error")
        assert read(bill) == []
        assert _counted(bill.tables[0].reading) == {"reading broke off: Input/output error": [(1, 1)]}

    def test_every_line_before_the_break_is_read(self, save: Save, read: Read) -> None:
        size = io.DEFAULT_BUFFER_SIZE
        raw, bill = _opened(save(HEADINGS + "Acme Corporation of North,5,X1\n" * 900))
        raw.error, raw.beyond = OSError(errno.EIO, "Input/output error"), 2 * size
        assert len(read(bill)) > size // 40


class TestFilesThatChange:
    def test_one_that_grows_while_it_is_read_is_counted(self, save: Save, read: Read) -> None:
        path = save(HEADINGS + "Acme,5,X1\n")
        bill = open_bom(path)
        with Path(path).open("a", encoding="utf-8") as file:
            file.write("Bolt,1,Y\n")
        assert read(bill) == [(2, ("Acme", "X1"), None), (3, ("Bolt", "Y"), None)]
        assert _counted(bill.tables[0].reading) == {"the file changed while it was read": [(4, 4)]}

    def test_one_that_is_cut_short_is_counted(self, save: Save) -> None:
        path = save(HEADINGS + "Acme,5,X1\n" * 5000)
        bill = open_bom(path)
        batches = bill.tables[0].batches()
        first = next(batches)
        os.truncate(path, 0)
        for _ in batches:
            pass
        assert len(first.lines) <= bill.tables[0].reading.lines < 5000
        assert list(bill.tables[0].reading.unreadable) == ["the file changed while it was read"]

    def test_one_that_keeps_its_size_but_not_its_time_is_counted(self, save: Save, read: Read) -> None:
        path = save(HEADINGS + "Acme,5,X1\n")
        bill = open_bom(path)
        os.utime(path, (1, 1))
        read(bill)
        assert list(bill.tables[0].reading.unreadable) == ["the file changed while it was read"]

    def test_one_that_stays_as_it_is_is_not(self, save: Save, read: Read) -> None:
        bill = open_bom(save(HEADINGS + "Acme,5,X1\n"))
        read(bill)
        assert bill.tables[0].reading.unreadable == {}


class TestCharactersThatCannotBeRead:
    def test_their_lines_are_counted(self, save: Save, read: Read) -> None:
        bill = open_bom(save("Manufacturer,Part\n华为,X1\nAcme,".encode() + b"\xff\nBolt,Y\n"))
        assert [cells for _, cells, _ in read(bill)] == [("华为", "X1"), ("Acme", "\ufffd"), ("Bolt", "Y")]
        assert _counted(bill.tables[0].reading) == {"broken_characters": [(3, 3)]}

    def test_those_lost_by_whoever_wrote_the_bill_are_counted_too(self, save: Save, read: Read) -> None:
        bill = open_bom(save("Manufacturer,Part\nM\ufffdller,X1\n"))
        assert read(bill)
        assert _counted(bill.tables[0].reading) == {"broken_characters": [(2, 2)]}

    def test_those_of_another_code_page_are_counted(self, save: Save, read: Read) -> None:
        bill = open_bom(save(b"Manufacturer,Part\nM\x81ller,X1\nAcme,X2\n"))
        assert (
            bill.tables[0].layout.encoding == "ascii"
        )  # no alphabet makes sense of it: the character is lost, and said
        assert read(bill)
        assert _counted(bill.tables[0].reading) == {"broken_characters": [(2, 2)]}

    def test_half_a_character_of_utf_16_is_counted(self, save: Save, read: Read) -> None:
        bill = open_bom(save("Manufacturer,Part\nAcme,X1\n".encode("utf-16") + b"\x41"))
        assert read(bill)
        assert _counted(bill.tables[0].reading)["broken_characters"] == [(3, 3)]


def test_where_the_caller_says_that_there_are_no_headings_none_begin_a_table(save: Save) -> None:
    path = save("Manufacturer,Part,Qty\nAcme,X1,5\n")
    with closing(open_bom(path, Choices(mappings=(HeadingRole("maker", "1"),), header_line=0))) as bill:
        lines = [line for table in bill.tables for batch in table.batches() for line in batch.lines]
        (table,) = bill.tables
    assert (lines, table.reading.lines) == ([2], 1)
    assert {reason: numbers.count for reason, numbers in table.reading.unreadable.items()} == {OTHER_HEADINGS: 1}


_TABLES = (
    ("Manufacturer,Part Number,Qty", "Axis,P3245,1"),
    ("Qty,Price,Maker", "1,2.00,Bosch"),
    ("Part Number,Supplier,Description", "X1,Harbor,dome camera"),
)


@pytest.mark.parametrize("length", [1, 3, BATCH_LINES - 1, BATCH_LINES, BATCH_LINES + 1, 3 * BATCH_LINES])
def test_tables_one_below_another_are_read_to_their_last_lines(save: Save, length: int) -> None:
    written = [[heading, *[line] * length] for heading, line in _TABLES]
    with closing(open_bom(save("\n".join(line for table in written for line in table) + "\n"))) as bill:
        numbers = [number for table in bill.tables for batch in table.batches() for number in batch.lines]
        tables = list(bill.tables)
    starts = [1, length + 2, 2 * length + 3]
    assert [table.layout.header_line for table in tables] == starts
    assert [table.reading.lines for table in tables] == [length] * 3
    assert numbers == [number for number in range(1, 3 * length + 4) if number not in starts]


def test_the_lines_of_one_table_say_nothing_of_the_columns_of_another(save: Save) -> None:
    text = "Brand,Model,Supplier\nDahua,C-100,Acme\n\nQty,Price,Maker\n" + "1,2.00,Axis\n" * 10
    with closing(open_bom(save(text))) as bill:
        first = bill.tables[0].layout
    assert [column.role for column in first.columns] == ["brand", "part", "vendor"]


class _Stopping(Records):
    def batches(self, size: int = BATCH_LINES) -> Iterator[Rows]:
        yield from islice(super().batches(size), 1)


def test_a_file_that_is_not_read_to_its_end_is_not_all_read(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "Records", _Stopping)
    with closing(open_bom(save(HEADINGS + "Acme,5,X1\n" * 1_000))) as bill:
        (table,) = bill.tables
        assert sum(len(batch.lines) for batch in table.batches()) == BATCH_LINES - 1
    ((reason, lines),) = table.reading.unreadable.items()
    assert (reason, lines.stretches[0][0]) == ("it was not read to its end", BATCH_LINES + 1)
