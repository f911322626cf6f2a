"""Messy tables as text: each is opened or refused with a reason, and no record of one is dropped.

What was read is held against two counts that the readers have no part in: the records that the csv module finds with
the delimiter a person saw, and the letters and digits that stand on the lines of the file, record by record.
"""

import csv
import io
import json
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from vendorcheck.model.bom import Layout, Reading, Table
from vendorcheck.model.errors import EXIT_NOTHING_SCREENED, VendorcheckError
from vendorcheck.readers import ALL_FOUND, Choices, HeadingRole, open_bom

#: At least so large a share of the header rows is found, and of the records is read or counted with a reason.
HEADINGS_FOUND, ACCOUNTED = 0.98, 0.9996

#: How a refused file is told what it is, by the code of the error.
REASONS = {
    "no_table": "no table found in {}",
    "bill_empty": "{} is empty",
    "bill_unsupported": ", which is not read",
}

#: Other kinds of file, refused by name.
OTHER_KINDS = {".xls", ".xlsb", ".ods", ".zip", ".gz", ".html"}

#: Texts in many languages that are no tables.
PROSE = {
    f"sample-{language}.txt"
    for language in ("arabic-1", "chinese", "french", "french-1", "greek-2", "hebrew-2", "russian-2", "turkish")
}

#: A file that takes longer, in seconds, or makes the process grow by more, in KiB, than this hangs or leaks.
TOO_LONG, TOO_MUCH = 60, 512 * 1024

#: Where Linux says how much memory this process holds, and where its peak is forgotten.
STATUS, PEAK = Path("/proc/self/status"), Path("/proc/self/clear_refs")

#: More than any cell of the corpus has.
csv.field_size_limit(1 << 24)


class Outcome(NamedTuple):
    """What became of a file: the format it was read as or the code of the error, the error, and what it took."""

    path: Path
    what: str
    error: VendorcheckError | None
    seconds: float
    kib: int


class Accounted(NamedTuple):
    """How many records there are, and those that were neither read nor counted, by their lines."""

    records: int
    lost: list[tuple[str, int]]


@pytest.fixture(scope="module")
def truth(corpus: Path) -> dict[Path, Any]:
    written = json.loads((corpus / "inputs" / "reader_truth.json").read_bytes())
    return {next((corpus / "inputs").rglob(name)): said for name, said in written.items()}


@pytest.fixture(scope="module")
def outcomes(corpus: Path) -> list[Outcome]:
    paths = sorted(path for path in (corpus / "inputs" / "messy_csv").rglob("*") if path.is_file())
    return [_outcome(path) for path in paths if path.name != "SOURCES.tsv"]


def _outcome(path: Path) -> Outcome:
    begun, before = time.monotonic(), _memory("VmRSS")
    if PEAK.exists():
        PEAK.write_text("5", encoding="ascii")
    what, refused = "", None
    try:
        with closing(open_bom(str(path))) as bill:
            what = bill.tables[0].layout.format
            for table in bill.tables:
                assert sum(len(batch.lines) - len(batch.asides) for batch in table.batches()) == table.reading.lines
    except VendorcheckError as error:
        what, refused = error.code, error
    return Outcome(path, what, refused, time.monotonic() - begun, _memory("VmHWM") - before)


def _memory(kind: str) -> int:
    """The memory this process holds, or its peak, in KiB; 0 where the system does not say."""
    if not STATUS.exists():
        return 0
    said = next(line for line in STATUS.read_text(encoding="ascii").splitlines() if line.startswith(kind))
    return int(said.split()[1])


def test_every_real_table_is_cut_by_its_delimiter(truth: dict[Path, Any]) -> None:
    found = {path: _layout(path).delimiter for path in truth}
    assert len(found) == 60
    assert found == {path: said["delim"] for path, said in truth.items()}


def test_the_headings_of_real_tables_are_found(truth: dict[Path, Any]) -> None:
    wrong = [
        path.name
        for path, said in truth.items()
        if list(map(str.strip, _layout(path).headings)) != list(map(str.strip, said["header"]))
    ]
    assert len(wrong) <= (1 - HEADINGS_FOUND) * len(truth), wrong


def test_every_record_of_real_tables_is_read_as_it_stands(truth: dict[Path, Any]) -> None:
    """The csv module finds the records; each must come back from its line, cell by cell."""
    judged = [_against_records(path, said["delim"]) for path, said in truth.items()]
    _check("records", judged, least=3_000)


def test_every_file_is_opened_or_refused_with_its_reason(outcomes: list[Outcome]) -> None:
    print(Counter(each.what for each in outcomes))  # noqa: T201 (listed with -s)
    assert len(outcomes) > 600
    for path, _, error, _, _ in outcomes:
        if error is not None:
            assert REASONS[error.code].format(path.as_posix()) in error.message, path
            assert error.help, path
            assert error.spot is not None, path
            assert (error.exit_code == EXIT_NOTHING_SCREENED) is (error.code != "bill_unsupported"), path


def test_no_even_table_is_refused(outcomes: list[Outcome]) -> None:
    """Where the csv module cuts three records or more into the same number of cells, there is a table."""
    texts = [each.path for each in outcomes if each.error and each.path.suffix not in {*OTHER_KINDS, ".xlsx"}]
    even = [path.name for path in texts if any(_is_even(path, sign) for sign in ",;\t|")]
    assert texts
    assert not even


def test_no_letter_of_a_messy_table_is_dropped(outcomes: list[Outcome]) -> None:
    """What stands on the lines of a record is what was read of it, in one column or another."""
    judged = [_against_letters(each.path) for each in outcomes if each.what == "csv"]
    assert len(judged) > 400
    _check("records", judged, least=50_000)


