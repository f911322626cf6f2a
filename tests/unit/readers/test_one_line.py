"""Bills of one line: a text at the prompt, and cells given by role."""

import hashlib

import pytest

from vendorcheck.model.bom import IDENTITY_ROLES, Column, Role
from vendorcheck.readers import PROMPT, line_bill, prompt_bill


def test_a_text_stands_in_every_role_that_may_say_who_made_it() -> None:
    bill = prompt_bill("Acme X1")
    assert [column.role for column in bill.tables[0].layout.columns] == list(IDENTITY_ROLES)
    assert {(column.cell, column.heading) for column in bill.tables[0].layout.columns} == {(1, "")}
    [batch] = bill.tables[0].batches()
    assert batch.values == (("Acme X1",),) * len(IDENTITY_ROLES)


@pytest.mark.parametrize("text", ["", "two\nlines", "华为", "a,b;c"])
def test_a_text_is_one_line_whatever_it_holds(text: str) -> None:
    bill = prompt_bill(text)
    [batch] = bill.tables[0].batches()
    assert batch.lines == [1]
    assert bill.tables[0].reading.lines == 1
    assert {values[0] for values in batch.values} == {text}


def test_cells_have_the_roles_and_the_order_they_were_given_in() -> None:
    bill = line_bill({"part": "X1", "maker": "Acme"})
    assert bill.tables[0].layout.columns == (Column(1, "part", "part"), Column(2, "maker", "maker"))
    [batch] = bill.tables[0].batches()
    assert batch.values == (("X1",), ("Acme",))
    assert batch.overflow == {}


def test_cells_that_are_not_screened_are_left_out() -> None:
    bill = line_bill({"serial": "S-1", "maker": "Acme", "quantity": "5", "purpose": "test"})
    [batch] = bill.tables[0].batches()
    assert batch.values == (("Acme",), ("test",))
    assert [column.cell for column in bill.tables[0].layout.screened] == [2, 4]


def test_nothing_is_counted_before_the_line_is_read() -> None:
    assert line_bill({"maker": "Acme"}).tables[0].reading.lines == 0


def test_the_layout_says_that_there_is_no_file() -> None:
    bill = line_bill({"maker": "Acme"})
    assert bill.name == PROMPT == "<prompt>"
    assert bill.tables[0].layout[:5] == ("prompt", None, None, None, None)


def test_every_cell_begins_at_the_first_character() -> None:
    [batch] = line_bill({"maker": "Acme", "part": "X1"}).tables[0].batches()
    assert [batch.origin.column_of(0, cell) for cell in (1, 2)] == [1, 1]
    assert batch.origin.pointer_of(0, 1) is None


def test_the_digest_is_of_the_texts_of_the_cells() -> None:
    assert line_bill({"maker": "A", "part": "B"}).digest == hashlib.sha256(b"A\x1fB").hexdigest()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"maker": "A", "part": "BC"}, {"maker": "AB", "part": "C"}),
        ({"maker": "A"}, {"maker": "A", "part": ""}),
        ({"maker": "é"}, {"maker": "e"}),
    ],
)
def test_other_texts_have_another_digest(one: dict[Role, str], other: dict[Role, str]) -> None:
    assert line_bill(one).digest != line_bill(other).digest


def test_half_a_surrogate_pair_is_no_matter() -> None:
    [batch] = prompt_bill("\ud83d").tables[0].batches()
    assert batch.values[0] == ("\ud83d",)
