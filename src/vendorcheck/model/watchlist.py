"""Lists to screen against: entries with their names, and the snapshot they came in."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple, Protocol, get_args

from vendorcheck.model.evidence import Standing
from vendorcheck.model.period import Period

#: What an entry is of. Names of vessels and aircraft are no names of suppliers, and a category is no name at all.
EntryKind = Literal["organisation", "person", "vessel", "aircraft", "category", "unknown"]
ENTRY_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)

#: Kinds whose names are searched as those of firms are: nobody says of what is `unknown` that it is none.
FIRM_KINDS: tuple[EntryKind, ...] = ("organisation", "unknown")

#: Kinds whose names are never compared with a cell; reports count them.
NEVER_COMPARED: tuple[EntryKind, ...] = ("vessel", "aircraft", "category")

#: "former" is a name that its bearer no longer goes by; a list may call any other name an alias.
AliasType = Literal["alias", "former"]

#: How much the keeper of a list trusts an alias; "weak" is what OFAC, the UN, the UK and the EU each call it otherwise.
AliasStrength = Literal["strong", "weak"]


#: How the name of a file ends that holds a list.
FILE_ENDINGS = (".csv", ".tsv", ".txt", ".json", ".xml")


def is_list_file(text: str) -> bool:
    """Return whether what a run asks for is the file of a list, and no name of one that is kept."""
    return text.lower().endswith(FILE_ENDINGS) or "/" in text or "\\" in text


class Alias(NamedTuple):
    """A further name of an entry, as the list has it."""

    text: str
    type: AliasType = "alias"
    strength: AliasStrength = "strong"


class ListEntry(NamedTuple):
    """One entry of a list; `id` is the list's name and its own number, or a digest where it has none.

    `instrument` is the record of the rulebook under which the entry is listed, where its list is an official one;
    `programmes` are the codes by which the list says why, its sublist first. `until` is the day it was taken off.
    """

    id: str
    list: str
    name: str
    aliases: tuple[Alias, ...] = ()
    country: str | None = None
    since: Period | None = None
    reference: str | None = None
    standing: Standing = "procedural"
    kind: EntryKind = "unknown"
    instrument: str | None = None
    programmes: tuple[str, ...] = ()
    until: Period | None = None
    addresses: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    url: str | None = None
    remarks: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases as texts, the name first."""
        return (self.name, *(alias.text for alias in self.aliases))


class LeftOut(NamedTuple):
    """A row of a list's file that is no part of any entry, with the reason and the line on which it begins."""

    file: str
    line: int
    reason: str


#: Where the date of a list was taken from: said by the one who imported it, by the file, by the server that it came
#: from, or the newest day that stands in an entry, than which the list cannot be older.
DateBasis = Literal["said", "file", "server", "newest_entry"]


class ListedFile(NamedTuple):
    """A file of a list as it was imported, with the SHA-256 of its bytes."""

    name: str
    digest: str


class Snapshot(NamedTuple):
    """A list as it stood in the files it was imported from; it never changes.

    `digest` is that of the file, or of the digests of several in their order. `rows` counts the rows of the files,
    `left_out` those that are no part of an entry, by reason; `kinds` counts entries.
    """

    list: str
    title: str
    format: str
    files: tuple[ListedFile, ...]
    digest: str
    dated: date | None
    dated_by: DateBasis | None
    imported: date
    importer: str
    rows: int
    left_out: Mapping[str, int]
    entries: int
    names: int
    kinds: Mapping[EntryKind, int]


class OpenList(Protocol):
    """A list as screening sees it, from the store or from a file that a run is given.

    `firms` and `persons` are the indexes of names that `list_indexes` made.
    """

    @property
    def record(self) -> Snapshot:
        """What is known of the list."""

    @property
    def firms(self) -> memoryview:
        """The index of the names of entries that are firms, or of which nobody says what they are."""

    @property
    def persons(self) -> memoryview:
        """The index of the names of persons."""

    def entry(self, name: str) -> ListEntry | None:
        """Return the entry with this id; None where there is none."""

    def ids(self) -> Iterable[str]:
        """Return the ids of all entries."""
