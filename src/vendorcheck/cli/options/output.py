"""Options that say what is written."""

from typing import Annotated

import typer

from vendorcheck.cli.options import completing
from vendorcheck.reporters import REPORTERS

OUTPUT = "Reports"

Outputs = Annotated[
    list[str],
    typer.Option(
        "--output",
        "-o",
        metavar="FORMAT[=PATH]",
        autocompletion=completing.formats,
        help=f"Write {', '.join(REPORTERS)} to standard output or to a file. May be given again. Default: text.",
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
SarifIncludeWaived = Annotated[
    bool,
    typer.Option(
        "--sarif-include-waived",
        help="Findings that a waiver covers as suppressed results of SARIF; otherwise they are counted there.",
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
