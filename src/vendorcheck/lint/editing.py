"""What helps whoever edits the files: the schema that a file names, and files that are not read."""

import re
from collections.abc import Iterator

from vendorcheck.lint.book import Book
from vendorcheck.model.errors import Fault

_SCHEMA_LINE = re.compile(r"#\s*yaml-language-server:\s*\$schema=(?:\S*/)?([\w-]+)\.schema\.json\s*")


def schema_lines(book: Book) -> Iterator[Fault]:
    """A file that names the schema of another kind of record, so that an editor checks it as what it is not."""
    for kind, file in book.files:
        for number, line in enumerate(file.lines[:5], 1):
            named = _SCHEMA_LINE.fullmatch(line)
            if named and named.group(1) != kind:
                message = f"it names the schema of {named.group(1)!r}, and its place makes it {kind!r}"
                hint = f"Name {kind}.schema.json, or put the file where such records are."
                yield Fault(message, file.spot(number, 1), hint)
