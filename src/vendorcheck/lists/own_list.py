"""A list of one's own, such as suppliers a buyer has debarred: a CSV with a column of names."""

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import ListEntry, Watchlist

#: What each heading may be called; the first is what the documentation says.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "vendor", "supplier", "company", "party", "entity_name"),
    "aliases": ("aliases", "alias", "aka", "alt_names"),
    "country": ("country",),
    "number": ("number", "id", "entity_number"),
    "since": ("since", "listed_on", "date_added", "start_date"),
    "reference": ("reference", "citation", "notes", "reason"),
}

Row = Mapping[str, str]


def read_own_list(name: str, content: bytes) -> Watchlist:
    """Return the list in a CSV file; an error where it has no column of names, or no row."""
    text = _text(name, content)
    delimiter = max(",;\t|", key=text.partition("\n")[0].count)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    columns = _columns(name, rows[0] if rows else [])
    list_name = PurePath(name).stem
    entries = tuple(
        _entry(name, list_name, number, row) for number, row in _rows(rows, columns) if row.get("name", "").strip()
    )
    if not entries:
        raise VendorcheckError(
            "list_invalid",
            f"{name} names nobody",
            spot=Spot(name),
            help="Under the heading `name`, write one name a row.",
        )
    return Watchlist(list_name, hashlib.sha256(content).hexdigest(), None, entries)


def _text(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise VendorcheckError(
            "list_invalid", f"{name} is not UTF-8", spot=Spot(name, line), help="Save the file as UTF-8."
        ) from error


def _columns(name: str, headings: list[str]) -> dict[int, str]:
    known = {spelling: role for role, spellings in HEADINGS.items() for spelling in spellings}
    roles = {at: known.get(heading.strip().lower().replace(" ", "_"), "") for at, heading in enumerate(headings)}
    if "name" not in roles.values():
        raise VendorcheckError(
            "list_invalid",
            f"{name} has no column of names",
            spot=Spot(name, 1),
            help=f"Call it `name`. Other columns: {', '.join(list(HEADINGS)[1:])}.",
        )
    return {at: role for at, role in roles.items() if role}


def _rows(rows: list[list[str]], columns: Mapping[int, str]) -> Iterator[tuple[int, Row]]:
    for number, row in enumerate(rows[1:], 2):
        yield number, {role: row[at].strip() for at, role in columns.items() if at < len(row)}


def _entry(file: str, list_name: str, number: int, row: Row) -> ListEntry:
    name, country = row["name"], row.get("country") or None
    digest = hashlib.sha256("\x1f".join((list_name, name, country or "")).encode()).hexdigest()[:12]
    return ListEntry(
        id=f"{list_name}:{row.get('number') or digest}",
        list=list_name,
        name=name,
        aliases=tuple(alias.strip() for alias in row.get("aliases", "").split(";") if alias.strip()),
        country=country,
        since=_since(file, number, row.get("since", "")),
        reference=row.get("reference") or None,
        standing="procedural",
    )


def _since(file: str, number: int, text: str) -> Period | None:
    if not text:
        return None
    try:
        return Period.parse(text)
    except ValueError as error:
        raise VendorcheckError(
            "list_invalid", f"{file}: {error}", spot=Spot(file, number), help="Write dates as YYYY-MM-DD."
        ) from error
