"""A file of a list: its bytes, its digest, and the reason where it cannot be read."""

import hashlib
from pathlib import Path

import pytest

from vendorcheck.lists import source_file
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.watchlist import ListedFile


def test_a_file_is_read_with_its_digest(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"name\n")
    file = SourceFile.read(path)
    assert (file.name, file.content) == (path.as_posix(), b"name\n")
    assert file.record == ListedFile(path.as_posix(), hashlib.sha256(b"name\n").hexdigest())


@pytest.mark.parametrize("place", ["missing.csv", "."])
def test_what_cannot_be_read_is_refused_with_the_reason(tmp_path: Path, place: str) -> None:
    with pytest.raises(VendorcheckError, match=r"cannot be read: \w") as caught:
        SourceFile.read(tmp_path / place)
    assert (caught.value.code, bool(caught.value.help)) == ("list_invalid", True)


def test_a_file_larger_than_any_list_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_file, "MAX_FILE", 4)
    path = tmp_path / "list.csv"
    path.write_bytes(b"name")
    assert SourceFile.read(path).content == b"name"
    path.write_bytes(b"name\n")
    with pytest.raises(VendorcheckError, match="is larger than"):
        SourceFile.read(path)
