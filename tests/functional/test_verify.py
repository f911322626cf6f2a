"""`verify`: a kept report is made again and compared to the letter."""

import hashlib
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

SCAN = ("-p", "us-federal", "--list", "own/debarred.csv", "-r", "own/rules", "-w", "own/waivers.yaml")

WAIVERS = """\
waivers:
  - id: w-1
    rule: all
    scope:
      name_pair: {name: Hikvision, party: hikvision}
    reason: false_positive
    statement: It is a shop of that name.
    owner: A. Buyer
    approved_by: B. Lawyer
    created: 2026-11-01
    expires: 2026-11-30
"""


@pytest.fixture
def kept(run: Run, mixed: str, tmp_path: Path) -> str:
    """A bill with a list, a rule and a waiver of one's own, and the report and the bundle of it."""
    own = tmp_path / "own"
    shutil.copytree(Path(__file__).parent / "own_rules", own / "rules")
    (own / "debarred.csv").write_text("name\nAxis Communications\n", encoding="utf-8")
    (own / "waivers.yaml").write_text(WAIVERS, encoding="utf-8")
    done = run("scan", mixed, *SCAN, "-o", "json=kept.json", "-o", "bundle=kept.zip")
    assert done.stderr == ""
    return mixed


@pytest.mark.parametrize("report", ["kept.json", "kept.zip"])
def test_a_report_holds_on_any_later_day(run: Run, kept: str, report: str) -> None:
    done = run("verify", report, kept, SOURCE_DATE_EPOCH="1900000000")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(f"{report}: it holds to the letter\n")


def test_a_renamed_bill_is_known_by_its_digest_and_a_bundle_needs_nothing_else(
    run: Run, kept: str, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / kept).rename(elsewhere / "renamed.csv")
    shutil.rmtree(tmp_path / "own")
    assert run("verify", "kept.json", "elsewhere/renamed.csv").returncode == 2
    done = run("verify", "kept.zip", "elsewhere/renamed.csv")
    assert (done.returncode, done.stderr) == (0, "")
    assert "bom.csv: the same bytes (read from elsewhere/renamed.csv)" in done.stdout


def test_a_bill_that_changed_is_said_with_what_came_of_it(run: Run, kept: str, tmp_path: Path) -> None:
    bill = tmp_path / kept
    bill.write_text(bill.read_text(encoding="utf-8").replace("Dahua", "Axis"), encoding="utf-8")
    done = run("verify", "kept.json", kept)
    assert (done.returncode, done.stderr) == (1, "")
    assert "bom.csv: THE BILL HAS CHANGED" in done.stdout
    assert "Findings that are gone" in done.stdout
    assert done.stdout.endswith("kept.json: it does not hold to the letter\n")
    data = json.loads(run("verify", "kept.json", kept, "-o", "json").stdout)
    assert (data["holds"], data["bills"][0]["same"]) == (False, False)
    assert "findings" in data["parts"]
    assert {change["cause"] for change in data["comparison"]["inputs"]} == {"bill"}
    assert data["comparison"]["gone_findings"][0]["causes"] == ["bill"]


def test_one_file_for_one_bill_is_that_bill_though_it_was_altered_and_renamed(
    run: Run, kept: str, tmp_path: Path
) -> None:
    text = (tmp_path / kept).read_text(encoding="utf-8")
    (tmp_path / "final.csv").write_text(text.replace("Dahua", "Axis"), encoding="utf-8")
    done = run("verify", "kept.json", "final.csv")
    assert (done.returncode, done.stderr) == (1, "")
    assert "bom.csv: THE BILL HAS CHANGED (read from final.csv)" in done.stdout
    assert done.stdout.endswith("kept.json: it does not hold to the letter\n")


def test_a_list_that_changed_is_named(run: Run, kept: str, tmp_path: Path) -> None:
    (tmp_path / "own" / "debarred.csv").write_text("name\nHuawei\n", encoding="utf-8")
    done = run("verify", "kept.json", kept)
    assert done.returncode == 1
    assert "list      debarred: an unknown date" in done.stdout


