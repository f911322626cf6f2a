"""Records that are to be looked at again."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from vendorcheck.lint.book import Book
from vendorcheck.model.errors import Fault
from vendorcheck.model.period import Period
from vendorcheck.rulebook.yaml_source import Path

#: After so many days without a look at its sources a record is to be looked at again, where it gives no day itself.
LOOK_AGAIN = timedelta(days=365)

#: The policy's hard age of a rulebook is a year; a warning comes at half.
VERIFY_AGAIN = timedelta(days=182)

KINDS = ("evidence", "correspondence", "instrument", "party", "profile", "vocabulary")


def review(book: Book) -> Iterator[Fault]:
    """A record past the day on which it was to be reviewed, or a year after its sources were last looked at."""
    for kind in KINDS:
        for file, value in book.own(kind):
            path, day = _due(value)
            if day is not None and day < book.today:
                message = f"it was to be reviewed by {day}: today is {book.today}"
                yield file.fault(path, message, help="Look at its sources again, and write down the day.")
    for file, value in book.own("rulebook"):
        verified = value.get("verified_through")
        if verified and book.today - date.fromisoformat(verified) > VERIFY_AGAIN:
            message = f"the rulebook was verified through {verified}, more than {VERIFY_AGAIN.days} days before today"
            yield file.fault(("verified_through",), message)


def _due(value: Mapping[str, Any]) -> tuple[Path, date | None]:
    if "review_by" in value:
        return ("review_by",), date.fromisoformat(value["review_by"])
    seen = {
        at: Period.parse(source["seen"]).last for at, source in enumerate(value.get("sources", ())) if "seen" in source
    }
    if not seen:
        return (), None
    last = max(seen, key=lambda at: seen[at])
    return ("sources", last, "seen"), min(seen[last], date.max - LOOK_AGAIN) + LOOK_AGAIN
