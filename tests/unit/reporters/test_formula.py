"""No text is taken for a formula."""

import pytest

from vendorcheck.reporters.formula import harmless


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-1", "@a", "\ta", "\ra", "\na", "  =1", "\u3000=1", "＝1", "＋1", "－1", " ＠a"]
)
def test_what_begins_a_formula_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "1-1", "PROHIBITED"])
def test_other_texts_stay(text: str) -> None:
    assert harmless(text) == text
