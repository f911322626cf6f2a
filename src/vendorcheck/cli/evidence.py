"""`evidence`: the source documents, their claims, and whether the claims stand where their locators say."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.cli.evidence_locate import LOCATE_MORE, locate
from vendorcheck.cli.shown import load, told, write_json
from vendorcheck.cli.terminal import write_rows
from vendorcheck.model.errors import VendorcheckError

NOT_VERIFIED = 1

VERIFY_MORE = """
\b
Examples:
  vendorcheck evidence verify --sources texts
  vendorcheck evidence verify --sources texts -r own-rules -o json

\b
Exit codes:
  0    every locator of every document verified
  1    at least one not: its line changed or moved, or its document is not among the sources
  2    could not verify: the folder, a file in it or the rulebook cannot be read, or there is no document
"""

SHOW_MORE = """
\b
Examples:
  vendorcheck evidence show ipvm-2022-12-15-dahua-letters
  vendorcheck evidence show ipvm-dahua-letters-24
"""

evidence_app = typer.Typer(
    name="evidence",
    help="Show source documents and their claims, and verify them against the texts, offline.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


@evidence_app.command("list")
def list_documents(
    rules: options.Rules = [],
    no_shipped_rules: options.NoShippedRules = False,
    output: options.Shown = "text",
) -> int:
    """List the source documents: publisher, date, quality of the copy, reliability, claims, line of evidence."""
    with told(output):
        rulebook = load(rules, no_shipped_rules)
        if output == "json":
            from vendorcheck.cli.evidence_data import list_data

            write_json(list_data(rulebook))
        else:
            from vendorcheck.cli.evidence_text import list_rows

            write_rows(list_rows(rulebook))
    return 0


@evidence_app.command("show", epilog=SHOW_MORE)
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="A document or a claim.")],
    rules: options.Rules = [],
    no_shipped_rules: options.NoShippedRules = False,
    output: options.Shown = "text",
) -> int:
    """Show a source document with its claims, or one claim with its answers and context."""
    with told(output):
        rulebook = load(rules, no_shipped_rules)
        if name not in rulebook.documents and name not in rulebook.claims:
            raise _unknown(name, [*rulebook.documents, *rulebook.claims])
        if output == "json":
            from vendorcheck.cli.evidence_data import show_data

            write_json(show_data(rulebook, name))
        else:
            from vendorcheck.cli.evidence_text import show_rows

            write_rows(show_rows(rulebook, name))
    return 0


@evidence_app.command("verify", epilog=VERIFY_MORE)
def verify(
    sources: Annotated[
        Path,
        typer.Option("--sources", metavar="DIR", help="The folder that holds the source texts, under any file names."),
    ],
    rules: options.Rules = [],
    no_shipped_rules: options.NoShippedRules = False,
    output: options.Shown = "text",
) -> int:
    """Verify that each claim's line is in its source text, unchanged and where its locator says."""
    with told(output):
        from vendorcheck.rulebook.sources import read_sources
        from vendorcheck.rulebook.verification import verify as verification_of

        rulebook = load(rules, no_shipped_rules)
        if not rulebook.documents:
            raise VendorcheckError(
                "usage", "the rulebook has no source document to verify", help="Give one with --rules FOLDER."
            )
        verification = verification_of(tuple(rulebook.documents.values()), read_sources(sources))
        code = 0 if verification.verified else NOT_VERIFIED
        if output == "json":
            from vendorcheck.cli.evidence_data import verify_data

            write_json(verify_data(verification, rulebook, sources.as_posix(), code))
        else:
            from vendorcheck.cli.verification_text import verify_rows

            write_rows(verify_rows(verification, sources.as_posix()))
    return code


evidence_app.command("locate", epilog=LOCATE_MORE)(locate)


def _unknown(name: str, known: Sequence[str]) -> VendorcheckError:
    close = get_close_matches(name, known, 1)
    hint = f"; did you mean {close[0]!r}?" if close else ""
    return VendorcheckError(
        "unknown_name",
        f"there is no document or claim {name!r}{hint}",
        help="`vendorcheck evidence list` names the documents, and `evidence show DOCUMENT` its claims.",
    )
