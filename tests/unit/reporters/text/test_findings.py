"""A finding in rows, in full and again."""

from typing import Any

import pytest

from vendorcheck.model.contradiction import Contradiction
from vendorcheck.model.correspondence import Message, OpenPoint, Thread
from vendorcheck.model.finding import Answer, Finding, Need, Outcome, Proof
from vendorcheck.model.period import Period
from vendorcheck.model.rule import SEVERITIES, Severity
from vendorcheck.reporters.text.findings import (
    SEVERITY_STYLE,
    Told,
    again_rows,
    finding_rows,
    heading,
    other_buyer_rows,
)
from vendorcheck.reporters.text.rows import plain


def test_a_finding_in_full(finding: Finding) -> None:
    assert plain(finding_rows(finding, 100, Told())) == (
        "  critical  no-acme  Nothing of Acme\n"
        "            means   Councils may not buy it.\n"
        "            law     in force since 2020 (Act 1) · bars buy, use\n"
        "            said    2021, A group, allegation by rights groups: Acme did it. [Paper, line 3]\n"
        "            said    A court, court: Acme was sued. [Paper, line 5]\n"
        "                    2 claims, 1 line of evidence\n"
        "            answer  2021-05, Acme, denial: It denies it. [Paper, line 9]\n"
        "            open    purpose: What is it for?\n"
        "            do      Do not award it.\n"
        "            do      Ask for another.\n"
    )


LETTERS = Thread(
    "letters",
    "Questions of a town",
    ("acme",),
    (
        Message(Period.parse("2023-07-16"), "a town", "Acme", "question", "Where are they?", "its site"),
        Message(Period.parse("2023-08"), "Acme", "a town", "answer", "It cannot tell.", "Paper"),
    ),
    (OpenPoint("where they are", Period.parse("2023-08"), note="asked twice"),),
)


def test_letters_stand_with_their_dates_below_the_answer_and_what_is_unanswered_is_said(finding: Finding) -> None:
    text = _text(finding, threads=(LETTERS,))
    assert text[text.index("            answer") : text.index("            do")] == (
        "            answer  2021-05, Acme, denial: It denies it. [Paper, line 9]\n"
        "            letters Questions of a town\n"
        "                    2023-07-16, a town to Acme, question: Where are they? [its site]\n"
        "                    2023-08, Acme to a town, answer: It cannot tell. [Paper]\n"
        "            open    unanswered since 2023-08: where they are (asked twice)\n"
        "            open    purpose: What is it for?\n"
    )


def test_of_what_a_speaker_said_what_is_new_is_told_and_the_rest_is_counted(finding: Finding) -> None:
    told = Told()
    _, first, second = finding.evidence
    told.begin("bom.csv:2", "no-acme")
    list(finding_rows(finding._replace(evidence=(first, second)), 100, told))
    told.begin("bom.csv:2", "more-of-acme")
    more = first._replace(id="said-3", statement="Acme did it twice.")
    text = plain(finding_rows(finding._replace(evidence=(first, more, second)), 100, told))
    assert (
        "            said    2021, A group, allegation by rights groups:\n"
        "                    - Acme did it twice. [Paper, line 3]\n"
        "                    - 1 more as under no-acme\n"
        "            said    A court, court: as under no-acme\n"
    ) in text


DISPUTE = Contradiction(
    "dispute",
    "Where are they?",
    ("acme",),
    Period.parse("2023-08"),
    "unresolved",
    "One says here.",
    "Both are shown.",
    ("said-1", "said-2"),
    ("no-acme",),
)


def test_where_sources_differ_both_sides_stand_with_how_they_are_read(finding: Finding) -> None:
    text = _text(finding, contradictions=(DISPUTE,))
    assert (
        "            differ  Where are they? (unresolved) One says here. Both are shown. [said-1, said-2]\n"
        "            open    purpose: What is it for?\n"
    ) in text


def test_where_sources_differ_is_told_once(finding: Finding) -> None:
    told = Told()
    told.begin("bom.csv:2", "no-acme")
    list(finding_rows(finding._replace(contradictions=(DISPUTE,)), 100, told))
    told.begin("bom.csv:2", "more-of-acme")
    text = plain(finding_rows(finding._replace(contradictions=(DISPUTE,)), 100, told))
    assert "differ  Where are they? (unresolved): as under no-acme\n" in text


