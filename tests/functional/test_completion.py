"""What the shell offers: commands, options, and the words that options take."""

from collections.abc import Callable
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("vendorcheck wai", {"waivers"}),
        ("vendorcheck scan bom.csv --new", {"--new-only"}),
        ("vendorcheck scan bom.csv -p us-fed", {"us-federal", "us-federal-contractor", "us-federal-grant"}),
        ("vendorcheck scan bom.csv -o ma", {"markdown"}),
        ("vendorcheck scan bom.csv --fail-on h", {"high"}),
        ("vendorcheck scan bom.csv --min-confidence s", {"strong"}),
        ("vendorcheck lists import a.csv --format csl", {"csl", "csl-json"}),
        ("vendorcheck check x --purpose national", {"national-security"}),
    ],
)
def test_the_shell_offers_what_can_stand_there(run: Run, typed: str, offered: set[str]) -> None:
    words = {"COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1)}
    done = run(_VENDORCHECK_COMPLETE="complete_bash", **words)
    assert (done.returncode, set(done.stdout.split())) == (0, offered), done.stderr
