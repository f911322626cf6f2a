"""Signatures: what a name is found by, and masks that tell at once which names cannot agree."""

import pytest

from vendorcheck.resolve.index.arrangements import as_it_is, rearranged
from vendorcheck.resolve.index.signatures import ANY_MASK, mask, may_agree, own_hashes, rest, signatures
from vendorcheck.resolve.similar.parsed import parse


def found_by(text: str) -> set[int]:
    name = parse(text)
    return {signed for arranged in (as_it_is(name), *rearranged(name)) for signed in signatures(arranged)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norvik Optics Ltd", "Norvik"),
        ("Norvik Zeta", "Zeta Norvik"),
        ("Nor Vik Optics", "Norvik Optics"),
        ("Norvik (Zeta) Optics", "Norvik Optics"),
        ("杭州诺维克技术", "诺维克"),
        ("Nor Vik Qzeta", "Norvikqzeta"),
    ],
)
def test_names_that_may_agree_share_a_signature(one: str, other: str) -> None:
    assert found_by(one) & found_by(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Norvik Optics", "Zeta Optics"), ("Norvik", "Norvik Zeta"), ("Hangzhou Optics", "Hangzhou Bank")],
)
def test_names_with_other_words_of_their_own_share_none(one: str, other: str) -> None:
    assert not found_by(one) & found_by(other)


def test_the_order_of_own_words_does_not_matter_and_their_number_does() -> None:
    one, other, twice = (as_it_is(parse(text)) for text in ("Norvik Zeta", "Zeta Norvik", "Norvik Zeta Zeta"))
    assert [*signatures(one)] == [*signatures(other)] != [*signatures(twice)]
    assert sorted(own_hashes(one)) == sorted(own_hashes(other))
    assert len(own_hashes(twice)) == len(own_hashes(one)) + 1


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Norvik Optics", "Norvik", True),
        ("Norvik Optics", "Norvik Optics Trading", True),
        ("Norvik", "Norvik", True),
        ("Norvik Shipping", "Norvik Optics", False),
    ],
)
def test_names_that_both_have_another_business_cannot_agree(one: str, other: str, *, agree: bool) -> None:
    ones, others = mask(parse(one)), mask(parse(other))
    assert may_agree(ones, others, exactly=False) is may_agree(others, ones, exactly=False) is agree


@pytest.mark.parametrize(
    ("one", "other", "agree"), [("Delta Optics", "Delta", False), ("Delta Optics", "Zeta Optics", True)]
)
def test_names_may_be_asked_to_have_the_very_same_words(one: str, other: str, *, agree: bool) -> None:
    assert may_agree(mask(parse(one)), mask(parse(other)), exactly=True) is agree


def test_a_name_with_a_second_one_may_agree_with_any() -> None:
    for text in ("Norvik", "Norvik Shipping"):
        assert may_agree(mask(parse(text)), ANY_MASK, exactly=False)
        assert may_agree(mask(parse(text)), ANY_MASK, exactly=True)


def test_masks_hold_business_and_the_rest_holds_what_else_describes() -> None:
    assert mask(parse("Norvik China 2 Ltd")) == 0
    assert rest(parse("Norvik Optics")) == 0
    assert mask(parse("Norvik Tech")) == mask(parse("Zeta 技术")) != 0
    assert rest(parse("Norvik China")) == rest(parse("Zeta 中国")) != 0
    assert rest(parse("Norvik Ltd")) != rest(parse("Norvik GmbH"))
