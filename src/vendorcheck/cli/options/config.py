"""Options that say where options that are not given come from."""

from pathlib import Path
from typing import Annotated

import typer

CONFIG = "Config"

ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Take options that are not given from this file, not from vendorcheck.yaml in the working folder.",
        rich_help_panel=CONFIG,
    ),
]
Isolated = Annotated[
    bool,
    typer.Option(
        "--isolated",
        help="Do not look at vendorcheck.yaml in the working folder, nor at variables VENDORCHECK_*.",
        rich_help_panel=CONFIG,
    ),
]
