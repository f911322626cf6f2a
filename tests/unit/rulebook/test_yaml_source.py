"""YAML as it is read: the value and place of every part, and every fault at its line and column."""

import subprocess
import sys
from collections.abc import Sequence
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.model.errors import Fault, RulebookError, Spot
from vendorcheck.rulebook import yaml_source
from vendorcheck.rulebook.yaml_source import MAX_BYTES, Path, read_yaml

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(st.characters(codec="utf-8"), max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc-:# 1", max_size=6), inner, max_size=4),
    max_leaves=12,
)


def _read(text: str) -> Any:
    return read_yaml("own.yaml", text.encode()).value


def _faults(content: str | bytes) -> tuple[Fault, ...]:
    with pytest.raises(RulebookError) as caught:
        read_yaml("own.yaml", content if isinstance(content, bytes) else content.encode())
    return caught.value.faults


def _fault(content: str | bytes) -> Fault:
    [fault] = _faults(content)
    return fault


def test_mappings_lists_and_scalars() -> None:
    text = "id: acme\nnames:\n  legal:\n    - Acme Limited\n    - {name: Acme, share: 12.5}\nmarks: []\nlines: 3\n"
    assert _read(text) == {
        "id": "acme",
        "names": {"legal": ["Acme Limited", {"name": "Acme", "share": 12.5}]},
        "marks": [],
        "lines": 3,
    }


def test_a_key_has_the_place_of_its_word_and_an_item_the_place_of_its_value() -> None:
    file = read_yaml("own.yaml", b"# a note\nid: acme\nnames:\n  - Acme\n  - {name: Bolt, since: '2023'}\n")
    assert file.marks == {
        (): (2, 1),
        ("id",): (2, 1),
        ("names",): (3, 1),
        ("names", 0): (4, 5),
        ("names", 1): (5, 5),
        ("names", 1, "name"): (5, 6),
        ("names", 1, "since"): (5, 18),
    }


def test_a_fault_stands_at_its_part_with_the_text_of_the_line() -> None:
    file = read_yaml("own.yaml", b"id: acme\nnames:\n  - Acme\n")
    assert file.fault(("names", 0), "wrong", help="Do this.") == Fault(
        "wrong", Spot("own.yaml", 3, 5, "  - Acme"), "Do this."
    )


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("names", 0, "since"), 3, 5),
        (("names", 7), 2, 1),
        (("owners", 2, "party"), 1, 1),
        ((), 1, 1),
    ],
)
def test_a_fault_at_a_part_that_is_missing_stands_at_its_nearest_parent(path: Path, line: int, column: int) -> None:
    file = read_yaml("own.yaml", b"id: acme\nnames:\n  - {name: Acme}\n")
    assert str(file.fault(path, "missing").spot) == f"own.yaml:{line}:{column}"


def test_a_place_past_the_last_line_has_an_empty_text() -> None:
    assert read_yaml("own.yaml", b"id: acme\n").spot(9, 1) == Spot("own.yaml", 9, 1, "")


@pytest.mark.parametrize(
    "word",
    [
        "no", "No", "yes", "on", "OFF", "y", "n",
        "2019-10-09", "2019-10-09 10:00:00", "2019-10", "12:30", "1:30:00",
        "1e5", "0x10", "0o10", "0b11", "1_000", ".inf", "-.INF", ".nan", "=", "<<", "1.2.3",
        "AC-123", "٣",
    ],
)  # fmt: skip
def test_words_that_yaml_reads_as_something_else_stay_text(word: str) -> None:
    assert _read(f"word: {word}\n") == {"word": word}


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("true", True),
        ("True", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("7", 7),
        ("-7", -7),
        ("+7", 7),
        ("2023", 2023),
        ("12.5", 12.5),
        ("-0.5", -0.5),
        ("1.5e+3", 1500.0),
    ],
)
def test_truths_nothing_and_plain_numbers_are_what_they_are(word: str, value: object) -> None:
    read = _read(f"word: {word}\n")["word"]
    assert (type(read), read) == (type(value), value)


