"""`report`: a report that was kept, in another format, without screening again."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.cli.kept import files_of, sources_of_report
from vendorcheck.cli.outputs import Output, parse_outputs, write_error, write_reports
from vendorcheck.model.errors import VendorcheckError

REPORT_MORE = """
\b
Examples:
  vendorcheck report report.json
  vendorcheck report report.json -o html=report.html -o csv=findings.csv
  vendorcheck report bundle.zip -o annotated=bom.annotated.csv --bill bom.csv

\b
Exit codes:
  0    written, whatever the report says; its own exit code stands in it
  2    could not write: no report, a bill or rulebook that is no longer the one it was made with
"""


def report(
    file: Annotated[Path, typer.Argument(metavar="REPORT", help="A report as JSON, or a bundle.")],
    output: options.Outputs = [],
    bill: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="The bill of the report, for the format that writes beside its lines; its digest must be the same.",
        ),
    ] = None,
) -> int:
    """Write a report again, in any format, without screening again: the bytes are those that the scan gave."""
    inputs = [file, *([bill] if bill else [])]
    try:
        outputs = parse_outputs(output, inputs)
        _write(file, outputs, bill)
    except VendorcheckError as error:
        write_error(error, output, inputs)
        raise
    return 0


def _write(file: Path, outputs: Sequence[Output], bill: Path | None) -> None:
    from vendorcheck.reporters.report_json.opening import open_report

    opened = open_report(file)
    sources = sources_of_report(opened, bill, outputs)
    write_reports(opened, outputs, sources._replace(files=files_of(opened)))
