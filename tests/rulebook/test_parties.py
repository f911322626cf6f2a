"""The records of the parties: everybody has one, every spelling finds its party, and what only looks like one does not."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from vendorcheck.model.period import held
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.truth import NO, YES
from vendorcheck.rulebook import load_rulebook
from vendorcheck.rulebook.yaml_source import read_yaml
from vendorcheck.screening import Request, Screening

HERE = Path(__file__).parent
RECORDS = HERE.parents[1] / "rules" / "parties"
WANTED: dict[str, Any] = read_yaml("parties", (HERE / "parties.yaml").read_bytes()).value
DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook()
