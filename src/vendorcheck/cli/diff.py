"""`diff`: what is new, gone and changed between two reports, and why."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vendorcheck.cli.outputs import Output, parse_outputs, write_error, write_rendered
from vendorcheck.model.errors import VendorcheckError

if TYPE_CHECKING:
    from vendorcheck.model.comparison import Comparison

FORMATS = ("text", "markdown", "json")

DIFF_MORE = """
\b
Examples:
  vendorcheck diff last-week.json today.json
  vendorcheck diff old.zip new.json -o markdown=diff.md -o text

\b
Exit codes:
  0    no difference
  1    there is one
  2    could not compare: a file that is no report, or a report without its findings
"""


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The older report: JSON, or a bundle.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The newer report: JSON, or a bundle.")],
    output: Annotated[
        list[str],
        typer.Option(
            "--output",
            "-o",
            metavar="FORMAT[=PATH]",
            help="Write text, markdown or json, to standard output or to a file. May be given again. Default: text.",
        ),
    ] = [],
) -> int:
    """Show which findings are new, gone or changed from one report to another, and what that is due to."""
    inputs = (old, new)
    try:
        outputs = parse_outputs(output, inputs, FORMATS)
        comparison = _compared(old, new)
        _write(comparison, outputs)
    except VendorcheckError as error:
        write_error(error, output, inputs, FORMATS)
        raise
    return int(comparison.differs)


def _compared(old: Path, new: Path) -> "Comparison":
    from vendorcheck.compare import compare_reports, refuse_without_findings
    from vendorcheck.reporters.report_json.opening import open_report

    reports = [open_report(path) for path in (old, new)]
    for report, path in zip(reports, (old, new), strict=True):
        refuse_without_findings(report, path.as_posix())
    return compare_reports(*reports)


def _write(comparison: "Comparison", outputs: Sequence[Output]) -> None:
    from vendorcheck.reporters.comparison import comparison_data, comparison_markdown
    from vendorcheck.reporters.output import text_writer
    from vendorcheck.reporters.report_json import dump
    from vendorcheck.reporters.text import WIDTH
    from vendorcheck.reporters.text.diff import comparison_rows
    from vendorcheck.reporters.text.rows import plain

    rows = partial(comparison_rows, comparison)
    texts = {
        "text": lambda: plain(rows(WIDTH)),
        "markdown": lambda: comparison_markdown(comparison),
        "json": lambda: dump(comparison_data(comparison)),
    }
    writers = {each.format: text_writer([texts[each.format]()]) for each in outputs}
    write_rendered(outputs, writers, rows)
