"""Write how many company names hold each word: `python benchmarks/names/word_counts.py OUI_CSV > frequencies.txt`.

Counted are the registrants of the IEEE's registry of MAC address blocks, each name once, and of them only those whose
CRC-32 is even: the odd half is kept for tests of names that must stay silent. Words that fewer than three names hold
are left out.
"""

import csv
import sys
import zlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from vendorcheck.resolve.folding import fold

LEAST_NAMES, LEAST_LETTERS = 3, 2

HEADER = """\
# How many company names hold a word, for words that at least {least} of them hold: what is rare tells firms apart.
#
# A line: a folded word of at least two letters, and the number of names. These are counts and no text of the registry.
#
# Source: {names} registrants in the IEEE's public registry of MAC address blocks (MA-L, https://standards-oui.ieee.org),
# each name once, of these the half whose CRC-32 is even; counted on 2026-11-22 by benchmarks/names/word_counts.py.
"""


def names_in(path: Path) -> set[str]:
    """Return the names of registrants that are counted."""
    with path.open(encoding="utf-8", newline="") as stream:
        names = {row["Organization Name"].strip() for row in csv.DictReader(stream)}
    return {name for name in names if name and zlib.crc32(name.encode()) % 2 == 0}


def counts_of(names: Iterable[str]) -> Counter[str]:
    """Return how many of the names hold each word."""
    return Counter(word for name in names for word in set(fold(name)) if _is_word(word))


def _is_word(token: str) -> bool:
    return len(token) >= LEAST_LETTERS and token.isalpha()


def main() -> None:
    """Print the table."""
    names = names_in(Path(sys.argv[1]))
    counts = counts_of(names)
    print(HEADER.format(least="three", names=len(names)))
    for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if count >= LEAST_NAMES:
            print(word, count)


if __name__ == "__main__":
    main()
