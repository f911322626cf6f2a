"""Snapshots out of a store."""

import errno
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from vendorcheck.lists.store import NewSnapshot, Store
from vendorcheck.model.errors import VendorcheckError

Made = Callable[..., NewSnapshot]

MARCH, MAY = date(2024, 3, 1), date(2024, 5, 1)


@pytest.fixture
def filled(store: Store, made: Made) -> Store:
    for day in (MARCH, MAY):
        store.add(made([f"Firm of {day.isoformat()}"], dated=day))
    return store


def test_one_is_gone_and_the_others_stay(filled: Store) -> None:
    march, may = filled.ids("debarred")
    filled.remove("debarred", [march])
    assert filled.ids("debarred") == (may,)
    assert {path.name for path in filled.folder.iterdir()} == {".lock", "debarred"}


def test_with_the_last_the_list_is_gone(filled: Store) -> None:
    filled.remove("debarred", filled.ids("debarred"))
    assert filled.names() == ()
    assert {path.name for path in filled.folder.iterdir()} == {".lock"}


def test_what_somebody_else_put_there_stays(filled: Store) -> None:
    (filled.folder / "debarred" / "notes.txt").write_text("mine")
    filled.remove("debarred", filled.ids("debarred"))
    assert (filled.folder / "debarred" / "notes.txt").read_text() == "mine"


def test_a_damaged_one_can_be_removed(filled: Store) -> None:
    march, may = filled.ids("debarred")
    for path in (filled.folder / "debarred" / str(march)).iterdir():
        path.unlink()
    filled.remove("debarred", [march])
    assert filled.ids("debarred") == (may,)


def test_one_that_is_gone_already_is_no_matter(filled: Store) -> None:
    march, may = filled.ids("debarred")
    filled.remove("debarred", [march])
    filled.remove("debarred", [march])
    assert filled.ids("debarred") == (may,)


def test_where_it_cannot_be_done_all_is_as_it_was(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = filled.ids("debarred")

    def refused(*_: Any) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(VendorcheckError, match="cannot be written: Permission denied"):
        filled.remove("debarred", before)
    assert filled.ids("debarred") == before
