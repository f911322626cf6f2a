"""Rules that can never run: of a law that names nobody; not of a list, which names by the entries that it publishes."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from vendorcheck.lint import validate

LIST = """
id: acme-list
title: A list
short: the list
kind: {kind}
jurisdiction: GB
citation: Act 1
acts: [buy]
ownership_test: named_only
timeline:
  - {{date: 2020-01-01, state: in_force, citation: Act 1}}
sources:
  - {{what: all, source: Act 1, seen: 2026-01-01}}
"""

RULE = """
id: acme-listed
title: Named on the list
status: stable
severity: medium
subjects: [product]
bars: []
binds: []
when: {named_by: acme-list}
message: The list names {party} since {since}.
next_steps: [Ask.]
"""


@pytest.mark.parametrize(("kind", "faults"), [("list", 0), ("order", 1)])
def test_a_published_list_names_by_its_entries(
    small: Mapping[str, str], write: Callable[[Mapping[str, str]], Path], kind: str, faults: int
) -> None:
    folder = write({**small, "instruments/gb/acme-list.yaml": LIST.format(kind=kind), "gb/acme-listed.yaml": RULE})
    said = [remark.fault.message for remark in validate([folder], date(2026, 1, 1), shipped=False)]
    assert sum("names nobody, so that the rule never runs" in message for message in said) == faults
