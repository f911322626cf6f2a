"""Variants of a name that change letters: typing, reading, scripts and accents. None where a kind does not apply."""

import re
import string
from random import Random

from names.words import ENGLISH, distinctive, folded, is_common

LONG = 7
LOOK_ALIKE = dict(zip("AaBCcEeHIiKMOoPpTXxySs", "АаВСсЕеНІіКМОоРрТХхуЅѕ", strict=True))
ACCENTED = dict(zip("aeiounscyz", "áéíóúñščýž", strict=True))
UMLAUT = dict(zip("aeiou", "äëïöü", strict=True))
READ_AS = dict(zip("OoIlSBZ", "0011582", strict=True))
_WORD = re.compile(r"[^\W\d_]+")

# Longest first. One romanisation of Cyrillic, turned around; what it leaves open (й after y) does not matter here.
_TO_CYRILLIC = [
    ("eksport", "экспорт"), ("export", "экспорт"), ("elektr", "электр"), ("iya", "ия"), ("shch", "щ"),
    ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ya", "я"),
    ("yo", "ё"), ("iy", "ий"), ("yy", "ый"), ("ay", "ай"), ("ey", "ей"), ("oy", "ой"), ("ks", "кс"), ("x", "кс"),
    *zip("abvgdezijklmnoprstufhcy", "абвгдезийклмнопрстуфхцы", strict=True),
]  # fmt: skip
_FORMS_IN_CYRILLIC = {"ooo": "ООО", "oao": "ОАО", "zao": "ЗАО", "pao": "ПАО", "ao": "АО", "llc": "ООО", "jsc": "АО"}


def typo(rng: Random, name: str) -> str | None:
    """Return the name with one letter of a long distinctive word left out, doubled, exchanged or transposed."""
    spot = _long_word(rng, name)
    if spot is None:
        return None
    at = rng.randrange(spot[0] + 1, spot[1] - 1)
    letter = rng.choice(string.ascii_uppercase if name[at].isupper() else string.ascii_lowercase)
    made = (
        name[:at] + name[at + 1 :],
        name[:at] + name[at] + name[at:],
        name[:at] + letter + name[at + 1 :],
        name[:at] + name[at + 1] + name[at] + name[at + 2 :],
    )
    return rng.choice(made)


def misread(rng: Random, name: str) -> str | None:
    """Return the name with one letter of a long distinctive word read as a digit."""
    spot = _long_word(rng, name)
    places = [at for at in range(*spot) if name[at] in READ_AS] if spot else []
    return _exchanged(name, [rng.choice(places)], READ_AS) if places else None


def look_alike(rng: Random, name: str) -> str | None:
    """Return the name with one to three letters of another script that look the same."""
    places = [at for at, letter in enumerate(name) if letter in LOOK_ALIKE]
    return _exchanged(name, rng.sample(places, min(len(places), rng.randint(1, 3))), LOOK_ALIKE) if places else None


def accents(rng: Random, name: str) -> str | None:
    """Return the name with accents on one or two letters of its distinctive words."""
    table = rng.choice((ACCENTED, UMLAUT))
    places = [
        at
        for word in _WORD.finditer(name)
        if not is_common(folded(word.group()))
        for at in range(*word.span())
        if name[at].lower() in table
    ]
    chosen = rng.sample(places, min(len(places), rng.randint(1, 2)))
    both = table | {small.upper(): accented.upper() for small, accented in table.items()}
    return _exchanged(name, chosen, both) if chosen else None


def full_width(_: Random, name: str) -> str | None:
    """Return the name in full-width forms."""
    if not name.isascii():
        return None
    return "".join("\u3000" if letter == " " else chr(ord(letter) + 0xFEE0) for letter in name)


def case(rng: Random, name: str) -> str | None:
    """Return the name in other capitals."""
    made = rng.choice((name.lower(), name.title() if name.isupper() else name.upper(), name.swapcase()))
    return None if made == name else made


def cyrillic(_: Random, name: str) -> str | None:
    """Return a romanised Russian name in Cyrillic letters, if none of its words is an English one."""
    words = [word.strip(".,") for word in folded(name).split()]
    if not name.isascii() or not any(map(_russian, words)) or any(map(_english, words)):
        return None
    return " ".join(_FORMS_IN_CYRILLIC.get(word, _in_cyrillic(word)) for word in words)


def _in_cyrillic(word: str) -> str:
    out, rest = "", word
    while rest:
        pair = next(((latin, own) for latin, own in _TO_CYRILLIC if rest.startswith(latin)), (rest[0], rest[0]))
        out += pair[1]
        rest = rest[len(pair[0]) :]
    return out.title()


def _russian(word: str) -> bool:
    endings = (
        "sk",
        "skiy",
        "skii",
        "ov",
        "ev",
        "prom",
        "mash",
        "stroy",
        "neft",
        "neftegaz",
        "trans",
        "zavod",
        "eksport",
    )
    return word.endswith(endings) and word != "trans"


def _english(word: str) -> bool:
    if word in _FORMS_IN_CYRILLIC or word in {"zavod", "kombinat", "institut", "i"}:
        return False
    return is_common(word) or word in ENGLISH or not word.replace("-", "").isalpha() or bool(re.search("[cqw]", word))


def _long_word(rng: Random, name: str) -> tuple[int, int] | None:
    own = set(distinctive(name))
    spots = [
        word.span()
        for word in _WORD.finditer(name)
        if len(word.group()) >= LONG and word.group().isascii() and word.group().casefold() in own
    ]
    return rng.choice(spots) if spots else None


def _exchanged(name: str, places: list[int], table: dict[str, str]) -> str:
    letters = list(name)
    for at in places:
        letters[at] = table[letters[at]]
    return "".join(letters)
