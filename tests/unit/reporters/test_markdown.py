"""The report as Markdown: the verdict and the worst first, never too long, and no cell acts in it."""

import json
import re
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from vendorcheck.model.finding import Excerpt, Finding
from vendorcheck.model.report import Report
from vendorcheck.reporters.markdown import LIMIT, markdown_text, write
from vendorcheck.reporters.markdown.safe import code, in_html, prose
from vendorcheck.reporters.questions import question_texts

#: Texts that would do something in a summary, a comment or a page.
HOSTILE = [
    "[x](https://evil.test)",
    "![x](https://evil.test/p.png)",
    "<img src=x onerror=alert(1)>",
    "</details><script>alert(1)</script>",
    "a | b \\| c ||",
    "``` `` ` \\` `",
    "# heading",
    "---",
    "- item",
    "1. item",
    "> quote",
    "@maintainer please close #1",
    "GH-12 and owner/repo#7",
    "https://evil.test www.evil.test a@evil.test",
    "&lt;b&gt; &#64;you",
    "one\n\n# two\r\n| three |",
    "[ref]: https://evil.test",
    "$`x`$ $$y$$",
    ":smile: **bold** _em_ ~~gone~~",
    "\\",
    "\x1b[31m\u202eevil",
    "",
    " ",
]


def test_the_verdict_and_the_counts_come_first(varied: Report) -> None:
    text = markdown_text(varied)
    assert text.startswith("# Vendor screening: failed (exit 1)\n\nFor `council` · as of 2026-11-21\n\n| Lines | ")
    assert "| 5 | 2 | 1 | 0 | 1 | 1 | 8 | 1 | 1 |\n" in text
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert headings == [
        "Gate, which fails on high",
        "First",
        "Lines, the worst first",
        "Findings, the worst first",
        "Not screened",
        "Suppliers",
        "Provenance",
        "Limits",
    ]


def test_the_worst_lines_come_first(varied: Report) -> None:
    rows = re.findall(r"^\| `bom\.csv:(\d).*?\| (\*\*\w+\*\*|[A-Z ]+) \|", markdown_text(varied), re.MULTILINE)
    assert rows == [
        ("2", "**PROHIBITED**"),
        ("5", "**PROHIBITED**"),
        ("4", "**UNDETERMINED**"),
        ("6", "NOT SCREENED"),
        ("3", "CLEAR"),
    ]


def test_a_finding_stands_once_with_its_lines_and_what_differs_there(varied: Report) -> None:
    text = markdown_text(varied)
    assert text.count("<details><summary>critical · <code>no-acme</code> · <code>Acme</code> · 3 lines</summary>") == 1
    assert "- On: `bom.csv:2`, `bom.csv:4` (not settled; new), `bom.csv:5` (waived by W-1: legal\\_exception)\n" in text
    assert "- Said: 2 claims, 1 line of evidence" in text
    assert "- Answer: 2021-05, Acme, denial: It denies it. \\[Paper, line 9\\]\n" in text


def test_rules_of_other_buyers_are_named(varied: Report) -> None:
    text = markdown_text(varied)
    assert (
        "(3 findings; in full with their profile, or in the report as JSON): `others`; provisional: `not-seen`." in text
    )


def test_a_summary_says_what_it_leaves_out(report: Report) -> None:
    short = report._replace(lines=(), findings=(), settings=report.settings._replace(summary_only=True))
    text = markdown_text(short)
    assert "Lines and findings are left out (`--summary-only`)." in text
    assert "## Lines" not in text


def _many(report: Report, finding: Finding, count: int) -> Report:
    """So many lines, each with a finding of its own."""
    lines, findings = [], []
    for number in range(count):
        party = f"{'海康' * 20} {number}"
        findings.append(finding._replace(id=f"f{number}", line=number, party=party, party_name=party))
        lines.append(report.lines[0]._replace(line=number, findings=(f"f{number}",)))
    return report._replace(lines=tuple(lines), findings=tuple(findings))


@pytest.mark.parametrize("limit", [12_000, 40_000, LIMIT])
def test_it_never_exceeds_its_limit_and_counts_what_is_missing(report: Report, finding: Finding, limit: int) -> None:
    count = limit // 60
    text = markdown_text(_many(report, finding, count), limit)
    assert len(text.encode()) <= limit
    lines, findings = text.count("\n| `bom.csv:"), text.count("<details>")
    assert lines
    assert findings
    assert f"\n**{count - lines:,} lines more left out here for size; " in text
    assert f"\n**{count - findings:,} findings more left out here for size; " in text
    assert text.endswith("- It is screening, and no approval.\n\n")


