"""Which encoding text was written in that is not UTF-8: bills of a few lines in many languages."""

import random
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.readers.encoding.charset import guess
from vendorcheck.readers.encoding.survey import survey

LANGUAGES: dict[str, Any] = tomllib.loads(Path(__file__).with_name("languages.toml").read_text(encoding="utf-8"))
CASES = [(language, encoding) for language, words in LANGUAGES.items() for encoding in words["encodings"]]

#: Makers and things that every bill holds as well.
ELSEWHERE = ("Acme Inc.", "RJ45 patch cable", "24 port switch", "Axis Communications AB", "M3x8 screw")


class Outcome(NamedTuple):
    """How many bills were read as they were written, how many as ASCII with losses, and how many otherwise."""

    right: int
    lost: int
    wrong: int


def _bills(language: str, encoding: str, count: int) -> Iterator[str]:
    """Bills of 3 to 30 lines, with the language on some lines or on all, that can be written so."""
    words, chance = LANGUAGES[language], random.Random(f"{language} {encoding}")  # noqa: S311 (the same bills each time)
    for _ in range(count):
        share = chance.choice((0.2, 0.5, 1.0))
        rows = [words["headings"] if chance.random() < 0.5 else ["Manufacturer", "Part", "Description", "Qty"]]
        for number in range(chance.choice((3, 4, 8, 30))):
            cells = [
                chance.choice(words[kind] if chance.random() < share else ELSEWHERE) for kind in ("makers", "things")
            ]
            rows.append([cells[0], f"X-{number}", cells[1], str(chance.randint(1, 99))])
        text = "".join(";".join(row) + "\r\n" for row in rows).encode(encoding, "ignore").decode(encoding)
        if not text.isascii():
            yield text


def _outcome(texts: Iterator[str], encoding: str) -> Outcome:
    found = [_read_back(text.encode(encoding), text) for text in texts]
    return Outcome(*(found.count(how) for how in ("right", "lost", "wrong")))


def _read_back(data: bytes, text: str) -> str:
    with tempfile.TemporaryFile() as file:
        file.write(data)
        surveyed = survey(file)
    if surveyed.encoding == "ascii":
        return "lost"
    return "right" if data.decode(surveyed.encoding, "replace") == text else "wrong"


@pytest.mark.parametrize(("language", "encoding"), CASES)
def test_a_short_bill_is_read_as_it_was_written(language: str, encoding: str) -> None:
    outcome = _outcome(_bills(language, encoding, 8), encoding)
    assert outcome.right >= 0.7 * sum(outcome)
    assert outcome.wrong <= 1


def test_of_all_short_bills_hardly_one_is_read_wrong() -> None:
    outcomes = [_outcome(_bills(language, encoding, 3), encoding) for language, encoding in CASES]
    right, lost, wrong = (sum(column) for column in zip(*outcomes, strict=True))
    assert right >= 0.96 * (right + lost + wrong)
    assert wrong <= 0.005 * (right + lost + wrong)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Câble 10 m² · 5 % · 20 °C\n", "cp1252"),
        ("Ø 20 mm\n", "cp1252"),
        ("0.1 µF, ±5 %\n", "cp1252"),
        ("Café\n", "cp1252"),
        ("Compañía Ibáñez\n", "cp1252"),
        ("Wybrzeże Śląskie\n", "cp1250"),
        ("ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ\n", "cp1251"),
        ("华为技术有限公司\n", "gb18030"),
        ("삼성전자\n", "cp949"),
    ],
)
def test_a_word_or_two_may_be_enough(text: str, encoding: str) -> None:
    found = guess(text.encode(encoding))
    assert (text.encode(encoding).decode(found.encoding), found.sure) == (text, True)


@pytest.mark.parametrize("data", [b"\xff\xfe\xfd", b"abc \x81\x8d\x8f\x90\x9d", b"\x80\x89\xff\x89\x89ff"])
def test_bytes_that_are_no_text_speak_for_no_encoding(data: bytes) -> None:
    assert not guess(data).sure


#: Bytes that mean something in one encoding or another: all beyond ASCII, those of old systems, those of letters.
JUNK = {"any": (0x80, 0xFF), "control": (0x80, 0x9F), "letters": (0xC0, 0xFF)}


@pytest.mark.parametrize("kind", JUNK)
@pytest.mark.parametrize("length", [3, 5, 12, 40])
def test_letters_that_make_no_words_speak_for_no_encoding(kind: str, length: int) -> None:
    chance = random.Random(f"{kind} {length}")  # noqa: S311 (the same bytes each time)
    guesses = [guess(b"abc " + bytes(chance.choices(range(*JUNK[kind]), k=length))) for _ in range(25)]
    others = [found for found in guesses if found.sure and found.encoding != "cp1252"]
    assert len(others) <= 0.2 * len(guesses)


@pytest.mark.parametrize("word", ["да", "ОКБ", "ПК", "של"])
def test_a_few_letters_of_another_script_are_no_word(word: str) -> None:
    found = guess(word.encode("cp1255" if word == "של" else "cp866"))
    assert not found.sure or found.encoding == "cp1252"


def test_a_heading_that_is_known_decides_between_encodings() -> None:
    headings = "型号,品牌\n".encode("gb18030")
    assert guess(headings) == ("gb18030", True)


def _repeated(words: list[str], times: int) -> bytes:
    return ("\n".join(words * times) + "\n").encode("mac-roman")


def test_a_word_said_often_counts_once() -> None:
    words = ["Boîtier"]
    assert guess(_repeated(words, 50)) == guess(_repeated(words, 1))


@settings(max_examples=100, deadline=None)
@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_are_judged(data: bytes) -> None:
    found = guess(data)
    assert isinstance(data.decode(found.encoding, "replace"), str)
