"""`rules test`: cases run on a small rulebook of the tests' own, in each form, and what cannot be run."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Fitting = Callable[[str, str], Any]

OWN = Path(__file__).with_name("own_rules")
ALONE = ("-r", "own", "--no-shipped-rules")

#: A case that comes out otherwise: of what it expects three things are wrong, and one is right.
WRONG = """\
  - name: wrong <on purpose>
    as_of: 2026-11-21
    profiles: [us-federal]
    line: {maker: Acme, part: AC-123}
    expect: {outcome: "yes", party: acme, severity: critical, needs: [], provisional: true}
"""

FAILED = """\
FAILED  acme-cameras: wrong <on purpose>
  own/gb/acme-cameras.cases.yaml:21:5
  as of     2026-11-21 · us-federal
  line      maker “Acme” · part “AC-123”
            outcome: expected yes, got unknown
            severity: expected critical, got high
            needs: expected nothing, got purpose
            provisional: expected yes, got no
  missing   purpose
  the line  acme-cameras may bar it; missing: purpose

5 cases of 1 rule: 4 passed, 1 failed
"""


@pytest.fixture(autouse=True)
def own(tmp_path: Path) -> Path:
    """The small rulebook, in `own`."""
    shutil.copytree(OWN, tmp_path / "own")
    return tmp_path / "own"


@pytest.fixture
def cases(own: Path) -> Path:
    """The case file of a rule, with a case that comes out otherwise."""
    path = own / "gb" / "acme-cameras.cases.yaml"
    path.write_text(path.read_text(encoding="utf-8") + WRONG, encoding="utf-8")
    return path


def test_cases_that_come_out_as_expected_are_counted_and_drafts_are_skipped(run: Run) -> None:
    done = run("rules", "test", *ALONE)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "skipped acme-draft: it is (the rule is draft, and not run)\n"
        "skipped acme-draft: it is not (the rule is draft, and not run)\n"
        "8 cases of 3 rules: 6 passed, 0 failed, 2 skipped\n"
    )


@pytest.mark.usefixtures("cases")
def test_a_case_that_fails_is_shown_with_everything(run: Run) -> None:
    done = run("rules", "test", "own/gb/acme-cameras.cases.yaml", *ALONE)
    assert (done.returncode, done.stdout) == (1, FAILED)


@pytest.mark.usefixtures("cases")
def test_json_holds_every_case(run: Run) -> None:
    done = run("rules", "test", "own/gb/acme-cameras.yaml", *ALONE, "-o", "json")
    data = json.loads(done.stdout)
    assert (done.returncode, data["exit_code"], data["passed"]) == (1, 1, False)
    assert data["summary"] == {"cases": 5, "rules": 1, "passed": 4, "failed": 1, "skipped": 0}
    assert [case["state"] for case in data["cases"]] == ["passed"] * 4 + ["failed"]
    failed = data["cases"][-1]
    assert (failed["file"], failed["line"], failed["missing"]) == ("own/gb/acme-cameras.cases.yaml", 21, ["purpose"])
    assert failed["differences"][0] == {"key": "outcome", "expected": "yes", "got": "unknown"}


@pytest.mark.usefixtures("cases")
def test_junit_holds_every_case_and_says_in_its_text_what_failed(run: Run, tmp_path: Path) -> None:
    done = run("rules", "test", *ALONE, "-o", "text", "-o", "junit=out/cases.xml")
    assert (done.returncode, done.stdout.count("FAILED")) == (1, 1)
    root = ET.fromstring((tmp_path / "out" / "cases.xml").read_text(encoding="utf-8"))  # noqa: S314 (our own file)
    assert root.attrib == {"name": "vendorcheck rules test", "tests": "9", "failures": "1", "errors": "0", "time": "0"}
    assert [suite.attrib for suite in root][:1] == [
        {"name": "acme-cameras", "tests": "5", "failures": "1", "errors": "0", "skipped": "0", "time": "0"}
    ]
    tests = root.findall("testsuite/testcase")
    assert len({test.get("name") for test in tests}) == len(tests) == 9
    [failure] = root.findall("testsuite/testcase/failure")
    assert failure.text is not None
    assert failure.text.splitlines()[0] == "own/gb/acme-cameras.cases.yaml:21:5"
    assert "outcome: expected yes, got unknown" in failure.text.splitlines()
    assert len(root.findall("testsuite/testcase/skipped")) == 2


def test_on_top_of_the_shipped_rules_only_the_own_cases_are_run(run: Run) -> None:
    done = run("rules", "test", "-r", "own")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "8 cases of 3 rules: 6 passed, 0 failed, 2 skipped")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere",), "nowhere is not there"),
        (("own/parties",), "no case file is at own/parties"),
        (("own/gb/acme-draft.cases.yaml",), "no case was run: each is of a draft or a retired rule"),
        (("-o", "xml"), "there is no format 'xml'"),
        (("-o", "junit=own/gb/acme-talk.cases.yaml"), "a report would be written over own/gb/acme-talk.cases.yaml"),
    ],
)
def test_what_cannot_be_run_is_an_error(run: Run, arguments: tuple[str, ...], said: str) -> None:
    done = run("rules", "test", *arguments, *ALONE)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"vendorcheck: {said}")
    assert "\nhelp: " in done.stderr


def test_without_any_rule_nothing_can_be_tested(run: Run) -> None:
    done = run("rules", "test", "--no-shipped-rules")
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no rule to test" in done.stderr


def test_cases_of_a_rule_that_is_not_loaded_are_an_error_with_a_place(run: Run, fitting: Fitting) -> None:
    done = run("rules", "test", "own/gb/acme-talk.cases.yaml", "-o", "json")
    assert done.returncode == 2
    assert "own/gb/acme-talk.cases.yaml:1:1: no rule is called 'acme-talk'" in done.stderr
    assert "give that with --rules" in done.stderr
    assert fitting("error", done.stdout)["file"] == "own/gb/acme-talk.cases.yaml"


def test_every_fault_of_a_case_file_is_said_with_its_place(run: Run, own: Path, tmp_path: Path) -> None:
    (tmp_path / "bad").mkdir()
    text = (own / "gb" / "acme-talk.cases.yaml").read_text(encoding="utf-8")
    wrong = text.replace("outcome: none", "outcome: never").replace("2026-11-21", "2026-02-31").replace("Bolt", "7")
    (tmp_path / "bad" / "acme-talk.cases.yaml").write_text(wrong, encoding="utf-8")
    done = run("rules", "test", "bad", *ALONE)
    assert (done.returncode, done.stdout) == (2, "")
    assert "bad/acme-talk.cases.yaml:10:" in done.stderr
    assert "'never' is not one of the values allowed" in done.stderr
    assert "Traceback" not in done.stderr
