"""Doubts about words that agree without being equal."""

from collections.abc import Iterator

from vendorcheck.resolve.similar.alignment import MIN_ALIKE, MIN_MISSPELT, Pair
from vendorcheck.resolve.similar.pairing import Compared, Doubt
from vendorcheck.resolve.similar.spelling import slip_of_the_hand, sound
from vendorcheck.resolve.similar.syllables import is_pinyin
from vendorcheck.resolve.words import frequency

#: From so many letters on, one letter that differs beside other agreement is a slip.
MIN_SURE_SLIP = 9

#: From so many letters on, two romanisations of one sound are one word; shorter words sound alike by chance.
MIN_SURE_SOUND = 6

#: Beside so many other words that agree, even one Chinese syllable in a list may be misspelt.
MANY = 3

#: Alone, a misspelt word of a list needs so many letters.
MIN_LONE = 6

#: A word that so many of the counted companies have is no name by itself.
MANY_FIRMS = 12


def doubts_of_likeness(compared: Compared) -> Iterator[Doubt]:
    """Yield what speaks against the pairs of words that are not equal."""
    for pair in compared.aligned.pairs:
        match pair.how:
            case "initials":
                yield Doubt("initials may stand for other words", parts=False)
            case "one letter":
                yield from _of_a_letter(pair, compared)
            case "sounds alike":
                yield from _of_a_sound(pair, compared)
    if compared.is_of_a_list:
        yield from _of_chance(compared)


def _of_a_letter(pair: Pair, compared: Compared) -> Iterator[Doubt]:
    one, other = pair.ones[0], pair.others[0]
    both = f"{one.raw!r} and {other.raw!r}"
    if _are_syllables(pair, compared):
        yield Doubt(f"{both} are different Chinese syllables", parts=True)
    elif _shorter(pair) < MIN_ALIKE and not compared.exact:
        yield Doubt(f"{both} are too short to be one misspelt", parts=True)
    elif not compared.exact or len(compared.alike) > 1 or not _is_sure_slip(pair):
        yield Doubt(f"{both} differ by a letter", parts=False)


def _are_syllables(pair: Pair, compared: Compared) -> bool:
    """Whether two names are Chinese in all their own words, and not enough else agrees to say that one is misspelt."""
    one, other = pair.ones[0], pair.others[0]
    if one.kind != other.kind or not (is_pinyin(one.letters) and is_pinyin(other.letters)):
        return False
    if compared.is_of_a_list and len(compared.exact) >= MANY:
        return False
    own = [word for name in (compared.one, compared.other) for word in name.words if word.kind == "distinctive"]
    return all(is_pinyin(word.letters) for word in own)


def _is_sure_slip(pair: Pair) -> bool:
    one, other = pair.ones[0].letters, pair.others[0].letters
    return _shorter(pair) >= MIN_SURE_SLIP or (_shorter(pair) >= MIN_SURE_SOUND and slip_of_the_hand(one, other))


def _of_a_sound(pair: Pair, compared: Compared) -> Iterator[Doubt]:
    one, other = pair.ones[0], pair.others[0]
    both = f"{one.raw!r} and {other.raw!r}"
    enough = MIN_SURE_SOUND if compared.is_of_a_list else MIN_ALIKE
    if _are_syllables(pair, compared):
        yield Doubt(f"{both} are different Chinese syllables", parts=True)
    elif max(len(one.letters), len(other.letters)) < enough and not _another_agrees(pair, compared):
        yield Doubt(f"{both} are too short to be told apart by their sound", parts=True)
    elif _shorter(pair) < MIN_SURE_SOUND or sound(one.letters) != sound(other.letters) or not compared.exact:
        yield Doubt(f"{both} only sound alike", parts=False)


def _another_agrees(pair: Pair, compared: Compared) -> bool:
    """Whether another word of their own agrees, or sounds alike and is long enough; or the business of the two does."""
    long = [other for other in compared.alike if other is not pair and _shorter(other) >= MIN_SURE_SOUND]
    if any(other.is_distinctive for other in (*compared.exact, *long)):
        return True
    one, other = pair.ones[0].letters, pair.others[0].letters
    same_business = any(each.ones[0].kind == "business" for each in compared.exact)
    return same_business and _shorter(pair) >= MIN_MISSPELT and sound(one) == sound(other)


def _of_chance(compared: Compared) -> Iterator[Doubt]:
    """In a long list some name is always like another: one word that is nearly another, and nothing else, is chance."""
    own = [pair for pair in compared.aligned.pairs if pair.is_distinctive]
    if len(own) != 1 or own[0].how in ("written together", "initials"):
        return
    left = any(word.kind in ("business", "generic") for word in compared.left)
    word = own[0].ones[0].letters
    if own[0].how == "equal":
        if left and frequency(word) >= MANY_FIRMS:
            yield Doubt(f"many firms are called {word!r}", parts=True)
        elif len(word) < MIN_SURE_SOUND and len(compared.left) >= MANY and len(compared.aligned.pairs) == 1:
            yield Doubt(f"of all words only the short {word!r} agrees", parts=True)
    elif left or (len(compared.aligned.pairs) == 1 and _shorter(own[0]) < MIN_LONE):
        yield Doubt("one word that is nearly another is chance in a long list", parts=True)


def _shorter(pair: Pair) -> int:
    """The letters of the shorter of two words."""
    return min(len(pair.ones[0].letters), len(pair.others[0].letters))
