"""Where reports go: standard output or files, each format once to each place."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple

from vendorcheck.cli.terminal import print_rows, write_out, write_to_out
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.report import Report
from vendorcheck.reporters import REPORTERS, Format, Sources
from vendorcheck.reporters.error_report import render_error
from vendorcheck.reporters.output import Writer, text_writer, write_all
from vendorcheck.reporters.text import text_rows
from vendorcheck.reporters.text.rows import Row

#: The formats that are no text for a console, with what their files are called.
NEED_A_PATH = {name: each.suffix for name, each in REPORTERS.items() if not each.to_console}


class Output(NamedTuple):
    """A format and where to; no path means standard output."""

    format: str
    path: Path | None


def parse_outputs(
    texts: Sequence[str], inputs: Sequence[str | Path] = (), formats: Collection[str] = tuple(REPORTERS)
) -> tuple[Output, ...]:
    """Return the outputs asked for; text to standard output when none is. No output may replace an input."""
    outputs = tuple(_parse(text, formats) for text in texts) or (Output("text", None),)
    if sum(output.path is None for output in outputs) > 1:
        raise VendorcheckError(
            "usage", "at most one report goes to standard output", help="Give the others a path: -o json=report.json."
        )
    places = [output.path.resolve() for output in outputs if output.path]
    twice = next((place for place in places if places.count(place) > 1), None)
    if twice is not None:
        raise VendorcheckError("usage", f"two reports would be written to {twice.as_posix()}")
    replaced = next((output.path for output in outputs if output.path and _is_input(output.path, inputs)), None)
    if replaced is not None:
        raise VendorcheckError(
            "usage", f"a report would be written over {replaced.as_posix()}", help="Name another path."
        )
    return outputs


def _is_input(path: Path, inputs: Sequence[str | Path]) -> bool:
    """Whether a path leads to a bill, a list or a rule file, or to a record in a folder of rules."""
    place = path.resolve()
    given = [Path(name).resolve() for name in inputs]
    is_record = place.suffix in (".yaml", ".yml") and place.exists()
    return place in given or (is_record and any(place.is_relative_to(path) for path in given))


def _parse(text: str, formats: Collection[str]) -> Output:
    name, equals, path = text.partition("=")
    if name not in formats:
        close = get_close_matches(name, formats, 1)
        hint = f"; did you mean {close[0]!r}?" if close else ""
        raise VendorcheckError("usage", f"there is no format {name!r}{hint}", help=f"Known: {', '.join(formats)}.")
    if equals and not path:
        raise VendorcheckError("usage", f"-o {text!r} names no path", help=f"For example -o {name}=report.{name}.")
    if path in ("", "-") and name in NEED_A_PATH:
        raise VendorcheckError(
            "usage", f"the format {name} needs a path", help=f"For example -o {name}=report{NEED_A_PATH[name]}."
        )
    return Output(name, Path(path) if path not in ("", "-") else None)


def write_reports(report: Report, outputs: Sequence[Output], sources: Sources) -> None:
    """Write every report asked for: files first, so that a reader who leaves early loses none."""
    write_rendered(
        outputs,
        {name: partial(_write, each, report, sources) for name, each in REPORTERS.items()},
        partial(text_rows, report),
    )


def _write(each: Format, report: Report, sources: Sources, file: BinaryIO) -> None:
    each.write(report, file, sources)


def write_rendered(
    outputs: Sequence[Output], writers: Mapping[str, Writer], rows: Callable[[int], Iterable[Row]]
) -> None:
    """Write what was asked for in each format: files first; `rows` are the text for a console of some width."""
    write_all((output.path, writers[output.format]) for output in outputs if output.path)
    for output in outputs:
        if output.path is None and output.format == "text":
            print_rows(rows)
        elif output.path is None:
            write_to_out(writers[output.format])


def write_error(
    error: VendorcheckError,
    texts: Sequence[str],
    inputs: Sequence[str | Path],
    formats: Collection[str] = tuple(REPORTERS),
) -> None:
    """Write the error document wherever JSON was asked for, as far as what was asked for can be understood."""
    outputs = dict.fromkeys(output for output in _understood(texts, formats) if output.format == "json")
    files = [output.path for output in outputs if output.path and not _is_input(output.path, inputs)]
    if any(output.path is None for output in outputs):
        write_out(render_error(error))
    failed: list[VendorcheckError] = []
    for path in files:
        try:
            write_all([(path, text_writer([render_error(error)]))])
        except VendorcheckError as other:
            failed.append(other)
    if failed:
        raise failed[0]


def _understood(texts: Sequence[str], formats: Collection[str]) -> Iterator[Output]:
    for text in texts:
        try:
            yield _parse(text, formats)
        except VendorcheckError:
            continue
