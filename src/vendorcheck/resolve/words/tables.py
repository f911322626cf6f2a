"""The lines of a table of words."""

import pkgutil
from collections.abc import Iterator


def lines_of(name: str) -> Iterator[str]:
    """Yield the lines of a table, without comments and empty lines."""
    data = pkgutil.get_data(__name__, name)
    if data is None:
        raise FileNotFoundError(name)
    return (line for line in data.decode().splitlines() if line and not line.startswith("#"))
