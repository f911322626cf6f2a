"""Reads a heading: alone, joined with another, with a remark in brackets, or as the path of a value."""

import re
from collections.abc import Iterable, Sequence

from vendorcheck.model.bom import SCREENED_ROLES, Role
from vendorcheck.readers.headings.lexicon import Word, whole
from vendorcheck.readers.headings.rules import LINK, confidential, meaning, vague
from vendorcheck.readers.headings.runs import UNKNOWN, similar
from vendorcheck.readers.headings.text import BRACKETS, by_script, normal_heading, pieces, steps, without_brackets
from vendorcheck.readers.headings.words import words_of

#: The steps of a path that name somebody: "device_type.manufacturer.name".
_LAST_STEPS = 2

_COUNTER = re.compile(r"^\d+ | ?\d+$")

#: Of two names that share a cell, or stand in it by turns, the product's goes first.
_WHO: tuple[Role, ...] = ("maker", "brand", "vendor")
_MAKERS = frozenset({"maker", "make", "brand"})
#: Kinds of word that mean the same wherever a path begins.
_SURE = frozenset({"maker", "make", "brand", "vendor", "part", "model", "mac", "fcc_id", "serial", "origin"})


def read(text: str) -> tuple[Role, ...]:
    """Return the roles of a heading; of the path to a value, those of its last steps that are known."""
    way = steps(text)
    named = _with_remarks(".".join(way[-_LAST_STEPS:])) if len(way) > _LAST_STEPS else ()
    if not set(_WHO).isdisjoint(named):
        return named
    return _with_remarks(text) or next(filter(None, map(_with_remarks, _ends(way))), ())


def tells_too_much(remark: str) -> bool:
    """Return whether a remark says that a person, a secret or a price stands in the cells."""
    return confidential(words_of(normal_heading(remark)))


def _ends(way: Sequence[str]) -> Iterable[str]:
    """What is left of a path when its first steps are left out, as long as it is sure by itself."""
    for start in range(1, len(way)):
        end = ".".join(way[start:])
        if not _SURE.isdisjoint(word.sense for word in words_of(normal_heading(end))):
            yield end


def _with_remarks(text: str) -> tuple[Role, ...]:
    """The roles of a heading with remarks in brackets; before it they say what it is of, as in "(Item) Maker".

    None of screened cells when a remark tells of a person, a secret or a price: "Description (password)".
    """
    outside, remarks = without_brackets(text)
    if not normal_heading(outside):
        return _joined(" ".join(remarks))
    roles = _joined(outside)
    if any(map(tells_too_much, remarks)):
        return _unscreened(roles or _foreign(outside, _joined(" ".join(remarks))))
    if remarks and text.lstrip().startswith(BRACKETS):
        return _joined(f"{remarks[0]} {outside}") or roles
    for remark in remarks:
        roles = _remarked(outside, roles, remark)
    return roles


def _remarked(outside: str, roles: tuple[Role, ...], remark: str) -> tuple[Role, ...]:
    """The roles of a heading with a remark: "Part no. (supplier)", "Brand (model)", "Manufacturer (website)"."""
    said = words_of(normal_heading(remark))
    inside = _joined(remark)
    names, named = set(_WHO).intersection(roles), set(_WHO).intersection(inside)
    if names and {word.sense for word in said} == {"other"}:
        return ()
    if named and not names:
        return meaning([*words_of(normal_heading(outside)), LINK, *said]) or roles or _foreign(outside, inside)
    if named or (roles and "part" in inside and not vague(said)):
        return _settled((*roles, *inside))
    return roles or _foreign(outside, inside)


def _foreign(outside: str, inside: tuple[Role, ...]) -> tuple[Role, ...]:
    """What brackets say again in a language that is known, or of a sum: "Ext. (USD)"."""
    return inside if not outside.isascii() or inside == ("unit_price",) else ()


def _joined(text: str) -> tuple[Role, ...]:
    """The roles of a heading that may join two, as in "Make / Model"; both are in its cells then."""
    return _together(pieces(text)) or _alone(text) or _together(by_script(text))


def _together(parts: Sequence[str]) -> tuple[Role, ...]:
    """The roles of parts of a heading; none when there are not two, or one of them is known and has none.

    Of one that nobody knows, as in "Mfr Part / Generic", a name or a number beside it says enough.
    """
    words = [words_of(normal_heading(part)) for part in parts]
    roles = [_alone(part) for part in parts]
    named = {role for each in roles for role in each}
    for at, said in enumerate(words):
        if vague(said):
            roles[at] = _of_number(named) or roles[at]
        elif at < len(words) - 1:
            roles[at] = _with_tail(said, words[-1]) or roles[at]
    known = [each for each, said in zip(roles, words, strict=True) if each or set(said) != {UNKNOWN}]
    enough = len(known) == len(parts) or not named.isdisjoint((*_WHO, "part"))
    if len(parts) < 2 or not all(known) or not enough:  # noqa: PLR2004 (it joins two)
        return ()
    return _settled(role for each in known for role in each)


def _of_number(named: set[Role]) -> tuple[Role, ...]:
    """What a mere number or kind is beside a name: "Brand / Type", "Supplier and ref"."""
    if not named.isdisjoint(("maker", "brand")):
        return ("part",)
    return ("description",) if "vendor" in named else ()


def _with_tail(said: Sequence[Word], last: Sequence[Word]) -> tuple[Role, ...]:
    """What a name means that shares the end of the last: "Manufacturer/Supplier Part Number" holds two numbers."""
    if len(said) != 1 or len(last) <= 1:
        return ()
    names = said[0].sense, last[0].sense
    return meaning([*said, *last[1:]]) if "vendor" in names and not _MAKERS.isdisjoint(names) else ()


def _settled(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Roles without repetition: one name at most, and only screened ones where there are any, and no price."""
    found = tuple(dict.fromkeys(roles))
    if "unit_price" in found:
        return _unscreened(found)
    kept = tuple(role for role in found if role in SCREENED_ROLES) or found
    name = next((role for role in _WHO if role in kept), None)
    return tuple(role for role in kept if role == name or role not in _WHO)


def _unscreened(roles: Iterable[Role]) -> tuple[Role, ...]:
    return tuple(role for role in roles if role not in SCREENED_ROLES)


def _alone(text: str) -> tuple[Role, ...]:
    """The roles of a heading that joins nothing, with or without the counter before or behind it."""
    normal = normal_heading(text)
    spellings = dict.fromkeys((normal, _COUNTER.sub("", normal)))
    known = next((roles for roles in map(whole, spellings) if roles is not None), None)
    return next(filter(None, map(_of_words, spellings)), ()) if known is None else known


def _of_words(normal: str) -> tuple[Role, ...]:
    """The roles that the words of a normal heading have together; a slip may stand in any of them."""
    words = words_of(normal)
    roles = meaning(words)
    if roles or " " not in normal or UNKNOWN not in words:
        return roles
    word = similar(normal.replace(" ", ""))
    return meaning([word]) if word and " " in word.spelling else ()
