"""`rules`: its commands, and `rules validate`, every fault of a rulebook at once."""

import typer

from vendorcheck.cli import options
from vendorcheck.cli.rules_changes import CHANGES_MORE, changes
from vendorcheck.cli.rules_docs import DOCS_MORE, docs
from vendorcheck.cli.rules_list import LIST_MORE, SHOW_MORE, list_rules, show_rule
from vendorcheck.cli.rules_test import TEST_MORE, try_cases
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
    rules: options.Rules = [],
    no_shipped_rules: options.NoShippedRules = False,
) -> int:
    """Check a rulebook: schemas and references, every fault with its place. Without --rules, the shipped one.

    Exit codes: 0 it is valid · 1 it is not · 2 it could not be read.
    """
    from vendorcheck.rulebook import validate as faults_of

    faults = faults_of(rules, shipped=not no_shipped_rules)
    if faults:
        say_faults(faults)
        typer.echo(f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}")
        return 1
    typer.echo("valid")
    return 0


rules_app.command("list", epilog=LIST_MORE)(list_rules)
rules_app.command("show", epilog=SHOW_MORE)(show_rule)
rules_app.command("test", epilog=TEST_MORE)(try_cases)
rules_app.command("docs", epilog=DOCS_MORE)(docs)
rules_app.command("changes", epilog=CHANGES_MORE)(changes)
