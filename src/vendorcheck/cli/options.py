"""Options shared by commands, and what they mean."""

import re
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.rule import SEVERITIES, Severity
from vendorcheck.reporters import REPORTERS

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

SCREENING = "What to screen for"
READING = "How bills are read, where it is not to be found out"
GATE = "What fails the gate"
OUTPUT = "Reports"
RULES = "Rulebook"

#: How commands other than `scan` and `check` show what they say.
SHOWN = ("text", "json")

Profiles = Annotated[
    list[str],
    typer.Option(
        "--profile",
        "-p",
        metavar="NAME",
        help="Who is buying: us-federal, us-dod, us-federal-contractor, us-federal-grant, us-fcc-support, us-market, "
        "us-exporter, us-investor, us-florida, us-georgia, us-idaho, us-indiana, us-louisiana, us-maine, us-maryland, "
        "us-nebraska, us-new-york, us-texas, us-vermont, uk-central-government, uk-relevant-authority, "
        "uk-telecoms-provider, "
        "ca-federal, ca-quebec, au-federal. May be given again.",
        rich_help_panel=SCREENING,
    ),
]
Purpose = Annotated[
    str | None,
    typer.Option(
        metavar="PURPOSE",
        help="What the whole bill is for, where a line does not say: public-safety, government-facility, "
        "critical-infrastructure, national-security, none-of-these; for the US Department of Defense "
        "nuclear-deterrence, homeland-defence, no-covered-mission; for UK departments sensitive-site, ordinary-site.",
        rich_help_panel=SCREENING,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Screen as of this day (YYYY-MM-DD): what was in force, known and owned then. Default: today.",
        rich_help_panel=SCREENING,
    ),
]
FailOn = Annotated[
    str,
    typer.Option(
        "--fail-on",
        metavar="SEVERITY",
        help="Exit 1 for findings of this severity or above: info, low, medium, high, critical.",
        rich_help_panel=GATE,
    ),
]
PolicyName = Annotated[
    str | None,
    typer.Option(
        "--policy",
        metavar="NAME",
        help="A policy that fails the gate for more than --fail-on does: human-rights.",
        rich_help_panel=GATE,
    ),
]
AllowUnscreened = Annotated[
    bool,
    typer.Option(
        "--allow-unscreened",
        help="Do not exit 4 for lines that name nothing to screen or cannot be read. They are still counted and said.",
        rich_help_panel=GATE,
    ),
]
Maps = Annotated[
    list[str],
    typer.Option(
        "--map",
        metavar="ROLE=HEADING",
        help='Say which heading has which role, such as --map "maker=Brand". May be given again.',
        rich_help_panel=READING,
    ),
]
Sheet = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Read this sheet of a workbook only. Default: all.", rich_help_panel=READING),
]
Delimiter = Annotated[
    str | None,
    typer.Option(
        metavar="SIGN",
        help="What parts the cells of a text: a sign, or tab, comma, semicolon, bar, space. Default: found.",
        rich_help_panel=READING,
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="The encoding of a text, such as cp1252 or gb18030. Default: found.",
        rich_help_panel=READING,
    ),
]
HeaderLine = Annotated[
    int | None,
    typer.Option(
        "--header-line",
        metavar="NUMBER",
        min=0,
        help="The line, or sheet row, of the headings; 0 where there are none, and columns are called 1, 2, 3 and so "
        "on. Default: found.",
        rich_help_panel=READING,
    ),
]
Outputs = Annotated[
    list[str],
    typer.Option(
        "--output",
        "-o",
        metavar="FORMAT[=PATH]",
        help=f"Write {', '.join(REPORTERS)} to standard output or to a file. May be given again. Default: text.",
        rich_help_panel=OUTPUT,
    ),
]
Shown = Annotated[str, typer.Option("--output", "-o", metavar="text|json", help="How to show it.")]
AllLines = Annotated[bool, typer.Option("--all-lines", help="List the clear lines as well.", rich_help_panel=OUTPUT)]
SummaryOnly = Annotated[
    bool,
    typer.Option(
        "--summary-only",
        help="Counts, suppliers and the verdict, without lines and findings.",
        rich_help_panel=OUTPUT,
    ),
]
Reference = Annotated[
    str | None,
    typer.Option(metavar="TEXT", help="A tender or file number, repeated in the report.", rich_help_panel=OUTPUT),
]
PreparedBy = Annotated[
    str | None,
    typer.Option(
        "--prepared-by",
        metavar="TEXT",
        help="Who prepared it, repeated in the report.",
        rich_help_panel=OUTPUT,
    ),
]
Rules = Annotated[
    list[Path],
    typer.Option(
        "--rules",
        "-r",
        metavar="PATH",
        help="Rules of your own, on top of the shipped ones: a folder laid out like rules/, or one rule file.",
        rich_help_panel=RULES,
    ),
]
NoShippedRules = Annotated[
    bool,
    typer.Option(
        "--no-shipped-rules",
        help="Leave out the shipped parties, instruments, evidence and rules; vocabulary and profiles stay.",
        rich_help_panel=RULES,
    ),
]


Lists = Annotated[
    list[Path],
    typer.Option(
        "--list",
        metavar="FILE",
        help="A list of your own to screen names against: a CSV with a column `name`. May be given again.",
        rich_help_panel=RULES,
    ),
]

Waivers = Annotated[
    Path | None,
    typer.Option(
        "--waivers",
        "-w",
        metavar="FILE",
        help="What somebody stated and somebody else approved, in YAML: names that are not a listed party's, findings "
        "that need not fail the gate. The report says what they clear and cover.",
        rich_help_panel=RULES,
    ),
]


def check_shown(text: str) -> None:
    """Refuse a format that commands other than `scan` and `check` do not have, with a usage error."""
    if text not in SHOWN:
        close = get_close_matches(text, SHOWN, 1)
        hint = f"; did you mean {close[0]!r}?" if close else ""
        raise VendorcheckError("usage", f"there is no format {text!r} here{hint}", help=f"Known: {', '.join(SHOWN)}.")


def parse_day(text: str | None, option: str = "--as-of") -> date | None:
    """Return the day that an option names; a usage error for anything else."""
    if text is None:
        return None
    try:
        if not _DAY.fullmatch(text):
            raise ValueError(text)  # noqa: TRY301 (a form that Python reads and we do not)
        return date.fromisoformat(text)
    except ValueError as error:
        raise VendorcheckError(
            "usage", f"{option} {text!r} is not a day", help="Write it as YYYY-MM-DD, such as 2026-11-21."
        ) from error


def parse_severity(text: str) -> Severity:
    """Return the severity that --fail-on names; a usage error for anything else."""
    for severity in SEVERITIES:
        if severity == text:
            return severity
    close = get_close_matches(text, SEVERITIES, 1)
    hint = f"; did you mean {close[0]!r}?" if close else ""
    raise VendorcheckError(
        "usage", f"--fail-on names no severity {text!r}{hint}", help=f"Known: {', '.join(SEVERITIES)}."
    )
