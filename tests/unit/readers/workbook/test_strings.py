"""Shared texts: put together from runs, unescaped, and bounded in memory."""

import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.readers.workbook.damage import TooLargeError
from vendorcheck.readers.workbook.package import Package
from vendorcheck.readers.workbook.strings import VARIABLE, max_bytes, shared_strings
from vendorcheck.readers.workbook.texts import unescaped

Book = Callable[..., bytes]

PART = "xl/sharedStrings.xml"


def texts(book: Book, inside: str) -> list[str]:
    return list(shared_strings(Package(io.BytesIO(book(strings=inside))), PART))


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<si><t>Acme</t></si><si><t>Übel &amp; Söhne</t></si>", ["Acme", "Übel & Söhne"]),
        ("<si/><si><t/></si><si><t>x</t></si>", ["", "", "x"]),
        ('<si><t xml:space="preserve"> a </t></si>', [" a "]),
        ("<si><r><rPr><b/></rPr><t>Hik</t></r><r><t>vision</t></r></si>", ["Hikvision"]),
        ("<si><t>海康</t><rPh sb='0' eb='2'><t>かいこう</t></rPh><phoneticPr fontId='1'/></si>", ["海康"]),
        ("<si><r><t>東</t></r><rPh sb='0' eb='1'><t>とう</t></rPh><r><t>芝</t></r></si>", ["東芝"]),
        ("<si><t><![CDATA[<b>]]></t></si>", ["<b>"]),
        ("<si>\n  <t>a</t>\n</si>\n<si><t>b</t></si>", ["a", "b"]),
        ("<si><t>a_x000D_\nb_x005F_x000D_</t></si>", ["a\nb_x000D_"]),
    ],
)
def test_a_text_is_what_a_person_sees(book: Book, inside: str, expected: list[str]) -> None:
    assert texts(book, inside) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("_x0041_", "A"),
        ("_x005F_x0041_", "_x0041_"),
        ("_xZZZZ_ _x41_", "_xZZZZ_ _x41_"),
        ("_xD83D__xDE00_", "😀"),
        ("_xD83D_ alone", "\ufffd alone"),
        ("_x0000_", "\x00"),
        ("part_x0020_no", "part no"),
    ],
)
def test_escapes_stand_for_characters(text: str, expected: str) -> None:
    assert unescaped(text) == expected


@given(st.text(st.sampled_from("_x0DAd85F😀ä"), max_size=40))
def test_no_text_leaves_half_a_character(text: str) -> None:
    unescaped(text).encode()


def test_a_workbook_without_shared_texts_has_none(book: Book) -> None:
    opened = Package(io.BytesIO(book()))
    assert shared_strings(opened, None) == shared_strings(opened, PART) == ()


class TestMemory:
    def test_texts_are_refused_by_the_size_of_their_part_before_they_are_read(
        self, book: Book, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(VARIABLE, "1")
        with pytest.raises(TooLargeError) as caught:
            texts(book, f"<si><t>{'a' * (2 << 20)}</t></si>")
        assert str(caught.value) == "is a workbook whose texts take at least 3 MiB of memory, and may take 1 MiB"
        assert VARIABLE in caught.value.help
        assert "CSV" in caught.value.help

    def test_texts_are_refused_by_what_they_take(self, book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(VARIABLE, "1")
        with pytest.raises(TooLargeError, match="may take 1 MiB"):
            texts(book, "<si><t>ab</t></si>" * 20_000)

    def test_so_many_may_be_allowed(self, book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(VARIABLE, "2")
        assert texts(book, "<si><t>ab</t></si>" * 20_000) == ["ab"] * 20_000

    @pytest.mark.parametrize(("packed", "mib"), [(0, 128), (6 << 20, 128), (10 << 20, 200), (100 << 20, 512)])
    def test_where_nothing_is_said_the_size_of_the_file_counts(
        self, monkeypatch: pytest.MonkeyPatch, packed: int, mib: int
    ) -> None:
        monkeypatch.delenv(VARIABLE, raising=False)
        assert max_bytes(packed) == mib << 20

    @pytest.mark.parametrize("said", ["", "0", "-1", "1.5", "many", "٣", "9" * 30])
    def test_what_is_no_number_of_mib_is_a_usage_error(self, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
        monkeypatch.setenv(VARIABLE, said)
        with pytest.raises(VendorcheckError) as caught:
            max_bytes(0)
        assert (caught.value.code, caught.value.message) == (
            "usage",
            f"{VARIABLE} is {said!r}, which is no number of MiB",
        )
