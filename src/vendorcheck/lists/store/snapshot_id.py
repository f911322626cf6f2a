"""What the folder of a snapshot is called: the day it counts from, its number on that day, and what tells it apart."""

import re
from datetime import date
from typing import NamedTuple

_ID = re.compile(r"(\d{4}-\d{2}-\d{2})-([1-9]\d{0,8})-([0-9a-f]{12})", re.ASCII)


class SnapshotId(NamedTuple):
    """The name of a snapshot; in the order of these fields the later one holds."""

    day: date
    number: int
    key: str

    @classmethod
    def parse(cls, text: str) -> "SnapshotId | None":
        """Return the name that a folder has; None where it is none."""
        parts = _ID.fullmatch(text)
        if parts is None:
            return None
        try:
            return cls(date.fromisoformat(parts[1]), int(parts[2]), parts[3])
        except ValueError:
            return None

    def __str__(self) -> str:
        """Return the name of the folder."""
        return f"{self.day.isoformat()}-{self.number}-{self.key}"
