"""Locators: which line of a text a claim stands in, and whether the text still says there what it said."""

import hashlib
import io
import unicodedata
from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, get_args

from vendorcheck.model.evidence import Claim, Locator

#: What is found at a locator: its line, its line elsewhere, another line, or no line; or there is no text to look in.
Found = Literal["holds", "moved", "another_text", "no_such_line", "no_source"]
FOUND: tuple[Found, ...] = get_args(Found)


class Lines(NamedTuple):
    """Where the non-empty lines of a text stand in its file, and which of them have one of the digests asked for.

    Lines count from 1, `in_file` from 0: `in_file[n - 1]` is the line of the file that non-empty line n is.
    """

    in_file: Sequence[int]
    places: Mapping[str, Sequence[int]]


class Outcome(NamedTuple):
    """What is found at a claim's locator: the line that has its text now, else the line where it was, if there is one.

    `file_line` is the same line as an editor counts it.
    """

    claim: Claim
    found: Found
    line: int | None = None
    file_line: int | None = None


def locator_of(claim: Claim) -> Locator:
    """Return the locator of a claim; ValueError for one of a document whose text was not seen."""
    if claim.locator is None:
        raise ValueError(claim.id)
    return claim.locator


def normalised(text: str) -> Iterator[tuple[int, str]]:
    """Yield the non-empty lines of a text in NFC, white space folded, each with its number among all lines, from 1."""
    for number, line in enumerate(io.StringIO(text, newline="\n"), 1):
        folded = " ".join(unicodedata.normalize("NFC", line).split())
        if folded:
            yield number, folded


def digest_of(line: str) -> str:
    """Return the SHA-256 of a normalised line, as locators give it."""
    return hashlib.sha256(line.encode()).hexdigest()


class Place(NamedTuple):
    """A non-empty line of a text, normalised: its number, its line in the file, both from 1, and its digest."""

    line: int
    file_line: int
    sha256: str
    text: str


def places_of(text: str) -> Iterator[Place]:
    """Yield each non-empty line of a text with what a locator says of it."""
    for line, (number, folded) in enumerate(normalised(text), 1):
        yield Place(line, number, digest_of(folded), folded)


def index(text: str, wanted: Collection[str]) -> Lines:
    """Return where the lines of a text stand, and which of them have one of the wanted digests."""
    in_file = array("L")
    places: dict[str, list[int]] = {}
    for place in places_of(text):
        in_file.append(place.file_line)
        if place.sha256 in wanted:
            places.setdefault(place.sha256, []).append(place.line)
    return Lines(in_file, places)


def check(claim: Claim, lines: Lines) -> Outcome:
    """Return what is found in a text at a claim's locator."""
    found, line = _found(locator_of(claim), lines)
    return Outcome(claim, found, line, lines.in_file[line - 1] if line else None)


def _found(locator: Locator, lines: Lines) -> tuple[Found, int | None]:
    places = lines.places.get(locator.sha256, ())
    if locator.line in places:
        return "holds", locator.line
    if places:
        return "moved", min(places, key=lambda line: abs(line - locator.line))
    if locator.line <= len(lines.in_file):
        return "another_text", locator.line
    return "no_such_line", None
