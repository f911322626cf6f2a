"""Importing a list from a file: found by the name of its importer, or refused with its place."""

import hashlib
from pathlib import Path

import pytest

from vendorcheck.lists import IMPORTERS, import_list
from vendorcheck.model.errors import Spot, VendorcheckError


def test_a_list_of_ones_own_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "debarred.csv"
    path.write_bytes(b"name\nAcme\n")
    found = import_list(path)
    assert (found.name, found.digest) == ("debarred", hashlib.sha256(b"name\nAcme\n").hexdigest())
    assert [entry.name for entry in found.entries] == ["Acme"]


def test_every_importer_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "debarred.csv"
    path.write_bytes(b"name\nAcme\n")
    assert [import_list(path, name).name for name in IMPORTERS] == ["debarred"] * len(IMPORTERS)


@pytest.mark.parametrize("place", ["missing.csv", "."])
def test_what_cannot_be_read_is_refused_with_the_reason(tmp_path: Path, place: str) -> None:
    path = tmp_path / place
    with pytest.raises(VendorcheckError, match=r"cannot be read: \w") as caught:
        import_list(path)
    assert (caught.value.code, caught.value.spot) == ("list_invalid", Spot(path.as_posix()))


def test_a_fault_in_the_file_has_its_path(tmp_path: Path) -> None:
    path = tmp_path / "debarred.csv"
    path.write_bytes(b"name,since\nAcme,soon\n")
    with pytest.raises(VendorcheckError) as caught:
        import_list(path)
    assert caught.value.spot == Spot(path.as_posix(), 2)
