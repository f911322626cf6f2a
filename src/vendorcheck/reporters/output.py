"""Reports to files: each whole or not at all, and all of them or none."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from vendorcheck.model.errors import Spot, VendorcheckError


def write_all(texts: Iterable[tuple[Path, str]]) -> None:
    """Write each text to its path, folders made where missing; where one cannot be written, none is."""
    staged: list[tuple[Path, Path]] = []
    try:
        for path, text in texts:
            staged.append((path, _stage(path, text)))
        for path, temporary in staged:
            _put(path, temporary)
    finally:
        for _, temporary in staged:
            temporary.unlink(missing_ok=True)


def _stage(path: Path, text: str) -> Path:
    """Write a text beside its path, under another name; for a pipe or a device, to a temporary folder."""
    try:
        if path.is_dir():
            raise IsADirectoryError(21, "Is a folder")
        folder = None if _is_special(path) else path.resolve().parent
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=".vendorcheck-", suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
        Path(temporary).chmod(0o666 & ~_umask())
    except OSError as error:
        raise _unwritable(path, error) from error
    return Path(temporary)


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
