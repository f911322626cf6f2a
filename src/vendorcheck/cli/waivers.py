"""`waivers`: whether files of waivers are valid and hold, and what they cover."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.cli.shown import load, told, write_json
from vendorcheck.cli.talk import say_faults
from vendorcheck.cli.terminal import print_rows
from vendorcheck.model.errors import Fault, Spot, WaiversError

if TYPE_CHECKING:
    from vendorcheck.model.waiver import CheckedWaivers

CHECK_MORE = """
\b
Examples:
  vendorcheck waivers check waivers.yaml
  vendorcheck waivers check waivers/*.yaml -r own-rules --list debarred.csv -o json

\b
Exit codes:
  0    every file is valid and every waiver holds; what is only to be known, such as a near end, changes nothing
  1    a file has a fault, or a waiver has expired or lapsed: each is said with its place
  2    could not look: a file, list or rulebook cannot be read, or the rulebook is not valid
"""

LIST_MORE = """
\b
Examples:
  vendorcheck waivers list waivers.yaml
  vendorcheck waivers list waivers.yaml -o json

\b
Exit codes:
  0    listed, whether or not they hold
  2    could not list: a file that cannot be read or has a fault, or the rulebook is not valid
"""

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
    output: options.Shown = "text",
) -> int:
    """Check files of waivers: every fault at once, and which waivers have expired, lapsed, end soon or cover much."""
    with told(output):
        from vendorcheck.reporters.waiver_listing import waivers_data
        from vendorcheck.screening.request import today

        checked = _checked(files, rules, no_shipped_rules, lists, store)
        if output == "json":
            write_json(waivers_data(checked, today()))
        else:
            for each in checked:
                say_faults([*each.faults, *_remarks(each)])
                typer.echo(_summary(each))
    return 0 if all(each.holds for each in checked) else 1


@waivers_app.command("list", epilog=LIST_MORE)
def list_waivers(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file of waivers, in YAML.")],
    rules: options.Rules = [],
    no_shipped_rules: options.NoShippedRules = False,
    lists: options.Lists = [],
    store: options.Store = None,
    output: options.Shown = "text",
) -> int:
    """List waivers: what each covers, why, whose it is, who approved it, and how many days it still holds."""
    with told(output):
        from vendorcheck.reporters.waiver_listing import waiver_rows, waivers_data
        from vendorcheck.screening.request import today

        (checked,) = _checked([file], rules, no_shipped_rules, lists, store)
        if checked.faults:
            raise WaiversError(checked.faults)
        if output == "json":
            write_json(waivers_data([checked], today()))
        else:
            print_rows(partial(waiver_rows, checked.standings))
    return 0


def _checked(
    files: Sequence[Path],
    rules: Sequence[Path],
    no_shipped_rules: bool,  # noqa: FBT001 (a flag of the command)
    lists: Sequence[str],
    store: Path | None,
) -> list["CheckedWaivers"]:
    """Look at each file; an error where one cannot be read."""
    from vendorcheck.screening.request import AskedList, today
    from vendorcheck.screening.waived import check_waivers
    from vendorcheck.screening.watched_lists import watched_lists

    rulebook, day = load(rules, no_shipped_rules), today()
    watched = watched_lists([AskedList(each) for each in lists], store, day, day)
    return [check_waivers(file, rulebook, [each.open for each in watched], day) for file in files]


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
