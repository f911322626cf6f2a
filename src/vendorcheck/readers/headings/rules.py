"""What the words of a heading mean together."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vendorcheck.model.bom import ROLES, Role
from vendorcheck.readers.headings.lexicon import Word, whole

#: What a kind of word means in a heading of its own.
_ALONE: dict[str, Role] = {
    "make": "maker",
    "model": "part",
    "name": "description",
    "number": "line_no",
    "type": "category",
    "seller": "vendor",
    "price": "unit_price",
    **{role: role for role in ROLES if role != "ignored"},
}
#: Kinds of word that mean nothing sure when all that is left beside them was left out.
_VAGUE = frozenset({"name", "number", "type", "identifier"})

#: Beside them a name is theirs, and the number of an item is not that of a line.
_ASKED = frozenset({"maker", "make", "brand", "vendor", "seller"})
#: What may follow words that nobody knows: "Drone manufacturer", "Assembly part number".
_TELLING = frozenset({"maker", "brand", "vendor", "part", "mac"})
_MAX_UNKNOWN = 2

#: Kinds of word that spoil a heading; and those of what no report may repeat.
ASTRAY = frozenset({"other", "private"})
_CONFIDENTIAL = frozenset({"private", "price", "unit_price"})

#: The word "of".
LINK = Word("", "link")

#: What a name or a title may stand below, and what may be said beside that.
THINGS = frozenset({"article", "equipment", "part", "model", "maker", "make", "brand", "vendor", "seller"})
_PASSED_OVER = frozenset({"qualifier", "name", "number", "type", "series", "identifier"})


class _Rule(NamedTuple):
    """Roles of a heading that holds all of `needs` and nothing but `beside`, and means first one of `means`, if any."""

    needs: frozenset[str]
    beside: frozenset[str]
    roles: tuple[Role, ...]
    means: str | None = None

    def holds(self, meant: str, senses: frozenset[str]) -> bool:
        return self.needs <= senses <= self.needs | self.beside and self.means in {None, meant}


def _rule(needs: str, beside: str, *roles: Role, means: str | None = None) -> _Rule:
    return _Rule(frozenset(needs.split()), frozenset(beside.split()), roles, means)


def _rules_of_makers(who: str, role: Role) -> Iterator[_Rule]:
    """A maker's number is a part; a maker's product too, but a product's maker is a maker."""
    yield _rule(f"{who} number", "article equipment part model type series", "part")
    yield _rule(f"{who} part", "article equipment model type number identifier series", "part")
    yield _rule(f"{who} series", "article equipment", "part")
    yield _rule(f"{who} article", "equipment", "part", means="article")
    yield _rule(who, "article equipment maker make brand", role, means=who)


_RULES = (
    _rule("unit_price", "article equipment vendor quantity number name type line_no", "unit_price"),
    _rule("quantity", "article equipment number", "quantity"),
    _rule(
        "description",
        "article equipment maker make brand vendor seller part model name number type category",
        "description",
    ),
    _rule("serial", "article equipment maker make brand model number identifier", "serial"),
    _rule("mac", "article equipment number identifier", "mac"),
    _rule("fcc_id", "article equipment number", "fcc_id"),
    _rule("origin", "article equipment number name", "origin"),
    _rule("category", "article equipment name", "category"),
    _rule("acquired_on", "article equipment", "acquired_on"),
    _rule("authorised_on", "article equipment", "authorised_on"),
    _rule("purpose", "article equipment", "purpose"),
    _rule("level", "number", "level"),
    _rule("line_no", "number article", "line_no"),
    # Order numbers: whoever calls them a part number, a seller gave them.
    _rule("seller number", "article part model identifier type", "description"),
    _rule("seller part", "article model identifier", "description"),
    _rule("seller article", "name", "description"),
    _rule("seller identifier", "", "description"),
    _rule("vendor number", "article equipment part model type", "description"),
    _rule("vendor part", "article equipment model type", "description"),
    _rule("vendor article", "equipment", "description", means="article"),
    _rule("vendor", "article equipment", "vendor", means="vendor"),
    _rule("vendor model", "article equipment", "part"),
    # A make and a model stand in one cell; "Manufacturer model" is what a maker calls it.
    _rule("make model", "article equipment number", "maker", "part"),
    _rule("make type", "article equipment number", "maker", "part"),
    _rule("brand model", "article equipment number", "brand", "part"),
    _rule("brand type", "article equipment number", "brand", "part"),
    _rule("maker model", "article equipment number type identifier series", "part"),
    _rule("maker type", "article equipment", "part"),
    *_rules_of_makers("maker", "maker"),
    *_rules_of_makers("make", "maker"),
    *_rules_of_makers("brand", "brand"),
    _rule("part", "article equipment model name number type identifier", "part"),
    _rule("model", "article equipment name number type identifier", "part"),
    _rule("type number", "article equipment", "part"),
    _rule("article number", "equipment", "part"),
    _rule("article name", "equipment", "description"),
    _rule("article type", "equipment", "category"),
    _rule("equipment type", "", "category"),
)


