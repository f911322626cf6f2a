"""`rules list`, `rules show` and `rules docs`, on a small rulebook of the tests' own."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

OWN = Path(__file__).with_name("own_rules")
ALONE = ("-r", "own", "--no-shipped-rules")

LISTED = """\
acme-cameras  (provisional)
  Camera of Acme
  the Order · bars buy for US federal executive agencies · medium
acme-draft  (draft)
  May be of Acme
  binds nobody: it tells of a risk · info
acme-talk
  Talk of Acme and Crown
  binds nobody: it tells of a risk · low
3 of 3 rules
"""

#: The page of a rule that rests on claims, as the terminal shows it.
SHOWN = """\
Talk of Acme and Crown
acme-talk · binds nobody: it tells of a risk.
Nothing in it is provisional.

What it does
A Paper reports on the company.
Severity: low.

Whom it binds
Nobody. It bars no act; it tells a buyer what to know and to ask.

When it applies
It asks about the product. It comes up when Acme or Crown is behind the line.

What it rests on
No law or list of its own: it rests on the evidence below.

Evidence
2 claims, 1 line of evidence:
  - A Paper (investigative report): The cameras were sold to *the town*. [A Paper 2024, 2024-02-03,
    line 3; paper-1] https://example.org/paper
  - A Paper (investigative report): Crown knew of it. [A Paper 2024, 2024-02-03, line 6; paper-4]
    https://example.org/paper
The other side:
  - Acme (denial): They were not. [A Paper 2024, 2024-02-03, line 4; paper-2]
    https://example.org/paper
Answer of Crown: none recorded in the sources.
To be read beside it:
  - A Paper (filing): A court has heard neither. [A Paper 2024, 2024-02-03, line 5; paper-3]
    https://example.org/paper

What to do
  - Read the report and the answer to it.

Examples
  - reported
    line           maker: Acme; part: AC-123
    day and buyer  2026-11-21, no profile
    comes out      it applies (Acme)
  - another maker
    line           maker: Bolt
    day and buyer  2026-11-21, no profile
    comes out      it does not apply; CLEAR
2 of 2 cases; all stand in own/gb/acme-talk.cases.yaml.

Related
Tags: talk.

Limits
Screening against a rulebook, not legal advice. What stands here is what the rule rests on, and no
more.
"""


@pytest.fixture(autouse=True)
def own(tmp_path: Path) -> None:
    """The small rulebook, in `own`."""
    shutil.copytree(OWN, tmp_path / "own")


def test_rules_are_listed_with_what_they_bar_and_for_whom(run: Run) -> None:
    done = run("rules", "list", *ALONE)
    assert (done.returncode, done.stdout, done.stderr) == (0, LISTED, "")


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (("--party", "crown"), ["acme-cameras", "acme-talk"]),
        (("--party", "crown", "--tag", "talk"), ["acme-talk"]),
        (("--tag", "talk", "--tag", "cameras"), ["acme-cameras", "acme-talk"]),
        (("--jurisdiction", "GB", "--instrument", "acme-order"), ["acme-cameras"]),
        (("--act", "buy", "--profile", "us-dod", "--status", "stable"), ["acme-cameras"]),
        (("--act", "export"), []),
    ],
)
def test_filters_of_one_kind_are_any_and_of_several_kinds_all(
    run: Run, filters: tuple[str, ...], names: list[str]
) -> None:
    done = run("rules", "list", *filters, *ALONE, "-o", "json")
    assert done.returncode == 0
    assert [rule["id"] for rule in json.loads(done.stdout)["rules"]] == names


def test_what_no_rulebook_knows_is_an_error_with_what_may_be_meant(run: Run) -> None:
    done = run("rules", "list", "--party", "acne", *ALONE)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "vendorcheck: there is no party 'acne'; did you mean 'acme'?\nhelp: Known: acme, crown.\n"


def test_the_page_of_a_rule_is_shown(run: Run) -> None:
    done = run("rules", "show", "acme-talk", *ALONE)
    assert (done.returncode, done.stdout, done.stderr) == (0, SHOWN, "")


def test_explain_with_a_rule_shows_its_page(run: Run) -> None:
    assert run("explain", "acme-talk", *ALONE).stdout == SHOWN


def test_an_unknown_rule_is_an_error_with_what_may_be_meant(run: Run) -> None:
    done = run("rules", "show", "acme-tlak", *ALONE, "-o", "json")
    assert (done.returncode, json.loads(done.stdout)["code"]) == (2, "unknown_name")
    assert "there is no rule 'acme-tlak'; did you mean 'acme-talk'?" in done.stderr


def test_pages_are_written_once_and_kept_as_they_should_be(run: Run, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    assert run("rules", "docs", "pages", *ALONE).stdout.endswith("4 pages, 4 written or removed\n")
    assert {path.name for path in pages.iterdir()} == {
        "README.md",
        "acme-cameras.md",
        "acme-draft.md",
        "acme-talk.md",
    }
    assert run("rules", "docs", "pages", "--check", *ALONE).stdout == "4 pages, each as it should be\n"
    (pages / "acme-talk.md").write_text("mine", encoding="utf-8")
    (pages / "README.md").unlink()
    (pages / "acme-draft.md").rename(pages / "gone.md")
    (pages / "notes.md").write_text("mine as well", encoding="utf-8")
    done = run("rules", "docs", "pages", "--check", *ALONE)
    assert (done.returncode, done.stdout.splitlines()) == (
        1,
        [
            "pages/README.md: missing",
            "pages/acme-draft.md: missing",
            "pages/acme-talk.md: changed",
            "pages/gone.md: left over",
            "4 pages, 4 not as they should be",
        ],
    )
    refused = run("rules", "docs", "pages", *ALONE)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "pages/acme-talk.md was not written by `rules docs`, and is not replaced" in refused.stderr
    assert (pages / "gone.md").exists()
    (pages / "acme-talk.md").unlink()
    assert run("rules", "docs", "pages", *ALONE).returncode == 0
    assert not (pages / "gone.md").exists()
    assert (pages / "notes.md").read_text(encoding="utf-8") == "mine as well"


CHANGED = """\
rulebook vendorcheck (vocabulary and profiles only) 0.1: verified through 2026-11-21; reviewed by
the vendorcheck maintainers; no lawyer has reviewed it yet
rulebook own 1: verified through 2026-11-21; reviewed by nobody

