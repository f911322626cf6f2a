"""The instruments under which the readers of published lists put entries have records in the rulebook, and rules."""

from vendorcheck.lists.formats import eu, uk, un
from vendorcheck.lists.formats.csl_sublists import sublist_of
from vendorcheck.lists.formats.ofac import sublists
from vendorcheck.rulebook import load_rulebook

OFAC = (
    sublists.SDN,
    sublists.SSI,
    sublists.CAPTA,
    sublists.MENU_BASED,
    sublists.MILITARY_INDUSTRIAL,
    sublists.EVADERS,
    sublists.LEGISLATIVE_COUNCIL,
)


def test_every_instrument_has_a_record_and_a_rule() -> None:
    rulebook = load_rulebook()
    asked = {rule.when.argument for rule in rulebook.rules.values() if rule.when.name == "named_by"}
    named = {un.INSTRUMENT, uk.INSTRUMENT, eu.INSTRUMENT, *(each.instrument for each in OFAC)}
    assert named <= rulebook.instruments.keys()
    assert named <= asked


def test_a_list_of_ofac_is_the_same_in_its_own_files_and_in_the_consolidated_screening_list() -> None:
    assert [sublist_of(f"({each.short}) - Treasury Department") for each in OFAC] == list(OFAC)