def test_a_number_with_a_nought_before_it_is_never_read_as_octal() -> None:
    assert _read("word: 010\n") == {"word": 10}
    assert _read("word: 08\n") == {"word": "08"}


@pytest.mark.parametrize("word", ["true", "2023", "12.5", "null", "~", "0x10"])
def test_what_stands_in_quotes_is_text(word: str) -> None:
    assert _read(f"word: '{word}'\n") == {"word": word}


@pytest.mark.parametrize("word", ["no", "on", "2019-10-09", "7", "true", "null", "<<"])
def test_a_key_is_always_text(word: str) -> None:
    assert _read(f"{word}: x\n") == {word: "x"}


@pytest.mark.parametrize(
    "text", ["word: !!python/object/apply:os.system echo\n", "word: !own echo\n", "word: !!str echo\n"]
)
def test_a_tag_makes_nothing_of_a_value_but_text(text: str) -> None:
    assert _read(text) == {"word": "echo"}


@pytest.mark.parametrize("text", ["- Acme\n- Bolt\n", "only words\n", "---\n", "7\n"])
def test_what_the_top_of_a_file_must_be_is_left_to_its_schema(text: str) -> None:
    assert not isinstance(_read(text), dict)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_endings_do_not_change_values_or_places(end: str) -> None:
    text = end.join(["id: acme", "note: |", "  one", "  two", "names:", "  - Acme", ""])
    file = read_yaml("own.yaml", text.encode())
    assert file.value == {"id": "acme", "note": "one\ntwo\n", "names": ["Acme"]}
    assert file.fault(("names", 0), "x").spot == Spot("own.yaml", 6, 5, "  - Acme")


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    file = read_yaml("own.yaml", "\ufeffid: Café\n".encode())
    assert file.value == {"id": "Café"}
    assert file.fault(("id",), "x").spot == Spot("own.yaml", 1, 1, "id: Café")


def test_columns_count_characters_not_bytes() -> None:
    fault = _fault("'海康': {威视: 1, 威视: 2}\n")
    assert fault == Fault(
        "'威视' stands twice, first at line 1",
        Spot("own.yaml", 1, 15, "'海康': {威视: 1, 威视: 2}"),
        "Keep one of them.",
    )


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85"])
def test_a_line_separator_does_not_shift_the_lines_after_it(separator: str) -> None:
    fault = _fault(f"note: one{separator}id: a\nid: b\n")
    assert fault.spot == Spot("own.yaml", 3, 1, "id: b")


@pytest.mark.parametrize(
    ("text", "line", "column", "first"),
    [
        ("id: a\nname: b\nid: c\n", 3, 1, 1),
        ("names:\n  legal: [a]\n  legal: [b]\n", 3, 3, 2),
        ("names: [{id: a, id: b}]\n", 1, 17, 1),
        ("id: a\n'id': b\n", 2, 1, 1),
        ("no: a\n'no': b\n", 2, 1, 1),
    ],
)
def test_a_key_that_stands_twice_is_refused_where_it_stands_again(
    text: str, line: int, column: int, first: int
) -> None:
    source = text.splitlines()[line - 1]
    fault = _fault(text)
    assert f" stands twice, first at line {first}" in fault.message
    assert (fault.spot, fault.help) == (Spot("own.yaml", line, column, source), "Keep one of them.")


def test_the_same_key_may_stand_in_another_mapping() -> None:
    assert _read("a: {id: 1}\nb: {id: 2}\nc: [{id: 3}, {id: 4}]\n")["c"] == [{"id": 3}, {"id": 4}]


