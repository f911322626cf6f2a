"""`waivers`: whether files of waivers are valid and hold, and what they cover."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.cli.requests import request_of
from vendorcheck.cli.settings import Settings, settings_of
from vendorcheck.cli.shown import told, write_json
from vendorcheck.cli.talk import say_faults
from vendorcheck.cli.terminal import print_rows
from vendorcheck.model.errors import Fault, Spot, WaiversError

if TYPE_CHECKING:
    from vendorcheck.model.report import Report
    from vendorcheck.model.waiver import CheckedWaivers
    from vendorcheck.reporters.waiver_listing import JudgedBy

CHECK_MORE = """
\b
Examples:
  vendorcheck waivers check waivers.yaml
  vendorcheck waivers check waivers.yaml --policy gate/policy.yaml --report report.json
  vendorcheck waivers check waivers/*.yaml -r own-rules --list debarred.csv -o json

\b
Exit codes:
  0    every file is valid and every waiver holds; what is only to be known, such as a near end, changes nothing
  1    a file has a fault, or a waiver has expired or lapsed: each is said with its place
  2    could not look: a file, list, policy, config, report or rulebook cannot be read or is not valid
"""

LIST_MORE = """
\b
Examples:
  vendorcheck waivers list waivers.yaml
  vendorcheck waivers list waivers.yaml --report report.json
  vendorcheck waivers list waivers.yaml -o json

\b
Exit codes:
  0    listed, whether or not they hold
  2    could not list: a file that cannot be read or has a fault, or the rulebook is not valid
"""

ReportFile = Annotated[
    Path | None,
    typer.Option(
        "--report",
        metavar="REPORT.json",
        help="A report, to show for which finding each fingerprint stands: its line, supplier, part and rule.",
    ),
]

waivers_app = typer.Typer(
    name="waivers",
    help="Look at files of waivers, offline.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


@waivers_app.command("check", epilog=CHECK_MORE)
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files of waivers, in YAML.")],
    rules: options.Rules = [],
    no_shipped_rules: options.NoShippedRules = False,
    lists: options.Lists = [],
    store: options.Store = None,
    policy: options.PolicyName = None,
    report: ReportFile = None,
    config: options.ConfigFile = None,
    isolated: options.Isolated = False,
    output: options.Shown = "text",
) -> int:
    """Check files of waivers: every fault at once, and which waivers have expired, lapsed, end soon or cover much."""
    given = {"rules": rules, "no_shipped_rules": no_shipped_rules, "list": lists, "store": store, "policy": policy}
    with told(output):
        from vendorcheck.reporters.waiver_listing import judged_by_text, waivers_data
        from vendorcheck.screening.request import today

        checked, by = _checked(files, settings_of(given, config, isolated=isolated))
        by = by._replace(report=_report(report))
        if output == "json":
            write_json(waivers_data(checked, today(), by))
        else:
            typer.echo(judged_by_text(by))
            for each in checked:
                say_faults([*each.faults, *_remarks(each)])
                for text in _findings(each, by.report):
                    typer.echo(text)
                typer.echo(_summary(each))
    return 0 if all(each.holds for each in checked) else 1


@waivers_app.command("list", epilog=LIST_MORE)
def list_waivers(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file of waivers, in YAML.")],
    rules: options.Rules = [],
    no_shipped_rules: options.NoShippedRules = False,
    lists: options.Lists = [],
    store: options.Store = None,
    report: ReportFile = None,
    output: options.Shown = "text",
) -> int:
    """List waivers: what each covers, why, whose it is, who approved it, and how many days it still holds."""
    given = {"rules": rules, "no_shipped_rules": no_shipped_rules, "list": lists, "store": store}
    with told(output):
        from vendorcheck.reporters.waiver_listing import waiver_rows, waivers_data
        from vendorcheck.screening.request import today

        (checked,), by = _checked([file], settings_of(given, isolated=True))
        if checked.faults:
            raise WaiversError(checked.faults)
        by = by._replace(report=_report(report))
        if output == "json":
            write_json(waivers_data([checked], today(), by))
        else:
            print_rows(partial(waiver_rows, checked.standings, by.report))
    return 0


def _checked(files: Sequence[Path], settings: Settings) -> tuple[list["CheckedWaivers"], "JudgedBy"]:
    """Look at each file by the policy that the settings name; an error where one cannot be read."""
    from vendorcheck.reporters.waiver_listing import JudgedBy
    from vendorcheck.rulebook import load_rulebook
    from vendorcheck.screening.policies import chosen_policy
    from vendorcheck.screening.request import today
    from vendorcheck.screening.waived import check_waivers
    from vendorcheck.screening.watched_lists import watched_lists

    request = request_of(settings)
    rulebook, day = load_rulebook(request.rules, shipped=request.shipped_rules), today()
    watched = [each.open for each in watched_lists(request.asked_lists, request.store, day, day)]
    chosen = chosen_policy(request, rulebook)
    by = JudgedBy(chosen.policy, chosen.file) if chosen else JudgedBy()
    return [check_waivers(file, rulebook, watched, day, by.policy) for file in files], by


def _report(path: Path | None) -> "Report | None":
    from vendorcheck.reporters.report_json.opening import open_report

    return open_report(path) if path else None


def _findings(checked: "CheckedWaivers", report: "Report | None") -> Iterator[str]:
    """For what each fingerprint stands in a report, where one was given."""
    from vendorcheck.reporters.waiver_listing import finding_texts

    if report is None:
        return
    for standing in checked.standings:
        yield from (f"{standing.waiver.id}: {text}" for text in finding_texts(standing.waiver, report))


def _remarks(checked: "CheckedWaivers") -> Iterator[Fault]:
    """What is to be said of waivers that are valid, at their places."""
    for standing in checked.standings:
        name = standing.waiver.id
        spot = checked.file.spots[name] if checked.file else Spot(checked.name)
        if not standing.holds:
            yield Fault(f"{name} has {standing.state}: {standing.because}", spot)
        yield from (Fault(f"warning: {name}: {remark}", spot) for remark in standing.remarks)


def _summary(checked: "CheckedWaivers") -> str:
    if checked.faults:
        count = len(checked.faults)
        return f"{checked.name}: {count} {'fault' if count == 1 else 'faults'}"
    total, held = len(checked.standings), sum(standing.holds for standing in checked.standings)
    return f"{checked.name}: valid, {held} of {total} {'waiver holds' if total == 1 else 'waivers hold'}"
