"""What words mean together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.model.bom import SCREENED_ROLES
from vendorcheck.readers.headings.lexicon import lexicon
from vendorcheck.readers.headings.rules import ASTRAY, LINK, meaning, role_alone, vague
from vendorcheck.readers.headings.words import words_of

WHO = {"maker", "brand", "vendor"}


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("part manufacturer", ("maker",)),
        ("manufacturer part", ("part",)),
        ("fabricante producto", ("maker",)),
        ("producto fabricante", ("part",)),
        ("manufacturer of parts", ("maker",)),
        ("part of manufacturer", ("part",)),
        ("nom du fabricant de l appareil", ("maker",)),
        ("numer części producenta", ("part",)),
        ("supplier item", ("description",)),
        ("item supplier", ("vendor",)),
        ("vendor model", ("part",)),
        ("make model", ("maker", "part")),
        ("brand model", ("brand", "part")),
        ("manufacturer model", ("part",)),
        ("fabrikat typ", ("maker", "part")),
        ("hersteller typ", ("part",)),
        ("item no", ("line_no",)),
        ("manufacturer item no", ("part",)),
        ("vendor item no", ("description",)),
        ("mouser no", ("description",)),
        ("sparkfun id", ("description",)),
        ("product manufacturer name", ("maker",)),
        ("manufacturer product name", ("part",)),
        ("unit price usd", ("unit_price",)),
        ("price of manufacturer", ("unit_price",)),
        ("qty per board", ("quantity",)),
        ("alternate manufacturer", ("maker",)),
        ("the item", ("line_no",)),
        ("camera type", ("category",)),
    ],
)
def test_words_mean_together(heading: str, roles: tuple[str, ...]) -> None:
    assert meaning(words_of(heading)) == roles


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("gyroscope manufacturer", ("maker",)),
        ("blue landing gyroscope brand", ()),
        ("gyroscope model", ()),
        ("gyroscope part number", ("part",)),
        ("manufacturer gyroscope", ()),
        ("fabricante de la gyroscope", ("maker",)),
        ("fabricante gyroscope", ()),
        ("fournisseur siret", ()),
    ],
)
def test_an_unknown_word_is_only_what_something_is_of(heading: str, roles: tuple[str, ...]) -> None:
    assert meaning(words_of(heading)) == roles


@pytest.mark.parametrize(
    "heading", ["manufacturer url", "supplier country", "vendor id", "part of", "of", "", "new name", "old number"]
)
def test_words_that_are_not_sure_mean_nothing(heading: str) -> None:
    assert meaning(words_of(heading)) == ()


@pytest.mark.parametrize("word", sorted(word for word, known in lexicon().words.items() if known.sense in ASTRAY))
def test_no_maker_is_left_beside_a_word_that_says_something_else_of_it(word: str) -> None:
    for heading in (f"manufacturer {word}", f"{word} supplier", f"fabricante {word}", f"brand of {word}"):
        assert WHO.isdisjoint(meaning(words_of(heading)))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(sorted(lexicon().words.values())), max_size=5))
def test_any_words_have_known_roles_and_names_at_most_once(words: list) -> None:  # type: ignore[type-arg]
    roles = meaning(words)
    assert len(set(roles)) == len(roles)
    assert len(WHO.intersection(roles)) <= 1
    assert len(roles) <= 1 or set(roles) <= set(SCREENED_ROLES)


@pytest.mark.parametrize(
    ("spelling", "role"), [("make", "maker"), ("name", "description"), ("no", "line_no"), ("url", None), ("item", None)]
)
def test_a_word_alone(spelling: str, role: str | None) -> None:
    assert role_alone(lexicon().words[spelling]) == role


@pytest.mark.parametrize(
    ("heading", "is_vague"), [("ref", True), ("type no", True), ("series", True), ("part no", False), ("", False)]
)
def test_a_number_or_kind_alone_is_vague(heading: str, is_vague: bool) -> None:  # noqa: FBT001
    assert vague(words_of(heading)) is is_vague


def test_the_link_stands_for_no_word_of_its_own() -> None:
    assert (LINK.spelling, LINK.sense) == ("", "link")
