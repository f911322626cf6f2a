"""A pull request that adds a flagged part cannot pass its own gate, whatever else it changes.

`base` is the checkout of the branch that is protected, `change` that of the pull request, in which the command runs.
"""

import subprocess
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Gate = Callable[..., subprocess.CompletedProcess[str]]

CLEAN = "Supplier,Manufacturer,Part Number,Description\nHarbor Security,Axis,P3265-LVE,Outdoor dome camera\n"
FLAGGED = CLEAN + "Harbor Security,Hikvision,DS-2CD2143G2-I,4MP dome camera\n"

POLICY = """\
id: tender
title: The gate of the tender
profiles: [us-federal]
fail_on: high
"""

#: What would let the part pass, where anybody listened to it.
DISARMED = """\
profile: us-investor
purpose: none-of-these
fail_on: critical
ignore: [us-889-a]
map: ["ignored=Manufacturer", "ignored=Part Number"]
policy: tender
policies:
  tender: {fail_on: critical}
"""

WAIVERS = """\
waivers:
  - id: ours
    rule: all
    scope:
      name_pair: {name: Hikvision, party: hikvision}
    reason: false_positive
    statement: Somebody else, we say.
    owner: A. Author
    approved_by: B. Author
    created: 2026-11-20
    expires: 2026-12-01
"""


