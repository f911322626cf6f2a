"""What a rulebook was loaded from, as data."""

from collections.abc import Iterable
from typing import Any

from vendorcheck.model.rulebook import Source


def sources_data(sources: Iterable[Source]) -> list[dict[str, Any]]:
    """Return each folder or package of a rulebook, with its digest and the day through which it was verified."""
    return [
        {
            "name": source.name,
            "version": source.version,
            "sha256": source.digest,
            "verified_through": source.verified_through.isoformat() if source.verified_through else None,
        }
        for source in sources
    ]
