"""Rows sorted into lines, what is no line, and what continues a line."""

from contextlib import closing
from pathlib import Path

import pytest

from vendorcheck.model.bom import Batch, Continued, Reading
from vendorcheck.readers import open_bom
from vendorcheck.readers.tables.rows import BATCH_LINES

HEADINGS = "No,Manufacturer,Part,Description,Qty"


class Read:
    """A bill as it was read: its lines with their cells, its asides, and its counts."""

    def __init__(self, path: Path) -> None:
        self.lines: dict[int, tuple[str, ...]] = {}
        self.asides: dict[int, tuple[str, tuple[str, ...]]] = {}
        self.continues: dict[int, Continued] = {}
        with closing(open_bom(str(path))) as bill:
            (table,) = bill.tables
            for batch in table.batches():
                self._take(batch)
        self.reading: Reading = table.reading

    def _take(self, batch: Batch) -> None:
        for at, number in enumerate(batch.lines):
            if at in batch.asides:
                self.asides[number] = (batch.asides[at], tuple(text for _, text in batch.overflow[at]))
                assert not any(values[at] for values in batch.values)
            else:
                self.lines[number] = tuple(values[at] for values in batch.values)
            if at in batch.continues:
                self.continues[number] = batch.continues[at]


def _read(folder: Path, *rows: str, headings: str = HEADINGS) -> Read:
    (folder / "bom.csv").write_text("\n".join((headings, *rows)) + "\n", encoding="utf-8")
    return Read(folder / "bom.csv")


def test_titles_groups_and_footers_are_looked_at_and_are_no_lines(tmp_path: Path) -> None:
    read = _read(
        tmp_path,
        HEADINGS,
        "CAMERAS,,,,",
        "1,Axis,P3265,Dome camera,3",
        "Total,,,,3",
        headings="Offer by Harbor Security,,,,\n,,,,",
    )
    assert read.lines == {5: ("1", "Axis", "P3265", "Dome camera")}
    assert read.asides == {
        1: ("a title above the headings", ("Offer by Harbor Security",)),
        4: ("the heading of a group", ("CAMERAS",)),
        6: ("a footer", ("Total", "3")),
    }
    reading = read.reading
    counts = (reading.lines, reading.before_header.count, reading.group_headers.count, reading.footers.count)
    assert counts == (1, 1, 1, 1)
    assert reading.blank.stretches == [(2, 2)]


def test_every_row_is_a_line_or_counted(tmp_path: Path) -> None:
    rows = [
        "# a comment,,,,",
        "1,Axis,P1,Camera,1",
        ",,,,",
        "CAMERAS,,,,",
        HEADINGS,
        "2,Axis,P2,Camera",
        "3,Axis,P3,Camera,1,more",
        "Total,,,,7",
    ]
    reading = _read(tmp_path, *rows).reading
    counted = [reading.comments, reading.blank, reading.group_headers, reading.repeated_headers, reading.footers]
    assert reading.lines + sum(numbers.count for numbers in counted) == len(rows)
    assert reading.ragged.count == 2


def test_a_row_without_maker_number_and_quantity_may_belong_to_the_line_above(tmp_path: Path) -> None:
    read = _read(tmp_path, "1,Axis,P3265,Dome camera,3", ",,P3265-X,with a spare dome,", ",,,and a bracket,")
    assert read.lines[3] == ("", "P3265-X", "with a spare dome")
    assert read.continues == {3: Continued(2, ((2, "Axis"),)), 4: Continued(2, ((2, "Axis"),))}
    assert read.reading.continued.stretches == [(3, 4)]


@pytest.mark.parametrize(
    "row",
    [
        "2,,P9,Dome,",  # a number of its own
        ",,P9,Dome,5",  # a quantity of its own
        ",Bosch,P9,Dome,",  # a maker of its own
    ],
)
def test_a_row_with_something_of_its_own_is_a_line_of_its_own(tmp_path: Path, row: str) -> None:
    assert _read(tmp_path, "1,Axis,P3265,Dome camera,3", row).continues == {}


@pytest.mark.parametrize("between", ["CAMERAS,,,,", ",,,,", "Total,,,,3", HEADINGS, "1,,P1,Dome,1", ",Axis,P1,Dome,"])
def test_nothing_is_continued_over_what_is_no_line_or_has_no_number(tmp_path: Path, between: str) -> None:
    assert _read(tmp_path, "1,Axis,P3265,Dome camera,3", between, ",,P9,Dome,").continues == {}


@pytest.mark.parametrize("headings", ["Manufacturer,Part,Description,Colour,Size", "No,Part,Description,Qty,Size"])
def test_without_makers_or_quantities_nothing_is_continued(tmp_path: Path, headings: str) -> None:
    assert _read(tmp_path, "Axis,P3265,Dome camera,red,3", ",P9,,,", headings=headings).continues == {}


@pytest.mark.parametrize("lines", [BATCH_LINES - 2, BATCH_LINES - 1, BATCH_LINES, 2 * BATCH_LINES])
def test_a_line_is_continued_from_one_batch_to_the_next(tmp_path: Path, lines: int) -> None:
    rows = [f"{number},Axis,P{number},Camera,1" for number in range(1, lines + 1)]
    assert _read(tmp_path, *rows, ",,P9,Dome,").continues == {lines + 2: Continued(lines + 1, ((2, "Axis"),))}


@pytest.mark.parametrize("others", [0, 1, BATCH_LINES])
def test_a_row_is_read_alike_whatever_stands_beside_it(tmp_path: Path, others: int) -> None:
    rows = ["1,Axis,P1,Camera,1"] * others
    read = _read(tmp_path, *rows, "A2, , ,e", "Total, , , ,3", "P,Acme,,,")
    assert [number - others for number in read.lines] == [*range(2 - others, 2), 2, 3, 4]


def test_another_table_is_read_under_its_own_headings(tmp_path: Path) -> None:
    rows = ("A bill", "Maker,Part", "Acme,1", "Supplier,Manufacturer,Part,Description,Qty", "S,Axis,P1,Camera,1")
    (tmp_path / "bom.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    with closing(open_bom(str(tmp_path / "bom.csv"))) as bill:
        read = [[(list(batch.lines), batch.values) for batch in table.batches()] for table in bill.tables]
        places = [(table.layout.sheet, table.layout.header_line) for table in bill.tables]
    assert read[0][0][1] == (["", "Acme"], ["", "1"])
    assert read[1] == [([5], (("S",), ("Axis",), ("P1",), ("Camera",)))]
    assert places[1] == ("table 2", 4)
