"""Waivers in words: what they clear of a line, and what each came to."""

from datetime import date
from typing import Any

import pytest

from vendorcheck.model.report import FileRecord, Report
from vendorcheck.model.waiver import (
    WAIVER_STATES,
    Cleared,
    NamePair,
    Recorded,
    Waiver,
    WaiverResult,
    WaiverScope,
    WaiverState,
)
from vendorcheck.reporters.report_json import report_data
from vendorcheck.reporters.report_json.run_shapes import COVERAGE
from vendorcheck.reporters.text import text_rows
from vendorcheck.reporters.text.closing import closing
from vendorcheck.reporters.text.rows import plain
from vendorcheck.reporters.text.waivers import cleared_text, waivers_text

DAY = date(2026, 11, 2)


def _result(id: str, state: WaiverState, lines: int = 0, name: str = "Acme Bakery") -> WaiverResult:
    scope = WaiverScope(pair=NamePair(name, "acme"))
    waiver = Waiver(id, "all", scope, "false_positive", "A bakery.", "A", "B", DAY, date(2027, 4, 30))
    return WaiverResult(waiver, state, lines)


def test_each_state_is_told_and_none_without_waivers() -> None:
    assert waivers_text([]) == ""
    assert waivers_text([_result("gone", "expired"), _result("a", "used", 3), _result("idle", "unused")]) == (
        "cleared by waivers: a (Acme Bakery is not acme), 3 lines; "
        "waivers not used: idle (Acme Bakery is not acme); "
        "waivers that have expired: gone (Acme Bakery is not acme; through 2027-04-30)"
    )
    assert waivers_text([_result("a", "used", 1), _result("b", "used", 2)]) == (
        "cleared by waivers: a (Acme Bakery is not acme), 1 line, b (Acme Bakery is not acme), 2 lines"
    )


@pytest.mark.parametrize("state", WAIVER_STATES)
def test_a_name_does_nothing_to_a_terminal(state: WaiverState) -> None:
    assert "(Ac\\x1b[1mme is not acme" in waivers_text([_result("a", state, 1, "Ac\x1b[1mme")])
    assert "“Ac\\x1b[1mme”" in "".join(cleared_text([Cleared("a", "maker", "Ac\x1b[1mme", "acme")]))


def test_a_cell_in_several_roles_is_told_once_for_each_waiver() -> None:
    cleared = [
        Cleared("a", "maker", "Acme", "acme"),
        Cleared("b", "maker", "Acme", "bolt"),
        Cleared("a", "part", "Acme", "acme"),
    ]
    assert list(cleared_text(cleared)) == [
        "Cleared by waiver a: maker, part “Acme” is not acme.",
        "Cleared by waiver b: maker “Acme” is not bolt.",
    ]


def _of_findings(scope: WaiverScope, state: WaiverState, **changes: Any) -> WaiverResult:
    recorded = Recorded("0" * 12, "unknown", "high")
    waiver = Waiver("w", "no-acme", scope, "legal_exception", "Why.", "A", "B", DAY, date(2027, 4, 30), None, recorded)
    return WaiverResult(waiver, state, 0)._replace(**changes)


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        (WaiverScope(vendor="Harbor", part="A-1"), "no-acme: vendor Harbor, part A-1"),
        (WaiverScope(fingerprint="f00df00df00d"), "no-acme: finding f00df00df00d"),
        (WaiverScope(everything=True), "no-acme: every finding"),
        (WaiverScope(vendor="Ha\x1b[1mrbor"), "no-acme: vendor Ha\\x1b[1mrbor"),
    ],
)
def test_what_covers_findings_is_told_with_their_number(scope: WaiverScope, said: str) -> None:
    used = _of_findings(scope, "used", lines=2, findings=3)
    assert waivers_text([used]) == f"waived: w ({said}; legal exception), 3 findings on 2 lines"
    assert waivers_text([_of_findings(scope, "unused")]) == f"waivers not used: w ({said})"
    assert waivers_text([_of_findings(scope, "lapsed")]) == f"waivers that have lapsed: w ({said}; through 2027-04-30)"


def test_names_findings_and_remarks_are_told_apart() -> None:
    covers = _of_findings(WaiverScope(everything=True), "used", lines=1, findings=1, remarks=("one", "tw\x1bo"))
    lapsed = _of_findings(WaiverScope(part="A"), "lapsed", remarks=("three",))
    assert waivers_text([covers, _result("a", "used", 1), lapsed]) == (
        "cleared by waivers: a (Acme Bakery is not acme), 1 line; "
        "waived: w (no-acme: every finding; legal exception), 1 finding on 1 line; "
        "waivers that have lapsed: w (no-acme: part A; through 2027-04-30); "
        "waivers to look at: w (one; tw\\x1bo), w (three)"
    )


def test_the_report_says_it_in_one_paragraph_and_under_the_line(report: Report) -> None:
    assert "waivers not used" not in plain(text_rows(report))
    used = report._replace(coverage=report.coverage._replace(waivers=(_result("a", "used", 1),)))
    assert plain(closing(used, 100)).startswith("cleared by waivers: a (Acme Bakery is not acme), 1 line\n")
    first, clear = report.lines
    line = clear._replace(cleared=(Cleared("a", "maker", "ACME BAKERY", "acme"),))
    text = plain(text_rows(used._replace(lines=(first, line))))
    assert "            Cleared by waiver a: maker “ACME BAKERY” is not acme.\n" in text


def test_json_has_the_file_its_waivers_and_what_they_clear(report: Report) -> None:
    first, clear = report.lines
    given = report._replace(
        lines=(first, clear._replace(cleared=(Cleared("a", "maker", "ACME BAKERY", "acme"),))),
        coverage=report.coverage._replace(waivers=(_result("a", "used", 1),)),
        provenance=report.provenance._replace(waivers=FileRecord("w.yaml", "ab" * 32)),
    )
    data = report_data(given)
    assert data["provenance"]["waivers"] == {"file": "w.yaml", "sha256": "ab" * 32}
    assert [line["cleared"] for line in data["lines"]] == [
        [],
        [{"waiver": "a", "role": "maker", "found": "ACME BAKERY", "party": "acme"}],
    ]
    (told,) = data["coverage"]["waivers"]
    assert (told["id"], told["state"], told["lines"], told["findings"], told["remarks"]) == ("a", "used", 1, 0, [])
    assert told["scope"]["name_pair"] == {"name": "Acme Bakery", "party": "acme"}
    assert COVERAGE.read(data["coverage"]).waivers == given.coverage.waivers
    bare = report_data(report)
    assert (bare["provenance"]["waivers"], bare["coverage"]["waivers"]) == (None, [])
