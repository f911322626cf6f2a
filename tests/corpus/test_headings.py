"""Headings that nobody here wrote, with the roles that people gave them after looking at the cells."""

import csv
from pathlib import Path

import pytest

from vendorcheck.readers.headings import roles_of

#: What the columns of the corpus are called there, and which roles here say the same of them.
SAME = {
    "maker": {"maker", "brand"},
    "supplier_distributor": {"vendor"},
    "supplier_part_no": {"description"},
    "part": {"part"},
    "model": {"part", "description"},
    "description": {"description"},
    "quantity": {"quantity"},
    "price": {"unit_price"},
    "line_no": {"line_no"},
}
#: Columns that name nobody.
NAMELESS = ("designator_ref", "country_address", "serial", "ip_host", "package_footprint", "value", "mac_oui", "other")


@pytest.fixture(scope="module")
def headings(corpus: Path) -> list[tuple[str, str]]:
    with (corpus / "inputs" / "headers.tsv").open(encoding="utf-8") as lines:
        return [(row["role"], row["header"]) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def test_columns_are_known_for_what_they_hold(headings: list[tuple[str, str]]) -> None:
    asked = [(role, heading) for role, heading in headings if role in SAME]
    differing = [(role, heading) for role, heading in asked if SAME[role].isdisjoint(roles_of(heading))]
    assert len(differing) <= 0.1 * len(asked), differing


def test_a_column_that_names_nobody_is_taken_for_no_name(headings: list[tuple[str, str]]) -> None:
    named = [heading for role, heading in headings if role in NAMELESS and set(roles_of(heading)) & {"maker", "brand"}]
    sold = [heading for role, heading in headings if role in NAMELESS and "vendor" in roles_of(heading)]
    assert (named, sold) == ([], [])
