"""Where reports go: standard output or files, each format once to each place."""

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from vendorcheck.cli.terminal import print_report
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.report import Report
from vendorcheck.reporters import REPORTERS
from vendorcheck.reporters.error_report import render_error
from vendorcheck.reporters.output import write_whole


class Output(NamedTuple):
    """A format and where to; no path means standard output."""

    format: str
    path: Path | None


def parse_outputs(texts: Sequence[str]) -> tuple[Output, ...]:
    """Return the outputs asked for; text to standard output when none is."""
    outputs = tuple(_parse(text) for text in texts) or (Output("text", None),)
    if sum(output.path is None for output in outputs) > 1:
        raise VendorcheckError(
            "usage",
            "at most one report goes to standard output",
            help="Give the others a path: -o json=report.json.",
        )
    places = [output.path.resolve() for output in outputs if output.path]
    twice = next((place for place in places if places.count(place) > 1), None)
    if twice is not None:
        raise VendorcheckError("usage", f"two reports would be written to {twice.as_posix()}")
    return outputs


def _parse(text: str) -> Output:
    name, equals, path = text.partition("=")
    if name not in REPORTERS:
        close = get_close_matches(name, REPORTERS, 1)
        hint = f"; did you mean {close[0]!r}?" if close else ""
        raise VendorcheckError("usage", f"there is no format {name!r}{hint}", help=f"Known: {', '.join(REPORTERS)}.")
    if equals and not path:
        raise VendorcheckError("usage", f"-o {text!r} names no path", help=f"For example -o {name}=report.{name}.")
    return Output(name, Path(path) if path else None)


def write_reports(report: Report, outputs: Sequence[Output]) -> None:
    """Write every report asked for: files first, so that a reader who leaves early loses none."""
    for output in sorted(outputs, key=lambda output: output.path is None):
        if output.path is not None:
            write_whole(output.path, REPORTERS[output.format](report))
        elif output.format == "text":
            print_report(report)
        else:
            sys.stdout.write(REPORTERS[output.format](report))


def write_error(error: VendorcheckError, outputs: Sequence[Output]) -> None:
    """Write the error document wherever JSON was asked for."""
    for output in outputs:
        if output.format != "json":
            continue
        if output.path is None:
            sys.stdout.write(render_error(error))
        elif error.code != "output_unwritable":
            write_whole(output.path, render_error(error))
