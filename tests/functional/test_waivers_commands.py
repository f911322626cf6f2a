"""`waivers check` and `waivers list`: whether files of waivers are valid and hold, and what they cover."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from vendorcheck.model.rule_digest import rule_digest
from vendorcheck.rulebook import load_rulebook

Run = Callable[..., subprocess.CompletedProcess[str]]

OWN = Path(__file__).with_name("own_rules")
ALONE = ("-r", "own", "--no-shipped-rules")

BY_NONE = "judged by no policy (--policy names one): a waiver may hold for 180 days at most\n"

POLICY = "id: harbour\ntitle: Harbour\n"

WAIVERS = """\
waivers:
  - id: w-1
    rule: acme-cameras
    scope: {vendor: Harbor, part: AC-123}
    reason: legal_exception
    statement: Bought before the Order.
    owner: A. Buyer
    approved_by: C. Officer
    created: 2026-11-02
    expires: 2027-04-30
    exception: {citation: Order 4 s. 9, authority: The town}
    recorded: {rule: DIGEST, outcome: unknown, severity: high}
  - id: acme-bakery
    rule: all
    scope: {name_pair: {name: Acme Bakery, party: acme}}
    reason: false_positive
    statement: A bakery.
    owner: A. Buyer
    approved_by: C. Officer
    created: 2026-11-02
    expires: 2026-11-30
"""


@pytest.fixture(scope="module")
def digest() -> str:
    """The digest of the rule on cameras."""
    return rule_digest(load_rulebook([OWN], shipped=False).rules["acme-cameras"])


@pytest.fixture(autouse=True)
def write(tmp_path: Path, digest: str) -> Callable[..., None]:
    """Writes the file of waivers, with changes; it is there at first without any."""
    shutil.copytree(OWN, tmp_path / "own")

    def write(*changes: tuple[str, str], name: str = "w.yaml") -> None:
        text = WAIVERS.replace("DIGEST", f'"{digest[:12]}"')
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        (tmp_path / name).write_text(text, encoding="utf-8")

    write()
    return write


def test_a_file_that_holds(run: Run) -> None:
    done = run("waivers", "check", "w.yaml", *ALONE)
    assert (done.returncode, done.stdout) == (0, BY_NONE + "w.yaml: valid, 2 of 2 waivers hold\n")
    assert done.stderr == (
        "w.yaml:13:5: warning: acme-bakery: expires soon: 2026-11-30, in 9 days, is the last day on which it holds\n"
        "   13 |   - id: acme-bakery\n"
        "            ^\n"
    )


def test_every_fault_of_every_file_is_said_at_its_place(run: Run, write: Callable[..., None]) -> None:
    write(
        ("rule: acme-cameras", "rule: acme-camera"),
        ("approved_by: C. Officer", "approved_by: a. buyer"),
        ("outcome: unknown", "outcom: unknown"),
        name="bad.yaml",
    )
    done = run("waivers", "check", "bad.yaml", "w.yaml", *ALONE)
    assert (done.returncode, done.stdout) == (1, BY_NONE + "bad.yaml: 5 faults\nw.yaml: valid, 2 of 2 waivers hold\n")
    places = [line for line in done.stderr.splitlines() if line.startswith("bad.yaml:")]
    assert [place.partition(": ")[2] for place in places] == [
        "no rule is called 'acme-camera'",
        "whoever owns a waiver cannot approve it",
        "'outcome' is missing",
        "'outcom' is not known here",
        "whoever owns a waiver cannot approve it",
    ]
    assert "help: Did you mean 'acme-cameras'?\n" in done.stderr
    assert "help: Did you mean 'outcome'? Known: rule, outcome, severity.\n" in done.stderr


def test_what_has_expired_is_a_fault(run: Run, write: Callable[..., None]) -> None:
    write(("2026-11-30", "2026-11-20"))
    done = run("waivers", "check", "w.yaml", *ALONE)
    assert (done.returncode, done.stdout) == (1, BY_NONE + "w.yaml: valid, 1 of 2 waivers hold\n")
    assert done.stderr.startswith("w.yaml:13:5: acme-bakery has expired: it held through 2026-11-20\n   13 |   - id: ")


def test_what_has_lapsed_is_a_fault(run: Run, tmp_path: Path) -> None:
    rule = tmp_path / "own" / "gb" / "acme-cameras.yaml"
    rule.write_text(rule.read_text(encoding="utf-8").replace("Ask who made it.", "Ask them."), encoding="utf-8")
    done = run("waivers", "check", "w.yaml", *ALONE)
    assert done.returncode == 1
    assert "w.yaml:2:5: w-1 has lapsed: acme-cameras is no longer the rule it was signed for" in done.stderr


def test_what_covers_a_whole_rule_is_said(run: Run, write: Callable[..., None]) -> None:
    write(("{vendor: Harbor, part: AC-123}", "{all: true}"))
    done = run("waivers", "check", "w.yaml", *ALONE)
    assert done.returncode == 0
    assert "w.yaml:2:5: warning: w-1: over-broad: it covers every finding of acme-cameras\n" in done.stderr


def test_a_check_as_data(run: Run, write: Callable[..., None], digest: str) -> None:
    write(("owner: A. Buyer", "ownr: A. Buyer"), name="bad.yaml")
    done = run("waivers", "check", "w.yaml", "bad.yaml", *ALONE, "-o", "json")
    assert (done.returncode, done.stderr) == (1, "")
    data = json.loads(done.stdout)
    good, bad = data["files"]
    assert (data["schema"], data["day"], data["holds"]) == ("vendorcheck.waivers/v0", "2026-11-21", False)
    assert (good["file"], good["faults"], len(good["sha256"])) == ("w.yaml", [], 64)
    assert good["waivers"][0] == {
        "id": "w-1",
        "rule": "acme-cameras",
        "scope": {"vendor": "Harbor", "part": "AC-123", "fingerprint": None, "name_pair": None, "all": False},
        "reason": "legal_exception",
        "statement": "Bought before the Order.",
        "owner": "A. Buyer",
        "approved_by": "C. Officer",
        "created": "2026-11-02",
        "expires": "2027-04-30",
        "exception": {"citation": "Order 4 s. 9", "authority": "The town"},
        "recorded": {"rule": digest[:12], "outcome": "unknown", "severity": "high"},
        "state": "holds",
        "days_left": 160,
        "because": None,
        "remarks": [],
        "stands_for": None,
    }
    assert (bad["sha256"], bad["waivers"], len(bad["faults"])) == (None, [], 4)
    assert bad["faults"][1] == {
        "message": "'ownr' is not known here",
        "line": 7,
        "column": 5,
        "source_line": "    ownr: A. Buyer",
        "help": "Did you mean 'owner'? Known: id, rule, scope, reason, statement, owner, approved_by, created, "
        "expires, exception, recorded.",
    }


def test_waivers_are_listed(run: Run, write: Callable[..., None]) -> None:
    write(("2026-11-30", "2026-11-20"))
    done = run("waivers", "list", "w.yaml", *ALONE)
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        done.stdout
        == """\
