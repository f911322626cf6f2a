"""What the tests of the readers share: bills saved to a folder, read line by line, and refused."""

import csv
from collections import deque
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from vendorcheck.model.bom import Bill
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.readers import READERS, Choices, HeadingRole, Reader, check_screenable, open_bom
from vendorcheck.readers.delimited import dialect
from vendorcheck.readers.source import Source

#: Far below what a system lets one process open.
MOST_OPEN = 64

Line = tuple[int, tuple[str, ...], tuple[tuple[int, str], ...] | None]


@pytest.fixture(scope="session")
def save(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str | bytes], str]:
    """Write bytes, or text in UTF-8, to a new file and return its path."""
    folder, numbers = tmp_path_factory.mktemp("bills"), count(1)

    def save(content: str | bytes) -> str:
        path = Path(folder, f"{next(numbers)}.csv")
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path.as_posix()

    return save


@pytest.fixture(scope="session")
def read() -> Callable[[Bill], list[Line]]:
    """Read a bill to its end: the number, the screened cells and the overflow of each line."""

    def read(bill: Bill) -> list[Line]:
        lines: list[Line] = []
        for batch in (batch for table in bill.tables for batch in table.batches()):
            cells = list(zip(*batch.values, strict=True))
            assert set(batch.overflow) <= set(range(len(cells)))
            for index, (number, line) in enumerate(zip(batch.lines, cells, strict=True)):
                if index not in batch.asides:
                    lines.append((number, line, batch.overflow.get(index)))
        return lines

    return read


@pytest.fixture(scope="session")
def refused() -> Callable[..., VendorcheckError]:
    """Return the error that opening a path ends with, or asking what in the bill may be screened."""

    def refused(path: str, *mappings: HeadingRole) -> VendorcheckError:
        with pytest.raises(VendorcheckError) as caught:
            check_screenable(open_bom(path, Choices(mappings=mappings)))
        return caught.value

    return refused


@pytest.fixture(autouse=True)
def closed_afterwards(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close the bills that a test opened; a property test opens many, so only the latest stay open."""
    opened: deque[Bill] = deque()

    def remembering(reader: Reader) -> Reader:
        def remember(source: Source, choices: Choices) -> Bill:
            opened.append(reader(source, choices))
            if len(opened) > MOST_OPEN:
                opened.popleft().close()
            return opened[-1]

        return remember

    for name, kind in READERS.items():
        monkeypatch.setitem(READERS, name, kind._replace(reader=remembering(kind.reader)))
    yield
    for bill in opened:
        bill.close()


@pytest.fixture
def small_cells(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no cell be longer than 64 characters, until the test is over."""
    before = csv.field_size_limit()
    monkeypatch.setattr(dialect, "MAX_CELL", 64)
    yield
    csv.field_size_limit(before)


@pytest.fixture
def python_cells() -> Iterator[None]:
    """Let cells be as long as Python has it before any bill was opened."""
    before = csv.field_size_limit(131_072)
    yield
    csv.field_size_limit(before)
