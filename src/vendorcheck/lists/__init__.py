"""Lists to screen against: files in the formats of their keepers to entries, with every row accounted for."""

from collections.abc import Callable
from pathlib import Path

from vendorcheck.lists.reading import Read, read_list
from vendorcheck.lists.snapshots import snapshot_of
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.watchlist import Watchlist

Importer = Callable[[str, bytes], Watchlist]


def import_list(path: Path, importer: str = "own") -> Watchlist:
    """Return the list in a file; a VendorcheckError says why it cannot be used."""
    file = SourceFile.read(path)
    return IMPORTERS[importer](file.name, file.content)


def _own_list(name: str, content: bytes) -> Watchlist:
    file = SourceFile(name, content)
    read = read_list([file], format="own")
    return Watchlist(read.list, file.digest, None, tuple(read.parsed.entries))


IMPORTERS: dict[str, Importer] = {
    "own": _own_list,
}

__all__ = ["IMPORTERS", "Importer", "Read", "SourceFile", "import_list", "read_list", "snapshot_of"]
