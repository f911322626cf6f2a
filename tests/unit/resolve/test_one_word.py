"""Names of one word: what keeps two of them from being surely one firm's."""

import pytest

from vendorcheck.resolve.one_word import against_one_word

SHORT = ("'grm' alone is short: other firms may be called the same",)
GMBH = ("of one word, and only one has 'gmbh', a legal form of some countries",)


@pytest.mark.parametrize(
    ("written", "listed", "against"),
    [
        ("GRM Corporation", "GRM", SHORT),
        ("GRM", "GRM", SHORT),
        ("G.R.M. Ltd", "The GRM", SHORT),
        ("Grimmel GmbH", "Grimmel", GMBH),
        ("Grimmel", "GRIMMEL GMBH", GMBH),
        ("Grimmel GmbH", "LLC Grimmel", GMBH),
        ("Grimmelwerk GmbH", "Grimmel Werk", GMBH),
        ("Grimmel GmbH", "Grimmel GmbH", ()),
        ("Grimmel", "Grimmel", ()),
        ("Grimmel Inc", "JSC Grimmel", ()),
        ("Grimmel Optics GmbH", "Grimmel Optics", ()),
        ("GRM Optics", "GRM Optics Ltd", ()),
        ("格里", "格里", ()),
    ],
)
def test_a_short_word_or_the_legal_form_of_another_country_speaks_against(
    written: str, listed: str, against: tuple[str, ...]
) -> None:
    assert against_one_word(written, listed) == against
