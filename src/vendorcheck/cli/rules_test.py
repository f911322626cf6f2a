"""`rules test`: the cases of rules, run through the whole flow."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.model.errors import VendorcheckError

if TYPE_CHECKING:
    from vendorcheck.reporters.case_results import Tried

CASE_FAILED = 1

FORMATS = ("text", "json", "junit")

TEST_MORE = """
\b
Examples:
  vendorcheck rules test
  vendorcheck rules test -r own-rules
  vendorcheck rules test own-rules/agency/routers.cases.yaml -r own-rules
  vendorcheck rules test -o text -o junit=cases.xml

\b
Exit codes:
  0    every case came out as expected
  1    at least one did not
  2    could not test: a rulebook or case file that is not valid, or no case to run
"""


def try_cases(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Case files, or folders of them. Default: those of --rules; without it, the shipped ones.",
            show_default=False,
        ),
    ] = None,
    rules: options.Rules = [],
    no_shipped_rules: options.NoShippedRules = False,
    output: Annotated[
        list[str],
        typer.Option(
            "--output",
            "-o",
            metavar="FORMAT[=PATH]",
            help="Write text, json or junit, to standard output or to a file. May be given again. Default: text.",
        ),
    ] = [],
) -> int:
    """Run the cases that stand beside rules, and show what was expected and what came out."""
    from vendorcheck.cli.outputs import parse_outputs, write_error, write_rendered
    from vendorcheck.reporters.case_results import CASE_REPORTERS
    from vendorcheck.reporters.case_results.as_text import case_rows
    from vendorcheck.reporters.output import text_writer

    inputs = [*(paths or ()), *rules]
    try:
        outputs = parse_outputs(output, inputs, FORMATS)
        tried = _tried(paths or rules, rules, shipped=not no_shipped_rules)
        writers = {name: text_writer([render(tried)]) for name, render in CASE_REPORTERS.items()}
        write_rendered(outputs, writers, partial(case_rows, tried))
    except VendorcheckError as error:
        write_error(error, output, inputs, FORMATS)
        raise
    return CASE_FAILED if tried.failed else 0


def _tried(paths: list[Path], rules: list[Path], *, shipped: bool) -> "Tried":
    from vendorcheck.reporters.case_results import Tried
    from vendorcheck.rulebook import load_cases, load_rulebook
    from vendorcheck.screening.cases import run_cases

    rulebook = load_rulebook(rules, shipped=shipped)
    if not (shipped or rules):
        raise VendorcheckError(
            "usage", "without the shipped rules there is no rule to test", help="Name a folder of rules with --rules."
        )
    results = run_cases(load_cases(rulebook, paths), rulebook)
    if all(result.skipped for result in results):
        raise VendorcheckError(
            "usage", "no case was run: each is of a draft or a retired rule", help="Make a rule stable to test it."
        )
    return Tried(results, rulebook.sources)
