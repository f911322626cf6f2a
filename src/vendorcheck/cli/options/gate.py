"""Options that say what fails the gate."""

from pathlib import Path
from typing import Annotated

import typer

from vendorcheck.cli.options import completing

GATE = "What fails the gate"

FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="SEVERITY",
        autocompletion=completing.severities,
        help="Exit 1 for findings of this severity or above (high, if not given): info, low, medium, high, critical.",
        rich_help_panel=GATE,
    ),
]
PolicyName = Annotated[
    str | None,
    typer.Option(
        "--policy",
        metavar="NAME|FILE",
        help="A policy that says what fails the gate: one of the config, a file, FILE@sha256:DIGEST where it must be "
        "that one, or one of the rulebook: human-rights.",
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
MinConfidence = Annotated[
    str | None,
    typer.Option(
        "--min-confidence",
        metavar="CONFIDENCE",
        autocompletion=completing.confidences,
        help="Exit 1 only for findings of which it is this certain who is behind the line (possible, if not given): "
        "possible, strong, confirmed.",
        rich_help_panel=GATE,
    ),
]
Select = Annotated[
    list[str],
    typer.Option(
        "--select",
        metavar="IDS|TAGS",
        help="Only findings of these rules can fail the gate; the others are shown. With commas, or given again.",
        rich_help_panel=GATE,
    ),
]
Ignore = Annotated[
    list[str],
    typer.Option(
        "--ignore",
        metavar="IDS|TAGS",
        help="Findings of these rules cannot fail the gate; they are shown. With commas, or given again.",
        rich_help_panel=GATE,
    ),
]
Strict = Annotated[
    bool,
    typer.Option(
        "--strict",
        help="Exit 4 for warnings: a rulebook that is getting old, waivers that have expired or are not used.",
        rich_help_panel=GATE,
    ),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="REPORT.json",
        help="Say of each finding whether it stands in this report of an earlier run.",
        rich_help_panel=GATE,
    ),
]
NewOnly = Annotated[
    bool,
    typer.Option(
        "--new-only",
        help="Exit 1 only for findings that are not in the baseline, or weigh more than they did there.",
        rich_help_panel=GATE,
    ),
]
