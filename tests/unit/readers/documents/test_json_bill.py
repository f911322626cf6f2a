"""Bills as JSON: lists of objects wherever they stand, and what stands inside and around them."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorcheck.model.bom import Bill, Table
from vendorcheck.model.errors import NothingToScreenError, VendorcheckError
from vendorcheck.readers import ALL_FOUND, Choices, HeadingRole, Source
from vendorcheck.readers.documents import json_bill, layout, table
from vendorcheck.readers.documents.json import document as json_document
from vendorcheck.readers.documents.json import reader as json_reader
from vendorcheck.readers.documents.json import scanner
from vendorcheck.readers.documents.json import text as json_text

Opened = Callable[..., Bill]
Lines = Callable[[Table], list[Any]]
Refused = Callable[..., VendorcheckError]


def _roles(table: Table) -> dict[str, str]:
    return {column.heading: column.role for column in table.layout.columns}


def test_a_list_of_objects_is_a_table(opened: Opened, lines: Lines) -> None:
    (table,) = opened(
        '[\n {"maker": "Acme", "part": 7, "ok": true, "note": null},\n {"part": "x", "maker": "B"}]'
    ).tables
    assert table.layout.format == "json"
    assert table.layout.encoding == "utf-8"
    assert (table.layout.sheet, table.layout.header_line, table.layout.delimiter) == (None, None, None)
    assert _roles(table) == {"maker": "maker", "part": "part", "ok": "unclassified", "note": "description"}
    first, second = lines(table)
    assert (first.number, first.cells) == (2, {"maker": ["Acme"], "part": ["7"], "ok": ["true"]})
    assert first.pointers == {"maker": ["/0/maker"], "part": ["/0/part"], "ok": ["/0/ok"]}
    assert (second.number, second.cells) == (3, {"maker": ["B"], "part": ["x"]})
    assert table.reading.lines == 2
    assert first.depth is None


def test_inner_objects_have_dotted_keys(opened: Opened, lines: Lines) -> None:
    manufacturer = '"manufacturer": {"name": "Acme", "url": "u"}'
    text = f'[{{{manufacturer}, "a/b~c": {{"model": "M"}}, "tags": ["x", "y"], "type": ["p", "q"]}}]'
    (table,) = opened(text).tables
    (line,) = lines(table)
    assert line.cells == {"manufacturer.name": ["Acme"], "a/b~c.model": ["M"], "type": ["p; q"]}
    assert line.pointers["a/b~c.model"] == ["/0/a~1b~0c/model"]
    assert line.pointers["type"] == ["/0"]
    assert _roles(table)["manufacturer.url"] == "ignored"


def test_several_makers_stand_apart_and_those_beyond_together(
    opened: Opened, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "MAX_APART", 3)
    names = ", ".join(f'{{"name": "M{at}"}}' for at in range(5))
    (table,) = opened(f'[{{"suppliers": [{names}], "brand": ["A", "B"], "mpn": "x"}}, {{"suppliers": "S"}}]').tables
    first, second = lines(table)
    assert first.cells == {"suppliers.name": ["M0", "M1", "M2; M3; M4"], "brand": ["A", "B"], "mpn": ["x"]}
    assert first.pointers["suppliers.name"] == ["/0/suppliers/0/name", "/0/suppliers/1/name", "/0"]
    assert second.cells == {"suppliers": ["S"]}


def test_facts_are_read_by_their_names(opened: Opened, lines: Lines) -> None:
    text = (
        '[{"mpn": "x", "attributes": [{"name": "Manufacturer", "value": "Acme"}, {"name": "Colour", "value": "red"}]}]'
    )
    (table,) = opened(text).tables
    (line,) = lines(table)
    assert line.cells == {"mpn": ["x"], "attributes.Manufacturer": ["Acme"]}
    assert line.pointers["attributes.Manufacturer"] == ["/0/attributes/0/value"]
    assert "attributes.Colour" not in _roles(table)


def test_parts_are_lines_one_deeper(opened: Opened, lines: Lines) -> None:
    text = """[
 {"product": "NVR", "maker": "Acme", "parts": [
   {"model": "Board", "maker": "B", "children": [
     {"model": "Chip", "maker": "HiSilicon"}]},
   {"model": "Case"}]},
 {"product": "Cable", "alternates": [{"maker": "C", "mpn": "9"}], "documents": [{"description": "sheet"}]}]"""
    (table,) = opened(text).tables
    found = [(line.number, line.depth, line.cells.get("maker"), line.pointers) for line in lines(table)]
    assert [each[:3] for each in found] == [
        (2, 0, ["Acme"]),
        (3, 1, ["B"]),
        (4, 2, ["HiSilicon"]),
        (5, 1, None),
        (6, 0, None),
        (6, 1, ["C"]),
    ]
    assert found[2][3]["maker"] == ["/0/parts/0/children/0/maker"]
    assert table.reading.lines == 6


def test_a_group_of_parts_is_its_heading(opened: Opened, lines: Lines) -> None:
    (table,) = opened('[{"room": "Hikvision hall", "cameras": [{"brand": "A", "model": "B"}]}]').tables
    group, camera = lines(table)
    assert (group.aside, group.beside, group.depth) == ("the heading of a group", ("Hikvision hall",), None)
    assert (camera.aside, camera.depth) == (None, 1)
    assert (table.reading.lines, table.reading.group_headers.count) == (1, 1)


def test_a_list_without_a_column_that_identifies_is_looked_at_as_text(opened: Opened, lines: Lines) -> None:
    (table,) = opened('[{"who": "Jane", "age": 3}]').tables
    (line,) = lines(table)
    assert (line.aside, line.beside) == ("a table without a column that says who made anything", ("Jane", "3"))
    assert (table.reading.lines, table.reading.beside.count) == (0, 1)


def test_lists_within_objects_are_tables_of_their_own(opened: Opened, lines: Lines) -> None:
    bom = '"bom": {"lines": [{"mpn": "x"}], "prices": [{"usd": 1}]}'
    text = f'{{"title": "Kit for Hikvision",\n {bom},\n "more": [{{"maker": "z"}}]}}'
    tables = opened(text).tables
    assert [table.layout.sheet for table in tables] == ["/bom/lines", "/bom/prices", "/more"]
    around, line = lines(tables[0])
    assert (around.aside, around.beside) == ("what stands around the lists of the document", ("Kit for Hikvision",))
    assert line.pointers == {"mpn": ["/bom/lines/0/mpn"]}
    (price,) = lines(tables[1])
    assert (price.aside, price.beside) == ("a table without a column that says who made anything", ("1",))
    (more,) = lines(tables[2])
    assert (more.number, more.cells) == (3, {"maker": ["z"]})
    assert [table.reading.lines for table in tables] == [1, 0, 1]


def test_a_table_is_named_by_its_pointer(opened: Opened, refused: Refused) -> None:
    text = '{"a": [{"mpn": "x"}], "b": [{"mpn": "y"}]}'
    (table,) = opened(text, Choices(sheet="/b")).tables
    assert table.layout.sheet == "/b"
    error = refused(text, Choices(sheet="/c"))
    assert (error.code, error.help) == ("usage", "It holds '/a', '/b'.")


def test_an_object_that_names_somebody_is_the_whole_of_what_it_lists(opened: Opened, lines: Lines) -> None:
    lists = '"items": [{"mpn": "x", "maker": "M"}],\n "extras": [{"mpn": "y"}]'
    text = f'{{"order": 7, "supplier": {{"name": "Acme"}},\n {lists}}}'
    (table,) = opened(text).tables
    assert table.layout.sheet is None
    found = lines(table)
    assert [(line.number, line.depth, line.cells) for line in found] == [
        (1, 0, {"supplier.name": ["Acme"]}),
        (2, 1, {"mpn": ["x"], "maker": ["M"]}),
        (3, 1, {"mpn": ["y"]}),
    ]
    assert found[0].pointers == {"supplier.name": ["/supplier/name"]}


def test_one_object_is_one_line(opened: Opened, lines: Lines) -> None:
    (table,) = opened('\n{"maker": "Acme", "model": "x"}').tables
    (line,) = lines(table)
    assert (line.number, line.cells, line.depth) == (2, {"maker": ["Acme"], "model": ["x"]}, None)


def test_things_by_name_are_all_seen(opened: Opened, lines: Lines) -> None:
    (table,) = opened('{"cameras": {"c1": {"brand": "A"}, "c2": {"brand": "B"}}}').tables
    (line,) = lines(table)
    assert line.cells == {"cameras.c1.brand": ["A"], "cameras.c2.brand": ["B"]}


def test_values_that_are_no_objects_are_counted(opened: Opened, lines: Lines) -> None:
    (table,) = opened('[{"mpn": "x"},\n 5,\n null,\n [{"mpn": "y"}, 3],\n [], {}, {"mpn": " "}]').tables
    assert [line.cells for line in lines(table)] == [{"mpn": ["x"]}, {"mpn": ["y"]}]
    (numbers,) = table.reading.unreadable.values()
    assert list(table.reading.unreadable) == [json_reader.NOT_AN_OBJECT]
    assert numbers.stretches == [(2, 2), (4, 5)]
    assert table.reading.blank.stretches == [(3, 3), (5, 5), (5, 5)]


def test_rows_have_the_headings_of_one_of_them(opened: Opened, lines: Lines) -> None:
    text = '[["Offer", null], ["Maker", "Part", "Part"],\n ["Acme", 7, 8, "more"],\n ["B"]]'
    (table,) = opened(text).tables
    first, second = lines(table)
    assert (first.number, first.cells, first.beside) == (2, {"Maker": ["Acme"], "Part": ["7", "8"]}, ("more",))
    assert first.pointers == {"Maker": ["/2/0"], "Part": ["/2/1", "/2/2"]}
    assert second.cells == {"Maker": ["B"]}
    assert table.reading.before_header.count == 1


def test_rows_may_have_their_headings_beside_them(opened: Opened, lines: Lines) -> None:
    (table,) = opened('{"columns": ["maker", "part"], "data": [["Acme", "x"]]}').tables
    assert lines(table)[1].cells == {"maker": ["Acme"], "part": ["x"]}


def test_rows_without_headings_are_looked_at_as_text(opened: Opened, lines: Lines) -> None:
    tables = opened('{"m": [["Hikvision", 1]], "items": [{"mpn": "x"}]}').tables
    (row,) = lines(tables[0])
    assert (row.beside, row.cells) == (("Hikvision", "1"), {})
    assert row.aside is not None


def test_values_one_after_another_are_a_list(opened: Opened, lines: Lines) -> None:
    (table,) = opened('{\n "maker": "A"\n}\n{\n "maker": "B"\n}\n').tables
    assert [(line.number, line.cells) for line in lines(table)] == [(1, {"maker": ["A"]}), (4, {"maker": ["B"]})]


def test_levels_stand_in_a_column_too(opened: Opened, lines: Lines) -> None:
    (table,) = opened('[{"level": 0, "maker": "A"}, {"level": 1, "maker": "B", "parts": [{"maker": "C"}]}]').tables
    assert [line.depth for line in lines(table)] == [0, 1, 2]


def test_the_caller_says_what_a_key_means(opened: Opened, lines: Lines, refused: Refused) -> None:
    text = '[{"made": {"by": "Acme"}, "maker": "x"}]'
    (table,) = opened(text, Choices(mappings=(HeadingRole("maker", "made.by"), HeadingRole("ignored", "maker")))).tables
    (line,) = lines(table)
    assert line.cells == {"made.by": ["Acme"]}
    error = refused(text, Choices(mappings=(HeadingRole("maker", "made"),)))
    assert error.code == "usage"
    assert "'made'" in error.message


@pytest.mark.parametrize("text", ["{}", "[]", "3", "null", '"x"', '["a", "b"]', "[[]]", "[{}, {}]", '{"a": []}'])
def test_what_holds_no_object_is_no_table(text: str, source_of: Callable[[str], Source]) -> None:
    with pytest.raises(NothingToScreenError) as caught:
        json_bill.open_json(source_of(text), ALL_FOUND)
    assert caught.value.code == "no_table"


def test_the_place_of_what_is_wrong_is_told(refused: Refused) -> None:
    error = refused('[{"maker": "A"},\n {"maker": "B",}]')
    assert error.code == "bill_unreadable"
    assert error.message.endswith("cannot be read as JSON: a key in double quotes is missing")
    assert error.spot is not None
    assert (error.spot.line, error.spot.column) == (2, 16)
    assert error.exit_code == 2


def test_lost_characters_are_counted_by_line(opened: Opened, lines: Lines) -> None:
    (table,) = opened(b'[{"maker": "\xc3\xa9\xc3\xa9\xc3\xa9"},\n {"maker": "A\xff"},\n {"maker": "B\\ud800"}]').tables
    assert [line.cells["maker"] for line in lines(table)] == [["ééé"], ["A\ufffd"], ["B\ufffd"]]
    assert table.reading.broken_characters.stretches == [(2, 3)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_other_encodings_are_read(encoding: str, opened: Opened, lines: Lines) -> None:
    (table,) = opened('[{"maker": "Müller",\r\n "part": "x"}]'.encode(encoding)).tables
    (line,) = lines(table)
    assert line.cells["maker"] == ["Müller"]


def test_bounds_are_told(refused: Refused, monkeypatch: pytest.MonkeyPatch) -> None:
    many = '{"maker": "A"},' * 20 + "{}"
    for module, bound, text, said in (
        (json_document, "MAX_ITEMS", f"[{many}]", "items"),
        (json_document, "MAX_ITEMS", many.replace(",", "\n\n ").replace("{", "{\n"), "items"),
        (scanner, "MAX_IN_ALL", '[{"a": [1, 2]}, {"a": [3, 4]}]', "values"),
        (table, "MAX_RECORDS", f'[{{"mpn": "x", "parts": [{many}]}}]', "parts within others"),
        (json_document, "MAX_AROUND", '{"a": [1, 2, 3], "b": {"c": [4, 5, 6, 7, 8, 9]}}', "outside its lists"),
        (json_reader, "MAX_LISTS", "{" + ",".join(f'"{at}": [{{}}]' for at in range(9)) + "}", "lists"),
        (json_text, "MAX_BYTES", f"[{many}]", "JSON Lines"),
        (layout, "MAX_KEYS", "[{" + ",".join(f'"{at}": 1' for at in range(9)) + "}]", "keys"),
        (layout, "MAX_KEY_CHARACTERS", '[{"abcdefghi": 1}]', "keys"),
        (json_bill, "MAX_READ", '{"a": [{"mpn": "x"}], "b": [{"mpn": "y"}]}', "--sheet"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(module, bound, 5)
            error = refused(text)
        assert error.exit_code == 2
        assert said in f"{error.message} {error.help}"


def test_parts_within_parts_take_no_time_that_doubles(opened: Opened, lines: Lines) -> None:
    text = '{"x": [' * 40 + '{"mpn": "x"}' + "]}" * 40
    (table,) = opened(f"[{text}]").tables
    (line,) = [line for line in lines(table) if not line.aside]
    assert (line.cells, line.depth) == ({"mpn": ["x"]}, 1)


def test_long_paths_are_taken_together(opened: Opened, lines: Lines) -> None:
    inner = "{" + ",".join(f'"{at}": "v"' for at in range(50)) + "}"
    deep = f'{{"{"k" * 400}": ' * 20 + inner + "}" * 20
    (table,) = opened(f'[{{"maker": "A", "deep": {deep}}}]').tables
    (line,) = lines(table)
    assert line.cells == {"maker": ["A"]}
    assert max(len(column.heading) for column in table.layout.columns) < 1000
    (batch,) = opened(f'[{{"deep": {deep}}}, {{"maker": "A"}}]').tables[0].batches()
    assert batch.origin.pointer_of(0, 1) == "/0"


_CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    records=st.lists(
        st.dictionaries(st.sampled_from(["maker", "part", "description"]), _CELL, min_size=1), min_size=1, max_size=9
    ),
    indent=st.sampled_from([None, 0, 2]),
)
def test_records_come_back_from_a_list_and_from_lines(
    records: list[dict[str, str]], indent: int | None, opened: Opened, lines: Lines
) -> None:
    filled = [
        {key: [text] for key, text in record.items() if text}
        for record in records
        if any(map(str.strip, record.values()))
    ]
    for text in (
        json.dumps(records, indent=indent),
        json.dumps(records, ensure_ascii=False),
        "".join(json.dumps(record) + "\n" for record in [*records, {}]),
    ):
        try:
            (table,) = opened(text).tables
        except NothingToScreenError:
            assert not filled
            return
        found = lines(table)
        assert [line.cells for line in found] == filled
        assert table.reading.lines == len(filled)


def test_an_encoding_that_was_guessed_is_said_unless_it_was_named(opened: Opened) -> None:
    text = '[{"manufacturer": "Müller Söhne", "model": "x"}]'.encode("cp1252")
    assert len(opened(text).tables[0].layout.remarks) == 1
    assert opened(text, Choices(encoding="cp1252")).tables[0].layout.remarks == ()


def test_a_line_of_headings_is_none_of_objects(refused: Refused) -> None:
    error = refused('[{"manufacturer": "Acme", "model": "x"}]', Choices(header_line=1))
    assert (error.code, error.help) == ("usage", "Leave out --header-line.")
