"""What a shell offers for the values of options."""

from collections.abc import Iterable

from vendorcheck.model.hit import CONFIDENCES
from vendorcheck.model.rule import SEVERITIES
from vendorcheck.reporters import REPORTERS


def profiles(incomplete: str) -> list[str]:
    """Return the profiles of the shipped rulebook that begin so."""
    from vendorcheck.rulebook import load_rulebook

    return _beginning(incomplete, load_rulebook().profiles)


def purposes(incomplete: str) -> list[str]:
    """Return the purposes of the shipped rulebook that begin so."""
    from vendorcheck.rulebook import load_rulebook

    return _beginning(incomplete, (each.id for each in load_rulebook().vocabulary.purposes))


def formats(incomplete: str) -> list[str]:
    """Return the formats of a report that begin so."""
    return _beginning(incomplete, REPORTERS)


def severities(incomplete: str) -> list[str]:
    """Return the severities that begin so."""
    return _beginning(incomplete, SEVERITIES)


def confidences(incomplete: str) -> list[str]:
    """Return the confidences that begin so."""
    return _beginning(incomplete, CONFIDENCES)


def list_formats(incomplete: str) -> list[str]:
    """Return the formats of lists that begin so."""
    from vendorcheck.lists.formats import FORMATS

    return _beginning(incomplete, (each.name for each in FORMATS))


def _beginning(incomplete: str, words: Iterable[str]) -> list[str]:
    return [word for word in words if word.startswith(incomplete)]
