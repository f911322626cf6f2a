"""What stands at a number that is no line's."""

from contextlib import closing
from pathlib import Path

import pytest

from vendorcheck.model.bom import LineNumbers, Reading
from vendorcheck.readers import open_bom
from vendorcheck.screening.untraced import why_no_line


@pytest.mark.parametrize(
    "kind", ["before_header", "blank", "comments", "repeated_headers", "group_headers", "footers", "beside"]
)
def test_every_kind_of_row_that_is_no_line_is_said(tmp_path: Path, kind: str) -> None:
    (tmp_path / "bom.csv").write_text("Manufacturer\nAxis\n", encoding="utf-8")
    with closing(open_bom(str(tmp_path / "bom.csv"))) as bill:
        getattr(bill.tables[0].reading, kind).add(7, 9)
        assert why_no_line(bill, 8).message.startswith(f"line 8 is no line of {bill.name}: it ")
        assert why_no_line(bill, 10).message == f"{bill.name} has no line 10"


def test_a_line_that_could_not_be_read_is_said_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "bom.csv").write_text("Manufacturer\nAxis\n", encoding="utf-8")
    with closing(open_bom(str(tmp_path / "bom.csv"))) as bill:
        bill.tables[0].reading.not_read("too long", 7)
        assert why_no_line(bill, 7).message == f"line 7 is no line of {bill.name}: it could not be read: too long"


def test_lines_with_remarks_are_lines_and_all_other_rows_are_said() -> None:
    lines = {"hidden", "continued", "no_level", "ragged", "unclosed_quotes", "broken_characters"}
    kinds = {name for name, value in vars(Reading()).items() if isinstance(value, LineNumbers)}
    marks = test_every_kind_of_row_that_is_no_line_is_said.pytestmark  # type: ignore[attr-defined]
    assert set(marks[0].args[1]) == kinds - lines
