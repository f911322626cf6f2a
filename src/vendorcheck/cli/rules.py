"""`rules validate`: every fault of a rulebook at once."""

from pathlib import Path
from typing import Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.cli.talk import say_faults

rules_app = typer.Typer(
    name="rules",
    help="Work on rulebooks, offline.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


@rules_app.command("validate")
def validate(
    paths: Annotated[
        list[Path], typer.Argument(metavar="[PATH]...", help="Folders laid out like rules/, or rule files.")
    ] = [],
    no_shipped_rules: options.NoShippedRules = False,
) -> int:
    """Check a rulebook: its schemas and references, every fault with its place. Without a path, the shipped one.

    Exit codes: 0 it is valid · 1 it is not · 2 it could not be read.
    """
    from vendorcheck.rulebook import validate as faults_of

    faults = faults_of(paths, shipped=not no_shipped_rules)
    if faults:
        say_faults(faults)
        typer.echo(f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}")
        return 1
    typer.echo("valid")
    return 0
