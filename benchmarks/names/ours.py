"""How vendorcheck's index of names is called: the only place that knows. Start-up is measured: it imports little."""

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

LEVELS = {"possible": 1.0, "strong": 2.0}


class Hit(NamedTuple):
    """A party that was found and how high it stands: the peer's score, or level and score in one number."""

    key: str
    rank: float


def build_index(names: Iterable[tuple[str, str, str | None]], path: Path) -> None:
    """Write vendorcheck's index of these names, each with its party and country."""
    import_module("vendorcheck.resolve.index").NameIndex.build(((name, key) for name, key, _ in names), path)


def open_index(path: Path) -> Callable[[str], list[Hit]]:
    """Return the search of an index that was written: hits as found, strong ones above possible ones."""
    index = import_module("vendorcheck.resolve.index").NameIndex.open(path)

    def search(name: str) -> list[Hit]:
        return [Hit(hit.key, LEVELS[str(hit.level)] + hit.score) for hit in index.search(name)]

    return search
