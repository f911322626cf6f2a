"""Which row holds the headings of a table."""

from collections.abc import Sequence

import pytest

from vendorcheck.model.errors import EXIT_COULD_NOT_SCREEN, EXIT_NOTHING_SCREENED, Spot, VendorcheckError
from vendorcheck.readers.choices import ALL_FOUND, Choices, HeadingRole
from vendorcheck.readers.tables.header import (
    HEADER_WITHIN,
    MAX_COLUMNS,
    Header,
    best_header,
    find_header,
    header_above,
    roles_shown,
)
from vendorcheck.readers.tables.sideways import TRANSPOSE

Rows = Sequence[Sequence[str]]

#: Enough lines to show what a table is made of.
LINES = [["1", "Acme", "X1"], ["2", "Bolt", "Y2"], ["3", "Cord", "Z3"]]
PLACES = [["01A", "R1", "1104"], ["01A", "R2", "1124"], ["02A", "R1", "1164"]]


def _numbered(rows: Rows) -> list[tuple[int, Sequence[str]]]:
    return list(enumerate(rows, 1))


def _header(rows: Rows, *mappings: HeadingRole, line: int | None = None) -> Header:
    return find_header("bill.csv", _numbered(rows), Choices(mappings=mappings, header_line=line))


def _error(rows: Rows, *mappings: HeadingRole, line: int | None = None) -> VendorcheckError:
    with pytest.raises(VendorcheckError) as caught:
        _header(rows, *mappings, line=line)
    return caught.value


class TestByKnownHeadings:
    def test_title_rows_above_are_passed_over(self) -> None:
        assert _header([["Bill of materials"], ["Site", "North"], ["Manufacturer", "Part"], ["Acme", "X1"]]).line == 3

    def test_the_row_with_the_most_roles_holds_them(self) -> None:
        assert _header([["Vendor", "Part", "Acme"], ["Manufacturer", "Part", "Description"], *LINES]).line == 2

    def test_a_role_counts_once_however_many_columns_have_it(self) -> None:
        assert _header([["Note", "Notes", "Remark", "Qty"], ["Manufacturer", "Part", "Qty", "X"], *LINES]).line == 2

    def test_of_two_rows_alike_the_first_holds_them(self) -> None:
        assert _header([["Manufacturer", "Part"], ["Acme", "X1"], ["Manufacturer", "Part"]]).line == 1

    def test_a_row_of_groups_above_does_not(self) -> None:
        groups = ["Item", "", "Manufacturer", "", "Supplier", ""]
        headings = ["No", "Description", "Manufacturer", "Part Number", "Supplier", "Price"]
        assert _header([groups, headings, ["1", "Switch", "Acme", "X1", "Bolt", "5.00"]]).line == 2

    def test_the_names_of_sellers_among_the_lines_do_not(self) -> None:
        lines = [["X1", "4", "Mouser", "Digikey"], ["Y2", "5", "Mouser", "Farnell"], ["Z3", "1", "Mouser", "Digikey"]]
        assert _header(lines).line is None

    def test_a_comment_that_lists_the_headings_does_not(self) -> None:
        rows = [["# Columns: Manufacturer", " Part Number", " Qty"], ["Manufacturer", "Part Number", "Qty"], *LINES]
        assert _header(rows).line == 2

    def test_a_comment_may_where_no_other_row_does(self) -> None:
        assert _header([["# Manufacturer", "Part Number", "Qty"], *LINES]).line == 1

    def test_one_word_in_a_line_does_not(self) -> None:
        assert _header([["Room", "Rack", "VLAN"], *PLACES, ["03A", "vendor", "1184"]]).line == 1

    def test_headings_alone_are_a_table_without_lines(self) -> None:
        header = _header([["Manufacturer", "Part Number"]])
        assert (header.line, header.known, header.sure) == (1, True, True)

    @pytest.mark.parametrize("line", ["Acme", "Acme,X1,extra", "Acme,X1,,,,more"])
    def test_headings_beyond_doubt_need_no_even_lines(self, line: str) -> None:
        assert _header([["Manufacturer", "Part Number", "Qty"], line.split(",")]).line == 1

    @pytest.mark.parametrize(
        "rows",
        [
            [["The manufacturer", " the part number", " and the quantity must be stated in the offer."]],
            [
                ["What to fill in", " in this order: manufacturer", " part number", " quantity."],
                ["Send it."],
                ["Soon."],
            ],
        ],
    )
    def test_a_sentence_that_holds_some_does_not(self, rows: Rows) -> None:
        assert _error(rows).code == "no_table"

    def test_they_stand_within_the_first_rows_or_not_at_all(self) -> None:
        headings = ["Manufacturer", "Part"]
        assert _header([["Title"]] * (HEADER_WITHIN - 1) + [headings]).line == HEADER_WITHIN
        assert _error([["Title"]] * HEADER_WITHIN + [headings]).code == "no_table"

    def test_a_row_wider_than_any_table_is_not_looked_at(self) -> None:
        assert _error([["Manufacturer", "Part", *[""] * MAX_COLUMNS]]).code == "no_table"


