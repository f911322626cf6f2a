"""How an entry that a case lists is told."""

import pytest

from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import ListEntry
from vendorcheck.reporters.listed import entry_text


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        (ListEntry("", "", "Acme Ltd"), "Acme Ltd"),
        (
            ListEntry("7", "ours", "Acme Ltd", programmes=("X",), since=Period.parse("2026"), until=None),
            "Acme Ltd (ours, X, since 2026)",
        ),
        (ListEntry("7", "", "Acme Ltd", until=Period.parse("2026-02-01")), "Acme Ltd (until 2026-02-01)"),
    ],
)
def test_an_entry_is_told_with_what_its_case_says_of_it(entry: ListEntry, text: str) -> None:
    assert entry_text(entry) == text
