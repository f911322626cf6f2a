"""Which kind of document a file of JSON is: by what it says, never by what it is called."""

from collections.abc import Sequence
from itertools import islice

from vendorcheck.model.bom import Reading
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.documents.cyclonedx_json import JsonWalk
from vendorcheck.readers.documents.json.signs import GOES_ON
from vendorcheck.readers.documents.json.text import (
    NotJsonError,
    encoding_of,
    items_of,
    sequence_of,
    text_chunks,
    unheard,
)
from vendorcheck.readers.documents.json.values import JsonObject
from vendorcheck.readers.documents.json_lines import LineReader, NumberedLine, numbered_lines
from vendorcheck.readers.source import Source

#: How many lines are looked at to tell whether each is an object of its own.
_LINES = 20


def json_kind(source: Source, choices: Choices) -> str:
    """Return which reader a file of JSON is for: jsonl, cyclonedx-json, spdx-json, or json for any other.

    A document may say only at its end what it is, so all of it is read where it does not say so before.
    """
    encoding = encoding_of(source, choices)
    lines = list(islice(numbered_lines(text_chunks(source, encoding, unheard), Reading()), _LINES))
    if _is_json_lines(lines):
        return "jsonl"
    walk = JsonWalk(source, encoding, unheard)
    try:
        for item in walk.items():
            kind = _kind_of(walk.frame)
            if kind != "json" or item.path == ():
                return kind
    except NotJsonError as error:
        if error.reason != GOES_ON:
            raise
        if _kind_of(walk.frame) == "json" and _are_mostly_objects(lines) and not _holds_values_only(source, encoding):
            return "jsonl"
    return _kind_of(walk.frame)


def _is_json_lines(lines: Sequence[NumberedLine]) -> bool:
    """Whether the first lines begin as objects do, and one of them at least is whole."""
    return len(lines) > 1 and all(map(_begins, lines[:2])) and any(map(LineReader(unheard).holds_object, lines))


def _are_mostly_objects(lines: Sequence[NumberedLine]) -> bool:
    """Whether most lines begin as objects do, and the first is one; commas at the ends are overlooked."""
    first = lines[0]._replace(text=(lines[0].text or "").rstrip().removesuffix(","))
    return LineReader(unheard).holds_object(first) and 2 * sum(map(_begins, lines)) > len(lines) > 1


def _begins(line: NumberedLine) -> bool:
    return line.text is None or line.text.lstrip().startswith("{")


def _holds_values_only(source: Source, encoding: str) -> bool:
    """Whether a file is nothing but values of JSON, one after another: these are read, on however many lines."""
    try:
        for _ in items_of(source, sequence_of(source, encoding, unheard)):
            pass
    except NotJsonError:
        return False
    return True


def _kind_of(frame: JsonObject) -> str:
    context = frame.get("@context")
    if "bomFormat" in frame:
        return "cyclonedx-json"
    if "spdxVersion" in frame or (isinstance(context, str) and "spdx.org/rdf" in context):
        return "spdx-json"
    return "json"
