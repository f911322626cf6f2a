"""From batches of cells to the lines that need a decision; plain lines are only counted."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vendorcheck.model.bom import Batch, Column, Continued
from vendorcheck.model.hit import Holding, SightedLine
from vendorcheck.model.party import Party
from vendorcheck.model.vocabulary import Vocabulary
from vendorcheck.model.waiver import Waiver
from vendorcheck.model.watchlist import OpenList
from vendorcheck.resolve.beside import beside, continued_cells
from vendorcheck.resolve.cells import Cells
from vendorcheck.resolve.clearing import Clearing
from vendorcheck.resolve.conflicts import Conflicts
from vendorcheck.resolve.equipment import Equipment, Watched
from vendorcheck.resolve.identifiers import Identifiers
from vendorcheck.resolve.joint import cleared_throughout, named_throughout
from vendorcheck.resolve.lines import Lines
from vendorcheck.resolve.linking import Links
from vendorcheck.resolve.listed_names import ListedNames
from vendorcheck.resolve.marks import Marks
from vendorcheck.resolve.memo import Budget
from vendorcheck.resolve.names import Names
from vendorcheck.resolve.ownership import holdings
from vendorcheck.resolve.searched_list import searched
from vendorcheck.resolve.seen_line import Cell, SeenLine
from vendorcheck.resolve.similar_names import SimilarNames, names_to_misspell
from vendorcheck.resolve.tracing import CellTracer
from vendorcheck.resolve.views import MAX_SEEN, Views
from vendorcheck.resolve.wanted import Wanted


class Look(NamedTuple):
    """What a batch came to: lines to decide, how many others are plain, and the supplier cells of all."""

    lines: list[SightedLine]
    plain: int
    suppliers: list[Sequence[str]]


class Looking(NamedTuple):
    """What a run looks for beside the parties: entries of lists, a default purpose, kinds of equipment by themselves.

    Lines of a `watched` kind, those with a name that one of the `waivers` clears, those of the given `numbers`, and
    with `every_line` all lines, always need a decision. `prepared` is the index of the parties' names that
    `prepared_names` made.
    """

    lists: Sequence[OpenList] = ()
    purpose: str | None = None
    watched: frozenset[str] = frozenset()
    every_line: bool = False
    numbers: frozenset[int] = frozenset()
    waivers: Sequence[Waiver] = ()
    prepared: bytes | None = None


class Resolver:
    """Says who is behind the lines of a bill, as of a day."""

    def __init__(self, parties: Mapping[str, Party], vocabulary: Vocabulary, as_of: date, looking: Looking) -> None:
        """Index the parties; the lists are searched where they lie."""
        known = [party for party in parties.values() if party.screened]
        equipment = Equipment(vocabulary)
        marks = Marks(known, equipment.components)
        self.holdings: Mapping[str, tuple[Holding, ...]] = holdings(parties, as_of)
        self._equipment = equipment
        lists = searched(looking.lists, as_of)
        similar = SimilarNames(names_to_misspell(known, as_of), looking.prepared)
        self._links = Links(parties, lists, as_of, similar)
        names = Names(
            known, ListedNames(lists, self._links.party_of, self._links.recorded), vocabulary, as_of, similar=similar
        )
        self._cells = Cells(
            names,
            marks,
            Identifiers(known),
            equipment,
            vocabulary,
        )
        self._cells.clear(Clearing(looking.waivers, self._links.recorded))
        self.cell_tracer = CellTracer(self._cells, names)
        conflicts = Conflicts(self.holdings, _chip_makers(known, equipment))
        purposes = frozenset((looking.purpose,)) if looking.purpose else frozenset()
        self._lines = Lines(equipment, conflicts, purposes, self.entries_of)
        self._every_line = looking.every_line
        self._numbers = looking.numbers
        self._budget = Budget()
        self._wanted = Wanted(self._cells, Watched(equipment, looking.watched), self._budget)
        self._views = Views(self._cells, self._budget, self._wanted.known)
        self._columns: Sequence[Column] = ()
        self._seen: dict[tuple[int, ...], SeenLine] = {}

    @property
    def broader(self) -> Mapping[str, tuple[str, ...]]:
        """Each kind of equipment with the broader kinds it belongs to, itself first."""
        return self._equipment.broader

    def entries_of(self, party: str, seen: Collection[str] = ()) -> tuple[str, ...]:
        """Return the entries of the lists that are a party, those first that are it by a name that was seen."""
        return self._links.entries_of(party, seen)

    def look(self, columns: Sequence[Column], batch: Batch) -> Look:
        """Return the lines of a batch that need a decision, and how many do not."""
        if columns != self._columns:
            self._columns = columns
            self._seen.clear()
        lines = [self._sighted(batch, at) for at in self._to_decide(batch)]
        plain = len(batch.lines) - len(lines)
        suppliers = [values for column, values in zip(columns, batch.values, strict=True) if column.role == "vendor"]
        return Look(lines, plain, suppliers)

    def _to_decide(self, batch: Batch) -> Sequence[int]:
        """The lines of a batch to decide; of an assembly all, since what is found in a part bears on it."""
        if self._every_line or batch.depths is not None:
            return range(len(batch.lines))
        wanted = self._wanted.among(self._columns, batch)
        return sorted({*wanted, *self._numbered(batch)}) if self._numbers else wanted

    def _numbered(self, batch: Batch) -> Iterator[int]:
        return (at for at, number in enumerate(batch.lines) if number in self._numbers)

    def _sighted(self, batch: Batch, at: int) -> SightedLine:
        texts = tuple(values[at] for values in batch.values)
        aside, note = batch.asides.get(at), batch.notes.get(at)
        beyond, continued = batch.overflow.get(at, ()), batch.continues.get(at)
        if aside is not None:
            seen = self._lines.see(list(beside(self._cells, beyond))).doubted(f"it stands in {aside}")
        elif beyond or continued:
            cells = self._own_cells(texts)
            extra = (self._cell(Column(cell, "", "description"), text) for cell, text in beyond)
            seen = self._seen_whole([*cells, *extra], continued)
        else:
            seen = self._see(texts)
        slipped = at in batch.slipped
        seen = seen.without_conflicts() if slipped else seen
        return SightedLine(
            at=at,
            number=batch.lines[at],
            cells=texts,
            facts=seen.facts,
            matches=seen.matches,
            screened_on=seen.screened_on,
            aside=aside,
            note=" ".join(filter(None, (note, seen.note))) or None,
            slipped=slipped,
            conflicts=seen.conflicts,
            cleared=seen.cleared,
        )

    def _seen_whole(self, cells: list[Cell], continued: Continued | None) -> SeenLine:
        """What cells come to; where they name nobody, the maker of the line that they continue is only hinted at."""
        own = self._lines.see(cells)
        if continued is None or own.facts.screened:
            return own
        seen = self._lines.see([*cells, *continued_cells(self._cells, continued)])
        return seen._replace(facts=seen.facts._replace(screened=False, reason=own.facts.reason))

    def _cell(self, column: Column, text: str) -> Cell:
        return Cell(column, self._cells.view(column.role, text))

    def _own_cells(self, texts: Sequence[str]) -> list[Cell]:
        views = named_throughout(self._columns, self._views.views(self._columns, texts))
        return list(map(Cell, self._columns, cleared_throughout(self._columns, views)))

    def _see(self, texts: Sequence[str]) -> SeenLine:
        """Lines whose cells say the same are taken together once."""
        key = self._views.key(self._columns, texts)
        seen = self._seen.get(key)
        if seen is None:
            if len(self._seen) >= MAX_SEEN:
                self._seen.clear()
            seen = self._seen[key] = self._lines.see(self._own_cells(texts))
        return seen


def _chip_makers(parties: Iterable[Party], equipment: Equipment) -> frozenset[str]:
    """The parties whose own goods go into those of others."""
    own = {party.id: [mark.equipment for mark in party.marks if not mark.follows] for party in parties}
    return frozenset(party for party, kinds in own.items() if kinds and equipment.components.issuperset(kinds))
