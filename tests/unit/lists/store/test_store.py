"""The store: what is kept of which list, and which snapshot holds on a day."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from vendorcheck.lists.store import Kept, NewSnapshot, Store
from vendorcheck.model.errors import VendorcheckError

Made = Callable[..., NewSnapshot]

MARCH, MAY, JULY = date(2024, 3, 1), date(2024, 5, 1), date(2024, 7, 1)


@pytest.fixture
def filled(store: Store, made: Made) -> Store:
    """A store with a list as of March, May and July, imported in another order."""
    for day in (MAY, JULY, MARCH):
        store.add(made([f"Firm of {day.isoformat()}"], dated=day))
    return store


def _first_name(kept: Kept) -> str:
    return next(entry.name for entry in kept.entries())


def test_a_folder_that_is_not_there_is_a_store_of_nothing(store: Store) -> None:
    assert store.names() == ()
    assert store.ids("csl") == ()
    assert not store.folder.exists()


def test_snapshots_are_in_the_order_of_their_days(filled: Store) -> None:
    assert filled.names() == ("debarred",)
    assert [kept.id.day for kept in filled.snapshots("debarred")] == [MARCH, MAY, JULY]
    assert filled.newest("debarred").record.dated == JULY


@pytest.mark.parametrize(
    ("day", "held", "later"),
    [
        (date(2024, 2, 29), MARCH, True),
        (MARCH, MARCH, False),
        (date(2024, 4, 30), MARCH, False),
        (MAY, MAY, False),
        (date(2024, 6, 30), MAY, False),
        (date(2030, 1, 1), JULY, False),
    ],
)
def test_on_a_day_the_newest_one_that_is_not_after_it_holds(
    filled: Store, day: date, held: date, *, later: bool
) -> None:
    at = filled.at("debarred", day)
    assert (at.kept.record.dated, at.later) == (held, later)
    assert _first_name(at.kept) == f"Firm of {held.isoformat()}"


def test_without_a_date_the_day_of_import_counts(store: Store, made: Made) -> None:
    kept = store.add(made()).kept
    assert kept.id.day == kept.record.imported


def test_of_several_imports_of_one_day_the_last_holds(store: Store, made: Made) -> None:
    for names in (["Acme Ltd"], ["Borealis Ltd"], ["Acme Ltd"]):
        assert store.add(made(names, dated=MAY)).is_new
    assert [each.number for each in store.ids("debarred")] == [1, 2, 3]
    assert _first_name(store.at("debarred", MAY).kept) == "Acme Ltd"


def test_the_same_is_not_kept_twice(store: Store, made: Made) -> None:
    first, again = store.add(made()), store.add(made())
    assert (first.is_new, again.is_new) == (True, False)
    assert first.kept.id == again.kept.id
    assert len(store.ids("debarred")) == 1


def test_another_version_that_reads_it_keeps_it_anew(store: Store, made: Made) -> None:
    store.add(made(importer="1"))
    assert store.add(made(importer="2")).is_new


def test_an_unknown_list_is_answered_with_the_one_that_was_meant(filled: Store) -> None:
    with pytest.raises(VendorcheckError, match="no list 'debared'; did you mean 'debarred'") as caught:
        filled.newest("debared")
    assert caught.value.code == "unknown_name"
    assert caught.value.help == "There are: debarred."


def test_a_list_of_an_empty_store_is_answered_with_how_to_import_one(store: Store) -> None:
    with pytest.raises(VendorcheckError) as caught:
        store.at("csl", MAY)
    assert caught.value.help == "It has none: `vendorcheck lists import FILE`."


def test_a_snapshot_is_chosen_by_how_its_name_begins(filled: Store) -> None:
    assert filled.chosen("debarred", "2024-05").day == MAY
    for begin in ("2024", "2025"):
        with pytest.raises(VendorcheckError, match="several snapshots" if begin == "2024" else "no snapshot"):
            filled.chosen("debarred", begin)


def test_names_that_differ_in_capitals_are_one_on_some_systems_and_are_refused(store: Store, made: Made) -> None:
    store.add(made(name="csl"))
    with pytest.raises(VendorcheckError, match="'CSL' differs from 'csl' only in capitals"):
        store.add(made(name="CSL"))
    assert store.names() == ("csl",)


@pytest.mark.parametrize("name", ["../out", "", ".", "a/b", "nul"])
def test_no_name_leads_out_of_the_store(store: Store, made: Made, tmp_path: Path, name: str) -> None:
    with pytest.raises(VendorcheckError, match="a list cannot be called"):
        store.add(made(name=name))
    assert store.ids(name) == ()
    assert [path.name for path in tmp_path.rglob("*")] == ["lists", ".lock"]


def test_what_is_not_the_stores_own_is_passed_over(filled: Store) -> None:
    for path in ("notes.txt", ".DS_Store", "debarred/readme", "empty/x/y", "with blank/z"):
        (filled.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (filled.folder / path).write_text("mine")
    (filled.folder / "debarred" / "2024-05-01").mkdir()
    assert filled.names() == ("debarred",)
    assert len(filled.snapshots("debarred")) == 3


def test_a_file_in_the_place_of_a_store_is_said(tmp_path: Path, made: Made) -> None:
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file")
    with pytest.raises(VendorcheckError, match="cannot be read"):
        store.names()
    with pytest.raises(VendorcheckError, match="cannot be written") as caught:
        store.add(made())
    assert caught.value.code == "store_unwritable"
