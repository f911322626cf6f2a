"""What changed in law, as a rulebook records it."""

import datetime as dt
from typing import NamedTuple

from vendorcheck.model.period import Period


class Change(NamedTuple):
    """A change in law: when it came about, when it was recorded here, what it touches, and who reviewed the record."""

    date: Period
    recorded: dt.date
    what: str
    instruments: tuple[str, ...]
    rules: tuple[str, ...]
    reviewed_by: str

    def is_new_since(self, day: dt.date) -> bool:
        """Return whether it came about, or was recorded, on a day or later."""
        return self.date.last >= day or self.recorded >= day
