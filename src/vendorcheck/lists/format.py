"""A format in which lists are published: how it is known by its content, and how it is read."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.source_file import SourceFile


class Format(NamedTuple):
    """One row of the table of formats.

    `list` is what a list in this format is called unless its importer names it otherwise; None for lists that have no
    name of their own. `recognises` looks at the content of one file; `read` takes the files of one list, and the name
    that its entries bear. Both are given all files: a format of several files knows them by their content.
    """

    name: str
    title: str
    list: str | None
    recognises: Callable[[SourceFile], bool]
    read: Callable[[Sequence[SourceFile], str], ParsedList]
