"""Are two names one company's? The answer with what agreed, what was set aside and what spoke against it."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from vendorcheck.resolve.similar.alignment import COMMON, MIN_ALIKE, Alignment, Pair, align
from vendorcheck.resolve.similar.parsed import Name, NameWord, parse
from vendorcheck.resolve.similar.spelling import slip_of_the_hand, sound
from vendorcheck.resolve.similar.syllables import is_pinyin
from vendorcheck.resolve.words import frequency

Level = Literal["strong", "possible"]

#: How names are asked about: two that somebody put side by side, or one against a whole list, where chance is greater.
Setting = Literal["pair", "list"]


class NameComparison(NamedTuple):
    """How two names compare; `score` runs from 0 to 1 and only sorts."""

    level: Level | None
    score: float
    agreed: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    against: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing but a legal form and the like parts the two."""
        return self.score == 1.0

    @property
    def reasons(self) -> tuple[str, ...]:
        """Everything that was weighed, in words."""
        return (
            *(f"agrees: {reason}" for reason in self.agreed),
            *(f"set aside: {reason}" for reason in self.set_aside),
            *(f"against: {reason}" for reason in self.against),
        )


class _Doubt(NamedTuple):
    """A reason against, and whether names can still be one company's with it."""

    reason: str
    parts: bool


#: How much a word of a kind weighs in the score.
_WEIGHTS = {"distinctive": 3.0, "business": 1.0, "generic": 0.5, "place": 0.7, "country": 0.7, "number": 1.0}
_QUALITY = {"equal": 1.0, "written together": 0.97, "sounds alike": 0.92, "one letter": 0.88, "abbreviated": 0.9, "initials": 0.7}

#: Beside nothing else, so few letters are no name: "ABC" and "ABC International" are two firms.
MIN_ALONE = 4

#: From so many letters on, one letter that differs beside other agreement is a slip.
MIN_SURE_SLIP = 9

#: Shorter words, in letters, sound alike by chance, unless another word of their own agrees.
MIN_LONG = 6

#: From so many letters on, two romanisations of one sound are one word.
MIN_SURE_SOUND = 6

#: Names of words that any firm may use alone agree only where there are so many of them.
MIN_DESCRIBING = 3

#: Beside so many other words that agree, even one Chinese syllable in a list may be misspelt.
MANY = 3

#: Alone, a misspelt word of a list needs so many letters.
MIN_LONE = 7

#: Small words that, unlike articles, tell names apart: "Con Traffic" and "Pro Traffic".
_TELLING = frozenset(("with", "for", "by", "at", "on", "to", "from"))

#: Words for what a company is to others of its group: with one more of them it is another company.
_GROUP_WORDS = frozenset(("holding", "trust", "fund", "foundation", "leasing", "insurance", "bank", "capital"))


def compare_names(one: str, other: str) -> NameComparison:
    """Return whether two names may be one company's, how sure that is, and why."""
    return compare(parse(one), parse(other), "pair")


def compare(one: Name, other: Name, setting: Setting) -> NameComparison:
    """Return how two names compare; where one has a second name beside it, that is asked about as well."""
    best = _compare(one, other, setting)
    for kind, name, its in _second_names(one, other):
        second = _compare(name, its, setting)
        if second.level:
            doubted = _doubted(second, f"only the {kind} {name.text!r} agrees")
            best = max(best, doubted, key=lambda found: found.score)
    return best


def _second_names(one: Name, other: Name) -> Iterator[tuple[str, Name, Name]]:
    for this, that in ((one, other), (other, one)):
        for second in this.others:
            yield second.kind, parse(second.text), that


def _doubted(found: NameComparison, reason: str) -> NameComparison:
    return found._replace(level="possible", score=min(found.score, 0.75), against=(*found.against, reason))


