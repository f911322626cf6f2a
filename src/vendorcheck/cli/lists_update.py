"""`lists update`: the official lists that are free, fetched and imported."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.cli.progress import watching_bytes
from vendorcheck.cli.settings import settings_of
from vendorcheck.cli.shown import told, write_json
from vendorcheck.cli.talk import say
from vendorcheck.cli.terminal import write_rows
from vendorcheck.model.errors import EXIT_COULD_NOT_SCREEN
from vendorcheck.reporters.text.rows import Row, row

if TYPE_CHECKING:
    from vendorcheck.importing.updating import Outcome
    from vendorcheck.model.watchlist import DateBasis, Snapshot

UPDATE_SCHEMA = "vendorcheck.lists-update/v0"

UPDATE_MORE = """
\b
Examples:
  vendorcheck lists update
  vendorcheck lists update csl uk --store lists
  vendorcheck lists update eu -o json

\b
Exit codes:
  0    every list was updated, or has not changed
  2    a list could not be updated, and what was there of it stays; the others were updated all the same
"""

#: What the date of a list is, by where it was taken from.
_DATES: "dict[DateBasis | None, str]" = {
    "said": "list of {}",
    "file": "list of {}",
    "server": "list of {} by its server",
    "newest_entry": "newest entry of {}",
    None: "imported on {}",
}

_STATES = {"updated": "updated", "unchanged": "not changed", "failed": "FAILED"}


def update(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="Official lists. All, where none is named.")
    ] = None,
    store: options.Store = None,
    accept_shrink: Annotated[
        bool, typer.Option("--accept-shrink", help="Import lists that lost much of what they had.")
    ] = False,
    config: options.ConfigFile = None,
    isolated: options.Isolated = False,
    output: options.Shown = "text",
) -> int:
    """Fetch official lists over HTTPS and import them: all checks of `lists import`, and a line for each list."""
    with told(output), ExitStack() as stack:
        from vendorcheck.cli.lists_store import store_in
        from vendorcheck.importing.addresses import chosen
        from vendorcheck.importing.updating import Wish, update_lists
        from vendorcheck.rulebook.config import Update
        from vendorcheck.screening.request import today

        lists = chosen(names or [])
        settings = settings_of({"store": store}, config, isolated=isolated)
        told_by_config = settings.config.update if settings.config else Update()
        wish = Wish(told_by_config, today(), accept_shrink)
        watch = stack.enter_context(watching_bytes("fetching"))
        wide = max(len(each.name) for each in lists)
        done = []
        for outcome in update_lists(lists, store_in(settings), wish, watch):
            done.append(outcome)
            if output == "text":
                write_rows(_rows(outcome, wide))
        code = EXIT_COULD_NOT_SCREEN if any(each.error for each in done) else 0
        if output == "json":
            write_json({"schema": UPDATE_SCHEMA, "exit_code": code, "lists": [_data(each) for each in done]})
        _say_failed(done)
    return code


def _rows(outcome: "Outcome", wide: int) -> Iterator[Row]:
    """A row for what came of a list, and below it the reason and what to do where it failed."""
    lead = f"{outcome.official.name:<{wide}}  {_STATES[outcome.state]:<11}"
    kept = _kept(outcome.snapshot) if outcome.snapshot else None
    if outcome.error is None:
        yield row(f"{lead}  {kept}, from {', then '.join(outcome.hosts)}")
        return
    yield row(f"{lead}  {outcome.error.message}")
    if outcome.error.help:
        yield row(f"{'':<{wide}}  help: {outcome.error.help}")
    yield row(f"{'':<{wide}}  " + (f"what was there stays: {kept}" if kept else "there is no snapshot of it"))


def _kept(snapshot: "Snapshot") -> str:
    dated = _DATES[snapshot.dated_by].format((snapshot.dated or snapshot.imported).isoformat())
    return f"{snapshot.entries:,} entries, {dated}"


def _data(outcome: "Outcome") -> dict[str, object]:
    error, snapshot = outcome.error, outcome.snapshot
    return {
        "list": outcome.official.name,
        "title": outcome.official.title,
        "state": outcome.state,
        "hosts": list(outcome.hosts),
        "snapshot": snapshot
        and {
            "date": snapshot.dated and snapshot.dated.isoformat(),
            "dated_by": snapshot.dated_by,
            "imported": snapshot.imported.isoformat(),
            "entries": snapshot.entries,
            "names": snapshot.names,
            "digest": snapshot.digest,
        },
        "error": error and {"code": error.code, "message": error.message, "help": error.help},
    }


def _say_failed(done: "Sequence[Outcome]") -> None:
    failed = [each.official.name for each in done if each.error]
    if failed:
        lists = "list" if len(done) == 1 else "lists"
        say(f"vendorcheck: {len(failed)} of {len(done)} {lists} could not be updated: {', '.join(failed)}")
