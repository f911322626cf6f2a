"""The words of a heading, in order."""

import pytest

from vendorcheck.readers.headings.words import all_known, words_of


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


@pytest.mark.parametrize(
    ("heading", "known"),
    [
        ("manufacturer", True),
        ("mfr part number", True),
        ("2nd source mfr", True),
        ("制造商型号", True),
        ("herstellernummer", True),
        ("manufactuer", False),
        ("and quantity", False),
        ("zebra manufacturer", False),
        ("12", False),
        ("", False),
    ],
)
def test_words_are_known_as_they_are_spelled(heading: str, known: object) -> None:
    assert all_known(heading) is known
