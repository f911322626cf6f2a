"""Parsed names: the words that make a name, its legal forms and its branch."""

import pytest

from vendorcheck.resolve.similar.parsed import MAX_WORDS, parse


def words(text: str) -> list[str]:
    return [word.raw for word in parse(text).words]


@pytest.mark.parametrize(
    ("text", "expected", "forms"),
    [
        ("Norvik Optics Ltd", ["norvik", "optics"], ["ltd"]),
        ("Norvik Optics Co., Ltd.", ["norvik", "optics"], ["co ltd"]),
        ("OOO Norvik", ["norvik"], ["ooo"]),
        ("Norvik d. o. o.", ["norvik"], None),
        ("PT Norvik Tbk", ["norvik"], None),
        ("Norvik AG", ["norvik"], ["ag"]),
        ("Norvik Ltd (Hangzhou)", ["norvik", "hangzhou"], ["ltd"]),
        ("株式会社ノルビク", None, None),
        ("杭州诺维克有限公司", ["杭州", "诺维克"], ["youxian gongsi"]),
    ],
)
def test_legal_forms_are_taken_off_the_words(text: str, expected: list[str] | None, forms: list[str] | None) -> None:
    name = parse(text)
    assert name.forms
    assert expected in (None, [word.raw for word in name.words])
    assert forms in (None, [form.name for form in name.forms])


@pytest.mark.parametrize("text", ["AG Norvik Optics", "As Norvik Sees", "Sa Norvik Co Optics", "Norvik Stock Optics"])
def test_a_short_form_in_the_middle_of_a_name_stays_a_word(text: str) -> None:
    assert len(words(text)) >= len(text.split()) - 1


@pytest.mark.parametrize("text", ["Ltd", "GmbH", "有限公司", "Co Ltd", "OOO", "Inc.", "株式会社"])
def test_a_name_of_a_legal_form_alone_is_not_stripped_to_nothing(text: str) -> None:
    assert words(text)


@pytest.mark.parametrize("text", ["", " ", "...", "-", "🙂", "\x00", "\u200b", "()", "&"])
def test_a_text_without_a_letter_or_digit_has_no_words(text: str) -> None:
    assert parse(text).words == ()


@pytest.mark.parametrize(
    ("text", "expected", "branch"),
    [
        ("Norvik Bank Tokyo Branch", ["norvik", "bank"], "tokyo branch"),
        ("Norvik Optics Ltd London Branch Office", ["norvik", "optics"], "london branch office"),
        ("Norvik Optics (Moscow branch)", ["norvik", "optics"], "moscow branch"),
        ("London Branch of Norvik Optics", ["norvik", "optics"], "london branch of"),
        ("诺维克有限公司北京分公司", ["诺维克"], None),
    ],
)
def test_a_branch_is_set_aside_and_named(text: str, expected: list[str], branch: str | None) -> None:
    name = parse(text)
    assert [word.raw for word in name.words] == expected
    assert name.branch
    assert branch in (None, name.branch)


@pytest.mark.parametrize("text", ["Branch", "The Branch", "Branch Office"])
def test_a_name_that_is_a_branch_and_nothing_else_keeps_its_words(text: str) -> None:
    assert parse(text).branch is None
    assert words(text)


@pytest.mark.parametrize(
    ("text", "number"), [("Norvik I", "1"), ("Norvik V", "5"), ("Norvik Series A", "a"), ("Норвик Б", "б")]
)
def test_a_single_letter_at_the_end_is_a_number(text: str, number: str) -> None:
    last = parse(text).words[-1]
    assert (last.kind, last.key) == ("number", number)


@pytest.mark.parametrize("text", ["I Norvik", "A", "X", "大华", "东芝"])
def test_a_single_letter_elsewhere_or_a_single_han_sign_is_none(text: str) -> None:
    assert all(word.kind != "number" for word in parse(text).words)


def test_signs_side_by_side_are_one_word_and_a_bracket_parts_them() -> None:
    assert words("康威视") == ["康威视"]
    assert words("康威（讯）") == ["康威", "讯"]


def test_traditional_and_simplified_signs_are_the_same() -> None:
    assert parse("諾維克視").words == parse("诺维克视").words


def test_a_word_of_grammar_is_a_name_where_no_other_word_is() -> None:
    assert [word.kind for word in parse("Nel Electronics").words] == ["distinctive", "business"]
    assert [word.kind for word in parse("The Electronics").words] == ["stop", "business"]


def test_a_second_name_and_what_stood_beside_are_kept() -> None:
    name = parse("Buyer: Norvik (formerly Hollow Works)")
    assert ([other.text for other in name.others], name.set_aside) == (["Hollow Works"], ("Buyer:",))


@pytest.mark.parametrize(("count", "too_long"), [(MAX_WORDS, False), (MAX_WORDS + 1, True)])
def test_a_name_has_so_many_words_and_no_more(count: int, too_long: bool) -> None:  # noqa: FBT001
    assert parse(" ".join(f"norvik{'abcdefghij'[at % 10]}" for at in range(count))).is_too_long is too_long
