import json
from collections import Counter
from pathlib import Path

from names.pairs import general_pairs, half_of, hard_pairs


def test_there_are_enough_hard_pairs_and_as_many_that_differ_as_that_agree() -> None:
    labels = Counter(pair.same for pair in hard_pairs())
    assert labels.total() >= 340
    assert labels[False] >= labels[True] >= 170


def test_no_pair_stands_there_twice_or_says_a_name_twice() -> None:
    both = [frozenset((pair.a, pair.b)) for pair in hard_pairs()]
    assert len(set(both)) == len(both)
    assert all(len(pair) == 2 for pair in both)


def test_every_pair_is_in_the_half_that_its_names_decide() -> None:
    assert [pair.half for pair in hard_pairs()] == [half_of(pair.a, pair.b) for pair in hard_pairs()]


def test_both_halves_are_about_as_large() -> None:
    halves = Counter(pair.half for pair in hard_pairs())
    assert 0.4 < halves["held"] / halves.total() < 0.6


def test_general_pairs_come_with_a_kind_and_a_half(tmp_path: Path) -> None:
    (tmp_path / "names").mkdir()
    row = {"a": "Arvo Oy", "b": "Arvo Ltd", "same": True, "source": "somewhere", "category": ""}
    (tmp_path / "names" / "org_pairs.jsonl").write_text(json.dumps(row), encoding="utf-8")
    (pair,) = general_pairs(tmp_path)
    assert (pair.same, pair.kind, pair.half) == (True, "somewhere", half_of("Arvo Oy", "Arvo Ltd"))
