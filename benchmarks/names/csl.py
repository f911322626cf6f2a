"""The list that names are searched on: the organisations of official lists, parties with all their names.

The Consolidated Screening List of 2022, and the extracts of lists that have grown since (BIS, 1260H, UFLPA, NS-CMIC).
"""

import csv
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from names.words import FORMS, GENERIC, PLACES, normal, words_of

LISTS = "lists"
CSL = "csl_consolidated_2022.csv"
PERSONS_TOO = "bis_entity_list.json"
EXTRACTS = (PERSONS_TOO, "bis_meu.json", "dow_1260h.json", "dhs_uflpa.json", "ofac_nscmic.json")
CODES = {
    "China": "CN", "Russia": "RU", "Iran": "IR", "Hong Kong": "HK", "United Arab Emirates": "AE", "Pakistan": "PK",
    "Turkey": "TR", "Taiwan": "TW", "Germany": "DE", "Singapore": "SG", "United Kingdom": "GB", "Malaysia": "MY",
    "Finland": "FI", "India": "IN", "Belarus": "BY", "Canada": "CA", "Syria": "SY", "Lebanon": "LB", "Ukraine": "UA",
}  # fmt: skip
ORGANISATIONS_ONLY = ("Unverified List", "Military End User")
MIXED = ("Entity List (EL)",)
LEAST_SHARED = 5
"""Names this short in letters ("CASC") belong to several parties: they merge none."""

_FORM_ONLY = FORMS - {
    "de",
    "of",
    "and",
    "et",
    "und",
    "y",
    "the",
    "e",
    "i",
    "v",
    "s",
    "a",
    "l",
    "r",
    "p",
    "o",
    "c",
    "ao",
}
_ORGANISATION = _FORM_ONLY | GENERIC | PLACES | {"cloud", "openlab", "farm", "alloys", "npc", "npo", "pt"}
_COUNTRY = re.compile(r", ([A-Z]{2})(?:;|$)")


class Party(NamedTuple):
    """A listed party: its key, its names with the primary one first, and the country of its first address."""

    key: str
    names: tuple[str, ...]
    country: str | None

    @property
    def name(self) -> str:
        """The primary name."""
        return self.names[0]


def parties_of(corpus: Path) -> list[Party]:
    """Return the organisations of the lists, parties that share a name merged, in the order of the files."""
    folder = corpus / LISTS
    with (folder / CSL).open(encoding="utf-8", newline="") as file:
        rows = [(_names(row), _country(row["addresses"])) for row in csv.DictReader(file) if _is_organisation(row)]
    return _merged(rows + [row for name in EXTRACTS for row in _extract(folder / name)])


def pairs_of(parties: Iterable[Party]) -> list[tuple[str, str, str | None]]:
    """Return every name with the key and the country of its party, as an index takes them."""
    return [(name, party.key, party.country) for party in parties for name in party.names]


def digest(lines: Iterable[str]) -> str:
    """Return the SHA-256 of lines, to see that two runs made the same."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _is_organisation(row: dict[str, str]) -> bool:
    """Where the list says no type (BIS, State) a row is kept if it looks like an organisation.

    Lists of organisations only: always. The lists that are mostly persons: with a business word in the primary name.
    """
    if row["type"]:
        return row["type"] == "Entity"
    if any(title in row["source"] for title in ORGANISATIONS_ONLY):
        return True
    if any(title in row["source"] for title in MIXED):
        return _is_no_person(_names(row))
    return _speaks_of_business(row["name"])


def _extract(path: Path) -> Iterator[tuple[tuple[str, ...], str | None]]:
    for entity in json.loads(path.read_text(encoding="utf-8"))["entities"]:
        names = tuple(dict.fromkeys(name.strip() for name in (entity["name"], *entity["aliases"]) if normal(name)))
        if names and (path.name != PERSONS_TOO or _is_no_person(names)):
            yield names, CODES.get(entity["country"])


def _is_no_person(names: tuple[str, ...]) -> bool:
    """On the Entity List: a business word, place or legal form in any name, a digit, one word, or five and more."""
    words = words_of(names[0])
    odd = len(words) == 1 or len(words) > 4 or any(word.isdigit() for word in words)  # noqa: PLR2004
    return odd or any(map(_speaks_of_business, names))


def _speaks_of_business(text: str) -> bool:
    return any(word in _ORGANISATION for word in words_of(text))


def _names(row: dict[str, str]) -> tuple[str, ...]:
    aliases = (part.strip().removeprefix("and ").strip() for part in row["alt_names"].split("; "))
    return tuple(dict.fromkeys(name for name in (row["name"].strip(), *aliases) if normal(name)))


def _country(addresses: str) -> str | None:
    found = _COUNTRY.search(addresses)
    return found.group(1) if found else None


def _merged(rows: list[tuple[tuple[str, ...], str | None]]) -> list[Party]:
    first: dict[str, int] = {}
    parent = list(range(len(rows)))

    def root(place: int) -> int:
        while parent[place] != place:
            place = parent[place]
        return place

    for place, (names, _) in enumerate(rows):
        for name in map(normal, names):
            if len(name) >= LEAST_SHARED:
                one, other = root(first.setdefault(name, place)), root(place)
                parent[max(one, other)] = min(one, other)
    groups: dict[int, list[int]] = {}
    for place in range(len(rows)):
        groups.setdefault(root(place), []).append(place)
    return [_party(number, [rows[place] for place in group]) for number, group in enumerate(groups.values())]


def _party(number: int, rows: list[tuple[tuple[str, ...], str | None]]) -> Party:
    names = dict.fromkeys(name for names, _ in rows for name in names)
    return Party(f"p{number:05}", tuple(names), next((country for _, country in rows if country), None))
