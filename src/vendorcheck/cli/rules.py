"""`rules`: its commands."""

import typer

from vendorcheck.cli.rules_changes import CHANGES_MORE, changes
from vendorcheck.cli.rules_docs import DOCS_MORE, docs
from vendorcheck.cli.rules_list import LIST_MORE, SHOW_MORE, list_rules, show_rule
from vendorcheck.cli.rules_test import TEST_MORE, try_cases
from vendorcheck.cli.rules_validate import VALIDATE_MORE, validate
from vendorcheck.cli.rules_vocabulary import VOCABULARY_MORE, vocabulary

rules_app = typer.Typer(
    name="rules",
    help="Work on rulebooks, offline.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


rules_app.command("validate", epilog=VALIDATE_MORE)(validate)
rules_app.command("list", epilog=LIST_MORE)(list_rules)
rules_app.command("show", epilog=SHOW_MORE)(show_rule)
rules_app.command("vocabulary", epilog=VOCABULARY_MORE)(vocabulary)
rules_app.command("test", epilog=TEST_MORE)(try_cases)
rules_app.command("docs", epilog=DOCS_MORE)(docs)
rules_app.command("changes", epilog=CHANGES_MORE)(changes)