def test_what_fits_is_whole(varied: Report) -> None:
    assert "left out here" not in markdown_text(varied)


def test_what_is_written_is_utf_8(report: Report) -> None:
    file = BytesIO()
    write(report, file)
    assert file.getvalue().decode("utf-8") == markdown_text(report)


def _questions(report: Report) -> str:
    return "".join(question_texts(report))


FORMS: list[Callable[[Report], str]] = [markdown_text, _questions]


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("form", FORMS)
def test_no_cell_acts(varied: Report, form: Callable[[Report], str], hostile: str) -> None:
    assert _shape(form(_filled(varied, hostile))) == _shape(form(_filled(varied, "Harmless")))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.sampled_from("`|\\<>[]()!#*_~&@:/.-+=$1a \n{}'\"") | st.characters(), max_size=30))
def test_no_text_acts(varied: Report, hostile: str) -> None:
    for form in FORMS:
        assert _shape(form(_filled(varied, hostile))) == _shape(form(_filled(varied, "Harmless")))


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()])
def test_a_text_reads_as_it_stands(text: str) -> None:
    """What a reader sees is what stood there, but for white space."""
    shown = "".join(text.replace("\x1b", "\\x1b").replace("\u202e", "\\u202e").split())
    assert _seen(f"- {prose(text)}\n") == shown
    assert _seen(f"- {code(text)}\n") == shown
    assert _seen(f"| a |\n| --- |\n| {code(text)} |\n", skip=1) == shown


@pytest.mark.parametrize(
    "word", ["@you", "#1", "x@y.test", "https://y.test", "www.y.test", "GH-1", "o/r#1", "deadbeef", ":tada:", "$x$"]
)
def test_words_that_readers_make_links_of_are_code(word: str) -> None:
    assert prose(f"Ask {word}, then go.") == f"Ask `{word}`, then go."


@pytest.mark.parametrize("text", ["a * b", "x < y & z", "[1]", "1. one", "- one", "+ one", "2022-12, so", "-- so"])
def test_ordinary_text_stays_text(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(prose(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert _seen(prose(text)) == "".join(text.split())


def test_inside_an_element_nothing_is_an_element() -> None:
    assert in_html("</summary><b>&\x1b") == "<code>&lt;/summary&gt;&lt;b&gt;&amp;\\x1b</code>"


def _filled(report: Report, text: str) -> Report:
    """The report with a text wherever a bill, a list or somebody's own rules may put one."""
    cells = tuple(Excerpt(number, role, text, text) for number, role in enumerate(("vendor", "maker", "part"), start=1))
    findings = tuple(
        each._replace(
            title=text, message=text, party_name=f"x{text}", excerpt=cells, next_steps=(f"Do {text}",), bill=f"b{text}"
        )
        for each in report.findings
    )
    lines = tuple(each._replace(excerpt=cells, behind=(f"x{text}",), bill=f"b{text}") for each in report.lines)
    suppliers = (report.suppliers[0]._replace(name=f"x{text}"),)
    limits, verdict = (f"x {text}",), report.verdict._replace(reasons=(f"x {text}",))
    settings_ = report.settings._replace(reference=f"x {text}", prepared_by=text)
    return report._replace(
        findings=findings, lines=lines, suppliers=suppliers, limits=limits, verdict=verdict, settings=settings_
    )


def _shape(text: str) -> str:
    """What a strict reader makes of a text: its blocks, and all that is no plain text or code in them."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    return json.dumps([_kind(token) for token in tokens])


def _kind(token: Token) -> object:
    if token.type == "html_block":
        return re.sub(r"<code>[^<>]*</code>", "<code>", token.content)
    if token.children is None:
        return token.type
    inner = [child.type for child in token.children if child.type not in ("text", "code_inline", "text_special")]
    assert not {"image", "link_open", "html_inline", "s_open"} & set(inner)
    return [token.type, inner]


def _seen(text: str, skip: int = 0) -> str:
    """The letters of a text as a reader sees them, white space left out."""
    tokens = MarkdownIt("commonmark").enable(["table"]).parse(text)
    inlines = [token for token in tokens if token.type == "inline"][skip:]
    return "".join("".join(child.content for child in token.children or ()) for token in inlines).replace(" ", "")


def test_the_sign_that_ends_a_part_of_a_sentence_is_no_code() -> None:
    text = prose("waived by waive-f00df00df00d-20261121: mitigated")
    assert text == "waived by `waive-f00df00df00d-20261121`: mitigated"
