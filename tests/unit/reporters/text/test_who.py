"""Who is behind a line: the names side by side, and what speaks for it and against."""

import pytest

from vendorcheck.model.finding import Finding, MatchNote
from vendorcheck.reporters.text.rows import plain
from vendorcheck.reporters.text.who import who_rows

ALIKE = MatchNote(
    "maker",
    "Norvik Star Marin GmbH",
    "Norvikstar Marine Ltd",
    ("'norvik star' and 'norvikstar', written together", "'marin' and 'marine', one letter"),
    ("legal form 'gmbh'", "legal form 'ltd'"),
    ("'marin' and 'marine' differ by a letter",),
)


def test_who_is_named_once_for_several_findings(finding: Finding) -> None:
    assert plain(who_rows([finding, finding._replace(rule="other")], 100)) == (
        "    who     Acme (product, self) · confirmed · maker “ACME INC” ↔ Acme, Inc.\n"
    )


def test_who_is_named_for_each_subject(finding: Finding) -> None:
    text = plain(who_rows([finding, finding._replace(subject="counterparty")], 100))
    assert [line.split(" · ")[0].split("(")[1] for line in text.splitlines()] == [
        "product, self)",
        "counterparty, self)",
    ]


def test_a_finding_on_a_kind_of_equipment_names_nobody(finding: Finding) -> None:
    assert list(who_rows([finding._replace(party=None, party_name=None)], 100)) == []


def test_equal_matches_in_several_cells_are_said_together(finding: Finding) -> None:
    matches = (
        MatchNote("maker", "ACME", "Acme", (), (), ()),
        MatchNote("vendor", "ACME", "Acme", (), (), ()),
        MatchNote("maker", "ACME", "Acme", (), (), ()),
        MatchNote("part", "A-1", "model form", (), (), ()),
    )
    text = plain(who_rows([finding._replace(matches=matches)], 120))
    assert text.endswith(" · maker, vendor “ACME” ↔ Acme; part “A-1” ↔ model form\n")


def test_how_the_party_is_related_and_what_speaks_against_it(finding: Finding) -> None:
    match = MatchNote("maker", "ACME\x1b[1m", "Acme", (), (), ("the part names 'Other\u202e'",))
    changed = finding._replace(
        relation="affiliate",
        through="Acme Sub",
        uncertain=True,
        relation_note="The share is disputed.",
        matches=(match, match),
    )
    assert plain(who_rows([changed], 100)) == (
        "    who     Acme (product, affiliate through Acme Sub, uncertain) · confirmed · maker “ACME\\x1b[1m”\n"
        "            ↔ Acme\n"
        "            against it: the part names 'Other\\u202e'\n"
        "            not certain: The share is disputed.\n"
    )


def test_a_similar_name_says_what_agrees_and_what_was_set_aside(finding: Finding) -> None:
    assert plain(who_rows([_similar(finding, ALIKE)], 200)) == (
        "    who     Acme (product, self) · possible · maker “Norvik Star Marin GmbH” ↔ Norvikstar Marine Ltd\n"
        "            agrees: 'norvik star' and 'norvikstar', written together; 'marin' and 'marine', one letter\n"
        "            set aside: legal form 'gmbh'; legal form 'ltd'\n"
        "            against it: 'marin' and 'marine' differ by a letter\n"
    )


def test_where_the_width_is_small_each_has_rows_of_its_own(finding: Finding) -> None:
    text = plain(who_rows([_similar(finding, ALIKE)], 80))
    assert text == (
        "    who     Acme (product, self) · possible · maker “Norvik Star Marin GmbH” ↔\n"
        "            Norvikstar Marine Ltd\n"
        "            agrees: 'norvik star' and 'norvikstar', written together; 'marin'\n"
        "            and 'marine', one letter\n"
        "            set aside: legal form 'gmbh'; legal form 'ltd'\n"
        "            against it: 'marin' and 'marine' differ by a letter\n"
    )
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("width", [80, 200])
def test_what_is_short_stands_in_one_row_at_any_width(finding: Finding, width: int) -> None:
    match = ALIKE._replace(agreed=("'marine'",), set_aside=("legal form 'ltd'",), against=())
    rows = plain(who_rows([_similar(finding, match)], width)).splitlines()
    assert rows[-1] == "            agrees: 'marine' · set aside: legal form 'ltd'"


def test_several_similar_names_say_each_reason_once(finding: Finding) -> None:
    vendor = ALIKE._replace(role="vendor", agreed=(*ALIKE.agreed, "'north'"), set_aside=())
    *_, agrees, _, against = plain(who_rows([_similar(finding, ALIKE, vendor)], 200)).splitlines()
    assert agrees.count("written together") == 1
    assert agrees.endswith("one letter; 'north'")
    assert against == "            against it: 'marin' and 'marine' differ by a letter"


def test_where_nothing_was_set_aside_nothing_is_said_of_it(finding: Finding) -> None:
    match = ALIKE._replace(agreed=("'mar\x1b[1m'",), set_aside=(), against=())
    *_, last = plain(who_rows([_similar(finding, match)], 80)).splitlines()
    assert last == "            agrees: 'mar\\x1b[1m'"


def _similar(finding: Finding, *matches: MatchNote) -> Finding:
    """The finding by similar names."""
    return finding._replace(basis="similar_name", confidence="possible", matches=matches)
