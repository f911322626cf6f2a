"""A comparison in words: causes, cautions, what is cut, and what a cell may not do."""

import pytest

from vendorcheck.model.comparison import (
    BillCheck,
    Cause,
    Comparison,
    Count,
    Difference,
    FieldChange,
    InputChange,
    Side,
    SupplierChange,
    Verification,
)
from vendorcheck.model.finding import Determination, Finding, Outcome
from vendorcheck.model.report import SupplierResult
from vendorcheck.model.rule import Severity
from vendorcheck.model.waiver import WaivedBy
from vendorcheck.reporters.comparison import comparison_data, comparison_markdown, verification_data
from vendorcheck.reporters.comparison.as_markdown import MAX_LISTED
from vendorcheck.reporters.comparison.grouped import sections
from vendorcheck.reporters.comparison.wording import cause_text
from vendorcheck.reporters.text.diff import comparison_rows, verification_rows
from vendorcheck.reporters.text.rows import plain

SIDE = Side("2026-11-21", "2026-11-21", "1.0", ("bom.csv",), 5, 1, 0, 0, 0, 1, summary_only=False)
COUNTS: dict[Determination, int] = {"PROHIBITED": 1, "UNDETERMINED": 0, "REVIEW": 0, "CLEAR": 2, "NOT_SCREENED": 0}


@pytest.fixture
def comparison(finding: Finding) -> Comparison:
    """One finding of each kind, each due to something else."""
    changed = finding._replace(waived=WaivedBy("w-1", "contractual"), provisional="not seen")
    return Comparison(
        old=SIDE,
        new=SIDE._replace(as_of="2026-12-01", not_screened=2, unreadable=1, bills_not_read=1),
        inputs=(
            InputChange("bill", "bom.csv", "aaa", "bbb"),
            InputChange("list", "debarred", None, "2026 (ccc)"),
            InputChange("list", "former", "2025 (ddd)", None),
        ),
        appeared=(Difference(finding, "PROHIBITED", ("bill",), "no line of the other bill names this"),),
        gone=(Difference(finding, "REVIEW", ("bill", "list")),),
        changed=(Difference(changed, "REVIEW", (), None, (FieldChange("severity", "low", "critical"),)),),
        unchanged=7,
        determinations=(Count("PROHIBITED", 0, 1), Count("NOT_SCREENED", 0, 2), Count("CLEAR", 4, 4)),
        suppliers=(
            SupplierChange("Harbor", SupplierResult("Harbor", 2, {**COUNTS, "CLEAR": 1}, 1, (), ()), _supplier(3)),
            SupplierChange("Delta", None, _supplier(1)),
            SupplierChange("Coast", _supplier(1), None),
        ),
    )


def _supplier(lines: int) -> SupplierResult:
    return SupplierResult("", lines, COUNTS, 1, (), ())


def test_the_whole_text(comparison: Comparison) -> None:
    assert (
        plain(comparison_rows(comparison, 100))
        == """\
1 new · 1 gone · 1 changed · 7 unchanged
lines    1 PROHIBITED (was 0) · 2 NOT SCREENED (was 0) · 4 CLEAR
caution: the new report has 2 lines not screened, 1 line not readable, 1 of its bills not read:
         whether anything in them is new is not known
old      bom.csv · 5 lines · as of 2026-11-21 · vendorcheck 1.0
new      bom.csv · 5 lines · as of 2026-12-01 · vendorcheck 1.0

Inputs that differ
  bill      bom.csv: bbb, was aaa
  list      debarred: 2026 (ccc), not in the old report
  list      former: 2025 (ddd), not in the new report

New findings (1)
  bom.csv:2  Acme · ACME INC · A-1   line PROHIBITED
    due to    the bill: no line of the other bill names this
    critical  no-acme

Findings that are gone (1)
  bom.csv:2  Acme · ACME INC · A-1   line REVIEW
    due to    the bill or a list; the reports cannot tell which
    critical  no-acme

Findings that changed (1)
  bom.csv:2  Acme · ACME INC · A-1   line REVIEW
    due to    not known: no input that the reports record differs
    critical  no-acme (waived by w-1; provisional)
              severity: critical, was low

Suppliers (3)
  Harbor: 3 lines (was 2), 1 finding, 2 CLEAR (was 1)
  Delta: new, 1 line, 1 finding
  Coast: gone
"""
    )


@pytest.mark.parametrize(
    ("causes", "text"),
    [
        ((), "not known: no input that the reports record differs"),
        (("rulebook",), "the rulebook"),
        (
            ("bill", "rulebook", "date"),
            "the bill, the rulebook or the day screened as of; the reports cannot tell which",
        ),
    ],
)
def test_causes_in_words(finding: Finding, causes: tuple[Cause, ...], text: str) -> None:
    assert cause_text(Difference(finding, None, causes)) == text


