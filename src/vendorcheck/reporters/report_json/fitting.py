"""Whether what was read is what the model says it is: every value of its type, every name known to the report."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from vendorcheck.model.bom import LineNumbers, Reading
from vendorcheck.model.report import Report

#: Returns where in a value something is not of its type, "" for the value itself; None where all is well.
Check = Callable[[Any, set[int]], str | None]

_PLAIN: Mapping[Any, tuple[type, ...]] = {
    str: (str,),
    int: (int,),
    float: (int, float),
    bool: (bool,),
    NoneType: (NoneType,),
    date: (date,),
}


def misfit(report: Report) -> str | None:
    """Return where a report holds a value of a wrong type, or a name of what it does not tell; None where all fits."""
    return _check(Report)(report, set()) or next(_strangers(report), None)


def _strangers(report: Report) -> Iterator[str]:
    """Where a report names what it does not tell."""
    findings = {finding.id for finding in report.findings}
    parties = {party.id for party in report.parties}
    documents = {document.id for document in report.documents}
    if len(findings) < len(report.findings):
        yield "findings: two have one id"
    for at, line in enumerate(report.lines):
        if not findings.issuperset(line.findings):
            yield f"lines[{at}].findings"
        if not parties.issuperset(line.parties):
            yield f"lines[{at}].parties"
    seen: set[int] = set()
    for at, finding in enumerate(report.findings):
        if finding.party is not None and finding.party not in parties:
            yield f"findings[{at}].party"
        if id(finding.evidence) not in seen:
            seen.add(id(finding.evidence))
            cited = {proof.document for proof in finding.evidence} | {each.document for each in finding.answers}
            if not documents.issuperset(cited - {None}):
                yield f"findings[{at}].evidence"
        if not all(thread.messages for thread in finding.threads):
            yield f"findings[{at}].threads"


@cache
def _check(kind: Any) -> Check:  # noqa: ANN401 (a type, as annotations have it)
    origin, inner = get_origin(kind), get_args(kind)
    if kind in _PLAIN:
        return _plain(_PLAIN[kind])
    if kind is Reading:
        return _reading
    if origin is Literal:
        return _literal(frozenset(inner))
    if origin in (Union, UnionType):
        return _either([_check(each) for each in inner])
    if origin is tuple:
        return _row(_check(inner[0])) if inner[-1] is Ellipsis else _record(dict(enumerate(map(_check, inner))))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(inner[0], _check(inner[1]))
    return _named(kind)


def _plain(kinds: tuple[type, ...]) -> Check:
    return lambda value, _seen: None if type(value) in kinds else ""


def _literal(values: frozenset[Any]) -> Check:
    return lambda value, _seen: None if type(value) in (str, bool) and value in values else ""


def _either(checks: list[Check]) -> Check:
    return lambda value, seen: None if any(check(value, seen) is None for check in checks) else ""


def _row(item: Check) -> Check:
    return _record_of(lambda value: ((at, item) for at in range(len(value))))


def _record(checks: Mapping[int, Check]) -> Check:
    inner = _record_of(lambda _value: checks.items())
    return lambda value, seen: inner(value, seen) if isinstance(value, tuple) and len(value) == len(checks) else ""


def _record_of(parts: Callable[[tuple[Any, ...]], Any]) -> Check:
    """Check the parts of a tuple; one that several findings share is looked at once."""

    def check(value: object, seen: set[int]) -> str | None:
        if not isinstance(value, tuple):
            return ""
        if id(value) in seen:
            return None
        for at, part in parts(value):
            wrong = part(value[at], seen)
            if wrong is not None:
                return f"[{at}]{wrong}"
        seen.add(id(value))
        return None

    return check


def _named(kind: Any) -> Check:  # noqa: ANN401 (a named tuple)
    hints = get_type_hints(kind)
    fields: tuple[str, ...] = kind._fields
    checks = [(at, _check(hints[name])) for at, name in enumerate(fields)]

    def check(value: object, seen: set[int]) -> str | None:
        if not isinstance(value, kind):
            return ""
        if id(value) in seen:
            return None
        for at, part in checks:
            wrong = part(value[at], seen)
            if wrong is not None:
                return f".{fields[at]}{wrong}"
        seen.add(id(value))
        return None

    return check


def _mapping(key: Any, item: Check) -> Check:  # noqa: ANN401 (the type of the keys)
    """Check a mapping; one whose keys are words of the model has them all."""
    words = frozenset(get_args(key)) if get_origin(key) is Literal else None

    def check(value: object, seen: set[int]) -> str | None:
        if not isinstance(value, Mapping) or (words is not None and set(value) != words):
            return ""
        return next((f".{name}" for name in value if item(value[name], seen) is not None), None)

    return check


def _reading(value: object, seen: set[int]) -> str | None:
    counted = {**vars(value), **vars(value)["unreadable"]}
    if type(counted.pop("lines")) is not int:
        return ".rows"
    numbers = (name for name, each in counted.items() if isinstance(each, LineNumbers) and not _counts(each, seen))
    return next((f".{name}" for name in numbers), None)


def _counts(numbers: LineNumbers, seen: set[int]) -> bool:
    pairs = _check(tuple[tuple[int, int], ...])
    return type(numbers.count) is int and pairs(tuple(numbers.stretches), seen) is None
