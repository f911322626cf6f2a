"""Rows turned into columns, with the cells of rows that are no lines set beside them."""

from vendorcheck.model.bom import Column, Layout, Reading
from vendorcheck.readers.tables.batches import Batcher
from vendorcheck.readers.tables.rows import Lines

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
    batch = Batcher(LAYOUT, Reading()).batch(_lines(["Acme", "5", ""], ["Axis", "6", ""]), _Nowhere())
    assert batch.values == (("Acme", "Axis"), ("", ""), ("", ""))
    assert list(batch.lines) == [2, 3]


def test_an_order_number_under_a_seller_says_who_sells_and_is_looked_at_as_text() -> None:
    batch = Batcher(LAYOUT, Reading()).batch(_lines(["Acme", "5", "311-4491-1-ND"], ["Axis", "6", " "]), _Nowhere())
    assert batch.values[1:] == (("Digi-Key", ""), ("311-4491-1-ND", " "))


def test_a_column_of_makers_alone_is_taken_as_it_stands() -> None:
    layout = LAYOUT._replace(columns=(Column(1, "Maker", "maker"), Column(2, "MPN", "part")))
    assert Batcher(layout, Reading()).batch(_lines(["3M", "X-1"]), _Nowhere()).values == (("3M",), ("X-1",))


def test_the_cells_of_a_row_that_is_no_line_are_all_set_beside() -> None:
    lines = _lines(["Acme", "5", ""], ["Total", "11", ""], ["Axis", "6", ""])
    lines.asides[1] = "a footer"
    batch = Batcher(LAYOUT, Reading()).batch(lines, _Nowhere())
    assert batch.values[0] == ["Acme", "", "Axis"]
    assert batch.overflow == {1: ((1, "Total"), (2, "11"))}
    assert batch.asides == {1: "a footer"}
    assert lines.count == 2


def test_the_cells_beyond_the_headings_are_kept() -> None:
    lines = _lines(["Acme", "5", "", "Hikvision", " "])
    lines.uneven.append(0)
    assert Batcher(LAYOUT, Reading()).batch(lines, _Nowhere()).overflow == {0: ((2, "5"), (4, "Hikvision"))}


def test_a_table_without_columns_has_only_what_is_set_beside() -> None:
    lines = _lines(["A note", "on Hikvision"])
    lines.asides[0] = "a sheet without a table"
    batch = Batcher(LAYOUT._replace(columns=()), Reading()).batch(lines, _Nowhere())
    assert batch.values == ()
    assert batch.overflow == {0: ((1, "A note"), (2, "on Hikvision"))}
