"""The line of each list that was updated."""

from datetime import date

import pytest

from vendorcheck.cli.lists_update import _DATES, _rows
from vendorcheck.importing.addresses import OfficialList
from vendorcheck.importing.updating import Outcome
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.watchlist import DateBasis, Snapshot
from vendorcheck.reporters.text.rows import plain

ACME = OfficialList("acme", "Acme", "a test", "own", ())
SNAPSHOT = Snapshot(
    "acme",
    "Acme",
    "own",
    (),
    "0" * 64,
    date(2026, 11, 20),
    "file",
    date(2026, 11, 21),
    "1",
    1_234,
    {},
    1_234,
    2_000,
    {},
)


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ("said", "list of 2026-11-20"),
        ("file", "list of 2026-11-20"),
        ("server", "list of 2026-11-20 by its server"),
        ("newest_entry", "newest entry of 2026-11-20"),
    ],
)
def test_a_date_is_not_called_more_than_it_is(basis: DateBasis, said: str) -> None:
    outcome = Outcome(ACME, "updated", SNAPSHOT._replace(dated_by=basis), ("a.example", "b.example"))
    line = f"acme    updated      1,234 entries, {said}, from a.example, then b.example\n"
    assert plain(_rows(outcome, 6)) == line
    assert None in _DATES


def test_a_list_of_no_day_is_of_its_import() -> None:
    outcome = Outcome(ACME, "unchanged", SNAPSHOT._replace(dated=None, dated_by=None), ("a.example",))
    assert plain(_rows(outcome, 4)) == "acme  not changed  1,234 entries, imported on 2026-11-21, from a.example\n"


@pytest.mark.parametrize(
    ("snapshot", "stays"),
    [(SNAPSHOT, "what was there stays: 1,234 entries, list of 2026-11-20"), (None, "there is no snapshot of it")],
)
def test_a_list_that_failed_says_why_what_to_do_and_what_stays(snapshot: Snapshot | None, stays: str) -> None:
    error = VendorcheckError("list_unreachable", "https://a.example/x answered 404", help="Look there.")
    assert plain(_rows(Outcome(ACME, "failed", snapshot, error=error), 4)).splitlines() == [
        "acme  FAILED       https://a.example/x answered 404",
        "      help: Look there.",
        f"      {stays}",
    ]
