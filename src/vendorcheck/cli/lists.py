"""`lists`: official lists and one's own, kept with their history."""

from functools import partial

import typer

from vendorcheck.cli import options
from vendorcheck.cli.lists_import import IMPORT_MORE, import_list
from vendorcheck.cli.lists_remove import REMOVE_MORE, remove
from vendorcheck.cli.lists_show import SHOW_MORE, show
from vendorcheck.cli.lists_update import UPDATE_MORE, update
from vendorcheck.cli.shown import told, write_json
from vendorcheck.cli.terminal import print_rows

DAMAGED = 1

LIST_MORE = """
\b
Examples:
  vendorcheck lists list
  vendorcheck lists list --store /srv/lists -o json

\b
Exit codes:
  0    listed, though there be none
  1    listed, and the newest snapshot of at least one cannot be used
  2    could not list: the store cannot be read, or an option is not valid
"""

lists_app = typer.Typer(
    name="lists",
    help="Import official lists and your own, and see what is kept of them, offline; fetch official ones.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


@lists_app.command("list", epilog=LIST_MORE)
def list_lists(
    store: options.Store = None,
    config: options.ConfigFile = None,
    isolated: options.Isolated = False,
    output: options.Shown = "text",
) -> int:
    """List the lists that are kept: of which day each is, how old that makes it, and what it holds."""
    with told(output):
        from vendorcheck.cli.lists_listed import listed
        from vendorcheck.cli.lists_store import store_of
        from vendorcheck.screening.request import today

        kept_in = store_of(store, config, isolated=isolated)
        lists = listed(kept_in)
        if output == "json":
            from vendorcheck.cli.lists_data import list_data

            write_json(list_data(lists, kept_in, today()))
        else:
            from vendorcheck.cli.lists_text import list_rows

            print_rows(partial(list_rows, lists, kept_in, today()))
    return DAMAGED if any(each.error for each in lists) else 0


lists_app.command("import", epilog=IMPORT_MORE)(import_list)
lists_app.command("update", epilog=UPDATE_MORE)(update)
lists_app.command("show", epilog=SHOW_MORE)(show)
lists_app.command("remove", epilog=REMOVE_MORE)(remove)
