"""Cells that are read in several roles: what they are not in one of them."""

from collections.abc import Callable
from datetime import date

import pytest

from vendorcheck.model.bom import Batch, Column, Role
from vendorcheck.model.hit import SightedLine
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.resolve import Looking, Resolver

AS_OF = date(2026, 11, 21)
ROLES: tuple[Role, ...] = ("maker", "mac", "fcc_id")

Ask = Callable[[str], SightedLine]


@pytest.fixture(scope="module")
def ask(rulebook: Rulebook, batch_of: Callable[..., Batch]) -> Ask:
    """See a text that is read as a name, a MAC address and an FCC ID."""
    resolver = Resolver(rulebook.parties, rulebook.vocabulary, AS_OF, Looking())
    columns = tuple(Column(1, "", role) for role in ROLES)

    def seen(text: str) -> SightedLine:
        [line] = resolver.look(columns, batch_of((text, text, text))).lines
        return line

    return seen


@pytest.mark.parametrize("text", ["YAMAHA", "Qisda", "Yamaha / Bosch"])
def test_a_name_that_begins_with_a_grantee_s_code_is_no_fcc_id(ask: Ask, text: str) -> None:
    assert ask(text).facts.hits == ()


@pytest.mark.parametrize(("text", "party"), [("QIS-A1", "huawei"), ("YAM100", "hytera"), ("FCC ID: QISAB", "huawei")])
def test_what_is_written_as_an_fcc_id_is_one(ask: Ask, text: str, party: str) -> None:
    assert {hit.party for hit in ask(text).facts.hits} == {party}


def test_letters_in_a_column_of_fcc_ids_are_one(see: Callable[..., SightedLine]) -> None:
    assert [hit.party for hit in see(fcc_id="SVNIPCHFW").facts.hits] == ["dahua"]


def test_what_is_no_address_is_said_of_a_column_of_addresses(ask: Ask, see: Callable[..., SightedLine]) -> None:
    text = "28:57:BE:00:00:01; none"
    assert see(maker="Acme", mac=text, description="camera").note == (
        "'none' could not be read as a MAC address, as what stands beside it can."
    )
    assert ask(text).note is None


def test_all_that_could_not_be_read_in_a_line_is_said(see: Callable[..., SightedLine]) -> None:
    note = see(mac="00:00:00:00:00:01 aa", fcc_id="ABC-1; b").note
    assert note is not None
    assert [part.split(" ")[0] for part in note.split(". ")] == ["'aa'", "'b'"]
