"""Variants of a name that change, drop, add or move words. None where a kind does not apply."""

import re
from collections.abc import Callable
from itertools import pairwise
from random import Random

from names.words import COUNTRIES, ENGLISH, FORMS, GENERIC, PLACES, distinctive, folded

SHORT = {
    "technology": "Tech", "technologies": "Tech", "international": "Intl", "electronics": "Elec", "trading": "Trdg",
    "manufacturing": "Mfg", "engineering": "Engrg", "development": "Dev", "industries": "Ind", "industrial": "Indl",
    "communications": "Comm", "communication": "Comm", "institute": "Inst", "research": "Res", "university": "Univ",
    "scientific": "Sci", "aviation": "Avn", "petroleum": "Petr", "equipment": "Eqpt", "machinery": "Mach",
    "construction": "Constr", "import": "Imp", "export": "Exp", "shipping": "Shpg", "transport": "Transp",
    "chemical": "Chem", "pharmaceutical": "Pharm", "telecommunications": "Telecom", "national": "Natl",
    "general": "Gen", "services": "Svcs", "investment": "Inv", "management": "Mgmt", "laboratory": "Lab",
    "department": "Dept", "group": "Grp", "semiconductor": "Semi", "company": "Co", "corporation": "Corp",
}  # fmt: skip
OTHER_FORM = {
    "ltd": "Limited", "limited": "Ltd", "co": "Company", "company": "Co", "corp": "Corporation", "inc": "Incorporated",
    "corporation": "Corp", "llc": "Limited Liability Company", "gmbh": "Gesellschaft mit beschränkter Haftung",
    "jsc": "Joint Stock Company", "ojsc": "OAO", "oao": "Open Joint Stock Company", "ooo": "LLC", "ao": "JSC",
    "pjsc": "PAO", "pao": "Public Joint Stock Company", "zao": "CJSC", "cjsc": "ZAO", "ltda": "Limitada",
    "srl": "S.R.L.", "sdn": "Sendirian", "bhd": "Berhad", "ag": "Aktiengesellschaft", "plc": "Public Limited Company",
}  # fmt: skip
_NUMBER_WORDS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
NUMBERS = dict(zip("123456789", _NUMBER_WORDS, strict=True))
PLURALS = {"technology": "Technologies", "technologies": "Technology", "industry": "Industries", "system": "Systems",
           "industries": "Industry", "service": "Services", "services": "Service", "systems": "System",
           "electronic": "Electronics", "electronics": "Electronic", "communications": "Communication",
           "product": "Products", "products": "Product", "communication": "Communications"}  # fmt: skip
_BARE = re.compile(r"[^\w&]+")
_LEADING = frozenset({"of", "de", "del", "la", "for", "and", "the", "north", "south", "&", ""})
"""A word behind one of these cannot be left out alone."""


def form_dropped(_: Random, name: str) -> str | None:
    """Return the name without the legal forms at its end and its start."""
    words = name.split()
    while len(words) > 1 and bare(words[-1]) in _forms():
        words.pop()
    while len(words) > 1 and bare(words[0]) in _forms():
        words.pop(0)
    return _if_other(" ".join(words).rstrip(" ,"), name)


def form_changed(_: Random, name: str) -> str | None:
    """Return the name with its legal forms written out, or shortened."""
    return _each_word(name, lambda word: OTHER_FORM.get(bare(word)))


def abbreviated(_: Random, name: str) -> str | None:
    """Return the name with its business words shortened."""
    return _each_word(name, lambda word: SHORT.get(bare(word)) if bare(word) in GENERIC else None)


def number_written(_: Random, name: str) -> str | None:
    """Return the name with a single digit written as a word."""
    return _each_word(name, lambda word: NUMBERS.get(bare(word)))


def plural(_: Random, name: str) -> str | None:
    """Return the name with business words in the singular for the plural, and the other way round."""
    return _each_word(name, lambda word: PLURALS.get(bare(word)))


def place_dropped(rng: Random, name: str) -> str | None:
    """Return the name without one of its towns."""
    return _dropped(rng, name, PLACES)


def country_dropped(rng: Random, name: str) -> str | None:
    """Return the name without one of its countries."""
    return _dropped(rng, name, COUNTRIES - {"hong", "kong", "north", "south", "east", "west", "middle"})


