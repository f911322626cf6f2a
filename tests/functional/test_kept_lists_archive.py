"""Kept lists in what is kept of a run: verified, bundled, compared, waived, written again; and a damaged store."""

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from kept_lists import CSL, OWN, Run, Screening, filled, scan, scan_own
from list_texts import SDN, csl

__all__ = ["filled", "scan", "scan_own"]

SCAN = ("-p", "us-federal", "--list", "csl", "--list", "own")

#: A week after the day of the other runs.
LATER = {"SOURCE_DATE_EPOCH": "1795819200"}

WAIVERS = """\
waivers:
  - id: corvid
    rule: all
    scope: {name_pair: {name: Corvid Networks, party: "own:3"}}
    reason: false_positive
    statement: A shop of that name in Leeds.
    owner: A. Buyer
    approved_by: C. Officer
    created: 2026-11-02
    expires: 2026-12-30
"""


@pytest.fixture
def kept(scan_own: Screening) -> Screening:
    """A report and a bundle of a run against lists of a store that may be changed."""
    done = scan_own(*SCAN, "-o", "json=kept.json", "-o", "bundle=kept.zip", "-o", "text=kept.txt")
    assert done.stderr == ""
    return scan_own


@pytest.mark.parametrize("report", ["kept.json", "kept.zip"])
def test_a_report_holds_when_younger_lists_were_imported_since(run: Run, kept: Screening, report: str) -> None:
    grown = {"source": SDN, "type": "Entity", "name": "Axis Communications AB"}
    kept.keep("grown.csv", csl(*CSL, grown), "--date", "2026-11-20", "--name", "csl")
    kept.keep("own.csv", OWN, **LATER)
    done = run("verify", report, "bom.csv", **LATER)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(f"{report}: it holds to the letter\n")


def test_a_bundle_holds_without_the_store_and_anywhere(run: Run, kept: Screening, tmp_path: Path) -> None:
    names = zipfile.ZipFile(tmp_path / "kept.zip").namelist()
    [snapshot] = [each.name for each in kept.snapshots("csl")]
    assert f"given/list/1/csl/{snapshot}/firms.index" in names
    shutil.rmtree(tmp_path / "store")
    assert run("verify", "kept.zip", "bom.csv").returncode == 0
    (tmp_path / "away").mkdir()
    (tmp_path / "kept.zip").rename(tmp_path / "away" / "b.zip")
    (tmp_path / "bom.csv").rename(tmp_path / "away" / "bill.csv")
    done = run("verify", "away/b.zip", "away/bill.csv")
    assert (done.returncode, done.stderr) == (0, "")


def test_without_its_lists_a_report_cannot_be_verified_and_says_why(run: Run, kept: Screening, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "store")
    for arguments in (("verify", "kept.json", "bom.csv"), ("report", "kept.json", "-o", "bundle=again.zip")):
        done = run(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert "the store store does not keep the list csl as the report was made with it" in done.stderr
        assert "help: Import the same files again with `vendorcheck lists import`" in done.stderr
    assert not (tmp_path / "again.zip").exists()
    (tmp_path / "own.csv").write_text(OWN, encoding="utf-8")
    kept.keep("csl.csv", csl(*CSL), "--date", "2026-11-01", **LATER)
    kept.keep("own.csv", OWN)
    assert run("verify", "kept.json", "bom.csv", **LATER).returncode == 0


@pytest.mark.usefixtures("kept")
def test_a_store_that_has_moved_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "store").rename(tmp_path / "elsewhere")
    done = run("verify", "kept.json", "bom.csv", "--store", "elsewhere")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.usefixtures("kept")
def test_a_report_is_written_again_without_the_store(run: Run, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "store")
    done = run("report", "kept.json", "-o", "text=again.txt")
    assert done.returncode == 0
    assert (tmp_path / "again.txt").read_bytes() == (tmp_path / "kept.txt").read_bytes()


