"""Assemblies: a line is decided when its parts are known, and a flagged part flags the line it belongs to."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from vendorcheck.evaluate import Spotted
from vendorcheck.model.bom import Column
from vendorcheck.model.finding import Decision, Determination, FlaggedPart
from vendorcheck.model.hit import CONFIDENCES, Facts, Hit, Match, SightedLine

PART_FLAGGED = "a part of it is flagged"

_NOT_FLAGGED = ("CLEAR", "NOT_SCREENED")

_IN_LINE = re.compile(r" \(line \d+\)$")


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
        self._changed: dict[tuple[Decision, str | None], Decision] = {}

    def add(self, depth: int | None, spotted: Spotted) -> Iterator[Closed]:
        """Take the next line; yield those that can get no more parts.

        One that does not say how deep it stands is no part of anything, and nothing ends at it.
        """
        ordinal, self._count = self._count, self._count + 1
        if depth is None:
            yield Closed(ordinal, spotted, self._decide(spotted.line.facts))
            return
        yield from self._close(depth)
        self._open.append(_Open(depth, ordinal, spotted))

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
            if spotted.parts and decision.determination == "CLEAR":
                decision = self._as(decision, "REVIEW", PART_FLAGGED)
            if self._open and decision.determination not in _NOT_FLAGGED:
                self._open[-1].add_part(spotted.line, decision)
            yield Closed(last.ordinal, spotted, decision)

    def _as(self, decision: Decision, determination: Determination, reason: str | None) -> Decision:
        """A decision with another determination; equal ones are one, as they are counted so."""
        key = (decision, reason)
        if key not in self._changed:
            self._changed[key] = decision._replace(determination=determination, reason=reason)
        return self._changed[key]


class _Open:
    """A line that may still get parts."""

    def __init__(self, depth: int, ordinal: int, spotted: Spotted) -> None:
        self.depth = depth
        self.ordinal = ordinal
        self._spotted = spotted
        self._parts: list[FlaggedPart] = []
        self._found: dict[str, tuple[Hit, list[Match]]] = {}
        self._kept = False

    def keep(self) -> None:
        if not self._kept:
            self._kept = True
            self._spotted = self._spotted._replace(origin=_kept(self._spotted))

    def add_part(self, line: SightedLine, decision: Decision) -> None:
        """Note a flagged part; of each party the strongest hit of all parts counts for the whole."""
        self._parts.append(FlaggedPart(line.number, decision.determination))
        for hit in line.facts.hits:
            known = self._found.get(hit.party)
            if hit.subject == "product" and (known is None or _weight(hit) > _weight(known[0])):
                matches = [match for match in line.matches if _is_of(match, hit.party)]
                here = _first_filled(self._spotted)
                found = [_in_part(match, line.number, here) for match in matches]
                self._found[hit.party] = (hit._replace(relation="component"), found)

    def whole(self) -> Spotted:
        """The line with what its flagged parts show, but for whom it surely shows itself."""
        line = self._spotted.line
        own = {hit.party for hit in line.facts.hits if hit.subject == "product" and hit.confidence != "possible"}
        found = [each for party, each in self._found.items() if party not in own]
        if found:
            hits = tuple(hit for hit, _ in found)
            matches = tuple(match for _, each in found for match in each)
            facts = line.facts._replace(hits=(*line.facts.hits, *hits))
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
    found = sighting.found if _IN_LINE.search(sighting.found) else f"{sighting.found} (line {number})"
    column = here._replace(role=match.column.role)
    return Match(column, sighting._replace(relation="component", found=found))


def _kept(spotted: Spotted) -> _KeptOrigin:
    cells = {column.cell for column in (*spotted.columns, *(match.column for match in spotted.line.matches))}
    origin, at = spotted.origin, spotted.line.at
    return _KeptOrigin(
        {cell: origin.column_of(at, cell) for cell in cells}, {cell: origin.pointer_of(at, cell) for cell in cells}
    )


def _weight(hit: Hit) -> tuple[int, bool]:
    return CONFIDENCES.index(hit.confidence), not hit.uncertain


def _is_of(match: Match, party: str) -> bool:
    return match.subject == "product" and match.sighting.party == party


def _first_filled(spotted: Spotted) -> Column:
    columns = spotted.columns
    filled = (column for column, text in zip(columns, spotted.line.cells, strict=True) if text.strip())
    return next(filled, columns[0])
