"""A record of the Consolidated Screening List to an entry, from whichever of its forms it came."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from vendorcheck.lists.fields import cleaned, day_of, digest_of, only_one
from vendorcheck.lists.formats.csl_sublists import sublist_of
from vendorcheck.lists.listed_name import listed_aliases, listed_name, split_names
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, EntryKind, ListEntry

#: Nothing is said of what an entry is in any row of the departments of Commerce and State.
KINDS: Mapping[str, EntryKind] = {
    "entity": "organisation",
    "individual": "person",
    "vessel": "vessel",
    "aircraft": "aircraft",
}

_COUNTRY = re.compile(r"(?:^|, ?)([A-Z]{2})$")

_DAYS = ("%Y-%m-%d", "%m/%d/%Y")


class Record(NamedTuple):
    """The fields of a record that are read, as the CSV has them: several values are joined by semicolons."""

    source: str
    entity_number: str
    type: str
    programs: str
    name: str
    title: str
    addresses: str
    federal_register_notice: str
    start_date: str
    end_date: str
    license_requirement: str
    license_policy: str
    remarks: str
    source_list_url: str
    alt_names: str
    citizenships: str
    dates_of_birth: str
    nationalities: str
    source_information_url: str
    ids: str
    call_sign: str
    vessel_type: str
    vessel_flag: str
    vessel_owner: str


#: How the fields that have none of their own in an entry are called in its remarks.
_REMARKS = {
    "title": "Title",
    "license_requirement": "Licence requirement",
    "license_policy": "Licence policy",
    "dates_of_birth": "Date of birth",
    "nationalities": "Nationality",
    "citizenships": "Citizenship",
    "call_sign": "Call sign",
    "vessel_type": "Vessel type",
    "vessel_flag": "Flag",
    "vessel_owner": "Owner",
}
_REMARKED = [(Record._fields.index(field), word) for field, word in _REMARKS.items()]


def entry_of(record: Record, list_name: str) -> ListEntry:
    """Return the entry that a record is; its name is not empty."""
    sublist = sublist_of(record.source)
    label = sublist.short if sublist else cleaned(record.source)
    kind = KINDS.get(record.type.strip().lower(), "unknown")
    said = listed_name(record.name)
    further = listed_aliases(split_names(record.alt_names, loosely=not record.type.strip()))
    addresses = several(record.addresses)
    country = _country(record, addresses)
    number = cleaned(record.entity_number)
    return ListEntry(
        id=f"{list_name}:{number or digest_of(list_name, label, said.name, country or '')}",
        list=list_name,
        name=said.name,
        aliases=_distinct(said.name, (*said.aliases, *further)),
        country=country,
        since=_day(record.start_date),
        reference=cleaned(record.federal_register_notice) or None,
        standing="government_action",
        kind=kind,
        instrument=sublist.instrument if sublist else None,
        programmes=tuple(dict.fromkeys(filter(None, (label, *several(record.programs))))),
        until=_day(record.end_date),
        addresses=addresses,
        identifiers=several(record.ids),
        url=record.source_information_url.strip() or record.source_list_url.strip() or None,
        remarks=(*said.remarks, *several(record.remarks), *_remarks(record)),
    )


def several(text: str) -> tuple[str, ...]:
    """Return the values in a text that joins them by semicolons, each once."""
    if ";" not in text:
        return (cleaned(text),) if text.strip() else ()
    return tuple(dict.fromkeys(filter(None, (cleaned(part).removeprefix("and ") for part in text.split(";")))))


def notes_on(records: Iterable[tuple[str, ListEntry]]) -> Sequence[str]:
    """Return what is to be known of entries by the labels of their lists: those of lists that nobody knows."""
    unknown = Counter(label for label, entry in records if entry.instrument is None)
    return [f"entries of a list that is unknown here, {label!r}: {count}" for label, count in sorted(unknown.items())]


def _country(record: Record, addresses: Sequence[str]) -> str | None:
    """The country of all addresses that say one by its code, or else that of which a person is a national."""
    codes = [found[1] for address in addresses if (found := _COUNTRY.search(address))]
    return only_one(codes or several(record.nationalities) or several(record.citizenships))


def _remarks(record: Record) -> Iterable[str]:
    for at, word in _REMARKED:
        if record[at] and record[at].strip():
            yield f"{word}: {cleaned(record[at])}"
    for word, text in (("Start", record.start_date), ("End", record.end_date)):
        if text.strip() and _day(text) is None:
            yield f"{word} date, which cannot be read: {cleaned(text)}"


def _day(text: str) -> Period | None:
    """The day in a date, which may have a time behind it."""
    return day_of(text.partition("T")[0], *_DAYS) if text.strip() else None


def _distinct(name: str, aliases: Iterable[Alias]) -> tuple[Alias, ...]:
    """Aliases that are not the name, each once."""
    found = {alias.text: alias for alias in aliases if alias.text != name}
    return tuple(found.values())
