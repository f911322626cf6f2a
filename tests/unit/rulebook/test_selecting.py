"""Rules by what they are about, and what is said of a filter that nothing fits."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.rulebook import load_rulebook
from vendorcheck.rulebook.selecting import Selection, jurisdictions_of, parties_of, profiles_of, rule_called, selected


@pytest.fixture
def own(small: Mapping[str, str], write: Callable[[Mapping[str, str]], Path]) -> Rulebook:
    return load_rulebook([write(small)], shipped=False)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({}, ["acme-lead", "acme-rule"]),
        ({"party": ["acme"]}, ["acme-lead", "acme-rule"]),
        ({"party": ["acme-holding"]}, ["acme-rule"]),
        ({"jurisdiction": ["GB"]}, ["acme-rule"]),
        ({"instrument": ["acme-list"]}, []),
        ({"act": ["buy", "export"]}, ["acme-rule"]),
        ({"profile": ["acme-town-hall"]}, ["acme-rule"]),
        ({"tag": ["acme-tag"]}, ["acme-rule"]),
        ({"status": ["draft"]}, ["acme-lead"]),
        ({"status": ["draft"], "act": ["buy"]}, []),
    ],
)
def test_what_is_asked_for_is_found(own: Rulebook, asked: dict[str, Any], names: list[str]) -> None:
    assert [rule.id for rule in selected(own, Selection(**asked))] == names


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"party": ["acne"]}, "there is no party 'acne'; did you mean 'acme'?"),
        ({"jurisdiction": ["XX"]}, "there is no jurisdiction 'XX'"),
        ({"act": ["bye"]}, "there is no act 'bye'; did you mean 'buy'?"),
        ({"status": ["retried"]}, "there is no status 'retried'; did you mean 'retired'?"),
    ],
)
def test_a_filter_that_means_nothing_is_an_error(own: Rulebook, asked: dict[str, Any], said: str) -> None:
    with pytest.raises(VendorcheckError) as caught:
        selected(own, Selection(**asked))
    assert (caught.value.code, caught.value.message) == ("unknown_name", said)
    assert caught.value.help
    assert caught.value.help.startswith("Known: ")


def test_a_rule_is_found_by_its_id(own: Rulebook) -> None:
    assert rule_called(own, "acme-lead").title == "May be of Acme"
    with pytest.raises(VendorcheckError, match="there is no rule 'acme-leed'; did you mean 'acme-lead'\\?"):
        rule_called(own, "acme-leed")


def test_of_shipped_rules_leads_are_about_every_party_with_one_and_states_are_of_their_country() -> None:
    rulebook = load_rulebook()
    rules = rulebook.rules
    assert parties_of(rules["lead-relabel"], rulebook) == tuple(
        party.id for party in rulebook.parties.values() if party.relabels
    )
    assert jurisdictions_of(rules["us-tx-ga-48"], rulebook) == ("US-TX", "US")
    assert jurisdictions_of(rules["lead-relabel"], rulebook) == ()
    assert "us-federal" in profiles_of(rules["us-889-a"], rulebook)
