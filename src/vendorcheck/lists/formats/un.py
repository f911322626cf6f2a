"""The consolidated list of the United Nations Security Council, as XML."""

import re
from collections.abc import Iterator, Mapping, Sequence

from vendorcheck.lists.fields import (
    cleaned,
    day_of,
    distinct,
    entry_id,
    further_names,
    only_one,
    opening_of,
    refused,
)
from vendorcheck.lists.format import Format
from vendorcheck.lists.grouped_rows import NO_NAME
from vendorcheck.lists.one_file import list_of, only_file
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.xml_tree import Element, tree_of
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, AliasType, EntryKind, LeftOut, ListEntry

INSTRUMENT = "un-sc-consolidated-list"

#: The sections, each with the tag of what it holds. A file that lacks one is not the list.
_SECTIONS: Mapping[str, tuple[str, EntryKind]] = {
    "INDIVIDUALS": ("INDIVIDUAL", "person"),
    "ENTITIES": ("ENTITY", "organisation"),
}

#: Why an element is left out that is in no section, or is not what its section holds.
UNREAD = "stands where no names are read"

_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_PLACE = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
_DOCUMENT = ("TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2", "NUMBER", "ISSUING_COUNTRY")

#: Brackets in which there are names, and not a word about one.
_NAMES_IN_BRACKETS = re.compile(r"\([^()]*(?:;|original script)")
_ORIGINAL = re.compile(r"^original script(?::\s*|$)")
_LETTER = re.compile(r"(?:^|\s)[a-z]\)\s")


def _recognises(file: SourceFile) -> bool:
    return "<CONSOLIDATED_LIST" in opening_of(file)


def _read(files: Sequence[SourceFile], list_name: str) -> ParsedList:
    file = only_file(files)
    root = tree_of(file)
    _check_sections(file, root)
    found: list[tuple[EntryKind, Element]] = []
    strays: list[LeftOut] = []
    for section in root.children:
        tag, kind = _SECTIONS.get(section.tag, ("", "unknown"))
        for element in section.children:
            if element.tag == tag:
                found.append((kind, element))
            else:
                strays.append(LeftOut(file.name, element.line, UNREAD))
    entries = (_entry(kind, element, list_name) for kind, element in found if names_in(_own_name(element)))
    nameless = [LeftOut(file.name, each.line, NO_NAME) for _, each in found if not names_in(_own_name(each))]
    return list_of(
        entries, len(found) + len(strays), (*strays, *nameless), _day(root.attributes.get("dateGenerated", ""))
    )


def _check_sections(file: SourceFile, root: Element) -> None:
    for tag in _SECTIONS:
        if root.tag != "CONSOLIDATED_LIST" or next(root.all(tag), None) is None:
            raise refused(file, root.line, f"has no {tag} in a CONSOLIDATED_LIST", "Fetch the whole list as XML.")


def _own_name(element: Element) -> str:
    return " ".join(filter(None, map(element.value, _NAMES)))


def _entry(kind: EntryKind, element: Element, list_name: str) -> ListEntry:
    name, *others = names_in(_own_name(element))
    countries = distinct(element.values(f"{element.tag}_ADDRESS", "COUNTRY"))
    aliases = (*map(Alias, others), *_aliases(element), *map(Alias, element.values("NAME_ORIGINAL_SCRIPT")))
    return ListEntry(
        id=entry_id(list_name, element.value("REFERENCE_NUMBER"), name, None),
        list=list_name,
        name=name,
        aliases=further_names(name, aliases),
        country=only_one(countries or element.values("NATIONALITY", "VALUE")),
        since=_day(element.value("LISTED_ON")),
        standing="government_action",
        kind=kind,
        instrument=INSTRUMENT,
        programmes=distinct([element.value("UN_LIST_TYPE")]),
        until=_day(element.value("DELISTED_ON")),
        addresses=distinct(map(_address, element.all(f"{element.tag}_ADDRESS"))),
        identifiers=distinct(_joined(each, _DOCUMENT) for each in element.all("INDIVIDUAL_DOCUMENT")),
        remarks=distinct((*element.values("DESIGNATION", "VALUE"), *_births(element), element.value("COMMENTS1"))),
    )


def _aliases(element: Element) -> Iterator[Alias]:
    """The aliases; those of low quality are weak, and an empty one says that there is none."""
    for alias in element.all(f"{element.tag}_ALIAS"):
        quality = alias.value("QUALITY").casefold()
        kind: AliasType = "former" if quality.startswith("f.k.a") else "alias"
        for name in names_in(alias.value("ALIAS_NAME")):
            yield Alias(name, kind, "weak" if quality == "low" else "strong")


def names_in(text: str) -> list[str]:
    """Return the names in what is written as one: several stand between semicolons, and some of them in brackets."""
    separators = "[;()]" if _NAMES_IN_BRACKETS.search(text) else ";"
    parts = re.split(separators, _LETTER.sub(";", text))
    return [name for part in parts if (name := _ORIGINAL.sub("", cleaned(part)))]


def _address(element: Element) -> str:
    note = element.value("NOTE")
    return " ".join(filter(None, (_joined(element, _PLACE), f"({note})" if note else "")))


def _births(element: Element) -> Iterator[str]:
    for birth in element.all("INDIVIDUAL_DATE_OF_BIRTH"):
        span = " to ".join(filter(None, (birth.value("FROM_YEAR"), birth.value("TO_YEAR"))))
        when = birth.value("DATE") or birth.value("YEAR") or span
        if when:
            yield f"Born {when}"


def _joined(element: Element, tags: Sequence[str]) -> str:
    return ", ".join(filter(None, map(element.value, tags)))


def _day(text: str) -> Period | None:
    """The day in a date that may have a time or a time zone behind it."""
    return day_of(text[:10], "%Y-%m-%d")


UN = Format("un", "United Nations Security Council: consolidated list (XML)", "un", _recognises, _read)
