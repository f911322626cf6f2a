"""The lines of a text report: their titles, and findings that are explained once."""

import re

import pytest

from vendorcheck.model.finding import DETERMINATIONS, Determination, Finding, FlaggedPart, LineResult, Need, Place
from vendorcheck.model.report import Report
from vendorcheck.model.rule import Profile
from vendorcheck.model.waiver import WaivedBy
from vendorcheck.reporters.text.evidence import Evidence
from vendorcheck.reporters.text.grouped import OTHER_BUYERS
from vendorcheck.reporters.text.lines import DETERMINATION_STYLE, MAX_PARTS, line_blocks, place_text
from vendorcheck.reporters.text.order import MAX_FINDINGS
from vendorcheck.reporters.text.rows import Row, plain

#: The rows of the stanza that waives a finding.
WAIVE = re.compile(r" {12}waive   | {2}- id: | {4,6}(?:# (?:reason|Acme)|[a-z_]+:)")


@pytest.mark.parametrize(
    ("bill", "number", "place", "shown", "short"),
    [
        ("bom.csv", 7, Place(None, 3, 2), "bom.csv:7:3", "bom.csv:7"),
        ("bom.csv", 7, Place(None, None, None), "bom.csv:7", "bom.csv:7"),
        ("bom.csv", None, Place(None, None, None), "bom.csv", "bom.csv"),
        ("book.xlsx", 7, Place("Sheet 1", "C", 3), "book.xlsx:Sheet 1!C7", "book.xlsx:Sheet 1!7"),
        ("bom.json", 9, Place(None, None, 3, "/2/maker"), "bom.json:9 /2/maker", "bom.json:9"),
        ("bom.json", 9, Place("/items", None, 3, "/items/2/maker"), "bom.json:9 /items/2/maker", "bom.json:9"),
        ("b\x1b[1m.csv", 7, Place(None, 3, 2), "b\\x1b[1m.csv:7:3", "b\\x1b[1m.csv:7"),
    ],
)
def test_place_text(  # noqa: PLR0917 (a place has parts)
    line: LineResult, bill: str, number: int | None, place: Place, shown: str, short: str
) -> None:
    there = line._replace(bill=bill, line=number, place=place)
    assert place_text(there) == shown
    assert place_text(there, whole=False) == short


def test_each_line_has_its_title_its_source_and_what_it_came_to(report: Report) -> None:
    blocks = plain(line_blocks(report, 100, Evidence())).split("\n\n")
    assert len(blocks) == 3
    assert blocks[0].splitlines()[:5] == [
        "bom.csv:2:8   PROHIBITED for council                                                      Acme · A-1",
        "    2 | Harbor | ACME INC | … | A-1",
        "                 ^^^^^^^^",
        "    who     Acme (product, self) · confirmed · maker “ACME INC” ↔ Acme, Inc.",
        "  critical  no-acme  Nothing of Acme",
    ]
    assert blocks[1].splitlines() == [
        "bom.csv:3:1   CLEAR                                                                              A-1",
        "    3 | Harbor | ACME INC | … | A-1",
        "            No rule at medium or above reached it (as of 2026-11-21, rulebook vendorcheck 0.1).",
    ]
    assert blocks[2] == ""


def test_a_line_that_was_not_screened_says_why(report: Report) -> None:
    line = report.lines[1]._replace(determination="NOT_SCREENED", reason="no maker named")
    text = _text(report, [line], [])
    assert "bom.csv:3:1   NOT SCREENED  " in text
    assert "            Not screened: no maker named.\n" in text


@pytest.mark.parametrize("determination", DETERMINATIONS)
def test_the_buyer_is_named_only_where_the_line_is_barred(report: Report, determination: Determination) -> None:
    line = report.lines[0]._replace(determination=determination)
    barred = determination in ("PROHIBITED", "UNDETERMINED")
    assert (" for council" in _title(report, line)) is barred
    assert DETERMINATION_STYLE[determination]


def test_a_title_names_the_parties_behind_the_line_and_what_it_is_of(report: Report) -> None:
    assert _title(report, report.lines[0]._replace(behind=("Acme", "Zeta"))).endswith("   Acme, Zeta · A-1")


def test_a_title_shows_a_hostile_part_harmless(report: Report) -> None:
    line = report.lines[0]
    part = line.excerpt[2]._replace(text="A\x1b[1m")
    assert _title(report, line._replace(excerpt=(part,))).endswith("   Acme · A\\x1b[1m")


