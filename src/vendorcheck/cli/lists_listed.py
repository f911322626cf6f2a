"""The lists of a store, those included that cannot be used."""

from typing import NamedTuple

from vendorcheck.lists.store import Kept, Store
from vendorcheck.model.errors import VendorcheckError


class Listed(NamedTuple):
    """A list with its newest snapshot, or with the error that says why that cannot be used."""

    name: str
    snapshots: int
    newest: Kept | None
    error: VendorcheckError | None = None


def listed(store: Store) -> tuple[Listed, ...]:
    """Return the lists of a store."""
    return tuple(_listed(store, name) for name in store.names())


def _listed(store: Store, name: str) -> Listed:
    ids = store.ids(name)
    try:
        return Listed(name, len(ids), store.open(name, ids[-1]))
    except VendorcheckError as error:
        return Listed(name, len(ids), None, error)
