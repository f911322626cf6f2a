"""`lists remove`: snapshots out of the store."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.cli.shown import told, write_json
from vendorcheck.cli.terminal import write_rows
from vendorcheck.model.errors import VendorcheckError

if TYPE_CHECKING:
    from vendorcheck.lists.store import SnapshotId, Store

REMOVE_MORE = """
\b
Examples:
  vendorcheck lists remove debarred --snapshot 2024-03-01
  vendorcheck lists remove debarred --older-than 2024-01-01
  vendorcheck lists remove debarred --all

\b
A run as of an earlier day looks at the list as it stood then: what is removed cannot be looked at any more.

\b
Exit codes:
  0    removed, though there was none that old
  2    not removed: no such list or snapshot, --all is missing, or the store cannot be written
"""


def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A list.")],
    snapshot: Annotated[
        list[str],
        typer.Option("--snapshot", metavar="ID", help="This snapshot; the beginning is enough. May be given again."),
    ] = [],
    older_than: Annotated[
        str | None,
        typer.Option("--older-than", metavar="DATE", help="All snapshots of days before this one."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="All snapshots; needed wherever none would be left.")
    ] = False,
    store: options.Store = None,
    config: options.ConfigFile = None,
    isolated: options.Isolated = False,
    output: options.Shown = "text",
) -> int:
    """Remove snapshots of a list. Nothing is asked: say which, or --all."""
    with told(output):
        from vendorcheck.cli.lists_store import store_of

        kept_in = store_of(store, config, isolated=isolated)
        before = options.parse_day(older_than, "--older-than")
        gone = _chosen(kept_in, name, snapshot, before, everything=everything)
        kept_in.remove(name, gone)
        if output == "json":
            from vendorcheck.cli.lists_data import remove_data

            write_json(remove_data(kept_in, name, gone))
        else:
            from vendorcheck.cli.lists_text import remove_rows

            write_rows(remove_rows(kept_in, name, gone))
    return 0


def _chosen(
    store: "Store", name: str, snapshots: list[str], before: date | None, *, everything: bool
) -> "tuple[SnapshotId, ...]":
    """The snapshots to remove; an error where nobody said which, or where none would be left and nobody said --all."""
    if sum((bool(snapshots), before is not None, everything)) != 1:
        raise VendorcheckError(
            "usage", f"which snapshots of {name!r}?", help="Say --snapshot ID, --older-than DATE or --all: one of them."
        )
    ids = store.ids(store.known(name))
    if everything:
        return ids
    named = {store.chosen(name, each) for each in snapshots}
    chosen = tuple(each for each in ids if each in named or (before is not None and each.day < before))
    if len(chosen) == len(ids):
        raise VendorcheckError(
            "usage", f"no snapshot of the list {name!r} would be left", help="Say --all if that is what you want."
        )
    return chosen
