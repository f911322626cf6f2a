"""Snapshots read where they lie, and what is said of those that are not whole."""

import json
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from vendorcheck.lists.store import Kept, NewSnapshot, Store
from vendorcheck.lists.store.kept_record import FILES
from vendorcheck.lists.store.record_file import RECORD, SCHEMA
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.watchlist import OpenList

Made = Callable[..., NewSnapshot]


@pytest.fixture
def kept(store: Store, made: Made) -> Kept:
    """A snapshot whose files a test may change."""
    kept = store.add(made()).kept
    for path in kept.folder.iterdir():
        path.chmod(0o644)
    return kept


def _again(store: Store) -> Kept:
    return store.newest("debarred")


def test_all_that_was_given_comes_back(store: Store, made: Made) -> None:
    new = made()
    store.add(new)
    kept: OpenList = _again(store)
    assert kept.record == new.snapshot
    assert (bytes(kept.firms), bytes(kept.persons)) == (b"firms", b"persons")
    assert tuple(kept.ids()) == ("debarred:1", "debarred:2")
    assert kept.entry("debarred:2") == new.entries[1]
    assert kept.entry("debarred:3") is None
    whole = _again(store)
    assert tuple(whole.entries()) == new.entries
    assert tuple(whole.left_out()) == new.left_out
    assert [(file.name, file.content) for file in whole.sources()] == [
        (each.name, each.content) for each in new.sources
    ]
    assert whole.kept.sublists == {"-": 2}
    whole.check()


def test_no_file_of_it_may_be_written_to(store: Store, made: Made) -> None:
    folder = store.add(made()).kept.folder
    assert {path.name for path in folder.iterdir()} == {*FILES, RECORD}
    assert not any(path.stat().st_mode & stat.S_IWUSR for path in folder.iterdir())


@pytest.mark.parametrize("name", [*FILES, RECORD])
def test_one_that_was_cut_off_is_not_opened(store: Store, kept: Kept, name: str) -> None:
    content = (kept.folder / name).read_bytes()
    (kept.folder / name).write_bytes(content[:-1] if name != RECORD else content[: len(content) // 2])
    with pytest.raises(VendorcheckError, match="is damaged") as caught:
        _again(store)
    assert caught.value.code == "list_invalid"
    assert f"lists remove debarred --snapshot {kept.id}" in str(caught.value.help)


@pytest.mark.parametrize("name", [*FILES, RECORD])
def test_one_that_lacks_a_file_is_not_opened(store: Store, kept: Kept, name: str) -> None:
    (kept.folder / name).unlink()
    with pytest.raises(VendorcheckError, match=f"its {name} cannot be read"):
        _again(store)


@pytest.mark.parametrize("name", FILES)
def test_a_check_finds_one_sign_that_was_changed(store: Store, kept: Kept, name: str) -> None:
    content = bytearray((kept.folder / name).read_bytes())
    content[-1] ^= 1
    (kept.folder / name).write_bytes(content)
    with pytest.raises(VendorcheckError, match=f"its {name} was changed"):
        _again(store).check()


def _changed(kept: Kept, /, **fields: object) -> None:
    path = kept.folder / RECORD
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **fields}), encoding="utf-8")


@pytest.mark.parametrize(
    "fields",
    [
        {"entries": -1}, {"entries": "2"}, {"entries": True}, {"dated": "soon"}, {"dated": "2024-01-01"},
        {"dated_by": "said"}, {"dated": "2024-01-01", "dated_by": "guess"}, {"kept": {}}, {"kept": None}, {"files": 3},
        {"files": [{"name": "a"}]}, {"left_out": [1]}, {"kinds": {"unknown": 1.5}}, {"sublists": None}, {"list": 3},
        {"content": "0"}, {"digest": "0"}, {"importer": "9"}, {"format": "csl"},
        {"dated": "2026-11-21", "dated_by": "server"},
        {"imported": None}, {"list": "other"}, {"imported": "2020-01-01"}, {"schema": None}, {"schema": "mine/v1"},
    ],
)  # fmt: skip
def test_a_record_that_says_something_else_is_not_believed(store: Store, kept: Kept, fields: dict[str, object]) -> None:
    _changed(kept, **fields)
    with pytest.raises(VendorcheckError, match="is damaged"):
        _again(store)


