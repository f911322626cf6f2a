"""Which tables stand sideways, and which only look a little like it."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.readers.choices import ALL_FOUND
from vendorcheck.readers.tables.header import best_header
from vendorcheck.readers.tables.sideways import stands_sideways

Rows = Sequence[Sequence[str]]

FIELDS = (["Manufacturer", "Acme"], ["Model", "X1"], ["Qty", "2"])


@pytest.mark.parametrize(
    "rows",
    [
        FIELDS,
        [["Manufacturer", "Acme", "Bolt"], ["Model", "X1", "Y1"], ["Qty", "1", "2"]],
        [["Manufacturer:", "Acme"], ["MODEL", "X1"], ["Colour", "red"]],
        [["", "Manufacturer", "Acme"], ["", "Model", "X1"], ["", "Qty", "2"]],
        [["Offer 7"], [""], *FIELDS],
        [*FIELDS, ["Hersteller", "Bolt"], ["Modell", "Y1"]],
        [*FIELDS, ["Description", "Part"]],
    ],
)
def test_a_table_whose_rows_begin_with_headings_stands_sideways(rows: Rows) -> None:
    assert stands_sideways(rows, 0)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        FIELDS[:2],
        [["Manufacturer", "Model"], ["Acme", "X1"], ["Bolt", "Y1"]],
        [["Manufacturer", "Model"], ["Manufacturer", "Model"], ["Qty", "2"]],
        [["Manufacturer", "Foo"], ["Acme", "X1"], ["Bolt", "Y1"]],
        [["Manufacturer", "Acme"], ["Model", "X1"], ["Acme", "X1"], ["Bolt", "Y1"]],
        [["Part", "red"], ["Part", "blue"], ["Part", "green"]],
        [["Description", "red"], ["Qty", "1"], ["Category", "lamp"]],
        [["Manufacturer"], ["Model"], ["Qty"]],
        [["Offer", "7"], ["#", "9"], ["Manufacturer", "Qty", "Part"]],
        [["Title"], ["Title"], ["Manufacturer", "Model"], ["#"]],
    ],
)
def test_others_do_not(rows: Rows) -> None:
    assert not stands_sideways(rows, 0)


def test_fields_above_a_table_do_not_make_it_stand_sideways() -> None:
    rows = [["Supplier", "Acme"], *FIELDS, ["Brand", "Part Number"], ["Bolt", "Y1"]]
    assert not stands_sideways(rows, 4)
    assert stands_sideways([*rows[:5], ["Description", "lamp"]], 4)


@given(st.lists(st.lists(st.text(max_size=5), min_size=1, max_size=4), max_size=6).filter(bool), st.data())
def test_any_rows_can_be_asked(rows: Rows, data: st.DataObject) -> None:
    header = data.draw(st.integers(0, len(rows) - 1))
    assert stands_sideways(rows, header) in (True, False)
    best_header("bill.csv", list(enumerate(rows, 1)), ALL_FOUND)
