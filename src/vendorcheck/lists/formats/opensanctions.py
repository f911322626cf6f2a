"""What OpenSanctions gathers, as its simplified CSV of targets: read where somebody brings it, and shipped never."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from vendorcheck.lists.fields import cleaned, day_of, distinct, entry_id, further_names, only_one
from vendorcheck.lists.format import Format
from vendorcheck.lists.grouped_rows import NO_NAME
from vendorcheck.lists.one_file import list_of, only_file
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.table import Table, heads
from vendorcheck.model.watchlist import Alias, EntryKind, LeftOut, ListEntry

LICENCE = "OpenSanctions licenses its data for non-commercial use: a business needs a licence from it to use them."
GATHERED = (
    "OpenSanctions gathers many lists, of persons in public office among others: an entry is a sanction only where its "
    "sources say so."
)

NEEDED = ("id", "schema", "name", "aliases", "countries", "dataset")

#: Headings that no other table has all of.
_SIGNS = ("id", "schema", "name", "aliases", "dataset", "program_ids", "first_seen", "last_seen", "last_change")
_LEAST = 6


class _Target(NamedTuple):
    """The columns that are read."""

    id: str
    schema: str
    name: str
    aliases: str
    countries: str
    addresses: str
    identifiers: str
    sanctions: str
    program_ids: str
    dataset: str
    last_seen: str


#: A legal entity may be a firm or a person; that and every other schema is searched as firms are.
_KINDS: Mapping[str, EntryKind] = {
    "Company": "organisation",
    "Organization": "organisation",
    "PublicBody": "organisation",
    "Person": "person",
    "Vessel": "vessel",
    "Airplane": "aircraft",
}


def _recognises(file: SourceFile) -> bool:
    return heads(file, ",", _SIGNS, _LEAST)


def _read(files: Sequence[SourceFile], list_name: str) -> ParsedList:
    file = only_file(files)
    table = Table(file, ",", _Target._fields, NEEDED)
    entries: list[ListEntry] = []
    left_out: list[LeftOut] = []
    seen: set[str] = set()
    for line, cells in table:
        target = _Target._make(cells)
        seen.add(target.last_seen[:10])
        if target.name.strip():
            entries.append(_entry(target, list_name))
        else:
            left_out.append(LeftOut(file.name, line, NO_NAME))
    newest = max(filter(None, (day_of(text, "%Y-%m-%d") for text in seen)), default=None)
    parsed = list_of(entries, table.rows, (*table.left_out, *left_out))
    if newest:
        parsed = parsed._replace(dated=newest.first, dated_by="newest_entry")
    return parsed._replace(notes=(*table.damage, LICENCE, GATHERED))


def _entry(target: _Target, list_name: str) -> ListEntry:
    name = cleaned(target.name)
    return ListEntry(
        id=entry_id(list_name, target.id.strip(), name, target.countries),
        list=list_name,
        name=name,
        aliases=further_names(name, map(Alias, _several(target.aliases))),
        country=only_one(_several(target.countries)),
        standing="procedural",
        kind=_KINDS.get(target.schema.strip(), "unknown"),
        programmes=distinct((*_several(target.dataset), *_several(target.program_ids))),
        addresses=distinct(_several(target.addresses)),
        identifiers=distinct(_several(target.identifiers)),
        remarks=distinct(_several(target.sanctions)),
    )


def _several(text: str) -> Iterable[str]:
    return map(cleaned, text.split(";"))


OPENSANCTIONS = Format("opensanctions", "OpenSanctions: targets, simplified (CSV)", "opensanctions", _recognises, _read)
