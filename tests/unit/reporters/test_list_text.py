"""A list in a line: its day, how that is known, what it holds, and what of it no cell was compared with."""

from datetime import date

import pytest

from vendorcheck.model.report import ListRecord
from vendorcheck.model.watchlist import DateBasis
from vendorcheck.reporters.list_text import list_text

LISTED = ListRecord("csl", "0" * 64, date(2026, 11, 20), 14_160)


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        (None, "csl of 2026-11-20, "),
        ("said", "csl of 2026-11-20 (as said when it was imported), "),
        ("file", "csl of 2026-11-20 (as the file says), "),
        ("server", "csl of 2026-11-20 (as the server said that it came from), "),
        ("newest_entry", "csl of 2026-11-20 (its newest entry; the list may be younger), "),
    ],
)
def test_the_day_stands_with_how_it_is_known(basis: DateBasis | None, said: str) -> None:
    assert list_text(LISTED._replace(dated_by=basis)).startswith(said)


def test_what_is_kept_says_when_it_was_imported() -> None:
    assert list_text(LISTED._replace(imported=date(2026, 11, 22))).startswith(
        "csl of 2026-11-20, imported 2026-11-22, "
    )


def test_a_list_without_a_date_says_so() -> None:
    assert list_text(LISTED._replace(dated=None)).startswith("csl of an unknown date, 14160 entries")
    kept = LISTED._replace(dated=None, imported=date(2026, 11, 22))
    assert list_text(kept).startswith("csl of an unknown date, imported 2026-11-22, ")


def test_what_was_not_compared_is_counted() -> None:
    listed = LISTED._replace(entries=1, names=2, not_compared={"vessel": 3, "aircraft": 4, "category": 5})
    assert list_text(listed) == (
        "csl of 2026-11-20, 1 entry with 2 names, "
        "of which 3 vessels and 4 aircraft and 5 categories are not compared with any cell"
    )
    assert list_text(listed._replace(not_compared={"vessel": 1})).endswith(
        ", of which 1 vessel is not compared with any cell"
    )


def test_rows_in_no_entry_and_a_list_of_a_later_day_are_told() -> None:
    listed = LISTED._replace(later=True, left_out={"the headings again": 2, "no name": 1})
    assert list_text(listed) == (
        "csl of 2026-11-20, 14160 entries, from after the day of this run, as none from before it is kept, "
        "3 rows of its files not read as an entry (2 the headings again; 1 no name)"
    )
