import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from names.ours import LEVELS, Hit
from names.search import Candidates, Searcher, ours
from names.search_tables import Asked, _run, print_searches
from names.variants import Variant

NAMES = [("Belvane Technology", "p1", "CN"), ("Orlovneft OOO", "p2", "RU"), ("Belvane Optik", "p3", None)]


class StandIn:
    """An index that finds names that begin with the same word."""

    def __init__(self, lines: list[list[str]]) -> None:
        self._lines = lines

    @classmethod
    def build(cls, pairs: list[tuple[str, str]], path: Path) -> None:
        path.write_text("\n".join(f"{key}\t{name}" for name, key in pairs), encoding="utf-8")

    @classmethod
    def open(cls, path: Path) -> "StandIn":
        return cls([line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")])

    def search(self, name: str) -> Iterator[SimpleNamespace]:
        for key, listed in self._lines:
            if listed.split()[0] == name.split(maxsplit=1)[0]:
                level = "strong" if listed == name else "possible"
                yield SimpleNamespace(key=key, name=listed, level=level, score=0.5)


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("vendorcheck.resolve.index")
    module.NameIndex = StandIn  # type: ignore[attr-defined]  # a module made here
    monkeypatch.setitem(sys.modules, "vendorcheck.resolve.index", module)


def test_a_strong_hit_ranks_above_every_possible_one(tmp_path: Path) -> None:
    hits = ours(NAMES, tmp_path).search("Belvane Technology")
    assert hits == [Hit("p1", LEVELS["strong"] + 0.5), Hit("p3", LEVELS["possible"] + 0.5)]


def test_candidates_share_the_rarest_words_and_letters() -> None:
    assert Candidates([name for name, _, _ in NAMES]).near("Orlovneftt")[0] == 1


def test_ties_count_as_one_group_and_silence_is_a_miss(tmp_path: Path) -> None:
    def search(name: str) -> list[Hit]:
        return [Hit("p1", 1.0), Hit("p2", 1.0), Hit("p3", 0.5)] if name else []

    variants = [Variant(text, "typo", "made of", key, "dev") for text, key in (("x", "p2"), ("x", "p3"), ("", "p1"))]
    run = _run(lambda *_: Searcher("one", search, {}), Asked([], variants, ["y", ""]), tmp_path)
    assert [found.right for found in run.found] == [True, False, False]
    assert [found.right_rank for found in run.found] == [1.0, 0.5, 0.0]
    assert run.firms == [1.0, 0.0]


def test_the_tables_name_every_part(
    lists: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VENDORCHECK_CORPUS", str(lists))
    print_searches(with_peers=False, sample=0, show_errors=True)
    said = capsys.readouterr().out
    assert "A list of 6 parties and 11 names" in said
    for title in ("| vendorcheck | *strong* |", "| typo-long-word |", "Not found first", "Unlisted firms that alert"):
        assert title in said
