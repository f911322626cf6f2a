"""The file of an index: what is written is read where it lies, and nothing else is taken for it."""

from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.resolve.index import IndexedName, NameIndex, build
from vendorcheck.resolve.index.file import MAGIC, Parts, texts_parts, written

NAMES = [IndexedName("Norvik Optics Ltd", "norvik"), IndexedName("海康威视", "hikvision")]


@given(st.lists(st.text()), st.lists(st.integers(0, 2**64 - 1)))
def test_parts_are_read_as_they_were_written(texts: list[str], numbers: list[int]) -> None:
    texts = [text.encode(errors="replace").decode() for text in texts]
    parts = Parts(memoryview(written({**texts_parts("some", texts), "numbers": array("Q", numbers)})))
    read = parts.texts("some")
    assert [read[at] for at in range(len(read))] == texts
    assert list(parts.numbers("numbers")) == numbers


def test_numbers_begin_where_they_can_be_read() -> None:
    odd = {"one": array("B", [1, 2, 3]), "two": array("Q", [4]), "three": array("I", [5])}
    parts = Parts(memoryview(written(odd)))
    assert {name: list(parts.numbers(name)) for name in odd} == {name: list(numbers) for name, numbers in odd.items()}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"x",
        MAGIC,
        MAGIC[:-1],
        b"vendorcheck names 0 little\n" + bytes(100),
        b"name,country\nNorvik,NL\n" * 10,
        bytes(200),
    ],
)
def test_what_is_no_index_of_this_version_is_refused(content: bytes) -> None:
    with pytest.raises(VendorcheckError) as refused:
        NameIndex(memoryview(content))
    assert refused.value.code == "list_invalid"
    assert refused.value.help == "Import the list again."


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.9, 0.99])
def test_a_truncated_index_is_refused(share: float) -> None:
    content = build(NAMES)
    with pytest.raises(VendorcheckError, match="index of names"):
        NameIndex(memoryview(content[: int(len(content) * share)]))


def test_an_index_with_a_broken_head_is_refused() -> None:
    content = bytearray(build(NAMES))
    at = len(MAGIC) + 8
    content[at : at + 4] = b"\xff{{{"
    with pytest.raises(VendorcheckError):
        NameIndex(memoryview(bytes(content)))


def test_an_index_in_a_file_answers_like_one_in_memory(tmp_path: Path) -> None:
    NameIndex.build(NAMES, tmp_path / "names")
    opened = NameIndex.open(tmp_path / "names")
    for text in ("Norvik Optics", "海康威視", "Hollow"):
        assert opened.search(text) == NameIndex.of(NAMES).search(text)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "names").touch()
    with pytest.raises(VendorcheckError):
        NameIndex.open(tmp_path / "names")
