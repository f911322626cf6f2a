"""Names: those under which instruments list a party, those of two parties, those too short or too common."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from vendorcheck.lint.book import Book, Record, each
from vendorcheck.lint.common import CommonWords
from vendorcheck.model.errors import Fault
from vendorcheck.model.party import NAME_KINDS, NEVER_ALONE_KINDS, WHOLE_CELL_KINDS
from vendorcheck.model.period import Period, held
from vendorcheck.model.truth import NO
from vendorcheck.resolve.folding import fold, folded, is_sign
from vendorcheck.resolve.name_entries import strip_legal_forms
from vendorcheck.rulebook.references import suggestion
from vendorcheck.rulebook.yaml_source import Path

#: How an instrument says that it describes a party and gives no name.
DESCRIBED = "(described, not named)"

#: What a list adds to a name: a remark in brackets, or what else of the party it reaches.
_ADDED = re.compile(r"(\s*\([^()]*\)|\s+products|\s+and (its |all |related )?(affiliates|subsidiaries|companies)\b.*)$")

#: The fewest letters of a name that is looked for in texts, and of one that counts as a whole cell only.
SHORTEST, SHORTEST_WHOLE = 3, 2

#: So many Han signs or their kin make a name; one alone is a word, or a part of one.
SHORTEST_SIGNS = 2

#: A name of so many words or more is a name, however common each of them is.
LONG_ENOUGH = 3


#: A name is held against so many other parties that have it.
MOST_HOLDERS = 100


class Name(NamedTuple):
    """A name of a party, as written in its record."""

    party: Record
    path: Path
    kind: str
    text: str
    data: Mapping[str, Any]


def listed_names(book: Book) -> Iterator[Fault]:
    """An instrument lists a party under a name that the party's record does not have."""
    for file, value in book.own("instrument"):
        for path, naming in each(value, "names"):
            party = book.find("party", naming["party"])
            if party is None:
                continue
            names = [name.text for name in _names(Record("party", party, None))]
            known = {key for name in names for key in keys(name)}
            for at, text in enumerate(naming["listed_as"]):
                if DESCRIBED not in text and not (keys(text) | keys(_ADDED.sub("", text))) & known:
                    message = f"{naming['party']!r} has no name {text!r}, under which this instrument lists it"
                    hint = f"Add it to the names of the party, or write {DESCRIBED} after what describes it."
                    near = suggestion(text, names)
                    yield file.fault((*path, "listed_as", at), message, help=f"{near} {hint}" if near else hint)


def same_names(book: Book) -> Iterator[Fault]:
    """Two parties have one name at one time, so that a line with it is both; or a party is confused with itself."""
    owners = {record.id: _owners(record) for record in book.all("party")}
    holders: dict[str, list[Name]] = {}
    for record in book.all("party"):
        names = {key: name for name in reversed(list(_names(record))) for key in _found_as(name)}
        for key, name in names.items():
            held_by = holders.setdefault(key, [])
            others = [other for other in held_by[:MOST_HOLDERS] if at_one_time(name.data, other.data)]
            yield from _shared(name, [other for other in others if not _group_name(name, other, owners)])
            held_by.append(name)
        yield from _confused(record, names)


def short_names(book: Book) -> Iterator[Fault]:
    """A name so short, or so common as a word, that it would be found everywhere."""
    common = CommonWords(book)
    for record in book.all("party"):
        for name in _names(record) if record.file else ():
            if name.kind in NEVER_ALONE_KINDS or record.file is None or not record.value.get("screened", True):
                continue
            wrong = _too_short(name) or common.said_of(folded(name.text))
            if wrong is None and name.kind in ("legal", "unit"):
                wrong = common.said_of(" ".join(strip_legal_forms(fold(name.text))))
            if wrong is not None:
                hint = "Write it under `weak`, where it counts beside other words only, or in full."
                yield record.file.fault(name.path, f"{name.text!r} is {wrong}", help=hint)


