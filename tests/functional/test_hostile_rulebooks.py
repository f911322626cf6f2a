"""Rulebooks made to break the program: each ends with a sentence and an exit code, in bounded time and memory."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

RULE = """\
id: own-rule
title: Own
status: draft
severity: low
subjects: [product]
bars: []
binds: []
when: {listed: any}
message: It is on a list.
next_steps: [Ask.]
"""

PARTY = """\
id: acme
name: Acme
country: GB
names:
  legal: [{name: Acme Optics Limited, source: a register}]
marks:
  - {id: m, what: cameras, starts: [A], pattern: 'PATTERN', matches: [AAAA], rejects: [B], source: a list}
sources: [{what: names, source: a register}]
"""


def _many(form: str, count: int) -> str:
    return ", ".join(form.format(number) for number in range(count))


@pytest.mark.parametrize(
    ("place", "text", "said"),
    [
        ("a.yaml", "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "a.yaml:2:8: anchors and aliases are not read [yaml]"),
        ("a.yaml", "[" * 1_000_000, "a.yaml:1:65: nested too deeply [yaml]"),
        ("a.yaml", "- " * 500_000, "a.yaml:1:129: nested too deeply [yaml]"),
        ("a.yaml", "id: a\nid: b\n", "a.yaml:2:1: 'id' stands twice, first at line 1 [yaml]"),
        ("a.yaml", "id: a\nwhen:\n\tparty: [x]\n", "help: Indent with spaces, not tabs."),
        ("a.yaml", RULE.encode("utf-16"), "a.yaml:1:1: not UTF-8 [yaml]"),
        ("a.yaml", RULE.replace("Own", "Öwn").encode("latin-1"), "a.yaml:2:1: not UTF-8 [yaml]"),
        ("a.yaml", "id: a\0b\n", "a.yaml:1:6: not YAML: it holds the character U+0000 [yaml]"),
        ("a.yaml", "", "a.yaml:1:1: the file is empty [yaml]"),
        ("a.yaml", "# nothing\n", "a.yaml:1:1: the file is empty [yaml]"),
        ("a.yaml", b"id: a\n" + b"# xxxxxxxxx\n" * 4_500_000, "a.yaml: larger than 4 MiB [yaml]"),
        ("a.yaml", "- a\n" * 900_000, "a.yaml: more than 200000 keys and values [yaml]"),
        ("a.yaml", RULE.replace("product", _many("{{a: {}}}", 30_000)), "a.yaml:5:12: {'a': 0} is not one of"),
        ("a.yaml", RULE.replace("{listed: any}", f"{{party: [{_many('p-{}', 30_000)}]}}"), "there is more: "),
        ("a.yaml", RULE + "".join(f"key{number}: 1\n" for number in range(30_000)), "there is more: "),
        ("a.yaml", RULE + "related: [own-rule]\n", "a.yaml:11:11: 'own-rule' names itself in 'related' [circles]"),
        ("parties/a.yaml", PARTY.replace("PATTERN", "(a+)+$"), "'+' at character 3 is not allowed in a model pattern"),
        ("parties/a.yaml", PARTY.replace("PATTERN", "(A?){32}"), "{32} may repeat one sign"),
        ("parties/a.yaml", PARTY.replace("PATTERN", "A{0,32}A{0,32}A{0,32}B?"), "71874 ways to try a text"),
        ("parties/a.yaml", PARTY.replace("PATTERN", "(A|AA)?(A|AA)?(A|AA)?B"), "does not match 'AAAA' [marks]"),
    ],
    ids=lambda value: repr(value)[:30],
)  # fmt: skip
def test_a_hostile_file(run: Run, tmp_path: Path, place: str, text: str | bytes, said: str) -> None:
    path = tmp_path / "own" / place
    path.parent.mkdir(parents=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    done = run("rules", "validate", "-r", "own")
    assert done.returncode == 1
    assert said in done.stderr
    assert "internal error" not in done.stderr


def test_more_files_than_a_rulebook_has(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    for number in range(10_001):
        (tmp_path / "own" / f"{number}.yaml").touch()
    done = run("rules", "validate", "-r", "own")
    assert (done.returncode, done.stdout) == (1, "1 fault\n")
    assert done.stderr.startswith("own: more than 10000 files of YAML are below this folder [files]\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_links_and_pipes_in_a_folder(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "rule.yaml").write_text(RULE, encoding="utf-8")
    (own / "itself.yaml").symlink_to("itself.yaml")
    (own / "gone.yaml").symlink_to("nowhere.yaml")
    os.mkfifo(own / "pipe.yaml")
    done = run("rules", "validate", "-r", "own")
    assert (done.returncode, done.stdout) == (1, "3 faults\n")
    assert "own/pipe.yaml: own/pipe.yaml cannot be read: it is not a file [files]\n" in done.stderr
    (own / "loop").symlink_to(own, target_is_directory=True)
    assert "own/loop: a link to a folder is not followed [files]\n" in run("rules", "validate", "-r", "own").stderr


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_file_without_an_end(run: Run) -> None:
    done = run("check", "Acme", "-r", "/dev/zero")
    assert done.returncode == 2
    assert "/dev/zero: larger than 4 MiB\n" in done.stderr


def test_a_scan_refuses_what_keeps_a_rulebook_from_being_loaded_and_nothing_else(run: Run, tmp_path: Path) -> None:
    """A rule without cases, said twice of itself, is no rulebook to ship; a scan with it answers all the same."""
    path = tmp_path / "own.yaml"
    path.write_text(RULE.replace("draft", "stable") + "related: [own-rule]\n", encoding="utf-8")
    assert run("rules", "validate", "-r", "own.yaml").returncode == 1
    assert run("check", "Axis", "-r", "own.yaml").returncode == 0
    path.write_text(RULE.replace("any}", "[a], party: [b]}"), encoding="utf-8")
    assert run("check", "Axis", "-r", "own.yaml").returncode == 2


def test_everybody_owns_everybody(run: Run, tmp_path: Path) -> None:
    folder, ids = tmp_path / "own" / "parties", [f"p{number}" for number in range(25)]
    folder.mkdir(parents=True)
    for each in ids:
        owners = ", ".join(f"{{party: {other}, source: s}}" for other in ids if other != each)
        text = PARTY.replace("acme", each).replace("Acme", f"Qx{each}").replace("PATTERN", "A{4}")
        (folder / f"{each}.yaml").write_text(f"{text}owners: [{owners}]\n", encoding="utf-8")
    checked = run("rules", "validate", "-r", "own")
    assert (checked.returncode, "a circle of owners: p0 is owned by p1 is owned by p0" in checked.stderr) == (1, True)
    done = run("check", "Axis", "-r", "own")
    assert (done.returncode, "chains of owners lead up from" in done.stderr) == (2, True)
