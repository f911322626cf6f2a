"""The words of a heading, in order."""

import pytest

from vendorcheck.readers.headings.words import words_of


@pytest.mark.parametrize(
    ("heading", "senses"),
    [
        ("manufacturer part number", ["maker", "part"]),
        ("1 manufacturer 2", ["maker"]),
        ("2nd source mfr", ["qualifier", "maker"]),
        ("country of origin of goods", ["origin", "link", "article"]),
        ("spark fun sku", ["seller", "part"]),
        ("lcsc partn number", ["seller", "part"]),
        ("zebra model", ["unknown", "model"]),
        ("设备品牌", ["equipment", "brand"]),
        ("12", []),
        ("", []),
    ],
)
def test_words_are_found_the_longest_first(heading: str, senses: list[str]) -> None:
    assert [word.sense for word in words_of(heading)] == senses
