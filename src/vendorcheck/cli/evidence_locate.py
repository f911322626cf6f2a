"""`evidence locate`: what a record cites a source text by, for whoever writes one."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.cli.shown import told, write_json
from vendorcheck.cli.terminal import write_rows

if TYPE_CHECKING:
    from vendorcheck.reporters.text.rows import Row
    from vendorcheck.rulebook.locators import Place
    from vendorcheck.rulebook.sources import SourceFile

LOCATE_MORE = """
\b
Examples:
  vendorcheck evidence locate texts/letter.txt
  vendorcheck evidence locate texts/letter.txt "did not answer" -o json

\b
Exit codes:
  0    shown, though no line has the words
  2    could not look: the file cannot be read or is not text
"""

#: So much of a line is shown as tells it from the others.
_SHOWN = 60


def locate(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="A source text.")],
    words: Annotated[str, typer.Argument(metavar="[WORDS]", help="Only lines that have these words.")] = "",
    output: options.Shown = "text",
) -> int:
    """Show what a record cites a text by: its digest, its number of lines, and the locator of each line."""
    with told(output):
        from vendorcheck.rulebook.locators import places_of
        from vendorcheck.rulebook.sources import read_source

        file, text = read_source(source)
        every = list(places_of(text))
        wanted = " ".join(words.split()).casefold()
        found = [place for place in every if wanted in place.text.casefold()]
        if output == "json":
            write_json(_data(file, len(every), found))
        else:
            write_rows(_rows(file, len(every), found))
    return 0


def _data(file: "SourceFile", lines: int, found: "list[Place]") -> dict[str, object]:
    return {
        "schema": "vendorcheck.evidence-locate/v0",
        "file": file.name,
        "digest": file.digest,
        "encoding": file.encoding,
        "lines": lines,
        "found": [place._asdict() for place in found],
    }


def _rows(file: "SourceFile", lines: int, found: "list[Place]") -> "Iterator[Row]":
    from vendorcheck.reporters.text.rows import row

    yield row(f"digest: {file.digest}")
    yield row(f"lines: {lines}")
    for place in found:
        told_text = place.text if len(place.text) <= _SHOWN else place.text[: _SHOWN - 1] + "…"
        yield row((f"{file.name}:{place.file_line}", "place"), f"  {told_text}")
        yield row(f"  locator: {{line: {place.line}, sha256: {place.sha256}}}")
