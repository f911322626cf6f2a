"""The parts of a zip archive: found whatever their case, and never more unpacked than may be."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping

import pytest

from vendorcheck.readers.workbook import package
from vendorcheck.readers.workbook.damage import DamagedError
from vendorcheck.readers.workbook.package import MAX_MEMBERS, Package

#: Where the directory's entry of a member says its flags, its method, and its size unpacked.
FLAGS, METHOD, SIZE = 8, 10, 24


def zipped(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def lying(data: bytes, at: int, form: str, value: int) -> bytes:
    """An archive whose directory says another value of its last member."""
    entry = data.rindex(b"PK\x01\x02")
    return data[: entry + at] + struct.pack(form, value) + data[entry + at + struct.calcsize(form) :]


def contents(data: bytes, part: str) -> bytes:
    return b"".join(Package(io.BytesIO(data)).chunks(part))


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(DamagedError) as caught:
        act()
    return str(caught.value)


def test_a_part_is_found_whatever_its_case_and_strokes() -> None:
    opened = Package(io.BytesIO(zipped({"XL\\Workbook.xml": b"content"})))
    assert "xl/workbook.xml" in opened
    assert "/xl/WORKBOOK.xml" in opened
    assert "xl/other.xml" not in opened
    assert opened.read("/xl/workbook.xml", 10) == b"content"
    assert list(opened) == ["xl/workbook.xml"]


def test_a_part_can_be_read_again_and_half() -> None:
    opened = Package(io.BytesIO(zipped({"a": b"1" * 200_000})))
    next(opened.chunks("a"))
    assert b"".join(opened.chunks("a")) == b"1" * 200_000


def test_a_size_is_that_of_the_directory() -> None:
    opened = Package(io.BytesIO(zipped({"a": b"123"})))
    assert (opened.size("a"), opened.size("b")) == (3, 0)


def test_a_missing_part_is_named() -> None:
    assert refusal(lambda: contents(zipped({"a": b""}), "b")) == "is damaged: its part b is missing"


def test_a_part_larger_than_it_may_be_is_not_read() -> None:
    opened = Package(io.BytesIO(zipped({"a": b"12345"})))
    assert refusal(lambda: opened.read("a", 4)) == "has a part a of 5 bytes, where at most 4 make sense"


class TestArchivesThatAreNotSound:
    def test_one_cut_short(self) -> None:
        data = zipped({"a": b"123"})
        assert "cannot be opened as one" in refusal(lambda: Package(io.BytesIO(data[: len(data) // 2])))

    def test_one_whose_bytes_are_spoilt(self) -> None:
        data = zipped({"a": b"123456789"}, zipfile.ZIP_STORED).replace(b"12345", b"12x45", 1)
        assert "its part a cannot be unpacked: Bad CRC-32" in refusal(lambda: contents(data, "a"))

    def test_one_whose_packed_bytes_are_spoilt(self) -> None:
        data = bytearray(zipped({"a": bytes(range(256))}))
        data[31:60] = b"\xff" * 29
        assert "its part a cannot be unpacked" in refusal(lambda: contents(bytes(data), "a"))

    def test_one_that_says_less_than_it_unpacks_to(self) -> None:
        data = lying(zipped({"a": b"1" * 100_000}), SIZE, "<I", 10)
        assert "cannot be unpacked" in refusal(lambda: contents(data, "a"))

    def test_one_that_says_more_than_it_unpacks_to(self) -> None:
        data = lying(zipped({"a": b"1" * 100_000}), SIZE, "<I", 100_001)
        assert contents(data, "a") == b"1" * 100_000

    def test_one_that_is_packed_in_another_way(self) -> None:
        data = zipped({"a": b"1" * 1_000}, zipfile.ZIP_BZIP2)
        assert "packed in a way that no spreadsheet program uses (method 12)" in refusal(lambda: contents(data, "a"))

    def test_one_with_a_password(self) -> None:
        data = lying(zipped({"a": b"123"}), FLAGS, "<H", 1)
        assert refusal(lambda: contents(data, "a")) == "is locked with a password: its part a cannot be read"

    @pytest.mark.filterwarnings("ignore:Duplicate name")
    @pytest.mark.parametrize("other", ["xl/a.xml", "XL/A.XML", "xl\\a.xml", "/xl/a.xml"])
    def test_one_that_holds_a_part_twice(self, other: str) -> None:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("xl/a.xml", "1")
            archive.writestr(zipfile.ZipInfo(other), "2")
        assert refusal(lambda: Package(file)).startswith("is a zip archive that holds ")


class TestArchivesOutOfBounds:
    def test_a_directory_larger_than_any(self) -> None:
        data = zipped({f"{number:0>100}": b"" for number in range(15_000)})
        assert "with a directory of more than" in refusal(lambda: Package(io.BytesIO(data)))

    def test_more_members_than_any(self) -> None:
        data = zipped({str(number): b"" for number in range(MAX_MEMBERS + 1)})
        assert refusal(lambda: Package(io.BytesIO(data))) == f"is a zip archive of more than {MAX_MEMBERS} members"

    def test_a_part_that_unpacks_to_far_more(self) -> None:
        data = zipped({"a": b"1" * (5 << 20)})
        assert "more than 100 times as many" in refusal(lambda: contents(data, "a"))

    def test_a_part_that_says_it_does(self) -> None:
        data = lying(zipped({"a": b"1"}), SIZE, "<I", 4_000_000_000)
        assert refusal(lambda: contents(data, "a")).startswith("unpacks to 4000000000 bytes from 3 with its part a")

    def test_small_parts_may(self) -> None:
        assert len(contents(zipped({"a": b"1" * (2 << 20)}), "a")) == 2 << 20

    def test_many_small_parts_may_not(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(package, "SMALL", 50_000)
        opened = Package(io.BytesIO(zipped({str(number): b"1" * 40_000 for number in range(9)})))
        opened.read("0", 40_000)
        what = refusal(lambda: [opened.read(str(number), 40_000) for number in range(9)])
        assert "more than 100 times as many" in what

    def test_a_part_that_is_read_again_counts_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(package, "SMALL", 10_000)
        opened = Package(io.BytesIO(zipped({"a": b"1" * 9_000})))
        for _ in range(5):
            opened.read("a", 9_000)

    def test_what_is_not_opened_is_not_counted(self) -> None:
        assert contents(zipped({"a": b"x", "picture": b"0" * (5 << 20)}), "a") == b"x"
