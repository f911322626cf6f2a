"""`rules`: its commands."""

import typer

from vendorcheck.cli.rules_test import TEST_MORE, try_cases
from vendorcheck.cli.rules_validate import VALIDATE_MORE, validate

rules_app = typer.Typer(
    name="rules",
    help="Work on rulebooks, offline.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


rules_app.command("validate", epilog=VALIDATE_MORE)(validate)
rules_app.command("test", epilog=TEST_MORE)(try_cases)
