"""The instruments under which the readers of lists put entries are records of the rulebook, and rules ask for them."""

from vendorcheck.lists.formats.csl_sublists import INSTRUMENTS
from vendorcheck.rulebook import load_rulebook


def test_every_instrument_of_a_list_has_a_record_and_a_rule() -> None:
    rulebook = load_rulebook()
    asked = {rule.when.argument for rule in rulebook.rules.values() if rule.when.name == "named_by"}
    named = set(INSTRUMENTS.values())
    assert named <= rulebook.instruments.keys()
    assert named <= asked
