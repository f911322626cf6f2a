"""Doubts about what is left over once two names are laid side by side, and about their legal forms."""

from collections.abc import Iterable, Iterator, Sequence

from vendorcheck.resolve.similar.pairing import Compared, Doubt, of_kind, said
from vendorcheck.resolve.similar.pieces import NameWord

#: Beside nothing else, so few letters are no name: "ABC" and "ABC International" are two firms.
MIN_ALONE = 4

#: Names of words that any firm may use alone agree only where there are so many of them; surely where many.
MIN_DESCRIBING, MANY_DESCRIBING = 2, 3

#: What describes a firm without naming it; and what one of two names without a word of their own may lack.
_DESCRIBING = ("business", "place", "country", "number")
_MAY_BE_MISSING = ("generic", "country", "form")

#: Small words that, unlike articles, tell names apart: "Con Traffic" and "Pro Traffic".
_TELLING = frozenset(("with", "for", "by", "at", "on", "to", "from"))

#: Words for what a company is to others of its group: with one more of them it is another company.
_GROUP_WORDS = frozenset(("holding", "trust", "fund", "foundation", "leasing", "insurance", "bank", "capital"))

#: Kinds of which two names may not have different words left over.
_BOTH_SIDES = (
    ("distinctive", "the names differ"),
    ("number", "the numbers differ"),
    ("country", "the countries differ"),
    ("place", "the places differ"),
    ("business", "the business differs"),
    ("generic", "they are named for different things"),
)


def doubts_of_leftovers(compared: Compared) -> Iterator[Doubt]:
    """Yield what speaks against two names in the words that do not agree, and in their legal forms."""
    yield from _of_the_core(compared)
    yield from _of_both_sides(compared)
    for mine, theirs in (
        (compared.aligned.left, compared.aligned.right),
        (compared.aligned.right, compared.aligned.left),
    ):
        for word in mine:
            yield from _of_one_side(word, theirs, compared)
    yield from _of_small_words(compared)
    yield from _of_forms(compared)
    if not compared.is_of_a_list:
        yield from _of_siblings(compared)


def _of_the_core(compared: Compared) -> Iterator[Doubt]:
    """Without a word of their own, two names must agree in all that describes them, and that must be several words."""
    pairs = compared.aligned.pairs
    if compared.one.joined == compared.other.joined or any(pair.is_distinctive for pair in pairs):
        return
    agreeing = [word for pair in pairs for word in pair.ones]
    missing = any(word.kind not in _MAY_BE_MISSING for word in compared.left)
    if missing or len(agreeing) < MIN_DESCRIBING or (compared.left and not _are_telling(agreeing)):
        yield Doubt("no word of their own agrees", parts=True)
    else:
        exactly = len(agreeing) >= MANY_DESCRIBING and not compared.left and not compared.alike
        in_order = [pair.ones[0].key for pair in pairs] == [pair.others[0].key for pair in pairs]
        if not (exactly and in_order):
            yield Doubt("only words that any firm may use agree", parts=False)


def _are_telling(words: Sequence[NameWord]) -> bool:
    """Whether words that any firm may use are so many, or one of them a place, that they tell a firm."""
    describing = [word for word in words if word.kind in _DESCRIBING]
    placed = any(word.kind in ("place", "country") for word in describing)
    return len(describing) >= MANY_DESCRIBING or (placed and len(describing) >= MIN_DESCRIBING)


def _of_both_sides(compared: Compared) -> Iterator[Doubt]:
    for kind, reason in _BOTH_SIDES:
        ones, others = of_kind(compared.aligned.left, kind), of_kind(compared.aligned.right, kind)
        if ones and others:
            yield Doubt(f"{reason}: {said(ones)} and {said(others)}", parts=True)


def _of_one_side(word: NameWord, theirs: Sequence[NameWord], compared: Compared) -> Iterator[Doubt]:
    alone = f"only one has {word.raw!r}"
    of_group = word.key in _GROUP_WORDS and not compared.is_of_a_list
    match word.kind:
        case "distinctive":
            yield Doubt(alone, parts=not word.aside)
        case "number":
            yield Doubt(f"{alone}, a number", parts=not compared.is_of_a_list)
        case "country":
            formed = bool(compared.one.forms and compared.other.forms)
            parts = formed and not compared.is_of_a_list
            yield Doubt(f"{alone}, a country: an affiliate to check" if formed else f"{alone}, a country", parts=parts)
        case "place":
            yield Doubt(f"{alone}, a place", parts=bool(of_kind(theirs, "business")))
        case "business":
            parts = of_group or _is_short(compared) or bool(of_kind(theirs, "generic"))
            yield Doubt(f"{alone}, a business", parts=parts)
        case "form":
            yield Doubt(f"{alone}, a legal form out of its place", parts=False)
        case "generic":
            yield Doubt(f"{alone}, a word that any firm may use", parts=of_group or _is_short(compared))


def _is_short(compared: Compared) -> bool:
    """Whether all of their own that agrees is a few letters; in a list, all that agrees."""
    pairs = [pair for pair in compared.aligned.pairs if pair.is_distinctive]
    agreeing = compared.aligned.pairs if pairs and compared.is_of_a_list else pairs
    return (
        bool(pairs) and min(_size(pair.ones for pair in agreeing), _size(pair.others for pair in agreeing)) < MIN_ALONE
    )


def _size(groups: Iterable[Sequence[NameWord]]) -> int:
    return sum(len(word.raw) for words in groups for word in words)


def _of_small_words(compared: Compared) -> Iterator[Doubt]:
    ones, others = ({word.key for word in name.words} & _TELLING for name in (compared.one, compared.other))
    if ones and others and ones.isdisjoint(others):
        yield Doubt(f"the names differ: {min(ones)!r} and {min(others)!r}", parts=True)


def _of_forms(compared: Compared) -> Iterator[Doubt]:
    ones, others = ([form for form in name.forms if form.countries] for name in (compared.one, compared.other))
    if not ones or not others:
        return
    both = f"{ones[0].name} and {others[0].name}"
    if not any(mine.countries & its.countries for mine in ones for its in others):
        yield Doubt(f"the legal forms are of different countries: {both}", parts=not compared.is_of_a_list)
    elif {form.name for form in ones}.isdisjoint(form.name for form in others):
        yield Doubt(f"the legal forms differ: {both}", parts=False)


def _of_siblings(compared: Compared) -> Iterator[Doubt]:
    """A name with a word more is another company of the group where its legal form or its spelling differs as well."""
    left = [word for word in compared.left if word.kind in ("business", "generic", "place")]
    if not left:
        return
    ones, others = ({form.name for form in name.forms} for name in (compared.one, compared.other))
    of_a_country = any(form.countries for form in (*compared.one.forms, *compared.other.forms))
    if ones and others and of_a_country and ones.isdisjoint(others):
        yield Doubt(f"a legal form of its own with {said(left)}: another company of the group", parts=True)
    elif compared.alike:
        yield Doubt(f"a word differs, and only one has {said(left)}", parts=True)
