"""The lists that a run is given, and whether its rules have those they ask for."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from vendorcheck.evaluate import World
from vendorcheck.lists import import_list
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.watchlist import Watchlist


def imported(paths: Sequence[Path]) -> tuple[Watchlist, ...]:
    """Return the lists to screen against; each needs a name of its own, which its findings bear."""
    repeated = next((path for path, times in Counter(paths).items() if times > 1), None)
    if repeated is not None:
        raise VendorcheckError("usage", f"the list {repeated.as_posix()} is given twice", help="Give it once.")
    lists = tuple(map(import_list, paths))
    twice = next((name for name, times in Counter(each.name for each in lists).items() if times > 1), None)
    if twice is not None:
        raise VendorcheckError("usage", f"two lists are called {twice!r}", help="Rename one of the files.")
    return lists


def check_lists(world: World, lists: Sequence[Watchlist]) -> None:
    """Refuse a run in which a rule asks for a list that was not given: it could never be reached."""
    given = {each.name for each in lists}
    for rule in world.rules:
        missing = next((name for name in rule.lists if name not in given), None)
        if missing is not None:
            raise VendorcheckError(
                "usage",
                f"the rule {rule.id!r} asks for the list {missing!r}, which is not given",
                help=f"Give it with --list {missing}, or from a file: --list {missing}.csv.",
            )
