"""The cells of a line, told: what each was looked up by, what it shows, and what was considered and is not meant."""

from collections.abc import Iterator, Sequence

from vendorcheck.model.bom import Column, Role
from vendorcheck.model.hit import Match, SightedLine
from vendorcheck.model.trace import CellTrace, Considered, SeenInCell
from vendorcheck.resolve.cells import Cells
from vendorcheck.resolve.folding import fold, spelled
from vendorcheck.resolve.names import Names
from vendorcheck.resolve.view import NAME_ROLES

#: Why what a cell shows of a party came to nothing in its line.
LEFT_OUT = "it counts only beside another sign of the same party, and there is none"


class CellTracer:
    """Tells of cells what they show."""

    def __init__(self, cells: Cells, names: Names) -> None:
        """Tell of what these read."""
        self._cells = cells
        self._names = names

    def trace(self, columns: Sequence[Column], line: SightedLine) -> tuple[CellTrace, ...]:
        """Return each cell of a line that may be repeated, and what stands beside its columns and shows a party."""
        told = (
            self._cell(column, text, [match for match in line.matches if match.column == column])
            for column, text in zip(columns, line.cells, strict=True)
            if text.strip()
        )
        shown = (each for each in told if each.text and (each.seen or not line.slipped))
        beside = [match for match in line.matches if match.column not in columns]
        return (*shown, *_beside(beside))

    def _cell(self, column: Column, text: str, matches: Sequence[Match]) -> CellTrace:
        view = self._cells.view(column.role, text)
        tokens = fold(text)
        # A cell under a heading that nobody knows may be anybody's secret: of it only what shows a party is repeated.
        told = text if column.screened else " · ".join(dict.fromkeys(match.sighting.found for match in matches))
        names = column.role in NAME_ROLES
        shown = {sighting.party for sighting in view.identity.sightings}
        return CellTrace(
            column=column,
            text=told,
            key=spelled(fold(told)),
            named=view.identity.named,
            seen=tuple(self._seen(column, text, matches)),
            considered=tuple(self._rejected(column.role, text, shown)) if names else (),
            confused=self._names.confused(tokens),
            cleared=view.identity.cleared,
        )

    def _seen(self, column: Column, text: str, matches: Sequence[Match]) -> Iterator[SeenInCell]:
        """The sightings as they counted, each once, and those that came to nothing."""
        yield from (SeenInCell(sighting) for sighting in dict.fromkeys(match.sighting for match in matches))
        counted = {(match.sighting.party, match.sighting.listed) for match in matches}
        for sighting in self._cells.identity(column.role, text).sightings:
            if (sighting.party, sighting.listed) not in counted:
                yield SeenInCell(sighting, LEFT_OUT)

    def _rejected(self, role: Role, text: str, shown: set[str]) -> Iterator[Considered]:
        """What does not count: of a list it may be like a name, where the cell is another one."""
        for sighting in self._cells.left_out(role, text):
            yield Considered(sighting.listed, sighting.entry or sighting.party, sighting.against)
        yield from (each for each in self._names.rejected(text) if each.party not in shown)


def _beside(matches: Sequence[Match]) -> Iterator[CellTrace]:
    """What was found in no column of the table: in other cells of its line, or in the parts of an assembly."""
    for match in matches:
        seen = (SeenInCell(match.sighting),)
        yield CellTrace(match.column, match.sighting.found, spelled(fold(match.sighting.found)), named=False, seen=seen)
