"""Where the official lists are fetched from: the shipped addresses, and those that a config gives instead."""

import json
import pkgutil
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import urljoin

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.rulebook.config import Update

#: What stands in the data file where nobody here has fetched from an address.
NOT_TRIED = "not tried"


class OfficialFile(NamedTuple):
    """A file of an official list: its name, also on a mirror, its address, and when that was last seen to work.

    `may_be_empty` is true of a file that only adds to others, so that a list without it is still whole.
    """

    file: str
    address: str
    worked: date | None
    read_in: str
    may_be_empty: bool = False


class OfficialList(NamedTuple):
    """An official list that is free to fetch; `format` is the one format its files are accepted in."""

    name: str
    title: str
    keeper: str
    format: str
    files: tuple[OfficialFile, ...]


class Wanted(NamedTuple):
    """A file to fetch: what it is called and its address."""

    file: str
    address: str


@cache
def official_lists() -> tuple[OfficialList, ...]:
    """Return the official lists of the data file, in its order."""
    data = json.loads(pkgutil.get_data("vendorcheck.importing", "addresses.json") or b"")
    return tuple(
        OfficialList(each["name"], each["title"], each["keeper"], each["format"], tuple(map(_file, each["files"])))
        for each in data["lists"]
    )


def chosen(names: Sequence[str]) -> tuple[OfficialList, ...]:
    """Return the lists of these names, each once; all where none is named, an error where one is not known."""
    known = {each.name: each for each in official_lists()}
    for name in names:
        if name not in known:
            raise _unknown(name, known)
    return tuple(known[name] for name in dict.fromkeys(names)) or tuple(known.values())


def wanted_files(official: OfficialList, update: Update) -> tuple[Wanted, ...]:
    """Return what to fetch of a list: from the config's own addresses, else from its mirror, else as shipped."""
    if official.name in update.addresses:
        return _own(official, update.addresses[official.name])
    if update.mirror:
        folder = update.mirror.rstrip("/") + "/"
        return tuple(Wanted(each.file, urljoin(folder, each.file)) for each in official.files)
    return tuple(Wanted(each.file, each.address) for each in official.files)


def _own(official: OfficialList, addresses: Sequence[str]) -> tuple[Wanted, ...]:
    if len(addresses) != len(official.files):
        names = ", ".join(each.file for each in official.files)
        raise VendorcheckError(
            "config_invalid",
            f"{official.name} has {len(official.files)} files, and update.addresses gives {len(addresses)} of them",
            help=f"Give one address for each, in this order: {names}.",
        )
    return tuple(Wanted(each.file, address) for each, address in zip(official.files, addresses, strict=True))


def _file(data: Mapping[str, Any]) -> OfficialFile:
    worked = None if data["worked"] == NOT_TRIED else date.fromisoformat(data["worked"])
    return OfficialFile(data["file"], data["address"], worked, data["read_in"], data.get("may_be_empty", False))


def _unknown(name: str, known: Iterable[str]) -> VendorcheckError:
    names = list(known)
    close = get_close_matches(name, names, 1)
    hint = f"; did you mean {close[0]!r}?" if close else ""
    return VendorcheckError(
        "unknown_name", f"there is no list {name!r} to update{hint}", help=f"These are fetched: {', '.join(names)}."
    )
