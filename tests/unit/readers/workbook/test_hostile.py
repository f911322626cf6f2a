"""Workbooks made to fill a computer's memory or to keep it busy: each is read in a process of its own."""

import io
import json
import random
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.readers.workbook.damage import DamagedError
from vendorcheck.readers.workbook.kinds import archive_kind
from vendorcheck.readers.workbook.opened import Workbook

Book = Callable[..., bytes]
Cells = Callable[..., str]

#: A watchdog, in seconds: these workbooks take a few on a slow computer, and without bounds minutes or for ever.
WATCHDOG = 120
MAX_MIB = 256

#: Reads a bill as a scan does and prints what it came to, with the most memory that it took where that is known.
READ = """
import json, sys
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.readers import open_bom
try:
    bill = open_bom(sys.argv[1])
    lines = sum(len(batch.lines) for table in bill.tables for batch in table.batches())
    found = {"lines": lines, "unreadable": sum(table.reading.unreadable_count for table in bill.tables)}
except VendorcheckError as error:
    found = {"code": error.code, "message": error.message, "help": error.help}
try:  # Linux; what `resource` says there counts the process that starts this one as well
    with open("/proc/self/status") as status:
        found["kib"] = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
except OSError:
    found["kib"] = 0
print(json.dumps(found))
"""

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MIB = 1 << 20