def plain_names(book: Book) -> Iterator[Fault]:
    """A name of two words, both of which many firms have in theirs: it may be found where another firm is meant."""
    common = CommonWords(book)
    for record in book.all("party"):
        for name in _names(record) if record.file else ():
            tokens = strip_legal_forms(fold(name.text))
            looked_for = name.kind not in (*NEVER_ALONE_KINDS, *WHOLE_CELL_KINDS)
            plain = 1 < len(tokens) < LONG_ENOUGH and not any(map(is_sign, tokens))
            if record.file and looked_for and plain and all(map(common.said_of, tokens)):
                yield record.file.fault(name.path, f"every word of {name.text!r} is common in names of firms")


def _names(record: Record) -> Iterator[Name]:
    for kind in NAME_KINDS:
        for at, item in enumerate(record.value["names"].get(kind, ())):
            data = {"name": item} if isinstance(item, str) else item
            yield Name(record, ("names", kind, at), kind, data["name"], data)
    for at, unit in enumerate(record.value.get("units", ())):
        yield Name(record, ("units", at, "name"), "unit", unit["name"], unit)


def keys(text: str) -> set[str]:
    """Return what a name is held against others by: folded, and folded without its legal form."""
    tokens = fold(text)
    return {" ".join(tokens), " ".join(strip_legal_forms(tokens))} - {""} if tokens else set()


def _found_as(name: Name) -> set[str]:
    """The keys under which a name is looked for: a registered one without its legal form as well."""
    return keys(name.text) if name.kind in ("legal", "unit") else {folded(name.text)}


def _shared(name: Name, others: list[Name]) -> Iterator[Fault]:
    """Said at the name of one's own that is read last, once for each other party."""
    for other in others:
        one, two = (name, other) if name.party.file else (other, name)
        if one.party.file is None or one.party.id == two.party.id or {name.kind, other.kind} & set(NEVER_ALONE_KINDS):
            continue
        message = f"{one.text!r} is a name of {two.party.id!r} as well ({two.party.shown})"
        yield one.party.file.fault(one.path, message, help="Leave it to one of them, or give each its dates.")


def _group_name(one: Name, other: Name, owners: Mapping[str, set[str]]) -> bool:
    """Whether it is a company that one party's record tells of as a unit, and that has a record under that party."""
    if "unit" not in (one.kind, other.kind):
        return False
    return other.party.id in owners[one.party.id] or one.party.id in owners[other.party.id]


def _owners(record: Record) -> set[str]:
    return {owner["party"] for owner in record.value.get("owners", ()) if "party" in owner}


def _confused(record: Record, names: Mapping[str, Name]) -> Iterator[Fault]:
    for at, item in enumerate(record.value.get("confusables", ())):
        own = names.get(folded(item["text"]))
        if own is not None and record.file is not None:
            message = f"{item['text']!r} cannot be another's name and the party's own"
            yield record.file.fault(("confusables", at, "text"), message)


def at_one_time(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether there may be a day on which two things with `since` and `until` both hold."""
    days = [Period.parse(name["since"]).first for name in (one, other) if "since" in name]
    if not days:
        return True
    return all(held(_period(name, "since"), _period(name, "until"), max(days)) != NO for name in (one, other))


def _period(name: Mapping[str, Any], key: str) -> Period | None:
    return Period.parse(name[key]) if key in name else None


def _too_short(name: Name) -> str | None:
    tokens = fold(name.text)
    if not tokens:
        return "without a letter or digit"
    if any(map(is_sign, tokens)):
        return "a single sign" if len(tokens) < SHORTEST_SIGNS else None
    letters = sum(map(len, tokens))
    shortest = SHORTEST_WHOLE if name.kind in WHOLE_CELL_KINDS else SHORTEST
    return f"too short: {letters} of at least {shortest} letters" if letters < shortest else None
