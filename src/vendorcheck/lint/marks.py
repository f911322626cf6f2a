"""Model marks, FCC grantee codes, MAC prefixes and register numbers: each leads to one party."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from vendorcheck.lint.book import Book, Record
from vendorcheck.model.errors import Fault
from vendorcheck.rulebook.yaml_source import Path

#: A mark and the party that has it.
Held = tuple[Record, int, Mapping[str, Any]]


def same_marks(book: Book) -> Iterator[Fault]:
    """A mark that counts alone takes the models of another party; an identifier belongs to two parties."""
    marks: dict[str, list[Held]] = {}
    for record in book.all("party"):
        for at, mark in enumerate(record.value.get("marks", ())):
            if not mark.get("needs_name") and "follows" not in mark:
                for start in mark["starts"]:
                    marks.setdefault(start, []).append((record, at, mark))
    for record in book.all("party"):
        for at, mark in enumerate(record.value.get("marks", ())):
            for nth, model in enumerate(mark["matches"]):
                yield from _taken(record, ("marks", at, "matches", nth), model, marks)
    yield from _identifiers(book)


def _taken(record: Record, path: Path, model: str, marks: Mapping[str, list[Held]]) -> Iterator[Fault]:
    upper = model.upper()
    by_place = {
        (held[0].id, held[1]): held
        for end in range(1, len(upper) + 1)
        for held in marks.get(upper[:end], ())
        if held[0].id != record.id
    }
    for other, at, mark in by_place.values():
        if not re.compile(mark["pattern"], re.IGNORECASE).match(model):
            continue
        hint = "Make the pattern narrower, or say `needs_name: true`, and it counts beside a name of the party only."
        if other.file is not None:
            message = f"the mark matches {model!r}, a model of {record.id!r} ({record.shown})"
            yield other.file.fault(("marks", at, "pattern"), message, help=hint)
        elif record.file is not None:
            message = f"the mark {mark['id']!r} of {other.id!r} ({other.shown}) matches {model!r} and counts alone"
            yield record.file.fault(path, message, help=f"Is it a model of {other.id!r}?")


def _identifiers(book: Book) -> Iterator[Fault]:
    holders: dict[tuple[str, str], Record] = {}
    for record in book.all("party"):
        for path, what, number in _numbers(record.value.get("identifiers", {})):
            first = holders.setdefault((what, number), record)
            if first.id != record.id and record.file is not None:
                yield record.file.fault(path, f"{what} {number!r} is that of {first.id!r} as well ({first.shown})")


def _numbers(identifiers: Mapping[str, Any]) -> Iterator[tuple[Path, str, str]]:
    for at, grantee in enumerate(identifiers.get("fcc_grantee", ())):
        yield ("identifiers", "fcc_grantee", at, "code"), "FCC grantee code", grantee["code"]
    for at, prefix in enumerate(identifiers.get("ieee_prefixes", {}).get("prefixes", ())):
        yield ("identifiers", "ieee_prefixes", "prefixes", at), "MAC prefix", prefix
    for at, entry in enumerate(identifiers.get("registration", ())):
        yield ("identifiers", "registration", at, "number"), entry["scheme"], entry["number"]
