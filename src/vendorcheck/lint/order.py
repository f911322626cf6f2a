"""Dates in order: what is written down as a history must be one."""

from collections.abc import Iterator, Mapping
from typing import Any

from vendorcheck.lint.book import Book, each
from vendorcheck.model.errors import Fault
from vendorcheck.model.period import Period
from vendorcheck.rulebook.yaml_source import YamlFile

#: What may come before a state; an instrument begins proposed or in force.
_BEFORE = {
    "proposed": (None, "proposed", "ended"),
    "in_force": (None, "proposed", "suspended", "ended", "in_force"),
    "suspended": ("in_force", "suspended"),
    "ended": ("proposed", "in_force", "suspended"),
}


def order(book: Book) -> Iterator[Fault]:
    """A timeline that goes back or skips a state, a naming before its instrument, an answer before its question."""
    for file, value in book.own("instrument"):
        yield from _timeline(file, value)
        yield from _namings(file, value)
    for file, value in book.own("evidence"):
        yield from _requests(file, value)
    for file, value in book.own("rule"):
        yield from _rule(book, file, value)


def _timeline(file: YamlFile, value: Mapping[str, Any]) -> Iterator[Fault]:
    before: Mapping[str, Any] | None = None
    for path, entry in each(value, "timeline"):
        state = before["state"] if before else None
        if before and Period.parse(entry["date"]).first < Period.parse(before["date"]).first:
            yield file.fault(
                (*path, "date"), f"{entry['date']} stands after {before['date']}", help="Put the older first."
            )
        elif state not in _BEFORE[entry["state"]]:
            came = f"after {state!r}" if state else "at the beginning"
            known = ", ".join(repr(each) for each in _BEFORE[entry["state"]] if each)
            yield file.fault(
                (*path, "state"), f"{entry['state']!r} cannot stand {came}", help=f"It may follow: {known}."
            )
        before = entry


def _namings(file: YamlFile, value: Mapping[str, Any]) -> Iterator[Fault]:
    begun = Period.parse(value["timeline"][0]["date"])
    for path, naming in each(value, "names"):
        if Period.parse(naming["since"]).last < begun.first:
            message = (
                f"{naming['party']!r} is named since {naming['since']}, before the timeline begins at {begun.text}"
            )
            yield file.fault((*path, "since"), message, help="Let the timeline begin with the earliest entry recorded.")


def _requests(file: YamlFile, value: Mapping[str, Any]) -> Iterator[Fault]:
    for path, request in each(value, "requests_for_comment"):
        asked, answered = request.get("asked"), request.get("answered")
        if asked and answered and Period.parse(answered).last < Period.parse(asked).first:
            yield file.fault((*path, "answered"), f"{answered} is before {asked}, when it was asked")


def _rule(book: Book, file: YamlFile, value: Mapping[str, Any]) -> Iterator[Fault]:
    instrument = book.find("instrument", _instrument_of(value) or "")
    since = value.get("since")
    if instrument is None or since is None:
        return
    force = [entry["date"] for entry in instrument["timeline"] if entry["state"] == "in_force"]
    if force and Period.parse(since).last < Period.parse(force[0]).first:
        yield file.fault(("since",), f"{since} is before {force[0]}, when {instrument['id']!r} came into force")


def _instrument_of(rule: Mapping[str, Any]) -> str | None:
    when = rule["when"]
    found: str | None = rule.get("instrument") or when.get("named_by") or when.get("component_of")
    return found
