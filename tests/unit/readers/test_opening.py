"""Bills that are opened: files that stay open for as long as the bill lives, and no longer."""

import io
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import BinaryIO

import pytest

from vendorcheck import readers
from vendorcheck.readers import ALL_FOUND, READERS, open_bom, opening
from vendorcheck.readers.opening import STDIN, open_file

TEXT = b"Manufacturer,Part Number\nAcme,A1\n"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[BinaryIO]:
    """Every file that is opened for a bill."""
    files: list[BinaryIO] = []

    def remember(path: str) -> BinaryIO:
        files.append(open_file(path))
        return files[-1]

    monkeypatch.setattr(readers, "open_file", remember)
    return files


def test_a_file_is_open_until_the_bill_is_closed(tmp_path: Path, opened: list[BinaryIO]) -> None:
    path = tmp_path / "bill.csv"
    path.write_bytes(TEXT)
    bill = open_bom(str(path))
    assert [file.closed for file in opened] == [False]
    bill.close()
    assert [file.closed for file in opened] == [True]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), MemoryError(), RuntimeError("a bug")], ids=repr)
def test_it_is_closed_whatever_goes_wrong(
    tmp_path: Path, opened: list[BinaryIO], monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    path = tmp_path / "bill.csv"
    path.write_bytes(TEXT)

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setitem(READERS, "csv", fail)
    with pytest.raises(type(error)):
        open_bom(str(path), ALL_FOUND)
    assert [file.closed for file in opened] == [True]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes among its files")
def test_a_named_pipe_is_copied_and_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    streams: list[BinaryIO] = []
    copied: Callable[[BinaryIO], BinaryIO] = opening._copied  # noqa: SLF001 (it has the stream in hand)

    def remember(stream: BinaryIO) -> BinaryIO:
        streams.append(stream)
        return copied(stream)

    monkeypatch.setattr(opening, "_copied", remember)
    writer = Thread(target=lambda: pipe.write_bytes(TEXT), daemon=True)
    writer.start()
    with open_file(str(pipe)) as file:
        assert file.read() == TEXT
    writer.join(10)
    assert [stream.closed for stream in streams] == [True]


def test_what_cannot_be_copied_leaves_nothing_open(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(io.BytesIO):
        def read(self, _: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    files: list[io.BytesIO] = []

    def temporary() -> io.BytesIO:
        files.append(io.BytesIO())
        return files[-1]

    monkeypatch.setattr(tempfile, "TemporaryFile", temporary)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Broken()))
    with pytest.raises(OSError, match="Input/output"):
        open_file(STDIN)
    assert [file.closed for file in files] == [True]
