"""A rulebook as the checks look at it: every record with its place, those of others beside one's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from vendorcheck.rulebook import Survey
from vendorcheck.rulebook.yaml_source import Path, YamlFile

#: How the shipped rulebook is called where no file of it can be named.
SHIPPED = "the shipped rulebook"


class Record(NamedTuple):
    """A record that fits its schema; one of the shipped rulebook beneath one's own has no file to point into."""

    kind: str
    value: Mapping[str, Any]
    file: YamlFile | None

    @property
    def id(self) -> str:
        """What it is called."""
        return str(self.value["id"])

    @property
    def shown(self) -> str:
        """Where it stands, for a message about another record."""
        return self.file.name if self.file else SHIPPED


class Book:
    """All records of a rulebook by kind, on a day. What a check says, it says of one's own files alone."""

    def __init__(self, survey: Survey, today: date) -> None:
        """Take the records of a survey, valid as far as they could be read."""
        self.today = today
        self.files = survey.own
        self._own: dict[str, list[Record]] = {}
        self._all: dict[str, list[Record]] = {
            kind: [Record(kind, value, None) for value in values] for kind, values in survey.beneath.items()
        }
        for kind, file in survey.own:
            record = Record(kind, file.value, file)
            self._own.setdefault(kind, []).append(record)
            self._all.setdefault(kind, []).append(record)
        self._by_id = {
            kind: {record.id: record for record in records if "id" in record.value}
            for kind, records in self._all.items()
        }
        self._unread = survey.unread

    def own(self, kind: str) -> Iterator[tuple[YamlFile, Mapping[str, Any]]]:
        """Yield one's own records of a kind, each with its file."""
        for record in self._own.get(kind, ()):
            if record.file is not None:
                yield record.file, record.value

    def all(self, kind: str) -> list[Record]:
        """Return the records of a kind, those of the shipped rulebook first."""
        return self._all.get(kind, [])

    def find(self, kind: str, name: str) -> Mapping[str, Any] | None:
        """Return the record of a kind that has this id; None where there is none that could be read."""
        record = self._by_id.get(kind, {}).get(name)
        return record.value if record else None

    def may_be_unread(self, name: str) -> bool:
        """Whether a file that could not be read holds this word, so that what seems to be missing may be there."""
        return name in self._unread

    def items(self, kind: str, part: str) -> Iterator[Mapping[str, Any]]:
        """Yield the items of a list, such as the claims of documents, in all records of a kind."""
        for record in self.all(kind):
            yield from record.value.get(part, ())


def each(value: Mapping[str, Any], *parts: str) -> Iterator[tuple[Path, Any]]:
    """Yield the items of lists in a record with their places: `owners`, or `names` and then `legal`."""
    path: Path = ()
    found: Any = value
    for part in parts:
        found, path = found.get(part, {}), (*path, part)
    for at, item in enumerate(found or ()):
        yield (*path, at), item
