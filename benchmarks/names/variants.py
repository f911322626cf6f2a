"""Makes variants of listed names, each with the party it should find; the same ones for the same lists and seed.

Run from `benchmarks`: `python -m names.variants` prints how many of each kind, and the digest of all.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from names import by_letter, by_note, by_sound, by_word
from names.corpus import corpus
from names.csl import Party, digest, parties_of
from names.words import distinctive, normal

SEED = "vendorcheck-variants-1"
AFFILIATE = "affiliate"
UNLISTED_SCRIPT = "native-script-unlisted"
APART = (AFFILIATE, UNLISTED_SCRIPT)
"""Kinds that no recall counts: an affiliate is another company, and some names the list has in no script of theirs."""

SAME_LETTERS = {"upper-lower", "full-width", "accents", "look-alike-letters", "acronym-dots", "glued", "split"}
"""Kinds whose variants may agree with a listed name in letters and digits: the difference is elsewhere."""

Make = Callable[[Random, str, str | None], str | None]


class Variant(NamedTuple):
    """A name as it might be typed, its kind, the listed name it was made of, its party, and `dev` or `held`."""

    text: str
    kind: str
    made_of: str
    key: str
    half: str


def _of_name(make: Callable[[Random, str], str | None]) -> Make:
    return lambda rng, name, _: make(rng, name)


KINDS: dict[str, tuple[int, Make]] = {
    "typo-long-word": (100, _of_name(by_letter.typo)),
    "ocr-digit": (60, _of_name(by_letter.misread)),
    "look-alike-letters": (70, _of_name(by_letter.look_alike)),
    "accents": (60, _of_name(by_letter.accents)),
    "full-width": (50, _of_name(by_letter.full_width)),
    "upper-lower": (60, _of_name(by_letter.case)),
    "cyrillic-script": (50, _of_name(by_letter.cyrillic)),
    "legal-form-dropped": (90, _of_name(by_word.form_dropped)),
    "legal-form-changed": (90, _of_name(by_word.form_changed)),
    "place-dropped": (80, _of_name(by_word.place_dropped)),
    "country-dropped": (60, _of_name(by_word.country_dropped)),
    "word-order": (90, _of_name(by_word.reordered)),
    "abbreviation": (90, _of_name(by_word.abbreviated)),
    "glued": (70, _of_name(by_word.glued)),
    "split": (70, _of_name(by_word.split)),
    "generic-added": (70, _of_name(by_word.generic_added)),
    "generic-dropped": (70, _of_name(by_word.generic_dropped)),
    "singular-plural": (40, _of_name(by_word.plural)),
    "acronym-dots": (50, _of_name(by_word.dotted)),
    "and-word": (40, _of_name(by_word.and_word)),
    "number-written": (30, _of_name(by_word.number_written)),
    "romanisation": (130, by_sound.romanised),
    "wade-giles": (30, by_sound.wade_giles),
    "branch": (70, _of_name(by_note.branch)),
    "label-or-address": (60, _of_name(by_note.noted)),
    "former-name": (40, _of_name(by_note.former)),
    AFFILIATE: (60, _of_name(by_note.affiliate)),
}


def variants_of(parties: list[Party]) -> list[Variant]:
    """Return the variants of every kind, fewer where the list gives no more, in an order that the seed decides."""
    owners = {normal(name): party.key for party in parties for name in party.names}
    made = [
        one
        for kind, (wanted, make) in KINDS.items()
        for one in _of_kind(kind, wanted, make, parties=parties, owners=owners)
    ]
    return made + list(_native(parties, owners))


def _of_kind(kind: str, wanted: int, make: Make, *, parties: list[Party], owners: dict[str, str]) -> Iterator[Variant]:
    rng = Random(f"{SEED} {kind}")  # noqa: S311 - seeded so that it can be made again
    for party in rng.sample(parties, len(parties)):
        name = party.name if rng.random() < 2 / 3 else rng.choice(party.names)
        text = make(rng, name, party.country) if _is_fit(name) else None
        if text and text != name and _is_its_own(kind, text, party.key, owners):
            yield Variant(text, kind, name, party.key, rng.choice(("dev", "held")))
            wanted -= 1
        if not wanted:
            return


def _is_fit(name: str) -> bool:
    """A name that says something: a distinctive word of four letters, no remark of the list, no broken letters."""
    said = any(len(word) > 3 and word.isalpha() for word in distinctive(name))  # noqa: PLR2004
    return said and not any(mark in name for mark in "?;:()") and "successor" not in name


def _is_its_own(kind: str, text: str, key: str, owners: dict[str, str]) -> bool:
    owner = owners.get(normal(text))
    return owner is None or (owner == key and kind in SAME_LETTERS)


def _native(parties: list[Party], owners: dict[str, str]) -> Iterator[Variant]:
    """Names in their own script, written by hand; apart where the list has no name of the party in that script."""
    rng = Random(f"{SEED} native")  # noqa: S311 - seeded so that it can be made again
    scripted = {party.key for party in parties if any(_is_native(name) for name in party.names)}
    for latin, own in by_sound.NATIVE.items():
        key = owners.get(normal(latin))
        if key:
            kind = "native-script" if key in scripted else UNLISTED_SCRIPT
            yield Variant(own, kind, latin, key, rng.choice(("dev", "held")))


def _is_native(name: str) -> bool:
    return sum(letter > "\u02ff" for letter in name) > len(name) // 2


def main() -> None:
    """Print how many variants of each kind are made, and their digest."""
    made = variants_of(parties_of(corpus()))
    for kind, number in Counter(one.kind for one in made).items():
        print(f"{kind}: {number}")
    lines = ("\t".join(one) for one in made)
    print(f"{len(made)} variants, sha256 {digest(lines)}")


if __name__ == "__main__":
    main()
