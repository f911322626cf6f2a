"""Folding: what is set aside in a text before it is compared."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.resolve.folding import fold, folded, plain, spelled

#: Letters of which the capital or a historic form is not folded with the others of its kind.
NOT_YET_STEADY = "ŉҺԀԚԜᲂᲃᲄᲅ"

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=200)
STEADY = st.text(st.characters(exclude_categories=(), exclude_characters=NOT_YET_STEADY), max_size=100)
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("HIK-Vision", ["hik", "vision"]),
        ("hikvision_next", ["hikvision", "next"]),
        ("DS-2CD2143G2-I/4mm", ["ds", "2cd2143g2", "i", "4mm"]),
        ("Co.,Ltd.", ["co", "ltd"]),
        ("  a\tb\r\nc\u00a0d\u3000e ", ["a", "b", "c", "d", "e"]),
        ("Ｈｉｋ　Ｖｉｓｉｏｎ", ["hik", "vision"]),
        ("Überwachungskamera für Büros", ["uberwachungskamera", "fur", "buros"]),
        ("U\u0308ber", ["uber"]),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("İstanbul", ["istanbul"]),
        ("ﬁbre №5", ["fibre", "no5"]),
        ("Hikvision® X™ Y© Ⓡ℠", ["hikvision", "x", "y"]),
        ("Sam's Sam’s Sam＇s Samʼs Sam´s", ["sams"] * 5),
        ("海康威视DS", ["海", "康", "威", "视", "ds"]),
        ("AB海康 威视CD", ["ab", "海", "康", "威", "视", "cd"]),
        ("監視カメラ", ["監", "視", "カ", "メ", "ラ"]),
        ("카메라", ["카", "메", "라"]),
        ("\ufa40", ["\u61f2"]),
        ("Ёлка", ["елка"]),
        ("مراقبة כלב", ["مراقبة", "כלב"]),
    ],
)
def test_case_width_accents_and_punctuation_are_set_aside(text: str, tokens: list[str]) -> None:
    assert fold(text) == tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Z.T.E.", ["zte"]),
        ("Z. T. E. Corporation", ["zte", "corporation"]),
        ("H.I.K.\u6d77", ["hik", "海"]),
        ("S.A. de C.V.", ["sa", "de", "cv"]),
        ("A.B. Smith", ["ab", "smith"]),
        ("A. Smith", ["a", "smith"]),
        ("No.5 i.e. Camera", ["no", "5", "ie", "camera"]),
        ("www.zte.com", ["www", "zte", "com"]),
    ],
)
def test_letters_with_points_between_are_one_word(text: str, tokens: list[str]) -> None:
    assert fold(text) == tokens


@pytest.mark.parametrize(("text", "tokens"), [("Z.T.E", ["zte"]), ("U.S.A", ["usa"]), ("Z. T. E", ["zte"])])
def test_the_last_of_the_letters_needs_no_point(text: str, tokens: list[str]) -> None:
    assert fold(text) == tokens


@pytest.mark.parametrize("text", ["", " ", "---", "…、。", "🎥📷", "\x00\x1f\x7f", "\ud800", "\u200b\ufeff", "®"])
def test_a_text_without_a_letter_or_digit_has_no_token(text: str) -> None:
    assert fold(text) == []


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("Нikvision", "hikvision"),  # Cyrillic En
        ("Ηikvision", "hikvision"),  # Greek Eta
        ("Dаhuа", "dahua"),  # Cyrillic a
        ("Ηυаԝеі", "huawei"),  # no Latin letter at all
        ("камера", "kamepa"),  # a Russian word, folded the same wherever it stands
    ],
)
def test_a_word_that_looks_latin_in_all_its_letters_is_latin(text: str, token: str) -> None:
    assert fold(text) == [token]


def test_a_word_with_one_letter_of_its_own_keeps_its_script() -> None:
    assert fold("СОМ Сом Сомя") == ["com", "com", "сомя"]


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u00ad"])
def test_a_sign_without_a_width_is_no_part_of_a_word(sign: str) -> None:
    assert fold(f"Hua{sign}wei") == ["huawei"]


def test_folded_is_the_tokens_with_one_space_between() -> None:
    assert folded(" Hik-Vision,  INC. ") == "hik vision inc"
    assert folded("海康") == "海 康"
    assert folded("--") == ""


def test_spelled_puts_no_space_between_han_signs_and_their_kin() -> None:
    assert spelled(fold("Norda 海康威视 X カメラ")) == "norda 海康威视 x カメラ"
    assert spelled([]) == ""


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("ds-2cd2143g2-i", "DS-2CD2143G2-I"),
        ("ＤＳ－２ＣＤ", "DS-2CD"),
        ("DЅ-2СD®", "DS-2CD "),
        ("nc_4/5", "NC_4/5"),
    ],
)
def test_plain_keeps_the_signs_of_a_model_number(text: str, model: str) -> None:
    assert plain(text) == model


@pytest.mark.parametrize("hyphen", ["\u2010", "\u2011", "\u2013"])
def test_a_hyphen_is_a_hyphen_in_a_model_number(hyphen: str) -> None:
    assert plain(f"DS{hyphen}2CD2143") == "DS-2CD2143"


@given(ANYTHING)
@settings(max_examples=200, deadline=None)
def test_any_text_folds_to_words_without_space_or_sign(text: str) -> None:
    tokens = fold(text)
    assert all(token and not token.isspace() and " " not in token for token in tokens)
    assert folded(text).split() == tokens
    plain(text)


@given(STEADY)
@settings(max_examples=200, deadline=None)
def test_folding_what_folding_gave_changes_nothing(text: str) -> None:
    tokens = fold(text)
    assert fold(spelled(tokens)) == tokens


def test_a_rare_letter_folds_in_one_step() -> None:
    tokens = [fold(letter) for letter in NOT_YET_STEADY]
    assert [fold(spelled(letter)) for letter in tokens] == tokens


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E, exclude_characters=".'`"), max_size=60))
@settings(max_examples=150, deadline=None)
def test_wide_text_and_capitals_fold_as_plain_text_does(text: str) -> None:
    assert fold(text.translate(WIDE)) == fold(text)
    assert fold(text.upper()) == fold(text)
