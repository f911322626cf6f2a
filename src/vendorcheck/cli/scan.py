"""`scan` and `check`: bills, or one name at the prompt, to reports and an exit code."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.cli.outputs import parse_outputs, write_error, write_reports
from vendorcheck.cli.progress import watching
from vendorcheck.cli.talk import say
from vendorcheck.model.errors import EXIT_NOTHING_SCREENED, VendorcheckError
from vendorcheck.model.policy import Policy
from vendorcheck.model.report import Report
from vendorcheck.reporters import Sources

#: What stands below the options; the sign before a paragraph keeps its lines as they are.
EXIT_CODES = """
\b
Exit codes (where several hold: 2, 1, 3, 4, 0):
  0    the gate passed
  1    findings at or above --fail-on
  2    could not screen: usage, a rule, list or waiver that is not valid, a bill or output that cannot be used
  3    nothing was screened: no table, no lines, no rule, every line NOT_SCREENED
  4    screened, but not to be relied on: lines not screened or not readable, a rulebook too old
  70   a bug of ours; 130 interrupted
"""

SCAN_MORE = (
    """
\b
Examples:
  vendorcheck scan bom.csv
  vendorcheck scan bom.csv -p us-federal --purpose government-facility
  vendorcheck scan bom.csv -p us-federal -o text -o json=report.json --fail-on critical
"""
    + EXIT_CODES
)

CHECK_MORE = (
    """
\b
Examples:
  vendorcheck check "Hikvision USA Inc" -p us-federal
  vendorcheck check DS-2CD2143G2-I
  vendorcheck check 44:47:CC:01:02:03
"""
    + EXIT_CODES
)


def scan(
    bills: Annotated[
        list[str],
        typer.Argument(
            metavar="BOM...",
            help="Bills of materials: CSV, TSV and other delimited text, XLSX, JSON, JSON Lines (JSONL), CycloneDX, "
            "SPDX; - is standard input.",
        ),
    ],
    profile: options.Profiles = [],
    purpose: options.Purpose = None,
    as_of: options.AsOf = None,
    mapping: options.Maps = [],
    sheet: options.Sheet = None,
    delimiter: options.Delimiter = None,
    encoding: options.Encoding = None,
    header_line: options.HeaderLine = None,
    fail_on: options.FailOn = "high",
    policy: options.PolicyName = None,
    allow_unscreened: options.AllowUnscreened = False,
    output: options.Outputs = [],
    all_lines: options.AllLines = False,
    summary_only: options.SummaryOnly = False,
    reference: options.Reference = None,
    prepared_by: options.PreparedBy = None,
    rules: options.Rules = [],
    no_shipped_rules: options.NoShippedRules = False,
    lists: options.Lists = [],
    waivers: options.Waivers = None,
) -> int:
    """Screen bills of materials and report who is behind each line and which rule reaches it."""

    def screened() -> Report:
        from vendorcheck.screening import Request, choices_of, screen_bills

        request = Request(
            profiles=tuple(profile),
            purpose=purpose,
            as_of=options.parse_day(as_of),
            choices=choices_of(mapping, sheet, delimiter, encoding, header_line),
            rules=tuple(rules),
            shipped_rules=not no_shipped_rules,
            lists=tuple(lists),
            waivers=waivers,
            policy=Policy(fail_on=options.parse_severity(fail_on), allow_unscreened=allow_unscreened, id=policy),
            all_lines=all_lines,
            summary_only=summary_only,
            reference=reference,
            prepared_by=prepared_by,
        )
        with watching("screening") as watch:
            return screen_bills(bills, request, watch)

    return _reported(screened, output, [*bills, *rules, *lists, *_given(waivers)])


def check(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A vendor, brand, model, MAC address or FCC ID.")],
    profile: options.Profiles = [],
    purpose: options.Purpose = None,
    as_of: options.AsOf = None,
    fail_on: options.FailOn = "high",
    policy: options.PolicyName = None,
    output: options.Outputs = [],
    rules: options.Rules = [],
    no_shipped_rules: options.NoShippedRules = False,
    lists: options.Lists = [],
    waivers: options.Waivers = None,
) -> int:
    """Screen one name: the report of a bill of one line, the text tried in every role."""

    def screened() -> Report:
        from vendorcheck.screening import Request, screen_text

        request = Request(
            profiles=tuple(profile),
            purpose=purpose,
            as_of=options.parse_day(as_of),
            rules=tuple(rules),
            shipped_rules=not no_shipped_rules,
            lists=tuple(lists),
            waivers=waivers,
            policy=Policy(fail_on=options.parse_severity(fail_on), id=policy),
            all_lines=True,
        )
        return screen_text(name, request)

    return _reported(screened, output, [*rules, *lists, *_given(waivers)])


def _given(path: Path | None) -> tuple[Path, ...]:
    return () if path is None else (path,)


def _reported(screened: Callable[[], Report], texts: Sequence[str], inputs: Sequence[str | Path]) -> int:
    """Screen and write the reports; where nothing could be screened, the error document where JSON was asked for."""
    try:
        outputs = parse_outputs(texts, inputs)
        report = screened()
        write_reports(report, outputs, Sources())
    except VendorcheckError as error:
        _write_error(error, texts, inputs)
        raise
    for bill in report.coverage.bills:
        if bill.error:
            say(f"vendorcheck: screening incomplete: {bill.error}")
    if report.verdict.exit_code == EXIT_NOTHING_SCREENED:
        say(f"vendorcheck: no screening was performed: {report.verdict.reasons[0]}")
    return report.verdict.exit_code


def _write_error(error: VendorcheckError, texts: Sequence[str], inputs: Sequence[str | Path]) -> None:
    """Write the error document; that it cannot be written must not hide the error itself."""
    try:
        write_error(error, texts, inputs)
    except VendorcheckError as other:
        if other.message != error.message:
            say(f"vendorcheck: {other.message}")