class TestLists:
    @pytest.mark.parametrize("heading", ["Vendor", "Manufacturer", "MPN", "MAC address", "Brand", "Lieferant"])
    def test_a_list_under_a_known_heading_is_a_table(self, heading: str) -> None:
        assert _header([[heading], ["Acme"], ["Bolt", " Inc."], ["Cord"]]).line == 1

    @pytest.mark.parametrize(
        "rows",
        [
            [["Vendor"]],
            [["Notes"], ["milk"], ["bread"]],
            [["Words"], ["camera"], ["cable"]],
            [["vendor/*"], ["cache/*"], ["build/*"]],
            [["Vendor"], ["The vendor shall deliver the goods within thirty days of the order and at its own risk."]],
            [["a"], ["b"], ["c"], ["d"], ["Vendor"], ["Acme"]],
        ],
    )
    def test_other_rows_of_one_cell_are_none(self, rows: Rows) -> None:
        assert _error(rows).code == "no_table"


class TestByLooks:
    def test_words_above_numbers_head_them(self) -> None:
        header = _header([["Room", "Rack", "VLAN"], *PLACES])
        assert (header.line, header.known, header.sure) == (1, False, False)
        assert [column.heading for column in header.columns] == ["Room", "Rack", "VLAN"]

    def test_what_stands_above_is_passed_over(self) -> None:
        assert _header([["A plan"], ["of the house", ""], ["# draft"], ["Room", "Rack", "VLAN"], *PLACES]).line == 4

    def test_lines_alone_have_no_headings(self) -> None:
        header = _header(PLACES)
        assert header.line is None
        assert [column.heading for column in header.columns] == ["1", "2", "3"]

    @pytest.mark.parametrize(
        "rows", [[], [["Dear reader"], ["this is a letter"]], [["a", "b"]], [["a", "b"], ["c"], ["d"], ["e"]]]
    )
    def test_rows_that_make_no_table_are_refused(self, rows: Rows) -> None:
        error = _error(rows)
        assert (error.code, error.exit_code, error.spot) == ("no_table", EXIT_NOTHING_SCREENED, Spot("bill.csv"))
        assert error.message == "no table found in bill.csv"
        assert error.help == "A bill is a table with a heading row, such as Manufacturer, Part Number, Description."
        assert best_header("bill.csv", _numbered(rows), ALL_FOUND) is None


class TestChosen:
    def test_a_line_that_the_caller_names_holds_them(self) -> None:
        assert [column.heading for column in _header([["Foo", "Bar"], ["Manufacturer", "Part"]], line=1).columns] == [
            "Foo",
            "Bar",
        ]

    def test_line_0_says_that_there_are_none(self) -> None:
        header = _header([["Manufacturer", "Part"], ["Acme", "X1", "more"]], line=0)
        assert (header.line, [column.heading for column in header.columns]) == (None, ["1", "2", "3"])

    def test_a_line_on_which_no_row_begins_is_a_usage_error(self) -> None:
        error = _error(LINES, line=9)
        assert error.code == "usage"
        assert error.message == "no row of bill.csv begins on line 9, which --header-line names"

    def test_a_mapped_heading_that_is_not_there_is_a_usage_error(self) -> None:
        assert _error([["Foo", "Bar"]], HeadingRole("maker", "Baz"), line=1).code == "usage"
        assert _error(LINES, HeadingRole("maker", "4"), line=0).code == "usage"


