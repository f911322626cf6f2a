"""A list of one's own, such as suppliers a buyer has debarred: a CSV with a column of names."""

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, ListEntry, Watchlist

#: What each heading may be called; the first is what the documentation says.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "vendor", "supplier", "company", "party", "entity_name"),
    "aliases": ("aliases", "alias", "aka", "alt_names"),
    "country": ("country",),
    "number": ("number", "id", "entity_number"),
    "since": ("since", "listed_on", "date_added", "start_date"),
    "reference": ("reference", "citation", "notes", "reason"),
}

_QUOTE = "Put a cell that holds the delimiter or a line break in quotation marks, and double the marks within it."

#: No name is longer, in characters: a cell that is has swallowed others.
MAX_CELL = 10_000

Row = Mapping[str, str]


def read_own_list(name: str, content: bytes) -> Watchlist:
    """Return the list in a CSV file; an error where a row is not clear, or where nobody is named."""
    rows = _rows(name, _text(name, content))
    columns = _columns(name, next(rows, (1, []))[1])
    list_name = PurePath(name).stem
    entries: dict[str, ListEntry] = {}
    for line, cells in rows:
        entry = _entry(name, list_name, line, _row(name, line, cells, columns))
        known = entries.get(entry.id)
        if known and known != entry:
            entry = entry._replace(id=f"{entry.id}/{hashlib.sha256(repr(entry).encode()).hexdigest()[:12]}")
        entries.setdefault(entry.id, entry)
    if not entries:
        raise VendorcheckError(
            "list_invalid",
            f"{name} names nobody",
            spot=Spot(name),
            help="Under the heading `name`, write one name a row.",
        )
    return Watchlist(list_name, hashlib.sha256(content).hexdigest(), None, tuple(entries.values()))


def _text(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise VendorcheckError(
            "list_invalid", f"{name} is not UTF-8", spot=Spot(name, line), help="Save the file as UTF-8."
        ) from error


def _rows(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """The headings and the rows that are not blank, with the lines they begin on."""
    delimiter = max(",;\t|", key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _refused(name, line, "a quotation is not closed where a cell ends", _QUOTE) from error
        if any(len(cell) > MAX_CELL for cell in cells):
            raise _refused(name, line, f"a cell of more than {MAX_CELL} characters", _QUOTE)
        if line == 1 or any(map(str.strip, cells)):
            yield line, cells


def _columns(name: str, headings: Sequence[str]) -> dict[int, str]:
    known = {spelling: role for role, spellings in HEADINGS.items() for spelling in spellings}
    roles = {at: known.get(heading.strip().lower().replace(" ", "_"), "") for at, heading in enumerate(headings)}
    if "name" not in roles.values():
        raise VendorcheckError(
            "list_invalid",
            f"{name} has no column of names",
            spot=Spot(name, 1),
            help=f"Call it `name`. Other columns: {', '.join(list(HEADINGS)[1:])}.",
        )
    for role in HEADINGS:
        same = [headings[at].strip() for at in roles if roles[at] == role]
        if len(same) > 1:
            raise _refused(name, 1, f"the columns {', '.join(same)} all mean `{role}`", f"Keep one, called `{role}`.")
    return roles


def _row(name: str, line: int, cells: Sequence[str], columns: Mapping[int, str]) -> Row:
    if len(cells) > len(columns):
        raise _refused(name, line, "a row with more cells than there are headings", _QUOTE)
    row = {role: cells[at].strip() for at, role in columns.items() if role and at < len(cells)}
    if not row.get("name"):
        raise _refused(name, line, "a row without a name", "Name somebody in it, or take it out.")
    return row


def _refused(name: str, line: int, what: str, todo: str) -> VendorcheckError:
    return VendorcheckError("list_invalid", f"{name}: {what}", spot=Spot(name, line), help=todo)


def _entry(file: str, list_name: str, line: int, row: Row) -> ListEntry:
    entry = ListEntry(
        id="",
        list=list_name,
        name=row["name"],
        aliases=tuple(Alias(alias.strip()) for alias in row.get("aliases", "").split(";") if alias.strip()),
        country=row.get("country") or None,
        since=_since(file, line, row.get("since", "")),
        reference=row.get("reference") or None,
        standing="procedural",
    )
    return entry._replace(id=f"{list_name}:{row.get('number') or _digest(entry)}")


def _digest(entry: ListEntry) -> str:
    return hashlib.sha256("\x1f".join((entry.list, entry.name, entry.country or "")).encode()).hexdigest()[:12]


def _since(file: str, line: int, text: str) -> Period | None:
    if not text:
        return None
    try:
        return Period.parse(text)
    except ValueError as error:
        raise VendorcheckError(
            "list_invalid", f"{file}: {error}", spot=Spot(file, line), help="Write dates as YYYY-MM-DD."
        ) from error
