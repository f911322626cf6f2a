"""`rules docs`: the pages of rules, written to a folder or held against it."""

from pathlib import Path
from typing import Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.cli.shown import load
from vendorcheck.cli.terminal import write_out

DRIFTED = 1

DOCS_MORE = """
\b
Examples:
  vendorcheck rules docs
  vendorcheck rules docs --check
  vendorcheck rules docs own-docs -r own-rules --no-shipped-rules

\b
Exit codes:
  0    the folder holds the pages as they should be
  1    with --check: a page is missing, changed or left over
  2    could not write: the rulebook is not valid, or a file is in the way
"""


def docs(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="The folder of the pages.", show_default=True)] = Path(
        "docs/rules"
    ),
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; say which pages are not as they should be.")
    ] = False,
    rules: options.Rules = [],
    no_shipped_rules: options.NoShippedRules = False,
) -> int:
    """Write a page for each rule and one that leads to them, as Markdown. Pages of rules that are gone are removed."""
    from vendorcheck.reporters.rule_pages.folder import drift_of, pages_of, write_pages
    from vendorcheck.reporters.visible import visible
    from vendorcheck.rulebook import load_cases_of

    rulebook = load(rules, no_shipped_rules)
    pages = pages_of(rulebook, load_cases_of(rulebook, rules, shipped=not no_shipped_rules))
    found = drift_of(folder, pages) if check else write_pages(folder, pages)
    for drift in found:
        write_out(visible(f"{drift.path.as_posix()}: {drift.how}") + "\n")
    write_out(f"{len(pages)} pages, {_said(len(found), check=check)}\n")
    return DRIFTED if check and found else 0


def _said(found: int, *, check: bool) -> str:
    if not found:
        return "each as it should be"
    return f"{found} not as they should be" if check else f"{found} written or removed"
