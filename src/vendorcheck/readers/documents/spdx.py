"""Bills as SPDX 2.2 and 2.3 in JSON: packages, with who made and who supplied them."""

from collections.abc import Iterator

from vendorcheck.model.bom import Reading, Role
from vendorcheck.model.errors import NothingToScreenError, Spot, VendorcheckError
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.documents.cells import Record
from vendorcheck.readers.documents.cyclonedx_json import JsonWalk
from vendorcheck.readers.documents.gather import (
    CPE,
    CPE_OWNER,
    CPE_THING,
    PURL,
    PURL_OWNER,
    PURL_THING,
    Gathered,
    members,
    texts,
    without_mail,
)
from vendorcheck.readers.documents.json.text import Lost, check_size, encoding_of, unheard
from vendorcheck.readers.documents.json.values import JsonObject, step
from vendorcheck.readers.documents.layout import Kind
from vendorcheck.readers.documents.opened import Opened, Seen, roles_chosen
from vendorcheck.readers.documents.table import DocumentBill, Looking, bill_with, table_of
from vendorcheck.readers.source import Source

VERSIONS = ("SPDX-2.2", "SPDX-2.3")

NOT_AN_OBJECT = "a package that is no object"

#: What the members of a package say of who is behind it; docs/decisions/0015 has the reasons.
_ROLES: dict[str, tuple[Role, ...]] = {
    "originator": ("maker",),
    "supplier": ("vendor",),
    CPE_OWNER: ("brand",),
    "name": ("part",),
    CPE_THING: ("part",),
    PURL_THING: ("part",),
    PURL_OWNER: ("description",),
    "summary": ("description",),
    "description": ("description",),
    "comment": ("description",),
    "primaryPackagePurpose": ("category",),
}

#: Looked at, for a name may stand there; but a person is no organisation, and whoever holds a copyright no maker.
_BESIDE = frozenset(("originator (person)", "supplier (person)", "copyrightText", CPE, PURL))

_NOTHING = ("NOASSERTION", "NONE")
_DOCUMENT = "SPDXRef-DOCUMENT"
_SHOWN = 40


def open_spdx_json(source: Source, choices: Choices) -> DocumentBill:
    """Return the bill of an SPDX document in JSON; an error where it lists no package, or is of another version."""
    check_size(source)
    kind = Kind("spdx-json", roles_chosen(choices, lambda key: _ROLES.get(key, ("ignored",))), _BESIDE)
    reader = Spdx(Opened.of(source, kind, choices, encoding_of(source, choices)))
    seen = reader.look()
    if not seen.lines:
        raise NothingToScreenError(
            "no_table",
            f"{source.name} is an SPDX document that lists no package",
            spot=Spot(source.name),
            help="Files and licences alone name nobody to screen.",
        )
    return bill_with(source, choices, [table_of(reader.opened, seen, reader.records)])


class Spdx:
    """Reads an SPDX document, as often as it is asked to."""

    def __init__(self, opened: Opened) -> None:
        """Read this file."""
        self.opened = opened
        self._whole: Record | None = None

    def look(self) -> Seen:
        """Return what the packages have; an error for a document that is not what it should be."""
        name = self.opened.source.name
        looking = Looking(name)
        walk = self._walk(unheard)
        described: set[str] = set()
        for item in walk.items():
            if item.path == ("packages",) and isinstance(item.value, JsonObject):
                looking.add(_record(item.value, item.at))
            elif item.path == ("relationships",) and isinstance(item.value, JsonObject):
                described |= _described(item.value)
        _check(name, walk.frame)
        described.update(text for text, _ in texts(walk.frame.get("documentDescribes"), ""))
        seen = looking.seen
        if len(described) == 1 and seen.lines > 1:
            self._whole = self._package(*described)
        return seen._replace(nested=self._whole is not None)

    def records(self, reading: Reading) -> Iterator[Record]:
        """Yield the packages; where the document describes one of them, that one first, and the others as its parts."""
        whole = self._whole
        if whole is not None:
            yield whole
        for item in self._walk(reading.broken_characters.add).items():
            if item.path != ("packages",):
                continue
            if not isinstance(item.value, JsonObject):
                reading.not_read(NOT_AN_OBJECT, item.line)
            elif whole is None or whole.pointer != _pointer(item.at):
                yield _record(item.value, item.at, depth=int(whole is not None))

    def _walk(self, lost: Lost) -> JsonWalk:
        return JsonWalk(self.opened.source, self.opened.encoding, lost)

    def _package(self, identifier: str) -> Record | None:
        """The package of an identifier."""
        for item in self._walk(unheard).items():
            package = item.value if item.path == ("packages",) else None
            if isinstance(package, JsonObject) and package.get("SPDXID") == identifier:
                return _record(package, item.at)
        return None


