"""Waivers in words: what they clear of a line, and what each came to."""

from datetime import date

import pytest

from vendorcheck.model.report import FileRecord, Report
from vendorcheck.model.waiver import WAIVER_STATES, Cleared, NamePair, Waiver, WaiverResult, WaiverScope, WaiverState
from vendorcheck.reporters.report_json import report_data
from vendorcheck.reporters.text import render_text
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


def test_the_report_says_it_in_one_paragraph_and_under_the_line(report: Report) -> None:
    assert "waiver" not in render_text(report)
    used = report._replace(coverage=report.coverage._replace(waivers=(_result("a", "used", 1),)))
    assert plain(closing(used, 100)).startswith("cleared by waivers: a (Acme Bakery is not acme), 1 line\n")
    first, clear = report.lines
    line = clear._replace(cleared=(Cleared("a", "maker", "ACME BAKERY", "acme"),))
    text = render_text(used._replace(lines=(first, line)))
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
    assert data["coverage"]["waivers"] == [
        {
            "id": "a",
            "state": "used",
            "lines": 1,
            "reason": "false_positive",
            "name_pair": {"name": "Acme Bakery", "party": "acme"},
            "statement": "A bakery.",
            "owner": "A",
            "approved_by": "B",
            "created": "2026-11-02",
            "expires": "2027-04-30",
        }
    ]
    bare = report_data(report)
    assert (bare["provenance"]["waivers"], bare["coverage"]["waivers"]) == (None, [])