def generic_dropped(rng: Random, name: str) -> str | None:
    """Return the name without one of its business words."""
    return _dropped(rng, name, GENERIC)


def generic_added(rng: Random, name: str) -> str | None:
    """Return the name with one business word more before its legal form."""
    words = name.split()
    at = len(words)
    while at > 1 and bare(words[at - 1]) in _forms():
        at -= 1
    said = set(map(bare, words))
    more = [
        word for word in ("Group", "International", "Enterprise", "Industrial", "Holding") if bare(word) not in said
    ]
    return " ".join([*words[:at], rng.choice(more), *words[at:]]) if more else None


def reordered(rng: Random, name: str) -> str | None:
    """Return the name with its legal form first, or its last word first, or two of its words exchanged."""
    words = [word.strip(",") for word in name.split()]
    if len(words) < 3:  # noqa: PLR2004 - of two words nothing says which comes first
        return None
    at = rng.randrange(len(words) - 1)
    exchanged = [*words[:at], words[at + 1], words[at], *words[at + 2 :]]
    return _if_other(" ".join(rng.choice(([words[-1], *words[:-1]], exchanged))), name)


def glued(rng: Random, name: str) -> str | None:
    """Return the name with two neighbouring words written as one, one of them distinctive."""
    words, own = name.split(), set(distinctive(name))
    spots = [
        at
        for at, (one, other) in enumerate(pairwise(words))
        if {bare(one), bare(other)} & own and one.isalpha() and other.isalpha() and bare(other) not in FORMS
    ]
    if not spots:
        return None
    at = rng.choice(spots)
    return " ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]])


def split(rng: Random, name: str) -> str | None:
    """Return the name with a long distinctive word cut in two between a vowel and a consonant."""
    own = set(distinctive(name))
    spots = [
        word.start() + at
        for word in re.finditer(r"[A-Za-z]{8,}", name)
        if word.group().casefold() in own
        for at in range(3, len(word.group()) - 3)
        if word.group()[at - 1] in "aeiouAEIOU" and word.group()[at] not in "aeiouAEIOU"
    ]
    if not spots:
        return None
    at = rng.choice(spots)
    joint = rng.choice((" ", "-"))
    return name[:at] + joint + (name[at].upper() if joint == " " else name[at]) + name[at + 1 :]


def and_word(rng: Random, name: str) -> str | None:
    """Return the name with & for a word that means it, and the other way round."""
    if " & " in name:
        return name.replace(" & ", rng.choice((" and ", " AND ")))
    return _if_other(re.sub(r" (?:and|et|und|y) ", " & ", name, flags=re.IGNORECASE), name)


def dotted(rng: Random, name: str) -> str | None:
    """Return the name with dots taken from an acronym or put into one."""
    if re.search(r"\b(?:\w\.){2,}", name):
        return re.sub(r"\b(?:\w\.){2,}", lambda found: found.group().replace(".", ""), name)
    words = [word for word in name.split() if re.fullmatch(r"[B-DF-HJ-NP-TV-Z]{2,5}", word)]
    if not words:
        return None
    word = rng.choice(words)
    return name.replace(word, rng.choice((".", ". ")).join(word) + ".", 1)


def bare(word: str) -> str:
    """Return a word folded and without its marks."""
    return _BARE.sub("", folded(word))


def _forms() -> frozenset[str]:
    return FORMS - {"i", "e", "y"}


def _each_word(name: str, other: Callable[[str], str | None]) -> str | None:
    made = [(other(word), word) for word in name.split()]
    if not any(new for new, _ in made):
        return None
    return " ".join((new.upper() if word.isupper() else new) if new else word for new, word in made)


def _dropped(rng: Random, name: str, table: frozenset[str]) -> str | None:
    words = name.split()
    spots = [at for at, word in enumerate(words) if bare(word) in table]
    if not spots:
        return None
    at = rng.choice(spots)
    left = words[:at] + words[at + 1 :]
    before = bare(words[at - 1]) if at else "-"
    if before in _LEADING or bare(left[-1]) in _LEADING or not set(distinctive(" ".join(left))) - ENGLISH:
        return None
    return " ".join(left)


def _if_other(made: str, name: str) -> str | None:
    return made if made and made != name else None
