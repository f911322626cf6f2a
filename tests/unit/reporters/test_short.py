"""A finding in a few sentences."""

from vendorcheck.model.finding import Finding
from vendorcheck.model.waiver import WaivedBy
from vendorcheck.reporters.short import headline, short_text


def test_a_claim_never_stands_without_the_answer(finding: Finding) -> None:
    assert short_text(finding) == (
        "Nothing of Acme (no-acme): Acme. Shown by maker “ACME INC” (listed name, confirmed; self). "
        "Councils may not buy it. Answer of Acme, denial, 2021-05: It denies it. Open: purpose. "
        "To do: Do not award it."
    )


def test_a_law_alone_asks_for_no_answer(finding: Finding) -> None:
    assert "Answer" not in short_text(finding._replace(evidence=finding.evidence[:1]))


def test_what_is_open_provisional_or_waived_is_said(finding: Finding) -> None:
    assert headline(finding._replace(outcome="unknown")).startswith("Not settled: ")
    assert headline(finding._replace(outcome="possible")).startswith("Only possible: ")
    assert "Provisional, fails no gate by itself: Not seen." in short_text(finding._replace(provisional="Not seen."))
    waived = finding._replace(waived=WaivedBy("W-1", "false_positive"))
    assert short_text(waived).startswith("Waived by W-1 (false positive). ")


def test_a_rule_that_binds_others_says_whom(finding: Finding) -> None:
    assert "Binds town councils." in short_text(finding._replace(binds_buyer=False))
    assert "Binds" not in short_text(finding)


def test_a_long_cell_is_cut_and_stays_on_one_line(finding: Finding) -> None:
    match = finding.match._replace(found="A\n" * 200)
    text = short_text(finding._replace(matches=(match,) * 9))
    assert "\n" not in text
    assert len(text) < 500