@pytest.mark.parametrize("text", ["", "[]", "null", "[" * 100_000, "\x00", '"x"', "{}"])
def test_a_record_that_is_none_is_damage_and_no_crash(store: Store, kept: Kept, text: str) -> None:
    (kept.folder / RECORD).write_text(text, encoding="utf-8")
    with pytest.raises(VendorcheckError, match="is damaged"):
        _again(store)


def test_one_of_a_later_version_says_so(store: Store, kept: Kept) -> None:
    _changed(kept, schema=SCHEMA[:-1] + "9")
    with pytest.raises(VendorcheckError, match="was written by another version"):
        _again(store)


def test_one_that_was_renamed_is_not_what_its_folder_says(store: Store, kept: Kept) -> None:
    kept.folder.rename(kept.folder.with_name("2020-01-01-1-0123456789ab"))
    with pytest.raises(VendorcheckError, match="it was renamed"):
        _again(store)


def _entries_replaced(kept: Kept, content: bytes) -> None:
    """Other entries of the same size, so that opening does not see it."""
    path = kept.folder / "entries.sqlite"
    path.write_bytes(content.ljust(path.stat().st_size, b"\0")[: path.stat().st_size])


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0"])
def test_entries_that_are_no_database_are_damage(store: Store, kept: Kept, content: bytes) -> None:
    _entries_replaced(kept, content)
    for ask in (lambda each: each.entry("x"), lambda each: list(each.ids()), lambda each: list(each.entries())):
        with pytest.raises(VendorcheckError, match="its entries cannot be read"):
            ask(_again(store))


@pytest.mark.parametrize("record", ["{", "3", b"\xff", None])
def test_an_entry_that_is_none_is_damage(store: Store, kept: Kept, record: object) -> None:
    path = kept.folder / "entries.sqlite"
    with closing(sqlite3.connect(path)) as file:
        file.executescript("DROP TABLE entries; CREATE TABLE entries (at INTEGER PRIMARY KEY, id, record)")
        file.execute("INSERT INTO entries (id, record) VALUES ('x', ?)", (record,))
        file.commit()
    record_of_kept = json.loads((kept.folder / RECORD).read_text(encoding="utf-8"))
    record_of_kept["kept"]["entries.sqlite"]["size"] = path.stat().st_size
    _changed(kept, **record_of_kept)
    with pytest.raises(VendorcheckError, match="is damaged"):
        _again(store).entry("x")


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06"])
def test_files_that_cannot_be_unpacked_are_damage(store: Store, kept: Kept, content: bytes) -> None:
    path = kept.folder / "sources.zip"
    path.write_bytes(content.ljust(path.stat().st_size, b"\0"))
    with pytest.raises(VendorcheckError, match=r"its sources\.zip cannot be read"):
        _again(store).sources()


def test_a_list_is_opened_and_searched_without_what_only_a_hit_needs(store: Store, made: Made) -> None:
    store.add(made())
    code = (
        "import sys; from datetime import date; from pathlib import Path; from vendorcheck.lists.store import Store;"
        "kept = Store(Path(sys.argv[1])).at('debarred', date(2026, 11, 21)).kept; kept.firms, kept.persons;"
        "print([name for name in ('sqlite3', 'zipfile', 'platformdirs', 'csv') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, store.folder], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_copy_of_a_store_is_a_store(store: Store, made: Made, tmp_path: Path) -> None:
    new = made()
    store.add(new)
    shutil.copytree(store.folder, tmp_path / "copy")
    copy = Store(tmp_path / "copy").newest("debarred")
    copy.check()
    assert tuple(copy.entries()) == new.entries
