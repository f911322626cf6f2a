"""`rules vocabulary`: the words that bills are read with."""

from functools import partial
from typing import Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.cli.shown import load, told, write_json
from vendorcheck.cli.terminal import print_rows

VOCABULARY_MORE = """
\b
Examples:
  vendorcheck rules vocabulary
  vendorcheck rules vocabulary router
  vendorcheck rules vocabulary -r own-rules -o json

\b
Exit codes:
  0    shown
  2    could not show: nothing is called so, or the rulebook is not valid
"""


def vocabulary(
    name: Annotated[
        str, typer.Argument(metavar="[ID]", help="One kind of equipment or one purpose; without it, all.")
    ] = "",
    rules: options.Rules = [],
    no_shipped_rules: options.NoShippedRules = False,
    output: options.Shown = "text",
) -> int:
    """Show the kinds of equipment and the purposes that rules may name, the words that show them, and the buyers."""
    with told(output):
        from vendorcheck.rulebook.selecting import vocabulary_called

        chosen = vocabulary_called(load(rules, no_shipped_rules).vocabulary, name)
        if output == "json":
            from vendorcheck.reporters.rule_data import vocabulary_data

            write_json(vocabulary_data(chosen))
        else:
            from vendorcheck.reporters.text.vocabulary import vocabulary_rows

            print_rows(partial(vocabulary_rows, chosen))
    return 0
