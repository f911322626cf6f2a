"""Rows turned into columns, with the cells of rows that are no lines set beside them."""

import pytest

from vendorcheck.model.bom import Column, Layout
from vendorcheck.readers.batches import Batcher
from vendorcheck.readers.sorter import Lines

LAYOUT = Layout(
    "csv",
    "utf-8",
    ",",
    None,
    1,
    (
        Column(1, "Maker", "maker"),
        Column(2, "Qty", "quantity"),
        Column(3, "Digi-Key", "vendor", stands_for="Digi-Key"),
        Column(3, "Digi-Key", "description"),
    ),
)


class _Nowhere:
    def column_of(self, index: int, cell: int) -> int | None:  # noqa: ARG002
        return None

    def pointer_of(self, index: int, cell: int) -> str | None:  # noqa: ARG002
        return None


def _lines(*rows: list[str]) -> Lines:
    lines = Lines()
    for number, row in enumerate(rows, 2):
        lines.add(row, number, number)
    return lines


def test_only_screened_columns_are_picked() -> None:
    batch = Batcher(LAYOUT).batch(_lines(["Acme", "5", ""], ["Axis", "6", ""]), _Nowhere())
    assert batch.values == (("Acme", "Axis"), ("", ""), ("", ""))
    assert list(batch.lines) == [2, 3]


def test_an_order_number_under_a_seller_says_who_sells_and_is_looked_at_as_text() -> None:
    batch = Batcher(LAYOUT).batch(_lines(["Acme", "5", "311-4491-1-ND"], ["Axis", "6", " "]), _Nowhere())
    assert batch.values[1:] == (("Digi-Key", ""), ("311-4491-1-ND", " "))


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("YAGEO CC0402KRX7R7BB104", True),
        ("CC0402KRX7R7BB104", False),
        ("DS-2CD2143G2-I", False),
        ("DS-2CD2143G2-I(U)", False),
        ("TI SN74LVC1G04", True),
        ("Hikvision/DS-2CD2143G2-I", True),
        ("Würth-Elektronik 885342207005", True),
        ("AT&T 100", True),
        ("厚声RC0402", True),
        ("海康威视 DS-2CD", True),
        ("ХИКВИЖН DS-1", True),
        ("100nF", False),
        ("885342207005", False),
        ("", False),
        ("-", False),
    ],
)
def test_a_cell_of_maker_and_model_names_a_maker_only_where_it_has_a_word(cell: str, names: bool) -> None:  # noqa: FBT001
    joint = LAYOUT._replace(columns=(Column(1, "Maker/MPN", "maker"), Column(1, "Maker/MPN", "part")))
    assert Batcher(joint).batch(_lines([cell]), _Nowhere()).values == ((cell if names else "",), (cell,))


def test_a_column_of_makers_alone_is_taken_as_it_stands() -> None:
    layout = LAYOUT._replace(columns=(Column(1, "Maker", "maker"), Column(2, "MPN", "part")))
    assert Batcher(layout).batch(_lines(["3M", "X-1"]), _Nowhere()).values == (("3M",), ("X-1",))


def test_the_cells_of_a_row_that_is_no_line_are_all_set_beside() -> None:
    lines = _lines(["Acme", "5", ""], ["Total", "11", ""], ["Axis", "6", ""])
    lines.asides[1] = "a footer"
    batch = Batcher(LAYOUT).batch(lines, _Nowhere())
    assert batch.values[0] == ["Acme", "", "Axis"]
    assert batch.overflow == {1: ((1, "Total"), (2, "11"))}
    assert batch.asides == {1: "a footer"}
    assert lines.count == 2


def test_the_cells_beyond_the_headings_are_kept() -> None:
    lines = _lines(["Acme", "5", "", "Hikvision", " "])
    lines.overlong.append(0)
    assert Batcher(LAYOUT).batch(lines, _Nowhere()).overflow == {0: ((2, "5"), (4, "Hikvision"))}


def test_a_table_without_columns_has_only_what_is_set_beside() -> None:
    lines = _lines(["A note", "on Hikvision"])
    lines.asides[0] = "a sheet without a table"
    batch = Batcher(LAYOUT._replace(columns=())).batch(lines, _Nowhere())
    assert batch.values == ()
    assert batch.overflow == {0: ((1, "A note"), (2, "on Hikvision"))}