class TestMapped:
    def test_a_mapped_heading_is_one_that_is_known(self) -> None:
        header = _header([["Title", ""], ["Lager", "Ort"], ["Acme", "North"]], HeadingRole("maker", "lager"))
        assert (header.line, header.columns[0].role) == (2, "maker")

    def test_a_row_without_every_mapped_heading_is_passed_over(self) -> None:
        rows = [["Manufacturer", "Part", "Description"], ["Lager", "Vendor", "Ort"]]
        assert _header(rows, HeadingRole("maker", "Lager"), HeadingRole("purpose", "Ort")).line == 2

    def test_a_mapping_may_leave_nothing_that_says_who_made_it(self) -> None:
        assert _header([["Vendor", "Qty"]], HeadingRole("ignored", "Vendor")).columns[0].role == "ignored"

    def test_one_that_is_nowhere_is_a_usage_error(self) -> None:
        rows = [["Title"], ["Manufacturer", "Part"]]
        error = _error(rows, HeadingRole("maker", "Brand"), HeadingRole("part", "Type No"))
        assert (error.code, error.exit_code, error.spot) == ("usage", EXIT_COULD_NOT_SCREEN, Spot("bill.csv"))
        assert error.message == "bill.csv has no row with the mapped headings 'Brand', 'Type No'"
        assert error.help == "Its first row holds 'Manufacturer', 'Part'."

    @pytest.mark.parametrize(
        ("rows", "said"),
        [
            ([["admin", "hunter", "Acme"], ["root", "hunter", "Bolt"], ["bob", "pass", "Acme"]], 3),
            ([["admin", "hunter", "Acme"], ["Manufacturer", "Part", "Model"]], 3),
            ([["Username", "hunter"], ["bob", "Acme"], ["al", "Bolt"]], 2),
            ([["admin", "secret", "Camera"], ["root", "password", "Switch"]], 3),
            ([["admin", "hunter", "3"], ["root", "pass", "4"], ["bob", "word", "5"]], 3),
            ([["admin", "hunter", "n/a"], ["root", "pass", "4"], ["bob", "word", "5"]], 3),
            ([["admin", "hunter", ""], ["root", "pass", "4"], ["bob", "word", "5"]], 2),
            ([["hunter", ""], ["pass", ""]], 1),
        ],
    )
    def test_what_may_be_a_line_is_counted_and_not_repeated(self, rows: Rows, said: int) -> None:
        error = _error(rows, HeadingRole("maker", "Brand"))
        assert error.help == f"Its first row may not be one of headings; filled cells: {said}."

    def test_nor_is_a_line_that_the_caller_takes_for_headings(self) -> None:
        rows = [["Manufacturer", "Part", "Password"], ["Acme", "P", "hunter"], ["Bolt", "X", "pwd"]]
        with pytest.raises(VendorcheckError) as caught:
            find_header("bill.csv", _numbered(rows), Choices((HeadingRole("maker", "Brand"),), header_line=2))
        assert caught.value.help == "Its first row may not be one of headings; filled cells: 3."

    def test_words_above_numbers_are_repeated_though_nobody_knows_them(self) -> None:
        rows = [["Zebra", "Okapi"], ["Acme", "3"], ["Bolt", "4"]]
        assert _error(rows, HeadingRole("maker", "Brand")).help == "Its first row holds 'Zebra', 'Okapi'."

    def test_one_of_signs_is_not_found_in_an_empty_cell(self) -> None:
        assert _error([["Bill", ""], ["1", "2"]], HeadingRole("maker", "?")).code == "usage"

    def test_columns_without_headings_are_mapped_by_number(self) -> None:
        header = _header(LINES, HeadingRole("maker", "2"))
        assert header.line is None
        assert [column.role for column in header.columns] == ["ignored", "maker", "ignored"]

    def test_a_number_in_a_line_is_no_heading(self) -> None:
        error = _error([["Manufacturer", "Part"], ["Acme", "2"], ["Bolt", "3"]], HeadingRole("maker", "2"))
        assert error.code == "usage"
        assert error.help is not None
        assert error.help.endswith("With --header-line 0 columns go by their numbers.")


