"""Components and services of CycloneDX as records: who made, sold and published them, and what stands inside."""

from collections.abc import Iterator
from typing import NamedTuple

from vendorcheck.model.bom import Reading, Role
from vendorcheck.readers.documents.cells import Cell, Record
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
)
from vendorcheck.readers.documents.json.values import Json, JsonObject
from vendorcheck.readers.documents.keys import roles_of_key
from vendorcheck.readers.documents.layout import Roles

MAKER, SUPPLIER, PROVIDER = "manufacturer.name", "supplier.name", "provider.name"
BOM_MAKER, BOM_SUPPLIER, BOM_AUTHOR = (
    "metadata.manufacture.name",
    "metadata.supplier.name",
    "metadata.manufacturer.name",
)
PROPERTY = "properties."

#: What the members of a component say of who is behind it; docs/decisions/0015 has the reasons.
_ROLES: dict[str, tuple[Role, ...]] = {
    MAKER: ("maker",),
    BOM_MAKER: ("maker",),
    SUPPLIER: ("vendor",),
    BOM_SUPPLIER: ("vendor",),
    PROVIDER: ("vendor",),
    "publisher": ("brand",),
    CPE_OWNER: ("brand",),
    "name": ("part",),
    CPE_THING: ("part",),
    PURL_THING: ("part",),
    "group": ("description",),
    PURL_OWNER: ("description",),
    "swid.name": ("description",),
    "description": ("description",),
    "type": ("category",),
}

#: Looked at, for a name may stand there; but whoever does is mostly a person, and nobody's maker.
BESIDE = frozenset(("author", "authors.name", "copyright", BOM_AUTHOR, CPE, PURL))

#: Members that are texts, and members that are called something, with the keys of what they are called.
_TEXTS = frozenset(("group", "name", "version", "description", "type"))
_CALLED = {
    "manufacturer": MAKER,
    "supplier": SUPPLIER,
    "provider": PROVIDER,
    "publisher": "publisher",
    "swid": "swid.name",
    "author": "author",
    "authors": "authors.name",
    "copyright": "copyright",
}

#: Members in which other components stand.
_HOLDING = frozenset(("components", "services", "pedigree"))

#: All keys but those of properties, in the order in which their columns stand.
KEYS = (*_ROLES, "version", *sorted(BESIDE))

NOT_AN_OBJECT = "a component or service that is no object"
VARIANT = "another version of the component above it"
ANCESTOR = "The component above it was made from it."


class Inside(NamedTuple):
    """What stands inside a component: parts, or what is none and is told of as something else."""

    value: Json
    pointer: str
    aside: str | None = None
    note: str | None = None


def roles_of_component(key: str) -> tuple[Role, ...]:
    """Return the roles of a key of a component or service; properties go by the words of their names."""
    if key.startswith(PROPERTY):
        return roles_of_key(key.removeprefix(PROPERTY).replace(":", "."))
    return _ROLES.get(key, ("ignored",))


class Components:
    """Turns components and services into records."""

    def __init__(self, roles: Roles) -> None:
        """Take up the properties whose keys have a role."""
        self._roles = roles

    def records(self, inside: Inside, depth: int, line: int, reading: Reading) -> Iterator[Record]:
        """Yield the records of components and services, each with those of what stands inside it behind it.

        What is no object is counted on the line given.
        """
        for thing, pointer in members(inside.value, inside.pointer):
            if not isinstance(thing, JsonObject):
                reading.not_read(NOT_AN_OBJECT, line)
                continue
            yield Record(thing.line, pointer, self.values(thing), depth, inside.aside, inside.note)
            yield from self.inside(thing, pointer, depth + 1, reading, inside.aside)

    def inside(
        self, thing: JsonObject, pointer: str, depth: int, reading: Reading, aside: str | None = None
    ) -> Iterator[Record]:
        """Yield the records of what stands inside a component or service."""
        if _HOLDING.isdisjoint(thing):
            return
        for each in _inside(thing, pointer):
            yield from self.records(each._replace(aside=aside or each.aside), depth, thing.line, reading)

    def values(self, thing: JsonObject) -> dict[str, tuple[Cell, ...]]:
        """Return what a component or service says of itself."""
        cells = Gathered()
        for member, value in thing.items():
            if member in _TEXTS:
                cells.add_text(member, value, f"/{member}")
            elif member in _CALLED:
                cells.add_called(_CALLED[member], value, f"/{member}")
            elif member == "cpe":
                cells.add_cpe(value, "/cpe")
            elif member == "purl":
                cells.add_purl(value, "/purl")
            elif member == "properties":
                for each, where in members(value, "/properties"):
                    self._add_property(cells, each, where)
        return cells.values

    def _add_property(self, cells: Gathered, each: Json, pointer: str) -> None:
        """Add a property whose name is known as a heading; of the many others nothing is screened."""
        if not isinstance(each, JsonObject):
            return
        for name, _ in texts(each.get("name"), ""):
            if self._roles(PROPERTY + name) not in (("ignored",), ("unclassified",)):
                cells.add_text(PROPERTY + name, each.get("value"), pointer + "/value")


def _inside(thing: JsonObject, pointer: str) -> Iterator[Inside]:
    for key in ("components", "services"):
        yield Inside(thing.get(key), f"{pointer}/{key}")
    pedigree = thing.get("pedigree")
    if isinstance(pedigree, JsonObject):
        yield Inside(pedigree.get("ancestors"), f"{pointer}/pedigree/ancestors", note=ANCESTOR)
        for key in ("descendants", "variants"):
            yield Inside(pedigree.get(key), f"{pointer}/pedigree/{key}", VARIANT)
