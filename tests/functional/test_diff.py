"""`diff`: two reports laid side by side, with what a difference is due to."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

BEFORE = """\
Supplier,Manufacturer,Part Number,Quantity
Harbor,Hikvision,DS-2CD2143G2-I,4
Harbor,Axis Communications AB,P3265-LVE,2
"""
AFTER = """\
Quantity,Part Number,Manufacturer,Supplier
2,P3265-LVE,Axis Communications AB,Harbor
9,DS-2CD2143G2-I,Hikvision,Harbor
"""
ADDED = AFTER + "1,MF283V,ZTE,Harbor\n"


@pytest.fixture
def scanned(run: Run, tmp_path: Path) -> Callable[..., Path]:
    """Scans a text as the bill and keeps the report under a name."""

    def scanned(name: str, text: str, *options: str) -> Path:
        (tmp_path / "bom.csv").write_text(text, encoding="utf-8")
        assert run("scan", "bom.csv", "--all-lines", *options, "-o", f"json={name}").stderr == ""
        return tmp_path / name

    return scanned


def test_moved_rows_other_quantities_and_columns_are_no_difference(run: Run, scanned: Callable[..., Path]) -> None:
    scanned("old.json", BEFORE)
    scanned("new.json", AFTER)
    done = run("diff", "old.json", "new.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Inputs that differ\n  bill      bom.csv: " in done.stdout
    assert "0 new · 0 gone · 0 changed · " in done.stdout


def test_a_part_that_was_added_is_new_and_due_to_the_bill(run: Run, scanned: Callable[..., Path]) -> None:
    scanned("old.json", BEFORE)
    scanned("new.json", ADDED)
    data = json.loads(run("diff", "old.json", "new.json", "-o", "json").stdout)
    assert data["schema"] == "vendorcheck.diff/v1"
    assert data["new_findings"]
    assert {finding["party"] for finding in data["new_findings"]} == {"zte"}
    assert all(finding["causes"] == ["bill"] for finding in data["new_findings"])
    assert (data["gone_findings"], data["changed_findings"]) == ([], [])
    assert run("diff", "old.json", "new.json").returncode == 1


def test_the_other_way_round_it_is_gone(run: Run, scanned: Callable[..., Path]) -> None:
    scanned("old.json", BEFORE)
    scanned("new.json", ADDED)
    there = json.loads(run("diff", "old.json", "new.json", "-o", "json").stdout)
    back = json.loads(run("diff", "new.json", "old.json", "-o", "json").stdout)
    assert back["gone_findings"] == there["new_findings"]


@pytest.mark.parametrize(
    ("options", "cause"),
    [
        (("--as-of", "2018-01-01"), "date"),
        (("-p", "us-federal"), "options"),
        (("--list", "debarred.csv"), "list"),
        (("-r", "own"), "rulebook"),
    ],
)
def test_each_cause_is_told_from_the_others(
    run: Run, scanned: Callable[..., Path], tmp_path: Path, options: tuple[str, ...], cause: str
) -> None:
    (tmp_path / "debarred.csv").write_text("name\nAxis Communications\n", encoding="utf-8")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "rule.yaml").write_text(
        (Path(__file__).parents[2] / "rules" / "us" / "bis" / "entity-list.yaml")
        .read_text(encoding="utf-8")
        .replace("id: us-entity-list", "id: own-entity-list"),
        encoding="utf-8",
    )
    scanned("old.json", BEFORE)
    scanned("new.json", BEFORE, *options)
    data = json.loads(run("diff", "old.json", "new.json", "-o", "json").stdout)
    assert {change["cause"] for change in data["inputs"]} == {cause}
    differing = [*data["new_findings"], *data["gone_findings"], *data["changed_findings"]]
    assert differing
    assert all(finding["causes"] == [cause] for finding in differing)


def test_lines_that_were_not_screened_are_said(run: Run, scanned: Callable[..., Path]) -> None:
    scanned("old.json", BEFORE)
    scanned("new.json", BEFORE + "Mouser Electronics,,SPARES-LOT,1\n")
    done = run("diff", "old.json", "new.json")
    assert done.returncode == 1
    said = " ".join(done.stdout.split())
    assert "caution: the new report has 1 line not screened: whether anything in them is new is not known" in said


def test_all_formats_in_one_run(run: Run, scanned: Callable[..., Path], tmp_path: Path) -> None:
    scanned("old.json", BEFORE)
    scanned("new.json", ADDED)
    done = run("diff", "old.json", "new.json", "-o", "text", "-o", "markdown=diff.md", "-o", "json=diff.json")
    summary = json.loads((tmp_path / "diff.json").read_text(encoding="utf-8"))["summary"]
    counts = f"{summary['new']} new · 0 gone · 0 changed · {summary['unchanged']} unchanged"
    assert done.stdout.startswith(counts + "\n")
    assert (tmp_path / "diff.md").read_text(encoding="utf-8").startswith(f"# vendorcheck diff: {counts}\n")


def test_one_changed_part_is_a_short_answer_and_other_buyers_are_a_count(
    run: Run, scanned: Callable[..., Path]
) -> None:
    scanned("old.json", BEFORE, "-p", "us-federal")
    scanned("new.json", ADDED, "-p", "us-federal")
    text = run("diff", "old.json", "new.json").stdout
    data = json.loads(run("diff", "old.json", "new.json", "-o", "json").stdout)
    listed = set(re.findall(r"[a-z0-9-]+", text))
    folded = [finding["rule"] for finding in data["new_findings"] if finding["rule"] not in listed]
    assert {"us-tx-prohibited-technologies"} <= set(folded)
    assert "us-889-a" in listed
    assert f"and {len(folded)} of rules that bind other buyers: `-o json` has all" in " ".join(text.split())
    assert text.count("due to") == 1
    assert all(len(line) <= 100 for line in text.splitlines())


def test_hostile_cells_stay_text(run: Run, scanned: Callable[..., Path]) -> None:
    scanned("old.json", BEFORE)
    scanned("new.json", BEFORE + 'Harbor,"Hikvision","|<b>[x](http://a.test)\x1b[31m`",1\n')
    text = run("diff", "old.json", "new.json").stdout
    assert "\x1b" not in text
    assert "\\x1b[31m" in text
    markdown = run("diff", "old.json", "new.json", "-o", "markdown").stdout
    assert "\\|\\<b\\>\\[x\\](http:/\\/a.test)\\\\x1b\\[31m\\`" in markdown


def test_what_cannot_be_compared_is_an_error(run: Run, scanned: Callable[..., Path], tmp_path: Path) -> None:
    scanned("old.json", BEFORE)
    scanned("short.json", BEFORE, "--summary-only")
    done = run("diff", "old.json", "short.json", "-o", "json")
    assert done.returncode == 2
    assert "--summary-only" in done.stderr
    assert json.loads(done.stdout)["schema"] == "vendorcheck.error/v0"
    assert run("diff", "old.json", "nowhere.json").returncode == 2
    (tmp_path / "text.json").write_text("so", encoding="utf-8")
    assert run("diff", "text.json", "old.json").returncode == 2
    assert run("diff", "old.json", "old.json", "-o", "html").returncode == 2
