"""What a document is read as: its format, the roles of its keys, the records of a table, and how these become rows."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from vendorcheck.model.bom import Column, Reading, Role
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.choices import Choices, compared
from vendorcheck.readers.documents.cells import Record
from vendorcheck.readers.documents.flatten import MAX_KEY
from vendorcheck.readers.documents.layout import Kind, Plan, Roles
from vendorcheck.readers.source import Source
from vendorcheck.readers.tables.levels import Depths


class Records(Protocol):
    """The records of one table, from the first each time they are asked for."""

    def __call__(self, reading: Reading) -> Iterator[Record]:
        """Yield the records; what is none is counted in `reading`. A VendorcheckError says what cannot be read."""


class Seen(NamedTuple):
    """What a first look at all records came to: their keys, how many are lines, and the first of them."""

    times: dict[str, int]
    lines: int
    nested: bool
    sample: Sequence[Record]


class Opened(NamedTuple):
    """A file whose format is known, the encoding it is read in, and what is to be said of that."""

    source: Source
    kind: Kind
    encoding: str
    remarks: tuple[str, ...]

    @classmethod
    def of(cls, source: Source, kind: Kind, choices: Choices, encoding: str) -> "Opened":
        """Return a file opened in an encoding; one that the caller did not name may want a remark."""
        return cls(source, kind, encoding, () if choices.encoding else source.survey.remarks)


class Shape(NamedTuple):
    """How the records of a table become rows: the plan of its cells, its levels, and whether records have parts."""

    plan: Plan
    levels: Depths | None
    nested: bool
    place: Callable[[str], str]


def roles_chosen(choices: Choices, roles: Roles) -> Roles:
    """Return the roles of keys, those that the caller mapped first."""
    mapped = choices.roles

    @lru_cache(maxsize=4_096)
    def found(key: str) -> tuple[Role, ...]:
        role = mapped.get(compared(key))
        return roles(key) if role is None else (role,)

    return lambda key: ("ignored",) if len(key) > MAX_KEY else found(key)


def check_mapped(name: str, choices: Choices, columns: Sequence[Column]) -> None:
    """Refuse a role that the caller gave to a key that nothing has."""
    known = {compared(column.heading) for column in columns}
    missing = [mapping.heading for mapping in choices.mappings if compared(mapping.heading) not in known]
    if missing:
        raise VendorcheckError(
            "usage",
            f"{name} has no key such as {', '.join(map(repr, missing))}, which --map names",
            spot=Spot(name),
            help="Keys within others are written with points, such as supplier.name; inspect shows all of them.",
        )
