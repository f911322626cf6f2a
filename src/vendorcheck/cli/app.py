"""The commands and their names."""

from typing import Annotated

import typer

from vendorcheck import __version__
from vendorcheck.cli.config import config_app
from vendorcheck.cli.diff import DIFF_MORE, diff
from vendorcheck.cli.evidence import evidence_app
from vendorcheck.cli.explain import EXPLAIN_MORE, explain
from vendorcheck.cli.inspection import inspect
from vendorcheck.cli.lists import lists_app
from vendorcheck.cli.report import REPORT_MORE, report
from vendorcheck.cli.rules import rules_app
from vendorcheck.cli.scan import CHECK_MORE, SCAN_MORE, check, scan
from vendorcheck.cli.schemas import schema
from vendorcheck.cli.verify import VERIFY_MORE, verify
from vendorcheck.cli.waivers import waivers_app

app = typer.Typer(
    name="vendorcheck",
    help="Screen bills of materials against a rulebook of entity lists, procurement and market rules, and evidence.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(epilog=SCAN_MORE)(scan)
app.command(epilog=CHECK_MORE)(check)
app.command()(inspect)
app.command(epilog=EXPLAIN_MORE)(explain)
app.command(epilog=REPORT_MORE)(report)
app.command(epilog=DIFF_MORE)(diff)
app.command(epilog=VERIFY_MORE)(verify)
app.command()(schema)
app.add_typer(rules_app)
app.add_typer(evidence_app)
app.add_typer(lists_app)
app.add_typer(config_app)
app.add_typer(waivers_app)


def _say_version(wanted: bool) -> None:  # noqa: FBT001 (typer's callback)
    if wanted:
        typer.echo(f"vendorcheck {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool,
        typer.Option("--version", "-V", callback=_say_version, is_eager=True, help="Say the version and end."),
    ] = False,
) -> None:
    """Screen bills of materials against a rulebook of entity lists, procurement and market rules, and evidence."""
