"""Files into the store: what is refused, what is told, and which date a list has."""

import gc
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from vendorcheck.importing import Asked, Imported, import_files
from vendorcheck.importing.imported import Loss
from vendorcheck.lists.format import Format
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.reading import Read
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.store import Store
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.watchlist import Alias, DateBasis, EntryKind, LeftOut, ListEntry
from vendorcheck.resolve.index.file import Parts

TODAY = date(2026, 11, 21)
MARCH, MAY = date(2024, 3, 1), date(2024, 5, 1)

Import = Callable[..., Imported]
Dated = tuple[date | None, DateBasis | None]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "lists")


@pytest.fixture
def put(store: Store, monkeypatch: pytest.MonkeyPatch) -> Import:
    """Imports a list of entries, as if a reader had found them in a file."""

    def put(
        *entries: ListEntry,
        dated: date | None = MARCH,
        by: DateBasis | None = "file",
        asked: Asked = Asked(),  # noqa: B008 (a tuple)
        today: date = TODAY,
    ) -> Imported:
        def read_list(*_: object, **__: object) -> Read:
            form = Format("made", "a made list", "made", lambda _: True, lambda *_: parsed)
            return Read(form, asked.name or "made", parsed)

        parsed = ParsedList(entries, len(entries) + 1, (LeftOut("made.csv", 3, "a heading"),), dated, by, ("a note",))
        monkeypatch.setattr("vendorcheck.importing.files.read_list", read_list)
        return import_files(store, [SourceFile("made.csv", repr(entries).encode())], asked, today)

    return put


def _entries(
    count: int,
    instrument: str | None = None,
    kind: EntryKind = "unknown",
    name: str = "Firm {} Trading Ltd",
    start: int = 0,
) -> list[ListEntry]:
    return [
        ListEntry(f"made:{instrument}{at}", "made", name.format(at), kind=kind, instrument=instrument)
        for at in range(start, start + count)
    ]


def test_a_list_is_kept_with_its_indexes_and_its_files(put: Import, store: Store) -> None:
    imported = put(
        *_entries(2), *_entries(1, "sdn", "person", "Jane Invented"), *_entries(1, "ship", "vessel", "SEA {}")
    )
    kept = store.newest("made")
    assert imported.is_new
    assert imported.changes is None
    assert imported.notes == ("a note",)
    assert kept.record.kinds == {"unknown": 2, "person": 1, "vessel": 1}
    assert kept.record.left_out == {"a heading": 1}
    assert (kept.record.rows, kept.record.entries, kept.record.names) == (5, 4, 4)
    assert [file.name for file in kept.sources()] == ["made.csv"]
    assert len(Parts(kept.firms).texts("names")) == 2
    assert len(Parts(kept.persons).texts("names")) == 1


def test_what_refers_to_itself_is_looked_for_again_afterwards(put: Import) -> None:
    put(*_entries(1))
    assert gc.isenabled()
    with pytest.raises(VendorcheckError):
        put()
    assert gc.isenabled()


def test_what_changed_is_counted(put: Import) -> None:
    first, second, third, fourth = _entries(4)
    put(first, second, third)
    changes = put(first, second._replace(country="GB"), fourth, dated=MAY).changes
    assert changes is not None
    assert (changes.added, changes.removed, changes.changed) == (1, 1, 1)
    assert changes.since.day == MARCH


def test_an_older_list_is_held_against_the_one_before_it(put: Import, store: Store) -> None:
    put(*_entries(3), dated=date(2024, 1, 1))
    put(*_entries(30), dated=MAY)
    changes = put(*_entries(4), dated=MARCH).changes
    assert changes is not None
    assert changes.added == 1
    assert [each.day.month for each in store.ids("made")] == [1, 3, 5]


def test_the_oldest_is_held_against_none(put: Import) -> None:
    put(*_entries(30), dated=MAY)
    assert put(*_entries(1), dated=MARCH).changes is None


