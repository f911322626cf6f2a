"""JSON text to values: what is sound is read, what is not is told with its place, and nothing grows without bound."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.readers.documents.json import quick as json_quick
from vendorcheck.readers.documents.json import scanner, signs
from vendorcheck.readers.documents.json.pages import Pages
from vendorcheck.readers.documents.json.scanner import MAX_DEPTH, Scanner
from vendorcheck.readers.documents.json.values import JsonFault

Scan = Callable[..., Scanner]


def _scanner(text: str, size: int, lost: list[int] | None = None) -> Scanner:
    chunks = (text[at : at + size] for at in range(0, len(text), size))
    return Scanner(Pages(chunks), (lost if lost is not None else []).append)


def _whole(scanner: Scanner) -> Any:
    value = scanner.value()
    scanner.signs.end()
    return value


@pytest.mark.parametrize("size", [1, 2, 7, 1 << 19])
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": 1, "b": [true, false, null], "c": {}}', {"a": "1", "b": [True, False, None], "c": {}}),
        ("[[], {}, [[1]]]", [[], {}, [["1"]]]),
        (" \r\n\t[ ] ", []),
        ('"a\\n\\u00e9\\ud83d\\ude00\\"\\\\"', 'a\né😀"\\'),
        ("-0.10e+5", "-0.10e+5"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        ("1E400", "1E400"),
        ('{"": "x", "a.b": ""}', {"": "x", "a.b": ""}),
    ],
)
def test_values_are_read_whatever_the_chunks(text: str, value: Any, size: int) -> None:
    assert _whole(_scanner(text, size)) == value


@pytest.mark.parametrize("size", [1, 3, 1 << 19])
@pytest.mark.parametrize(
    ("text", "reason", "place"),
    [
        ("", signs.ENDS_EARLY, (1, 1)),
        ("[1,\n 2", signs.ENDS_EARLY, (2, 3)),
        ('{"a"', signs.ENDS_EARLY, (1, 5)),
        ('{"a":', signs.ENDS_EARLY, (1, 6)),
        ("{", signs.ENDS_EARLY, (1, 2)),
        ('["abc\\', signs.NOT_CLOSED, (1, 2)),
        ('["abc', signs.NOT_CLOSED, (1, 2)),
        ('{\n"a": "x\ty"}', signs.BAD_TEXT, (2, 8)),
        ('["a\nb"]', signs.BAD_TEXT, (1, 4)),
        ('["\\x41"]', signs.BAD_TEXT, (1, 3)),
        ('["\\u00g1"]', signs.BAD_TEXT, (1, 4)),
        ("[1 2]", signs.NO_COMMA, (1, 4)),
        ('{"a": 1 "b": 2}', signs.NO_COMMA, (1, 9)),
        ('{"a": 1]', signs.NO_COMMA, (1, 8)),
        ('{"a" 1}', signs.NO_COLON, (1, 6)),
        ("{'a': 1}", signs.NO_KEY, (1, 2)),
        ('{"a": 1,}', signs.NO_KEY, (1, 9)),
        ("[1,]", signs.NO_VALUE, (1, 4)),
        ("[01]", signs.NO_VALUE, (1, 2)),
        ("[1.]", signs.NO_VALUE, (1, 2)),
        ("[+1]", signs.NO_VALUE, (1, 2)),
        ("[True]", signs.NO_VALUE, (1, 2)),
        ("[nul]", signs.NO_VALUE, (1, 2)),
        ("[\u20601]", signs.NO_VALUE, (1, 2)),
        ("[\x00]", signs.NO_VALUE, (1, 2)),
        ("[NaN]", signs.NOT_FINITE, (1, 2)),
        ('{"a": -Infinity}', signs.NOT_FINITE, (1, 7)),
        ("[1] x", signs.GOES_ON, (1, 5)),
        ("{}{}", signs.GOES_ON, (1, 3)),
        ('{"a": 1,\n "b": 2,\n "a": 3}', signs.KEY_TWICE, (3, 2)),
        ('[{"a": {"b": 1, "b": 2}}]', signs.KEY_TWICE, (1, 17)),
        ('{"\\ud800": 1}', signs.BAD_KEY, (1, 2)),
        ('{"a": 1, "' + "k" * 10_001 + '": 1}', signs.KEY_TOO_LONG, (1, 10)),
        ("\ufeff[1]", signs.NO_VALUE, (1, 1)),
    ],
)
def test_what_is_no_json_is_told_with_its_place(text: str, reason: str, place: tuple[int, int], size: int) -> None:
    with pytest.raises(JsonFault) as caught:
        _whole(_scanner(text, size))
    assert (caught.value.reason, (caught.value.line, caught.value.column)) == (reason, place)


@pytest.mark.parametrize("size", [1, 1 << 19])
def test_halves_of_characters_and_nul_are_lost_and_noted(size: int) -> None:
    lost: list[int] = []
    text = '{"a": "x",\n "b": "Hik\\ud800vision", "c": ["\\u0000", ["\\udc00"]], "d": "\\ud83d\\ude00"}'
    value = _whole(_scanner(text, size, lost))
    assert value == {"a": "x", "b": "Hik\ufffdvision", "c": ["\ufffd", ["\ufffd"]], "d": "😀"}
    assert lost


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":'])
@pytest.mark.parametrize("size", [100, 1 << 19])
def test_depth_is_bounded_without_recursion(opening: str, size: int) -> None:
    with pytest.raises(JsonFault) as caught:
        _whole(_scanner(opening * 100_000, size))
    assert caught.value.reason == scanner.TOO_DEEP


@pytest.mark.parametrize("size", [10, 1 << 19])
def test_as_deep_as_is_allowed_is_read_and_one_deeper_is_not(size: int) -> None:
    _whole(_scanner("[" * MAX_DEPTH + "]" * MAX_DEPTH, size))
    with pytest.raises(JsonFault) as caught:
        _whole(_scanner("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), size))
    assert caught.value.reason == scanner.TOO_DEEP


@pytest.mark.parametrize("text", ['["' + "a" * 3000 + '"]', "[" + "1" * 3000 + "]", '["' + "\\n" * 3000])
def test_a_long_text_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signs, "MAX_TEXT", 1000)
    with pytest.raises(JsonFault) as caught:
        _whole(_scanner(text, 100))
    assert caught.value.reason == signs.TOO_LONG


def test_an_item_of_many_values_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanner, "MAX_VALUES", 100)
    monkeypatch.setattr(json_quick, "WINDOW", 8)
    with pytest.raises(JsonFault) as caught:
        _scanner("[" + "[1],[2]," * 1000, 16).value()
    assert caught.value.reason == scanner.TOO_MANY


def test_much_that_must_be_read_slowly_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanner, "MAX_SLOW", 100)
    monkeypatch.setattr(json_quick, "WINDOW", 8)
    with pytest.raises(JsonFault) as caught:
        _scanner("[" + "1," * 1000, 16).value()
    assert caught.value.reason == scanner.TOO_LARGE


_KEYS = st.text(st.characters(exclude_characters="\x00", codec="utf-8"))
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(_KEYS, inner, max_size=5),
    max_leaves=30,
)


@given(_VALUES, st.integers(1, 40), st.sampled_from([None, 1]), st.booleans())
def test_whatever_is_written_is_read_back(value: Any, size: int, indent: int | None, ascii_only: bool) -> None:  # noqa: FBT001
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    numbers_as_text = json.loads(text, parse_int=str, parse_float=str)
    expected = json.loads(json.dumps(numbers_as_text).replace("\\u0000", "\\ufffd"))
    assert _whole(_scanner(text, size)) == expected


@given(st.text(alphabet='[]{}",:0a\\\n eE+-.tru', max_size=40), st.integers(1, 9))
def test_any_text_is_a_value_or_a_fault(text: str, size: int) -> None:
    try:
        expected: Any = json.loads(text, parse_int=str, parse_float=str, object_pairs_hook=_no_key_twice)
    except ValueError:
        with pytest.raises(JsonFault):
            _whole(_scanner(text, size))
    else:
        assert _whole(_scanner(text, size)) == expected


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) != len(pairs):
        raise ValueError(pairs)
    return dict(pairs)