def test_documents_that_hold_prose_or_markup_are_refused(corpus: Path) -> None:
    """Markdown may hold a table, and XML a bill of another kind: both are told what to do."""
    folders = ("camera_inventories", "hardware_boms", "hostile", "messy_csv/charset")
    paths = [path for folder in folders for path in sorted((corpus / "inputs" / folder).iterdir())]
    documents = [path for path in paths if path.suffix in {".md", ".xml"} or path.name in PROSE]
    assert len(documents) > 20
    for path in documents:
        with pytest.raises(VendorcheckError) as refused:
            open_bom(str(path))
        assert refused.value.help, path


def test_no_file_takes_for_ever_or_all_the_memory(outcomes: list[Outcome]) -> None:
    slowest, largest = max(outcomes, key=lambda each: each.seconds), max(outcomes, key=lambda each: each.kib)
    print(slowest.path.name, slowest.seconds, largest.path.name, largest.kib)  # noqa: T201 (listed with -s)
    assert slowest.seconds < TOO_LONG, slowest
    assert largest.kib < TOO_MUCH, largest


def _check(what: str, judged: list[Accounted], least: int) -> None:
    records = sum(each.records for each in judged)
    lost = [place for each in judged for place in each.lost]
    print(f"{records} {what}, {len(lost)} not accounted for:", *lost, sep="\n")  # noqa: T201 (listed with -s)
    assert records >= least
    assert len(lost) <= (1 - ACCOUNTED) * records, lost


def _layout(path: Path) -> Layout:
    with closing(open_bom(str(path))) as bill:
        return bill.tables[0].layout


def _everything(layout: Layout) -> Choices:
    """What has every column of a bill screened, so that all its cells are handed out."""
    mappings = tuple(HeadingRole("description", heading) for heading in layout.headings)
    return Choices(mappings=mappings, delimiter=layout.delimiter, header_line=layout.header_line or 0)


def _text(path: Path, encoding: str | None) -> str:
    return path.read_bytes().decode(encoding or "utf-8", "replace")


def _is_even(path: Path, sign: str) -> bool:
    text = io.StringIO(_text(path, "utf-8").replace("\0", ""), newline="")
    widths = [len(row) for row in csv.reader(text, delimiter=sign) if any(map(str.strip, row))]
    return len(widths) > 2 and len(set(widths)) == 1 and widths[0] > 1


def _rows(table: Table) -> Iterator[tuple[int, list[str]]]:
    """The line on which each row of a table begins, and all that was read of it, in the order of its cells."""
    cells = [column.cell for column in table.layout.looked_at]
    for batch in table.batches():
        for index, (line, *values) in enumerate(zip(batch.lines, *batch.values, strict=True)):
            beyond = batch.overflow.get(index, ())
            placed = [] if index in batch.asides else list(zip(cells, values, strict=True))
            yield line, [text for _, text in sorted([*placed, *beyond])]


def _counted(reading: Reading) -> Iterator[int]:
    """The lines that were not read as such, and counted with their reason; all of them are listed in so small files."""
    for numbers in (reading.before_header, reading.repeated_headers, *reading.unreadable.values()):
        assert numbers.complete
        for first, last in numbers.stretches:
            yield from range(first, last + 1)


class Found(NamedTuple):
    """What was read, by line; the lines that were counted with a reason, headings among them; the encoding."""

    rows: dict[int, list[str]]
    counted: set[int]
    encoding: str | None

    @property
    def lines(self) -> set[int]:
        """All lines on which something begins."""
        return {*self.rows, *self.counted} - {0}


def _found(path: Path, choices: Choices) -> Found:
    rows: dict[int, list[str]] = {}
    counted: set[int] = set()
    with closing(open_bom(str(path), choices)) as bill:
        for table in bill.tables:
            rows.update(_rows(table))
            counted |= {table.layout.header_line or 0, *_counted(table.reading)}
        return Found(rows, counted, bill.tables[0].layout.encoding)


def _against_records(path: Path, delimiter: str) -> Accounted:
    found, counted, encoding = _found(path, _everything(_layout(path)))
    reader = csv.reader(io.StringIO(_text(path, encoding), newline=""), delimiter=delimiter)
    records, lost, start = 0, [], 1
    for row in reader:
        if any(map(str.strip, row)):
            records += 1
            whole = next(csv.reader(row, delimiter=delimiter)) if len(row) == 1 else row  # a line quoted as a whole
            if _filled(found.get(start, [])) != _filled(whole) and start not in counted:
                lost.append((path.name, start))
        start = reader.line_num + 1
    return Accounted(records, lost)


def _filled(cells: list[str]) -> list[str]:
    return [cell for cell in cells if cell.strip()]


def _against_letters(path: Path) -> Accounted:
    """Hold the letters on the lines from one row to the next against those of its cells, whatever quotes and parts."""
    whole = _found(path, _everything(_layout(path)))
    found, counted, encoding = whole
    wanted: dict[int, Counter[str]] = {}
    record = 0
    for number, line in enumerate(io.StringIO(_text(path, encoding), newline=None), 1):
        record = number if number in found or number in counted else record
        wanted.setdefault(record, Counter()).update(filter(str.isalnum, line))
    records = {line: letters for line, letters in wanted.items() if letters}
    lost = [line for line in records if line not in counted and records[line] != _letters(found.get(line, []))]
    lost += sorted(whole.lines ^ _found(path, ALL_FOUND).lines)  # and nothing else is left out where nothing is said
    return Accounted(len(records), [(path.name, line) for line in lost])


def _letters(cells: list[str]) -> Counter[str]:
    return Counter(filter(str.isalnum, "".join(cells)))
