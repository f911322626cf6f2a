"""Why a list that shrank is not imported, with what would be lost."""

from collections.abc import Iterator, Sequence
from itertools import islice

from vendorcheck.importing.imported import Loss
from vendorcheck.lists.store import Kept, sublist_of
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.watchlist import ListEntry
from vendorcheck.resolve.similar.parsed import parse

#: How many parts of a list, and how many names, an error gives.
MAX_TOLD = 5


def refusal_of(before: Kept, entries: Sequence[ListEntry], losses: Sequence[Loss]) -> VendorcheckError:
    """Return the error for a list that shrank: what it would lose, with names of organisations, never of persons."""
    told = list(map(str, losses[:MAX_TOLD]))
    if len(losses) > MAX_TOLD:
        told.append(f"{len(losses) - MAX_TOLD} more")
    names = "; ".join(islice(_lost_names(before, entries, losses), MAX_TOLD))
    return VendorcheckError(
        "list_invalid",
        f"the list {before.record.list} would shrink too much to be whole: {', '.join(told)}. Nothing was imported",
        spot=Spot(before.folder.as_posix()),
        help=f"{f'No more on it: {names}. ' if names else ''}Fetch it again; if this is what its keeper did, "
        "import it with --accept-shrink.",
    )


def _lost_names(before: Kept, entries: Sequence[ListEntry], losses: Sequence[Loss]) -> Iterator[str]:
    """The names of organisations that are on the list no more, of its lost parts where there are such."""
    ids = {entry.id for entry in entries}
    parts = {loss.sublist for loss in losses if loss.sublist}
    for entry in before.entries():
        if entry.id not in ids and (not parts or sublist_of(entry) in parts) and _is_surely_no_person(entry):
            yield entry.name


def _is_surely_no_person(entry: ListEntry) -> bool:
    """Whether a name may be told: its list says that it is an organisation's, or its own words do."""
    if entry.kind != "unknown":
        return entry.kind == "organisation"
    name = parse(entry.name)
    return bool(name.forms) and any(word.kind in ("business", "generic") for word in name.words)
