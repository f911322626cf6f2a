"""Conditions as a tree of named predicates; what one means is the evaluation's business."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias


class Predicate(NamedTuple):
    """One predicate by name, with its argument."""

    name: str
    argument: object


class AllOf(NamedTuple):
    """Every part must hold."""

    parts: tuple["Condition", ...]


class AnyOf(NamedTuple):
    """One part must hold."""

    parts: tuple["Condition", ...]


class Not(NamedTuple):
    """The part must not hold."""

    part: "Condition"


Condition: TypeAlias = Predicate | AllOf | AnyOf | Not


def parse_condition(data: Mapping[str, object]) -> Condition:
    """Return the tree for a mapping of predicates; several keys in one mapping must all hold."""
    parts = tuple(_parse_item(key, value) for key, value in data.items())
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _parse_item(key: str, value: object) -> Condition:
    match key, value:
        case "all", list():
            return AllOf(tuple(parse_condition(part) for part in value))
        case "any", list():
            return AnyOf(tuple(parse_condition(part) for part in value))
        case "not", dict():
            return Not(parse_condition(value))
    return Predicate(key, tuple(value) if isinstance(value, list) else value)


def predicates_of(condition: Condition) -> Iterator[Predicate]:
    """Yield every predicate of the tree, in the order written."""
    match condition:
        case Predicate():
            yield condition
        case Not(part):
            yield from predicates_of(part)
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from predicates_of(part)
