"""How official lists are fetched, as a config says it."""

import pathlib
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit


class Update(NamedTuple):
    """How official lists are fetched.

    `addresses` go before `mirror`, which is a folder that holds the official files under their usual names, and that
    before the shipped addresses. `ca` is a file of certificates that are believed beside those of the system. Times
    are in seconds: `total` for one file with all that its fetching takes, `pause` before the first further attempt.
    """

    addresses: Mapping[str, tuple[str, ...]] = {}
    mirror: str | None = None
    proxy: str | None = None
    ca: pathlib.Path | None = None
    connect_seconds: float = 15
    read_seconds: float = 60
    total_seconds: float = 900
    max_mib: float = 256
    attempts: int = 4
    pause_seconds: float = 2


def build_update(data: Mapping[str, Any], folder: pathlib.Path) -> Update:
    """Return what a checked table `update` says; a path in it starts from a folder."""
    told = dict(data)
    if "ca" in told:
        told["ca"] = folder / told["ca"]
    if "addresses" in told:
        told["addresses"] = {
            name: (value,) if isinstance(value, str) else tuple(value) for name, value in told["addresses"].items()
        }
    return Update(**told)


def update_texts(update: Update) -> dict[str, tuple[str, ...]]:
    """Return what every key comes to, as texts without what may be secret in an address."""
    return {key: _texts(key, value) for key, value in update._asdict().items()}


def shown_address(address: str) -> str:
    """Return an address without what may be secret in it: who asks, and what follows the question mark."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def _texts(key: str, value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, Mapping):
        return tuple(f"{name}={shown_address(each)}" for name, addresses in value.items() for each in addresses)
    if isinstance(value, pathlib.Path):
        return (value.as_posix(),)
    return (shown_address(value) if key in ("mirror", "proxy") else f"{value:g}",)
