"""Snapshots into a store: whole or not at all, whatever gets in the way."""

import errno
import os
import sqlite3
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from vendorcheck.lists.store import NewSnapshot, Store, writing
from vendorcheck.lists.store.writing import GONE, NEW
from vendorcheck.model.errors import VendorcheckError

Made = Callable[..., NewSnapshot]

MARCH, MAY = date(2024, 3, 1), date(2024, 5, 1)


def _full(*_: Any, **__: Any) -> Any:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _full_database(*_: Any, **__: Any) -> Any:
    raise sqlite3.OperationalError("database or disk is full")


@pytest.mark.parametrize(
    "failing",
    [
        (writing, "write_entries", _full_database),
        (Path, "write_bytes", _full),
        (writing, "write_sources", _full),
        (Path, "write_text", _full),
        (os, "fsync", _full),
        (Path, "rename", _full),
        (Path, "mkdir", _full),
    ],
)
def test_on_a_full_disk_nothing_is_lost_and_nothing_is_left(
    store: Store, made: Made, monkeypatch: pytest.MonkeyPatch, failing: tuple[object, str, Callable[..., Any]]
) -> None:
    before = store.add(made(["Acme Ltd"], dated=MARCH)).kept
    monkeypatch.setattr(*failing)
    with pytest.raises(VendorcheckError, match="cannot be written") as caught:
        store.add(made(["Borealis Ltd"], dated=MAY))
    monkeypatch.undo()
    assert (caught.value.code, caught.value.exit_code) == ("store_unwritable", 2)
    assert "holds what it held before" in str(caught.value.help)
    assert store.ids("debarred") == (before.id,)
    assert {path.name for path in store.folder.iterdir()} == {".lock", "debarred"}
    assert store.add(made(["Borealis Ltd"], dated=MAY)).is_new


def test_what_killed_imports_and_removals_left_is_taken_away(store: Store, made: Made) -> None:
    store.add(made())
    for front in (NEW, GONE):
        (store.folder / f"{front}1").mkdir()
        (store.folder / f"{front}1" / "entries.sqlite").write_bytes(b"half")
        (store.folder / f"{front}1" / "entries.sqlite").chmod(0o444)
    store.add(made(["Acme Ltd"]))
    assert {path.name for path in store.folder.iterdir()} == {".lock", "debarred"}


def test_a_link_that_looks_like_a_leftover_takes_nothing_with_it(store: Store, made: Made, tmp_path: Path) -> None:
    store.add(made())
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter").write_text("mine")
    (store.folder / f"{NEW}1").symlink_to(tmp_path / "home")
    store.add(made(["Acme Ltd"]))
    assert (tmp_path / "home" / "letter").read_text() == "mine"
    assert not (store.folder / f"{NEW}1").is_symlink()


def test_where_no_lock_can_be_held_only_what_is_older_than_a_day_is_a_leftover(
    store: Store, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(made())
    old, young = store.folder / f"{NEW}old", store.folder / f"{NEW}young"
    for folder in (old, young):
        folder.mkdir()
    os.utime(old, (time.time() - 100_000,) * 2)
    monkeypatch.setattr("vendorcheck.lists.store.locking._lock", _full)
    assert store.add(made(["Acme Ltd"])).is_new
    assert (old.exists(), young.exists()) == (False, True)


def test_many_at_once_are_all_kept(store: Store, made: Made) -> None:
    names = [f"Firm {at} Ltd" for at in range(8)]
    threads = [threading.Thread(target=store.add, args=(made([name]),)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = store.snapshots("debarred")
    assert sorted(entry.name for each in kept for entry in each.entries()) == sorted(names)
    assert [each.id.number for each in kept] == list(range(1, 9))
