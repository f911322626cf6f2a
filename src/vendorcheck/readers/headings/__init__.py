"""Which heading means which roles: what people write over the columns of a bill, in the languages of its buyers."""

import re
from functools import cache, lru_cache

from vendorcheck.model.bom import Role
from vendorcheck.readers.headings.lexicon import lexicon
from vendorcheck.readers.headings.reading import read, tells_too_much
from vendorcheck.readers.headings.rules import THINGS, means_thing, role_alone
from vendorcheck.readers.headings.text import normal_heading, priced, without_brackets
from vendorcheck.readers.headings.words import words_of

__all__ = [
    "is_private",
    "is_unknown",
    "mentions_thing",
    "normal_heading",
    "role_of",
    "roles_of",
    "seller_named_by",
    "spellings",
    "tells_of_thing",
]

#: A longer text is no heading.
MAX_LENGTH = 60

#: Senses of words that name somebody or something, whatever else a heading says.
_NAMING = ("maker", "make", "brand", "vendor", "part", "model")

_SIGNS = re.compile(r"^[\W_]+|[\W_]+$")
_COUNTER = re.compile(r"^\d+[\W_]+|[\W_]*\d+$")


@lru_cache(maxsize=4096)
def roles_of(heading: str) -> tuple[Role, ...]:
    """Return the roles a heading means: none when it is not known, two or more when its cells hold several things."""
    text = priced(heading).strip()
    return read(text) if 0 < len(text) <= MAX_LENGTH else ()


def role_of(heading: str) -> Role:
    """Return the first role a heading means; `ignored` when it is not known."""
    return next(iter(roles_of(heading)), "ignored")


def seller_named_by(heading: str) -> str | None:
    """Return the seller that a heading names as it gives it, as "Mouser" over a column of order numbers."""
    if not 0 < len(heading.strip()) <= MAX_LENGTH:
        return None
    outside, remarks = without_brackets(priced(heading))
    if any(map(tells_too_much, remarks)) or [word.sense for word in words_of(normal_heading(outside))] != ["seller"]:
        return None
    named = _SIGNS.sub("", outside)
    return named if normal_heading(named) in lexicon().words else _COUNTER.sub("", named)


def is_unknown(heading: str) -> bool:
    """Return whether nobody knows what a column so headed holds: it may be anything, a maker as well.

    Of one that holds what is nobody's business here, such as a password or a place, at least a word is known.
    """
    if roles_of(heading):
        return False
    if len(heading) > MAX_LENGTH:
        return True
    senses = {word.sense for word in words_of(normal_heading(heading))}
    return "private" not in senses and ("other" not in senses or not senses.isdisjoint(_NAMING))


def is_private(heading: str) -> bool:
    """Return whether some word of a heading tells of a person, a secret or the like."""
    return any(word.sense == "private" for word in words_of(normal_heading(heading)))


def tells_of_thing(heading: str) -> bool:
    """Return whether a heading names a thing, or who made or sold it: a name below it is that of the thing."""
    normal = normal_heading(heading)
    return any(means_thing(words_of(each)) for each in (normal, normal.removesuffix("s")))


def mentions_thing(heading: str) -> bool:
    """Return whether some word of a heading names a thing, or who made or sold it."""
    return any(word.sense in THINGS for word in words_of(normal_heading(heading)))


@cache
def spellings() -> dict[str, Role]:
    """Return the role of every spelling that is a heading by itself; names of sellers are no spellings."""
    known = lexicon()
    alone = {spelling: role_alone(word) for spelling, word in known.words.items() if word.sense != "seller"}
    whole = {spelling: next(iter(roles), None) for spelling, roles in known.headings.items()}
    return {spelling: role for spelling, role in (alone | whole).items() if role}
