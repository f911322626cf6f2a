"""A file that was opened: its bytes, the name it goes by, and what a first look at all of them came to."""

from typing import BinaryIO, NamedTuple

from vendorcheck.readers.encoding.survey import Survey


class Source(NamedTuple):
    """An open file to read a bill from; it stays open for as long as the bill is read."""

    file: BinaryIO
    name: str
    survey: Survey
