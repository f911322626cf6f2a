"""What an import came to."""

from collections.abc import Sequence
from typing import NamedTuple

from vendorcheck.lists.store import Kept, SnapshotId


class Loss(NamedTuple):
    """A list, or the part of it that is called `sublist`, that has far less than before of what is counted."""

    sublist: str | None
    before: int
    after: int
    counted: str = "entries"

    def __str__(self) -> str:
        """Return it in words."""
        return f"{self.sublist or 'all'} from {self.before:,} to {self.after:,} {self.counted}"


class Changes(NamedTuple):
    """How many entries differ from those of another snapshot, and what of it was a loss."""

    since: SnapshotId
    added: int
    removed: int
    changed: int
    losses: Sequence[Loss] = ()


class Imported(NamedTuple):
    """The snapshot that was kept; `is_new` unless it was there before.

    `changes` are None where it was, and for the first of a list. `notes` are the reader's own, on what it did not
    understand.
    """

    kept: Kept
    is_new: bool
    changes: Changes | None
    notes: Sequence[str] = ()