def test_a_title_without_a_part_and_a_party_ends_with_the_determination(report: Report) -> None:
    assert _title(report, report.lines[1]._replace(excerpt=())) == "bom.csv:3:1   CLEAR"


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_a_title_fits_and_ends_at_the_edge(report: Report, width: int) -> None:
    line = report.lines[0]._replace(behind=("A name that is rather long " * 8,))
    title = _title(report, line, width=width)
    assert len(title) == width
    assert title.endswith("…")


def test_a_finding_that_says_something_else_of_the_line_is_told_in_full(report: Report, finding: Finding) -> None:
    second = finding._replace(line=3, message="The cells name Acme and Bolt.")
    told = _again(report, [finding, second])
    assert told[0] == "  critical  no-acme  Nothing of Acme"
    assert any("The cells name Acme and Bolt." in row for row in told)


def test_a_finding_that_was_explained_is_only_named_again(report: Report, finding: Finding) -> None:
    second = finding._replace(line=3)
    assert _again(report, [finding, second]) == ["  critical  no-acme  Nothing of Acme (as at line 2)"]


def test_a_finding_that_came_out_differently_says_what_differs(report: Report, finding: Finding) -> None:
    second = finding._replace(line=3, outcome="possible", needs=())
    assert _again(report, [finding, second]) == [
        "  critical  no-acme  Nothing of Acme (law and what to do as at line 2)",
        "            means   Who made it is only possible.",
    ]


def test_a_finding_on_another_party_is_explained(report: Report, finding: Finding) -> None:
    second = finding._replace(line=3, party="zeta", party_name="Zeta")
    assert "            law     in force since 2020 (Act 1) · bars buy, use" in _again(report, [finding, second])


def test_the_place_of_an_explanation_in_another_bill_is_named(report: Report, finding: Finding) -> None:
    line, other = report.lines[0], report.lines[0]._replace(bill="more.csv", line=9)
    text = _text(report, [line, other], [finding, finding._replace(bill="more.csv", line=9)])
    assert "  critical  no-acme  Nothing of Acme (as at bom.csv:2)\n" in text


def test_findings_stand_under_their_line_alone(report: Report, finding: Finding) -> None:
    lines = [report.lines[0], report.lines[0]._replace(line=4, place=Place(None, 8, 2))]
    text = _text(report, lines, [finding._replace(line=4)])
    assert "no-acme" not in text.partition("bom.csv:4:8")[0]


def _rows(report: Report, lines: list[LineResult], findings: list[Finding], width: int = 100) -> list[Row]:
    """The rows of these lines, each with those of the findings that are on it."""
    told = tuple(finding._replace(id=f"{finding.id}-{at}") for at, finding in enumerate(findings))
    on = {
        (line.bill, line.line): tuple(each.id for each in told if (each.bill, each.line) == (line.bill, line.line))
        for line in lines
    }
    listed = tuple(line._replace(findings=on[line.bill, line.line]) for line in lines)
    return list(line_blocks(report._replace(lines=listed, findings=told), width, Evidence()))


def _text(report: Report, lines: list[LineResult], findings: list[Finding]) -> str:
    return plain(_rows(report, lines, findings))


def _title(report: Report, line: LineResult, width: int = 100) -> str:
    return plain(_rows(report, [line], [], width)[:1]).removesuffix("\n")


def _again(report: Report, findings: list[Finding]) -> list[str]:
    """The rows of the second finding, on line 3, below those that say who it is."""
    second = report.lines[0]._replace(line=3)
    rows = _text(report, [report.lines[0], second], findings).partition("bom.csv:3:8")[2].splitlines()
    start = next(at for at, text in enumerate(rows) if text.startswith("  critical"))
    return [text for text in rows[start:-1] if not WAIVE.match(text)]


def test_several_buyers_are_all_named(report: Report) -> None:
    profiles = (*report.settings.profiles, Profile("school", "School", (), ()))
    changed = report._replace(settings=report.settings._replace(profiles=profiles))
    assert "PROHIBITED for council, school  " in _title(changed, report.lines[0])


def test_rules_that_bind_other_buyers_stand_by_name_at_the_end_of_the_line(report: Report, finding: Finding) -> None:
    others = _of_others(finding)
    text = _text(report, [report.lines[0]], [finding, others, others._replace(rule="more", provisional="Not seen.")])
    assert " ".join(text.partition("  others  ")[2].split()) == (
        "Rules that bind other buyers: others; provisional: more (2; in full with their profile, or as JSON)"
    )
    nobody = report._replace(settings=report.settings._replace(profiles=()))
    assert OTHER_BUYERS not in _text(nobody, [report.lines[0]], [finding, others])


