"""Whatever stands in a rulebook, its faults are said; nothing else ever comes of it."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorcheck.lint import CHECKS, LOADING, validate
from vendorcheck.rulebook.yaml_source import read_yaml

Write = Callable[[Mapping[str, str]], Path]

#: Keys and values of the records, put together as nobody would.
WORDS = st.sampled_from(
    [
        "id",
        "acme",
        "acme-rule",
        "when",
        "if",
        "all",
        "any",
        "not",
        "party",
        "names",
        "2024-01",
        "2024-13",
        "{party",
        "大",
        "",
    ]
)
SCALARS = WORDS | st.text(max_size=8) | st.integers() | st.floats() | st.booleans() | st.none() | st.dates()
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS | st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)
PLACES = st.sampled_from(
    [
        "rulebook.yaml",
        "vocabulary/words.yaml",
        "parties/acme.yaml",
        "instruments/acme-order.yaml",
        "evidence/acme-paper.yaml",
        "evidence/correspondence/acme-letters.yaml",
        "policies/acme-caution.yaml",
        "profiles/acme-town-hall.yaml",
        "gb/acme-rule.yaml",
        "gb/acme-rule.cases.yaml",
    ]
)
NAMES = {*LOADING, *(check.name for check in CHECKS)}
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _only_faults(folder: Path) -> None:
    for remark in validate([folder], date(2026, 6, 1), shipped=False):
        assert remark.check in NAMES
        assert remark.fault.spot.file.startswith(folder.as_posix())
        assert len(remark.fault.message) < 2_000


@QUICK
@given(place=PLACES, value=VALUES)
def test_any_value_in_the_place_of_any_record(write: Write, small: Mapping[str, str], place: str, value: Any) -> None:
    _only_faults(write({**small, place: yaml.safe_dump(value, allow_unicode=True)}))


@QUICK
@given(place=PLACES, data=st.data(), value=VALUES)
def test_any_value_within_any_record(
    write: Write, small: Mapping[str, str], place: str, data: st.DataObject, value: Any
) -> None:
    record = read_yaml(place, small[place].encode()).value
    at = record
    for _ in range(data.draw(st.integers(0, 4))):
        inner = [key for key, part in _parts(at) if isinstance(part, dict | list) and part]
        if not inner:
            break
        at = at[data.draw(st.sampled_from(inner))]
    at[data.draw(st.sampled_from([key for key, _ in _parts(at)]))] = value
    _only_faults(write({**small, place: yaml.safe_dump(record, allow_unicode=True)}))


@QUICK
@given(place=PLACES, data=st.data())
def test_any_damage_to_any_file(write: Write, small: Mapping[str, str], place: str, data: st.DataObject) -> None:
    text = small[place]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    put = data.draw(st.text(max_size=6) | st.sampled_from(["\t", "\0", "&a ", "*a", "{", "[", "- ", ": ", "\n", "'"]))
    folder = write(small)
    (folder / place).write_bytes((text[:start] + put + text[end:]).encode("utf-8", "surrogatepass"))
    _only_faults(folder)


@pytest.mark.parametrize(
    "content", [b"\xff\xfei\0d\0", b"\xef\xbb\xbf", b"\0" * 100, b"%YAML 3.0\n---\na", b"--- a\n--- b\n"]
)
def test_bytes_that_are_no_record(write: Write, small: Mapping[str, str], content: bytes) -> None:
    folder = write(small)
    (folder / "gb/acme-lead.yaml").write_bytes(content)
    assert [each.check for each in validate([folder], date(2026, 6, 1), shipped=False)] in (["yaml"], ["schema"])


def _parts(value: Any) -> list[tuple[Any, Any]]:
    return list(value.items()) if isinstance(value, dict) else list(enumerate(value))
