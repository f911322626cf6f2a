"""The whole text report at the widths of terminals, on a bill screened with the shipped rulebook."""

import os
from collections.abc import Iterable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from vendorcheck.model.report import Report
from vendorcheck.reporters.text import WIDTH, text_rows, write
from vendorcheck.reporters.text.rows import Row, plain
from vendorcheck.reporters.visible import display_width
from vendorcheck.screening import screen

BILL = """\
Supplier,Manufacturer,Part Number,Description,Category,Password,Purpose
Harbor Security Integrators,Hikvision,DS-2CD2143G2-I,4MP dome camera with a long description of it all,Camera,x,
Harbor Security Integrators,Dahua Technology,IPC-HFW2831S-S-S2,8MP bullet camera,Camera,x,public safety
Harbor Security Integrators,Annke,C800,8MP PoE camera,Camera,x,public safety
Delta Networks Supply,Sunbright Imaging,SB-450,4MP IP camera with Hi3516DV300,Camera,x,public safety
Delta Networks Supply,EZVIZ,C6N,Indoor camera for the visitor desk,Camera,x,
Delta Networks Supply,Axis Communications AB,P3265-LVE,Outdoor dome camera,Camera,x,
Mouser Electronics,,SPARES-LOT,Assorted spares,,x,
"""
PROFILES = ((), ("us-federal",), ("us-federal", "us-market", "uk-central-government"))


@pytest.fixture(scope="module", params=PROFILES, ids=len)
def screened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report for no buyer, for one, and for three."""
    return _screened(tmp_path_factory.mktemp("bill"), BILL, request.param)


def test_the_report_is_the_rows_at_the_usual_width(screened: Report) -> None:
    assert _text(screened) == plain(text_rows(screened, WIDTH))


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_every_row_fits(screened: Report, width: int) -> None:
    rows = list(text_rows(screened, width))
    assert len(rows) > 100
    assert _too_wide(rows, width) == []


@pytest.mark.parametrize("width", [80, 100, 200])
def test_the_whole_report_made_by_hand(varied: Report, width: int) -> None:
    """`UPDATE_EXAMPLES=1` writes what is expected anew, to be read before it is kept."""
    text = plain(text_rows(varied, width))
    expected = Path(__file__).parent / "expected" / f"{width}.txt"
    if os.environ.get("UPDATE_EXAMPLES"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [72, 80, 100, 200])
def test_a_width_changes_the_breaks_and_not_the_words(screened: Report, width: int) -> None:
    assert _words(screened, width) == _words(screened, WIDTH)


@pytest.mark.parametrize("width", [60, 100])
def test_rows_with_wide_signs_fit(tmp_path: Path, width: int) -> None:
    bill = "制造商,型号,描述\n杭州海康威视数字技术股份有限公司,DS-2CD2143G2-I,网络摄像机 海康威视\n"
    rows = list(text_rows(_screened(tmp_path, bill), width))
    assert any("海康威视" in span.text for row in rows for span in row)
    assert _too_wide(rows, width) == []


def test_the_caret_stands_under_a_match_in_wide_signs(tmp_path: Path) -> None:
    text = _text(_screened(tmp_path, "品牌,型号,描述\n某某,Y-100,海康威视 摄像机\n"))
    at = text.splitlines().index("    2 | 某某 | Y-100 | 海康威视 摄像机")
    assert text.splitlines()[at + 1] == " " * 23 + "^" * 15


def _screened(folder: Path, text: str, profiles: tuple[str, ...] = ()) -> Report:
    """The report on a bill, which is called bom.csv wherever it is."""
    (folder / "bom.csv").write_text(text, encoding="utf-8")
    report = screen(folder / "bom.csv", profiles=profiles, as_of=date(2026, 11, 21), all_lines=True)
    bills = (report.coverage.bills[0]._replace(name="bom.csv"),)
    return report._replace(
        lines=tuple(line._replace(bill="bom.csv") for line in report.lines),
        findings=tuple(finding._replace(bill="bom.csv") for finding in report.findings),
        coverage=report.coverage._replace(bills=bills, not_screened=()),
    )


def _too_wide(rows: Iterable[Row], width: int) -> list[str]:
    return [text for text in plain(rows).splitlines() if display_width(text) > width]


def _text(report: Report) -> str:
    file = BytesIO()
    write(report, file)
    return file.getvalue().decode("utf-8")


def _words(report: Report, width: int) -> list[str]:
    """The words of running text: the rows that are no titles, heads or sources, which are cut to the width."""
    rows = [row for row in text_rows(report, width) if 2 <= len(row) <= 3 and not row[0].text.strip()]
    return plain(row for row in rows if row[-1].style != "dim" and not row[-1].text.startswith("^")).split()
