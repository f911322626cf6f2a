"""Each object knows the line on which it begins, however the document is laid out."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorcheck.readers.documents.json import quick as json_quick
from vendorcheck.readers.documents.json.pages import Pages
from vendorcheck.readers.documents.json.scanner import Scanner
from vendorcheck.readers.documents.json.values import Json, JsonObject

_VALUES = st.recursive(
    st.none() | st.integers() | st.sampled_from(["", "{", "}\n{", '"[', "\\", "x"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text('ab{}"\n', max_size=2), inner, max_size=4),
    max_leaves=25,
)


class _Writer:
    """Writes a value with white space from a list of choices, and notes the line of each object by its pointer."""

    def __init__(self, choices: list[str]) -> None:
        self.text = ""
        self.lines: dict[str, int] = {}
        self._choices = choices or [""]
        self._at = 0

    def write(self, value: Any, pointer: str = "") -> None:
        self._space()
        if isinstance(value, dict):
            self.lines[pointer] = self.text.count("\n") + 1
            self._write_each("{", "}", [(key, f"{pointer}/{key}", inner) for key, inner in value.items()])
        elif isinstance(value, list):
            self._write_each("[", "]", [(None, f"{pointer}/{at}", inner) for at, inner in enumerate(value)])
        else:
            self.text += json.dumps(value)
        self._space()

    def _write_each(self, begin: str, end: str, members: list[tuple[str | None, str, Any]]) -> None:
        self.text += begin
        for number, (key, pointer, inner) in enumerate(members):
            self.text += "," if number else ""
            if key is not None:
                self._space()
                self.text += json.dumps(key)
                self._space()
                self.text += ":"
            self.write(inner, pointer)
        self._space()
        self.text += end

    def _space(self) -> None:
        self.text += self._choices[self._at % len(self._choices)]
        self._at += 1


def _lines(value: Json, pointer: str = "") -> dict[str, int]:
    found: dict[str, int] = {}
    if isinstance(value, JsonObject):
        found[pointer] = value.line
        for key, inner in value.items():
            found |= _lines(inner, f"{pointer}/{key}")
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            found |= _lines(inner, f"{pointer}/{at}")
    return found


@pytest.mark.parametrize("window", [1, 1 << 19])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    value=_VALUES, spaces=st.lists(st.sampled_from(["", " ", "\n", "\n\n ", "\t"]), max_size=9), size=st.integers(1, 99)
)
def test_lines_are_those_that_the_writer_counted(
    value: Any, spaces: list[str], size: int, window: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_quick, "WINDOW", window)
    writer = _Writer(spaces)
    writer.write(value)
    chunks = (writer.text[at : at + size] for at in range(0, len(writer.text), size))
    lost: list[int] = []
    assert _lines(Scanner(Pages(chunks), lost.append).value()) == writer.lines
