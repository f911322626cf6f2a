"""Files written whole or not at all, and all of them or none."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.reporters.output import Writer, text_writer, write_all


def test_the_text_is_written_as_utf_8_with_plain_line_ends(tmp_path: Path) -> None:
    write_all([(tmp_path / "report.txt", text_writer(["eins\n海\n"]))])
    assert (tmp_path / "report.txt").read_bytes() == "eins\n海\n".encode()


def test_missing_folders_are_made(tmp_path: Path) -> None:
    write_all([(tmp_path / "a" / "b" / "report.txt", text_writer(["x"]))])
    assert (tmp_path / "a" / "b" / "report.txt").read_text(encoding="utf-8") == "x"


def test_an_older_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old and longer", encoding="utf-8")
    write_all([(path, text_writer(["new"]))])
    assert path.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_half_a_character_is_written_as_its_escape(tmp_path: Path) -> None:
    write_all([(tmp_path / "report.txt", text_writer(["a\udcffb"]))])
    assert (tmp_path / "report.txt").read_bytes() == b"a\\udcffb"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_a_new_file_has_the_permissions_the_user_set(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        write_all([(tmp_path / "report.txt", text_writer(["x"]))])
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "report.txt").stat().st_mode) == 0o666 & ~mask


def test_a_folder_is_refused_and_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(VendorcheckError, match="folder cannot be written") as caught:
        write_all([(tmp_path / "folder", text_writer(["x"]))])
    assert (caught.value.code, caught.value.exit_code) == ("output_unwritable", 2)
    assert caught.value.help == "It is a folder; name a file."
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_path_below_a_file_is_refused_and_the_file_stays(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    with pytest.raises(VendorcheckError, match=r"file/report\.txt cannot be written") as caught:
        write_all([(tmp_path / "file" / "report.txt", text_writer(["x"]))])
    assert caught.value.help == "A part of the path is a file, not a folder."
    assert (tmp_path / "file").read_text(encoding="utf-8") == "kept"


def test_where_one_text_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "old.txt").write_text("old", encoding="utf-8")
    new = text_writer(["new"])
    texts = [(tmp_path / "old.txt", new), (tmp_path / "new.txt", new), (tmp_path / "folder", new)]
    with pytest.raises(VendorcheckError, match="folder cannot be written"):
        write_all(texts)
    assert (tmp_path / "old.txt").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "old.txt"]


def test_a_text_that_cannot_be_made_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    def texts() -> Iterator[tuple[Path, Writer]]:
        yield tmp_path / "old.txt", text_writer(["new"])
        raise ZeroDivisionError

    (tmp_path / "old.txt").write_text("old", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        write_all(texts())
    assert (tmp_path / "old.txt").read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["old.txt"]


def test_what_breaks_off_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old", encoding="utf-8")
    _break(monkeypatch)
    with pytest.raises(VendorcheckError, match=r"report\.txt cannot be written: No space left on device"):
        write_all([(path, text_writer(["new"]))])
    assert path.read_text(encoding="utf-8") == "old"


def test_what_breaks_off_leaves_nothing_beside_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _break(monkeypatch)
    with pytest.raises(VendorcheckError):
        write_all([(tmp_path / "report.txt", text_writer(["new"]))])
    assert list(tmp_path.iterdir()) == []


def test_a_reason_without_words_of_the_system_is_given_in_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _break(monkeypatch, OSError("no room"))
    with pytest.raises(VendorcheckError, match=r"report\.txt cannot be written: no room") as caught:
        write_all([(tmp_path / "report.txt", text_writer(["x"]))])
    assert caught.value.help == "Is it open in another program, or is the folder read-only?"
    assert caught.value.spot is not None
    assert caught.value.spot.file == (tmp_path / "report.txt").as_posix()


@pytest.mark.skipif(os.name == "nt", reason="making a link needs rights of its own on Windows")
def test_a_link_stays_one_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.txt").symlink_to(tmp_path / "folder" / "report.txt")
    write_all([(tmp_path / "link.txt", text_writer(["new"]))])
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "folder" / "report.txt").read_text(encoding="utf-8") == "new"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes among its files")
def test_a_named_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    write_all([(pipe, text_writer(["海\n"]))])
    reader.join(10)
    assert read == ["海\n".encode()]
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="this system gives no paths to open files")
def test_a_pipe_from_a_shell_is_written_to() -> None:
    reading, writing = os.pipe()
    try:
        write_all([(Path(f"/dev/fd/{writing}"), text_writer(["x"]))])
    finally:
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            read = pipe.read()
    assert read == b"x"


def _break(monkeypatch: pytest.MonkeyPatch, error: OSError | None = None) -> None:
    """Let every file break off when its text has been written."""

    def chmod(_path: Path, _mode: int) -> None:
        raise error or OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "chmod", chmod)
