"""What a list may be called: its name is that of a folder, on every system and in every shell."""

import re

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.watchlist import is_list_file

#: No name is longer: paths have bounds on some systems.
MAX_NAME = 80

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")

#: Names that Windows keeps for devices, whatever follows them after a dot.
_DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"{port}{at}" for port in ("com", "lpt") for at in range(1, 10))))

_TODO = (
    f"Letters, digits, dots, dashes and underscores, beginning with a letter or digit, at most {MAX_NAME}: "
    "--name debarred."
)


def is_list_name(name: str) -> bool:
    """Return whether a list may be called so."""
    return bool(
        _NAME.fullmatch(name)
        and len(name) <= MAX_NAME
        and not name.endswith(".")
        and not is_list_file(name)  # it would be taken for a file where a run asks for it
        and name.lower().partition(".")[0] not in _DEVICES
    )


def check_list_name(name: str) -> None:
    """Refuse a name that no list may have."""
    if not is_list_name(name):
        raise VendorcheckError("usage", f"a list cannot be called {name!r}", help=_TODO)
