"""What is said and answered, in rows: every word of it, told once."""

from typing import Any

from vendorcheck.model.contradiction import Contradiction
from vendorcheck.model.correspondence import Message, OpenPoint, Thread
from vendorcheck.model.finding import Answer, Finding, Proof
from vendorcheck.model.period import Period
from vendorcheck.reporters.text.rows import plain
from vendorcheck.reporters.text.said import Told, said_rows


def test_all_that_is_said_stands_with_its_speaker_and_the_answer_beside_it(finding: Finding) -> None:
    assert plain(said_rows(finding, 100, Told())) == (
        "    said    2021, A group, allegation by rights groups: Acme did it. [Paper, line 3]\n"
        "    said    A court, court: Acme was sued. [Paper, line 5]\n"
        "            2 claims, 1 line of evidence\n"
        "    answer  2021-05, Acme, denial: It denies it. [Paper, line 9]\n"
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
    assert text[text.index("    answer") :] == (
        "    answer  2021-05, Acme, denial: It denies it. [Paper, line 9]\n"
        "    letters Questions of a town\n"
        "            2023-07-16, a town to Acme, question: Where are they? [its site]\n"
        "            2023-08, Acme to a town, answer: It cannot tell. [Paper]\n"
        "    open    unanswered since 2023-08: where they are (asked twice)\n"
    )


def test_of_what_a_speaker_said_what_is_new_is_told_and_the_rest_is_counted(finding: Finding) -> None:
    told = Told()
    _, first, second = finding.evidence
    told.begin("no-acme")
    list(said_rows(finding._replace(evidence=(first, second)), 100, told))
    told.begin("more-of-acme")
    more = first._replace(id="said-3", statement="Acme did it twice.")
    text = plain(said_rows(finding._replace(evidence=(first, more, second)), 100, told))
    assert (
        "    said    2021, A group, allegation by rights groups:\n"
        "            - Acme did it twice. [Paper, line 3]\n"
        "            - 1 more as under no-acme\n"
        "    said    A court, court: as under no-acme\n"
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
    assert ("    differ  Where are they? (unresolved) One says here. Both are shown. [said-1, said-2]\n") in text


def test_where_sources_differ_is_told_once(finding: Finding) -> None:
    told = Told()
    told.begin("no-acme")
    list(said_rows(finding._replace(contradictions=(DISPUTE,)), 100, told))
    told.begin("more-of-acme")
    text = plain(said_rows(finding._replace(contradictions=(DISPUTE,)), 100, told))
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
        "    said    2021, A group, allegation by rights groups:\n"
        "            - Acme did it. [Paper, line 3]\n"
        "            - Acme did it twice. [Paper, line 4]\n"
    ) in _text(finding, evidence=(law, first, again))


def test_what_was_told_under_another_finding_is_told_once(finding: Finding) -> None:
    told = Told()
    law, first, second = finding.evidence
    more = first._replace(id="said-3", statement="Acme did it twice.")
    told.begin("no-acme")
    list(said_rows(finding._replace(evidence=(law, first, more, second), threads=(LETTERS,)), 100, told))
    told.begin("more-of-acme")
    text = plain(said_rows(finding._replace(evidence=(law, more, first), threads=(LETTERS,)), 100, told))
    assert "said    2021, A group, allegation by rights groups: as under no-acme\n" in text
    assert "2 claims, 1 line of evidence\n" in text
    assert "answer  2021-05, Acme, denial: as under no-acme\n" in text
    assert "letters Questions of a town, a town: as under no-acme\n" in text
    told.begin("most-of-acme")
    text = plain(said_rows(finding, 100, told))
    assert "said    2021, A group, allegation by rights groups: as under no-acme\n" in text
    assert "said    A court, court: as under no-acme\n" in text


def test_claims_from_two_places_are_two_lines_of_evidence(finding: Finding) -> None:
    claims = [proof for proof in finding.evidence if proof.line_of_evidence]
    other = claims[1]._replace(line_of_evidence="another")
    assert "2 claims, 2 lines of evidence\n" in _text(finding, evidence=(claims[0], other))


def test_one_claim_is_not_counted(finding: Finding) -> None:
    assert "evidence" not in _text(finding, evidence=finding.evidence[:2])


def test_a_standing_without_a_word_of_its_own_is_said_as_it_is(finding: Finding) -> None:
    proof = Proof("x", "international_body", None, "Paper", "It happened.", "A body", "paper")
    assert "A body, international body: It happened." in _text(finding, evidence=(proof,))


def _text(finding: Finding, **changes: Any) -> str:
    """What is said under the finding with some changes."""
    return plain(said_rows(finding._replace(**changes), 100, Told()))