def filled(unit: str, size: int = 2 * MIB - 4096) -> str:
    """So many bytes of the same: as much as a part may have whatever it is packed into."""
    return unit * (size // len(unit))


def rows(cell: str, count: int) -> str:
    return "".join(f'<row r="{at}">{cell.format(at)}</row>' for at in range(3, count + 3))


def after(merges: str, body: str = "") -> str:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData><mergeCells>{merges}</mergeCells></worksheet>'


#: The markup of sheets, below two rows of a small table; what they are, and whether they are read.
SHEETS: dict[str, tuple[Callable[[], str], bool]] = {
    "one far cell": (lambda: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', True),
    "far cells": (lambda: rows('<c r="XFD{0}"><v>1</v></c>', 20_000), True),
    "wide rows": (lambda: f"<row>{'<c><v>1</v></c>' * 16_000}</row>" * 8, True),
    "a row without an end": (lambda: f"<row>{filled('<c/>')}</row>", False),
    "a cell said again and again": (lambda: "<row>" + filled('<c r="A3"><v>1</v></c>') + "</row>", False),
    "blank rows": (lambda: filled("<row/>"), True),
    "a long text": (lambda: f'<row><c t="str"><v>{filled("a")}</v></c></row>', True),
    "a long attribute": (lambda: f'<row x="{filled("a")}"/>', False),
    "many attributes": (lambda: "<row " + " ".join(f"a{at}='1'" for at in range(120_000)) + "/>", False),
    "a long comment": (lambda: f"<!--{filled('a')}-->", False),
    "many names": (lambda: "".join(f"<n{at}/>" for at in range(180_000)), False),
    "many namespaces": (lambda: "".join(f'<a xmlns:n{at}="u{at}"/>' for at in range(60_000)), False),
    "elements in elements": (lambda: filled("<c>"), False),
    "a long number": (lambda: f"<row><c><v>{'9' * MIB}</v></c><c><v>1E999999999</v></c></row>", True),
}


def _sheet(inside: str) -> str:
    head = "".join(f'<c t="str"><v>{heading}</v></c>' for heading in ("Manufacturer", "Part Number"))
    line = "".join(f'<c t="str"><v>{text}</v></c>' for text in ("Acme", "X1"))
    return f'<row r="1">{head}</row><row r="2">{line}</row>{inside}'


@pytest.fixture
def outcome(tmp_path: Path) -> Callable[[bytes], dict[str, object]]:
    """Read a workbook in a process of its own, and return what it came to."""

    def outcome(data: bytes) -> dict[str, object]:
        path = tmp_path / "hostile.xlsx"
        path.write_bytes(data)
        command = [sys.executable, "-c", READ, str(path)]
        done = subprocess.run(command, capture_output=True, check=False, timeout=WATCHDOG)
        assert done.returncode == 0, done.stderr.decode()
        found: dict[str, object] = json.loads(done.stdout)
        kib = found.pop("kib")
        assert isinstance(kib, int)
        assert kib < MAX_MIB * 1024
        return found

    return outcome


Outcome = Callable[[bytes], dict[str, object]]


def refused(found: dict[str, object]) -> bool:
    return found.get("code") == "bill_unreadable" and bool(found["help"])


@pytest.mark.parametrize("shape", SHEETS)
def test_a_hostile_sheet_is_read_or_refused(book: Book, outcome: Outcome, shape: str) -> None:
    inside, is_read = SHEETS[shape]
    found = outcome(book(_sheet(inside())))
    assert found.get("lines", 0) if is_read else refused(found), found


STRINGS = {
    "blank texts": lambda: filled("<si/>"),
    "short texts": lambda: filled("<si><t>ab</t></si>"),
    "one text of many runs": lambda: f"<si>{filled('<r><t>a</t></r>')}</si>",
    "one text of escapes": lambda: f"<si><t>{filled('_x0041_')}</t></si>",
}


@pytest.mark.parametrize("shape", STRINGS)
def test_hostile_shared_texts_are_read(book: Book, outcome: Outcome, shape: str) -> None:
    assert outcome(book(_sheet(""), strings=STRINGS[shape]())) == {"lines": 1, "unreadable": 0}


STYLES = {
    "many styles": lambda: f"<cellXfs>{filled('<xf/>')}</cellXfs>",
    "many formats": lambda: "<numFmts>" + "".join(f"<numFmt numFmtId='{at}'/>" for at in range(101_000)) + "</numFmts>",
}


@pytest.mark.parametrize("shape", STYLES)
def test_hostile_styles_are_refused(book: Book, outcome: Outcome, shape: str) -> None:
    assert refused(outcome(book(_sheet(""), styles=STYLES[shape]())))


MERGES = {
    "all cells merged again and again": lambda: after(filled('<mergeCell ref="A1:XFD1048576"/>'), _sheet("")),
    "merges that all reach down": lambda: after(
        "".join(f'<mergeCell ref="A{at}:A1048576"/>' for at in range(2, 20_000)),
        _sheet(rows('<c r="B{0}"><v>1</v></c>', 20_000)),
    ),
}


@pytest.mark.parametrize("shape", MERGES)
def test_hostile_merges_are_read(book: Book, outcome: Outcome, shape: str) -> None:
    assert outcome(book(MERGES[shape]()))["lines"]


BOMBS = {
    "sheet": lambda book: book(_sheet("<row/>" * 4_000_000)),
    "shared texts": lambda book: book("", strings="<si><t>ab</t></si>" * 2_000_000),
    "styles": lambda book: book("", styles="<cellXfs>" + "<xf/>" * 4_000_000 + "</cellXfs>"),
    "listing": lambda book: book("", workbook=f'<workbook xmlns="{MAIN}">{" " * 20 * MIB}</workbook>'),
}


@pytest.mark.parametrize("shape", BOMBS)
def test_what_unpacks_to_far_more_than_it_is_is_refused(book: Book, outcome: Outcome, shape: str) -> None:
    assert refused(outcome(BOMBS[shape](book)))


def test_members_that_are_one_and_the_same_bytes_are_refused(book: Book, outcome: Outcome) -> None:
    """Each entry of the directory points to the one before and all that follows: the file unpacks quadratically."""
    data = book(*[_sheet(filled("<row/>", MIB)) for _ in range(30)])
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        first = opened.getinfo("xl/worksheets/sheet1.xml").header_offset
    at = data.index(b"PK\x01\x02")
    directory = bytearray(data[at:])
    place = 0
    while directory[place : place + 4] == b"PK\x01\x02":
        name, extra, comment = struct.unpack_from("<HHH", directory, place + 28)
        if b"worksheets/" in directory[place + 46 : place + 46 + name]:
            struct.pack_into("<I", directory, place + 42, first)
        place += 46 + name + extra + comment
    assert refused(outcome(data[:at] + bytes(directory)))


SEEDS = [
    (["Manufacturer", "Part Number"], ["Acme", "0012"], [7, 1.5]),
    (["Vendor"], [None, "é"]),
]


def _bent(data: bytes, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """The parts of a workbook, one of them bent."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    bent = chance.choice(list(parts))
    for name, content in parts.items():
        changed = bytearray(content)
        for _ in range(chance.randint(1, 4) if name == bent and content else 0):
            at = chance.randrange(len(changed) + 1)
            cut = chance.choice([0, 0, 1, 20])
            changed[at : at + cut] = chance.choice(
                [b"", b"9", b"-", b"<c>", b"</c>", b"<f/>", b"\xff", b"&#0;", b'"', b"s"]
            )
        yield name, bytes(changed)


@settings(max_examples=300, deadline=None)
@given(seed=st.integers(0, 1 << 32), shape=st.sampled_from(SEEDS), whole=st.booleans())
def test_a_bent_workbook_is_read_or_damaged(
    book: Book,
    cells: Cells,
    archive: Callable[..., bytes],
    seed: int,
    shape: tuple[list[object], ...],
    *,
    whole: bool,
) -> None:
    chance = random.Random(seed)  # noqa: S311 (it bends files)
    data = book(cells(*shape), strings="<si><t>a</t></si>", styles='<cellXfs><xf numFmtId="14"/></cellXfs>')
    if whole:
        bent = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            bent[chance.randrange(len(bent))] = chance.randrange(256)
        data = bytes(bent)
    else:
        data = archive(dict(_bent(data, chance)))
    try:
        if archive_kind(io.BytesIO(data)) is None:
            workbook = Workbook(io.BytesIO(data))
            for sheet in workbook.sheets:
                workbook.merges(sheet)
                for row in workbook.rows(sheet, 8):
                    assert all(isinstance(text, str) for text in row.cells)
    except (DamagedError, VendorcheckError):
        return