def test_a_list_that_lost_its_newest_entries_is_held_against_the_newest(put: Import) -> None:
    put(*_entries(30), dated=MAY, by="newest_entry")
    with pytest.raises(VendorcheckError, match="would shrink too much"):
        put(*_entries(1), dated=MARCH, by="newest_entry")


def test_a_list_that_lost_a_third_is_kept_and_one_that_lost_more_is_not(put: Import, store: Store) -> None:
    put(*_entries(30))
    assert put(*_entries(20), dated=MAY).is_new
    with pytest.raises(
        VendorcheckError, match="would shrink too much to be whole: all from 20 to 13 entries"
    ) as caught:
        put(*_entries(13), dated=date(2024, 6, 1))
    assert caught.value.code == "list_invalid"
    assert "No more on it: Firm 13 Trading Ltd; Firm 14 Trading Ltd;" in str(caught.value.help)
    assert "--accept-shrink" in str(caught.value.help)
    assert len(store.ids("made")) == 2


def test_a_part_that_is_gone_is_refused_though_the_whole_lost_little(put: Import) -> None:
    put(*_entries(200, "ofac-sdn"), *_entries(20, "bis-entity-list", name="Chip {} Technologies Co., Ltd."))
    with pytest.raises(VendorcheckError, match="bis-entity-list from 20 to 0 entries") as caught:
        put(*_entries(200, "ofac-sdn"), dated=MAY)
    assert "all from" not in caught.value.message
    assert "Chip 0 Technologies Co., Ltd." in str(caught.value.help)


def test_a_small_part_may_lose_some_and_not_all(put: Import) -> None:
    put(*_entries(200, "ofac-sdn"), *_entries(3, "ofac-fse"))
    assert put(*_entries(200, "ofac-sdn"), *_entries(1, "ofac-fse"), dated=MAY).is_new
    with pytest.raises(VendorcheckError, match="ofac-fse from 1 to 0"):
        put(*_entries(200, "ofac-sdn"), dated=date(2024, 6, 1))


def test_a_list_that_lost_its_firms_or_its_persons_is_refused_though_the_whole_lost_little(put: Import) -> None:
    firms, persons = _entries(20, "un", "organisation"), _entries(80, "un", "person", "Jane Invented {}", 20)
    put(*firms, *persons)
    with pytest.raises(VendorcheckError, match=r"whole: all from 20 to 0 entries of firms\. Nothing") as caught:
        put(*persons, dated=MAY)
    assert "No more on it: Firm 0 Trading Ltd" in str(caught.value.help)
    with pytest.raises(VendorcheckError, match=r"whole: all from 80 to 50 entries of persons\. Nothing") as caught:
        put(*firms, *persons[30:], dated=MAY)
    assert "Jane" not in f"{caught.value.message} {caught.value.help}"
    assert put(*firms[5:], *persons[10:], dated=MAY).is_new


def test_a_list_that_lost_most_of_its_further_names_is_refused_though_it_has_all_its_entries(put: Import) -> None:
    entries = [entry._replace(aliases=(Alias(f"Nola {at}"),)) for at, entry in enumerate(_entries(30))]
    put(*entries)
    with pytest.raises(VendorcheckError, match=r"whole: all from 60 to 30 names\. Nothing"):
        put(*_entries(30), dated=MAY)
    assert put(*entries[:10], *_entries(30)[10:], dated=MAY, asked=Asked(accept_shrink=True)).is_new


def test_a_shrink_that_is_accepted_is_told(put: Import, store: Store) -> None:
    put(*_entries(30))
    imported = put(*_entries(1), dated=MAY, asked=Asked(accept_shrink=True))
    assert imported.changes is not None
    assert imported.changes.losses == (Loss(None, 30, 1),)
    assert len(store.ids("made")) == 2


def test_no_error_names_a_person(put: Import) -> None:
    persons = [
        *_entries(20, None, "person", "Jane Invented {}"),
        *_entries(20, "dpl", "unknown", "John Q. Invented {}"),
        *_entries(5, "org", "organisation", "Invented Union {}"),
    ]
    put(*persons, *_entries(9, "left"))
    with pytest.raises(VendorcheckError) as caught:
        put(*_entries(9, "left"), dated=MAY)
    told = f"{caught.value.message} {caught.value.help}"
    assert "Invented Union 0" in told
    assert "Jane" not in told
    assert "John" not in told


