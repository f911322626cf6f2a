"""Official lists fetched and imported, one after another; what goes wrong with one is no matter of the others."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date
from email.utils import parsedate_to_datetime
from typing import Literal, NamedTuple

from vendorcheck.importing.addresses import OfficialList, Wanted, wanted_files
from vendorcheck.importing.fetching import Fetched, Watch, fetch
from vendorcheck.importing.fetching_request import Validators
from vendorcheck.importing.fetching_way import Way, way_of
from vendorcheck.importing.files import Imported, import_sources
from vendorcheck.importing.updating_validators import Known, keep, known
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.store import Store
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.watchlist import Snapshot
from vendorcheck.rulebook.config import Update

State = Literal["updated", "unchanged", "failed"]


class Outcome(NamedTuple):
    """What came of one list: its newest snapshot, the hosts its files came from, and why it failed where it did.

    After a failure `snapshot` is the one that stays; None where there is none.
    """

    official: OfficialList
    state: State
    snapshot: Snapshot | None
    hosts: tuple[str, ...] = ()
    error: VendorcheckError | None = None


class _Files(NamedTuple):
    """The files of a list as they were fetched, by address in their order; unchanged ones have no content."""

    wanted: Sequence[Wanted]
    fetched: Mapping[str, Fetched]

    @property
    def hosts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(host for each in self.fetched.values() for host in each.hosts))

    @property
    def are_unchanged(self) -> bool:
        return all(each.content is None for each in self.fetched.values())


def update_lists(
    lists: Sequence[OfficialList],
    store: Store,
    update: Update,
    *,
    today: date,
    accept_shrink: bool = False,
    watch: Watch | None = None,
) -> Iterator[Outcome]:
    """Yield what came of each list, once it is done; an error before any where the config's certificates are no good."""
    way = way_of(update)
    for official in lists:
        try:
            yield _updated(official, store, way, today, watch, accept_shrink=accept_shrink)
        except VendorcheckError as error:
            yield Outcome(official, "failed", _staying(store, official.name), error=error)


def _updated(
    official: OfficialList, store: Store, way: Way, today: date, watch: Watch | None, *, accept_shrink: bool
) -> Outcome:
    before = known(store, official.name)
    files = _fetched(official, way, before, watch)
    if before and files.are_unchanged:
        return Outcome(official, "unchanged", before.kept.record, files.hosts)
    imported: Imported = import_sources(
        _sources(files, before),
        store=store,
        format=official.format,
        name=official.name,
        server_date=_server_date(files, today),
        accept_shrink=accept_shrink,
        today=today,
    )
    keep(store, official.name, imported.kept, {at: each.validators for at, each in files.fetched.items()})
    return Outcome(official, "updated" if imported.is_new else "unchanged", imported.kept.record, files.hosts)


def _fetched(official: OfficialList, way: Way, before: Known | None, watch: Watch | None) -> _Files:
    wanted = wanted_files(official, way.update)
    validators = before.validators if before else {}
    if set(validators) != {each.address for each in wanted}:
        validators = {}  # other addresses may serve another list
    return _Files(
        wanted,
        {
            each.address: fetch(
                each.address, way, known=validators.get(each.address, Validators()), name=each.file, watch=watch
            )
            for each in wanted
        },
    )


def _sources(files: _Files, before: Known | None) -> tuple[SourceFile, ...]:
    """The files to import; those that have not changed as they were imported before."""
    kept = {each.name: each for each in before.kept.sources()} if before else {}
    return tuple(
        kept[each.file] if content is None else SourceFile(each.file, content)
        for each in files.wanted
        for content in [files.fetched[each.address].content]
    )


def _server_date(files: _Files, today: date) -> date | None:
    """The newest day on which a server says that a file was changed; a day that has not come yet says nothing."""
    told = (_day(each.validators.modified) for each in files.fetched.values())
    return max((day for day in told if day and day <= today), default=None)


def _day(text: str | None) -> date | None:
    try:
        return parsedate_to_datetime(text).astimezone(UTC).date() if text else None
    except (ValueError, OverflowError):
        return None


def _staying(store: Store, name: str) -> Snapshot | None:
    """The newest snapshot of a list as it was; None where there is none, or it is damaged."""
    try:
        return store.newest(name).record
    except VendorcheckError:
        return None
