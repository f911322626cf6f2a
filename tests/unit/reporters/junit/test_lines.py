"""A line of a bill as a test."""

import pytest

from vendorcheck.model.finding import Excerpt, Finding, LineResult
from vendorcheck.model.waiver import WaivedBy
from vendorcheck.reporters.junit.lines import judged, line_test

WAIVED = WaivedBy("W-1", "mitigated")


def test_a_finding_that_fails_the_gate_is_a_failure(line: LineResult, finding: Finding) -> None:
    test = line_test(judged(line, [finding]))
    assert (test.name, test.classname) == ("line 2: ACME INC · A-1", "bom.csv")
    assert (test.state, test.type, test.message) == ("failure", "PROHIBITED", "Nothing of Acme (no-acme): Acme")


def test_all_stands_in_the_text(line: LineResult, finding: Finding) -> None:
    assert line_test(judged(line, [finding])).text == (
        "bom.csv:2:8",
        "PROHIBITED: barred by no-acme",
        "vendor “Harbor” · maker “ACME INC” · part “A-1”",
        "critical: Nothing of Acme (no-acme): Acme",
        "  who: maker “ACME INC” (listed name, confirmed; self)",
        "  means: Councils may not buy it.",
        "  binds: town councils",
        "  bars: buy, use",
        "  law: in force since 2020 (Act 1)",
        "  said: 2021, A group, allegation by rights groups: Acme did it. [Paper, line 3]",
        "  said: A court, court: Acme was sued. [Paper, line 5]",
        "  answer: Acme, denial, 2021-05: It denies it.",
        "  open: purpose: What is it for?",
        "  do: Do not award it.",
        "  do: Ask for another.",
    )


@pytest.mark.parametrize(
    ("changes", "state"),
    [({}, "passed"), ({"waived": WAIVED}, "skipped"), ({"waived": WAIVED, "severity": "low"}, "skipped")],
)
def test_what_fails_no_gate_is_told_and_fails_nothing(
    line: LineResult, finding: Finding, changes: dict[str, object], state: str
) -> None:
    test = line_test(judged(line, [finding._replace(fails_gate=False, **changes)]))  # type: ignore[arg-type]
    assert test.state == state
    assert "  answer: Acme, denial, 2021-05: It denies it." in test.text


def test_what_fails_the_gate_is_said_first(line: LineResult, finding: Finding) -> None:
    failing = finding._replace(id="other", rule="own-rule", severity="medium")
    test = line_test(judged(line, [finding._replace(fails_gate=False), failing]))
    assert (test.state, test.message) == ("failure", "Nothing of Acme (own-rule): Acme (and 1 more)")


def test_a_waived_finding_beside_others_is_why_the_line_is_skipped(line: LineResult, finding: Finding) -> None:
    other = finding._replace(id="other", severity="medium", fails_gate=False)
    test = line_test(judged(line, [other, finding._replace(waived=WAIVED, fails_gate=False)]))
    assert (test.state, test.message) == ("skipped", "Waived by W-1 (mitigated)")
    beside = line_test(judged(line, [other._replace(waived=WAIVED), finding]))
    assert beside.state == "failure"


def test_a_line_that_was_not_screened_is_an_error(line: LineResult) -> None:
    skipped = line._replace(determination="NOT_SCREENED", reason="no maker named", findings=())
    test = line_test(judged(skipped, []))
    assert (test.state, test.type, test.message) == ("error", "NOT_SCREENED", "not screened: no maker named")


def test_a_name_leads_to_the_line_whatever_stands_in_it(line: LineResult) -> None:
    bare = line._replace(line=None, excerpt=(), findings=())
    assert line_test(judged(bare, [])).name == "line -"
    pointed = line._replace(
        place=line.place._replace(pointer="/2/maker"), excerpt=(Excerpt(1, "vendor", "", "Harbor"),)
    )
    assert line_test(judged(pointed, [])).name == "line 2 /2/maker: Harbor"


def test_many_findings_are_told_in_full_as_far_as_there_is_room(line: LineResult, finding: Finding) -> None:
    findings = [finding._replace(id=str(at), rule=f"rule-{at}") for at in range(9)]
    text = line_test(judged(line, findings)).text
    assert sum(each.startswith("  means: ") for each in text) == 5
    assert [each for each in text if "(rule-" in each][-1] == "critical: Nothing of Acme (rule-8): Acme"
    assert sum("(rule-" in each for each in text) == 9
