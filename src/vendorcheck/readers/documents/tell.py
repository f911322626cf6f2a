"""Which kind of document a file of JSON is: by what it says, never by what it is called."""

from itertools import islice

from vendorcheck.model.bom import Reading
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.documents.cyclonedx_json import JsonWalk
from vendorcheck.readers.documents.json.signs import GOES_ON
from vendorcheck.readers.documents.json.text import NotJsonError, encoding_of, text_chunks, unheard
from vendorcheck.readers.documents.json.values import JsonObject
from vendorcheck.readers.documents.json_lines import LineReader, numbered_lines
from vendorcheck.readers.source import Source

#: How many lines are looked at to tell whether each is an object of its own.
_LINES = 20


def json_kind(source: Source, choices: Choices) -> str:
    """Return which reader a file of JSON is for: jsonl, cyclonedx-json, spdx-json, or json for any other.

    A document may say only at its end what it is, so all of it is read where it does not say so before.
    """
    if _is_json_lines(source, encoding_of(source, choices)):
        return "jsonl"
    walk = JsonWalk(source, encoding_of(source, choices), unheard)
    try:
        for item in walk.items():
            kind = _kind_of(walk.frame)
            if kind != "json" or item.path == ():
                return kind
    except NotJsonError as error:
        if error.reason != GOES_ON:
            raise
    return _kind_of(walk.frame)


def _is_json_lines(source: Source, encoding: str) -> bool:
    """Whether the first lines begin as objects do, and one of them at least is whole."""
    lines = list(islice(numbered_lines(text_chunks(source, encoding, unheard), Reading()), _LINES))
    begin = [line.text is None or line.text.lstrip().startswith("{") for line in lines]
    return len(lines) > 1 and all(begin[:2]) and any(map(LineReader(unheard).holds_object, lines))


def _kind_of(frame: JsonObject) -> str:
    context = frame.get("@context")
    if "bomFormat" in frame:
        return "cyclonedx-json"
    if "spdxVersion" in frame or (isinstance(context, str) and "spdx.org/rdf" in context):
        return "spdx-json"
    return "json"
