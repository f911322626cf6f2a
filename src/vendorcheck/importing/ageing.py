"""How old a list is."""

from datetime import date
from typing import Literal

from vendorcheck.model.watchlist import Snapshot

#: From so many days on a list is said to be old, and no run is to be relied on that rests on an older one, unless a
#: policy says otherwise.
WARNING_AGE, HARD_AGE = 90, 180

Age = Literal["fresh", "old", "too_old"]


def age_in_days(snapshot: Snapshot, today: date) -> int:
    """Return the days since the date of a list, or since its import where nobody knows of which day it is."""
    return max((today - (snapshot.dated or snapshot.imported)).days, 0)


def age_of(days: int) -> Age:
    """Return what an age in days comes to."""
    return "too_old" if days > HARD_AGE else "old" if days > WARNING_AGE else "fresh"
