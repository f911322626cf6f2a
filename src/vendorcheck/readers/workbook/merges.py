"""Merged cells: which there are, and whose text stands for those that a merge leaves blank.

The text of a merge stands in its first cell. Downwards it counts for every row that has something of its own: a maker
merged over four rows is the maker of four lines, and a row that is blank but for merges is still blank. Sideways it
counts only in headings: a heading over two columns heads both, but a title over twenty columns is said once.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from vendorcheck.model.bom import Column
from vendorcheck.readers.workbook.damage import DamagedError
from vendorcheck.readers.workbook.references import Range, range_of
from vendorcheck.readers.workbook.rows import NEAR

#: Merges within one row are of use only to headings, which stand above this row.
HEADINGS_ABOVE = 1_000

#: The most merges that are kept: some forms have thousands.
MAX_MERGES = 200_000

_merge = re.compile(rb"""<(?:\w+:)?mergeCell\s[^<>]*?\bref\s*=\s*["']([A-Z]+[0-9]+):([A-Z]+[0-9]+)["']""").finditer
_MERGE = b"mergeCell"
_MAX_TAG = 1 << 12


class Merges:
    """The merges of a sheet that may matter."""

    def __init__(self) -> None:
        """Begin with none."""
        self.downwards: dict[int, list[Range]] = {}
        self.sideways: list[Range] = []

    def add(self, merge: Range) -> None:
        """Add a merge where it may matter; a DamagedError where there are too many."""
        down, aside = merge.bottom > merge.top, merge.right > merge.left and merge.top < HEADINGS_ABOVE
        if down:
            self.downwards.setdefault(merge.top, []).append(merge)
        if aside:
            self.sideways.append(merge)
"""
"""
