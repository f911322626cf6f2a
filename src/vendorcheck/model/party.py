"""A party: the names, marks and identifiers it is known by, and who owns it when."""

from typing import Literal, NamedTuple, get_args

from vendorcheck.model.period import Period

NameKind = Literal["legal", "native", "romanised", "alias", "brand", "short", "family", "weak", "misspelling"]
NAME_KINDS: tuple[NameKind, ...] = get_args(NameKind)

#: Short names and product families count only as the whole of a name cell; weak ones never alone.
WHOLE_CELL_KINDS: tuple[NameKind, ...] = ("short", "family")
NEVER_ALONE_KINDS: tuple[NameKind, ...] = ("weak",)


class PartyName(NamedTuple):
    """A name of a party, in one script, with the dates between which it was the party's."""

    text: str
    kind: NameKind
    source: str | None = None
    since: Period | None = None
    until: Period | None = None


class Unit(NamedTuple):
    """A company of the party's group that has no record of its own."""

    name: str
    source: str | None = None
    since: Period | None = None
    until: Period | None = None
    note: str | None = None


class Mark(NamedTuple):
    """A pattern of model numbers; `needs_name` marks count only beside a name of the party.

    Those that `follows` is said of are of another maker, whose goods follow the party's designs: what they say.
    """

    id: str
    what: str
    starts: tuple[str, ...]
    pattern: str
    equipment: str | None = None
    needs_name: bool = False
    follows: str | None = None


class Ownership(NamedTuple):
    """A share in the party: by whom (a party, or a holder without a record), from when to when."""

    holder: str
    party: str | None
    share: float | None
    since: Period | None
    until: Period | None
    source: str
    disputed: str | None = None


class RelabelLead(NamedTuple):
    """A brand that has sold equipment of the party: a reason to ask, never a finding of who made it."""

    brand: str
    lines: str
    source: str
    since: Period | None = None
    until: Period | None = None


class Confusable(NamedTuple):
    """A name that looks like the party's and is another's."""

    text: str
    really: str


class Party(NamedTuple):
    """A legal person or group head that rules name, with everything it is recognised by.

    One that is not `screened` is only an end of ownership: nothing in a bill is looked at for it.
    """

    id: str
    name: str
    country: str
    names: tuple[PartyName, ...]
    units: tuple[Unit, ...] = ()
    marks: tuple[Mark, ...] = ()
    grantee_codes: tuple[str, ...] = ()
    ieee_prefixes: tuple[str, ...] = ()
    owners: tuple[Ownership, ...] = ()
    relabels: tuple[RelabelLead, ...] = ()
    confusables: tuple[Confusable, ...] = ()
    screened: bool = True