def meaning(words: Sequence[Word]) -> tuple[Role, ...]:
    """Return the roles that words have together as a heading; none where that is not sure."""
    said = [word for word in words if word.sense != "qualifier"]
    for telling in ("price", "quantity"):
        if any(word.sense == telling for word in said):
            return (_ALONE[telling],)
    senses = [word.sense for word in _by_meaning(said)]
    if (
        not senses
        or not ASTRAY.isdisjoint(senses)
        or (len(said) < len(words) and _VAGUE.issuperset(senses))
        or _loose(said)
    ):
        return ()
    known = None if "unknown" in senses else whole(" ".join(word.spelling for word in said))
    return _of_senses(senses) if known is None else known


def role_alone(word: Word) -> Role | None:
    """Return the role of a heading of one word; `None` where it has none."""
    return _ALONE.get(word.sense)


def vague(words: Sequence[Word]) -> bool:
    """Return whether words say no more than a number, a kind or a series of something."""
    return bool(words) and {word.sense for word in words} <= {"number", "type", "series"}


def means_thing(words: Sequence[Word]) -> bool:
    """Return whether words name a thing, or who made or sold it, and nobody and nothing else; so do no words at all."""
    senses = [word.sense for word in _by_meaning(words) if word.sense not in _PASSED_OVER]
    return ASTRAY.isdisjoint(senses) and (not words or not THINGS.isdisjoint(senses[:1]))


def confidential(words: Sequence[Word]) -> bool:
    """Return whether words tell of a person, a secret or a price."""
    return any(word.sense in _CONFIDENTIAL for word in words)


def _loose(words: Sequence[Word]) -> bool:
    """Whether an unknown word follows what is meant, as in "Fornecedor CNPJ": it may say what of it is asked."""
    senses = {word.sense for word in words}
    return "unknown" in senses and "link" not in senses and any(word.meant_first for word in words)


def _of_senses(senses: Sequence[str]) -> tuple[Role, ...]:
    if not _ASKED.isdisjoint(senses):
        senses = ["number" if sense == "line_no" else sense for sense in senses if sense != "name"]
    known = list(senses)
    while known[-1:] == ["unknown"]:
        known.pop()
    unknown = len(senses) - len(known)
    if unknown and (unknown > _MAX_UNKNOWN or _TELLING.isdisjoint(known[:1])):
        return ()
    kinds = frozenset(known)
    if len(kinds) == 1 and known[0] in _ALONE:
        return (_ALONE[known[0]],)
    return next((rule.roles for rule in _RULES if rule.holds(known[0], kinds)), ())


def _by_meaning(words: Sequence[Word]) -> list[Word]:
    """The words with what is meant first: as they stand in some languages, backwards in others, up to each "of"."""
    meant_first = any(word.meant_first for word in words)
    ordered: list[Word] = []
    stretch: list[Word] = []
    for word in (*words, LINK):
        if word.sense != "link":
            stretch.append(word)
            continue
        ordered += stretch if meant_first else reversed(stretch)
        stretch = []
    return ordered if not words or words[-1].sense != "link" else []
