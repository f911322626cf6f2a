"""Assemblies: a line is decided when its parts are known, and a flagged part flags the line it belongs to."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from vendorcheck.evaluate import Spotted
from vendorcheck.model.bom import Column, Origin
from vendorcheck.model.finding import Decision, FlaggedPart
from vendorcheck.model.hit import Facts, Hit, Match, SightedLine

PART_FLAGGED = "a part of it is flagged"

_NOT_FLAGGED = ("CLEAR", "NOT_SCREENED")


class Closed(NamedTuple):
    """A line whose parts are known, decided; `ordinal` is its place among the lines of its table."""

    ordinal: int
    spotted: Spotted
    decision: Decision


class Assemblies:
    """Holds the lines that may still get parts: those between the line in hand and the top of its assembly."""

    def __init__(self, decide: Callable[[Facts], Decision]) -> None:
        """Decide lines with this."""
        self._decide = decide
        self._open: list[_Open] = []
        self._count = 0
        self._raised: dict[Decision, Decision] = {}

    def add(self, depth: int, spotted: Spotted) -> Iterator[Closed]:
        """Take the next line; yield those that can get no more parts."""
        yield from self._close(depth)
        self._open.append(_Open(depth, self._count, spotted))
        self._count += 1

    def keep(self) -> None:
        """Note where the cells of the lines in hand stand, before their batch is gone."""
        for each in self._open:
            each.keep()

    def close(self) -> Iterator[Closed]:
        """Yield the lines that are left."""
        yield from self._close(-1)

    def _close(self, depth: int) -> Iterator[Closed]:
        while self._open and self._open[-1].depth >= depth:
            last = self._open.pop()
            spotted = last.whole()
            decision = self._decide(spotted.line.facts)
            if spotted.parts and decision.determination in _NOT_FLAGGED:
                decision = self._raise(decision)
            if self._open and decision.determination not in _NOT_FLAGGED:
                self._open[-1].add_part(spotted.line, decision)
            yield Closed(last.ordinal, spotted, decision)

    def _raise(self, decision: Decision) -> Decision:
        """What an assembly comes to that no rule reaches by itself, though one of its parts is flagged."""
        if decision not in self._raised:
            self._raised[decision] = decision._replace(determination="REVIEW", reason=PART_FLAGGED)
        return self._raised[decision]


class _Open:
    """A line that may still get parts."""

    def __init__(self, depth: int, ordinal: int, spotted: Spotted) -> None:
        self.depth = depth
        self.ordinal = ordinal
        self._spotted = spotted
        self._parts: list[FlaggedPart] = []
        self._matches: dict[str, Match] = {}
        self._hits: dict[str, Hit] = {}
        self._kept = False

    def keep(self) -> None:
        if not self._kept:
            self._kept = True
            columns = self._spotted.columns
            self._spotted = self._spotted._replace(origin=_kept(self._spotted.origin, self._spotted.line.at, columns))

    def add_part(self, line: SightedLine, decision: Decision) -> None:
        self._parts.append(FlaggedPart(line.number, decision.determination))
        here = _first_filled(self._spotted)
        for hit in line.facts.hits:
            if hit.subject == "product" and hit.party not in self._hits:
                self._hits[hit.party] = hit._replace(relation="component")
        for match in line.matches:
            if match.subject == "product" and match.sighting.party not in self._matches:
                self._matches[match.sighting.party] = _in_part(match, line.number, here)

    def whole(self) -> Spotted:
        """The line with what its flagged parts show."""
        line = self._spotted.line
        own = {hit.party for hit in line.facts.hits if hit.subject == "product"}
        hits = tuple(hit for party, hit in self._hits.items() if party not in own)
        matches = tuple(match for party, match in self._matches.items() if party not in own)
        if hits:
            facts = line.facts._replace(hits=(*line.facts.hits, *hits), screened=True, reason=None)
            line = line._replace(facts=facts, matches=(*line.matches, *matches))
        return self._spotted._replace(line=line, parts=tuple(self._parts))


class _KeptOrigin(NamedTuple):
    """The places of the cells of one line."""

    columns: Mapping[int, int | str | None]
    pointers: Mapping[int, str | None]

    def column_of(self, index: int, cell: int) -> int | str | None:  # noqa: ARG002 (it is of one line)
        return self.columns.get(cell)

    def pointer_of(self, index: int, cell: int) -> str | None:  # noqa: ARG002 (it is of one line)
        return self.pointers.get(cell)


def _in_part(match: Match, number: int, here: Column) -> Match:
    """A match in a part as one of the whole; however deep it stands, its own line is named."""
    sighting = match.sighting
    found = sighting.found if sighting.relation == "component" else f"{sighting.found} (line {number})"
    column = here._replace(role=match.column.role)
    return Match(column, sighting._replace(relation="component", found=found))


def _kept(origin: Origin, at: int, columns: tuple[Column, ...]) -> _KeptOrigin:
    cells = {column.cell for column in columns}
    return _KeptOrigin(
        {cell: origin.column_of(at, cell) for cell in cells}, {cell: origin.pointer_of(at, cell) for cell in cells}
    )


def _first_filled(spotted: Spotted) -> Column:
    columns = spotted.columns
    filled = (column for column, text in zip(columns, spotted.line.cells, strict=True) if text.strip())
    return next(filled, columns[0])
