"""The evidence below the lines: once for each party and rule, with the lines it is about."""

from vendorcheck.model.finding import Answer, Finding
from vendorcheck.reporters.text.evidence import HEADING, MAX_LINES, Evidence, summary_texts
from vendorcheck.reporters.text.rows import plain


def test_without_claims_there_is_no_such_part(finding: Finding) -> None:
    evidence = Evidence()
    evidence.add(finding._replace(evidence=finding.evidence[:1]), "line 2")
    assert plain(evidence.rows(100)) == ""


def test_claims_and_answer_are_told_once_with_every_line(finding: Finding) -> None:
    evidence = Evidence()
    for line in (2, 4, 4):
        evidence.add(finding, f"line {line}")
    text = plain(evidence.rows(100))
    assert text.startswith(f"{HEADING}\n  Acme · no-acme  (line 2, 4)\n    said    ")
    assert text.count("Acme did it.") == text.count("It denies it.") == 1


def test_another_answer_is_told_as_well(finding: Finding) -> None:
    evidence = Evidence()
    evidence.add(finding, "line 2")
    evidence.add(finding._replace(answers=(Answer("Acme", "It admits it.", "Acme", "company_admission"),)), "line 4")
    text = plain(evidence.rows(100))
    assert "It denies it." in text
    assert "It admits it." in text


def test_parties_are_told_apart(finding: Finding) -> None:
    evidence = Evidence()
    evidence.add(finding, "line 2")
    evidence.add(finding._replace(party="zeta", party_name="Ze\x1bta"), "line 2")
    text = plain(evidence.rows(100))
    assert "\n  Acme · no-acme  (line 2)\n" in text
    assert "\n  Ze\\x1bta · no-acme  (line 2)\n" in text
    assert text.count("Acme did it.") == 2


def test_of_many_lines_the_first_are_named(finding: Finding) -> None:
    evidence = Evidence()
    for line in range(MAX_LINES + 3):
        evidence.add(finding, f"line {line}")
    assert ", 11 and 3 more)\n" in plain(evidence.rows(100))
    assert "(line 0, 1, 2 and 12 more)\n" in plain(evidence.rows(60))


def test_a_line_says_how_much_is_said_with_what_standing_and_that_none_answered(finding: Finding) -> None:
    silent = finding._replace(answers=(Answer("Acme", "none recorded in the sources"),))
    assert dict(summary_texts(silent)) == {
        "said": "2 claims, 1 line of evidence, told under Evidence below: allegation by rights groups, court",
        "answer": "Acme: none recorded in the sources",
    }


def test_a_line_counts_further_answers(finding: Finding) -> None:
    more = finding._replace(answers=(*finding.answers, Answer("Acme", "It admits it.", "Acme", "company_admission")))
    assert dict(summary_texts(more))["more"] == "1 more answer"
