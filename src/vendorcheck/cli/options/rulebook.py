"""Options that say what bills are screened by."""

from pathlib import Path
from typing import Annotated

import typer

RULES = "Rulebook"

Rules = Annotated[
    list[Path],
    typer.Option(
        "--rules",
        "-r",
        metavar="PATH",
        help="Rules of your own, on top of the shipped ones: a folder laid out like rules/, or one rule file.",
        rich_help_panel=RULES,
    ),
]
NoShippedRules = Annotated[
    bool,
    typer.Option(
        "--no-shipped-rules",
        help="Leave out the shipped parties, instruments, evidence and rules; vocabulary and profiles stay.",
        rich_help_panel=RULES,
    ),
]
Lists = Annotated[
    list[str],
    typer.Option(
        "--list",
        metavar="NAME|FILE",
        help="A list to screen names against: the name of one that `lists import` keeps, or a file, such as a CSV with"
        " a column `name`. May be given again.",
        rich_help_panel=RULES,
    ),
]
Store = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="DIR",
        help="Where lists are kept. Default: the folder for your data that the system has for programs.",
        rich_help_panel=RULES,
    ),
]
Waivers = Annotated[
    Path | None,
    typer.Option(
        "--waivers",
        "-w",
        metavar="FILE",
        help="Names that somebody approved as not being a listed party's, in YAML; the report says what they clear.",
        rich_help_panel=RULES,
    ),
]
