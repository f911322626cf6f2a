"""The digest, the size, the first bytes and the encoding of a file."""

import hashlib
import tempfile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vendorcheck.readers.encoding import survey as encoding
from vendorcheck.readers.encoding.evidence import ENDLESS, STRIDE
from vendorcheck.readers.encoding.survey import Survey, survey, unmarked


def _survey(data: bytes, read: int = 0) -> Survey:
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.seek(read)
        return survey(file)


def _encoding(data: bytes) -> str:
    return _survey(data).encoding


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "utf-8"),
        (b"maker,part\n", "utf-8"),
        ("Müller,华为\n".encode(), "utf-8"),
        ("maker\n".encode("utf-8-sig"), "utf-8-sig"),
        ("maker\n".encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + "maker\n".encode("utf-16-be"), "utf-16"),
        ("maker,part\n".encode("utf-16-le"), "utf-16-le"),
        ("maker,part\n".encode("utf-16-be"), "utf-16-be"),
        ("Müller\n".encode("cp1252"), "cp1252"),
        ("5 € – “neu”\n".encode("cp1252"), "cp1252"),
        ("Müller,Größe,Stück,Gerät,für Öfen\n".encode("cp1252") + b"\x81\n", "latin-1"),
        (b"M\xfcller \x81\n", "ascii"),
        ("制造商,型号\n华为,X1\n".encode("utf-16-le"), "utf-16-le"),
        ("制造商,型号\n华为,X1\n".encode("utf-16-be"), "utf-16-be"),
        ("maker,华为\n".encode("utf-32-le"), "utf-32-le"),
        ("maker,华为\n".encode("utf-32-be"), "utf-32-be"),
        ("製造元,型番\n東京電子,X1\n".encode("iso2022_jp"), "iso2022_jp"),
        ("제조사,모델\n삼성,X1\n".encode("iso2022_kr"), "iso2022_kr"),
        ("制造商,型号\n华为,X1\n".encode("gb18030"), "gb18030"),
        ("производитель,артикул\n".encode("cp1251"), "cp1251"),
        (b"maker,\x01\n", "utf-8"),
    ],
)
def test_the_encoding_is_found(data: bytes, expected: str) -> None:
    assert _encoding(data) == expected


def test_a_byte_undefined_in_windows_1252_is_no_matter_in_utf_8() -> None:
    assert b"\x81" in "Á".encode()
    assert _encoding("Á\n".encode()) == "utf-8"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"maker,part\n", ("utf-8", False)),
        ("Müller,华为\n".encode(), ("utf-8", False)),
        ("maker,M\ufffdller\n".encode(), ("utf-8", True)),
        ("华为\n".encode() + b"Acme,\xff\n", ("utf-8", True)),
        ("Müller,Grö".encode()[:-1], ("utf-8", True)),
        ("华为,华为".encode()[:-2], ("utf-8", True)),
        (b"\xef\xbb\xbfmaker,part\n", ("utf-8-sig", False)),
        (b"\xef\xbb\xbfmaker,M\xfcller\n", ("utf-8-sig", True)),
        ("maker\n".encode("utf-16"), ("utf-16", True)),
        ("maker,part\n".encode("utf-16-le"), ("utf-16-le", True)),
        ("maker\n".encode("utf-32"), ("utf-32", True)),
        (b"\x00\x00\xfe\xff" + "maker\n".encode("utf-32-be"), ("utf-32", True)),
        ("Caf\xe9".encode("cp1252"), ("cp1252", False)),
        ("Müller,Größe\n".encode("cp1252"), ("cp1252", False)),
        ("Descrição\n".encode("cp1252"), ("cp1252", False)),
        (b"M\xfcller \x81\n", ("ascii", True)),
        ("制造商,华为技术有限公司\n".encode("gb18030"), ("gb18030", True)),
        ("производитель,артикул\n".encode("koi8-r"), ("koi8-r", True)),
        (b"maker,M\0ller\n", ("utf-8", True)),
        ("Müller\0,Größe\n".encode("cp1252"), ("cp1252", True)),
    ],
)
def test_what_may_not_be_read_is_known(data: bytes, expected: tuple[str, bool]) -> None:
    found = _survey(data)
    assert (found.encoding, found.lossy) == expected


