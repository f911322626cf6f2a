"""`lists show`: a list of the store, or entries of it."""

from functools import partial
from typing import Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.cli.shown import told, write_json
from vendorcheck.cli.terminal import print_rows
from vendorcheck.model.errors import VendorcheckError

SHOW_MORE = """
\b
Examples:
  vendorcheck lists show csl
  vendorcheck lists show csl --entry csl:12345
  vendorcheck lists show csl --find "acme" --snapshot 2024-03
  vendorcheck lists show csl --check

\b
Exit codes:
  0    shown
  2    could not show: no such list, snapshot or entry, or one that is damaged
"""

#: How many entries --find shows; it counts all.
MAX_FOUND = 50


def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A list.")],
    entry: Annotated[str | None, typer.Option("--entry", metavar="ID", help="One entry, in full, by its id.")] = None,
    find: Annotated[
        str | None, typer.Option("--find", metavar="TEXT", help="Entries with this in one of their names.")
    ] = None,
    snapshot: Annotated[
        str | None,
        typer.Option("--snapshot", metavar="ID", help="Another snapshot than the newest; the beginning is enough."),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Read every file of the snapshot, and hold it against its digest.")
    ] = False,
    store: options.Store = None,
    config: options.ConfigFile = None,
    isolated: options.Isolated = False,
    output: options.Shown = "text",
) -> int:
    """Show a list that is kept: its parts, files, digests, what was left out and its snapshots; or entries in full."""
    with told(output):
        from vendorcheck.cli.lists_found import found_in
        from vendorcheck.cli.lists_store import store_of
        from vendorcheck.screening.request import today

        if entry is not None and find is not None:
            raise VendorcheckError("usage", "--entry and --find are two questions", help="Ask one of them.")
        kept_in = store_of(store, config, isolated=isolated)
        kept = kept_in.open(name, kept_in.chosen(name, snapshot)) if snapshot else kept_in.newest(name)
        if check:
            kept.check()
        if entry is not None or find is not None:
            found = found_in(kept, entry, find, MAX_FOUND)
            if output == "json":
                from vendorcheck.cli.lists_data import found_data

                write_json(found_data(found, kept))
            else:
                from vendorcheck.cli.lists_entry_text import found_rows

                print_rows(partial(found_rows, found, kept))
        elif output == "json":
            from vendorcheck.cli.lists_data import show_data

            write_json(show_data(kept, kept_in, today(), checked=check))
        else:
            from vendorcheck.cli.lists_text import show_rows

            print_rows(partial(show_rows, kept, kept_in, today(), checked=check))
    return 0
