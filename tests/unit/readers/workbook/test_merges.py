"""Merged cells: found in a sheet's bytes, and whose text counts where."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.model.bom import Column, Role
from vendorcheck.readers.workbook import merges as merges_module
from vendorcheck.readers.workbook.damage import DamagedError
from vendorcheck.readers.workbook.merges import HEADINGS_ABOVE, Filling, Merges, headed_together, merges_of
from vendorcheck.readers.workbook.references import Range

SHEET = (
    b"<worksheet><sheetData><row r='1'><c r='A1'/></row></sheetData>"
    b'<mergeCells count="4"><mergeCell ref="A2:A5"/><mergeCell\n ref = \'B2:C3\' /><x:mergeCell a="" ref="C9:A7"/>'
    b'<mergeCell ref="D1:G1"/></mergeCells></worksheet>'
)
FOUND = [Range(2, 1, 5, 1), Range(2, 2, 3, 3), Range(7, 1, 9, 3)]


@given(st.lists(st.integers(1, len(SHEET)), max_size=5))
def test_merges_are_found_however_the_bytes_are_cut(cuts: list[int]) -> None:
    places = [0, *sorted(cuts), len(SHEET)]
    found = merges_of(SHEET[first:last] for first, last in pairwise(places))
    assert [merge for merges in found.downwards.values() for merge in merges] == FOUND
    assert found.sideways == [Range(2, 2, 3, 3), Range(7, 1, 9, 3), Range(1, 4, 1, 7)]


@pytest.mark.parametrize(
    "sheet",
    [b"", b"<worksheet/>", b"<t>mergeCell ref='A1:B2'</t>", b"<mergeCell ref='A1'/>", b"<mergeCell ref='R1C1:R2C2'/>"],
)
def test_what_is_no_merge_is_none(sheet: bytes) -> None:
    found = merges_of([sheet])
    assert not found.downwards
    assert not found.sideways


def test_merges_within_a_row_below_any_headings_are_not_kept() -> None:
    found = Merges([Range(HEADINGS_ABOVE, 1, HEADINGS_ABOVE, 9)])
    assert (found.downwards, found.sideways) == ({}, [])


def test_more_merges_than_any_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merges_module, "MAX_MERGES", 2)
    Merges([Range(1, 1, 2, 1), Range(3, 1, 4, 1), Range(5_000, 1, 5_000, 2)])
    with pytest.raises(DamagedError, match="more than 2 merged ranges"):
        Merges([Range(1, 1, 2, 1), Range(3, 1, 4, 1), Range(5, 1, 6, 1)])


def filled(filling: Filling, rows: dict[int, list[str]]) -> dict[int, list[str]]:
    for number, cells in rows.items():
        filling.fill(number, cells)
    return rows


class TestFilling:
    def test_a_text_counts_for_the_rows_below_it_that_it_is_merged_over(self) -> None:
        rows = {1: ["Acme", "a"], 2: ["", "b"], 3: ["", "c"], 4: ["", "d"]}
        done = filled(Filling(Merges([Range(1, 1, 3, 1)])), rows)
        assert [cells[0] for cells in done.values()] == ["Acme", "Acme", "Acme", ""]

    def test_it_says_from_which_row(self) -> None:
        filling = Filling(Merges([Range(4, 1, 5, 1), Range(4, 2, 5, 2)]))
        assert filling.fill(4, ["Acme", "x"]) == {}
        assert filling.fill(5, ["", "y"]) == {1: 4}
        assert filling.fill(6, ["", ""]) == {}

    def test_it_counts_only_in_its_first_column(self) -> None:
        done = filled(Filling(Merges([Range(1, 1, 2, 3)])), {1: ["Acme", "", ""], 2: ["", "", "", "d"]})
        assert done[2] == ["Acme", "", "", "d"]

    def test_a_cell_that_has_a_text_keeps_it(self) -> None:
        done = filled(Filling(Merges([Range(1, 1, 2, 1)])), {1: ["Acme"], 2: ["Other"]})
        assert done[2] == ["Other"]

    def test_a_row_shorter_than_the_merge_is_made_long_enough(self) -> None:
        done = filled(Filling(Merges([Range(1, 3, 2, 3)])), {1: ["", "", "Acme"], 2: ["b"]})
        assert done[2] == ["b", "", "Acme"]

    def test_a_blank_merge_fills_nothing(self) -> None:
        done = filled(Filling(Merges([Range(1, 1, 2, 1)])), {1: [" ", "a"], 2: ["", "b"]})
        assert done[2] == ["", "b"]

    def test_a_merge_whose_first_row_is_not_there_fills_nothing(self) -> None:
        assert filled(Filling(Merges([Range(1, 1, 3, 1)])), {2: ["", "b"]})[2] == ["", "b"]

    def test_only_the_columns_that_are_wanted_are_filled(self) -> None:
        merges = Merges([Range(1, 1, 2, 1), Range(1, 2, 2, 2)])
        assert filled(Filling(merges, columns=[2]), {1: ["a", "b"], 2: ["", "", "c"]})[2] == ["", "b", "c"]

    def test_headings_are_not_filled_into_lines(self) -> None:
        merges = Merges([Range(1, 1, 2, 1), Range(2, 2, 3, 2)])
        done = filled(Filling(merges, below=1), {1: ["Maker", "x"], 2: ["", "y"], 3: ["", ""]})
        assert list(done.values()) == [["Maker", "x"], ["", "y"], ["", "y"]]


def columns(*headed: tuple[str, Role]) -> tuple[Column, ...]:
    return tuple(Column(cell, heading, role) for cell, (heading, role) in enumerate(headed, 1))


class TestHeadingsMergedSideways:
    HEADED = columns(("Manufacturer", "maker"), ("", "ignored"), ("Qty", "quantity"), ("", "ignored"))

    def test_all_columns_below_have_its_role(self) -> None:
        found = headed_together(self.HEADED, 1, Merges([Range(1, 1, 1, 2)]), 4)
        assert found == (self.HEADED[0], Column(2, "Manufacturer", "maker"), *self.HEADED[2:])

    def test_those_beyond_the_other_headings_too_as_far_as_the_table_goes(self) -> None:
        found = headed_together(columns(("Part", "part")), 2, Merges([Range(1, 1, 2, 9)]), 3)
        assert [column.cell for column in found] == [1, 2, 3]

    def test_in_both_its_roles(self) -> None:
        both = (Column(1, "Make / model", "maker"), Column(1, "Make / model", "part"), Column(2, "", "ignored"))
        found = headed_together(both, 1, Merges([Range(1, 1, 1, 2)]), 2)
        assert [(column.cell, column.role) for column in found] == [
            (1, "maker"),
            (1, "part"),
            (2, "maker"),
            (2, "part"),
        ]

    @pytest.mark.parametrize("merge", [Range(2, 1, 2, 2), Range(1, 3, 1, 4), Range(1, 2, 1, 4)])
    def test_other_merges_change_nothing(self, merge: Range) -> None:
        assert headed_together(self.HEADED, 1, Merges([merge]), 4) == self.HEADED

    def test_without_a_row_of_headings_nothing_changes(self) -> None:
        assert headed_together(self.HEADED, None, Merges([Range(1, 1, 1, 2)]), 4) == self.HEADED


@pytest.mark.parametrize("reference", ["A4:A0", "A4:ZZZZ9", "A1:A1048577"])
def test_a_merge_of_cells_that_no_sheet_has_merges_nothing(reference: str) -> None:
    found = merges_of([f'<mergeCell ref="{reference}"/><mergeCell ref="A2:A5"/></mergeCells>'.encode()])
    assert found.downwards == {2: [Range(2, 1, 5, 1)]}