def _compare(one: Name, other: Name, setting: Setting) -> NameComparison:
    if not one.words or not other.words:
        return NameComparison(None, 0.0, against=("a name without a word",))
    aligned = _alignment(one, other)
    doubts = tuple(_doubts(one, other, aligned, setting))
    level = _level(aligned, doubts)
    return NameComparison(
        level=level,
        score=_score(aligned, level, doubts),
        agreed=tuple(map(_told, aligned.pairs)),
        set_aside=_set_aside(one, other),
        against=tuple(doubt.reason for doubt in doubts),
    )


def _alignment(one: Name, other: Name) -> Alignment:
    if one.joined == other.joined:
        return Alignment((Pair("equal", one.words, other.words),), (), ())
    return align(one.words, other.words)


def _level(aligned: Alignment, doubts: Sequence[_Doubt]) -> Level | None:
    if any(doubt.parts for doubt in doubts):
        return None
    return "possible" if doubts else "strong"


def _doubts(one: Name, other: Name, aligned: Alignment, setting: Setting) -> Iterator[_Doubt]:
    yield from _of_the_core(one, other, aligned, setting)
    yield from _of_what_is_left(one, other, aligned, setting)
    yield from _of_small_words(one, other)
    yield from _of_forms(one, other, setting)
    yield from _of_pairs(aligned, setting)
    if setting == "pair":
        yield from _of_siblings(one, other, aligned)
    if setting == "list":
        yield from _of_chance(aligned)


def _of_the_core(one: Name, other: Name, aligned: Alignment, setting: Setting) -> Iterator[_Doubt]:
    """Without a word of their own, two names must agree in all their words, and those must be several."""
    if one.joined == other.joined or any(pair.is_distinctive for pair in aligned.pairs):
        return
    agreeing = sum(len(pair.ones) for pair in aligned.pairs)
    if aligned.left or aligned.right or not agreeing:
        yield _Doubt("no word of their own agrees", parts=True)
    elif agreeing < MIN_DESCRIBING or any(pair.how != "equal" for pair in aligned.pairs):
        yield _Doubt("only words that any firm may use agree", parts=setting == "list" or agreeing == 1)
    elif not _in_order(aligned):
        yield _Doubt("only words that any firm may use agree", parts=False)


def _in_order(aligned: Alignment) -> bool:
    return [pair.ones[0].key for pair in aligned.pairs] == [pair.others[0].key for pair in aligned.pairs]


def _of_what_is_left(one: Name, other: Name, aligned: Alignment, setting: Setting) -> Iterator[_Doubt]:
    left, right = aligned.left, aligned.right
    for kind, reason in _BOTH_SIDES:
        ones, others = _of_kind(left, kind), _of_kind(right, kind)
        if ones and others and not _compatible(ones, others):
            yield _Doubt(f"{reason}: {_said(ones)} and {_said(others)}", parts=True)
    for mine, others in ((left, right), (right, left)):
        for word in mine:
            yield from _of_one_side(word, others, one, other, aligned, setting)


_BOTH_SIDES = (
    ("distinctive", "the names differ"),
    ("number", "the numbers differ"),
    ("country", "the countries differ"),
    ("place", "the places differ"),
    ("business", "the business differs"),
    ("generic", "they are named for different things"),
)


def _of_kind(words: Sequence[NameWord], kind: str) -> list[NameWord]:
    return [word for word in words if word.kind == kind]


def _compatible(ones: Sequence[NameWord], others: Sequence[NameWord]) -> bool:
    """Whether one side's words may lie in the other's."""
    return any(one.home == other.key or other.home == one.key for one in ones for other in others if one.home != other.home)


