"""Records that lead back to themselves."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vendorcheck.lint.book import Book, each
from vendorcheck.model.errors import Fault
from vendorcheck.model.period import Period, held
from vendorcheck.model.truth import NO
from vendorcheck.rulebook.yaml_source import Path, YamlFile

#: Lists in which a record may not name itself, by kind; and lists of items in which an item may not.
_OWN = {"rule": (("related", None),), "instrument": (("names_of", "instrument"),), "party": (("owners", "party"),)}
_ITEMS = {
    "evidence": (("claims", ("answers", "context", "contradicts")),),
    "vocabulary": (("purposes", ("denies",)),),
}

#: How much of a circle is looked at and shown.
LONGEST = 12

Edge = tuple[YamlFile | None, Path, Mapping[str, Any]]
Circle = list[tuple[str, Edge]]


def circles(book: Book) -> Iterator[Fault]:
    """A record or item that names itself, a chain of owners or of kinds of equipment that comes back to its start."""
    for kind, lists in _OWN.items():
        for file, value in book.own(kind):
            for part, key in lists:
                yield from _itself(file, value, part, key)
    for kind, parts in _ITEMS.items():
        for file, value in book.own(kind):
            for part, lists_of in parts:
                yield from _items(file, value, part, lists_of)
    yield from _owned(book)
    yield from _kinds(book)


def _itself(file: YamlFile, value: Mapping[str, Any], part: str, key: str | None) -> Iterator[Fault]:
    for path, item in each(value, part):
        if (item.get(key) if key else item) == value["id"]:
            where = (*path, key) if key else path
            yield file.fault(where, f"{value['id']!r} names itself in {part!r}", help="Leave it out.")


def _items(file: YamlFile, value: Mapping[str, Any], part: str, lists: Sequence[str]) -> Iterator[Fault]:
    for path, item in each(value, part):
        for name in lists:
            for at, other in enumerate(item.get(name, ())):
                if other == item["id"]:
                    yield file.fault((*path, name, at), f"{other!r} names itself in {name!r}", help="Leave it out.")


def _owned(book: Book) -> Iterator[Fault]:
    """Circles of owners that may all hold on one day."""
    edges: dict[str, list[tuple[str, Edge]]] = {}
    for record in book.all("party"):
        for at, owner in enumerate(record.value.get("owners", ())):
            if owner.get("party") not in (None, record.id):
                edge = (record.file, ("owners", at, "party"), owner)
                edges.setdefault(record.id, []).append((owner["party"], edge))
    for circle in _rounds(edges):
        on_it = [edge for _, (_, _, edge) in circle[:LONGEST]]
        if all(_together(one, other) for one in on_it for other in on_it):
            yield from _said(circle, "owners", "is owned by", "Take one of them out, or give it its dates.")


def _kinds(book: Book) -> Iterator[Fault]:
    edges: dict[str, list[tuple[str, Edge]]] = {}
    for record in book.all("vocabulary"):
        for at, kind in enumerate(record.value.get("equipment", ())):
            if "kind_of" in kind:
                edge = (record.file, ("equipment", at, "kind_of"), kind)
                edges.setdefault(kind["id"], []).append((kind["kind_of"], edge))
    for circle in _rounds(edges):
        yield from _said(circle, "kinds", "is a kind of", "The broadest kind has no `kind_of`.")


def _said(circle: Circle, what: str, link: str, hint: str) -> Iterator[Fault]:
    """A circle said once, at the first of its edges that is in a file of one's own."""
    names = [circle[-1][0], *(name for name, _ in circle)]
    shown = [*names[:LONGEST], "…"] if len(names) > LONGEST else names
    message = f"a circle of {what}: {f' {link} '.join(shown)}"
    place = next(((file, path) for _, (file, path, _) in circle if file is not None), None)
    if place is not None:
        yield place[0].fault(place[1], message, help=hint)


def _rounds(edges: Mapping[str, Sequence[tuple[str, Edge]]]) -> Iterator[Circle]:
    """Each way back into a walk along the edges; every edge is walked once, whatever they lead to."""
    done: set[str] = set()
    for start in edges:
        if start in done:
            continue
        walk: Circle = []
        places, stack = {start: 0}, [(start, iter(edges[start]))]
        while stack:
            node, left = stack[-1]
            step = next(left, None)
            if step is None:
                done.add(node)
                del places[node]
                stack.pop()
                del walk[-1:]
            elif step[0] in places:
                yield [*walk[places[step[0]] :], step]
            elif step[0] not in done:
                walk.append(step)
                places[step[0]] = len(stack)
                stack.append((step[0], iter(edges.get(step[0], ()))))


def _together(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether there may be a day on which both edges hold."""
    days = [Period.parse(edge["since"]).first for edge in (one, other) if "since" in edge]
    if not days:
        return True
    return all(held(_period(edge, "since"), _period(edge, "until"), max(days)) != NO for edge in (one, other))


def _period(edge: Mapping[str, Any], key: str) -> Period | None:
    return Period.parse(edge[key]) if key in edge else None
