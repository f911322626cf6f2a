"""Options that say how bills are read."""

from typing import Annotated

import typer

READING = "How bills are read, where it is not to be found out"

Maps = Annotated[
    list[str],
    typer.Option(
        "--map",
        metavar="ROLE=HEADING",
        help='Say which heading has which role, such as --map "maker=Brand". May be given again.',
        rich_help_panel=READING,
    ),
]
Sheet = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Read this sheet of a workbook only. Default: all.", rich_help_panel=READING),
]
Delimiter = Annotated[
    str | None,
    typer.Option(
        metavar="SIGN",
        help="What parts the cells of a text: a sign, or tab, comma, semicolon, bar, space. Default: found.",
        rich_help_panel=READING,
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="The encoding of a text, such as cp1252 or gb18030. Default: found.",
        rich_help_panel=READING,
    ),
]
HeaderLine = Annotated[
    int | None,
    typer.Option(
        "--header-line",
        metavar="NUMBER",
        min=0,
        help="The line, or sheet row, of the headings; 0 where there are none, and columns are called 1, 2, 3 and so "
        "on. Default: found.",
        rich_help_panel=READING,
    ),
]
