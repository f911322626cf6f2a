"""The other commands: `inspect`, `schema`, `rules validate`, versions and help."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from vendorcheck import __version__
from vendorcheck.rulebook import load_rulebook

Run = Callable[..., subprocess.CompletedProcess[str]]
Fitting = Callable[[str, str], Any]

UNEVEN = """\
Bill of materials
;
Hersteller;Modell;Passwort
# first delivery
Axis;P3265;a
;;
Hersteller;Modell;Passwort
Bosch;NDE-3512
Hanwha;QNV-8080R;a;b
"""


def test_inspect_shows_how_a_file_was_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bom.csv").write_text(UNEVEN, encoding="utf-8")
    done = run("inspect", "bom.csv")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "bom.csv\n"
        "  format     csv\n"
        "  encoding   utf-8\n"
        "  delimiter  ';'\n"
        "  headings   line 3\n"
        "  rows       3\n"
        "  counted    1 above the headings (line 1)\n"
        "  counted    2 blank (line 2, 6)\n"
        "  counted    1 comment (line 4)\n"
        "  counted    1 repeated heading row (line 7)\n"
        "  counted    2 ragged, screened as far as they go (line 8-9)\n"
        "  columns\n"
        "      1  maker         Hersteller\n"
        "      2  part          Modell\n"
        "      3  ignored       Passwort\n"
    )


def test_inspect_gives_the_same_as_data(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bom.csv").write_text(UNEVEN, encoding="utf-8")
    data = json.loads(run("inspect", "bom.csv", "-o", "json").stdout)
    assert (data["file"], data["delimiter"], data["header_line"], data["rows"]) == ("bom.csv", ";", 3, 3)
    assert [column["role"] for column in data["columns"]] == ["maker", "part", "ignored"]
    assert data["blank"] == {"count": 2, "stretches": [[2, 2], [6, 6]], "complete": True}
    assert data["ragged"]["stretches"] == [[8, 9]]


def test_inspect_takes_mappings(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bom.csv").write_text("Who,What\nAxis,P3265\n", encoding="utf-8")
    assert "1  brand         Who\n" in run("inspect", "bom.csv", "--map", "brand=Who").stdout


def test_inspect_screens_nothing_and_so_never_fails_the_gate(run: Run, mixed: str) -> None:
    assert run("inspect", mixed).returncode == 0


@pytest.mark.parametrize(
    "name",
    [
        "report",
        "error",
        "validation",
        "rulebook",
        "party",
        "instrument",
        "evidence",
        "rule",
        "cases",
        "profile",
        "vocabulary",
        "waivers",
    ],
)
def test_every_schema_is_printed_and_is_a_schema(run: Run, name: str) -> None:
    done = run("schema", name)
    assert done.returncode == 0
    schema = json.loads(done.stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


def test_an_unknown_schema_is_refused_with_the_known_ones(run: Run) -> None:
    done = run("schema", "reprt")
    assert done.returncode == 2
    assert "there is no schema 'reprt'; did you mean 'report'?\nhelp: Known: report, error, validation, " in done.stderr


def test_the_shipped_rulebook_is_valid(run: Run) -> None:
    done = run("rules", "validate")
    assert done.returncode == 0
    assert re.fullmatch(r"valid(, \d+ warnings)?\n", done.stdout)
    assert set(re.findall(r"^rules/\S+: (\w+): ", done.stderr, re.MULTILINE)) <= {"warning"}


def test_validate_says_every_fault_of_every_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rules" / "parties").mkdir(parents=True)
    (tmp_path / "rules" / "parties" / "acme.yaml").write_text("id: acme\nid: again\n", encoding="utf-8")
    (tmp_path / "rules" / "broken.yaml").write_text("- a\n- &x b\n- *x\n", encoding="utf-8")
    done = run("rules", "validate", "-r", "rules")
    assert (done.returncode, done.stdout) == (1, "2 faults\n")
    assert done.stderr == (
        "rules/broken.yaml:3:3: anchors and aliases are not read [yaml]\n"
        "    3 | - *x\n"
        "          ^\n"
        "help: Write the value out where it is needed.\n"
        "rules/parties/acme.yaml:2:1: 'id' stands twice, first at line 1 [yaml]\n"
        "    2 | id: again\n"
        "        ^\n"
        "help: Keep one of them.\n"
    )


def test_validate_shows_a_reference_to_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        "id: own\ntitle: Mine\nstatus: stable\nseverity: low\nsubjects: [product]\nbars: []\nbinds: []\n"
        "when: {party: [hikvison]}\nmessage: It is named.\nnext_steps: [Ask.]\n",
        encoding="utf-8",
    )
    done = run("rules", "validate", "--rules", "own.yaml")
    assert (done.returncode, done.stdout) == (1, "2 faults\n")
    assert "help: Write own.cases.yaml beside it: " in done.stderr
    assert re.search(r"^own\.yaml:8:\d+: .*'hikvison' \[references\]$", done.stderr, re.MULTILINE)
    assert "'hikvision'" in done.stderr


def test_warnings_make_nothing_invalid(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rulebook.yaml").write_text("name: own\nversion: '1'\nverified_through: 2020-01-01\n", encoding="utf-8")
    done = run("rules", "validate", "-r", ".")
    assert (done.returncode, done.stdout) == (0, "valid, 1 warning\n")
    assert re.match(
        r"\./rulebook\.yaml:3:1: warning: the rulebook was verified through 2020-01-01, .* \[review\]\n", done.stderr
    )


@pytest.mark.parametrize("alone", [(), ("--no-shipped-rules",)], ids=["on top", "alone"])
def test_what_validate_found_as_data(run: Run, tmp_path: Path, fitting: Fitting, alone: tuple[str, ...]) -> None:
    (tmp_path / "own.yaml").write_text("id: own\nid: again\n", encoding="utf-8")
    done = run("rules", "validate", "-r", "own.yaml", *alone, "-o", "json")
    assert (done.returncode, done.stderr) == (1, "")
    assert fitting("validation", done.stdout) == {
        "schema": "vendorcheck.validation/v0",
        "valid": False,
        "faults": 1,
        "warnings": 0,
        "remarks": [
            {
                "level": "fault",
                "check": "yaml",
                "message": "'id' stands twice, first at line 1",
                "file": "own.yaml",
                "line": 2,
                "column": 1,
                "source_line": "id: again",
                "help": "Keep one of them.",
            }
        ],
    }


def test_nothing_to_validate_is_refused(run: Run) -> None:
    done = run("rules", "validate", "--no-shipped-rules")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("vendorcheck: there is nothing to validate\n")


def test_without_a_name_every_schema_is_listed(run: Run) -> None:
    done = run("schema")
    assert (done.returncode, done.stderr) == (0, "")
    assert {"report", "validation", "party", "rule", "waivers"} <= {
        line.split()[0] for line in done.stdout.splitlines()
    }


def test_validate_of_a_file_that_is_not_there(run: Run) -> None:
    done = run("rules", "validate", "-r", "gone.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("vendorcheck: gone.yaml cannot be read: ")


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version(run: Run, option: str) -> None:
    done = run(option)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"vendorcheck {__version__}\n", "")


def test_the_version_among_other_options(run: Run) -> None:
    assert run("--version", "--help").stdout == f"vendorcheck {__version__}\n"


def test_the_package_runs_as_a_module(clean: Mapping[str, str]) -> None:
    done = subprocess.check_output([sys.executable, "-m", "vendorcheck", "--version"], env=clean, encoding="utf-8")
    assert done == f"vendorcheck {__version__}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), ("scan", "check", "inspect", "schema", "rules", "evidence")),
        (("scan",), ("--profile", "--as-of", "--fail-on", "--output", "Exit codes")),
        (("check",), ("NAME", "--profile", "Exit codes")),
        (("inspect",), ("FILE", "--map")),
        (("schema",), ("NAME", "report, error, validation, rulebook")),
        (("rules",), ("validate",)),
        (("rules", "validate"), ("--rules", "--no-shipped-rules", "Exit codes")),
        (("evidence",), ("list", "show", "verify")),
        (("evidence", "list"), ("--rules", "--output")),
        (("evidence", "show"), ("ID", "--output", "Examples")),
        (("evidence", "verify"), ("--sources", "--rules", "--output", "Examples", "Exit codes")),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_at_every_level(run: Run, words: tuple[str, ...], said: tuple[str, ...], option: str) -> None:
    done = run(*words, option)
    assert (done.returncode, done.stderr) == (0, "")
    text = " ".join(done.stdout.split())
    assert text.startswith(f"Usage: {' '.join(('vendorcheck', *words))} ")
    assert [word for word in said if word not in text] == []


@pytest.mark.parametrize("word", ["scan", "check"])
def test_help_names_every_profile_and_purpose_that_is_shipped(run: Run, word: str) -> None:
    rulebook = load_rulebook()
    shipped = {*rulebook.profiles, *(purpose.id for purpose in rulebook.vocabulary.purposes)}
    options, examples, _ = run(word, "--help").stdout.partition("Examples:")
    assert examples
    # Where a line of the help ends, a name may be broken at its hyphen.
    named = set(re.findall(r"[a-z0-9-]+", re.sub(r"-\s+", "-", options)))
    assert shipped - named == set()


def test_a_command_that_is_none_is_refused(run: Run) -> None:
    done = run("scann", "bom.csv")
    assert (done.returncode, done.stdout) == (2, "")
    assert "scann" in done.stderr
    assert "Traceback" not in done.stderr
