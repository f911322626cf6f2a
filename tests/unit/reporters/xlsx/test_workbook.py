import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from vendorcheck.model.finding import Finding
from vendorcheck.model.report import Report
from vendorcheck.model.waiver import WaivedBy
from vendorcheck.reporters.report_json import json_texts
from vendorcheck.reporters.xlsx import Room, write, write_workbook

SHEETS = [
    "Summary",
    "Suppliers",
    "Findings",
    "Lines",
    "Evidence",
    "Waivers",
    "Coverage",
    "Provenance",
    "Limits",
]

AGAIN = """
import json, sys
from vendorcheck.reporters.report_json import report_of
from vendorcheck.reporters.xlsx import write
write(report_of(json.load(sys.stdin)), sys.stdout.buffer)
"""


def written(report: Report, room: Room | None = None) -> bytes:
    file = io.BytesIO()
    write_workbook(report, file, room or Room())
    return file.getvalue()


def opened(report: Report, room: Room | None = None) -> Workbook:
    return load_workbook(io.BytesIO(written(report, room)))


def table(book: Workbook, name: str) -> list[dict[str, object]]:
    headings, *rows = ([cell.value for cell in row] for row in book[name].iter_rows())
    return [dict(zip(map(str, headings), row, strict=True)) for row in rows]


def links(sheet: Worksheet) -> list[Hyperlink]:
    return [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink]


def many(report: Report, finding: Finding, count: int) -> Report:
    findings = tuple(finding._replace(id=f"f{number}", line=number + 2) for number in range(count))
    lines = tuple(report.lines[0]._replace(line=each.line, findings=(each.id,)) for each in findings)
    return report._replace(lines=lines, findings=findings)


def test_it_has_a_page_and_tables_with_headings_and_filters(report: Report) -> None:
    book = opened(report)
    assert book.sheetnames == SHEETS
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.page_setup.paperSize in (None, 0, "0")
    summary = book["Summary"]
    assert summary.page_setup.orientation == "portrait"
    assert summary.sheet_properties.pageSetUpPr == sheet.sheet_properties.pageSetUpPr
    assert summary.page_setup.fitToHeight != 0


def test_the_page_says_what_it_came_to_and_is_signed(report: Report) -> None:
    settings_ = report.settings._replace(reference="RFQ 7 & 8", prepared_by="A. Buyer")
    cells = {row[0].value: row[1].value for row in opened(report._replace(settings=settings_))["Summary"].iter_rows()}
    assert cells["Verdict"] == "FAILED: the gate does not let this through"
    assert (cells["PROHIBITED"], cells["CLEAR"], cells["NOT SCREENED"], cells["critical"]) == (1, 1, 0, 1)
    assert (cells["Reference"], cells["Prepared by"]) == ("RFQ 7 & 8", "A. Buyer")
    assert cells["1."] == "Do not award it."
    assert str(cells["Decision"]).split() == ["[", "]", "Award", "[", "]", "Do", "not", "award", "[", "]", "Hold"]
    assert {"Name", "Role", "Date", "Signature", "Remarks"} <= set(cells)


def test_findings_lines_and_both_sides_are_all_there(report: Report) -> None:
    book = opened(report)
    (found,) = table(book, "Findings")
    assert (found["Place"], found["Determination"], found["Severity"]) == ("bom.csv:2:8", "PROHIBITED", "critical")
    assert (found["Outcome"], found["Basis"], found["Next steps"]) == (
        "applies",
        "listed name",
        "Do not award it.\nAsk for another.",
    )
    assert [row["Determination"] for row in table(book, "Lines")] == ["PROHIBITED", "CLEAR"]
    answer = "2021-05, Acme, denial: It denies it. [Paper, line 9]"
    sides = [(row["Id"], row["Kind"], row["The company's answer"]) for row in table(book, "Evidence")]
    assert sides == [("law", "law or list", None), ("said-1", "claim", answer), ("said-2", "claim", answer)]


def test_an_answer_stands_beside_the_law_where_nobody_claims_anything(report: Report, finding: Finding) -> None:
    (row,) = table(opened(report._replace(findings=(finding._replace(evidence=finding.evidence[:1]),))), "Evidence")
    assert row["The company's answer"] == "2021-05, Acme, denial: It denies it. [Paper, line 9]"


def test_links_lead_to_rows_that_are_there_and_out_by_http_alone(report: Report, finding: Finding) -> None:
    law, claim, court = finding.evidence
    proofs = (law._replace(url="javascript:alert(1)"), claim._replace(url="file:///etc/passwd"), court)
    book = opened(report._replace(findings=(finding._replace(evidence=proofs),)))
    targets = {
        (sheet.title, link.ref): link.location or link.target for sheet in book.worksheets for link in links(sheet)
    }
    assert targets["Findings", "A2"] == "'Lines'!A2"
    assert targets["Findings", "B2"] == "'Evidence'!A2"
    assert targets["Lines", "A2"] == "'Findings'!A2"
    assert [at for (sheet, _), at in targets.items() if sheet == "Evidence"] == ["https://paper.test"]
    assert book["Evidence"]["A2"].value == "law"


