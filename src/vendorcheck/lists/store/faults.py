"""What can be wrong with a store, in the words of its errors."""

from pathlib import Path

from vendorcheck.model.errors import Spot, VendorcheckError


def damaged(folder: Path, what: str) -> VendorcheckError:
    """Return the error for a snapshot that cannot be relied on."""
    name, snapshot = folder.parent.name, folder.name
    return VendorcheckError(
        "list_invalid",
        f"the snapshot {snapshot} of the list {name} is damaged: {what}",
        spot=Spot(folder.as_posix()),
        help=f"Take it away, `vendorcheck lists remove {name} --snapshot {snapshot}`, and import it again.",
    )


def unwritable(folder: Path, error: Exception) -> VendorcheckError:
    """Return the error for a store that takes nothing more; what it held is as it was."""
    reason = getattr(error, "strerror", None) or str(error)
    return VendorcheckError(
        "store_unwritable",
        f"the store of lists {folder.as_posix()} cannot be written: {reason}",
        spot=Spot(folder.as_posix()),
        help="It holds what it held before. Make room, see who may write there, or name another one: --store DIR.",
    )


def unreadable(folder: Path, error: OSError) -> VendorcheckError:
    """Return the error for a store that cannot be looked into."""
    return VendorcheckError(
        "list_invalid",
        f"the store of lists {folder.as_posix()} cannot be read: {error.strerror or error}",
        spot=Spot(folder.as_posix()),
        help="Name the folder of a store: --store DIR.",
    )
