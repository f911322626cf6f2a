"""`explain`: the page of a rule, or how a line of a bill came to what it came to."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.cli.requests import of_one_line, request_of
from vendorcheck.cli.rules_list import show_rule
from vendorcheck.cli.settings import settings_of
from vendorcheck.cli.shown import told, write_json
from vendorcheck.cli.terminal import print_rows
from vendorcheck.model.errors import VendorcheckError

if TYPE_CHECKING:
    from vendorcheck.screening import Request

EXPLAIN_MORE = """
\b
Examples:
  vendorcheck explain us-889-a
  vendorcheck explain bom.csv --line 7 -p us-federal
  vendorcheck explain bom.csv --line 7 --line 9 -p us-federal --as-of 2024-06-30 -o json

\b
Exit codes:
  0    explained, whatever the line came to
  2    could not explain: no such rule, no such line, a bill, list, waiver or rulebook that cannot be used
"""


def explain(
    name: Annotated[str, typer.Argument(metavar="RULE_ID|BOM", help="A rule; or a bill, with --line.")],
    line: Annotated[
        list[int],
        typer.Option("--line", metavar="N", min=1, help="Explain this line of the bill. May be given again."),
    ] = [],
    profile: options.Profiles = [],
    purpose: options.Purpose = None,
    as_of: options.AsOf = None,
    mapping: options.Maps = [],
    sheet: options.Sheet = None,
    delimiter: options.Delimiter = None,
    encoding: options.Encoding = None,
    header_line: options.HeaderLine = None,
    fail_on: options.FailOn = None,
    min_confidence: options.MinConfidence = None,
    select: options.Select = [],
    ignore: options.Ignore = [],
    policy: options.PolicyName = None,
    rules: options.Rules = [],
    no_shipped_rules: options.NoShippedRules = False,
    lists: options.Lists = [],
    store: options.Store = None,
    waivers: options.Waivers = None,
    config: options.ConfigFile = None,
    isolated: options.Isolated = False,
    output: options.Shown = "text",
) -> int:
    """Explain a rule, or lines of a bill from their cells to each rule, with the rules that did not reach them."""
    if not line:
        with told(output):
            _check_is_rule(name)
        return show_rule(name, rules, no_shipped_rules, output)
    given = {
        "profile": profile,
        "purpose": purpose,
        "as_of": as_of,
        "map": mapping,
        "sheet": sheet,
        "delimiter": delimiter,
        "encoding": encoding,
        "header_line": header_line,
        "fail_on": fail_on,
        "min_confidence": min_confidence,
        "select": select,
        "ignore": ignore,
        "policy": policy,
        "rules": rules,
        "no_shipped_rules": no_shipped_rules,
        "list": lists,
        "store": store,
        "waivers": waivers,
    }
    with told(output):
        settings = settings_of(given, config, isolated=isolated)
        _explain_lines(name, line, of_one_line(request_of(settings)), output)
    return 0


def _explain_lines(bill: str, lines: list[int], request: "Request", output: str) -> None:
    from vendorcheck.reporters.explanation import explanation_data, explanation_rows
    from vendorcheck.screening.tracing import explain_lines

    explanation = explain_lines(bill, lines, request)
    if output == "json":
        write_json(explanation_data(explanation))
    else:
        print_rows(partial(explanation_rows, explanation))


def _check_is_rule(name: str) -> None:
    """Refuse a bill of which no line is named; a rule's id is no path."""
    if "." in name or "/" in name or Path(name).is_file():
        raise VendorcheckError(
            "usage", f"which line of {name} is to be explained?", help=f"Name it: vendorcheck explain {name} --line N."
        )
