"""The headings of a table and the name of its sheet, looked at beside its lines."""

import pytest

from vendorcheck.model.bom import Column, Layout
from vendorcheck.screening.headings import HEADINGS, headings_of


def test_headings_are_an_aside_of_their_line() -> None:
    columns = (Column(1, "Maker", "maker"), Column(2, "", "ignored"), Column(3, "Acme part", "part"))
    batch = headings_of(Layout("xlsx", None, None, "Acme", 4, columns))
    assert (list(batch.lines), dict(batch.asides)) == ([4], {0: HEADINGS})
    assert batch.overflow[0] == ((0, "Acme"), (1, "Maker"), (3, "Acme part"))
    assert [list(values) for values in batch.values] == [[""], [""]]
    assert (batch.origin.column_of(0, 1), batch.origin.pointer_of(0, 1)) == (None, None)


def test_a_column_in_two_roles_has_one_heading() -> None:
    columns = (Column(1, "Maker/Part", "maker"), Column(1, "Maker/Part", "part"))
    assert headings_of(Layout("json", "utf-8", None, None, None, columns)).overflow[0] == ((1, "Maker/Part"),)


def test_a_key_is_looked_at_step_by_step() -> None:
    columns = (Column(1, "cameras.DS-2CD2143G2-I.maker", "maker"),)
    assert headings_of(Layout("json", "utf-8", None, None, None, columns)).overflow[0] == (
        (1, "cameras DS-2CD2143G2-I maker"),
    )


@pytest.mark.parametrize(
    "heading",
    [
        "Acme Part No",
        "Acme No",
        "No. Acme",
        "Exclusive Acme models",
        "Acme (NDAA)",
        "889 Acme",
        "Model no Acme",
        "Acme-like",
    ],
)
def test_a_heading_that_only_looks_like_a_denial_is_looked_at(heading: str) -> None:
    layout = Layout("csv", "utf-8", ",", None, 1, (Column(1, heading, "part"),))
    assert len(headings_of(layout).overflow[0]) == 1


@pytest.mark.parametrize(
    "heading", ["NDAA compliant (no Acme)", "Acme compatible", "Without Acme", "Kein Acme", "No Acme/Bolt (889)"]
)
def test_a_heading_that_says_what_a_thing_is_not_names_nobody(heading: str) -> None:
    layout = Layout("csv", "utf-8", ",", None, 1, (Column(1, heading, "unclassified"),))
    assert headings_of(layout).overflow[0] == ()