def _record(package: JsonObject, at: int, depth: int = 0) -> Record:
    cells = Gathered()
    for key in ("originator", "supplier"):
        for text, pointer in texts(package.get(key), f"/{key}"):
            _add_actor(cells, key, text, pointer)
    for key in ("name", "summary", "description", "comment", "primaryPackagePurpose", "versionInfo", "copyrightText"):
        for text, pointer in texts(package.get(key), f"/{key}"):
            cells.add(key, "" if text in _NOTHING else text, pointer)
    for reference, pointer in members(package.get("externalRefs"), "/externalRefs"):
        if isinstance(reference, JsonObject):
            _add_reference(cells, reference, pointer + "/referenceLocator")
    return Record(package.line, _pointer(at), cells.values, depth)


def _add_actor(cells: Gathered, key: str, text: str, pointer: str) -> None:
    """Add an organisation; a person is looked at and is nobody's maker, and nothing is added for no assertion."""
    if text.strip() in _NOTHING:
        return
    kind, colon, name = text.partition(":")
    if colon and kind.strip().lower() == "person":
        cells.add(f"{key} (person)", without_mail(name).strip(), pointer)
    elif colon and kind.strip().lower() in ("organization", "organisation", "tool"):
        cells.add(key, without_mail(name).strip(), pointer)
    else:
        cells.add(key, without_mail(text), pointer)


def _add_reference(cells: Gathered, reference: JsonObject, pointer: str) -> None:
    """Add whom and what a CPE name or package URL names; other references name nobody."""
    kind = reference.get("referenceType")
    name = kind.rpartition("/")[2].lower() if isinstance(kind, str) else ""
    if name in ("cpe22type", "cpe23type"):
        cells.add_cpe(reference.get("referenceLocator"), pointer)
    elif name == "purl":
        cells.add_purl(reference.get("referenceLocator"), pointer)


def _described(relationship: JsonObject) -> set[str]:
    """What a relationship says that the document describes."""
    ends = relationship.get("spdxElementId"), relationship.get("relatedSpdxElement")
    match relationship.get("relationshipType"), *ends:
        case "DESCRIBES", str(document), str(package):
            return {package} if document == _DOCUMENT else set()
        case "DESCRIBED_BY", str(package), str(document):
            return {package} if document == _DOCUMENT else set()
    return set()


def _check(name: str, frame: JsonObject) -> None:
    """Refuse a version that is not known, and packages that are no list."""
    version = frame.get("spdxVersion")
    if version not in VERSIONS:
        if isinstance(version, str):
            raise _refused(name, f"is SPDX of the version {version[:_SHOWN]!r}, which is not read")
        raise _refused(name, "is SPDX 3 (JSON-LD), which is not read")
    if not isinstance(frame.get("packages", []), list):
        raise _refused(name, "has packages that are no list")


def _refused(name: str, what: str) -> VendorcheckError:
    return VendorcheckError(
        "bill_unsupported",
        f"{name} {what}",
        spot=Spot(name),
        help="SPDX is read in the versions 2.2 and 2.3, as JSON: convert it to one of them.",
    )


def _pointer(at: int) -> str:
    return "/packages" + step(at)