def test_that_no_answer_is_recorded_is_said_of_claims_and_not_of_laws(finding: Finding) -> None:
    none = (Answer("Acme", "none recorded in the sources"),)
    laws = tuple(proof for proof in finding.evidence if proof.line_of_evidence is None)
    assert "answer  Acme: none recorded" in _text(finding, answers=none)
    assert "answer" not in _text(finding, answers=none, evidence=laws)


def test_what_one_speaker_said_on_one_day_stands_together(finding: Finding) -> None:
    law, first, _ = finding.evidence
    again = first._replace(id="said-3", statement="Acme did it twice.", citation="Paper, line 4")
    assert (
        "            said    2021, A group, allegation by rights groups:\n"
        "                    - Acme did it. [Paper, line 3]\n"
        "                    - Acme did it twice. [Paper, line 4]\n"
    ) in _text(finding, evidence=(law, first, again))


def test_what_was_told_under_another_finding_is_told_once(finding: Finding) -> None:
    told = Told()
    law, first, second = finding.evidence
    more = first._replace(id="said-3", statement="Acme did it twice.")
    told.begin("bom.csv:2", "no-acme")
    list(finding_rows(finding._replace(evidence=(law, first, more, second), threads=(LETTERS,)), 100, told))
    told.begin("bom.csv:2", "more-of-acme")
    text = plain(finding_rows(finding._replace(evidence=(law, more, first), threads=(LETTERS,)), 100, told))
    assert "said    2021, A group, allegation by rights groups: as under no-acme\n" in text
    assert "2 claims, 1 line of evidence\n" in text
    assert "answer  2021-05, Acme, denial: as under no-acme\n" in text
    assert "letters Questions of a town, a town: as under no-acme\n" in text
    told.begin("bom.csv:7", "more-of-acme")
    text = plain(finding_rows(finding, 100, told))
    assert "said    2021, A group, allegation by rights groups: as under no-acme, bom.csv:2\n" in text
    assert "said    A court, court: as under no-acme, bom.csv:2\n" in text


def test_a_rule_that_binds_others_is_told_with_whom_it_binds_and_its_law(finding: Finding) -> None:
    others = finding._replace(barred=(), outcome="unknown")
    assert plain(other_buyer_rows(others, 100, Told())) == (
        "  critical  no-acme  Nothing of Acme\n"
        "            binds   town councils: in force since 2020 (Act 1) · bars buy, use\n"
        "                    Not settled.\n"
        "            open    purpose\n"
    )
    settled = others._replace(outcome="yes", needs=())
    assert plain(other_buyer_rows(settled, 100, Told())).endswith("bars buy, use\n")


def test_a_finding_again_says_only_what_is_open_and_to_do(finding: Finding) -> None:
    assert plain(again_rows(finding, 100, "proof as at line 2")) == (
        "  critical  no-acme  Nothing of Acme (proof as at line 2)\n"
        "            means   Here it is settled.\n"
        "            open    purpose: What is it for?\n"
        "            do      Do not award it.\n"
        "            do      Ask for another.\n"
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


def test_claims_from_two_places_are_two_lines_of_evidence(finding: Finding) -> None:
    claims = [proof for proof in finding.evidence if proof.line_of_evidence]
    other = claims[1]._replace(line_of_evidence="another")
    assert "2 claims, 2 lines of evidence\n" in _text(finding, evidence=(claims[0], other))


def test_one_claim_is_not_counted(finding: Finding) -> None:
    assert "evidence" not in _text(finding, evidence=finding.evidence[:2])


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


def test_a_standing_without_a_word_of_its_own_is_said_as_it_is(finding: Finding) -> None:
    proof = Proof("x", "international_body", None, "Paper", "It happened.", "A body", "paper")
    assert "A body, international body: It happened." in _text(finding, evidence=(proof,))


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
    return plain(finding_rows(finding._replace(**changes), 100, Told()))


def test_a_rule_without_a_law_says_whom_it_binds_alone(finding: Finding) -> None:
    others = finding._replace(barred=(), bars=(), evidence=())
    assert f"binds   {'; '.join(finding.binds)}\n" in plain(other_buyer_rows(others, 100, Told()))
