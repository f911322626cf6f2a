"""A SARIF file, piece by piece: the tool and its rules, the results, then what is to be said of the run."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from vendorcheck.model.finding import Finding
from vendorcheck.model.report import BillRecord, Report
from vendorcheck.reporters.bill_paths import relative_uri
from vendorcheck.reporters.sarif.fitting import Fitting
from vendorcheck.reporters.sarif.results import ROOT, Results
from vendorcheck.reporters.sarif.rules import descriptors
from vendorcheck.reporters.sarif.run import invocation, run_properties
from vendorcheck.reporters.sarif.tool import tool
from vendorcheck.reporters.visible import visible
from vendorcheck.reporters.worst import MOST, worst_first

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

#: The option with which waived findings stand among the results.
INCLUDE_WAIVED = "sarif-include-waived"


def sarif_texts(report: Report, fitting: Fitting | None = None) -> Iterator[str]:
    """Yield the file in pieces; results that do not fit are left out, the least weighty, and counted."""
    fitting = fitting or Fitting()
    rules = descriptors(report)
    wanted = [finding for finding in worst_first(report) if finding.waived is None or _includes_waived(report)]
    yield fitting.whole(_head(report, rules))
    results = Results(report, {rule["id"]: at for at, rule in enumerate(rules)})
    yield from fitting.fitting(_rows(wanted[:MOST], results))
    yield '\n      ],\n      "invocations": '
    yield _data([invocation(report, len(wanted) - fitting.let_through)], 6)
    yield ',\n      "properties": '
    yield _data(run_properties(report, fitting.let_through, len(wanted) - fitting.let_through), 6)
    yield "\n    }\n  ]\n}\n"


def _head(report: Report, rules: list[dict[str, Any]]) -> str:
    run = {
        "tool": tool(report, rules),
        "automationDetails": {"id": _category(report)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder in which the screening was run."}}},
        "artifacts": [_artifact(bill) for bill in report.coverage.bills],
    }
    about = "".join(f"      {json.dumps(key)}: {_data(value, 6)},\n" for key, value in run.items())
    return f'{{\n  "$schema": "{SCHEMA}",\n  "version": "2.1.0",\n  "runs": [\n    {{\n{about}      "results": ['


def _rows(findings: Iterable[Finding], results: Results) -> Iterator[str]:
    lead = "\n        "
    for finding in findings:
        yield lead + json.dumps(results.of(finding))
        lead = ",\n        "


def _artifact(bill: BillRecord) -> dict[str, Any]:
    uri = relative_uri(bill.name)
    artifact: dict[str, Any] = {"location": {"uri": uri, "uriBaseId": ROOT}, "roles": ["analysisTarget"]}
    if uri != bill.name:
        artifact["description"] = {"text": f"given as {visible(bill.name)}"}
    if bill.digest:
        artifact["hashes"] = {"sha-256": bill.digest}
    return artifact


def _category(report: Report) -> str:
    """What tells this run from others over the same repository: for whom, and over which bills."""
    buyers = "+".join(sorted(profile.id for profile in report.settings.profiles)) or "no-profile"
    bills = [relative_uri(bill.name) for bill in report.coverage.bills]
    more = f"+{len(bills) - 1}" if len(bills) > 1 else ""
    return f"vendorcheck/{visible(buyers)}/{bills[0] if bills else ''}{more}/"


def _includes_waived(report: Report) -> bool:
    return any(option.name == INCLUDE_WAIVED for option in report.provenance.options)


def _data(value: object, indent: int) -> str:
    return json.dumps(value, indent=2).replace("\n", "\n" + " " * indent)
