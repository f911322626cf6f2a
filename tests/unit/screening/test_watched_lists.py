"""The lists of a run: the snapshot of its day, the one that a report was made with, and each under its own name."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from list_texts import ENTITY_LIST, SDN, csl

from vendorcheck.importing import Asked, import_files
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.store import Kept, Store
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.screening.request import AskedList
from vendorcheck.screening.watched_lists import Entries, Ids, WatchedList, snapshot_meant, watched_lists

TODAY = date(2026, 11, 21)
OWN = "name,number\nCorvid Networks LLC,3\n"

Import = Callable[..., Kept]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@pytest.fixture
def imported(store: Store, tmp_path: Path) -> Import:
    """Imports a list of one's own: its text, the day it is of, and the day of the import."""

    def imported(text: str = OWN, dated: date | None = None, day: date = TODAY, name: str = "own.csv") -> Kept:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        import_files(store, [SourceFile.read(path)], Asked(said=dated), day)
        return store.newest(path.stem)

    return imported


def _watched(store: Store, *asked: str, as_of: date = TODAY) -> tuple[WatchedList, ...]:
    return watched_lists([AskedList(each) for each in asked], store.folder, as_of, TODAY)


@pytest.mark.parametrize(
    ("as_of", "dated", "later"),
    [
        (date(2023, 12, 31), date(2024, 1, 1), True),
        (date(2024, 1, 1), date(2024, 1, 1), False),
        (date(2025, 5, 31), date(2024, 1, 1), False),
        (date(2025, 6, 1), date(2025, 6, 1), False),
        (TODAY, date(2025, 6, 1), False),
    ],
)
def test_a_kept_list_is_taken_as_it_stood_on_the_day(
    store: Store, imported: Import, as_of: date, dated: date, *, later: bool
) -> None:
    imported(dated=date(2024, 1, 1))
    imported(OWN + "Ombrelow Ltd,4\n", dated=date(2025, 6, 1))
    [watched] = _watched(store, "own", as_of=as_of)
    assert (watched.record.dated, watched.record.later, watched.record.imported) == (dated, later, TODAY)


def test_a_file_is_no_kept_list_and_has_no_day_of_import(store: Store, imported: Import, tmp_path: Path) -> None:
    imported()
    kept, given = _watched(store, "own", *_renamed(tmp_path, "other.csv"))
    assert (kept.name, kept.record.imported, kept.is_file) == ("own", TODAY, False)
    assert (given.name, given.record.imported, given.is_file) == ("other", None, True)
    assert kept.record.digest == given.record.digest


@pytest.mark.parametrize("twice", [("own", "own"), ("own", "own.csv")])
def test_a_list_has_a_name_of_its_own(
    store: Store, imported: Import, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, twice: tuple[str, str]
) -> None:
    imported()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(VendorcheckError, match=r"given twice|two lists are called 'own'"):
        _watched(store, *twice)


def test_what_is_not_compared_and_what_was_left_out_are_counted(store: Store, imported: Import) -> None:
    rows = (
        {"source": ENTITY_LIST, "name": "Quorvane Optics Co., Ltd."},
        {"source": SDN, "type": "Vessel", "name": "SILVER GANNET"},
        {"source": ENTITY_LIST, "name": ""},
    )
    imported(csl(*rows), name="csl.csv")
    [watched] = _watched(store, "csl")
    assert (dict(watched.record.not_compared), sum(watched.record.left_out.values())) == ({"vessel": 1}, 1)


def test_entries_are_found_in_the_list_that_their_ids_name(store: Store, imported: Import, tmp_path: Path) -> None:
    imported()
    lists = [each.open for each in _watched(store, "own", *_renamed(tmp_path, "own2.csv"))]
    entries = Entries(lists)
    assert (list(entries), len(entries)) == (["own:3", "own2:3"], 2)
    assert (entries["own2:3"].list, entries.get("own:4"), entries.get("else:3")) == ("own2", None, None)
    ids = Ids(lists[0])
    assert ("own:3" in ids, "own2:3" in ids, list(ids), len(ids)) == (True, False, ["own:3"], 1)


def test_of_the_same_files_imported_twice_the_one_of_the_report_is_meant(store: Store, imported: Import) -> None:
    first = imported(day=date(2026, 11, 1))
    second = imported(day=TODAY)
    assert first.record.digest == second.record.digest
    for kept in (first, second):
        assert snapshot_meant(WatchedList(kept).record, store).id == kept.id
        assert snapshot_meant(WatchedList(kept, later=True).record, store).id == kept.id


def test_the_same_files_imported_again_stand_in_for_those_that_were_taken_away(store: Store, imported: Import) -> None:
    meant = WatchedList(imported(day=date(2026, 11, 1))).record
    second = imported(day=TODAY)
    store.remove("own", store.ids("own")[:1])
    assert snapshot_meant(meant, store).id == second.id


def test_a_damaged_snapshot_beside_the_one_that_is_meant_is_no_matter(store: Store, imported: Import) -> None:
    damaged = imported(dated=date(2024, 1, 1))
    meant = imported(OWN + "Ombrelow Ltd,4\n", dated=date(2025, 6, 1))
    (damaged.folder / "firms.index").unlink()
    assert snapshot_meant(WatchedList(meant).record, store).id == meant.id
    with pytest.raises(VendorcheckError, match=r"is damaged: its firms\.index"):
        snapshot_meant(WatchedList(damaged).record, store)


def test_a_snapshot_that_is_not_kept_is_an_error_with_what_to_do(store: Store, imported: Import) -> None:
    meant = WatchedList(imported()).record
    with pytest.raises(VendorcheckError, match="does not keep the list own as the report was made with it") as caught:
        snapshot_meant(meant._replace(digest="0" * 64), store)
    assert caught.value.exit_code == 2
    assert caught.value.help is not None
    with pytest.raises(VendorcheckError, match="does not keep the list own"):
        snapshot_meant(meant, Store(store.folder / "elsewhere"))


def _renamed(folder: Path, name: str) -> tuple[str]:
    """The path of a list of one's own under another name."""
    (folder / name).write_text(OWN, encoding="utf-8")
    return ((folder / name).as_posix(),)
