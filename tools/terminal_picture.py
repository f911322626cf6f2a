"""Draws the terminal report of a bill as an SVG: the beginning and the end of what a terminal of 100 columns shows.

`python tools/terminal_picture.py examples/bom.csv docs/pictures/report.svg --profile us-federal --as-of 2026-11-21`
"""

import argparse
import io
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from vendorcheck.cli.terminal import PAINT
from vendorcheck.reporters.text import text_rows
from vendorcheck.reporters.text.rows import EMPTY, Row, row
from vendorcheck.reporters.visible import visible
from vendorcheck.screening import screen

#: How wide the picture is, and how many rows of the beginning and of the end it has.
WIDTH, FIRST, LAST = 100, 34, 37

#: The fonts of the picture are those of its reader: it asks for nothing from elsewhere.
FORMAT = re.sub(r"@font-face \{\{.*?\}\}|<!--.*?-->", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)


def picture(rows: Sequence[Row], title: str) -> str:
    """Return rows as an SVG, as a terminal paints them; those in between are left out where there are too many."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, highlight=False)
    for each in _ends(rows):
        console.print(Text.assemble(*((visible(span.text), PAINT[span.style]) for span in each)), soft_wrap=True)
    return console.export_svg(title=title, code_format=FORMAT, unique_id="vendorcheck-report")


def _ends(rows: Sequence[Row]) -> list[Row]:
    """The first rows, how many are left out, and the last rows."""
    left = len(rows) - FIRST - LAST
    if left <= 0:
        return list(rows)
    return [*rows[:FIRST], EMPTY, row((f"  … {left} rows …", "dim")), EMPTY, *rows[-LAST:]]


def main() -> None:
    """Screen the bill that is named, and write the picture of its report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bill", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--profile", action="append", default=[])
    parser.add_argument("--as-of", type=date.fromisoformat, required=True)
    asked = parser.parse_args()
    report = screen(asked.bill, profiles=tuple(asked.profile), as_of=asked.as_of)
    report = report._replace(settings=report.settings._replace(today=asked.as_of))
    options = " ".join(f"-p {profile}" for profile in asked.profile)
    drawn = picture(list(text_rows(report, WIDTH)), f"vendorcheck scan {asked.bill.name} {options}".rstrip())
    asked.picture.parent.mkdir(parents=True, exist_ok=True)
    asked.picture.write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
