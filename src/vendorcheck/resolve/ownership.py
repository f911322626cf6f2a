"""Who owned a party on a day, directly and through others."""

from collections.abc import Iterator, Mapping
from datetime import date

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.hit import Holding
from vendorcheck.model.party import Ownership, Party
from vendorcheck.model.period import held
from vendorcheck.model.truth import NO, YES

#: How many owners a chain may have; real groups have fewer, and a chain that bites its tail ends here.
MAX_STEPS = 6

#: How many chains of owners may lead up from one party; where all own all they would be without number.
MAX_CHAINS = 10_000


def holdings(parties: Mapping[str, Party], as_of: date) -> dict[str, tuple[Holding, ...]]:
    """Return for each party its owners with a record, nearest first, as of the day.

    Owners whose share or date is disputed are included, with `held` UNKNOWN where the date is.
    """
    return {party: tuple(_owners(parties, party, as_of)) for party in parties}


def _owners(parties: Mapping[str, Party], party: str, as_of: date) -> Iterator[Holding]:
    """The owners, those one step away first; each chain ends where it would come to a party again."""
    step: list[tuple[tuple[str, ...], Holding]]
    step = [((party, holding.owner), holding) for holding in _direct_owners(parties, party, as_of)]
    for _ in range(MAX_STEPS):
        step = [(chain, holding) for chain, holding in step if holding.owner not in chain[:-1]]
        if len(step) > MAX_CHAINS:
            raise VendorcheckError(
                "rulebook_invalid",
                f"more than {MAX_CHAINS} chains of owners lead up from {party!r}",
                help="`vendorcheck rules validate` shows circles of owners.",
            )
        yield from (holding for _, holding in step)
        step = [
            ((*chain, above.owner), _through(holding, above))
            for chain, holding in step
            for above in _direct_owners(parties, holding.owner, as_of)
        ]


def _direct_owners(parties: Mapping[str, Party], party: str, as_of: date) -> list[Holding]:
    return [holding for edge in parties[party].owners if (holding := _direct(edge, as_of))]


def _direct(edge: Ownership, as_of: date) -> Holding | None:
    truth = held(edge.since, edge.until, as_of)
    if edge.party is None or truth == NO:
        return None
    return Holding(edge.party, edge.share, truth, edge.disputed)


def _through(first: Holding, second: Holding) -> Holding:
    known = first.share is not None and second.share is not None
    share = first.share * second.share / 100 if known else None  # type: ignore[operator]
    notes = "; ".join(note for note in (first.note, second.note) if note)
    return Holding(second.owner, share, min(first.held, second.held, YES), notes or None)
