"""How old the rulebook and the lists are, and from when on that is said, or makes a run unreliable."""

from collections.abc import Iterator

from vendorcheck.gate.screened import Screened
from vendorcheck.model.policy import Policy
from vendorcheck.model.report import ListRecord


def rulebook_age_days(screened: Screened) -> int | None:
    """Return the days from the rulebook's verification to the later of as-of and today."""
    return None if screened.verified_through is None else (screened.day - screened.verified_through).days


def list_age_days(listed: ListRecord, screened: Screened) -> int | None:
    """Return the days from the date of a list, else from its import, to the later of as-of and today.

    A file that the run itself was given and that bears no date has no age.
    """
    of = listed.dated or listed.imported
    return None if of is None else (screened.day - of).days


def too_old(screened: Screened, policy: Policy) -> Iterator[str]:
    """Yield what a run cannot rely on because of its day: a rulebook, or a list, from too long before or after."""
    age = rulebook_age_days(screened)
    if age is not None and age > policy.hard_age_days:
        yield f"the rulebook was verified {_days(age)} ago; it may be relied on for {_days(policy.hard_age_days)}"
    for listed in screened.lists:
        age = list_age_days(listed, screened)
        if age is not None and age > policy.list_hard_age_days:
            yield f"{_aged(listed, age)}; a list may be relied on for {_days(policy.list_hard_age_days)}"
        if listed.later:
            oldest = f"the oldest list {listed.name} that is kept is of {listed.day}"
            yield f"{oldest}: some whom it named on {screened.as_of.isoformat()} may not be in it"


def getting_old(screened: Screened, policy: Policy) -> Iterator[str]:
    """Yield what a strict run does not pass over: a rulebook, or a list, that may soon not be relied on."""
    age = rulebook_age_days(screened)
    if age is not None and policy.warn_age_days < age <= policy.hard_age_days:
        yield f"the rulebook was verified {_days(age)} ago and is getting old"
    for listed in screened.lists:
        age = list_age_days(listed, screened)
        if age is not None and policy.list_warn_age_days < age <= policy.list_hard_age_days:
            yield f"{_aged(listed, age)} and is getting old"
        if listed.dated is None and listed.imported:
            yield f"the list {listed.name} bears no date: its age is counted from its import"


def _aged(listed: ListRecord, age: int) -> str:
    return f"the list {listed.name} of {listed.day} is {_days(age)} old"


def _days(count: int) -> str:
    return f"{count} day" if count == 1 else f"{count} days"
