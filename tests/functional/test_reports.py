"""Reports of the command: both formats say the same, in every mode, and the JSON one fits its schema."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Fitting = Callable[[str, str], Any]

#: The options for a US federal buyer.
FEDERAL = ("-p", "us-federal")
#: What the lines of the mixed bill come to for that buyer.
FEDERAL_LINES = {2: "PROHIBITED", 3: "UNDETERMINED", 4: "REVIEW", 5: "CLEAR", 6: "NOT_SCREENED"}

MODES = {
    "no profile": (),
    "one profile": FEDERAL,
    "every profile": ("-p", "us-federal", "-p", "us-market", "-p", "uk-central-government"),
    "all lines": (*FEDERAL, "--all-lines"),
    "summary only": (*FEDERAL, "--summary-only"),
    "summary of all lines": (*FEDERAL, "--summary-only", "--all-lines"),
    "a list": (*FEDERAL, "--list", "debarred.csv", "--all-lines"),
    "an earlier day": (*FEDERAL, "--as-of", "2021-06-01"),
}

_TITLE = re.compile(r"^bom\.csv:(\d+)(?::\d+)?   ([A-Z]+(?: [A-Z]+)?)", re.MULTILINE)
#: A finding by itself, several that were told above, or the rules of other buyers; then what is told of it.
_NAMED = re.compile(
    r"^  (?:critical|high|medium|low|info|others) +"
    r"(\S.*(?:\n {12}(?!(?:means|law|said|answer|more|caution|open|do|waive)\s)\S.*)*)",
    re.MULTILINE,
)
_RULE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
_COUNT = re.compile(r"(\d+) (prohibited|undetermined|review|clear|NOT SCREENED)")


@pytest.fixture
def scan(run: Run, mixed: str, tmp_path: Path, fitting: Fitting) -> Callable[..., tuple[str, Any]]:
    """Scans the mixed bill, and gives the text and the data of its reports."""
    (tmp_path / "debarred.csv").write_text("name,since\nAxis Communications,2024-05-01\n", encoding="utf-8")

    def scan(*options: str) -> tuple[str, Any]:
        done = run("scan", mixed, *options, "-o", "text", "-o", "json=report.json")
        assert done.stderr == ""
        return done.stdout, fitting("report", (tmp_path / "report.json").read_text(encoding="utf-8"))

    return scan


@pytest.mark.parametrize("options", MODES.values(), ids=MODES)
def test_text_and_json_say_the_same(scan: Callable[..., tuple[str, Any]], options: tuple[str, ...]) -> None:
    text, data = scan(*options)
    assert _titles(text) == [(line["line"], line["determination"]) for line in data["lines"]]
    assert [_rules(block) for block in _blocks(text)] == [
        {finding["rule"] for finding in data["findings"] if finding["line"] == line["line"]} for line in data["lines"]
    ]
    counts = {name.upper().replace(" ", "_"): int(count) for count, name in _COUNT.findall(_counts(text))}
    assert counts == data["summary"]["by_determination"]
    assert f"gate: failed (exit {data['gate']['exit_code']})\n" in text
    assert "; ".join(data["gate"]["reasons"]) in " ".join(text.split())


def test_every_determination_is_reached(scan: Callable[..., tuple[str, Any]]) -> None:
    _, data = scan(*FEDERAL, "--all-lines")
    assert {line["line"]: line["determination"] for line in data["lines"]} == FEDERAL_LINES
    assert set(data["summary"]["by_determination"].values()) == {1}


def test_clear_lines_are_listed_only_on_request(scan: Callable[..., tuple[str, Any]]) -> None:
    text, data = scan(*FEDERAL)
    assert [line["line"] for line in data["lines"]] == [2, 3, 4, 6]
    assert "bom.csv:5" not in text
    assert data["summary"]["by_determination"]["CLEAR"] == 1


def test_a_summary_leaves_out_lines_and_findings_and_keeps_the_counts(scan: Callable[..., tuple[str, Any]]) -> None:
    text, summary = scan(*FEDERAL, "--summary-only")
    _, whole = scan(*FEDERAL)
    assert (summary["lines"], summary["findings"]) == ([], [])
    assert whole["findings"]
    asked = {"name": "summary-only", "values": [], "origin": "command line"}
    assert summary["provenance"]["options"] == [*whole["provenance"]["options"], asked]
    summary["provenance"]["options"].remove(asked)
    for part in ("summary", "gate", "suppliers", "coverage", "provenance"):
        assert summary[part] == whole[part]
    assert "lines and findings are left out (--summary-only)\n" in text


def test_counts_of_the_summary_are_those_of_the_findings(scan: Callable[..., tuple[str, Any]]) -> None:
    _, data = scan(*FEDERAL)
    findings, summary = data["findings"], data["summary"]
    assert summary["findings"] == len(findings) == sum(summary["by_severity"].values())
    assert summary["by_rule"] == {
        rule: sum(finding["rule"] == rule for finding in findings) for rule in summary["by_rule"]
    }
    assert summary["provisional"] == sum(finding["provisional"] is not None for finding in findings) > 0
    assert [finding for line in data["lines"] for finding in line["findings"]] == [each["id"] for each in findings]


def test_findings_have_ids_of_their_own(scan: Callable[..., tuple[str, Any]]) -> None:
    _, data = scan(*FEDERAL)
    ids = [finding["id"] for finding in data["findings"]]
    assert len(set(ids)) == len(ids)


def test_no_profile_is_said(scan: Callable[..., tuple[str, Any]]) -> None:
    text, data = scan()
    assert "for no profile (findings say whom they would bind) · as of 2026-11-21" in text
    assert data["profiles"] == []
    assert {line["determination"] for line in data["lines"]} == {"REVIEW", "NOT_SCREENED"}


def test_an_earlier_day_is_headed_as_history(scan: Callable[..., tuple[str, Any]]) -> None:
    text, data = scan("--as-of", "2018-01-01")
    assert text.splitlines()[1] == "HISTORICAL SCREENING, NOT A CLEARANCE: today is 2026-11-21"
    assert (data["historical"], data["as_of"], data["today"]) == (True, "2018-01-01", "2026-11-21")
    assert "us-889-a" not in data["summary"]["by_rule"]


def test_today_is_no_history(scan: Callable[..., tuple[str, Any]]) -> None:
    text, data = scan("--as-of", "2026-11-21")
    assert "HISTORICAL" not in text
    assert data["historical"] is False


def test_a_later_day_is_headed_as_one_to_come(scan: Callable[..., tuple[str, Any]]) -> None:
    text, data = scan("--as-of", "2027-01-01")
    assert text.splitlines()[1] == "AS OF A DAY TO COME: today is 2026-11-21"
    assert data["historical"] is False


def test_reference_purpose_and_author_are_repeated(scan: Callable[..., tuple[str, Any]]) -> None:
    text, data = scan(
        "--reference", "Tender 2026/17", "--prepared-by", "A. Clerk", "--purpose", "critical-infrastructure"
    )
    assert text.splitlines()[1:4] == [
        "purpose: critical-infrastructure",
        "reference: Tender 2026/17",
        "prepared by: A. Clerk",
    ]
    assert (data["provenance"]["reference"], data["provenance"]["prepared_by"]) == ("Tender 2026/17", "A. Clerk")
    assert data["purpose"] == "critical-infrastructure"


def test_a_purpose_of_the_bill_settles_the_lines_that_name_none(scan: Callable[..., tuple[str, Any]]) -> None:
    _, data = scan(*FEDERAL, "--purpose", "government-facility")
    assert {line["line"]: line["determination"] for line in data["lines"]}[3] == "PROHIBITED"


def test_an_own_list_is_screened_and_named_with_its_digest(scan: Callable[..., tuple[str, Any]]) -> None:
    text, data = scan("--list", "debarred.csv")
    found = [finding for finding in data["findings"] if finding["rule"] == "list-entry"]
    assert [(finding["line"], finding["party_name"]) for finding in found] == [(5, "Axis Communications")]
    assert found[0]["grounds"][0]["kind"] == "list"
    assert [(each["name"], each["entries"]) for each in data["provenance"]["lists"]] == [("debarred", 1)]
    assert "The name is that of an entry of the list debarred" in text


def test_a_mapping_gives_a_heading_its_role(run: Run, tmp_path: Path, fitting: Fitting) -> None:
    (tmp_path / "bom.csv").write_text("Who,What\nHikvision,DS-2CD2143G2-I\n", encoding="utf-8")
    data = fitting("report", run("scan", "bom.csv", "--map", "maker=Who", "--map", "part = What", "-o", "json").stdout)
    assert [column["role"] for column in data["coverage"]["bills"][0]["tables"][0]["layout"]["columns"]] == [
        "maker",
        "part",
    ]
    assert data["lines"][0]["parties"][0] == "hikvision"


def test_own_rules_stand_on_top_of_the_shipped_ones_or_alone(run: Run, tmp_path: Path, mixed: str) -> None:
    (tmp_path / "own.yaml").write_text(
        "id: own-cameras\ntitle: A camera\nstatus: stable\nseverity: medium\nsubjects: [product]\nbars: []\nbinds: []\n"
        "when: {category: [video-surveillance]}\nmessage: It is a camera.\nnext_steps: [Ask why.]\n",
        encoding="utf-8",
    )
    both = run("scan", mixed, "-r", "own.yaml")
    assert {"own-cameras", "us-889-a"} <= _rules(both.stdout)
    assert "own.yaml unversioned" in " ".join(both.stdout.split())
    alone = run("scan", mixed, "-r", "own.yaml", "--no-shipped-rules")
    assert _rules(alone.stdout) == {"own-cameras"}
    assert _titles(alone.stdout) == [(2, "REVIEW"), (3, "REVIEW"), (5, "REVIEW"), (6, "NOT_SCREENED")]


def test_several_bills_are_told_apart(run: Run, tmp_path: Path, mixed: str, fitting: Fitting) -> None:
    (tmp_path / "more.csv").write_text("Brand\nHikvision\n", encoding="utf-8")
    done = run("scan", mixed, "more.csv", "-o", "text", "-o", "json=report.json")
    data = fitting("report", (tmp_path / "report.json").read_text(encoding="utf-8"))
    assert {line["bill"] for line in data["lines"]} == {"bom.csv", "more.csv"}
    assert [bill["bill"] for bill in data["provenance"]["bills"]] == ["bom.csv", "more.csv"]
    assert "\nmore.csv:2:1   REVIEW" in done.stdout
    assert "the rest as at bom.csv:2)\n" in done.stdout


def test_a_text_report_in_a_file_is_the_one_on_standard_output(run: Run, tmp_path: Path, mixed: str) -> None:
    run("scan", mixed, "-o", "text=report.txt")
    assert (tmp_path / "report.txt").read_bytes().decode() == run("scan", mixed).stdout


def _blocks(text: str) -> list[str]:
    """What stands under each line's title."""
    return [block for block in text.partition("\nEvidence: ")[0].split("\n\n") if _TITLE.match(block)]


def _rules(block: str) -> set[str]:
    """The rules that a line's block names."""
    return {rule for named in _NAMED.findall(block) for rule in _named(named)}


def _named(text: str) -> list[str]:
    """The rule before a title, or all that are listed; what stands in brackets is a note."""
    if re.match(r"\S+  ", text):
        return [text.split(maxsplit=1)[0]]
    listed = re.sub(r"\([^)]*\)", "", " ".join(text.split()))
    listed = listed.removeprefix("Rules that bind other buyers: ").replace("provisional: ", "").replace(";", ",")
    return [name.strip() for name in listed.split(",") if _RULE.fullmatch(name.strip())]


def _titles(text: str) -> list[tuple[int, str]]:
    """Each line's number and determination."""
    return [(int(line), name.replace(" ", "_")) for line, name in _TITLE.findall(text)]


def _counts(text: str) -> str:
    """The rows of counts, which stand before the gate."""
    return "".join(text.partition("\ngate: ")[0].splitlines()[-2:])