def _of_one_side(
    word: NameWord, others: Sequence[NameWord], one: Name, other: Name, aligned: Alignment, setting: Setting
) -> Iterator[_Doubt]:
    alone = f"only one has {word.raw!r}"
    match word.kind:
        case "distinctive":
            yield _Doubt(alone, parts=not word.aside)
        case "number":
            yield _Doubt(f"{alone}, a number", parts=setting == "pair")
        case "country":
            both = bool(one.forms and other.forms) and setting == "pair"
            yield _Doubt(f"{alone}, a country: an affiliate to check" if both else f"{alone}, a country", parts=both)
        case "place":
            yield _Doubt(f"{alone}, a place", parts=bool(_of_kind(others, "business")))
        case "business":
            parts = _short_core(aligned) or bool(_of_kind(others, "generic"))
            parts = parts or (setting == "pair" and word.key in _GROUP_WORDS)
            yield _Doubt(f"{alone}, a business", parts=parts)
        case "generic":
            parts = _short_core(aligned) or (setting == "pair" and word.key in _GROUP_WORDS)
            yield _Doubt(f"{alone}, a word that any firm may use", parts=parts)


def _of_small_words(one: Name, other: Name) -> Iterator[_Doubt]:
    ones, others = ({word.key for word in name.words if word.key in _TELLING} for name in (one, other))
    if ones and others and not ones & others:
        yield _Doubt(f"the names differ: {min(ones)!r} and {min(others)!r}", parts=True)


def _short_core(aligned: Alignment) -> bool:
    """Whether all that agrees is a few letters."""
    return sum(len(word.raw) for pair in aligned.pairs for word in pair.ones if pair.is_distinctive) < MIN_ALONE


def _of_forms(one: Name, other: Name, setting: Setting) -> Iterator[_Doubt]:
    ones = [form for form in one.forms if form.countries]
    others = [form for form in other.forms if form.countries]
    if not ones or not others:
        return
    if not any(mine.countries & its.countries for mine in ones for its in others):
        reason = f"the legal forms are of different countries: {ones[0].name} and {others[0].name}"
        yield _Doubt(reason, parts=setting == "pair")
    elif not {form.name for form in ones} & {form.name for form in others}:
        yield _Doubt(f"the legal forms differ: {ones[0].name} and {others[0].name}", parts=False)


def _of_siblings(one: Name, other: Name, aligned: Alignment) -> Iterator[_Doubt]:
    """A name with a word more is another company of the group where its legal form or its spelling differs as well."""
    left = [word for word in (*aligned.left, *aligned.right) if word.kind in ("business", "generic", "place")]
    if not left:
        return
    ones, others = {form.name for form in one.forms}, {form.name for form in other.forms}
    lawful = any(form.countries for form in (*one.forms, *other.forms))
    if ones and others and lawful and not ones & others:
        yield _Doubt(f"a legal form of its own with {_said(left)}: another company of the group", parts=True)
    elif any(pair.how in ("one letter", "sounds alike") for pair in aligned.pairs):
        yield _Doubt(f"a word differs, and only one has {_said(left)}", parts=True)


def _of_chance(aligned: Alignment) -> Iterator[_Doubt]:
    """In a long list some name is always like another: one word that is nearly another, and nothing else, is chance."""
    own = [pair for pair in aligned.pairs if pair.is_distinctive]
    left = any(word.kind in ("business", "generic") for word in (*aligned.left, *aligned.right))
    if len(own) != 1 or own[0].how in ("written together", "initials"):
        return
    one, other = own[0].ones[0].letters, own[0].others[0].letters
    if own[0].how == "equal":
        if left and max(frequency(one), frequency(other)) >= COMMON:
            yield _Doubt(f"many firms are called {one!r}", parts=True)
    elif left or (len(aligned.pairs) == 1 and min(len(one), len(other)) < MIN_LONE):
        yield _Doubt("one word that is nearly another is chance in a long list", parts=True)


def _of_pairs(aligned: Alignment, setting: Setting) -> Iterator[_Doubt]:
    exact = [pair for pair in aligned.pairs if pair.how in ("equal", "written together")]
    alike = [pair for pair in aligned.pairs if pair.how in ("one letter", "sounds alike")]
    for pair in aligned.pairs:
        match pair.how:
            case "initials":
                yield _Doubt("initials may stand for other words", parts=False)
            case "one letter":
                yield from _of_a_letter(pair, exact, alike, setting)
            case "sounds alike":
                yield from _of_a_sound(pair, exact, alike, setting)