@pytest.mark.parametrize(
    ("asked", "found", "held"),
    [
        (Asked(said=MAY, served=TODAY), (MARCH, "file"), (MAY, "said")),
        (Asked(served=MAY), (MARCH, "file"), (MARCH, "file")),
        (Asked(served=MAY), (MARCH, "newest_entry"), (MAY, "server")),
        (Asked(served=MAY), (None, None), (MAY, "server")),
        (Asked(), (MARCH, "newest_entry"), (MARCH, "newest_entry")),
        (Asked(), (None, None), (None, None)),
    ],
)
def test_the_date_is_that_of_whoever_knows_best(put: Import, asked: Asked, found: Dated, held: Dated) -> None:
    record = put(*_entries(1), dated=found[0], by=found[1], asked=asked).kept.record
    assert (record.dated, record.dated_by) == held
    assert record.imported == TODAY


def test_a_list_of_days_to_come_is_refused(put: Import) -> None:
    for asked, dated, code in (
        (Asked(), date(2026, 11, 23), "list_invalid"),
        (Asked(said=date(2027, 1, 1)), None, "usage"),
    ):
        with pytest.raises(VendorcheckError, match="still to come") as caught:
            put(*_entries(1), dated=dated, by="file" if dated else None, asked=asked)
        assert caught.value.code == code
    assert put(*_entries(1), dated=date(2026, 11, 22)).is_new


def test_a_list_of_nobody_is_refused(put: Import, store: Store) -> None:
    with pytest.raises(VendorcheckError, match=r"made\.csv names nobody: nothing was imported"):
        put()
    assert not store.folder.exists()


def test_half_a_sign_is_refused(put: Import, store: Store) -> None:
    with pytest.raises(VendorcheckError, match="half a sign"):
        put(ListEntry("made:1", "made", "Acme \ud800 Ltd"))
    assert store.names() == ()


def test_entries_that_cannot_be_told_apart_are_refused(put: Import) -> None:
    with pytest.raises(VendorcheckError, match="two entries are called made:1"):
        put(ListEntry("made:1", "made", "Acme Ltd"), ListEntry("made:1", "made", "Borealis Ltd"))


def test_a_file_that_is_given_twice_is_refused(store: Store) -> None:
    files = [SourceFile("a.csv", b"name\nAcme\n"), SourceFile("b.csv", b"name\nAcme\n")]
    with pytest.raises(VendorcheckError, match=r"a\.csv and b\.csv: the same file is given twice"):
        import_files(store, files, Asked(), TODAY)


def test_a_name_that_no_list_may_have_is_refused_before_anything_is_written(store: Store) -> None:
    with pytest.raises(VendorcheckError, match="a list cannot be called 'our firms'") as caught:
        import_files(store, [SourceFile("our firms.csv", b"name\nAcme\n")], Asked(), TODAY)
    assert "--name" in str(caught.value.help)
    assert not store.folder.exists()


@pytest.mark.parametrize("file", ["csl.csv", "debarred.csv"])
def test_no_other_list_bears_the_name_of_an_official_one(store: Store, file: str) -> None:
    source = SourceFile(file, b"name\nAcme\n")
    with pytest.raises(VendorcheckError, match="cannot be called 'csl', as an official one is") as caught:
        import_files(store, [source], Asked(name=None if file == "csl.csv" else "csl"), TODAY)
    assert caught.value.code == "usage"
    assert not store.folder.exists()
    assert import_files(store, [source], Asked(name="mine"), TODAY).is_new


def test_how_far_it_is_can_be_watched(store: Store) -> None:
    told: list[tuple[str, int]] = []
    import_files(store, [SourceFile("own.csv", b"name\nAcme\n")], Asked(), TODAY, lambda *each: told.append(each))
    assert told[0] == ("the names of own", 0)
