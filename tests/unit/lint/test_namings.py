"""Whom an instrument names: the certain beside the doubtful, and those whose names nobody looks for."""

from collections.abc import Callable, Mapping

import pytest

from vendorcheck.model.errors import Remark

Said = Callable[..., list[str]]

ORDER, PARTY, HOLDING = "instruments/acme-order.yaml", "parties/acme.yaml", "parties/acme-holding.yaml"
FIRM = "  - {party: acme, listed_as: [Acme Optics Ltd], since: 2024-03-05, citation: Order 4, scope: cameras}\n"
TWICE = f"doubtful-names {ORDER}:18:70: 'acme' is named here for certain and provisionally at one time"


def _doubtful(name: str, dates: str = "since: 2024-04-01", more: str = "scope: cameras") -> str:
    return f"  - {{party: acme, listed_as: [{name}], {dates}, citation: a, provisional: an article, {more}}}\n"


def test_a_doubtful_name_of_a_party_that_is_named_for_certain_is_found(said: Said) -> None:
    assert said(ORDER, FIRM, FIRM + _doubtful("Acme")) == [TWICE]


def test_it_is_said_at_the_doubtful_naming_wherever_the_certain_one_stands(said: Said) -> None:
    assert said(ORDER, FIRM, _doubtful("Acme") + FIRM) == [TWICE.replace(":18:", ":17:")]


def test_a_doubtful_name_under_another_scope_is_found(said: Said) -> None:
    [found] = said(ORDER, FIRM, FIRM.replace(", scope: cameras", "") + _doubtful("Acme"))
    assert found == TWICE


@pytest.mark.parametrize(
    ("certain", "doubtful"),
    [
        (FIRM.replace("scope:", "until: 2024-05-01, scope:"), _doubtful("Acme", "since: 2024-06-01")),
        (FIRM, _doubtful("Acme", "since: 2024-03-01, until: 2024-03-02")),
        (FIRM.replace(", scope: cameras", ""), _doubtful("ACME OPTICS LIMITED")),
        (_doubtful("Acme Optics Ltd"), _doubtful("Acme")),
        (FIRM, FIRM.replace("Acme Optics Ltd", "Acme")),
    ],
    ids=["after it", "before it", "one name under two scopes", "both doubtful", "both certain"],
)
def test_what_makes_no_doubtful_name_certain_is_no_fault(said: Said, certain: str, doubtful: str) -> None:
    assert said(ORDER, FIRM, certain + doubtful) == []


def test_a_doubtful_name_of_another_party_is_no_fault(said: Said) -> None:
    assert said(ORDER, FIRM, FIRM + _doubtful("Acme Holding").replace("party: acme,", "party: acme-holding,")) == []


def test_a_party_whose_names_nobody_looks_for_is_found_where_it_is_named(said: Said) -> None:
    message = "'acme' is named here, and none of its names is looked for: it says `screened: false`"
    found = said(PARTY, "country: GB\n", "country: GB\nscreened: false\n")
    assert found == [f"unscreened-names {ORDER}:17:6: {message}"]


def test_what_to_do_about_it_depends_on_whose_the_party_is(
    remarks: Callable[..., list[Remark]], small: Mapping[str, str]
) -> None:
    own = {**small, PARTY: small[PARTY].replace("country: GB\n", "country: GB\nscreened: false\n")}
    [mine] = remarks(own)
    assert (mine.fault.help or "").endswith(f"{PARTY}.")
    theirs = {**small, ORDER: small[ORDER].replace(FIRM, FIRM + _doubtful("SASAC").replace("acme,", "sasac,"))}
    [found] = [each for each in remarks(theirs, shipped=True) if each.check == "unscreened-names"]
    assert "It is a party of the shipped rulebook" in (found.fault.help or "")
