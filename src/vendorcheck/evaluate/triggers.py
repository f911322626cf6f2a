"""Triggers: what brings a rule up for a line. Closed world: what is not recognised is NO."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from vendorcheck.evaluate.world import World
from vendorcheck.model.hit import Facts, Hit, Holding, Relation
from vendorcheck.model.instrument import Instrument, Naming, OwnershipTest
from vendorcheck.model.period import Period, held
from vendorcheck.model.truth import NO, UNKNOWN, YES, Truth, all_of
from vendorcheck.model.watchlist import ListEntry

#: Hits that say who made the product itself, not a part of it and not a guess from its brand.
_OWN_PRODUCT: tuple[Relation, ...] = ("self", "brand", "subsidiary", "affiliate", "owner")

_TENTH, _HALF = 10, 50

_NO_WAITS: Mapping[str | None, int] = MappingProxyType({})


class Reach(NamedTuple):
    """How far a trigger holds: for which named party, in what relation to the one behind the line.

    `entries` are those of lists that say so, beside a naming or instead of one. Where that is UNKNOWN, `needs` are the
    facts that would settle it.
    """

    truth: Truth
    party: str | None
    relation: Relation
    uncertain: bool = False
    naming: Naming | None = None
    note: str | None = None
    needs: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()


Trigger = Callable[[Any, Hit | None, Facts, World], list[Reach]]


def named_by(instrument: str, hit: Hit | None, facts: Facts, world: World) -> list[Reach]:
    """The instrument names the party behind the line, or reaches it by its ownership test."""
    if hit is None or hit.relation not in _OWN_PRODUCT:
        return []
    return _reaches(world.instrument(instrument), hit, hit.relation, world)


def component_of(instrument: str, hit: Hit | None, facts: Facts, world: World) -> list[Reach]:
    """As named_by, for a component inside the line's product, or a component bought by itself."""
    if hit is None or hit.relation in ("relabel", "successor"):
        return []
    bought_by_itself = any("component" in world.broader[kind] for kind in facts.equipment)
    if hit.relation != "component" and not bought_by_itself:
        return []
    return _reaches(world.instrument(instrument), hit, "component", world)


def party(parties: tuple[str, ...], hit: Hit | None, facts: Facts, world: World) -> list[Reach]:
    """One of these parties is behind the line; what is said of an owner is not said of what it owns."""
    if hit is None or hit.party not in parties or hit.relation not in _OWN_PRODUCT:
        return []
    return [Reach(YES, hit.party, hit.relation, hit.uncertain)]


def listed(
    wanted: str | tuple[str, ...] | Mapping[str, Sequence[str]], hit: Hit | None, facts: Facts, world: World
) -> list[Reach]:
    """An entry of any list, of one of these, or of one of their programmes is behind the line.

    "other" are the entries about which no running rule asks by their instrument: not of the maker, or not of the
    counterparty, whoever the entry is here.
    """
    if hit is None:
        return []
    return _by_entries(hit, hit.relation, world, lambda entry: _is_wanted(entry, wanted, hit, world))


def _is_wanted(
    entry: ListEntry, wanted: str | tuple[str, ...] | Mapping[str, Sequence[str]], hit: Hit, world: World
) -> bool:
    if isinstance(wanted, str):
        return wanted == "any" or entry.instrument not in world.asked_instruments(hit.subject)
    if isinstance(wanted, tuple):
        return entry.list in wanted
    lists, programmes = wanted.get("lists", ()), wanted.get("programmes", ())
    return (not lists or entry.list in lists) and (not programmes or not set(programmes).isdisjoint(entry.programmes))


def relabel_of(parties: str | tuple[str, ...], hit: Hit | None, facts: Facts, world: World) -> list[Reach]:
    """The brand of the line has sold equipment of one of these parties."""
    if hit is None or hit.relation != "relabel" or (parties != "any" and hit.party not in parties):
        return []
    return [Reach(YES, hit.party, "relabel", hit.uncertain)]


def successor_of(parties: str | tuple[str, ...], hit: Hit | None, facts: Facts, world: World) -> list[Reach]:
    """The line holds a chip or other model of another maker that follows the designs of one of these parties."""
    if hit is None or hit.relation != "successor" or (parties != "any" and hit.party not in parties):
        return []
    return [Reach(YES, hit.party, "successor")]


def conflict(wanted: bool, hit: Hit | None, facts: Facts, world: World) -> list[Reach]:  # noqa: FBT001
    """Some cells of the line point to the party behind it, and others to another maker."""
    if hit is None or hit.subject != "product" or hit.party not in facts.conflicts:
        return []
    return [Reach(YES, hit.party, hit.relation, hit.uncertain)]


def category(kinds: tuple[str, ...], hit: Hit | None, facts: Facts, world: World) -> list[Reach]:
    """The line is recognised as one of these kinds of equipment, whoever made it."""
    if hit is not None:
        return []
    seen = [not set(kinds).isdisjoint(world.broader[kind]) for kind in world.narrowest(facts.equipment)]
    if not any(seen):
        return []
    if all(seen):
        return [Reach(YES, None, "self")]
    return [Reach(UNKNOWN, None, "self", needs=("equipment",))]


