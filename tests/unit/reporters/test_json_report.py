"""The report as JSON, and its parts."""

import json
import re
import unicodedata
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from vendorcheck.model.bom import Layout, Reading
from vendorcheck.model.finding import Finding, LineResult
from vendorcheck.model.report import BillRecord, NotScreened, Report
from vendorcheck.reporters.report_json import (
    dump,
    finding_data,
    json_texts,
    layout_data,
    reading_data,
    report_data,
    report_of,
)
from vendorcheck.reporters.schemas import output_schema_text

VALIDATOR = Draft202012Validator(json.loads(output_schema_text("report")))
WHOLE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=())).filter(lambda text: not WHOLE_PAIR.search(text))


def test_text_is_kept_readable_and_ends_in_a_newline() -> None:
    assert dump({"name": "海康"}) == '{\n  "name": "海康"\n}\n'


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_any_text_comes_back_from_bytes_as_it_was(text: str) -> None:
    assert json.loads(dump({"text": text}).encode("utf-8")) == {"text": text}


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_no_sign_acts_on_a_terminal(text: str) -> None:
    kinds = {unicodedata.category(sign) for sign in set(dump({"text": text})) - set("\n\u200c\u200d")}
    assert kinds.isdisjoint({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def test_the_report_fits_its_schema(report: Report) -> None:
    data = json.loads("".join(json_texts(report)))
    assert list(VALIDATOR.iter_errors(data)) == []
    assert list(VALIDATOR.iter_errors({**data, "schema": "another"})) != []


def test_the_report_has_every_part_of_the_model(report: Report, line: LineResult, finding: Finding) -> None:
    data = report_data(report)
    assert set(finding_data(finding)) == set(finding._fields) - {"binds", "questions"}
    assert set(data["findings"][0]) == set(finding_data(finding))
    assert set(data["rules"][0]) == set(report.rules[0]._fields)
    assert {"binds", "questions"} < set(data["rules"][0])
    assert set(data["lines"][0]) == set(line._fields)
    assert set(data["suppliers"][0]) == set(report.suppliers[0]._fields)
    assert set(data["summary"]) == set(report.summary._fields)


def test_a_report_comes_back_from_its_json_as_it_was(report: Report) -> None:
    text = "".join(json_texts(report))
    again = report_of(json.loads(text))
    assert again.findings == report.findings
    assert again._replace(coverage=report.coverage) == report
    assert "".join(json_texts(again)) == text


def test_a_finding_and_a_line_stand_on_one_row_each(report: Report) -> None:
    rows = [row.strip().rstrip(",") for row in "".join(json_texts(report)).splitlines()]
    data = report_data(report)
    for item in (*data["findings"], *data["lines"], *data["evidence"]):
        assert rows.count(json.dumps(item, ensure_ascii=False)) == 1


def test_what_findings_rest_on_is_told_once(report: Report) -> None:
    data = report_data(report)
    told = [data["evidence"][proof["told"]] for finding in data["findings"] for proof in finding["evidence"]]
    assert [proof["statement"] for proof in told] == [
        proof.statement for finding in report.findings for proof in finding.evidence
    ]


def test_values_stand_where_they_belong(report: Report) -> None:
    data = report_data(report)
    assert (data["as_of"], data["today"], data["historical"]) == ("2026-11-21", "2026-11-21", False)
    assert data["profiles"] == ["council"]
    assert data["gate"] == {
        "passed": False,
        "exit_code": 1,
        "fail_on": "high",
        "policy": None,
        "reasons": ["1 finding at critical"],
        "waivers": {"max_days": 180, "file": None},
    }
    assert data["lines"][0]["place"] == {"sheet": None, "column": 8, "cell": 2, "pointer": None}
    assert data["lines"][0]["excerpt"][1] == {"cell": 2, "role": "maker", "heading": "Maker", "text": "ACME INC"}
    assert [proof["id"] for proof in data["findings"][0]["evidence"]] == ["law", "said-1", "said-2"]
    assert data["findings"][0]["needs"] == [{"fact": "purpose", "ask": "What is it for?"}]
    assert data["provenance"]["bills"] == [{"bill": "bom.csv", "sha256": "ab" * 32}]
    assert data["provenance"]["rulebook"][0]["verified_through"] == "2026-11-01"
    assert data["provenance"]["lists"] == [
        {
            "name": "debarred",
            "title": "",
            "sha256": "ef" * 32,
            "list_date": "2026-10-01",
            "dated_by": None,
            "imported": None,
            "entries": 3,
            "names": 0,
            "not_compared": {},
            "left_out": {},
            "later": False,
        }
    ]


@pytest.mark.parametrize(("days", "historical"), [(-1, True), (0, False), (1, False)])
def test_only_a_day_gone_by_is_historical(report: Report, days: int, historical: bool) -> None:  # noqa: FBT001
    settings = report.settings._replace(as_of=report.settings.today + timedelta(days))
    assert report_data(report._replace(settings=settings))["historical"] is historical


def test_a_bill_that_was_not_read_has_an_error_and_no_tables(report: Report) -> None:
    bill = BillRecord("gone.csv", None, (), "gone.csv does not exist", 2)
    data = _with_coverage(report, bills=(bill,))
    assert data["coverage"]["bills"][0]["error"] == "gone.csv does not exist"
    assert data["coverage"]["bills"][0]["tables"] == []
    assert data["provenance"]["bills"] == [{"bill": "gone.csv", "sha256": None}]


def test_lines_that_were_not_screened_keep_their_stretches(report: Report) -> None:
    item = NotScreened("bom.csv", None, "no maker named", 4, ((2, 4), (9, 9)), complete=True)
    data = _with_coverage(report, not_screened=(item,))
    assert data["coverage"]["not_screened"] == [
        {
            "bill": "bom.csv",
            "sheet": None,
            "reason": "no maker named",
            "lines": 4,
            "stretches": [[2, 4], [9, 9]],
            "complete": True,
        }
    ]


def test_a_rulebook_without_a_date_says_so(report: Report) -> None:
    source = report.provenance.rulebook[0]._replace(verified_through=None)
    data = report_data(report._replace(provenance=report.provenance._replace(rulebook=(source,))))
    VALIDATOR.validate(data)
    assert data["provenance"]["rulebook"][0]["verified_through"] is None


def test_layout_data(layout: Layout) -> None:
    data = layout_data(layout)
    assert (data["format"], data["encoding"], data["delimiter"], data["header_line"]) == ("csv", "utf-8", ",", 1)
    assert data["columns"][2] == {"cell": 3, "heading": "Password", "role": "ignored", "also": [], "stands_for": None}


def test_reading_data_gives_each_stretch_that_could_not_be_read() -> None:
    reading = Reading()
    reading.lines = 7
    reading.blank.add(2)
    reading.blank.add(3)
    reading.not_read("broken", 5, 6)
    reading.not_read("broken", 9)
    data = reading_data(reading)
    assert data["rows"] == 7
    assert data["blank"] == {"count": 2, "stretches": [[2, 3]], "complete": True}
    assert data["unreadable"] == [
        {"line": 5, "last_line": 6, "reason": "broken"},
        {"line": 9, "last_line": 9, "reason": "broken"},
    ]
    assert data["unreadable_counts"] == {"broken": 3}


def _with_coverage(report: Report, **changes: Any) -> Any:
    data = report_data(report._replace(coverage=report.coverage._replace(**changes)))
    VALIDATOR.validate(data)
    return data