def test_a_report_that_was_edited_does_not_hold(run: Run, kept: str, tmp_path: Path) -> None:
    report = tmp_path / "kept.json"
    report.write_text(report.read_text(encoding="utf-8").replace('"Delta Networks"', '"Delta Nets"'), encoding="utf-8")
    done = run("verify", "kept.json", kept)
    assert done.returncode == 1
    assert "not the same to the letter: lines, findings, suppliers" in " ".join(done.stdout.split())


@pytest.mark.parametrize("member", ["report.json", "given/list/1/debarred.csv", "MANIFEST.json", "SHA256SUMS"])
def test_an_altered_member_of_a_bundle_is_named(run: Run, kept: str, tmp_path: Path, member: str) -> None:
    with zipfile.ZipFile(tmp_path / "kept.zip") as old, zipfile.ZipFile(tmp_path / "new.zip", "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(
                name,
                content.replace(b"e", b"a", 1)
                if name == member != "MANIFEST.json"
                else content + b" " * (name == member),
            )
    done = run("verify", "new.zip", kept)
    assert (done.returncode, done.stderr) == (1, "")
    assert member.replace("MANIFEST.json", "manifest itself") in " ".join(done.stdout.split())
    assert "the bundle was altered, and nothing was screened again" in done.stdout


def test_a_member_that_was_added_or_left_out_is_named(run: Run, kept: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "kept.zip") as old, zipfile.ZipFile(tmp_path / "new.zip", "w") as new:
        for name in old.namelist():
            if name != "README.txt":
                new.writestr(name, old.read(name))
        new.writestr("given/list/2/../../../../out.csv", "name\nA\n")
    done = run("verify", "new.zip", kept, "-o", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["altered"] == [
        "given/list/2/../../../../out.csv is not in the manifest",
        "README.txt is missing",
    ]


def test_a_bill_that_is_not_given_or_not_of_the_report_is_an_error(run: Run, kept: str, tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("Manufacturer\nAcme\n", encoding="utf-8")
    (tmp_path / "third.csv").write_text("Manufacturer\nOther\n", encoding="utf-8")
    missing = run("verify", "kept.json", "other.csv", "third.csv")
    assert missing.returncode == 2
    assert "the bill bom.csv of the report is not given" in missing.stderr
    more = run("verify", "kept.json", kept, "other.csv")
    assert more.returncode == 2
    assert "other.csv is no bill of the report" in more.stderr
    assert run("verify", "kept.json", "nowhere.csv").returncode == 2


def test_a_name_at_the_prompt_is_not_verified_and_it_is_said_what_to_do(run: Run, kept: str) -> None:
    run("check", "Hikvision", "-o", "json=name.json")
    done = run("verify", "name.json", kept)
    assert done.returncode == 2
    assert "vendorcheck check NAME" in done.stderr


def test_several_bills_and_one_that_could_not_be_read(run: Run, kept: str, tmp_path: Path) -> None:
    (tmp_path / "second.csv").write_text("Manufacturer\nZTE\n", encoding="utf-8")
    scanned = run("scan", "second.csv", "gone.csv", kept, "-o", "json=three.json")
    assert scanned.returncode == 2
    done = run("verify", "three.json", kept, "second.csv")
    assert (done.returncode, done.stderr) == (0, "")


def test_every_option_of_a_run_is_repeated(run: Run, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("x\nWho;What\nHikvision;DS-2CD2143G2-I\n", encoding="cp1252")
    options = ("--map", "maker=Who", "--delimiter", "semicolon", "--encoding", "cp1252", "--header-line", "2")
    more = ("--as-of", "2024-01-31", "--purpose", "public-safety", "--fail-on", "low")
    last = ("--allow-unscreened", "--all-lines", "--reference", "T 1", "--prepared-by", "A", "-p", "us-dod")
    run("scan", "odd.txt", *options, *more, *last, "-o", "json=kept.json")
    data = json.loads((tmp_path / "kept.json").read_text(encoding="utf-8"))
    assert len(data["provenance"]["options"]) == 12
    assert run("verify", "kept.json", "odd.txt").returncode == 0
    run("scan", "odd.txt", *options, "--summary-only", "-o", "json=short.json")
    assert run("verify", "short.json", "odd.txt").returncode == 0
    run("scan", "odd.txt", *options, "--policy", "human-rights", "-o", "json=policy.json")
    assert run("verify", "policy.json", "odd.txt").returncode == 0


def test_one_rule_file_and_a_folder_with_one_file_further_down_are_repeated_from_a_bundle(
    run: Run, mixed: str, tmp_path: Path
) -> None:
    shipped = Path(__file__).parents[2] / "rules" / "us" / "bis" / "entity-list.yaml"
    text = shipped.read_text(encoding="utf-8")
    (tmp_path / "folder" / "us").mkdir(parents=True)
    for path, name in (("one.yaml", "own-one"), ("folder/us/two.yaml", "own-two")):
        (tmp_path / path).write_text(text.replace("id: us-entity-list\n", f"id: {name}\n"), encoding="utf-8")
    run("scan", mixed, "-r", "one.yaml", "-r", "folder", "-o", "bundle=kept.zip")
    (tmp_path / "one.yaml").unlink()
    shutil.rmtree(tmp_path / "folder")
    done = run("verify", "kept.zip", mixed)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_bundle_keeps_a_policy_of_a_file_and_one_of_a_config(run: Run, kept: str, tmp_path: Path) -> None:
    (tmp_path / "gate.yaml").write_text("id: gate\ntitle: Ours\nfail_on: medium\n", encoding="utf-8")
    (tmp_path / "own.yaml").write_text("policies: {quay: {fail_on: low}}\npolicy: quay\n", encoding="utf-8")
    for options in (("--policy", "gate.yaml"), ("--config", "own.yaml")):
        assert run("scan", kept, *options, "-o", "bundle=kept.zip").stderr == ""
        done = run("verify", "kept.zip", kept)
        assert (done.returncode, done.stderr) == (0, ""), done.stdout


@pytest.mark.parametrize("config", [False, True])
def test_a_bundle_keeps_the_waivers_and_the_baseline_that_a_policy_names(
    run: Run,
    kept: str,
    tmp_path: Path,
    config: bool,  # noqa: FBT001 (a case)
) -> None:
    gate = tmp_path / "gate"
    (gate / "files").mkdir(parents=True)
    (gate / "files" / "waivers.yaml").write_text(WAIVERS, encoding="utf-8")
    assert run("scan", kept, "-o", "json=gate/files/before.json").stderr == ""
    digests = {
        name: hashlib.sha256((gate / "files" / name).read_bytes()).hexdigest()
        for name in ("waivers.yaml", "before.json")
    }
    names = (
        f"waivers: {{file: files/waivers.yaml, sha256: {digests['waivers.yaml']}}}",
        f"baseline: {{file: files/before.json, sha256: {digests['before.json']}}}",
    )
    if config:
        text = "policies:\n  gate:\n" + "".join(f"    {name}\n" for name in names) + "policy: gate\n"
    else:
        text = "id: gate\ntitle: Ours\n" + "".join(f"{name}\n" for name in names)
    (gate / "own.yaml").write_text(text, encoding="utf-8")
    option = ("--config", "gate/own.yaml") if config else ("--policy", "gate/own.yaml")
    scanned = run("scan", kept, *option, "-o", "bundle=kept.zip", "-o", "json=policy.json")
    assert scanned.stderr == ""
    provenance = json.loads((tmp_path / "policy.json").read_text(encoding="utf-8"))["provenance"]
    assert (provenance["waivers"]["sha256"], provenance["baseline"]["sha256"]) == tuple(digests.values())
    shutil.rmtree(gate)
    done = run("verify", "kept.zip", kept, SOURCE_DATE_EPOCH="1900000000")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert run("verify", "policy.json", kept).returncode == 2
