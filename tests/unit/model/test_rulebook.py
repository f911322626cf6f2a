"""A rulebook: through when it was verified."""

from datetime import date

import pytest

from vendorcheck.model.rulebook import Rulebook, Source
from vendorcheck.rulebook.records import vocabulary


@pytest.mark.parametrize(
    ("verified", "through"),
    [
        ((), None),
        ((None,), None),
        ((date(2026, 3, 1),), date(2026, 3, 1)),
        ((None, date(2026, 3, 1)), date(2026, 3, 1)),
        ((date(2026, 3, 1), None, date(2025, 12, 31)), date(2025, 12, 31)),
    ],
)
def test_it_is_verified_through_the_earliest_date_of_its_sources(
    verified: tuple[date | None, ...], through: date | None
) -> None:
    sources = tuple(Source("own", "1", "0" * 64, day) for day in verified)
    assert Rulebook(sources, vocabulary([]), {}, {}, {}, {}, {}, {}, {}, {}).verified_through == through
