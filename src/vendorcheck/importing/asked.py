"""What is asked of an import."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

#: Takes what is being done, and of how many entries it is done.
Watch = Callable[[str, int], None]


class Asked(NamedTuple):
    """How files are to be read and kept, as far as somebody says.

    `said` is the date that whoever imports gives the list, `served` the one of the server that it came from.
    """

    format: str | None = None
    name: str | None = None
    mappings: Sequence[str] = ()
    said: date | None = None
    served: date | None = None
    accept_shrink: bool = False
    accept_cut_off: bool = False
