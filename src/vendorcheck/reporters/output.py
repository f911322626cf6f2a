"""Reports to files: whole or not at all."""

import os
import tempfile
from pathlib import Path

from vendorcheck.model.errors import Spot, VendorcheckError


def write_whole(path: Path, text: str) -> None:
    """Write a text to a file, its folder made where missing; the file is the old one or the new one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                file.write(text)
            Path(temporary).chmod(0o666 & ~_umask())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise unwritable(path, error) from error


def unwritable(path: Path, error: OSError) -> VendorcheckError:
    """Return what to say of an output that cannot be written."""
    todo = "Is it open in another program, or is the folder read-only?"
    if isinstance(error, IsADirectoryError) or path.is_dir():
        todo = "It is a folder; name a file."
    reason = error.strerror or str(error)
    name = path.as_posix()
    return VendorcheckError("output_unwritable", f"{name} cannot be written: {reason}", spot=Spot(name), help=todo)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
