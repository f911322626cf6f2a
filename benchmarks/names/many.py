"""Makes a list of any size out of a smaller one, by variation that is said here.

Each new name is a listed one in which every distinctive word is exchanged, with a probability of .8: half of the time
for a distinctive word of another name (so frequent words stay frequent), half of the time for a new word, the front of
one listed word joined to the back of another (so the vocabulary grows as lists do). Business words, places, countries
and legal forms stay, so that what names share is what names of firms share.

Run from `benchmarks`: `python -m names.many 250000` prints the digest.
"""

import re
import sys
from random import Random

from names.corpus import corpus
from names.csl import Party, digest, pairs_of, parties_of
from names.words import distinctive, folded, is_common, normal

SEED = "vendorcheck-many-1"
CHANGED = 0.8
SHORTEST = 5
_WORD = re.compile(r"[^\W\d_]{3,}")

Names = list[tuple[str, str, str | None]]


def many_names(parties: list[Party], size: int) -> Names:
    """Return the names of the list, then made ones until there are `size`, each with a party of its own."""
    names = pairs_of(parties)
    rng = Random(SEED)  # noqa: S311 - seeded so that it can be made again
    sources = [(name, country) for name, _, country in names if name.isascii()]
    words = [word for name, _ in sources for word in distinctive(name) if len(word) >= SHORTEST and word.isalpha()]
    seen = {normal(name) for name, _, _ in names}
    made: Names = []
    while len(names) + len(made) < size:
        source, country = rng.choice(sources)
        name = _WORD.sub(lambda word: _other(rng, word.group(), words), source)
        if normal(name) not in seen:
            seen.add(normal(name))
            made.append((name, f"m{len(made):06}", country))
    return names + made


def _other(rng: Random, word: str, words: list[str]) -> str:
    if is_common(folded(word)) or rng.random() > CHANGED:
        return word
    new = rng.choice(words) if rng.random() < 0.5 else _joined(rng, words)  # noqa: PLR2004
    return new.upper() if word.isupper() else new.title() if word[0].isupper() else new


def _joined(rng: Random, words: list[str]) -> str:
    front, back = rng.choice(words), rng.choice(words)
    return front[: (len(front) + 1) // 2] + back[len(back) // 2 :]


def main() -> None:
    """Print the digest of a list of the size asked for."""
    names = many_names(parties_of(corpus()), int(sys.argv[1]))
    print(f"{len(names)} names, sha256 {digest(name for name, _, _ in names)}")


if __name__ == "__main__":
    main()
