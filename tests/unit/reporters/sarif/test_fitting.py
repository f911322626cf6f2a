"""As many pieces as a file may hold."""

import gzip
from hashlib import shake_128

from vendorcheck.reporters.sarif.fitting import Fitting


def test_all_that_fits_goes_through_and_is_counted() -> None:
    fitting = Fitting()
    texts = [f"piece {number}" for number in range(250)]
    assert list(fitting.fitting(texts)) == texts
    assert fitting.let_through == 250


def test_what_goes_through_fits_once_packed() -> None:
    texts = [shake_128(str(number).encode()).hexdigest(500) for number in range(1000)]
    fitting = Fitting(100_000)
    head = fitting.whole("head")
    through = list(fitting.fitting(texts))
    packed = len(gzip.compress("".join([head, *through]).encode(), 6))
    assert through == texts[: fitting.let_through]
    assert 40_000 < packed <= 100_000
