"""A finding in rows, in full and again."""

from typing import Any

import pytest

from vendorcheck.model.finding import Answer, Finding, Need, Outcome
from vendorcheck.model.rule import SEVERITIES, Severity
from vendorcheck.model.waiver import WaivedBy
from vendorcheck.reporters.text.findings import (
    SEVERITY_STYLE,
    Steps,
    again_rows,
    finding_rows,
    heading,
)
from vendorcheck.reporters.text.rows import plain


def test_a_finding_in_full(finding: Finding) -> None:
    assert plain(finding_rows(finding, 100, Steps())) == (
        "  critical  no-acme  Nothing of Acme\n"
        "            means   Councils may not buy it.\n"
        "            law     in force since 2020 (Act 1) · bars buy, use\n"
        "            said    2 claims, 1 line of evidence, told under Evidence below: allegation by rights\n"
        "                    groups, court\n"
        "            answer  2021-05, Acme, denial: It denies it. [Paper, line 9]\n"
        "            open    purpose: What is it for?\n"
        "            do      Do not award it.\n"
        "            do      Ask for another.\n"
    )


def test_a_finding_again_says_only_what_is_open(finding: Finding) -> None:
    assert plain(again_rows(finding, 100, "proof as at line 2")) == (
        "  critical  no-acme  Nothing of Acme (proof as at line 2)\n"
        "            means   Here it is settled.\n"
        "            open    purpose: What is it for?\n"
    )


def test_a_finding_that_bars_nobody_here_says_whom_it_binds_and_the_first_step(finding: Finding) -> None:
    text = _text(finding, barred=(), binds_buyer=False, needs=(Need("purpose", "Why?"), Need("category", "What?")))
    assert "means   Councils may not buy it. Binds town councils.\n" in text
    assert "open    purpose, category\n" in text
    assert "do      Do not award it.\n" in text
    assert "Ask for another." not in text


def test_a_finding_that_binds_nobody_does_not_say_so(finding: Finding) -> None:
    assert "Binds" not in _text(finding, barred=(), binds=(), binds_buyer=False)


def test_a_rule_that_binds_the_buyer_and_bars_nothing_does_not_say_whom_it_binds(finding: Finding) -> None:
    assert "Binds" not in _text(finding, barred=())


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("yes", "means   Councils may"),
        ("unknown", "means   Not settled. Councils may"),
        ("possible", "means   Who made it is only possible. Councils may"),
    ],
)
def test_how_far_it_is_settled_comes_first(finding: Finding, outcome: Outcome, said: str) -> None:
    assert said in _text(finding, outcome=outcome)


def test_a_provisional_finding_is_marked_and_cautions(finding: Finding) -> None:
    text = _text(finding, provisional="Only reports of it were seen.")
    assert text.startswith("  critical  no-acme  Nothing of Acme (provisional)\n")
    assert "caution Only reports of it were seen.\n" in text


def test_without_evidence_and_answers_nothing_is_claimed(finding: Finding) -> None:
    text = _text(finding, evidence=(), answers=(), needs=())
    assert not any(label in text for label in ("law ", "said ", "answer ", "open ", "claims"))


def test_a_law_that_bars_nothing(finding: Finding) -> None:
    assert "law     in force since 2020 (Act 1)\n" in _text(finding, bars=())


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer("Acme", "none recorded in the sources"), "Acme: none recorded in the sources"),
        (
            Answer("Acme", "So it said.", "A spokesman", "company_statement", None, "Paper"),
            "A spokesman, statement: So it said. [Paper]",
        ),
        (
            Answer("Acme", "It did not know.", "A law firm", "retained_counsel_statement", "2021", "Paper"),
            "2021, A law firm, retained counsel's statement: It did not know. [Paper]",
        ),
    ],
)
def test_the_answer_of_the_company(finding: Finding, answer: Answer, said: str) -> None:
    assert f"answer  {said}\n" in _text(finding, answers=(answer,))


def test_a_long_title_is_cut_to_the_width(finding: Finding) -> None:
    first = plain(heading(finding._replace(title="word " * 30), 60))
    assert first == "  critical  no-acme  word word word word word word word wor…\n"


def test_a_title_without_room_is_left_out(finding: Finding) -> None:
    first = plain(heading(finding._replace(rule="a-rule-with-a-long-name"), 60, "proof as at line 2"))
    assert first == "  critical  a-rule-with-a-long-name (proof as at line 2)\n"


def test_a_note_without_room_stands_below(finding: Finding) -> None:
    long = finding._replace(rule="a-rule-with-a-rather-long-name", provisional="Only reports of it were seen.")
    assert plain(heading(long, 60, "proof as at line 2")) == (
        "  critical  a-rule-with-a-rather-long-name (provisional)\n"
        "                    proof as at line 2\n"
    )  # fmt: skip


def test_a_note_stands_beside_the_title_where_there_is_room_for_both(finding: Finding) -> None:
    provisional = finding._replace(provisional="Only reports of it were seen.")
    assert plain(heading(provisional, 100, "as at line 2")) == (
        "  critical  no-acme  Nothing of Acme (provisional) (as at line 2)\n"
    )


@pytest.mark.parametrize("severity", SEVERITIES)
def test_every_severity_has_a_style_and_keeps_the_column(finding: Finding, severity: Severity) -> None:
    (first,) = heading(finding._replace(severity=severity), 100)
    assert first[1] == (f"{severity:<8}", SEVERITY_STYLE[severity])


def _text(finding: Finding, **changes: Any) -> str:
    """The finding in full with some changes."""
    return plain(finding_rows(finding._replace(**changes), 100, Steps()))


def test_what_to_do_is_told_once_on_a_line_and_once_for_a_rule() -> None:
    steps = Steps()
    steps.begin("as at line 2")
    assert steps.new("no-acme", ("Stop.", "Ask.", "Ask.")) == ["Stop.", "Ask."]
    assert steps.new("more", ("Ask.", "Look.")) == ["Look."]
    assert steps.new("most", ()) == []
    steps.begin("as at line 9")
    assert steps.new("no-acme", ("Stop.", "Ask.", "Ask.")) == ["as at line 2"]
    assert steps.new("other", ("Stop.",)) == ["Stop."]


def test_a_waived_and_a_new_finding_say_so_in_their_head(finding: Finding) -> None:
    marked = finding._replace(waived=WaivedBy("W-1", "mitigated"), baseline="new")
    (first,) = heading(marked, 100)
    assert plain([first]) == "  critical  no-acme  Nothing of Acme (new) (waived by W-1: mitigated)\n"
    assert "(" not in plain(heading(finding._replace(baseline="known"), 100))
