"""What is measured with: the list of 2022 and one of 250,000 names, a folder for their store, and a bill.

Started by itself to write them: a command begins with the peak memory of the process that starts it.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from names.corpus import corpus
from names.csl import CSL, LISTS, Party, parties_of
from names.many import Names, many_names
from names.unlisted import firms_of
from names.variants import APART, Variant, variants_of

LARGE = 250_000
LINES, VENDORS = 10_000, 5_000
#: The share of the vendors that is a variant of a listed name; the others are real firms that no list names.
LISTED = 0.1
SEED = "vendorcheck-lists-1"


class List(NamedTuple):
    """A list to import, what it is called, and how it is written in the table."""

    name: str
    file: Path
    title: str


class Made(NamedTuple):
    """Where both lists, their store and the bill are."""

    official: List
    large: List
    store: Path
    bill: Path

    def screened(self, one: List) -> list[str]:
        """Return what a command is given to screen against a list."""
        return ["--list", one.name, "--store", str(self.store)]


class Known(NamedTuple):
    """The parties of the lists, variants of their names, firms that no list names, and the vendors of the bill."""

    parties: list[Party]
    variants: list[Variant]
    firms: list[str]
    vendors: list[str]


def made_in(folder: Path) -> Made:
    """Return where all that is measured with stands, or will stand, in a folder."""
    official = List("csl", corpus() / LISTS / CSL, "the CSL of 2022")
    large = List("large", folder / "large.csv", f"{LARGE:,} names")
    return Made(official, large, folder / "store", folder / "bill.csv")


def known() -> Known:
    """Return what is known of the names, the same every time."""
    parties = parties_of(corpus())
    variants, firms = variants_of(parties), firms_of(corpus(), parties)
    counted = [one for one in variants if one.kind not in APART]
    return Known(parties, counted, firms, _vendors([one.text for one in variants], firms))


def main() -> None:
    """Write the large list and the bill into a folder."""
    made, what = made_in(Path(sys.argv[1])), known()
    _write_list(made.large.file, many_names(what.parties, LARGE))
    _write_bill(made.bill, what.vendors)


def _write_list(path: Path, names: Names) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("number", "name", "aliases", "country"), *_entries(names)])


def _entries(names: Names) -> Iterator[tuple[str, str, str, str]]:
    """One entry for each party, with all its names."""
    by_party: dict[str, list[str]] = {}
    countries = {}
    for name, key, country in names:
        by_party.setdefault(key, []).append(name.replace(";", ","))
        countries[key] = country or ""
    for key, own in by_party.items():
        yield key, own[0], "; ".join(own[1:]), countries[key]


def _vendors(variants: list[str], firms: list[str]) -> list[str]:
    listed = Random(SEED).sample(variants, int(VENDORS * LISTED))  # noqa: S311 - seeded so that it can be made again
    return [*listed, *firms[: VENDORS - len(listed)]]


def _write_bill(path: Path, vendors: list[str]) -> None:
    rng = Random(SEED)  # noqa: S311 - the same
    again = ((rng.choice(vendors), f"GX-{number % 997}") for number in range(LINES - VENDORS))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("Vendor", "Part Number"), *((name, "GX-1") for name in vendors), *again])


if __name__ == "__main__":
    main()
