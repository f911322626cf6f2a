"""How old a list is, and what the policy that holds where nobody chose one makes of that."""

from datetime import date
from typing import Literal

from vendorcheck.model.policy import Policy
from vendorcheck.model.watchlist import Snapshot

Age = Literal["fresh", "old", "too_old"]


def age_in_days(snapshot: Snapshot, today: date) -> int:
    """Return the days since the date of a list, or since its import where nobody knows of which day it is."""
    return (today - (snapshot.dated or snapshot.imported)).days


def age_of(days: int) -> Age:
    """Return what an age in days comes to."""
    policy = Policy()
    return "too_old" if days > policy.list_hard_age_days else "old" if days > policy.list_warn_age_days else "fresh"
