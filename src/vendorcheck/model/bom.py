"""A bill of materials as it was read: columns with roles, batches of lines, what was not readable."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol, get_args

Role = Literal[
    "maker",
    "brand",
    "vendor",
    "part",
    "description",
    "category",
    "quantity",
    "unit_price",
    "origin",
    "mac",
    "fcc_id",
    "serial",
    "level",
    "line_no",
    "authorised_on",
    "acquired_on",
    "purpose",
    "unclassified",
    "ignored",
]
ROLES: tuple[Role, ...] = get_args(Role)

#: Roles that say who is behind a line; a bill with none of them cannot be screened.
IDENTITY_ROLES: tuple[Role, ...] = ("maker", "brand", "vendor", "part", "description", "mac", "fcc_id")
#: Roles that settle what a rule asks besides identity.
QUALIFIER_ROLES: tuple[Role, ...] = ("category", "origin", "authorised_on", "acquired_on", "purpose")
#: The only cells a report may repeat.
SCREENED_ROLES: tuple[Role, ...] = IDENTITY_ROLES + QUALIFIER_ROLES
#: Cells under headings that nobody knows are looked at as well: of them only what shows a party is repeated.
LOOKED_AT_ROLES: tuple[Role, ...] = (*SCREENED_ROLES, "unclassified")

#: The replacement character, and control characters that no text has but one damaged or read in the wrong encoding.
_LOST = re.compile("[\x00\x80-\x9f\ufffd]")

#: How many stretches of line numbers coverage lists before it only counts on.
MAX_STRETCHES = 200


def lost_characters(text: str) -> bool:
    """Return whether a text shows that characters of it could not be read."""
    return _LOST.search(text) is not None


class Column(NamedTuple):
    """One column in one role: its field number from 1, its heading as written, and the role.

    A column whose cells hold two things, such as maker and model, stands twice, once in each role. `stands_for` is the
    seller's name where the heading gives it: a filled cell says then that this seller has the thing.
    """

    cell: int
    heading: str
    role: Role
    stands_for: str | None = None

    @property
    def screened(self) -> bool:
        """Whether its cells are screened, and so may be repeated in a report."""
        return self.role in SCREENED_ROLES

    @property
    def looked_at(self) -> bool:
        """Whether its cells are looked at for parties, whether or not a report may repeat them."""
        return self.role in LOOKED_AT_ROLES


class Layout(NamedTuple):
    """What was found about a table before its lines were read; each can be overridden.

    `sheet` is the name of a sheet, or the place of the table in a document that holds several. Without `columns` there
    is no table: what stands there is looked at as text. `remarks` say in words what is unusual, or was guessed.
    """

    format: str
    encoding: str | None
    delimiter: str | None
    sheet: str | None
    header_line: int | None
    columns: tuple[Column, ...]
    remarks: tuple[str, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings, one for each cell."""
        return tuple({column.cell: column.heading for column in self.columns}.values())

    @property
    def screened(self) -> tuple[Column, ...]:
        """The screened columns, in the order of the file."""
        return tuple(column for column in self.columns if column.screened)

    @property
    def looked_at(self) -> tuple[Column, ...]:
        """The columns whose cells the batches hold, in the order of the file."""
        return tuple(column for column in self.columns if column.looked_at)


class Origin(Protocol):
    """Where the lines of a batch stand in their file."""

    def column_of(self, index: int, cell: int) -> int | str | None:
        """Return the character, from 1, at which a cell begins on its line, or a sheet's letter; None if unknown."""

    def pointer_of(self, index: int, cell: int) -> str | None:
        """Return the pointer to a cell in a document such as JSON; None in text and sheets."""


class Continued(NamedTuple):
    """The line that a line without maker may continue, and the cells in which that line names its maker."""

    line: int
    makers: tuple[tuple[int, str], ...]