def test_the_data_says_all_of_it(comparison: Comparison, finding: Finding) -> None:
    data = comparison_data(comparison)
    assert (data["schema"], data["differs"], data["complete"]) == ("vendorcheck.diff/v1", True, False)
    assert data["summary"] == {"new": 1, "gone": 1, "changed": 1, "unchanged": 7}
    assert data["determinations"]["PROHIBITED"] == {"old": 0, "new": 1}
    assert data["new_findings"][0]["fingerprint"] == finding.fingerprint
    assert data["gone_findings"][0]["causes"] == ["bill", "list"]
    assert data["changed_findings"][0]["changes"] == [{"field": "severity", "old": "low", "new": "critical"}]
    assert data["changed_findings"][0]["waived"] == {"id": "w-1", "reason": "contractual"}
    assert (data["suppliers"][1]["old"], data["suppliers"][1]["new"]["lines"]) == (None, 1)


def test_markdown_lists_the_first_and_says_how_many_more(comparison: Comparison) -> None:
    [one] = comparison.appeared
    lines = range(2, MAX_LISTED + 7)
    many = comparison._replace(appeared=tuple(one._replace(finding=one.finding._replace(line=line)) for line in lines))
    text = comparison_markdown(many)
    assert text.count("| critical | no-acme") == MAX_LISTED + 2
    assert "5 more are not listed here; `-o json` has all." in text


def test_findings_of_one_line_and_cause_are_told_together_the_gravest_first(comparison: Comparison) -> None:
    [one] = comparison.appeared
    rules: tuple[tuple[str, Severity, Outcome], ...] = (
        ("a", "low", "yes"),
        ("b", "high", "unknown"),
        ("c", "low", "yes"),
    )
    together = tuple(
        one._replace(finding=one.finding._replace(rule=rule, severity=severity, outcome=outcome))
        for rule, severity, outcome in rules
    )
    [section] = sections(comparison._replace(appeared=together, gone=(), changed=()))
    [group] = section.groups
    assert (section.number, section.folded) == (3, None)
    assert [(row.severity, row.names, row.number) for row in group.rules] == [
        ("high", "b (unknown)", 1),
        ("low", "a, c", 2),
    ]


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ((False, True, True), "and 2 of rules that bind other buyers"),
        ((False, True), "and 1 of a rule that binds other buyers"),
        ((True,), "1 of a rule that binds other buyers"),
    ],
)
def test_findings_for_other_buyers_are_counted_and_only_data_has_them(
    comparison: Comparison, others: tuple[bool, ...], said: str
) -> None:
    [one] = comparison.appeared
    folded = comparison._replace(appeared=tuple(one._replace(binds_others=each) for each in others))
    told = f"{said}: `-o json` has all"
    assert f"New findings ({len(others)})" in plain(comparison_rows(folded, 100))
    assert f"\n  {told}\n" in plain(comparison_rows(folded, 100))
    assert f"\n\n{told}\n\n" in comparison_markdown(folded)
    assert len(comparison_data(folded)["new_findings"]) == len(others)


def test_nothing_of_a_bill_acts_in_markdown_or_a_terminal(comparison: Comparison, finding: Finding) -> None:
    hostile = finding._replace(party_name="<script>|`x`\n# [a](b)\x1b[2J\u202e", bill="@here|*b*")
    comparison = comparison._replace(appeared=(Difference(hostile, None, ("bill",)),), gone=(), changed=())
    markdown, text = comparison_markdown(comparison), plain(comparison_rows(comparison, 100))
    row = next(line for line in markdown.splitlines() if line.startswith("| critical"))
    assert row.replace("\\|", "").count("|") == 7
    assert "\\<script\\>" in row
    assert "\\@here" in row
    for sign in ("\x1b", "\u202e"):
        assert sign not in markdown
        assert sign not in text


def test_a_report_that_holds_says_so_and_no_more() -> None:
    side = Comparison(SIDE, SIDE, (), (), (), (), 1, (), ())
    holding = Verification("a.json", (), (BillCheck("bom.csv", "moved/x.csv", same=True),), (), side)
    assert plain(verification_rows(holding, 100)) == (
        "  bill      bom.csv: the same bytes (read from moved/x.csv)\na.json: it holds to the letter\n"
    )
    assert verification_data(holding)["holds"] is True


def test_a_report_that_does_not_hold_says_what_differs(comparison: Comparison) -> None:
    broken = Verification("a.json", (), (BillCheck("bom.csv", "bom.csv", same=False),), ("lines", "gate"), comparison)
    text = plain(verification_rows(broken, 100))
    assert "bom.csv: THE BILL HAS CHANGED" in text
    assert "these parts of the report are not the same to the letter: lines, gate" in text
    assert text.endswith("a.json: it does not hold to the letter\n")
    data = verification_data(broken)
    assert (data["holds"], data["parts"], data["comparison"]["differs"]) == (False, ["lines", "gate"], True)


def test_an_altered_bundle_never_holds() -> None:
    altered = Verification("a.zip", ("report.json is not what the manifest says",))
    assert not altered.holds
    assert plain(verification_rows(altered, 100)) == (
        "  altered   report.json is not what the manifest says\n"
        "a.zip: it does not hold: the bundle was altered, and nothing was screened again\n"
    )
