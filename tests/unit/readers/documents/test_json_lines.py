"""Bills as JSON Lines: every line read by itself, what cannot be is counted, and nothing is held."""

from collections.abc import Callable
from typing import Any

import pytest

from vendorcheck.model.bom import Bill, Reading, Table
from vendorcheck.model.errors import NothingToScreenError, VendorcheckError
from vendorcheck.readers import ALL_FOUND, Choices, HeadingRole, Source
from vendorcheck.readers.documents import json_lines
from vendorcheck.readers.documents.json import signs as json_signs
from vendorcheck.readers.documents.json_lines import NumberedLine, numbered_lines, open_json_lines

Opened = Callable[..., Bill]
Lines = Callable[[Table], list[Any]]
Refused = Callable[..., VendorcheckError]

TEXT = """{"maker": "A", "part": 1}

{"part": "x", "supplier": {"name": "S"}, "parts": [{"maker": "B"}]}
{"maker": "C"
[1]
{"maker": "D", "maker": "E"}
{"maker": NaN}
{"maker": "F"} {"maker": "G"}
{"maker": "\\ud800"}
  {"maker": "H"}\t
{}"""


def test_each_line_is_read_by_itself(opened: Opened, lines: Lines) -> None:
    (table,) = opened(TEXT).tables
    assert (table.layout.format, table.layout.sheet) == ("jsonl", None)
    found = lines(table)
    assert [(line.number, line.depth, line.cells) for line in found] == [
        (1, 0, {"maker": ["A"], "part": ["1"]}),
        (3, 0, {"part": ["x"], "supplier.name": ["S"]}),
        (3, 1, {"maker": ["B"]}),
        (9, 0, {"maker": ["\ufffd"]}),
        (10, 0, {"maker": ["H"]}),
    ]
    assert found[2].pointers == {"maker": ["/parts/0/maker"]}
    reading = table.reading
    assert {reason: numbers.stretches for reason, numbers in reading.unreadable.items()} == {
        json_signs.ENDS_EARLY: [(4, 4)],
        json_lines.NOT_AN_OBJECT: [(5, 5)],
        json_signs.KEY_TWICE: [(6, 6)],
        json_signs.NOT_FINITE: [(7, 7)],
        json_signs.GOES_ON: [(8, 8)],
    }
    assert (reading.lines, reading.blank.count) == (5, 2)
    assert reading.broken_characters.stretches == [(9, 9)]


def test_a_line_too_long_is_counted_and_the_rest_read(
    opened: Opened, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_lines, "MAX_LINE", 100)
    text = '{"maker": "A"}\n{"maker": "' + "x" * 2_000_000 + '"}\n{"maker": "B"}\n'
    (table,) = opened(text).tables
    assert [(line.number, line.cells["maker"]) for line in lines(table)] == [(1, ["A"]), (3, ["B"])]
    assert table.reading.unreadable[json_lines.LINE_TOO_LONG].stretches == [(2, 2)]


@pytest.mark.parametrize("broken", ["# a comment", "[1, 2", '"Acme"x', "null,", "{]"])
def test_a_broken_line_is_counted_and_the_others_read(broken: str, opened: Opened, lines: Lines) -> None:
    (table,) = opened(f'{{"maker": "A"}}\n{broken}\n{{"maker": "B"}}\n').tables
    assert [(line.number, line.cells["maker"]) for line in lines(table)] == [(1, ["A"]), (3, ["B"])]
    assert [numbers.stretches for numbers in table.reading.unreadable.values()] == [[(2, 2)]]


def test_objects_with_commas_behind_them_are_no_lines(refused: Refused) -> None:
    error = refused('{"maker": "A"},\n{"maker": "B"},\n')
    assert error.code == "no_table"
    assert (error.help or "").endswith("and no comma follows it.")


@pytest.mark.parametrize("size", [1, 2, 5, 100])
def test_lines_are_numbered_whatever_the_chunks(size: int) -> None:
    text = "a\n\n \nb\n\n\n\n\n c"
    reading = Reading()
    found = list(numbered_lines((text[at : at + size] for at in range(0, len(text), size)), reading))
    assert found == [NumberedLine(1, "a"), NumberedLine(4, "b"), NumberedLine(9, " c")]
    assert reading.blank.stretches == [(2, 3), (5, 8)]


@pytest.mark.parametrize("text", ["", "\n\n", "[1]\n[2]", "{}\n{}", "x\ny"])
def test_what_holds_no_object_is_no_table(text: str, source_of: Callable[[str], Source]) -> None:
    with pytest.raises(NothingToScreenError) as caught:
        open_json_lines(source_of(text), ALL_FOUND)
    assert caught.value.code == "no_table"


@pytest.mark.parametrize("line", ["{}", "nonsense", "[]"])
def test_very_many_lines_of_nothing_are_refused(
    line: str, source_of: Callable[[str], Source], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_lines, "MAX_EMPTY", 50)
    with pytest.raises(VendorcheckError) as caught:
        open_json_lines(source_of('{"maker": "A"}\n' + f"{line}\n" * 60), ALL_FOUND)
    assert (caught.value.code, caught.value.exit_code) == ("bill_unreadable", 2)


def test_choices_are_heeded(opened: Opened, lines: Lines, refused: Refused) -> None:
    text = '{"a": "Acme"}\n{"a": "B"}\n'
    (table,) = opened(text, Choices(mappings=(HeadingRole("maker", "a"),))).tables
    assert [line.cells for line in lines(table)] == [{"a": ["Acme"]}, {"a": ["B"]}]
    assert refused(text, Choices(sheet="x")).code == "usage"
    assert refused(text, Choices(mappings=(HeadingRole("maker", "b"),))).code == "usage"


def test_a_file_that_changes_is_told(opened: Opened, lines: Lines, tmp_path: Any) -> None:
    (table,) = opened('{"maker": "A"}\n{"maker": "B"}\n').tables
    (path,) = tmp_path.iterdir()
    path.write_text('{"maker": "A"}\nbroken', encoding="utf-8")
    assert [line.cells for line in lines(table)] == [{"maker": ["A"]}]
    assert "the file changed while it was read" in table.reading.unreadable
