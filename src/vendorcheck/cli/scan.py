"""`scan` and `check`: bills, or one name at the prompt, to reports and an exit code."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.cli.kept import files_of
from vendorcheck.cli.outputs import Output, parse_outputs, write_error, write_reports
from vendorcheck.cli.progress import watching
from vendorcheck.cli.requests import of_one_line, request_of
from vendorcheck.cli.settings import settings_of
from vendorcheck.cli.talk import say
from vendorcheck.model.errors import EXIT_NOTHING_SCREENED, VendorcheckError
from vendorcheck.model.report import Report
from vendorcheck.reporters import Sources

#: What stands below the options; the sign before a paragraph keeps its lines as they are.
EXIT_CODES = """
\b
Exit codes (where several hold: 2, 1, 3, 4, 0):
  0    the gate passed
  1    findings at or above --fail-on
  2    could not screen: usage, a config, policy, rule, list or waiver that is not valid, a bill or output
       that cannot be used
  3    nothing was screened: no table, no lines, no rule, every line NOT_SCREENED
  4    screened, but not to be relied on: lines not screened or not readable, a rulebook too old, with
       --strict a warning
  70   a bug of ours; 130 interrupted
"""

SCAN_MORE = (
    """
\b
Examples:
  vendorcheck scan bom.csv
  vendorcheck scan bom.csv -p us-federal --purpose government-facility
  vendorcheck scan bom.csv -p us-federal -o text -o json=report.json --fail-on critical
  vendorcheck scan bom.csv --isolated --policy gate/policy.yaml@sha256:DIGEST
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
    fail_on: options.FailOn = None,
    min_confidence: options.MinConfidence = None,
    select: options.Select = [],
    ignore: options.Ignore = [],
    strict: options.Strict = False,
    allow_unscreened: options.AllowUnscreened = False,
    policy: options.PolicyName = None,
    baseline: options.Baseline = None,
    new_only: options.NewOnly = False,
    output: options.Outputs = [],
    all_lines: options.AllLines = False,
    summary_only: options.SummaryOnly = False,
    sarif_include_waived: options.SarifIncludeWaived = False,
    reference: options.Reference = None,
    prepared_by: options.PreparedBy = None,
    rules: options.Rules = [],
    no_shipped_rules: options.NoShippedRules = False,
    lists: options.Lists = [],
    store: options.Store = None,
    waivers: options.Waivers = None,
    config: options.ConfigFile = None,
    isolated: options.Isolated = False,
) -> int:
    """Screen bills of materials and report who is behind each line and which rule reaches it."""
    given = {
        "profile": profile,
        "purpose": purpose,
        "as_of": as_of,
        "map": mapping,
        "sheet": sheet,
        "delimiter": delimiter,
        "encoding": encoding,
        "header_line": header_line,
        "fail_on": fail_on,
        "min_confidence": min_confidence,
        "select": select,
        "ignore": ignore,
        "strict": strict,
        "allow_unscreened": allow_unscreened,
        "policy": policy,
        "baseline": baseline,
        "new_only": new_only,
        "output": output,
        "all_lines": all_lines,
        "summary_only": summary_only,
        "sarif_include_waived": sarif_include_waived,
        "reference": reference,
        "prepared_by": prepared_by,
        "rules": rules,
        "no_shipped_rules": no_shipped_rules,
        "list": lists,
        "store": store,
        "waivers": waivers,
    }
    with _documented(output, bills):
        settings = settings_of(given, config, isolated=isolated)

    def sources(outputs: Sequence[Output]) -> Sources:
        from vendorcheck.cli.sources import sources_of

        return sources_of(outputs, bills, request_of(settings).choices, summary_only=settings.flag("summary_only"))

    def screened() -> Report:
        from vendorcheck.screening import screen_bills

        with watching("screening") as watch:
            return screen_bills(bills, request_of(settings), watch)

    return _reported(screened, sources, settings.texts("output"), [*bills, *settings.inputs])


def check(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A vendor, brand, model, MAC address or FCC ID.")],
    profile: options.Profiles = [],
    purpose: options.Purpose = None,
    as_of: options.AsOf = None,
    fail_on: options.FailOn = None,
    min_confidence: options.MinConfidence = None,
    select: options.Select = [],
    ignore: options.Ignore = [],
    strict: options.Strict = False,
    policy: options.PolicyName = None,
    output: options.Outputs = [],
    rules: options.Rules = [],
    no_shipped_rules: options.NoShippedRules = False,
    lists: options.Lists = [],
    store: options.Store = None,
    waivers: options.Waivers = None,
    config: options.ConfigFile = None,
    isolated: options.Isolated = False,
) -> int:
    """Screen one name: the report of a bill of one line, the text tried in every role."""
    given = {
        "profile": profile,
        "purpose": purpose,
        "as_of": as_of,
        "fail_on": fail_on,
        "min_confidence": min_confidence,
        "select": select,
        "ignore": ignore,
        "strict": strict,
        "policy": policy,
        "rules": rules,
        "no_shipped_rules": no_shipped_rules,
        "list": lists,
        "store": store,
        "waivers": waivers,
    }
    with _documented(output, ()):
        settings = settings_of(given, config, isolated=isolated)

    def sources(outputs: Sequence[Output]) -> Sources:
        from vendorcheck.cli.sources import sources_of
        from vendorcheck.readers import ALL_FOUND

        return sources_of(outputs, (), ALL_FOUND)

    def screened() -> Report:
        from vendorcheck.screening import screen_text

        return screen_text(name, of_one_line(request_of(settings))._replace(all_lines=True))

    return _reported(screened, sources, output, settings.inputs)


@contextmanager
def _documented(texts: Sequence[str], inputs: Sequence[str]) -> Iterator[None]:
    """Where JSON was asked for, an error before the screening is written as its document as well."""
    try:
        yield
    except VendorcheckError as error:
        _write_error(error, texts, inputs)
        raise


def _reported(
    screened: Callable[[], Report],
    sources: Callable[[Sequence[Output]], Sources],
    texts: Sequence[str],
    inputs: Sequence[str | Path],
) -> int:
    """Screen and write the reports; where nothing could be screened, the error document where JSON was asked for."""
    try:
        outputs = parse_outputs(texts, inputs)
        needed = sources(outputs)
        report = screened()
        write_reports(report, outputs, needed._replace(files=files_of(report)))
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
