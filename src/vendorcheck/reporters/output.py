"""Reports to files: each whole or not at all, and all of them or none."""

import os
import stat
import tempfile
from collections.abc import Callable, Iterable
from errno import EISDIR
from pathlib import Path
from typing import BinaryIO

from vendorcheck.model.errors import Spot, VendorcheckError

#: Writes a report, or whatever else it stands for, to an open file.
Writer = Callable[[BinaryIO], None]


def write_all(writers: Iterable[tuple[Path, Writer]]) -> None:
    """Let each write to its path, folders made where missing; where one cannot be written, none is."""
    wanted = list(writers)
    for path, _ in wanted:
        if path.is_dir():
            raise _unwritable(path, IsADirectoryError(EISDIR, "Is a folder"))
    staged: list[tuple[Path, Path]] = []
    try:
        for path, writer in wanted:
            staged.append((path, _stage(path, writer)))
        # Pipes and devices first: they may be full, while giving a file its name does not fail for want of room.
        for path, temporary in sorted(staged, key=lambda each: not _is_special(each[0])):
            _put(path, temporary)
    finally:
        for _, temporary in staged:
            temporary.unlink(missing_ok=True)


def text_writer(texts: Iterable[str]) -> Writer:
    """Return what writes texts one after another, as UTF-8; half a sign becomes an escape."""
    return lambda file: file.writelines(text.encode("utf-8", "backslashreplace") for text in texts)


def _stage(path: Path, writer: Writer) -> Path:
    """Write beside a path, under another name; for a pipe or a device, to a temporary folder."""
    try:
        folder = None if _is_special(path) else path.resolve().parent
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=".vendorcheck-", suffix=".part")
        staged = Path(temporary)
        try:
            with os.fdopen(handle, "wb") as file:
                writer(file)
            staged.chmod(stat.S_IMODE(path.stat().st_mode) if path.is_file() else 0o666 & ~_umask())
        except BaseException:
            staged.unlink()
            raise
    except OSError as error:
        raise _unwritable(path, error) from error
    return staged


def _put(path: Path, temporary: Path) -> None:
    """Give a staged file its name; what is no file (a pipe, a device) is written to and stays what it is."""
    try:
        if _is_special(path):
            path.write_bytes(temporary.read_bytes())
        else:
            temporary.replace(path.resolve())
    except OSError as error:
        raise _unwritable(path, error) from error


def _is_special(path: Path) -> bool:
    return path.exists() and not path.is_file()


def _unwritable(path: Path, error: OSError) -> VendorcheckError:
    todo = "Is it open in another program, or is the folder read-only?"
    if isinstance(error, IsADirectoryError):
        todo = "It is a folder; name a file."
    elif isinstance(error, FileExistsError | NotADirectoryError):
        todo = "A part of the path is a file, not a folder."
    reason = error.strerror or str(error)
    name = path.as_posix()
    return VendorcheckError("output_unwritable", f"{name} cannot be written: {reason}", spot=Spot(name), help=todo)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