def _reaches(instrument: Instrument, hit: Hit, relation: Relation, world: World) -> list[Reach]:
    """Whom an instrument reaches through a hit, by its record here and by the entries of its list."""
    by_record = [reach for reach in _by_record(instrument, hit, relation, world) if reach.truth != NO]
    waits: dict[str | None, int] = {
        instrument.id: 0,
        **{each.instrument: each.wait_days for each in instrument.adoptions},
    }
    by_entries = _by_entries(hit, relation, world, lambda entry: entry.instrument in waits, waits)
    same = ("identity", _as_named(instrument.ownership_test, hit))
    by_entries = [each for reach in by_entries if (each := _as_far_as(reach, ("in-force", reach.truth), same)).truth]
    itself = next((at for at, reach in enumerate(by_record) if reach.party == hit.party), None)
    if itself is None or not by_entries:
        return [*by_record, *by_entries]
    [listed_too] = by_entries
    by_record[itself] = by_record[itself]._replace(entries=listed_too.entries)
    return by_record


def _by_entries(
    hit: Hit,
    relation: Relation,
    world: World,
    wanted: Callable[[ListEntry], bool],
    waits: Mapping[str | None, int] = _NO_WAITS,
) -> list[Reach]:
    """The entries of lists that are the party of a hit and are wanted, as one reach.

    `waits` says how many days after an instrument named somebody the entry begins to bind.
    """
    entries = filter(None, map(world.entries.get, hit.entries))
    held_by = {entry.id: held(_binds(entry, waits), entry.until, world.as_of) for entry in entries if wanted(entry)}
    truth = max(held_by.values(), default=NO)
    if truth == NO:
        return []
    ids = tuple(name for name, holds in held_by.items() if holds != NO)
    needs = ("in-force",) if truth == UNKNOWN else ()
    return [Reach(truth, hit.party, relation, hit.uncertain, needs=needs, entries=ids)]


def _binds(entry: ListEntry, waits: Mapping[str | None, int]) -> Period | None:
    """From when an entry binds; None where its list says no day."""
    return entry.since.later(waits.get(entry.instrument, 0)) if entry.since else None


def _by_record(instrument: Instrument, hit: Hit, relation: Relation, world: World) -> list[Reach]:
    found: list[Reach] = []
    owners = world.holdings.get(hit.party, ())
    for naming in instrument.namings:
        if naming.party == hit.party:
            same = _as_named(instrument.ownership_test, hit)
            reach = Reach(YES, naming.party, relation, hit.uncertain, naming)
            found.append(_as_far_as(reach, _named(naming, world), ("identity", same)))
        for holding in owners:
            if holding.owner == naming.party:
                owned = _through(instrument.ownership_test, holding)
                reach = _owned(naming, holding, relation)
                found.append(_as_far_as(reach, _named(naming, world), ("ownership", owned)))
        for holding in world.holdings.get(naming.party, ()):
            if holding.owner == hit.party:
                owns = _as_owner(instrument.ownership_test, holding)
                reach = _owned(naming, holding, relation)._replace(relation="owner")
                found.append(_as_far_as(reach, _named(naming, world), ("ownership", owns)))
    return found


def _named(naming: Naming, world: World) -> tuple[str, Truth]:
    """Whether the instrument named the party on the day, and had begun to bind for it."""
    return "in-force", held(naming.binds, naming.until, world.as_of)


def _as_far_as(reach: Reach, *truths: tuple[str, Truth]) -> Reach:
    """A reach as far as all of these hold, each with the fact that would settle it."""
    truth = all_of(truth for _, truth in truths)
    needs = tuple(fact for fact, truth in truths if truth == UNKNOWN)
    return reach._replace(truth=truth, needs=needs if truth == UNKNOWN else ())


def _owned(naming: Naming, holding: Holding, relation: Relation) -> Reach:
    majority = holding.share is not None and holding.share > _HALF
    kind: Relation = "subsidiary" if majority else "affiliate"
    return Reach(
        YES,
        naming.party,
        "component" if relation == "component" else kind,
        uncertain=holding.held == UNKNOWN or holding.note is not None,
        naming=naming,
        note=holding.note,
    )


def _as_named(test: OwnershipTest, hit: Hit) -> Truth:
    """A company of the group that is not itself named is reached by every test but the exact one."""
    if hit.relation != "affiliate" or test != "named_only":
        return YES
    return UNKNOWN if hit.subject == "product" else NO


def _through(test: OwnershipTest, holding: Holding) -> Truth:
    match test:
        case "named_only":
            return NO
        case "subsidiary_or_affiliate":
            return holding.held
        case "over_10_percent":
            return _share(holding, lambda share: share > _TENTH)
        case "at_least_50_percent":
            return _share(holding, lambda share: share >= _HALF)
        case "control":
            return _control(holding)


def _as_owner(test: OwnershipTest, holding: Holding) -> Truth:
    """Whether an owner of the named party is its affiliate: one that controls it is, in both tests that speak of it.

    47 CFR 2.903 counts more than ten percent; FAR 2.101 asks for control, which less than half may give.
    """
    match test:
        case "over_10_percent":
            return _share(holding, lambda share: share > _TENTH)
        case "subsidiary_or_affiliate":
            return _control(holding)
    return NO


def _control(holding: Holding) -> Truth:
    """More than half controls; with less than that, but more than a tenth, an owner may control or not."""
    if holding.share is None or _TENTH < holding.share <= _HALF:
        return min(holding.held, UNKNOWN)
    return _share(holding, lambda share: share > _HALF)


def _share(holding: Holding, passes: Callable[[float], bool]) -> Truth:
    if holding.share is None:
        return UNKNOWN
    return holding.held if passes(holding.share) else NO