def test_a_full_sheet_goes_on_in_a_further_one(report: Report, finding: Finding) -> None:
    book = opened(many(report, finding, 5), Room(rows=3))
    assert [name for name in book.sheetnames if name.startswith("Findings")] == ["Findings", "Findings 2", "Findings 3"]
    places = [row["Place"] for name in ("Findings", "Findings 2", "Findings 3") for row in table(book, name)]
    assert places == [f"bom.csv:{line}:8" for line in range(2, 7)]
    assert book["Lines 3"]["A2"].hyperlink.location == "'Findings 3'!A2"
    assert book["Findings 2"].auto_filter.ref.startswith("A1:")
    said = [row["What to know"] for row in table(book, "Limits 2") + table(book, "Limits 3")]
    assert all(said)


def test_links_beyond_what_excel_takes_are_left_out_and_counted(report: Report, finding: Finding) -> None:
    book = opened(many(report, finding, 5), Room(links=4))
    assert len(links(book["Findings"])) == 4
    assert book["Findings"]["A6"].value == "bom.csv:6:8"
    notes = [row["What to know"] for row in table(book, "Limits") if row["About"] == "links left out"]
    assert notes[0] == "Findings: Excel takes 4 links a sheet; 6 cells beyond have their text alone."


def test_a_text_too_long_for_a_cell_is_cut_and_said(report: Report, finding: Finding) -> None:
    book = opened(report._replace(findings=(finding._replace(message="𝕏" * 40_000),)))
    message = str(table(book, "Findings")[0]["Message"])
    assert message.endswith("(cut here: a cell holds no more)")
    assert len(message.encode("utf-16-le")) // 2 <= 32_767
    assert any(row["About"] == "texts cut" for row in table(book, "Limits"))


def test_waived_and_provisional_findings_say_so(report: Report, finding: Finding) -> None:
    changed = finding._replace(waived=WaivedBy("w-1", "mitigated"), provisional="nobody saw it")
    (row,) = table(opened(report._replace(findings=(changed,))), "Findings")
    assert (row["Severity"], row["Waived by"], row["Provisional"]) == ("critical (provisional)", "w-1", "nobody saw it")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "=1+1"),
        ("https://evil.test", "https://evil.test"),
        ("0012", "0012"),
        ("<r><t>x</t></r>", " <r><t>x</t></r>"),
        ("a\x00\x1b\ud800\u202e\ufffe", "a\\x00\\x1b\\ud800\\u202e\\ufffe"),
        ("杭州海康威视 & <Co>", "杭州海康威视 & <Co>"),
    ],
)
def test_text_stays_text(report: Report, finding: Finding, text: str, shown: str) -> None:
    book = opened(report._replace(findings=(finding._replace(message=text),)))
    cell = next(cell for cell in book["Findings"][2] if cell.value == shown)
    assert cell.data_type in ("s", "inlineStr")


TEXTS = st.text(max_size=30) | st.text(alphabet="=+-@<>&\"'r/{}_x005F \t\r\n\x00\ud800\ufffe\uffff", max_size=16)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(text=TEXTS)
def test_whatever_the_cells_hold_every_part_parses_and_no_cell_is_a_formula(report: Report, text: str) -> None:
    line = report.lines[0]._replace(bill=text, reason=text)
    finding = report.findings[0]._replace(message=text, next_steps=(text, text), party_name=text)
    asked = report.settings._replace(reference=text, prepared_by=text)
    data = written(report._replace(lines=(line,), findings=(finding,), settings=asked))
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            fromstring(parts.read(name))
    book = load_workbook(io.BytesIO(data))
    types = {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert "f" not in types
    assert [len(table(book, name)) for name in ("Findings", "Lines")] == [1, 1]


def test_the_same_report_gives_the_same_bytes(report: Report, tmp_path: Path) -> None:
    source = "".join(json_texts(report)).encode()
    runs = [
        subprocess.run(
            [sys.executable, "-c", AGAIN],
            input=source,
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": epoch},
            cwd=tmp_path,
        ).stdout
        for seed, zone, epoch in (("1", "Pacific/Auckland", "0"), ("2", "America/Lima", "1795219200"))
    ]
    assert runs[0] == runs[1]
    book = load_workbook(io.BytesIO(runs[0]))
    assert book.properties.created is not None
    assert book.properties.created.isoformat() == "2026-11-21T00:00:00"


def test_a_file_that_cannot_be_written_is_an_os_error(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    path.touch()
    with path.open("rb") as file, pytest.raises(OSError, match="write"):
        write(report, file)
