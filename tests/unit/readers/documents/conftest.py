"""What the tests of documents share: files opened as bills, their lines, and what they are refused for."""

import io
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from vendorcheck.model.bom import Bill, Table
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.readers import ALL_FOUND, Choices, Source, open_bom
from vendorcheck.readers.documents.json.pages import Pages
from vendorcheck.readers.documents.json.scanner import Scanner
from vendorcheck.readers.encoding.survey import survey


class Line(NamedTuple):
    """A line as it was read: its number and depth, its filled cells by heading, and what is looked at besides."""

    number: int
    depth: int | None
    cells: dict[str, list[str]]
    beside: tuple[str, ...]
    aside: str | None
    note: str | None
    pointers: dict[str, list[str]]


Save = Callable[[str | bytes], Path]
Opened = Callable[..., Bill]
Lines = Callable[[Table], list[Line]]
Refused = Callable[..., VendorcheckError]
Scan = Callable[..., Scanner]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Write bytes, or text in UTF-8, to a new file."""
    numbers = count(1)

    def save(content: str | bytes) -> Path:
        path = tmp_path / f"bill-{next(numbers)}.any"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return save


@pytest.fixture
def opened(save: Save) -> Iterator[Opened]:
    """Open a text as a bill; its file is closed when the test is over."""
    bills: list[Bill] = []

    def opened(content: str | bytes, choices: Choices = ALL_FOUND) -> Bill:
        bills.append(open_bom(save(content).as_posix(), choices))
        return bills[-1]

    yield opened
    for bill in bills:
        with suppress(OSError):
            bill.close()


@pytest.fixture
def refused(save: Save) -> Refused:
    """Return the error that a text is refused with."""

    def refused(content: str | bytes, choices: Choices = ALL_FOUND) -> VendorcheckError:
        with pytest.raises(VendorcheckError) as caught:
            open_bom(save(content).as_posix(), choices)
        return caught.value

    return refused


@pytest.fixture
def lines() -> Lines:
    """Read a table to its end."""

    def lines(table: Table) -> list[Line]:
        found: list[Line] = []
        screened = table.layout.looked_at
        for batch in table.batches():
            for at, number in enumerate(batch.lines):
                cells: dict[str, list[str]] = {}
                pointers: dict[str, list[str]] = {}
                for column, values in zip(screened, batch.values, strict=True):
                    if values[at]:
                        cells.setdefault(column.heading, []).append(values[at])
                        pointers.setdefault(column.heading, []).append(str(batch.origin.pointer_of(at, column.cell)))
                        assert batch.origin.column_of(at, column.cell) is None
                found.append(
                    Line(
                        number,
                        batch.depths[at] if batch.depths else None,
                        cells,
                        tuple(text for _, text in batch.overflow.get(at, ())),
                        batch.asides.get(at),
                        batch.notes.get(at),
                        pointers,
                    )
                )
        return found

    return lines


@pytest.fixture
def scan() -> Scan:
    """Scan a text that comes in chunks of some size; lost characters are told to a list."""

    def scan(text: str, size: int = 1 << 19, lost: list[int] | None = None) -> Scanner:
        chunks = (text[at : at + size] for at in range(0, len(text), size))
        return Scanner(Pages(chunks), (lost if lost is not None else []).append)

    return scan


@pytest.fixture
def source_of(save: Save) -> Iterator[Callable[[str | bytes], Source]]:
    """A text as a source."""
    files: list[io.BufferedReader] = []

    def source_of(content: str | bytes) -> Source:
        files.append(save(content).open("rb"))
        return Source(files[-1], "bill.any", survey(files[-1]))

    yield source_of
    for file in files:
        file.close()


def pytest_make_parametrize_id(val: Any) -> str | None:
    """Keep the names of tests short where their texts are long."""
    return f"{val[:40]!r}" if isinstance(val, str | bytes) else None
