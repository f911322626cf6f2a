"""`rules changes`: what changed in law, and when that was recorded."""

from functools import partial
from typing import Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.cli.shown import load, told, write_json
from vendorcheck.cli.terminal import print_rows

CHANGES_MORE = """
\b
Exit codes:
  0    shown, though it be none
  2    could not show: the rulebook is not valid, or the day is none
"""


def changes(
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Only what came about, or was recorded, on this day or later."),
    ] = None,
    rules: options.Rules = [],
    no_shipped_rules: options.NoShippedRules = False,
    output: options.Shown = "text",
) -> int:
    """Show what changed in law: the day, what it touches, when it was recorded, and who reviewed the record."""
    with told(output):
        day = options.parse_day(since, "--since")
        rulebook = load(rules, no_shipped_rules)
        every = (change for source in rulebook.sources for change in source.changes)
        found = [change for change in every if day is None or change.is_new_since(day)]
        found.sort(key=lambda change: change.date.last, reverse=True)
        if output == "json":
            from vendorcheck.reporters.rule_data import changes_data

            write_json(changes_data(found, rulebook, since))
        else:
            from vendorcheck.reporters.text.changes import change_rows

            print_rows(partial(change_rows, found, rulebook))
    return 0
