"""`rules list` and `rules show`: which rules there are, and the page of one."""

from functools import partial
from typing import Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.cli.shown import load, told, write_json
from vendorcheck.cli.terminal import print_rows

LIST_MORE = """
\b
Examples:
  vendorcheck rules list --party hikvision --act buy
  vendorcheck rules list --jurisdiction US --profile us-federal -o json
  vendorcheck rules show us-889-a

\b
Exit codes:
  0    listed, though it be none that the filters let through
  2    could not list: a filter names what the rulebook does not know, or the rulebook is not valid
"""

SHOW_MORE = """
\b
Exit codes:
  0    shown
  2    could not show: no such rule, or the rulebook or a case file is not valid
"""


def _filter(name: str, what: str) -> typer.models.OptionInfo:
    info: typer.models.OptionInfo = typer.Option(f"--{name}", metavar="NAME", help=f"{what} May be given again.")
    return info


def list_rules(
    party: Annotated[list[str], _filter("party", "Rules that name this party.")] = [],
    jurisdiction: Annotated[list[str], _filter("jurisdiction", "Rules of this law, such as US, US-TX, GB.")] = [],
    instrument: Annotated[list[str], _filter("instrument", "Rules that rest on this instrument.")] = [],
    act: Annotated[list[str], _filter("act", "Rules that bar this act, such as buy.")] = [],
    profile: Annotated[list[str], _filter("profile", "Rules that bind the buyer of this profile.")] = [],
    tag: Annotated[list[str], _filter("tag", "Rules with this tag.")] = [],
    status: Annotated[list[str], _filter("status", "Rules of this status: draft, stable, retired.")] = [],
    rules: options.Rules = [],
    no_shipped_rules: options.NoShippedRules = False,
    output: options.Shown = "text",
) -> int:
    """List rules: what each bars, for whom and by which law. Filters of several kinds must all hold."""
    with told(output):
        from vendorcheck.rulebook.selecting import Selection, selected

        rulebook = load(rules, no_shipped_rules)
        selection = Selection(party, jurisdiction, instrument, act, profile, tag, status)
        found = selected(rulebook, selection)
        if output == "json":
            from vendorcheck.reporters.rule_data import list_data

            write_json(list_data(found, rulebook, selection._asdict()))
        else:
            from vendorcheck.reporters.text.rules import rule_rows

            print_rows(partial(rule_rows, found, rulebook))
    return 0


def show_rule(
    name: Annotated[str, typer.Argument(metavar="ID", help="A rule.")],
    rules: options.Rules = [],
    no_shipped_rules: options.NoShippedRules = False,
    output: options.Shown = "text",
) -> int:
    """Show a rule: what it does, whom it binds, since when, on what evidence, what to do, and examples."""
    with told(output):
        from vendorcheck.reporters.rule_pages import page_rows, rule_page
        from vendorcheck.rulebook import load_cases_of
        from vendorcheck.rulebook.selecting import rule_called

        rulebook = load(rules, no_shipped_rules)
        rule = rule_called(rulebook, name)
        cases = load_cases_of(rulebook, rules, shipped=not no_shipped_rules)
        if output == "json":
            from vendorcheck.reporters.rule_data import show_data

            write_json(show_data(rule, rulebook, cases))
        else:
            print_rows(partial(page_rows, rule_page(rule, rulebook, cases)))
    return 0
