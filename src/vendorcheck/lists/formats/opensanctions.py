"""What OpenSanctions gathers, as its simplified CSV of targets: read where somebody brings it, and shipped never."""

from collections.abc import Iterable, Mapping, Sequence

from vendorcheck.lists.fields import day_of, distinct, entry_id, further_names, only_one
from vendorcheck.lists.format import Format
from vendorcheck.lists.headed_table import NO_NAME, HeadedRow, headed, is_headed
from vendorcheck.lists.one_file import list_of, only_file
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.watchlist import Alias, EntryKind, LeftOut, ListEntry

LICENCE = "OpenSanctions licenses its data for non-commercial use: a business needs a licence from it to use them."
GATHERED = (
    "OpenSanctions gathers many lists, of persons in public office among others: an entry is a sanction only where its "
    "sources say so."
)

NEEDED = ("id", "schema", "name", "aliases", "countries", "dataset")
_TELLING = ("id", "schema", "name", "aliases", "dataset")

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
    return is_headed(file, ",", _TELLING)


def _read(files: Sequence[SourceFile], list_name: str) -> ParsedList:
    file = only_file(files)
    entries: list[ListEntry] = []
    left_out: list[LeftOut] = []
    seen: set[str] = set()
    for row in headed(file, ",", NEEDED).rows:
        seen.add(row.text("last_seen")[:10])
        if row.text("name"):
            entries.append(_entry(row, list_name))
        else:
            left_out.append(LeftOut(file.name, row.line, NO_NAME))
    parsed = list_of(file, entries, len(entries) + len(left_out), left_out)
    newest = max(filter(None, (day_of(text, "%Y-%m-%d") for text in seen)), default=None)
    if newest:
        parsed = parsed._replace(dated=newest.first, dated_by="newest_entry")
    return parsed._replace(notes=(LICENCE, GATHERED))


def _entry(row: HeadedRow, list_name: str) -> ListEntry:
    name = row.text("name")
    return ListEntry(
        id=entry_id(list_name, row.text("id"), name, row.text("countries")),
        list=list_name,
        name=name,
        aliases=further_names(name, map(Alias, _several(row, "aliases"))),
        country=only_one(_several(row, "countries")),
        standing="procedural",
        kind=_KINDS.get(row.text("schema"), "unknown"),
        programmes=distinct((*_several(row, "dataset"), *_several(row, "program_ids"))),
        addresses=distinct(_several(row, "addresses")),
        identifiers=distinct(_several(row, "identifiers")),
        remarks=distinct(_several(row, "sanctions")),
    )


def _several(row: HeadedRow, heading: str) -> Iterable[str]:
    return filter(None, map(str.strip, row.text(heading).split(";")))


OPENSANCTIONS = Format("opensanctions", "OpenSanctions: targets, simplified (CSV)", "opensanctions", _recognises, _read)
