"""Conditions tried out: every fact they ask for, in every combination that makes a difference."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product
from math import prod
from typing import Any, NamedTuple

from vendorcheck.lint.book import Book
from vendorcheck.model.errors import Fault
from vendorcheck.model.period import Period
from vendorcheck.rulebook.yaml_source import Path, YamlFile

_OWN = ("self", "brand", "subsidiary", "affiliate", "owner")

#: In which relation a party can stand to the one that a trigger names.
RELATIONS: Mapping[str, Sequence[str]] = {
    "named_by": _OWN,
    "component_of": ("component", "owner"),
    "party": _OWN,
    "relabel_of": ("relabel",),
    "successor_of": ("successor",),
    "conflict": (*_OWN, "component", "relabel", "successor"),
    "listed": (*_OWN, "component", "relabel", "successor"),
    "category": ("self",),
}

#: What is tried out at most: combinations of facts, times the parts of the condition.
MOST_TRIALS = 200_000

#: The world of a trial: what is true of a line, by question.
World = Mapping[str, Any]


class Part(NamedTuple):
    """A part of a condition: where it stands, what it asks, and whether it stands under a `not`."""

    path: Path
    key: str
    argument: Any
    turned: bool


def contradictory(book: Book) -> Iterator[Fault]:
    """A condition that no line can meet, or a part of one that no line can meet where it is asked."""
    for file, rule, worlds in _tried(book):
        met = [world for world in worlds if _holds(rule["if"], world)]
        if not met:
            yield file.fault(("if",), "no line can meet this condition: its parts contradict each other")
            continue
        for part in _parts(rule["if"], ("if",), turned=False):
            for at, branch in enumerate(part.argument if part.key == "any" and not part.turned else ()):
                if not any(_holds(branch, world) for world in met):
                    message = "no line can get here: this contradicts what else is asked"
                    yield file.fault((*part.path, at), message, help="Leave it out, or say what was meant.")


def idle(book: Book) -> Iterator[Fault]:
    """A condition that every line meets, so that it only seems to ask for something; one too large to try out."""
    for file, rule, worlds in _tried(book):
        if all(_holds(rule["if"], world) for world in worlds):
            yield file.fault(("if",), "every line meets this condition, once its facts are known", help="Leave it out.")
    for file, rule in book.own("rule"):
        if "if" in rule and not _few_enough(_dimensions(book, rule), rule):
            yield file.fault(
                ("if",), "the condition asks for too much at once to be tried out", help="Make it two rules."
            )


def _tried(book: Book) -> Iterator[tuple[YamlFile, Mapping[str, Any], list[World]]]:
    for file, rule in book.own("rule"):
        if "if" in rule:
            values = _dimensions(book, rule)
            if _few_enough(values, rule):
                yield file, rule, [dict(zip(values, world, strict=True)) for world in product(*values.values())]


def _few_enough(values: Mapping[str, Sequence[Any]], rule: Mapping[str, Any]) -> bool:
    parts = sum(1 for _ in _parts(rule["if"], ("if",), turned=False))
    return prod(len(each) for each in values.values()) * parts <= MOST_TRIALS


def _dimensions(book: Book, rule: Mapping[str, Any]) -> dict[str, Sequence[Any]]:
    """For each question of the condition, answers of which no two come to the same for all of its parts."""
    asked: dict[str, list[Any]] = {}
    for part in _parts(rule["if"], ("if",), turned=False):
        if part.key not in ("all", "any", "not"):
            question = f"declared {part.argument}" if part.key == "declared" else part.key
            asked.setdefault(question, []).append(part.argument)
    [(trigger, wanted)] = rule["when"].items()
    return {question: _answers(book, question, arguments, (trigger, wanted)) for question, arguments in asked.items()}


def _answers(book: Book, question: str, arguments: list[Any], when: tuple[str, Any]) -> Sequence[Any]:
    trigger, wanted = when
    match question:
        case "relation":
            return RELATIONS[trigger]
        case "equipment":
            kinds = _kinds(book)
            open_to = wanted if trigger == "category" else None
            return _different([line for line in kinds if open_to is None or set(open_to) & line], arguments)
        case "purpose":
            named = {purpose for purposes in arguments for purpose in purposes}
            return _different([set(), *({purpose} for purpose in sorted(named)), named], arguments)
        case "origin":
            return _different([set(), *({country} for country in sorted(set().union(*arguments)))], arguments)
        case "authorised_from" | "acquired_from":
            days = sorted({Period.parse(day).first for day in arguments})
            return [None, *days]
        case "scope":
            return [False, True] if trigger in ("named_by", "component_of") else [True]
    return [False, True]


def _kinds(book: Book) -> list[set[str]]:
    """Lines of every kind of equipment, each with all that it then is; and one of no kind."""
    above = {kind["id"]: kind.get("kind_of") for kind in book.items("vocabulary", "equipment")}
    lines: list[set[str]] = [set()]
    for kind in above:
        line: set[str] = set()
        current: str | None = kind
        while current is not None and current not in line:
            line.add(current)
            current = above.get(current)
        lines.append(line)
    return lines


def _different(lines: Sequence[Collection[str]], arguments: Sequence[Sequence[str]]) -> list[Collection[str]]:
    """Of several answers one for each way of meeting the arguments."""
    by_way = {tuple(bool(set(argument) & set(line)) for argument in arguments): line for line in reversed(lines)}
    return list(by_way.values())


def _parts(condition: Mapping[str, Any], path: Path, *, turned: bool) -> Iterator[Part]:
    for key, argument in condition.items():
        yield Part((*path, key), key, argument, turned)
        if key in ("all", "any"):
            for at, inner in enumerate(argument):
                yield from _parts(inner, (*path, key, at), turned=turned)
        elif key == "not":
            yield from _parts(argument, (*path, key), turned=True)


def _holds(condition: Mapping[str, Any], world: World) -> bool:
    return all(_part_holds(key, argument, world) for key, argument in condition.items())


def _part_holds(key: str, argument: Any, world: World) -> bool:  # noqa: ANN401 (the argument as written)
    match key:
        case "all":
            return all(_holds(inner, world) for inner in argument)
        case "any":
            return any(_holds(inner, world) for inner in argument)
        case "not":
            return not _holds(argument, world)
        case "relation":
            return world[key] in argument
        case "equipment" | "purpose" | "origin":
            return not set(argument).isdisjoint(world[key])
        case "authorised_from" | "acquired_from":
            return world[key] is not None and world[key] >= Period.parse(argument).first
        case "declared":
            return bool(world[f"declared {argument}"])
    return bool(world[key])
