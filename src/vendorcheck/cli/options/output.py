"""Options that say what is written."""

from typing import Annotated

import typer

OUTPUT = "Reports"

Outputs = Annotated[
    list[str],
    typer.Option(
        "--output",
        "-o",
        metavar="FORMAT[=PATH]",
        help="Write text or json, to standard output or to a file. May be given again. Default: text.",
        rich_help_panel=OUTPUT,
    ),
]
Shown = Annotated[str, typer.Option("--output", "-o", metavar="text|json", help="How to show it.")]
AllLines = Annotated[bool, typer.Option("--all-lines", help="List the clear lines as well.", rich_help_panel=OUTPUT)]
SummaryOnly = Annotated[
    bool,
    typer.Option(
        "--summary-only",
        help="Counts, suppliers and the verdict, without lines and findings.",
        rich_help_panel=OUTPUT,
    ),
]
Reference = Annotated[
    str | None,
    typer.Option(metavar="TEXT", help="A tender or file number, repeated in the report.", rich_help_panel=OUTPUT),
]
PreparedBy = Annotated[
    str | None,
    typer.Option(
        "--prepared-by",
        metavar="TEXT",
        help="Who prepared it, repeated in the report.",
        rich_help_panel=OUTPUT,
    ),
]
