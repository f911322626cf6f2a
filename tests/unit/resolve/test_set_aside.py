"""The words beside a name that say nothing about whose it is, and those that might."""

import pytest

from vendorcheck.resolve.folding import fold
from vendorcheck.resolve.set_aside import Place, set_aside


@pytest.mark.parametrize(
    ("text", "notes", "others"),
    [
        ("Technology Co., Ltd.", ("business word 'technology'", "legal form 'co ltd'"), ()),
        ("杭州 有限公司", ("place '杭 州'", "legal form '有 限 公 司'"), ()),
        ("Ghana", ("place 'ghana'",), ()),
        ("Shanghai Scale Factory", ("place 'shanghai'",), ("scale", "factory")),
        ("Ningbo Shipping Bank", (), ("ningbo", "shipping", "bank")),
        ("AG Deutschland", ("legal form 'ag'", "place 'deutschland'"), ()),
        ("Bolt AG Hall", (), ("bolt", "ag", "hall")),
        ("2nd 3000", (), ()),
        ("", (), ()),
    ],
)
def test_only_words_without_identity_are_set_aside(text: str, notes: tuple[str, ...], others: tuple[str, ...]) -> None:
    found = set_aside(fold(text))
    assert (found.notes, found.others) == (notes, others)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ghana", (Place("ghana", "gh"),)),
        ("杭州", (Place("杭 州", "cn"),)),
        ("Shanghai Scale Factory", (Place("shanghai", "cn"),)),
        ("Technology Co., Ltd.", ()),
    ],
)
def test_places_are_told_with_their_country(text: str, places: tuple[Place, ...]) -> None:
    assert set_aside(fold(text)).places == places
