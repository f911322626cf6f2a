"""What a workbook holds: its sheets in order, and how its numbers are to be read."""

import posixpath
from typing import NamedTuple

from vendorcheck.readers.workbook.damage import DamagedError
from vendorcheck.readers.workbook.markup import SPREADSHEET, Attributes, Markup
from vendorcheck.readers.workbook.package import Package

#: The most bytes in a part that says what is where, and the most sheets: workbooks have a few thousand and a few.
MAX_LISTING = 4 << 20
MAX_SHEETS = 1_000

_RELATIONS = ("http://schemas.openxmlformats.org/package/2006/relationships",)
_RELATION_IDS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)
_USUAL = "xl/workbook.xml"
_TRUE = ("1", "true")


class Relation(NamedTuple):
    """Where a part points: the last word of what the other is to it, and the other part."""

    kind: str
    part: str


#: A sheet of code, of workbooks from before 1997, that is listed and stands nowhere.
_NOWHERE = Relation("module", "")


class Sheet(NamedTuple):
    """A sheet: its name, the part it stands in, what kind it is, and whether the workbook hides it."""

    name: str
    part: str
    kind: str = "worksheet"
    hidden: bool = False


class Contents(NamedTuple):
    """The sheets, and the parts with their texts and styles where there are any.

    `from_1904` says that dates count from 1904; `to_be_computed` that its writer left computing formulas to the program
    that opens the workbook.
    """

    sheets: tuple[Sheet, ...]
    strings: str | None
    styles: str | None
    from_1904: bool
    to_be_computed: bool


def read_contents(package: Package) -> Contents:
    """Return what a workbook holds; a DamagedError where it does not say."""
    workbook = workbook_part(package)
    if workbook is None:
        raise DamagedError("is damaged: it does not say where its workbook is")
    relations = relations_of(package, workbook)
    listing = _Listing(relations)
    listing.read(package, workbook)
    by_kind = {relation.kind: relation.part for relation in relations.values()}
    return Contents(
        tuple(listing.sheets),
        by_kind.get("sharedStrings"),
        by_kind.get("styles"),
        listing.from_1904,
        listing.to_be_computed,
    )


def workbook_part(package: Package) -> str | None:
    """Return the part that a package says is its document, or where that usually is; None where there is none."""
    relations = relations_of(package, "").values()
    usual = _USUAL if _USUAL in package else None
    return next((relation.part for relation in relations if relation.kind == "officeDocument"), usual)


def relations_of(package: Package, part: str) -> dict[str, Relation]:
    """Return what a part points to, by the identifier it uses; the part without a name is the package."""
    folder, name = posixpath.split(part)
    listing = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, Relation] = {}

    def relation(attributes: Attributes) -> None:
        if attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = Relation(kind, target.lstrip("/"))

    if listing in package:
        _walk(package, listing, Markup(listing, {"Relationship": relation}, {}, _RELATIONS))
    return found


def _walk(package: Package, part: str, markup: Markup) -> None:
    markup.walk([package.read(part, MAX_LISTING)])


class _Listing:
    """Reads the part that lists the sheets."""

    def __init__(self, relations: dict[str, Relation]) -> None:
        self.sheets: list[Sheet] = []
        self.from_1904 = False
        self.to_be_computed = False
        self._relations = relations

    def read(self, package: Package, part: str) -> None:
        starts = {"sheet": self._sheet, "workbookPr": self._properties, "calcPr": self._computing}
        _walk(package, part, Markup(part, starts, {}, SPREADSHEET))
        parts = [sheet.part for sheet in self.sheets if sheet.part]
        if len(set(parts)) < len(parts):
            raise DamagedError("is damaged: two of its sheets are the same part")

    def _sheet(self, attributes: Attributes) -> None:
        name = attributes.get("name", "")
        identifier = next((attributes[key] for key in _RELATION_IDS if key in attributes), "")
        relation = self._relations.get(identifier) if identifier else _NOWHERE
        if relation is None:
            raise DamagedError(f"is damaged: it does not say where its sheet {name!r} is")
        if len(self.sheets) == MAX_SHEETS:
            raise DamagedError(f"is damaged: it has more than {MAX_SHEETS} sheets")
        hidden = attributes.get("state", "visible") != "visible"
        self.sheets.append(Sheet(name, relation.part, relation.kind, hidden))

    def _properties(self, attributes: Attributes) -> None:
        self.from_1904 = attributes.get("date1904") in _TRUE

    def _computing(self, attributes: Attributes) -> None:
        self.to_be_computed = attributes.get("fullCalcOnLoad") in _TRUE
