"""Real files nobody here wrote: read from the folder in VENDORCHECK_CORPUS, skipped without it."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def corpus() -> Path:
    folder = os.environ.get("VENDORCHECK_CORPUS")
    if not folder:
        pytest.skip("VENDORCHECK_CORPUS names no folder")
    return Path(folder).resolve()
