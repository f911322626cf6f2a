"""Files of a list into the store."""

import gc
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial

from vendorcheck import __version__
from vendorcheck.importing.asked import Asked, Watch
from vendorcheck.importing.comparing import changes_of, compared_with
from vendorcheck.importing.imported import Changes, Imported
from vendorcheck.importing.shrinking import refusal_of
from vendorcheck.lists.formats import FORMATS
from vendorcheck.lists.reading import Read, read_list
from vendorcheck.lists.snapshots import snapshot_of
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.store import NewSnapshot, Store
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.watchlist import DateBasis, Snapshot
from vendorcheck.resolve.list_index import list_indexes

#: Which version of this program reads lists: another one may read them otherwise.
IMPORTER = __version__


def import_files(
    store: Store, files: Sequence[SourceFile], asked: Asked, today: date, watch: Watch | None = None
) -> Imported:
    """Keep the list in some files; a VendorcheckError where they are none, or far less than the store has of it.

    The store is as it was before until the new snapshot is there as a whole.
    """
    _check_once(files)
    with _without_collector():
        return _imported(store, files, asked, today, watch)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Have nothing looked for that refers to itself: entries do not, and looking through all of them takes long."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _imported(store: Store, files: Sequence[SourceFile], asked: Asked, today: date, watch: Watch | None) -> Imported:
    read = read_list(
        files,
        format=asked.format,
        name=asked.name,
        mappings=asked.mappings,
        accept_cut_off=asked.accept_cut_off,
    )
    dated, basis = _dated(read, asked)
    snapshot = snapshot_of(read, files, today, IMPORTER)._replace(dated=dated, dated_by=basis)
    _check(read, files, snapshot, today)
    store.check_name(read.list)
    _check_official(read)
    try:
        same = store.same(snapshot, read.parsed.entries)
        if same:
            return Imported(same, is_new=False, changes=None, notes=read.parsed.notes)
        changes = _changes(store, read, snapshot, accept_shrink=asked.accept_shrink)
        kept, is_new = store.add(_indexed(read, snapshot, files, watch))
    except UnicodeEncodeError as error:
        message = f"{files[0].name}: a text in it holds half a sign, which no name does"
        raise VendorcheckError("list_invalid", message, spot=Spot(files[0].name), help="Fetch it again.") from error
    return Imported(kept, is_new, changes, read.parsed.notes)


def _indexed(read: Read, snapshot: Snapshot, files: Sequence[SourceFile], watch: Watch | None) -> NewSnapshot:
    """The list with the indexes of its names, which take longer than all else."""
    parsed = read.parsed
    indexes = list_indexes(parsed.entries, partial(watch, f"the names of {read.list}") if watch else None)
    return NewSnapshot(snapshot, parsed.entries, parsed.left_out, indexes.firms, indexes.persons, files)


def _check_once(files: Sequence[SourceFile]) -> None:
    digests = Counter(file.digest for file in files)
    twice = [file.name for file in files if digests[file.digest] > 1]
    if twice:
        message = f"{' and '.join(dict.fromkeys(twice))}: the same file is given twice"
        raise VendorcheckError("usage", message, help="Give each file of the list once.")


def _check_official(read: Read) -> None:
    """Refuse a list under the name of an official one: a run that asks for that would be given this one."""
    if read.list in {each.list for each in FORMATS} - {read.format.list}:
        raise VendorcheckError(
            "usage",
            f"a list in the format {read.format.name!r} cannot be called {read.list!r}, as an official one is",
            help="Call it otherwise: --name debarred.",
        )


def _dated(read: Read, asked: Asked) -> tuple[date | None, DateBasis | None]:
    """The date of the list: as somebody says, else as its files do, else its server; its newest entry at last."""
    if asked.said:
        return asked.said, "said"
    if asked.served and read.parsed.dated_by != "file":
        return asked.served, "server"
    return read.parsed.dated, read.parsed.dated_by


def _check(read: Read, files: Sequence[SourceFile], snapshot: Snapshot, today: date) -> None:
    """Refuse a list that names nobody, that is of days to come, or whose entries cannot be told apart."""
    spot = Spot(files[0].name)
    if not read.parsed.entries:
        raise VendorcheckError(
            "list_invalid", f"{files[0].name} names nobody: nothing was imported", spot=spot, help="Fetch it again."
        )
    if snapshot.dated and snapshot.dated > today + timedelta(days=1):  # a keeper may live where it is tomorrow
        raise VendorcheckError(
            "usage" if snapshot.dated_by == "said" else "list_invalid",
            f"{files[0].name} would be a list of {snapshot.dated.isoformat()}, a day that is still to come",
            spot=spot,
            help="Say of which day it is: --date YYYY-MM-DD.",
        )
    ids = Counter(entry.id for entry in read.parsed.entries)
    twice = next((name for name, count in ids.items() if count > 1), None)
    if twice is not None:
        raise VendorcheckError("list_invalid", f"{files[0].name}: two entries are called {twice}", spot=spot)


def _changes(store: Store, read: Read, snapshot: Snapshot, *, accept_shrink: bool) -> Changes | None:
    before = compared_with(store, snapshot)
    if before is None:
        return None
    changes = changes_of(before, read.parsed.entries)
    if changes.losses and not accept_shrink:
        raise refusal_of(before, read.parsed.entries, changes.losses)
    return changes
