"""Lists to screen against: files to snapshots, each with its digest and its entries."""

from collections.abc import Callable
from pathlib import Path

from vendorcheck.lists.own_list import read_own_list
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.watchlist import Watchlist

Importer = Callable[[str, bytes], Watchlist]


def import_list(path: Path, importer: str = "own") -> Watchlist:
    """Return the list in a file; a VendorcheckError says why it cannot be used."""
    name = path.as_posix()
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise VendorcheckError("list_invalid", f"{name} cannot be read: {reason}", spot=Spot(name)) from error
    return IMPORTERS[importer](name, content)


IMPORTERS: dict[str, Importer] = {
    "own": read_own_list,
}

__all__ = ["IMPORTERS", "Importer", "import_list"]
