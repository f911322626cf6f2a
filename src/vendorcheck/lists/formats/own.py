"""A list of one's own, such as suppliers a buyer has debarred: a CSV with a column of names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from vendorcheck.lists import fields
from vendorcheck.lists.fields import Row, refused
from vendorcheck.lists.format import Format
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, EntryKind, ListEntry

#: What each heading may be called; the first is what the documentation says.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "vendor", "supplier", "company", "party", "entity_name"),
    "aliases": ("aliases", "alias", "aka", "alt_names"),
    "country": ("country",),
    "number": ("number", "id", "entity_number"),
    "since": ("since", "listed_on", "date_added", "start_date"),
    "until": ("until", "delisted_on", "end_date"),
    "reference": ("reference", "citation", "notes", "reason"),
    "programme": ("programme", "program", "programmes", "programs"),
    "kind": ("kind", "type"),
    "address": ("address", "addresses"),
    "identifier": ("identifier", "identifiers"),
    "url": ("url", "link"),
}

#: Headings of bills of materials and inventories: they name suppliers too, and those are no list of anybody debarred.
_OF_BILLS = frozenset(
    {
        *("quantity", "qty", "part_number", "partnumber", "part_no", "mpn", "manufacturer", "manufacturer_part_number"),
        *(
            "designator",
            "reference_designator",
            "refdes",
            "footprint",
            "sku",
            "serial_number",
            "unit_price",
            "cve_number",
        ),
    }
)

#: Words in the column of kinds. Any other word leaves the kind unknown, and the name is screened as a firm's.
KINDS: Mapping[str, EntryKind] = {
    "organisation": "organisation",
    "organization": "organisation",
    "entity": "organisation",
    "company": "organisation",
    "firm": "organisation",
    "person": "person",
    "individual": "person",
    "vessel": "vessel",
    "ship": "vessel",
    "aircraft": "aircraft",
    "category": "category",
}

_QUOTE = "Put a cell that holds the delimiter or a line break in quotation marks, and double the marks within it."

#: No name is longer, in characters: a cell that is has swallowed others.
MAX_CELL = 10_000

_Cells = Mapping[str, str]


def read_own_list(files: Sequence[SourceFile], name: str, mappings: Sequence[str] = ()) -> ParsedList:
    """Return the list in CSV files, its columns by their headings or by mappings `ROLE=HEADING`.

    An error where a row is not clear, or where nobody is named.
    """
    wanted = _mapped(mappings)
    rows = 0
    entries: list[ListEntry] = []
    for file in files:
        for line, cells in _rows(file, wanted):
            rows += 1
            entries.append(_entry(file, name, line, cells))
    if not entries:
        raise VendorcheckError(
            "list_invalid",
            f"{files[0].name} names nobody",
            spot=Spot(files[0].name),
            help="Under the heading `name`, write one name a row.",
        )
    return ParsedList(fields.told_apart(entries), rows)


def _mapped(mappings: Iterable[str]) -> dict[str, str]:
    """Headings by the roles that the caller gave them."""
    found: dict[str, str] = {}
    for text in mappings:
        role, equals, heading = (part.strip() for part in text.partition("="))
        if not (equals and role and heading):
            raise VendorcheckError("usage", f"{text!r} is not ROLE=HEADING", help='For example "name=Supplier name".')
        if role not in HEADINGS:
            close = get_close_matches(role, HEADINGS, 1)
            hint = f"; did you mean {close[0]!r}?" if close else ""
            raise VendorcheckError(
                "usage", f"no column of a list is {role!r}{hint}", help=f"Roles: {', '.join(HEADINGS)}."
            )
        if found.setdefault(role, heading) != heading:
            raise VendorcheckError("usage", f"the role {role!r} is given to two headings", help="Give it to one.")
        other = next((each for each in found if each != role and _plain(found[each]) == _plain(heading)), None)
        if other:
            raise VendorcheckError("usage", f"{heading!r} is given two roles, {other} and {role}", help="Give it one.")
    return found


def _rows(file: SourceFile, wanted: Mapping[str, str]) -> Iterator[tuple[int, _Cells]]:
    """The rows under the headings, by role."""
    text = _text(file)
    rows = fields.rows_in(file, text, _delimiter(text), _QUOTE)
    header = next(rows, Row(1, []))
    columns = _columns(file, header, wanted)
    for line, cells in rows:
        yield line, _row(file, line, cells, columns, len(header.cells))


def _delimiter(text: str) -> str:
    return max(",;\t|", key=_first_line(text).count)


def _first_line(text: str) -> str:
    return next(iter(text.lstrip("\r\n ").splitlines()), "")


def _text(file: SourceFile) -> str:
    """The text, in an encoding that it cannot but be in: a name that is guessed at would find nobody."""
    if file.content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return fields.text_of(file)
    try:
        return file.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.content.count(b"\n", 0, error.start) + 1
        raise VendorcheckError(
            "list_invalid", f"{file.name} is not UTF-8", spot=Spot(file.name, line), help="Save the file as UTF-8."
        ) from error


def _columns(file: SourceFile, header: Row, wanted: Mapping[str, str]) -> dict[str, int]:
    """The place of each role that the headings have; what the caller said goes before what is found."""
    columns: dict[str, int] = {}
    for role, spellings in HEADINGS.items():
        known = (_plain(wanted[role]),) if role in wanted else spellings
        taken = {_plain(heading) for other, heading in wanted.items() if other != role}
        at = [n for n, cell in enumerate(header.cells) if _plain(cell) in known and _plain(cell) not in taken]
        if len(at) > 1:
            same = ", ".join(header.cells[n].strip() for n in at)
            raise refused(file, header.line, f"the columns {same} all mean `{role}`", f"Keep one, called `{role}`.")
        if not at and role in wanted:
            raise refused(file, header.line, f"no column is headed {wanted[role]!r}", _headings(header))
        if at:
            columns[role] = at[0]
    if "name" not in columns:
        raise VendorcheckError(
            "list_invalid",
            f"{file.name} has no column of names",
            spot=Spot(file.name, header.line),
            help=f"Call it `name`. Other columns: {', '.join(list(HEADINGS)[1:])}.",
        )
    return columns


def _headings(header: Row) -> str:
    return f"The headings are: {', '.join(filter(None, map(str.strip, header.cells)))}."


def _plain(heading: str) -> str:
    return "_".join(heading.lower().split())


def _row(file: SourceFile, line: int, cells: Sequence[str], columns: Mapping[str, int], headings: int) -> _Cells:
    if len(cells) > headings:
        raise refused(file, line, "a row with more cells than there are headings", _QUOTE)
    if any(len(cell) > MAX_CELL for cell in cells):
        raise refused(file, line, f"a cell of more than {MAX_CELL} characters", _QUOTE)
    row = {role: text for role, at in columns.items() if at < len(cells) and (text := fields.cleaned(cells[at]))}
    if "name" not in row:
        raise refused(file, line, "a row without a name", "Name somebody in it, or take it out.")
    return row


def _entry(file: SourceFile, list_name: str, line: int, row: _Cells) -> ListEntry:
    name, country = row["name"], row.get("country")
    since, until = _day(file, line, row, "since"), _day(file, line, row, "until")
    if since and until and until.last < since.first:
        raise refused(file, line, "an entry that ends before it begins", "Look at `since` and `until`.")
    return ListEntry(
        id=fields.entry_id(list_name, row.get("number", ""), name, country),
        list=list_name,
        name=name,
        aliases=tuple(map(Alias, _several(row, "aliases"))),
        country=country,
        since=since,
        reference=row.get("reference"),
        standing="procedural",
        kind=KINDS.get(row.get("kind", "").lower(), "unknown"),
        programmes=_several(row, "programme"),
        until=until,
        addresses=_several(row, "address"),
        identifiers=_several(row, "identifier"),
        url=row.get("url"),
    )


def _several(row: _Cells, role: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, row.get(role, "").split(";"))))


def _day(file: SourceFile, line: int, row: _Cells, role: str) -> Period | None:
    if role not in row:
        return None
    try:
        return Period.parse(row[role])
    except ValueError as error:
        raise refused(file, line, str(error), "Write dates as YYYY-MM-DD.") from error


def _recognises(file: SourceFile) -> bool:
    """Whether a column is headed by a word for names, and none as in a bill of materials; this format is asked last."""
    text = fields.opening_of(file)
    try:
        header = next(fields.rows_in(file, _first_line(text), _delimiter(text)), Row(1, []))
    except VendorcheckError:
        return False
    headings = set(map(_plain, header.cells))
    return not headings.isdisjoint(HEADINGS["name"]) and headings.isdisjoint(_OF_BILLS)


OWN = Format("own", "a list of one's own, as CSV", None, _recognises, read_own_list)