def _of_a_letter(pair: Pair, exact: Sequence[Pair], alike: Sequence[Pair], setting: Setting) -> Iterator[_Doubt]:
    one, other = pair.ones[0], pair.others[0]
    shorter = min(len(one.letters), len(other.letters))
    chinese = one.kind == other.kind and is_pinyin(one.letters) and is_pinyin(other.letters)
    if chinese and (setting == "pair" or len(exact) < MANY):
        yield _Doubt(f"{one.raw!r} and {other.raw!r} are different Chinese syllables", parts=True)
    elif shorter < MIN_ALIKE and not exact:
        yield _Doubt(f"{one.raw!r} and {other.raw!r} are too short to be one misspelt", parts=True)
    elif not exact or len(alike) > 1 or not _sure_slip(one.letters, other.letters):
        yield _Doubt(f"{one.raw!r} and {other.raw!r} differ by a letter", parts=False)


def _sure_slip(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= MIN_SURE_SLIP or (shorter >= MIN_SURE_SOUND and slip_of_the_hand(one, other))


def _of_a_sound(pair: Pair, exact: Sequence[Pair], alike: Sequence[Pair], setting: Setting) -> Iterator[_Doubt]:
    one, other = pair.ones[0], pair.others[0]
    shorter, longer = sorted((len(one.letters), len(other.letters)))
    enough = MIN_ALIKE if setting == "pair" else MIN_LONG
    others = [each for each in alike if each is not pair and min(len(each.ones[0].letters), len(each.others[0].letters)) >= MIN_SURE_SOUND]
    if longer < enough and not _own_agrees([*exact, *others]):
        yield _Doubt(f"{one.raw!r} and {other.raw!r} are too short to be told apart by their sound", parts=True)
    elif shorter < MIN_SURE_SOUND or sound(one.letters) != sound(other.letters) or (len(alike) > 1 and not exact):
        yield _Doubt(f"{one.raw!r} and {other.raw!r} only sound alike", parts=False)


def _own_agrees(exact: Sequence[Pair]) -> bool:
    return any(pair.is_distinctive for pair in exact)


def _score(aligned: Alignment, level: Level | None, doubts: Sequence[_Doubt]) -> float:
    agreed = sum(_QUALITY[pair.how] * (_weight(pair.ones) + _weight(pair.others)) for pair in aligned.pairs)
    whole = sum(_weight(pair.ones) + _weight(pair.others) for pair in aligned.pairs)
    whole += _weight(aligned.left) + _weight(aligned.right)
    share = agreed / whole if whole else 0.0
    match level:
        case "strong":
            return round(0.8 + 0.2 * share, 4)
        case "possible":
            return round(0.5 + 0.29 * share, 4)
    return round(0.49 * share / (1 + sum(doubt.parts for doubt in doubts)), 4)


def _weight(words: Sequence[NameWord]) -> float:
    return sum(_WEIGHTS.get(word.kind, 0.0) * (1.0 if word.kind != "distinctive" else _rarity(word.raw)) for word in words)


def _rarity(word: str) -> float:
    return 1.0 / (1.0 + frequency(word) / 50)


def _told(pair: Pair) -> str:
    ones, others = _said(pair.ones), _said(pair.others)
    return ones if pair.how == "equal" and ones == others else f"{ones} and {others}, {pair.how}"


def _said(words: Sequence[NameWord]) -> str:
    return repr(" ".join(word.raw for word in words))


def _set_aside(one: Name, other: Name) -> tuple[str, ...]:
    notes = []
    for name in (one, other):
        notes += [f"legal form {form.name!r}" for form in name.forms]
        notes += [f"{note!r} beside the name" for note in name.set_aside]
        if name.branch:
            notes.append(f"branch {name.branch!r}")
    return tuple(dict.fromkeys(notes))
