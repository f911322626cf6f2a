"""Bent and broken files: whatever the bytes are, a bill is read to its end or refused in words."""

import io
import os
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorcheck.model.bom import Table
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.readers import open_bom

#: How many inputs are tried in all, and the variable that asks for more.
VARIABLE, IN_THE_SUITE = "VENDORCHECK_FUZZ_INPUTS", 300

FORMATS = (
    "csv",
    "csv-utf-8-sig",
    "csv-semicolons-cp1252",
    "csv-bars-escaped",
    "csv-gb18030",
    "csv-cp1251",
    "tsv-levels",
    "tsv-utf-16",
    "xlsx-archive",
    "json-array",
    "json-lists",
    "jsonl",
    "cyclonedx-json",
    "cyclonedx-xml",
    "spdx-json",
)

#: Members are bent as often as so many formats: a workbook has many parts, and each has a parser of its own.
TARGETS = len(FORMATS) + 2

#: No input grows beyond this, so that a run tries many.
LARGEST = 1 << 14

#: Pieces that mean something in one of the formats, and that random bytes hardly ever make.
TOKENS = (
    *(
        b'"',
        b'""',
        b"'",
        b"\\",
        b"\\u",
        b"\\ud800",
        b'\\"',
        b",",
        b";",
        b"\t",
        b"|",
        b"\n",
        b"\r",
        b"\r\n",
        b"#",
        b"sep=;\n",
    ),
    *(b"{", b"}", b"[", b"]", b"{}", b"[[", b":", b"null", b"true", b"NaN", b"-Infinity", b"1e999", b"-0", b'"":'),
    *(
        b"9" * 30,
        b"9" * 5000,
        b"-1",
        b"0",
        b"1e308",
        b"2958466",
        b"1048577",
        b"XFE1",
        b"A0",
        b"A1:XFD1048576",
        b"B2:A1",
    ),
    *(
        b"<",
        b">",
        b"</",
        b"/>",
        b"<!--",
        b"<![CDATA[",
        b"]]>",
        b"<?x ?>",
        b"<!DOCTYPE a [",
        b"&x;",
        b"&#0;",
        b"&#xD800;",
    ),
    *(
        b"\x00",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\xff",
        b"\xc3",
        b"\xed\xa0\x80",
        b"\xd8\x00",
        b"\x00\xd8",
        b"\x1a",
    ),
    *(
        b"PK\x03\x04",
        b"PK\x01\x02",
        b"\xff\xff\xff\xff",
        b"_x",
        b"_xD800_",
        b"../",
        b"Manufacturer",
        b"Total",
        b"Page 1",
    ),
    *(
        b"components",
        b"packages",
        b"bomFormat",
        b"spdxVersion",
        b'encoding="utf-16"',
        b'encoding="x"',
        b"xmlns=",
        b"%2",
        b"cpe:",
    ),
)

Bend = Literal["cut", "repeat", "overwrite", "insert"]


class Edit(NamedTuple):
    """One change to bytes: where, over how many of them, and with which; a place counts round the end."""

    bend: Bend
    place: int
    length: int
    times: int
    piece: bytes


PIECES = st.sampled_from(TOKENS) | st.binary(min_size=1, max_size=8)
EDITS = st.lists(
    st.builds(
        Edit,
        st.sampled_from(("cut", "repeat", "overwrite", "insert")),
        st.integers(0, 1 << 16),
        st.integers(1, 8) | st.integers(1, 600),
        st.integers(2, 4) | st.sampled_from((100, 3000)),
        PIECES,
    ),
    min_size=1,
    max_size=6,
)

ASKED = os.environ.get(VARIABLE)
fuzzed = settings(
    max_examples=max(int(ASKED or IN_THE_SUITE) // TARGETS, 1),
    deadline=None,
    derandomize=ASKED is None,  # the suite is the same every time; a longer run looks elsewhere every time
    database=None,
    suppress_health_check=list(HealthCheck),
)


def bent(content: bytes, edits: Sequence[Edit]) -> bytes:
    """Return the bytes with the edits made, one after the other."""
    for edit in edits:
        at = edit.place % (len(content) + 1)
        before, held, after = content[:at], content[at : at + edit.length], content[at + edit.length :]
        match edit.bend:
            case "cut":
                content = before + after
            case "repeat":
                content = before + held * edit.times + after
            case "overwrite":
                content = before + edit.piece + content[at + len(edit.piece) :]
            case "insert":
                content = before + edit.piece + held + after
        content = content[:LARGEST]
    return content


def packed(parts: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def read_to_the_end(table: Table) -> None:
    """Read a table, and hold what it yields against what it counts."""
    lines = 0
    for batch in table.batches():
        size = len(batch.lines)
        assert all(type(number) is int and number >= 1 for number in batch.lines)
        assert all(len(column) == size for column in batch.values)
        assert all(type(text) is str for column in batch.values for text in column)
        for named in (batch.overflow, batch.asides, batch.notes, batch.continues):
            assert set(named) <= set(range(size))
        for index in range(size):
            for cell, _ in batch.overflow.get(index, ()):
                batch.origin.column_of(index, cell)
                batch.origin.pointer_of(index, cell)
        lines += size - len(batch.asides)
    assert table.reading.lines == lines


def is_read_or_refused(path: Path, content: bytes) -> bool:
    """Whether a file of these bytes is read to its end; any error but a refusal goes through."""
    path.write_bytes(content)
    try:
        with closing(open_bom(path.as_posix())) as bill:
            for table in bill.tables:  # those of a text grow in number while they are read
                read_to_the_end(table)
    except VendorcheckError:
        return False
    return True


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "bill"


@pytest.mark.parametrize("name", FORMATS)
def test_every_seed_is_a_bill(seeds: Mapping[str, bytes], path: Path, name: str) -> None:
    assert is_read_or_refused(path, seeds[name]) or name in ("csv-gb18030", "csv-cp1251")


@pytest.mark.parametrize("name", FORMATS)
@fuzzed
@given(edits=EDITS)
def test_a_bent_bill_is_read_or_refused(
    seeds: Mapping[str, bytes], path: Path, name: str, edits: Sequence[Edit]
) -> None:
    is_read_or_refused(path, bent(seeds[name], edits))


@fuzzed
@given(which=st.integers(0, 7), edits=EDITS)
def test_a_workbook_with_a_bent_member_is_read_or_refused(
    members: Mapping[str, bytes], path: Path, which: int, edits: Sequence[Edit]
) -> None:
    name = list(members)[which % len(members)]
    is_read_or_refused(path, packed({**members, name: bent(members[name], edits)}))


@fuzzed
@given(content=st.binary(max_size=400) | st.lists(PIECES, max_size=40).map(b"".join))
def test_any_bytes_are_read_or_refused(path: Path, content: bytes) -> None:
    is_read_or_refused(path, content)
