"""Files of a folder as source texts: every encoding a text comes in, and everything that is no text."""

import hashlib
import os
from pathlib import Path

import pytest

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.rulebook import sources
from vendorcheck.rulebook.sources import SourceFile, decoded, read_sources

TEXT = "Café — “cameras”\r\n华 and more\n"
WESTERN = "Café — “cameras”\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_a_text_is_read_in_its_encoding(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding)) == (encoding, TEXT)


def test_a_western_text_is_read() -> None:
    assert decoded(WESTERN.encode("cp1252")) == ("cp1252", WESTERN)


def test_the_mark_of_big_endian_utf16_is_known() -> None:
    assert decoded(b"\xfe\xff" + TEXT.encode("utf-16-be")) == ("utf-16", TEXT)


@pytest.mark.parametrize(
    "content",
    [b"\x00\x01\x02\x03" * 9, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x81", b"\xff\xfea", b"\xef\xbb\xbf\xff", b"a\x00b"],
)
def test_what_is_no_text_is_none(content: bytes) -> None:
    assert decoded(content) is None


def test_an_empty_file_is_an_empty_text() -> None:
    assert decoded(b"") == ("utf-8", "")


def test_files_come_in_the_order_of_names_with_their_digests(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"b\n")
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "a.txt").write_bytes(b"a\n")
    (tmp_path / "a.bin").write_bytes(b"\x00\xff")
    assert list(read_sources(tmp_path)) == [
        SourceFile("a.bin", hashlib.sha256(b"\x00\xff").hexdigest(), unread="not text"),
        SourceFile("b.txt", hashlib.sha256(b"b\n").hexdigest(), "utf-8", "b\n"),
        SourceFile("deep/er/a.txt", hashlib.sha256(b"a\n").hexdigest(), "utf-8", "a\n"),
    ]


def test_a_large_file_is_named_and_not_read(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(sources.MAX_BYTES + 1)
    assert list(read_sources(tmp_path)) == [SourceFile("large.txt", unread="larger than 16 MiB")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_named_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert list(read_sources(tmp_path)) == [SourceFile("pipe", unread="not a regular file")]


def test_a_link_to_a_folder_is_named_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "round").symlink_to(tmp_path, target_is_directory=True)
    assert list(read_sources(tmp_path / "texts")) == [SourceFile("round", unread="not a regular file")]


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("gone")
    with pytest.raises(VendorcheckError, match=r"a\.txt cannot be read: No such file") as caught:
        list(read_sources(tmp_path))
    assert caught.value.code == "source_unreadable"


def test_a_folder_that_cannot_be_listed_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise PermissionError(13, "Permission denied", os.fspath(tmp_path))

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(VendorcheckError, match="cannot be read: Permission denied"):
        list(read_sources(tmp_path))


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(VendorcheckError, match="does not exist") as caught:
        list(read_sources(tmp_path / "gone"))
    assert caught.value.code == "source_missing"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(VendorcheckError, match=r"a\.txt is not a folder"):
        list(read_sources(tmp_path / "a.txt"))
