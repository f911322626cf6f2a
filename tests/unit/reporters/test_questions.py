"""The questions as letters: to each supplier, to the makers, to the buyer, and what regulators asked in vain."""

from datetime import date
from io import BytesIO

import pytest

from vendorcheck.model.finding import Excerpt, Finding, Need
from vendorcheck.model.period import Period
from vendorcheck.model.report import Report
from vendorcheck.model.rule import Question
from vendorcheck.model.waiver import WaivedBy
from vendorcheck.reporters.questions import MAX_LINES, MAX_PARTS, question_texts, write

NAMED = (Excerpt(1, "vendor", "Supplier", "Harbor"), Excerpt(2, "part", "Model", "A-1"))


def test_each_who_is_asked_has_a_part(varied: Report) -> None:
    assert _text(varied) == (
        "# Questions to settle\n\n"
        "On `bom.csv` · for `council` · as of 2026-11-21\n\n"
        "A question accuses nobody. It is asked because a rule turns on the answer, and the bill does not give it.\n\n"
        "## To `Harbor`\n\n"
        "1. Do you use it?\n"
        "   - Asked of every supplier: rules that bind this buyer turn on it, whatever the lines name\n"
        "2. Who made it?\n"
        "   - About `Acme`\n"
        "   - On line 2 (`A-1` by `ACME INC`); line 4 (`A-1` by `ACME INC`)\n"
        "   - Why: Nothing of Acme (`no-acme`)\n\n"
        "## To the maker: `Acme`\n\n"
        "1. Where are they used?\n"
        "   - About `Acme`\n"
        "   - On line 2 (`A-1` by `ACME INC`); line 4 (`A-1` by `ACME INC`)\n"
        "   - Why: `risk`\n\n"
        "## Ask yourself\n\n"
        "1. What is it for?\n"
        "   - About `Acme`\n"
        "   - On line 4 (`A-1` by `ACME INC`)\n"
        "   - Why: Nothing of Acme (`no-acme`), `risk`\n\n"
        "## Questions of regulators and reporters, open as of 2026-11-21\n\n"
        "- `Acme`: Where they are. Asked by a town (Questions of a town); open since 2023-07-16\n\n"
        "Questions of 2 rules that bind other buyers are not asked here; each is asked with its profile.\n"
    )


def test_nothing_to_ask_is_said(report: Report) -> None:
    quiet = report._replace(findings=(), lines=(), suppliers=())
    assert _text(quiet).endswith("There is nothing to ask: no question of a rule and no missing fact came up.\n")


def test_lines_without_a_supplier_are_asked_about_by_themselves(report: Report, finding: Finding) -> None:
    nameless = finding._replace(excerpt=NAMED[1:])
    text = _text(report._replace(findings=(nameless,)))
    assert "## No supplier named\n\n1. Who made it?\n   - About `Acme`\n   - On line 2 (`A-1`)\n" in text


def test_a_missing_fact_that_a_supplier_knows_is_asked_of_it(report: Report, finding: Finding) -> None:
    possible = finding._replace(outcome="possible", needs=(Need("identity", "Who made this? Ask for it."),))
    text = _text(report._replace(findings=(possible,)))
    assert "2. Who made this model? Please give the maker's declaration, the FCC ID and a MAC address.\n" in text
    assert "Ask for it." not in text


def test_a_settled_finding_asks_for_no_fact(report: Report) -> None:
    assert "Ask yourself" not in _text(report)


def test_a_waived_finding_asks_nothing(report: Report, finding: Finding) -> None:
    waived = finding._replace(waived=WaivedBy("W-1", "mitigated"))
    assert "Who made it?" not in _text(report._replace(findings=(waived,)))


def test_a_supplier_written_otherwise_is_the_same(report: Report, finding: Finding) -> None:
    spaced = finding._replace(excerpt=(Excerpt(1, "vendor", "Supplier", " HARBOR "), NAMED[1]))
    text = _text(report._replace(findings=(spaced,)))
    assert text.count("## To ") == 1


@pytest.mark.parametrize(("until", "is_open"), [("2026-11-21", False), ("2026-11-22", True)])
def test_what_was_answered_by_the_day_is_no_open_question(
    varied: Report,
    until: str,
    is_open: bool,  # noqa: FBT001 (the expected)
) -> None:
    (point,) = varied.findings[1].threads[0].open
    answered = point._replace(until=Period.parse(until))
    threads = (varied.findings[1].threads[0]._replace(open=(answered,)),)
    findings = tuple(each._replace(threads=threads if each.threads else ()) for each in varied.findings)
    assert ("Where they are." in _text(varied._replace(findings=findings))) is is_open


def test_of_many_lines_and_suppliers_the_first_are_named_and_the_rest_is_counted(
    report: Report, finding: Finding
) -> None:
    lines = tuple(report.lines[0]._replace(line=at, findings=(f"f{at}",)) for at in range(MAX_LINES + 3))
    findings = tuple(finding._replace(id=f"f{at}", line=at) for at in range(MAX_LINES + 3))
    assert "; and 3 lines more\n" in _text(report._replace(lines=lines, findings=findings))
    suppliers = tuple(
        report.suppliers[0]._replace(name=f"S{at}", questions=(Question("q", "supplier", "Do you?"),))
        for at in range(MAX_PARTS + 2)
    )
    text = _text(report._replace(lines=(), findings=(), suppliers=suppliers))
    assert text.count("## To ") == MAX_PARTS
    assert "**2 more suppliers left out here; the report as JSON has all.**" in text


def test_another_day_is_the_day_of_the_questions(varied: Report) -> None:
    changed = varied._replace(settings=varied.settings._replace(as_of=date(2024, 1, 1)))
    assert "open as of 2024-01-01" in _text(changed)


def test_what_is_written_is_utf_8(varied: Report) -> None:
    file = BytesIO()
    write(varied, file)
    assert file.getvalue().decode("utf-8") == _text(varied)


def _text(report: Report) -> str:
    return "".join(question_texts(report))


def test_of_a_line_that_is_only_possibly_a_party_s_that_is_said(report: Report, finding: Finding) -> None:
    text = _text(report._replace(findings=(finding._replace(confidence="possible"),)))
    assert "   - About `Acme`\n   - On line 2 (`A-1` by `ACME INC`, only possible)\n" in text


def test_of_many_rules_the_first_are_the_reason_and_the_rest_is_counted(report: Report, finding: Finding) -> None:
    many = tuple(finding._replace(id=f"f{at}", rule=f"rule-{at}") for at in range(5))
    line = report.lines[0]._replace(findings=tuple(each.id for each in many))
    text = _text(report._replace(lines=(line,), findings=many))
    assert "   - Why: `rule-0`, `rule-1`, `rule-2` and 2 more\n" in text
