"""Official lists fetched and imported, one after another; what goes wrong with one is no matter of the others."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date
from email.utils import parsedate_to_datetime
from typing import Literal, NamedTuple

from vendorcheck.importing import Asked, import_files
from vendorcheck.importing.addresses import OfficialFile, OfficialList, Wanted, wanted_files
from vendorcheck.importing.fetching import Fetched, Watch, fetch
from vendorcheck.importing.fetching_request import NONE_KNOWN, Validators
from vendorcheck.importing.fetching_way import Way, way_of
from vendorcheck.importing.updating_checks import check_format
from vendorcheck.importing.updating_validators import Known, keep, known
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.store import Store
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.watchlist import Snapshot
from vendorcheck.rulebook.config import Update

#: What a file holds that holds nothing: the last sign is how old files end.
_BLANK = b" \t\r\n\x1a"

State = Literal["updated", "unchanged", "failed"]


class Wish(NamedTuple):
    """How lists are to be updated: the config's word, and whether one that shrank is accepted."""

    update: Update
    today: date
    accept_shrink: bool = False


class Outcome(NamedTuple):
    """What came of one list: its newest snapshot, the hosts its files came from, and why it failed where it did.

    After a failure `snapshot` is the one that stays; None where there is none.
    """

    official: OfficialList
    state: State
    snapshot: Snapshot | None
    hosts: tuple[str, ...] = ()
    error: VendorcheckError | None = None


class _Part(NamedTuple):
    """A file of a list, where it was wanted from, and what came."""

    official: OfficialFile
    wanted: Wanted
    fetched: Fetched


def update_lists(
    lists: Sequence[OfficialList], store: Store, wish: Wish, watch: Watch | None = None
) -> Iterator[Outcome]:
    """Yield what came of each list, once it is done; an error before any where `update.ca` is of no use."""
    way = way_of(wish.update)
    for official in lists:
        try:
            yield _updated(official, store, way, wish, watch)
        except VendorcheckError as error:
            yield Outcome(official, "failed", _staying(store, official.name), error=error)


def _updated(official: OfficialList, store: Store, way: Way, wish: Wish, watch: Watch | None) -> Outcome:
    before = known(store, official.name)
    parts = _fetched(official, way, before.validators if before else {}, watch)
    hosts = tuple(dict.fromkeys(host for part in parts for host in part.fetched.hosts))
    if before and all(part.fetched.content is None for part in parts):
        return Outcome(official, "unchanged", before.kept.record, hosts)
    sources = _sources(parts, before)
    check_format(official, sources)
    asked = Asked(official.format, official.name, served=_served(parts, wish.today), accept_shrink=wish.accept_shrink)
    imported = import_files(store, sources, asked, wish.today)
    keep(store, official.name, imported.kept, {part.wanted: part.fetched.validators for part in parts})
    return Outcome(official, "updated" if imported.is_new else "unchanged", imported.kept.record, hosts)


def _fetched(
    official: OfficialList, way: Way, validators: Mapping[Wanted, Validators], watch: Watch | None
) -> tuple[_Part, ...]:
    """Every file of a list; with validators, for which other addresses would have no meaning, only what has changed."""
    wanted = wanted_files(official, way.update)
    if set(wanted) != set(validators):
        validators = {}
    return tuple(
        _Part(file, each, fetch(each.address, way, known=validators.get(each, NONE_KNOWN), name=each.file, watch=watch))
        for file, each in zip(official.files, wanted, strict=True)
    )


def _sources(parts: Sequence[_Part], before: Known | None) -> tuple[SourceFile, ...]:
    """The files to import; those that have not changed as they were imported before."""
    kept = {each.name: each for each in before.kept.sources()} if before else {}
    return tuple(source for part in parts for source in [_source(part, kept)] if source)


def _source(part: _Part, kept: Mapping[str, SourceFile]) -> SourceFile | None:
    """A file as it is imported; None where there is nothing in it, and need not be."""
    name, content = part.wanted.file, part.fetched.content
    if content is None:
        return kept.get(name)
    empty = part.official.may_be_empty and not content.strip(_BLANK)
    return None if empty else SourceFile(name, content)


def _served(parts: Sequence[_Part], today: date) -> date | None:
    """The newest day on which a server says that a file was changed; a day that has not come yet says nothing."""
    days = (_day(part.fetched.validators.modified) for part in parts)
    return max((day for day in days if day and day <= today), default=None)


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
