"""The Consolidated Screening List of the United States as JSON: `{"results": [...]}`, or the array alone."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence

from vendorcheck.lists import fields
from vendorcheck.lists.fields import cleaned
from vendorcheck.lists.format import Format
from vendorcheck.lists.formats.csl import NEEDED, SIGNS
from vendorcheck.lists.formats.csl_record import Record, entry_of, notes_on
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.table import NAMELESS
from vendorcheck.model.watchlist import LeftOut, ListEntry

_LEAST = 4

NO_RECORD = "is no record"

#: Fields of which a file has at least one record with each, if it is the list: what an API leaves out is empty.
_CARRIED = ("source", "name", "alt_names", "addresses")

#: The parts of an address, in the order in which the CSV joins them.
_ADDRESS = ("address", "city", "state", "postal_code", "country")

#: The parts of an identifier, in the same way.
_IDENTIFIER = ("type", "number", "country", "issue_date", "expiration_date")


def read_csl_json(files: Sequence[SourceFile], name: str) -> ParsedList:
    """Return the list in one file or several parts; of a row left out, the line is its number in the array."""
    found: list[tuple[str, ListEntry]] = []
    left_out: list[LeftOut] = []
    notes: list[str] = []
    rows = 0
    for file in files:
        records = _records(file)
        rows += len(records)
        keys: set[str] = set()
        for at, each in enumerate(records, 1):
            if not isinstance(each, dict):
                left_out.append(LeftOut(file.name, at, NO_RECORD))
                continue
            keys.update(each)
            record = _record(each)
            if fields.cleaned(record.name):
                found.append((record.source, entry_of(record, name)))
            else:
                left_out.append(LeftOut(file.name, at, NAMELESS))
        missing = [key for key in _CARRIED if key not in keys]
        if missing:
            what = f"lacks the field{'s' * (len(missing) > 1)} {', '.join(missing)}"
            raise fields.refused(file, None, what, "Fetch it again: a list that lacks fields is not imported.")
        unknown = sorted(keys - _READ - set(SIGNS) - set(NEEDED))
        if unknown:
            notes.append(f"{file.name}: fields that are not read: {', '.join(unknown)}")
    entries = fields.told_apart(entry for _, entry in found)
    newest = fields.newest_day(entries)
    return ParsedList(entries, rows, left_out, newest, "newest_entry" if newest else None, (*notes, *notes_on(found)))


_READ = frozenset(Record._fields) | {"id", "_id", "gross_tonnage", "places_of_birth"}


class _TwiceError(ValueError):
    """A key that stands twice in one object."""


def _object(pairs: Sequence[tuple[str, object]]) -> Mapping[str, object]:
    """An object whose keys stand in it once: of two names under one key the first would be lost."""
    found = dict(pairs)
    if len(found) < len(pairs):
        counted = Counter(key for key, _ in pairs)
        raise _TwiceError(cleaned(counted.most_common(1)[0][0]))
    return found


def _records(file: SourceFile) -> Sequence[object]:
    try:
        document = json.loads(fields.text_of(file), object_pairs_hook=_object)
    except _TwiceError as error:
        what = f"has {str(error)!r} twice in one object"
        raise fields.refused(file, None, what, "Fetch it again: nobody can say which is it.") from None
    except (ValueError, RecursionError) as error:
        raise fields.refused(file, None, "is not whole JSON", "Fetch it again.") from error
    results = document.get("results") if isinstance(document, dict) else document
    if not isinstance(results, list):
        raise fields.refused(file, None, "has no array `results`", "Fetch it again.")
    total = document.get("total") if isinstance(document, dict) else None
    if isinstance(total, int) and total > len(results):
        what = f"holds {len(results)} of {total} results"
        raise fields.refused(file, None, what, "Fetch the whole list: this is a page of an answer to a search.")
    return results


def _record(fields_of: Mapping[str, object]) -> Record:
    return Record._make(_text(fields_of.get(field)) for field in Record._fields)


def _text(value: object) -> str:
    """A value as the CSV has it; what is nested deeper than any record is not looked at."""
    if isinstance(value, list):
        return "; ".join(filter(None, map(_part, value)))
    return _part(value)


def _part(value: object) -> str:
    if isinstance(value, dict):
        parts = _IDENTIFIER if "number" in value or "type" in value else _ADDRESS
        return ", ".join(filter(None, (_scalar(value.get(part)).strip() for part in parts))).replace(";", ",")
    return _scalar(value)


def _scalar(value: object) -> str:
    match value:
        case str():
            return value.encode(errors="replace").decode()  # half of a surrogate pair is no letter
        case bool() | None:
            return ""
        case int() | float():
            return str(value)
    return ""


def _recognises(file: SourceFile) -> bool:
    """Whether an object or an array begins here that has keys as the list has them."""
    text = fields.opening_of(file).lstrip()
    return text.startswith(("{", "[")) and sum(f'"{key}"' in text for key in SIGNS) >= _LEAST


CSL_JSON = Format("csl-json", "Consolidated Screening List (US), JSON", "csl", _recognises, read_csl_json)
