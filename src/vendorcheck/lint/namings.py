"""Whom an instrument names: under names that are looked for, and either for certain or provisionally."""

from collections.abc import Iterator, Mapping
from typing import Any

from vendorcheck.lint.book import SHIPPED, Book, each
from vendorcheck.lint.names import at_one_time, keys
from vendorcheck.model.errors import Fault


def doubtful_names(book: Book) -> Iterator[Fault]:
    """A party that an instrument names for certain and provisionally at one time: what is certain goes for both."""
    for file, value in book.own("instrument"):
        certain: dict[str, list[Mapping[str, Any]]] = {}
        for _, naming in each(value, "names"):
            if "provisional" not in naming:
                certain.setdefault(naming["party"], []).append(naming)
        for path, naming in each(value, "names"):
            if "provisional" not in naming:
                continue
            if any(_made_certain(naming, other) for other in certain.get(naming["party"], ())):
                message = f"{naming['party']!r} is named here for certain and provisionally at one time"
                hint = "Give the doubtful name a party of its own, or both the same standing."
                yield file.fault((*path, "provisional"), message, help=hint)


def unscreened_names(book: Book) -> Iterator[Fault]:
    """An instrument names a party whose names are not looked for, so that no line is ever held against it."""
    parties = {record.id: record for record in book.all("party")}
    for file, value in book.own("instrument"):
        for path, naming in each(value, "names"):
            party = parties.get(naming["party"])
            if party is None or party.value.get("screened", True):
                continue
            message = f"{party.id!r} is named here, and none of its names is looked for: it says `screened: false`"
            hint = f"Take `screened: false` out of its record in {party.shown}."
            if party.file is None:
                hint = f"It is a party of {SHIPPED}: name the party that a bill would name, or ask for it there."
            yield file.fault((*path, "party"), message, help=hint)


def _made_certain(doubtful: Mapping[str, Any], certain: Mapping[str, Any]) -> bool:
    """Whether a line under the doubtful naming would count as certain; the same names under another scope would not."""
    if not at_one_time(doubtful, certain):
        return False
    return doubtful.get("scope") == certain.get("scope") or not _same_names(doubtful, certain)


def _same_names(doubtful: Mapping[str, Any], certain: Mapping[str, Any]) -> bool:
    known = {key for text in certain["listed_as"] for key in keys(text)}
    return all(keys(text) & known for text in doubtful["listed_as"])
