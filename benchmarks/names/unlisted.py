"""Real firms that no list names: registrants of network card addresses, which a search should leave alone.

Run from `benchmarks`: `python -m names.unlisted` prints how many there are, and their digest.
"""

import csv
import zlib
from pathlib import Path
from random import Random

from names.corpus import corpus
from names.csl import Party, digest, parties_of
from names.words import distinctive, normal, words_of, words_set

SEED = "vendorcheck-unlisted-1"
REGISTRANTS = Path("inputs") / "camera_inventories" / "ieee-data__oui.csv"
PRIVATE = "private"
HOUSES = words_set(
    """huawei hisilicon hikvision ezviz dahua hytera dji autel inspur sugon dawning quectel uniview megvii sensetime
    iflytek yitu cetc casic norinco avic cambricon hesai tiandy nuctech fiberhome gowin pantum ninestar bgi phytium
    loongson kaspersky zhongtian hengtong panda"""
)
"""Brands of listed houses with many firms: a registrant with one of them may be listed under another name."""
OWN_WORDS = 2


def firms_of(folder: Path, parties: list[Party]) -> list[str]:
    """Return the registrants that are no listed party, in an order that the seed decides.

    Only names whose CRC-32 is odd: the even half is left to whoever makes a table of word frequencies. Left out as
    listed, or as an affiliate of a listed party: a firm that agrees with a listed name in all letters and digits, in
    its distinctive words in any order (written together or apart), or that bears one of the brands of listed houses.
    """
    with (folder / REGISTRANTS).open(encoding="utf-8", newline="") as file:
        names = {row["Organization Name"].strip() for row in csv.DictReader(file)}
    firms = sorted(name for name in names if zlib.crc32(name.encode()) & 1 and len(normal(name)) >= OWN_WORDS)
    listed = _Listed(parties)
    kept = [name for name in firms if name.casefold() != PRIVATE and not listed.holds(name)]
    Random(SEED).shuffle(kept)  # noqa: S311 - seeded so that it can be made again
    return kept


class _Listed:
    """What makes a name one of the list, or too near to one to be called a stranger."""

    def __init__(self, parties: list[Party]) -> None:
        names = [name for party in parties for name in party.names]
        self._whole = {normal(name) for name in names}
        own = [distinctive(name) for name in names]
        self._sets = {frozenset(words) for words in own if words}
        self._glued = {"".join(words) for words in own if words}

    def holds(self, name: str) -> bool:
        """Return whether a name is listed by this measure."""
        own = distinctive(name)
        if normal(name) in self._whole or (own and (frozenset(own) in self._sets or "".join(own) in self._glued)):
            return True
        return bool(HOUSES.intersection(words_of(name)))


def main() -> None:
    """Print how many firms there are, and their digest."""
    folder = corpus()
    firms = firms_of(folder, parties_of(folder))
    print(f"{len(firms)} unlisted firms, sha256 {digest(firms)}")


if __name__ == "__main__":
    main()