w-1  holds through 2027-04-30, 160 days left
  covers    acme-cameras: vendor Harbor, part AC-123
  because   legal_exception: Bought before the Order.
  by        Order 4 s. 9, granted by The town
  owner     A. Buyer, approved by C. Officer on 2026-11-02
acme-bakery  expired: it held through 2026-11-20
  covers    Acme Bakery is not acme
  because   false_positive: A bakery.
  owner     A. Buyer, approved by C. Officer on 2026-11-02
1 of 2 waivers hold
"""
    )
    data = json.loads(run("waivers", "list", "w.yaml", *ALONE, "-o", "json").stdout)
    assert [(each["id"], each["state"], each["days_left"]) for each in data["files"][0]["waivers"]] == [
        ("w-1", "holds", 160),
        ("acme-bakery", "expired", -1),
    ]


def test_the_entry_of_a_list_is_known_where_the_list_is_given(
    run: Run, write: Callable[..., None], tmp_path: Path
) -> None:
    (tmp_path / "debarred.csv").write_text("name,number\nAcme Mills,17\n", encoding="utf-8")
    write(("party: acme}", "party: 'debarred:71'}"))
    assert run("waivers", "check", "w.yaml", *ALONE).returncode == 0
    done = run("waivers", "check", "w.yaml", *ALONE, "--list", "debarred.csv")
    assert done.returncode == 1
    assert "the list 'debarred' has no entry 'debarred:71'" in done.stderr


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("check", "w.yaml", "gone.yaml", *ALONE), "waivers_invalid"),
        (("list", "gone.yaml", *ALONE), "waivers_invalid"),
        (("check", "w.yaml", "-r", "gone"), "rulebook_invalid"),
    ],
)
def test_what_cannot_be_read_is_refused(run: Run, asked: tuple[str, ...], code: str) -> None:
    done = run("waivers", *asked, "-o", "json")
    assert done.returncode == 2
    assert json.loads(done.stdout)["code"] == code


def test_a_file_with_a_fault_is_not_listed(run: Run, write: Callable[..., None]) -> None:
    write(("rule: acme-cameras", "rule: acme-camera"))
    done = run("waivers", "list", "w.yaml", *ALONE)
    assert (done.returncode, done.stdout) == (2, "")
    assert "the waivers are not valid\nw.yaml:3:5: no rule is called 'acme-camera'\n" in done.stderr


def test_what_is_no_yaml_is_a_fault(run: Run, tmp_path: Path) -> None:
    (tmp_path / "w.yaml").write_text("waivers: [\n", encoding="utf-8")
    done = run("waivers", "check", "w.yaml", *ALONE)
    assert (done.returncode, done.stdout) == (1, BY_NONE + "w.yaml: 1 fault\n")


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        (
            "max_waiver_days: 178",
            ["w.yaml:10:5: 2027-04-30 is more than 178 days after 2026-11-02, when it was created"],
        ),
        ("max_waiver_days: 179", []),
        ("waivers: none", ["w.yaml: the policy harbour takes no waivers"]),
        ("waivers: {file: w.yaml}", []),
        ("waivers: {file: x.yaml}", ["w.yaml: the policy harbour names its own waivers, x.yaml, and takes no others"]),
        (f"waivers: {{file: w.yaml, sha256: '{'0' * 64}'}}", ["w.yaml: this is not the file that the policy harbour"]),
    ],
)
@pytest.mark.parametrize("by", ["file", "config"])
def test_waivers_are_judged_by_the_policy(run: Run, tmp_path: Path, said: str, faults: list[str], by: str) -> None:
    (tmp_path / "p.yaml").write_text(f"{POLICY}{said}\n", encoding="utf-8")
    config = f"policies:\n  harbour: {{{said}}}\npolicy: harbour\n"
    if by == "config":
        (tmp_path / "vendorcheck.yaml").write_text(config, encoding="utf-8")
    done = run("waivers", "check", "w.yaml", *ALONE, *(["--policy", "p.yaml"] if by == "file" else []))
    assert done.returncode == (1 if faults else 0)
    assert done.stdout.startswith(
        f"judged by the policy harbour{' (p.yaml)' if by == 'file' else ''}: a waiver may hold"
    )
    assert [fault for fault in faults if fault not in done.stderr] == []
    assert ("fault" in done.stdout) is bool(faults)
    alone = run("waivers", "check", "w.yaml", *ALONE, "--isolated")
    assert (alone.returncode, alone.stdout.startswith(BY_NONE)) == (0, True)


def test_a_fingerprint_is_shown_as_what_it_stands_for_in_a_report(
    run: Run, write: Callable[..., None], tmp_path: Path
) -> None:
    (tmp_path / "bom.csv").write_text("Supplier,Maker,Part\nHarbor,Acme,AC-123\n", encoding="utf-8")
    run("scan", "bom.csv", *ALONE, "-p", "us-federal", "-o", "json=r.json")
    findings = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["findings"]
    (known,) = [each["id"] for each in findings if each["rule"] == "acme-cameras"]
    write(("{vendor: Harbor, part: AC-123}", f"{{fingerprint: '{known}'}}"))
    is_said = "bom.csv:2 · vendor “Harbor” · maker “Acme” · part “AC-123” · acme-cameras about Acme ("
    assert f"w-1: {is_said}" in run("waivers", "check", "w.yaml", *ALONE, "--report", "r.json").stdout
    assert "that is   bom.csv:2 · " in run("waivers", "list", "w.yaml", *ALONE, "--report", "r.json").stdout
    write(("{vendor: Harbor, part: AC-123}", "{fingerprint: '000000000000'}"))
    done = run("waivers", "check", "w.yaml", *ALONE, "--report", "r.json")
    assert "w-1: no finding of the report has this fingerprint and rule\n" in done.stdout
    assert run("waivers", "check", "w.yaml", *ALONE, "--report", "gone.json").returncode == 2