@pytest.fixture
def gate(command: Path, clean: dict[str, str], tmp_path: Path) -> Gate:
    """Runs the gate of the protected branch over the pull request, in the checkout of the pull request."""
    base, change = tmp_path / "base", tmp_path / "change"
    base.mkdir()
    change.mkdir()
    (base / "policy.yaml").write_text(POLICY, encoding="utf-8")
    (change / "bom.csv").write_text(FLAGGED, encoding="utf-8")
    digest = sha256(POLICY.encode()).hexdigest()

    def gate(*arguments: str, pin: str = digest, isolated: bool = True) -> subprocess.CompletedProcess[str]:
        flags = ["--isolated"] if isolated else []
        return subprocess.run(
            [command, "scan", "bom.csv", *flags, "--policy", f"../base/policy.yaml@sha256:{pin}", *arguments],
            cwd=change,
            env=clean,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    return gate


@pytest.fixture
def change(tmp_path: Path, gate: Gate) -> Path:  # noqa: ARG001 (it makes the folder)
    """The checkout of the pull request."""
    return tmp_path / "change"


def test_the_bill_before_the_change_passes(gate: Gate, change: Path) -> None:
    (change / "bom.csv").write_text(CLEAN, encoding="utf-8")
    assert gate().returncode == 0


def test_the_flagged_part_fails(gate: Gate) -> None:
    done = gate()
    assert done.returncode == 1
    assert "findings at high" in done.stdout or "finding at high" in done.stdout


def test_a_config_of_the_change_is_not_read(gate: Gate, change: Path) -> None:
    without = gate("-o", "json").stdout
    (change / "vendorcheck.yaml").write_text(DISARMED, encoding="utf-8")
    done = gate("-o", "json")
    assert (done.returncode, done.stdout) == (1, without)


def test_the_config_of_the_change_would_let_it_pass(run: Run, change: Path, tmp_path: Path) -> None:
    """So that the test before shows something."""
    (tmp_path / "vendorcheck.yaml").write_text(DISARMED, encoding="utf-8")
    (tmp_path / "bom.csv").write_text((change / "bom.csv").read_text(encoding="utf-8"), encoding="utf-8")
    done = run("scan", "bom.csv")
    assert done.returncode == 2  # even so it may not be milder than the policy it names
    (tmp_path / "vendorcheck.yaml").write_text(DISARMED.partition("policy:")[0], encoding="utf-8")
    assert run("scan", "bom.csv").returncode in (0, 3, 4)


def test_without_isolated_the_config_of_the_change_is_refused(gate: Gate, change: Path) -> None:
    (change / "vendorcheck.yaml").write_text(DISARMED, encoding="utf-8")
    done = gate(isolated=False)
    assert done.returncode == 2
    assert "the policy is pinned, and vendorcheck.yaml of the working folder would be read beside it" in done.stderr


@pytest.mark.parametrize(
    "text", [POLICY.replace("high", "critical"), POLICY + "# changed\n", POLICY + "waivers: any\n"]
)
def test_another_policy_is_refused_and_both_digests_are_said(gate: Gate, tmp_path: Path, text: str) -> None:
    (tmp_path / "base" / "policy.yaml").write_text(text, encoding="utf-8")
    done = gate()
    assert (done.returncode, done.stdout) == (2, "")
    assert sha256(POLICY.encode()).hexdigest() in done.stderr
    assert sha256(text.encode()).hexdigest() in done.stderr


def test_waivers_of_the_change_are_refused(gate: Gate, change: Path) -> None:
    (change / "waivers.yaml").write_text(WAIVERS, encoding="utf-8")
    done = gate("-w", "waivers.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "the policy tender takes no waivers: --waivers (command line) is refused" in done.stderr


def test_a_baseline_of_the_change_is_refused(run: Run, gate: Gate, change: Path) -> None:
    run("scan", "change/bom.csv", "-p", "us-federal", "-o", "json=change/baseline.json")
    done = gate("--baseline", "baseline.json", "--new-only")
    assert (change / "baseline.json").exists()
    assert (done.returncode, done.stdout) == (2, "")
    assert "the policy tender takes no baseline: --baseline (command line) is refused" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--allow-unscreened"],
        ["--ignore", "us-889-a"],
        ["--select", "human-rights"],
        ["--no-shipped-rules"],
        ["-r", "rules"],
    ],
)
def test_what_is_milder_than_the_policy_is_refused(gate: Gate, change: Path, arguments: list[str]) -> None:
    (change / "rules" / "vocabulary").mkdir(parents=True)
    (change / "rules" / "vocabulary" / "own.yaml").write_text("buyers: {our-town: our town}\n", encoding="utf-8")
    done = gate(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is refused" in done.stderr


@pytest.mark.parametrize("arguments", [["--fail-on", "critical"], ["--min-confidence", "confirmed"]])
def test_a_milder_threshold_does_not_hold_and_that_is_said(gate: Gate, arguments: list[str]) -> None:
    done = gate(*arguments)
    assert done.returncode == 1
    assert "is milder than the policy tender" in " ".join(done.stdout.split())


def test_waivers_that_the_policy_names_and_pins_count_and_no_other_bytes(gate: Gate, tmp_path: Path) -> None:
    digest = sha256(WAIVERS.encode()).hexdigest()
    policy = f"{POLICY}waivers: {{file: waivers.yaml, sha256: {digest}}}\n"
    (tmp_path / "base" / "policy.yaml").write_text(policy, encoding="utf-8")
    (tmp_path / "base" / "waivers.yaml").write_text(WAIVERS, encoding="utf-8")
    pin = sha256(policy.encode()).hexdigest()
    taken = gate(pin=pin)
    assert taken.returncode == 1  # the model number still shows whose it is
    assert "waivers: ours" in taken.stdout
    (tmp_path / "base" / "waivers.yaml").write_text(WAIVERS.replace("ours", "mine"), encoding="utf-8")
    changed = gate(pin=pin)
    assert (changed.returncode, changed.stdout) == (2, "")
    assert digest in changed.stderr


def test_a_pinned_policy_that_names_waivers_without_their_digest_is_refused(gate: Gate, tmp_path: Path) -> None:
    policy = f"{POLICY}waivers: {{file: waivers.yaml}}\n"
    (tmp_path / "base" / "policy.yaml").write_text(policy, encoding="utf-8")
    done = gate(pin=sha256(policy.encode()).hexdigest())
    assert (done.returncode, done.stdout) == (2, "")
    assert "the policy tender is pinned, and the waivers that it names are not" in done.stderr
