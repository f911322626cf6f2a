"""Several rows to one entry: what belongs together, and what belongs to nobody."""

from vendorcheck.lists.grouped_rows import NO_NAME, Cells, Grouped, filled, grouped
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.table import CUT_OFF, Table
from vendorcheck.model.watchlist import LeftOut

COLUMNS = ("Number", "Name", "Place")


def _grouped(text: str) -> Grouped:
    table = Table(SourceFile("list.csv", text.encode()), ",", ("number", "name", "place"), ("number", "name"))
    return grouped(table, COLUMNS, "Number", _name)


def _name(row: Cells) -> str:
    return row["Name"]


def test_rows_of_one_number_are_one_group_in_the_order_of_their_first() -> None:
    found = _grouped("number,name\n2,Kestrel\n1,Heron\n2,  Kestrel   Trade \n")
    assert {number: list(map(_name, rows)) for number, rows in found.groups.items()} == {
        "2": ["Kestrel", "Kestrel Trade"],
        "1": ["Heron"],
    }
    assert list(found.groups) == ["2", "1"]
    assert not found.left_out


def test_a_row_without_a_name_is_part_of_a_group_that_has_one() -> None:
    found = _grouped("number,name,place\n1,,Edelweiss\n1,Kestrel,\n")
    assert found.groups["1"][0] == {"Number": "1", "Name": "", "Place": "Edelweiss"}


def test_rows_of_nobody_are_left_out_each_with_its_line() -> None:
    found = _grouped('number,name,place\n1,,A\n,Kestrel,B\n2,Heron,C\n1,,D\n3,"Fal')
    assert list(found.groups) == ["2"]
    assert sorted(found.left_out, key=lambda left: left.line) == [
        LeftOut("list.csv", 2, NO_NAME),
        LeftOut("list.csv", 3, "has no Number"),
        LeftOut("list.csv", 5, NO_NAME),
        LeftOut("list.csv", 6, CUT_OFF),
    ]


def test_cells_that_hold_something_in_the_order_that_is_asked_for() -> None:
    assert list(filled({"a": "1", "b": "", "c": "3"}, ("c", "b", "a"))) == ["3", "1"]