def test_a_character_that_breaks_off_before_plain_text_is_not_utf_8() -> None:
    assert _encoding(b"Gr\xc3\n" + b"maker,part\n" * 3) != "utf-8"


@pytest.mark.parametrize("chunk", [1, 2, 3, 5, 8])
def test_a_character_may_lie_across_two_chunks(monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    monkeypatch.setattr(encoding, "CHUNK", chunk)
    assert _encoding("ab华为,Müller,😀\n".encode()) == "utf-8"


@pytest.mark.parametrize("chunk", [1, 2, 3, 5, 8])
def test_a_chunk_of_plain_text_does_not_mend_a_broken_character(monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    monkeypatch.setattr(encoding, "CHUNK", chunk)
    assert _encoding(b"ab\xc3plain text for some chunks\x81\n") != "utf-8"


def test_the_file_is_read_from_its_start_whatever_was_read_before() -> None:
    found = _survey(b"maker\n", read=3)
    assert found.digest == hashlib.sha256(b"maker\n").hexdigest()
    assert (found.encoding, found.lossy, found.state.size, found.head) == ("utf-8", False, 6, b"maker\n")


def test_the_head_is_the_first_4096_bytes_and_the_digest_is_of_all() -> None:
    data = b"maker,part\n" * 1000
    found = _survey(data)
    assert found.head == data[:4096]
    assert found.state.size == len(data)
    assert found.digest == hashlib.sha256(data).hexdigest()


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60))
@example(b"\xe1\x8d")
def test_whatever_the_bytes_what_is_not_read_whole_is_said(data: bytes) -> None:
    unmarked = b"maker,part\n" + data.replace(b"\x00", b"")
    found = _survey(unmarked)
    assert found.encoding
    assert found.lossy or unmarked.decode(found.encoding).encode(found.encoding) == unmarked


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff"), max_size=40))
def test_text_in_utf_8_is_known_as_such(text: str) -> None:
    assert _encoding(b"maker,part\n" + text.replace("\x00", "").encode()) == "utf-8"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"", ""),
        (b"ab", ""),
        (b"a\x00b\x00", "utf-16-le"),
        (b"\x00a\x00b", "utf-16-be"),
        (b"a\x00\x00b", ""),
        (b"abcdefg\x00", ""),
        ("abcd华为".encode("utf-16-le"), "utf-16-le"),
        ("ab华为".encode("utf-16-le"), ""),
    ],
)
def test_unmarked(head: bytes, expected: str) -> None:
    assert unmarked(head) == expected


@pytest.mark.parametrize(
    ("data", "guessed"),
    [
        (b"maker,part\n", False),
        ("Müller,华为\n".encode(), False),
        ("maker\n".encode("utf-16"), False),
        ("Müller,Größe\n".encode("cp1252"), True),
        ("制造商,型号\n".encode("gb18030"), True),
        (b"M\xfcller \x81\n", True),
    ],
)
def test_what_is_the_likeliest_alone_is_said(data: bytes, guessed: object) -> None:
    assert _survey(data).guessed is guessed


@pytest.mark.parametrize(
    ("data", "long", "endless"),
    [
        (b"maker,part\n" * 5000, False, False),
        (b"x" * (STRIDE - 1), False, False),
        (b"a\n" + b"x" * 2 * STRIDE + b"\nb\n", True, False),
        (b"a\r" + b"x" * (STRIDE - 3) + b"\r" * STRIDE, False, False),
        (b"a\n" + b"x" * (ENDLESS + 2 * STRIDE) + b"\nb\n", True, True),
        (b"a\n" + (b"x" * (ENDLESS // 2) + b"\n") * 5, True, False),
    ],
)
def test_lines_that_are_long_or_hardly_end_are_known(data: bytes, long: object, endless: object) -> None:
    found = _survey(data)
    assert (found.long, found.endless) == (long, endless)


@pytest.mark.parametrize(
    ("data", "remark"),
    [
        ("Müller & Söhne\n".encode("cp1252"), "the encoding is the likeliest by the letters; --encoding names another"),
        (b"A\xffB\x81\x8d\xfe\n", "no encoding is likely; what is not ASCII is not read; --encoding names one"),
    ],
)
def test_an_encoding_that_the_bytes_do_not_settle_wants_a_remark(data: bytes, remark: str) -> None:
    assert _survey(data).remarks == (remark,)
    assert _survey("Müller\n".encode()).remarks == ()