@pytest.mark.parametrize(("text", "column"), [("? [a, b]\n: c\n", 3), ("? {a: b}\n: c\n", 3), ("{[a]: b}\n", 2)])
def test_a_key_that_is_no_word_is_refused(text: str, column: int) -> None:
    fault = _fault(text)
    assert (fault.message, fault.spot.line, fault.spot.column) == ("a key must be a word", 1, column)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: &x 1\nb: *x\n", 2, 4),
        ("a:\n  - &x {b: c}\n  - *x\n", 3, 5),
        ("a: &x [*x]\n", 1, 8),
        ("a: &x {b: c}\nd:\n  <<: *x\n", 3, 7),
        ("&x a: 1\nb:\n  *x : 2\n", 3, 3),
        ("a: *nobody\n", 1, 4),
    ],
)
def test_what_is_anchored_and_used_again_is_refused(text: str, line: int, column: int) -> None:
    fault = _fault(text)
    assert fault.message == "anchors and aliases are not read"
    assert (fault.spot.line, fault.spot.column) == (line, column)
    assert fault.help == "Write the value out where it is needed."


def test_aliases_of_aliases_are_not_written_out() -> None:
    rows = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60))]
    assert {fault.message for fault in _faults("\n".join(rows))} == {"anchors and aliases are not read"}


def test_every_fault_of_a_file_is_reported_at_once() -> None:
    faults = _faults("id: a\nid: b\nnames: &x [c]\nunits: x\n? [d]\n: e\nid: f\n")
    assert [(fault.message, fault.spot.line, fault.spot.column) for fault in faults] == [
        ("'id' stands twice, first at line 1", 2, 1),
        ("a key must be a word", 5, 3),
        ("'id' stands twice, first at line 1", 7, 1),
    ]


@pytest.mark.parametrize(
    ("text", "line", "column", "source"),
    [
        ("\tid: a\n", 1, 1, "\tid: a"),
        ("id: a\nnames:\n\t- Acme\n", 3, 1, "\t- Acme"),
        ("names:\n  - Acme\n\t- Bolt\n", 3, 1, "\t- Bolt"),
    ],
)
def test_a_tab_before_a_line_is_refused_with_what_to_do(text: str, line: int, column: int, source: str) -> None:
    fault = _fault(text)
    assert fault.spot == Spot("own.yaml", line, column, source)
    assert fault.help == "Indent with spaces, not tabs."


@pytest.mark.parametrize(
    ("text", "line", "column", "source"),
    [
        ("id: a\nnames: [b\n", 3, 1, ""),
        ("id: 'a\n", 2, 1, ""),
        ("id: a: b\n", 1, 6, "id: a: b"),
        ("id: a\n name: b\n", 2, 6, " name: b"),
        ("id: a\n- b\n", 2, 1, "- b"),
        ("id: @a\n", 1, 5, "id: @a"),
        ("id: a\n---\nid: b\n", 2, 1, "---"),
    ],
)
def test_what_is_not_yaml_is_refused_where_it_stops_being_so(text: str, line: int, column: int, source: str) -> None:
    fault = _fault(text)
    assert (fault.spot, fault.help) == (Spot("own.yaml", line, column, source), None)
    assert fault.message != ""


@pytest.mark.parametrize("text", ["", "\n\n", "# a note alone\n", "\ufeff"])
def test_an_empty_file_is_refused(text: str) -> None:
    assert _fault(text) == Fault("the file is empty", Spot("own.yaml", 1, 1))


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("id: a\nname: Café\n".encode("latin-1"), 2),
        ("id: a\n".encode("utf-16"), 1),
        (b"id: a\n\n\n# \xed\xa0\x80\n", 4),
    ],
)
def test_what_is_not_utf_8_is_refused_with_its_line(content: bytes, line: int) -> None:
    assert _fault(content) == Fault("not UTF-8", Spot("own.yaml", line, 1), "Save the file as UTF-8.")


