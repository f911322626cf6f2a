"""`lists import`: files of a list into the store."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.cli.options import completing
from vendorcheck.cli.progress import watching
from vendorcheck.cli.shown import told, write_json
from vendorcheck.cli.terminal import print_rows

#: The names of the table of formats, which is not imported for them alone: its readers would be at every start.
FORMATS = (
    "csl",
    "csl-json",
    "denied-persons",
    "fcc",
    "ofac-sdn",
    "ofac-cons",
    "un",
    "uk",
    "eu",
    "opensanctions",
    "own",
)

IMPORT_MORE = """
\b
Examples:
  vendorcheck lists import consolidated.csv
  vendorcheck lists import sdn.csv alt.csv add.csv sdn_comments.csv
  vendorcheck lists import debarred.csv --map name=Supplier --map country=Land --date 2026-10-01

\b
A format is known by what is in the files. A list that lost more than a third of its entries, or all of a part that it
had, is refused, and so is a file that ends within a row: what is kept stays as it is.

\b
Exit codes:
  0    imported, or the same as what is kept already
  2    not imported: a file that cannot be read or is no list, one that shrank, or a store that cannot be written
"""


def import_list(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="The files of one list.")],
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="NAME",
            autocompletion=completing.list_formats,
            help=f"The format, where it is not to be known by the content: {', '.join(FORMATS)}.",
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            "--name", metavar="NAME", help="What the list is called; otherwise as its format is, or its file."
        ),
    ] = None,
    mapping: Annotated[
        list[str],
        typer.Option("--map", metavar="ROLE=HEADING", help="Which column of a list of your own holds what."),
    ] = [],
    dated: Annotated[
        str | None,
        typer.Option("--date", metavar="DATE", help="The day that the list is of, where you know it: YYYY-MM-DD."),
    ] = None,
    accept_shrink: Annotated[
        bool, typer.Option("--accept-shrink", help="Import a list that lost much of what it had.")
    ] = False,
    accept_cut_off: Annotated[
        bool, typer.Option("--accept-cut-off", help="Import what is there of a file that ends within a row.")
    ] = False,
    store: options.Store = None,
    config: options.ConfigFile = None,
    isolated: options.Isolated = False,
    output: options.Shown = "text",
) -> int:
    """Import the files of a list: an official one as it is published, or a CSV of your own."""
    with told(output):
        from vendorcheck.cli.lists_store import store_of
        from vendorcheck.importing import Asked, import_files
        from vendorcheck.lists.source_file import SourceFile
        from vendorcheck.screening.request import today

        kept_in = store_of(store, config, isolated=isolated)
        said = options.parse_day(dated, "--date")
        asked = Asked(format, name, mapping, said, accept_shrink=accept_shrink, accept_cut_off=accept_cut_off)
        with watching("reading", "entries") as watch:
            sources = [SourceFile.read(file) for file in files]
            imported = import_files(kept_in, sources, asked, today(), watch)
        if output == "json":
            from vendorcheck.cli.lists_data import import_data

            write_json(import_data(imported, kept_in))
        else:
            from vendorcheck.cli.lists_text import import_rows

            print_rows(partial(import_rows, imported, kept_in))
    return 0
