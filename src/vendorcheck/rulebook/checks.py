"""What a schema cannot say of a single record: that a date exists, that a model pattern means what it shows."""

import re
from collections.abc import Iterator
from typing import Any

from vendorcheck.model.errors import Fault, Remark
from vendorcheck.model.period import Period
from vendorcheck.rulebook.patterns import pattern_fault
from vendorcheck.rulebook.yaml_source import Path, YamlFile

_DATED = frozenset(
    {
        "since",
        "until",
        "published",
        "date",
        "asked",
        "answered",
        "authorised_from",
        "acquired_from",
        "seen",
        "verified_through",
        "recorded",
        "as_of",
        "review_by",
    }
)

_ALLOWED = (
    r"A pattern has letters and digits, \d for any digit, [A-Z0-9] for one of several signs, (a|b) for one of several "
    r"texts, and ? or {1,4} for how often a sign may stand. Write {1,4} in place of + or *, and \. for a dot."
)
_MATCHES = "Make the pattern wider; or take the model out of `matches`, if it is none of these."
_REJECTS = "Make the pattern narrower; or take the model out of `rejects`, if it is one of these."
_STARTS = "Add to `starts` the signs that it begins with, in capital letters."


def value_remarks(file: YamlFile, kind: str) -> Iterator[Remark]:
    """Yield what is wrong in a record that fits its schema."""
    wrong = tuple(_date_faults(file))
    yield from (Remark("dates", fault) for fault in wrong or _order_faults(file))
    for at, mark in enumerate(file.value.get("marks", ()) if kind == "party" else ()):
        yield from (Remark("marks", fault) for fault in _mark_faults(file, ("marks", at), mark))


def _date_faults(file: YamlFile) -> Iterator[Fault]:
    for path, text in _leaves(file.value, ()):
        if path and path[-1] in _DATED and text[:4].isdigit():
            try:
                Period.parse(text)
            except ValueError as error:
                yield file.fault(path, f"no such date: {error}")


def _order_faults(file: YamlFile) -> Iterator[Fault]:
    """Of dates that all exist: an end that comes before its beginning."""
    ends = {path[:-1]: text for path, text in _leaves(file.value, ()) if path and path[-1] == "until"}
    for path, text in _leaves(file.value, ()):
        if path and path[-1] == "since" and path[:-1] in ends:
            since, until = Period.parse(text), Period.parse(ends[path[:-1]])
            if until.last < since.first:
                yield file.fault((*path[:-1], "until"), f"{until.text} is before {since.text}, when it began")


def _leaves(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, (*path, key))
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from _leaves(item, (*path, at))


def _mark_faults(file: YamlFile, path: Path, mark: dict[str, Any]) -> Iterator[Fault]:
    wrong = pattern_fault(mark["pattern"])
    if wrong is not None:
        yield file.fault((*path, "pattern"), wrong, help=_ALLOWED)
        return
    matches = re.compile(mark["pattern"], re.IGNORECASE).match
    starts = tuple(mark["starts"])
    for at, model in enumerate(mark["matches"]):
        if not matches(model):
            yield file.fault((*path, "matches", at), f"the pattern does not match {model!r}", help=_MATCHES)
        elif not model.upper().startswith(starts):
            message = f"{model!r} begins with none of the starts {list(starts)}"
            yield file.fault((*path, "matches", at), message, help=_STARTS)
    for at, model in enumerate(mark["rejects"]):
        if matches(model) and model.upper().startswith(starts) and not mark.get("needs_name"):
            message = f"the pattern matches {model!r}, which it must not"
            yield file.fault((*path, "rejects", at), message, help=_REJECTS)