2024-06-01
  what        The Order came into force.
  law         the Order
  rules       acme-cameras
  recorded    2026-11-20; not reviewed by a lawyer

1 change in law
"""


def test_what_changed_since_a_day_in_law_or_on_record_is_shown(run: Run) -> None:
    done = run("rules", "changes", "--since", "2025-03-02", *ALONE)
    assert (done.returncode, done.stdout, done.stderr) == (0, CHANGED, "")
    data = json.loads(run("rules", "changes", *ALONE, "-o", "json").stdout)
    assert [change["date"] for change in data["changes"]] == ["2025-02", "2024-06-01"]


def test_a_change_of_a_law_that_is_not_on_record_is_an_error_with_its_place(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "own" / "rulebook.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("[acme-order]", "[acme-oder]"), encoding="utf-8")
    done = run("rules", "changes", *ALONE)
    assert (done.returncode, done.stdout) == (2, "")
    assert "own/rulebook.yaml:9:19: no instrument is called 'acme-oder'" in done.stderr
    assert "Did you mean 'acme-order'?" in done.stderr


def test_the_words_of_the_rulebook_are_shown(run: Run) -> None:
    done = run("rules", "vocabulary", "router")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[:2] == ["equipment router", "  router · a kind of telecommunications"]
    assert lines[2].startswith("  words: router, ")
    assert "equipment camera" not in done.stdout


def test_the_words_of_the_rulebook_are_shown_as_data(run: Run) -> None:
    every = json.loads(run("rules", "vocabulary", "-o", "json").stdout)
    one = json.loads(run("rules", "vocabulary", "none-of-these", "-o", "json").stdout)
    assert every["schema"] == "vendorcheck.rules-vocabulary/v0"
    assert [purpose["id"] for purpose in one["purposes"]] == ["none-of-these"]
    assert (one["equipment"], one["buyers"]) == ([], [])
    assert one["purposes"][0] in every["purposes"]
    assert {"us-market"} < {buyer["id"] for buyer in every["buyers"]}


def test_a_word_that_stands_for_nothing_is_refused_with_what_may_be_meant(run: Run) -> None:
    done = run("rules", "vocabulary", "ruter")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'ruter'; did you mean 'router'?\nhelp: Known: video-surveillance, " in done.stderr


def test_a_rulebook_without_the_shipped_judgements_says_so(run: Run) -> None:
    listed = json.loads(run("rules", "list", *ALONE, "-o", "json").stdout)
    names = [source["name"] for source in listed["rulebook"]]
    assert names == ["vendorcheck (vocabulary and profiles only)", "own"]