class Batch(NamedTuple):
    """Some consecutive lines in columns: `values[k][i]` is line `i` in the k-th column that is looked at.

    `overflow` holds, by line, the other cells of a line that has not as many cells as there are headings, with their
    field numbers: such a line may have slipped sideways, so nothing of it goes unread.
    `asides` names rows that are no lines, such as titles and footers: all their cells stand in `overflow`, and they
    count only where something is found in them.
    `continues` names, for lines without maker, number and quantity, the line above that they may belong to.
    `depths` says how deep each line stands in an assembly, None for a line that does not say; the table has no levels
    where there is none at all.
    `notes` says how a line was read where that is not plain to see. Lines that `slipped` may have cells under the wrong
    headings: of those only what shows a party may be repeated.
    """

    lines: Sequence[int]
    values: tuple[Sequence[str], ...]
    overflow: Mapping[int, tuple[tuple[int, str], ...]]
    origin: Origin
    asides: Mapping[int, str] = MappingProxyType({})
    depths: Sequence[int | None] | None = None
    notes: Mapping[int, str] = MappingProxyType({})
    continues: Mapping[int, Continued] = MappingProxyType({})
    slipped: Container[int] = frozenset()


class LineNumbers:
    """Line numbers kept as stretches: counted for ever, listed up to a bound."""

    def __init__(self) -> None:
        """Begin with none."""
        self.count = 0
        self.stretches: list[tuple[int, int]] = []

    def add(self, first: int, last: int | None = None) -> None:
        """Add one line, or the lines from first to last."""
        last = first if last is None else last
        self.count += last - first + 1
        if self.stretches and self.stretches[-1][1] == first - 1:
            self.stretches[-1] = (self.stretches[-1][0], last)
        elif len(self.stretches) < MAX_STRETCHES:
            self.stretches.append((first, last))

    @property
    def in_order(self) -> tuple[tuple[int, int], ...]:
        """The stretches in the order of the lines: parts are decided before what they belong to."""
        joined: list[tuple[int, int]] = []
        for first, last in sorted(self.stretches):
            if joined and joined[-1][1] == first - 1:
                joined[-1] = (joined[-1][0], last)
            else:
                joined.append((first, last))
        return tuple(joined)

    @property
    def complete(self) -> bool:
        """Whether every line counted is also listed."""
        return self.count == sum(last - first + 1 for first, last in self.stretches)


class Reading:
    """What reading a table came to: nothing that was not read as a line goes uncounted.

    `beside` are rows of text where no table stands, `continued` lines that may belong to the line above,
    `no_level` lines of a table with levels that do not say how deep they stand, `hidden` rows that a workbook hides and
    that are read like any other.
    """

    def __init__(self) -> None:
        """Begin with nothing read."""
        self.lines = 0
        self.before_header = LineNumbers()
        self.blank = LineNumbers()
        self.comments = LineNumbers()
        self.repeated_headers = LineNumbers()
        self.group_headers = LineNumbers()
        self.footers = LineNumbers()
        self.beside = LineNumbers()
        self.hidden = LineNumbers()
        self.continued = LineNumbers()
        self.no_level = LineNumbers()
        self.ragged = LineNumbers()
        self.unclosed_quotes = LineNumbers()
        self.broken_characters = LineNumbers()
        self.unreadable: dict[str, LineNumbers] = {}

    def not_read(self, reason: str, first: int, last: int | None = None) -> None:
        """Count lines that could not be read, by reason."""
        self.unreadable.setdefault(reason, LineNumbers()).add(first, last)

    @property
    def unreadable_count(self) -> int:
        """How many lines could not be read."""
        return sum(numbers.count for numbers in self.unreadable.values())


class Table(Protocol):
    """A table of a bill; `reading` is complete once `batches` is exhausted."""

    layout: Layout
    reading: Reading

    def batches(self) -> Iterator[Batch]:
        """Yield its lines in batches, in order, once."""


class Bill(Protocol):
    """An opened bill: the digest of its bytes, and its tables, to be read in order."""

    name: str
    digest: str

    @property
    def tables(self) -> Sequence[Table]:
        """The tables, in the order of the file."""

    def close(self) -> None:
        """Let go of the file; what was not read until then cannot be."""