def test_a_younger_list_is_what_a_new_finding_is_due_to(run: Run, kept: Screening) -> None:
    grown = {"source": SDN, "type": "Entity", "name": "Axis Communications AB"}
    kept.keep("grown.csv", csl(*CSL, grown), "--date", "2026-11-20", "--name", "csl")
    kept(*SCAN, "-o", "json=new.json")
    done = run("diff", "kept.json", "new.json", "-o", "json")
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert [(each["cause"], each["name"]) for each in told["inputs"]] == [("list", "csl")]
    assert (told["summary"]["new"], told["summary"]["gone"], told["summary"]["changed"]) == (1, 0, 0)
    [new] = told["new_findings"]
    assert (new["rule"], new["causes"]) == ("us-ofac-sdn-maker", ["list"])
    report = kept.report(*SCAN, "--baseline", "kept.json")
    marks = {each["baseline"] for each in report["findings"] if each["party"] != "csl:10"}
    assert (marks, [each["baseline"] for each in report["findings"] if each["party"] == "csl:10"]) == (
        {"known"},
        ["new"],
    )


def test_a_waiver_names_an_entry(run: Run, scan: Screening, tmp_path: Path) -> None:
    (tmp_path / "w.yaml").write_text(WAIVERS, encoding="utf-8")
    checked = run("waivers", "check", "w.yaml", "--list", "own", "--store", scan.store)
    assert (checked.returncode, checked.stderr) == (0, "")
    (tmp_path / "none.yaml").write_text(WAIVERS.replace("own:3", "own:99"), encoding="utf-8")
    unknown = run("waivers", "check", "none.yaml", "--list", "own", "--store", scan.store)
    assert unknown.returncode == 1
    assert "own:99" in unknown.stdout + unknown.stderr
    before, after = scan.report("--list", "own"), scan.report("--list", "own", "-w", "w.yaml")
    gone = {each["party"] for each in before["findings"]} - {each["party"] for each in after["findings"]}
    assert gone == {"own:3"}


DAMAGES: dict[str, Callable[[Path], object]] = {
    "deleted index": lambda folder: (folder / "firms.index").unlink(),
    "truncated index": lambda folder: _cut(folder / "firms.index"),
    "truncated persons": lambda folder: _cut(folder / "persons.index"),
    "truncated entries": lambda folder: _cut(folder / "entries.sqlite"),
    "deleted entries": lambda folder: (folder / "entries.sqlite").unlink(),
    "deleted record": lambda folder: (folder / "snapshot.json").unlink(),
    "empty record": lambda folder: (folder / "snapshot.json").write_text("", encoding="utf-8"),
    "renamed": lambda folder: folder.rename(folder.with_name(f"2026-11-02-1-{folder.name[-12:]}")),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_list_is_no_run(scan_own: Screening, damage: str) -> None:
    [folder] = scan_own.snapshots("csl")
    DAMAGES[damage](folder)
    done = scan_own(*SCAN)
    assert (done.returncode, done.stdout) == (2, "")
    assert "of the list csl is damaged: " in done.stderr
    assert "help: Take it away, `vendorcheck lists remove csl --snapshot" in done.stderr


def test_a_report_has_the_same_bytes_wherever_the_store_is(run: Run, scan_own: Screening, tmp_path: Path) -> None:
    data = tmp_path / "data" / "vendorcheck" / "lists"
    shutil.copytree(tmp_path / "store", data)
    shutil.copytree(tmp_path / "data", tmp_path / "other")
    scan_own.store = "store"
    made = []
    for at, folder in enumerate(("data", "other"), 1):
        names = ("json", "html", "xlsx", "csv", "bundle")
        outputs = [each for name in names for each in ("-o", f"{name}={at}.{name}")]
        home = {"XDG_DATA_HOME": (tmp_path / folder).as_posix(), "PYTHONHASHSEED": str(at)}
        done = run("scan", "bom.csv", *SCAN, *outputs, **home)
        assert done.stderr == ""
        made.append([(tmp_path / f"{at}.{name}").read_bytes() for name in names])
    assert made[0] == made[1]
    assert tmp_path.name.encode() not in made[0][0]
    asked = scan_own.report(*SCAN)["provenance"]["options"]
    assert [each["values"] for each in asked if each["name"] == "store"] == [["store"]]


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-8])
