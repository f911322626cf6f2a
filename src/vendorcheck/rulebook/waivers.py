"""A file of waivers: loaded with line and column, checked, and made into the model; in doubt none of it is used."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from vendorcheck.model.bom import lost_characters
from vendorcheck.model.errors import Fault, RulebookError, Spot, VendorcheckError, WaiversError
from vendorcheck.model.waiver import MAX_WAIVER_DAYS, NamePair, Waiver, WaiverFile, WaiverScope, name_key
from vendorcheck.rulebook.references import suggestion
from vendorcheck.rulebook.schema import schema_faults

if TYPE_CHECKING:
    import pathlib

    from vendorcheck.rulebook.yaml_source import Path, YamlFile

_DAYS = ("created", "expires")


class KnownParties(NamedTuple):
    """Whom a waiver may name: the parties of the rulebook, and the entries of the lists that are given, by list."""

    parties: Collection[str]
    entries: Mapping[str, Collection[str]]

    def fault_of(self, name: str) -> tuple[str, str | None] | None:
        """Return what is wrong with the name of a party, and whom it may mean; None where nothing is.

        An entry of a list that is not given cannot be checked; a waiver for it clears nothing then.
        """
        if name in self.parties or any(name in entries for entries in self.entries.values()):
            return None
        of_list = next((each for each in self.entries if name.startswith(f"{each}:")), None)
        if of_list is not None:
            return f"the list {of_list!r} has no entry {name!r}", suggestion(name, self.entries[of_list])
        if ":" in name:
            return None
        return f"no party is called {name!r}", suggestion(name, self.parties)


def load_waivers(path: pathlib.Path, known: KnownParties, today: date) -> WaiverFile:
    """Return the waivers of a file, those that have expired included; a WaiversError holds every fault."""
    # Imported here because most runs are given no waivers, and the YAML loader takes as long as a small scan.
    from vendorcheck.rulebook.yaml_source import read_yaml

    shown = path.as_posix()
    content = _content(path, shown)
    try:
        file = read_yaml(shown, content)
    except RulebookError as error:
        raise WaiversError(error.faults) from error
    faults = tuple(schema_faults(file, "waivers")) or tuple(_faults(file, known, today))
    if faults:
        raise WaiversError(faults)
    return WaiverFile(shown, hashlib.sha256(content).hexdigest(), tuple(map(_waiver, file.value["waivers"])))


def _content(path: pathlib.Path, shown: str) -> bytes:
    """The bytes of a file, and never more than one too many: a pipe or a device may have no end."""
    from vendorcheck.rulebook.yaml_source import MAX_BYTES

    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"the waivers {shown} cannot be read: {reason}"
        raise VendorcheckError("waivers_invalid", message, spot=Spot(shown)) from error


def _faults(file: YamlFile, known: KnownParties, today: date) -> Iterator[Fault]:
    """What the schema cannot say of the waivers of a file that fits it."""
    first: dict[str, int] = {}
    for at, waiver in enumerate(file.value["waivers"]):
        path: Path = ("waivers", at)
        line = first.setdefault(waiver["id"], at)
        if line != at:
            where = file.marks["waivers", line, "id"][0]
            yield file.fault((*path, "id"), f"two waivers are called {waiver['id']!r}; the other is on line {where}")
        yield from _pair_faults(file, path, waiver["scope"]["name_pair"], known)
        if name_key(waiver["owner"]) == name_key(waiver["approved_by"]):
            yield file.fault((*path, "approved_by"), "whoever owns a waiver cannot approve it")
        yield from tuple(_day_faults(file, path, waiver)) or _span_faults(file, path, waiver, today)


def _pair_faults(file: YamlFile, path: Path, pair: Mapping[str, str], known: KnownParties) -> Iterator[Fault]:
    where = (*path, "scope", "name_pair")
    if lost_characters(pair["name"]):
        yield file.fault((*where, "name"), "a name with characters that could not be read may be anybody's")
    wrong = known.fault_of(pair["party"])
    if wrong is not None:
        message, hint = wrong
        yield file.fault((*where, "party"), message, help=hint)


def _day_faults(file: YamlFile, path: Path, waiver: Mapping[str, str]) -> Iterator[Fault]:
    for key in _DAYS:
        try:
            date.fromisoformat(waiver[key])
        except ValueError as error:
            yield file.fault((*path, key), f"no such date: {error}")


def _span_faults(file: YamlFile, path: Path, waiver: Mapping[str, str], today: date) -> Iterator[Fault]:
    created, expires = (date.fromisoformat(waiver[key]) for key in _DAYS)
    if created > today:
        yield file.fault((*path, "created"), f"{created} is still to come: today is {today}")
    if expires < created:
        yield file.fault((*path, "expires"), f"{expires} is before {created}, when it was created")
    elif (expires - created).days > MAX_WAIVER_DAYS:
        latest = created + timedelta(days=MAX_WAIVER_DAYS)
        message = f"{expires} is more than {MAX_WAIVER_DAYS} days after {created}, when it was created"
        yield file.fault((*path, "expires"), message, help=f"It may hold through {latest}.")


def _waiver(data: dict[str, Any]) -> Waiver:
    pair = data["scope"]["name_pair"]
    return Waiver(
        id=data["id"],
        rule=data["rule"],
        scope=WaiverScope(pair=NamePair(pair["name"], pair["party"])),
        reason=data["reason"],
        statement=data["statement"],
        owner=data["owner"],
        approved_by=data["approved_by"],
        created=date.fromisoformat(data["created"]),
        expires=date.fromisoformat(data["expires"]),
    )