def test_the_same_rules_of_others_are_counted_and_others_named_again(report: Report, finding: Finding) -> None:
    others = _of_others(finding)
    lines = [report.lines[0], *(report.lines[0]._replace(line=line) for line in (7, 9))]
    more = others._replace(rule="more", line=9, waived=WaivedBy("W-1", "mitigated"))
    text = _text(report, lines, [others, others._replace(line=7), others._replace(line=9), more])
    assert "  others    Rules that bind other buyers: the same 1 as at line 2\n" in text
    assert "bind other buyers: others, more (waived by W-1: mitigated) (2; " in text


def _of_others(finding: Finding) -> Finding:
    return finding._replace(rule="others", severity="medium", binds=("a trade",), binds_buyer=False, barred=())


def test_findings_that_bar_nobody_here_are_named_together_once_they_were_told(report: Report, finding: Finding) -> None:
    risk = finding._replace(severity="medium", binds=(), binds_buyer=False, barred=(), bars=(), fails_gate=False)
    here = [risk._replace(rule=rule) for rule in ("named", "told", "told-of")]
    there = [each._replace(line=7) for each in here]
    there[1] = there[1]._replace(outcome="possible", needs=(Need("identity", "Who?"),))
    there[2] = there[2]._replace(baseline="new")
    text = _text(report, [report.lines[0], report.lines[0]._replace(line=7)], [*here, *there])
    assert text.partition("bom.csv:7:8")[2].splitlines()[4:] == [
        "  medium    named, told-of (new) (as at line 2)",
        "  medium    told (who made it is only possible; open: identity; the rest as at line 2)",
        "",
    ]


def test_the_stanza_to_paste_stands_under_what_fails_the_gate(report: Report, finding: Finding) -> None:
    assert "\n  - id: waive-" in _text(report, [report.lines[0]], [finding])
    assert "waive-" not in _text(report, [report.lines[0]], [finding._replace(fails_gate=False)])
    nobody = report._replace(settings=report.settings._replace(profiles=()))
    assert "  - id: waive-" not in _text(nobody, [report.lines[0]], [finding])


def test_where_the_policy_takes_no_waivers_that_stands_in_place_of_the_stanza(report: Report, finding: Finding) -> None:
    strict = report._replace(verdict=report.verdict._replace(policy="harbour", waivers=None))
    text = _text(strict, [report.lines[0]], [finding])
    assert "            waive   not by a waiver: the policy harbour takes none\n" in text
    assert "  - id: waive-" not in text


def test_that_the_policy_takes_no_waivers_is_said_once(report: Report, finding: Finding) -> None:
    strict = report._replace(verdict=report.verdict._replace(policy="harbour", waivers=None))
    text = _text(strict, [report.lines[0]], [finding, finding._replace(rule="another", message="Another.")])
    assert text.count("not by a waiver") == 1
    assert "Another." in text


def test_with_too_many_findings_the_worst_lines_come_first_and_the_rest_is_counted(
    report: Report, finding: Finding
) -> None:
    many = [report.lines[0]._replace(line=line, determination="REVIEW") for line in range(10, 10 + MAX_FINDINGS)]
    findings = [finding._replace(line=line.line, severity="medium") for line in many]
    text = _text(report, [*many, report.lines[0]], [*findings, finding])
    assert text.startswith("The worst lines first, as there are 1001 findings:\n\nbom.csv:2:8   PROHIBITED")
    assert text.endswith("\n… 1 line more with 1 finding: as JSON, CSV or XLSX (-o xlsx=report.xlsx)\n\n")
    fewer = _text(report, [*many[1:], report.lines[0]], [*findings[1:], finding])
    assert fewer.startswith("bom.csv:11:8   REVIEW")


@pytest.mark.parametrize(("parts", "end"), [(1, "line 3 (REVIEW)."), (MAX_PARTS + 2, " and 2 more.")])
def test_of_many_flagged_parts_the_first_are_listed(report: Report, parts: int, end: str) -> None:
    flagged = tuple(FlaggedPart(line, "REVIEW") for line in range(3, 3 + parts))
    lines = (report.lines[0]._replace(parts=flagged), *report.lines[1:])
    text = " ".join(plain(line_blocks(report._replace(lines=lines), 100, Evidence())).split())
    assert f"flagged parts of it: {', '.join(f'line {part.line} (REVIEW)' for part in flagged[:MAX_PARTS])}" in text
    assert text.count(end) == 1
