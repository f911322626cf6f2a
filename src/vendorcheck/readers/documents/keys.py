"""Which roles a key of a document has: the words of its path, read as a heading."""

from collections.abc import Sequence

from vendorcheck.model.bom import Role
from vendorcheck.readers.headings import (
    is_private,
    is_unknown,
    mentions_thing,
    normal_heading,
    roles_of,
    seller_named_by,
    tells_of_thing,
)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip() for word in text.split("|"))


#: Steps of a path that only say that the thing above them is called so.
_NAMES = _words(
    "name | full name | legal name | display name | title | label | value | text | company | company name | "
    "organization | organisation | organization name | organisation name | org"
)

#: Of them, those that name a person as soon as a thing; below a remark such as "notes" it is who wrote it.
_OF_ANYBODY = _words("name | full name | display name")

#: Steps that say no more than that something stands below them, or that it is software.
_HOLDERS = _words(
    "data | row | rows | record | records | entry | entries | node | nodes | result | results | source | "
    "software | application | package | packages | library | libraries"
)

#: Steps below which a name is that of somebody who neither made nor sells the thing.
_OTHERS = _words(
    "contact | contacts | person | user | owner | author | authors | creator | created by | updated by | "
    "customer | client | buyer | recipient | employee | address | site | location | ship to | bill to"
)

#: Keys under which the parts of a thing are listed.
_PART_KEYS = _words(
    "components | parts | children | items | subcomponents | sub components | subassemblies | assemblies | "
    "modules | contents | contains | consists of | bom | bill of materials | lines | line items | positions"
)

#: Keys under which facts are listed, each with its name and its value.
_FACT_KEYS = _words(
    "properties | attributes | parameters | parametrics | specs | specifications | fields | custom fields | "
    "features | characteristics | additional properties | extra | extras | details"
)

#: What may be left out above a name: nothing of it is a person.
_ABOVE_NAMES = _HOLDERS | _PART_KEYS | _FACT_KEYS

#: The roles of what stands under the name of a seller.
SELLER_ROLES: tuple[Role, ...] = ("vendor", "description")

#: The roles of a name, a title or a remark: of a thing, if what it stands below is one.
DESCRIBED: tuple[Role, ...] = ("description",)


def roles_of_key(key: str) -> tuple[Role, ...]:
    """Return the roles of a dotted key such as `supplier.name`; `ignored` names nobody, `unclassified` nobody knows.

    The whole path is read as a heading first, then without its first steps: `part.manufacturer.name` is a manufacturer.
    A step that only says "name" gives way to the one above it: `sellers.company.name` is a seller.
    """
    if seller_of_key(key):
        return SELLER_ROLES
    steps = [normal_heading(each) for each in key.split(".")]
    named = list(steps)
    while named and named[-1] in _NAMES:
        named.pop()
    roles = _roles_of_path(named)
    if roles == DESCRIBED and not _OF_ANYBODY.isdisjoint(steps[len(named) :]) and not tells_of_thing(named[-1]):
        return ("ignored",)
    if not roles and _OTHERS.isdisjoint(steps):
        roles = _roles_of_path(steps)
    return roles or (("unclassified",) if _is_unknown(steps) else ("ignored",))


def seller_of_key(key: str) -> str | None:
    """Return the seller whose name the last step of a key is: what stands there is an order number of theirs."""
    return seller_named_by(key.rpartition(".")[2])


def lists_parts(key: str) -> bool:
    """Return whether what is listed under a key are the parts of a thing."""
    return normal_heading(key) in _PART_KEYS


def lists_facts(key: str) -> bool:
    """Return whether what is listed under a key are facts of a thing, each with its name and its value."""
    return normal_heading(key) in _FACT_KEYS


def _roles_of_path(steps: Sequence[str]) -> tuple[Role, ...]:
    for first in range(len(steps)):
        end = " ".join(steps[first:])
        roles = _roles(end)
        if roles:
            return roles if roles != DESCRIBED or _is_of_thing(steps[:first], end) else ()
    return ()


def _is_unknown(steps: Sequence[str]) -> bool:
    """Whether nobody knows what stands under a key, and nothing above it tells of a person or a secret."""
    return is_unknown(steps[-1]) and _OTHERS.isdisjoint(steps) and not any(map(is_private, steps))


def _is_of_thing(above: Sequence[str], end: str) -> bool:
    """Whether a thing is described: by its own words, or by what it stands below; else it may be a person, a secret."""
    named = [step for step in above if step not in _ABOVE_NAMES]
    return mentions_thing(end) or not named or tells_of_thing(named[-1])


def _roles(heading: str) -> tuple[Role, ...]:
    """The roles of a heading, or of what it is the plural of."""
    return roles_of(heading) or (roles_of(heading[:-1]) if heading.endswith("s") else ())
