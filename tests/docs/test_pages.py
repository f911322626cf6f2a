"""The documentation says what the program does: commands, examples, links, decisions."""

import datetime as dt
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from vendorcheck.cli.app import app
from vendorcheck.lint import validate as validated
from vendorcheck.model.evidence import STANDINGS
from vendorcheck.model.period import days_text
from vendorcheck.rulebook import load_rulebook, schema_text, validate

ROOT = Path(__file__).parents[2]
COMMAND = Path(sys.executable).with_name("vendorcheck")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def _commands(command: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command there is, each before those below it."""
    yield path
    for name, below in getattr(command, "commands", {}).items():
        yield from _commands(below, (*path, name))


def _help(command: tuple[str, ...]) -> str:
    environment = {**os.environ, "COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1"}
    done = subprocess.run([COMMAND, *command, "--help"], env=environment, capture_output=True, check=True, text=True)
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    return "\n".join(lines).strip()


def _commands_page() -> str:
    parts = ["# Commands", "What `--help` says, written by `make examples`."]
    parts += [
        f"## vendorcheck {' '.join(command)}".rstrip() + f"\n\n```text\n{_help(command)}\n```"
        for command in _commands(get_command(app))
    ]
    return "\n\n".join(parts) + "\n"


def test_the_page_of_commands_is_what_help_says() -> None:
    page = ROOT / "docs" / "commands.md"
    if os.environ.get("UPDATE_EXAMPLES"):
        page.write_text(_commands_page(), encoding="utf-8")
    assert page.read_text(encoding="utf-8") == _commands_page()


def test_the_rule_on_the_rulebook_page_is_valid(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "rulebook.md").read_text(encoding="utf-8")
    [rule] = re.findall(r"```yaml\n(.*?)```", page.partition("\n## A rule\n")[2].partition("\n## ")[0], re.DOTALL)
    path = tmp_path / "rule.yaml"
    path.write_text(rule, encoding="utf-8")
    assert validate([path]) == []


def test_the_party_on_the_rulebook_page_has_every_key_and_is_valid(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "rulebook.md").read_text(encoding="utf-8")
    records = dict(re.findall(r"`own-rules/([\w/.]+)`:\n\n```yaml\n(.*?)```", page, re.DOTALL))
    (tmp_path / "parties").mkdir()
    for path, text in records.items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    today = dt.date(2026, 11, 21)
    assert [str(remark.fault) for remark in validated([tmp_path], today)] == []
    properties = json.loads(schema_text("party"))["properties"]
    told = [yaml.safe_load(text) for text in records.values()]
    assert set(properties) == set(told[0]) | set(told[1])
    for key in ("names", "identifiers"):
        assert set(told[0][key]) == set(properties[key]["properties"])
    assert set(properties["owners"]["items"]["properties"]) - {"until"} == set().union(*told[0]["owners"])


def test_the_waiver_on_the_page_of_waivers_is_valid_and_clears_its_name(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "waivers.md").read_text(encoding="utf-8")
    [waivers] = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "waivers.yaml").write_text(waivers, encoding="utf-8")
    (tmp_path / "bom.csv").write_text("Maker,Part\nDahua Machinery Works,GX-1\n", encoding="utf-8")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795219200"}
    [command] = re.findall(r"^vendorcheck (scan .*)$", page, re.MULTILINE)

    def scan(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [COMMAND, *arguments], cwd=tmp_path, env=environment, capture_output=True, check=False, encoding="utf-8"
        )

    assert scan(*command.split()[:-2]).returncode == 1
    done = scan(*command.split())
    assert (done.returncode, done.stderr) == (0, "")
    [said] = re.findall(r"`(cleared by waivers: .*), 3 lines`", page)
    assert f" {said}, 1 line; waivers not used: lobby-cameras " in " ".join(done.stdout.split())


@pytest.mark.parametrize("command", [("list",), ("show", "ipvm-dahua-letters-24"), ("verify", "--sources", "examples")])
def test_the_page_of_evidence_names_every_key(command: tuple[str, ...]) -> None:
    done = subprocess.run([COMMAND, "evidence", *command, "-o", "json"], cwd=ROOT, capture_output=True, check=False)
    data = json.loads(done.stdout)
    section = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8").partition("## JSON")[2]
    named = set(re.findall(r"`([a-z0-9_]+)(?:\[\])?`", section))
    assert f"`{data['schema']}`" in section
    assert _keys(data) - named - {"schema"} == set()


#: Keys of what is shown by names of its own: roles, parties, and what a case expects.
OPEN_KEYS = {"cells", "about", "expect", "expected", "got"}


@pytest.mark.parametrize(
    ("page", "command"),
    [
        ("explain.md", ("explain", "examples/bom.csv", "--line", "3", "--line", "16", "-p", "us-federal")),
        ("rule-tools.md", ("rules", "list", "--tag", "fcc")),
        ("rule-tools.md", ("rules", "show", "us-889-a")),
        ("rule-tools.md", ("rules", "changes")),
        ("rule-tools.md", ("rules", "test", "rules/us/ndaa/889-b.cases.yaml")),
    ],
)
def test_the_pages_of_other_commands_name_every_key(page: str, command: tuple[str, ...]) -> None:
    done = subprocess.run([COMMAND, *command, "-o", "json"], cwd=ROOT, capture_output=True, check=False)
    data = json.loads(done.stdout)
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z0-9_]+)(?:\[\])?`", text))
    assert f"`{data['schema']}`" in text
    for line in data.get("lines", ()):  # these are a report's, and stand on its page
        del line["result"], line["findings"]
    assert _keys(_closed(data)) - named - {"schema"} == set()


def _closed(data: Any) -> Any:
    """Data without what stands below keys of other names than the program's."""
    if isinstance(data, dict):
        return {
            key: None if key in OPEN_KEYS and isinstance(value, dict) else _closed(value) for key, value in data.items()
        }
    return [_closed(each) for each in data] if isinstance(data, list) else data


def test_the_pages_of_rules_are_what_the_rulebook_says() -> None:
    done = subprocess.run([COMMAND, "rules", "docs", "--check"], cwd=ROOT, capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def _keys(data: Any) -> set[str]:
    if isinstance(data, dict):
        return set(data).union(*map(_keys, data.values()))
    return set().union(*map(_keys, data)) if isinstance(data, list) else set()


def test_what_the_readme_shows_is_in_the_example_report() -> None:
    report = (ROOT / "examples" / "bom.us-federal.txt").read_text(encoding="utf-8")
    shown = re.findall(r"```text\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    assert [block for block in shown if block not in report] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_everything_provisional_is_listed_with_its_date_and_nothing_else_is() -> None:
    page = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    table = page.partition("## Provisional")[2].partition("## ")[0]
    listed = set(re.findall(r"^\| ([^|(]+?)(?: \([^|]*\))? \| ((?:on |between )?\d{4}[^|]*?) \|", table, re.MULTILINE))
    rulebook = load_rulebook()
    entries = {
        (instrument.short.partition(" (")[0], days_text(entry.date.text))
        for instrument in rulebook.instruments.values()
        for entry in instrument.timeline
        if entry.provisional
    }
    names = {
        (f"{instrument.short.partition(' (')[0]}: {rulebook.parties[row.party].name}", days_text(row.since.text))
        for instrument in rulebook.instruments.values()
        for row in instrument.namings
        if row.provisional
    }
    parts = {
        (rulebook.instruments[rule.instrument].short.partition(" (")[0], days_text(rule.since.text))
        for rule in rulebook.rules.values()
        if rule.provisional and rule.instrument and rule.since
    }
    assert listed == entries | names | parts


def test_every_profile_is_in_the_table_of_buyers() -> None:
    page = (ROOT / "docs" / "deciding.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| (.+) \| ([a-z, ]+) \|$", page, re.MULTILINE)
    profiles = load_rulebook().profiles.values()
    assert rows == [(profile.id, profile.title, ", ".join(profile.acts)) for profile in profiles]


def test_the_readme_counts_the_buyers() -> None:
    [number] = re.findall(r"^\* (\d+) \[buyers\]", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert int(number) == len(load_rulebook().profiles)


def test_the_page_of_evidence_explains_every_standing_in_its_order_and_every_quality_of_a_copy() -> None:
    page = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")
    graded = page.partition("### Standing")[2].partition("### Reliability")
    assert tuple(re.findall(r"^\| `([a-z_]+)` \|", graded[0], re.MULTILINE)) == STANDINGS
    copies = graded[2].partition("### Copy quality")[2].partition("### ")[0]
    shown = subprocess.run([COMMAND, "schema", "evidence"], capture_output=True, check=True, text=True).stdout
    known = json.loads(shown)["properties"]["copy_quality"]["enum"]
    assert re.findall(r"^\| `([a-z_]+)` \|", copies, re.MULTILINE) == known