@pytest.mark.parametrize(
    ("rows", "shown"),
    [([], 0), ([["Qty", "Price"]], 0), ([["Title"], ["Maker", "Part", "Qty"]], 3), ([["Maker", "Brand", "Maker"]], 2)],
)
def test_how_many_roles_the_headings_show(rows: list[list[str]], shown: int) -> None:
    assert roles_shown(rows, ALL_FOUND) == shown


class TestATableThatStandsSideways:
    ROWS = (["Manufacturer", "Acme", "Bolt"], ["Model", "X1", "Y1"], ["Qty", "1", "2"])

    def test_it_is_no_table_and_the_error_says_what_to_do(self) -> None:
        error = _error(self.ROWS)
        assert (error.code, error.help) == ("no_table", TRANSPOSE)

    def test_a_caller_who_says_where_its_headings_are_is_not_contradicted(self) -> None:
        assert _header(self.ROWS, line=1).line == 1
        assert _header(self.ROWS, HeadingRole("part", "Acme")).line == 1


class TestATableAbove:
    BELOW = (["Item", "Manufacturer", "Part", "Qty"], *LINES)

    def _above(self, *rows: Sequence[str], choices: Choices = ALL_FOUND) -> Header | None:
        numbered = _numbered([*rows, *self.BELOW])
        return header_above(numbered, find_header("bill.csv", numbered, choices), choices)

    def test_other_headings_with_lines_of_their_own_head_one(self) -> None:
        above = self._above(["Vendor", "Description"], ["Cord", "Hammer"])
        assert above is not None
        assert (above.line, [column.role for column in above.columns]) == (1, ["vendor", "description"])

    @pytest.mark.parametrize("row", [["Vendor", "Description"], ["Site", "North"], ["Vendor", "Foo", "Bar"]])
    def test_a_row_alone_does_not(self, row: Sequence[str]) -> None:
        assert self._above(row) is None

    def test_a_mapping_for_the_one_leaves_the_other(self) -> None:
        rows = _numbered([["Vendor", "Description"], ["Cord", "Hammer"], ["Firm", "What"], ["Acme", "Lamp"]])
        choices = Choices(mappings=(HeadingRole("maker", "Firm"),))
        header = find_header("bill.csv", rows, choices)
        above = header_above(rows, header, choices)
        assert (header.line, above and above.line) == (3, 1)

    def test_a_mapping_for_both_makes_headings_of_both(self) -> None:
        rows = _numbered([["Brand", "Thing"], ["Cord", "Hammer"], ["Thing", "Brand", "Qty"], ["Lamp", "Acme", "2"]])
        choices = Choices(mappings=(HeadingRole("part", "Thing"),))
        header = find_header("bill.csv", rows, choices)
        above = header_above(rows, header, choices)
        assert above is not None
        assert (header.line, above.line, [column.role for column in above.columns]) == (3, 1, ["brand", "part"])

    @pytest.mark.parametrize("row", [["Thing", "Brand 2"], ["Thing", "Foo"], ["Foo", "Bar"]])
    def test_a_line_with_a_mapped_word_heads_none(self, row: Sequence[str]) -> None:
        rows = _numbered([row, ["Cord", "Hammer"], ["Thing", "Brand", "Qty"], ["Lamp", "Acme", "2"]])
        choices = Choices(mappings=(HeadingRole("part", "Thing"),))
        assert header_above(rows, find_header("bill.csv", rows, choices), choices) is None

    def test_a_caller_who_says_where_the_headings_are_is_not_contradicted(self) -> None:
        rows = (["Vendor", "Description"], ["Cord", "Hammer"])
        assert self._above(*rows, choices=Choices(header_line=3)) is None
