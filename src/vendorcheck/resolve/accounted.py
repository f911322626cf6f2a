"""Name cells that a sure sighting accounts for as a whole: what else is only like an entry of a list is noise there."""

from collections.abc import Sequence
from typing import NamedTuple

from vendorcheck.model.hit import CONFIDENCES, Sighting
from vendorcheck.resolve.clearing import NAME_BASES
from vendorcheck.resolve.similar.parsed import parse


class Sifted(NamedTuple):
    """The sightings of a name cell: those that count, and those of entries that are left out, with the reason."""

    counting: tuple[Sighting, ...]
    left_out: tuple[Sighting, ...] = ()


def sifted(sightings: Sequence[Sighting]) -> Sifted:
    """Return the sightings of a name cell without names of entries that are only like it, where another is all of it.

    Never is the only sighting left out, nor a sure one, nor one in doubt for its days alone, nor the very same name:
    whoever bears it stays, also where it is that of a person, a weak alias or a former name. Of a party that an entry
    is, the surest sighting of a kind is enough.
    """
    if not any(each.entry for each in sightings):
        return Sifted(tuple(sightings))
    whole = next(filter(accounts_for_all, sightings), None)
    noise = [each for each in sightings if whole and _is_only_like(each)]
    counting = [each for each in sightings if each not in noise]
    reason = f"the whole cell is {whole.listed!r}" if whole else ""
    return Sifted(
        tuple(each for at, each in enumerate(counting) if not _is_repeated(at, counting)),
        tuple(each.doubted(reason) for each in noise),
    )


def accounts_for_all(sighting: Sighting) -> bool:
    """Return whether a sighting is sure, and nothing stands in its cell beside the name that says who a firm is."""
    if sighting.basis not in NAME_BASES or sighting.confidence == "possible" or not sighting.alone:
        return False
    if sighting.entry or sighting.basis == "similar_name":  # compared: a word left over would have been a doubt
        return not parse(sighting.found).others
    return all(note.startswith("legal form") for note in sighting.set_aside)


def _is_only_like(sighting: Sighting) -> bool:
    """Whether a name differs from that of its entry; the same one stays, also of a person, a weak or a former one."""
    return (
        sighting.basis == "similar_name"
        and sighting.entry is not None
        and sighting.confidence == "possible"
        and bool(sighting.against)
    )


def _is_repeated(at: int, sightings: Sequence[Sighting]) -> bool:
    """Whether a sighting of a party by the name of its entry says no more than one before it, or a surer one."""
    own = sightings[at]
    if own.entry in (None, own.party):
        return False
    return any(
        (other.party, other.relation) == (own.party, own.relation)
        and other.alone
        and (CONFIDENCES.index(other.confidence), -place) > (CONFIDENCES.index(own.confidence), -at)
        for place, other in enumerate(sightings)
    )
