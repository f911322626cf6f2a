"""`verify`: the bills of a report screened again as they were, and whether the report still holds."""

import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.cli.shown import told, write_json
from vendorcheck.cli.terminal import print_rows

if TYPE_CHECKING:
    from vendorcheck.model.comparison import Verification
    from vendorcheck.model.report import Report

VERIFY_MORE = """
\b
Examples:
  vendorcheck verify report.json bom.csv
  vendorcheck verify bundle.zip archive/bom-2026.csv -o json

\b
Exit codes:
  0    the report holds to the letter
  1    it does not: the bill, the rulebook, a list or the program is another, or a file of the bundle was altered
  2    could not screen again: no report, a bill that is not given, a file that cannot be used
"""


def verify(
    file: Annotated[Path, typer.Argument(metavar="REPORT", help="A report as JSON, or a bundle.")],
    bills: Annotated[
        list[str], typer.Argument(metavar="BOM...", help="The bills of the report, wherever they are now.")
    ],
    store: options.Store = None,
    output: options.Shown = "text",
) -> int:
    """Screen the bills of a report again, with the options and on the days that it records, and say whether it holds.

    Bills are known by their digests, so that they may be renamed or moved. Rules, lists and waivers of one's own are
    taken from the bundle, or from where the report says that they were; kept lists also from the store named here.
    """
    with told(output):
        verification = _verified(file, bills, store)
        if output == "json":
            from vendorcheck.reporters.comparison import verification_data

            write_json(verification_data(verification))
        else:
            from vendorcheck.reporters.text.diff import verification_rows

            print_rows(partial(verification_rows, verification))
    return int(not verification.holds)


def _verified(path: Path, bills: Sequence[str], store: Path | None) -> "Verification":
    from vendorcheck.model.comparison import Verification
    from vendorcheck.reporters.archive import Archive
    from vendorcheck.reporters.bundle.reading import unpack_given
    from vendorcheck.reporters.manifest import altered
    from vendorcheck.reporters.report_json.opening import is_archive, opened, read_report
    from vendorcheck.screening.kept_files import GIVEN

    name = path.as_posix()
    with opened(path) as file:
        if not is_archive(file):
            return _repeated(read_report(file, name), name, bills, store=store)
        archive = Archive(file, name)
        wrong = tuple(map(str, altered(archive)))
        if wrong:
            return Verification(name, wrong)
        with tempfile.TemporaryDirectory(prefix="vendorcheck-") as folder:
            unpack_given(archive, Path(folder), GIVEN)
            return _repeated(read_report(file, name), name, bills, folder=Path(folder))


def _repeated(
    report: "Report", name: str, bills: Sequence[str], *, folder: Path | None = None, store: Path | None = None
) -> "Verification":
    from vendorcheck.compare import compare_reports
    from vendorcheck.model.comparison import Verification
    from vendorcheck.reporters.report_json.letter import unlike_parts
    from vendorcheck.screening.repeating import repeat, take_bills

    taken = take_bills(report, bills)
    again = repeat(report, taken, folder, store)
    return Verification(name, (), taken, unlike_parts(report, again), compare_reports(report, again))
