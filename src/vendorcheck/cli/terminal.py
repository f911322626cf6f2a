"""The text report on a terminal, in colour; elsewhere plain."""

import os
import shutil
import sys

from vendorcheck.model.report import Report
from vendorcheck.reporters.text import render_text, text_rows
from vendorcheck.reporters.text.rows import Style

#: Narrower than this nothing stays readable; wider lines are hard to follow.
NARROWEST, WIDEST = 60, 160

_PAINT: dict[Style, str] = {
    "plain": "",
    "place": "bold cyan",
    "bad": "bold red",
    "warn": "yellow",
    "good": "green",
    "dim": "dim",
    "strong": "bold",
    "label": "dim",
}


def print_report(report: Report) -> None:
    """Print the text report to standard output."""
    if not _painted():
        sys.stdout.write(render_text(report))
        return
    from rich.console import Console
    from rich.text import Text

    width = max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))
    console = Console(file=sys.stdout, highlight=False, soft_wrap=True, force_terminal=True)
    for each in text_rows(report, width):
        console.print(Text.assemble(*((span.text, _PAINT[span.style]) for span in each)))


def _painted() -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()