@pytest.mark.parametrize("sign", ["\x00", "\x01", "\x1b", "\x7f"])
def test_a_control_character_is_refused(sign: str) -> None:
    assert _fault(f"id: a\nname: b{sign}c\n").message.startswith("not YAML: ")


def test_a_control_character_is_refused_in_one_line_with_its_place() -> None:
    fault = _fault("id: a\nname: b\x01c\n")
    assert (fault.spot.line, "\n" in fault.message) == (2, False)


def test_a_file_of_the_largest_size_is_read_and_a_larger_one_is_not() -> None:
    largest = b"id: a\n#" + b"x" * (MAX_BYTES - 7)
    assert read_yaml("own.yaml", largest).value == {"id": "a"}
    assert _fault(largest + b"x") == Fault("larger than 4 MiB", Spot("own.yaml"))


def test_as_many_values_as_allowed_are_read_and_one_more_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_source, "MAX_NODES", 7)
    assert _read("{a: b, c: [d, e]}") == {"a": "b", "c": ["d", "e"]}
    assert _fault("{a: b, c: [d, e, f]}") == Fault("more than 7 keys and values", Spot("own.yaml"))


@pytest.mark.parametrize("text", ["[" * 50 + "]" * 50, "{a: " * 50 + "x" + "}" * 50])
def test_what_is_nested_deeper_than_any_record_is_still_read(text: str) -> None:
    value, depth = _read(text), 0
    while isinstance(value, list | dict):
        value = next(iter(value if isinstance(value, list) else value.values()), None)
        depth += 1
    assert depth == 50


@pytest.mark.parametrize("text", ["[" * 2_000 + "]" * 2_000, "{a: " * 2_000 + "x" + "}" * 2_000])
def test_what_is_nested_too_deeply_is_refused(text: str) -> None:
    assert _fault(text).message == "nested too deeply"


def test_what_is_nested_beyond_all_bounds_does_not_end_the_program() -> None:
    code = """if True:
        from vendorcheck.model.errors import RulebookError
        from vendorcheck.rulebook.yaml_source import read_yaml
        try:
            read_yaml("own.yaml", b"[" * 500_000)
        except RulebookError:
            print("refused")
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "refused\n")


@pytest.mark.parametrize(
    "word",
    ["12:30.5", "1__0.5", "1_.5", ".5_", "9" * 5_000, "!!int '²'", "!!int '+-5'", "!!float 'x.y'"],
)
def test_what_only_yaml_calls_a_number_is_no_crash(word: str) -> None:
    try:
        assert isinstance(_read(f"word: {word}\n")["word"], str)
    except RulebookError:
        return


@given(VALUES)
@settings(max_examples=150, deadline=None)
def test_plain_values_are_read_as_they_were_written(value: Any) -> None:
    assert _read(yaml.safe_dump({"value": value})) == {"value": value}


@given(VALUES)
@settings(max_examples=150, deadline=None)
def test_every_part_of_a_value_has_a_place_in_the_file(value: Any) -> None:
    file = read_yaml("own.yaml", yaml.safe_dump({"value": value}).encode())
    assert set(file.marks) == set(_paths(file.value, ()))
    assert all(1 <= line <= len(file.lines) for line, _ in file.marks.values())
    assert all(1 <= column <= len(file.lines[line - 1]) for line, column in file.marks.values())


def _paths(value: Any, path: Path) -> Sequence[Path]:
    items: Sequence[tuple[str | int, Any]] = ()
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    return [path, *(found for key, item in items for found in _paths(item, (*path, key)))]


@given(st.text("ab:-[]{},'\"#&*!|>?% \n\t", max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_text_is_a_value_or_a_fault_with_a_place(text: str) -> None:
    try:
        read_yaml("own.yaml", text.encode())
        places = [(1, 1)]
    except RulebookError as refused:
        places = [(fault.spot.line or 0, fault.spot.column or 0) for fault in refused.faults]
    assert all(line >= 1 and column >= 1 for line, column in places)
