"""Pieces: the longest phrases that the tables know, and single words of a name's own."""

import pytest

from vendorcheck.resolve.similar.pieces import joined_word, pieces_of, single_word


def kinds(text: str) -> list[tuple[str, str]]:
    return [(" ".join(piece.tokens), piece.word.kind) for piece in pieces_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norvik Technology", [("norvik", "distinctive"), ("technology", "business")]),
        ("Norvik International", [("norvik", "distinctive"), ("international", "generic")]),
        ("Norvik of Hangzhou", [("norvik", "distinctive"), ("of", "stop"), ("hangzhou", "place")]),
        ("Norvik China", [("norvik", "distinctive"), ("china", "country")]),
        ("Norvik United States", [("norvik", "distinctive"), ("united states", "country")]),
        ("Norvik 7", [("norvik", "distinctive"), ("7", "number")]),
        ("Norvik Branch", [("norvik", "distinctive"), ("branch", "branch")]),
    ],
)
def test_every_word_is_of_a_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("technology", "technologies"),
        ("technology", "tech"),
        ("international", "intl"),
        ("manufacturing", "mfg"),
        ("技术", "technology"),
        ("germany", "deutschland"),
        ("china", "中国"),
        ("hangzhou", "杭州"),
        ("2nd", "2"),
        ("ii", "2"),
        ("007", "7"),
    ],
)
def test_translations_inflections_and_abbreviations_share_a_key(one: str, other: str) -> None:
    [mine], [its] = pieces_of(one), pieces_of(other)
    assert mine.word.key == its.word.key
    assert mine.word.kind == its.word.kind != "distinctive"


@pytest.mark.parametrize(("one", "other"), [("shipping", "chartering"), ("trading", "technology"), ("1", "2")])
def test_words_near_in_meaning_are_different_words(one: str, other: str) -> None:
    assert single_word(one).key != single_word(other).key


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("GmbH", "gmbh"),
        ("Gesellschaft mit beschränkter Haftung", "gmbh"),
        ("limited liability company", "llc"),
        ("有限公司", "youxian gongsi"),
        ("股份有限公司", None),
        ("株式会社", None),
        ("ООО", None),
        ("d. o. o.", None),
        ("S.p.A.", None),
    ],
)
def test_a_legal_form_is_one_piece_however_it_is_written(text: str, form: str | None) -> None:
    [piece] = pieces_of(text)
    assert piece.form is not None
    assert form in (None, piece.form.name)


def test_no_phrase_reaches_over_a_bracket_and_its_words_know_their_bracket() -> None:
    words = [(piece.word.raw, piece.word.aside) for piece in pieces_of("Norvik (United) States (Sea) Horse")]
    assert words == [("norvik", 0), ("united", 1), ("states", 0), ("sea", 2), ("horse", 0)]


def test_signs_that_no_table_knows_are_marked_as_signs() -> None:
    assert [(piece.word.raw, piece.sign) for piece in pieces_of("康威技术")] == [
        ("康", True),
        ("威", True),
        ("技术", False),
    ]


@pytest.mark.parametrize(("text", "read"), [("H1kvision", "hikvision"), ("N0rvik", "norvik")])
def test_a_digit_in_a_word_is_read_as_the_letter_it_looks_like(text: str, read: str) -> None:
    assert [piece.word.raw for piece in pieces_of(text)] == [read]


@pytest.mark.parametrize("text", ["N0r", "12345", "DS2CD2143"])
def test_a_digit_among_digits_or_few_letters_stays_a_digit(text: str) -> None:
    assert [piece.word.raw for piece in pieces_of(text)] == [text.lower()]


def test_a_word_of_another_script_is_romanised_and_known_as_native() -> None:
    [piece] = pieces_of("Норвик")
    assert (piece.word.key, piece.word.native) == ("norvik", True)
    assert piece.word.raw != piece.word.key


def test_a_word_that_only_looks_latin_is_read_in_its_own_script() -> None:
    [piece] = pieces_of("РОСА")  # in Cyrillic letters, each of which looks like a Latin one: "Rosa", not "Poca"
    assert piece.word.key == "rosa"


def test_a_word_made_of_two_is_marked_unless_it_is_a_known_one() -> None:
    sea, horse, tele, com = map(single_word, ("sea", "qhorse", "tele", "com"))
    assert joined_word((sea, horse)).joined
    assert joined_word((sea, horse)).key == "seaqhorse"
    assert (joined_word((tele, com)).kind, joined_word((tele, com)).joined) == (single_word("telecom").kind, False)
