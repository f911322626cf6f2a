"""What is measured with: the list of 2022 and one of 250,000 names, a folder for their store, and a bill."""

import csv
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

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
    """Both lists, the store, the bill, and the names that are searched for, each with its party where it has one."""

    official: List
    large: List
    store: Path
    bill: Path
    vendors: list[str]
    parties: list[Party]
    variants: list[Variant]
    firms: list[str]

    def screened(self, one: List) -> list[str]:
        """Return what a command is given to screen against a list."""
        return ["--list", one.name, "--store", str(self.store)]


def make(corpus: Path, folder: Path) -> Made:
    """Return all that is measured with, the large list and the bill written into a folder."""
    parties = parties_of(corpus)
    variants, firms = variants_of(parties), firms_of(corpus, parties)
    official = List("csl", corpus / LISTS / CSL, "the CSL of 2022")
    large = List("large", folder / "large.csv", f"{LARGE:,} names")
    _write_list(large.file, many_names(parties, LARGE))
    vendors = _vendors([one.text for one in variants], firms)
    _write_bill(folder / "bill.csv", vendors)
    counted = [one for one in variants if one.kind not in APART]
    return Made(official, large, folder / "store", folder / "bill.csv", vendors, parties, counted, firms)


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
