"""Building an index: equal names give equal bytes, wherever and whenever."""

import os
import subprocess
import sys
from hashlib import sha256

import pytest

from vendorcheck.resolve.index import IndexedName, NameIndex, build

NAMES = [
    IndexedName("Norvik Optics Ltd", "norvik"),
    IndexedName("Norvik (formerly Hollow Works)", "norvik"),
    IndexedName("海康威视数字技术股份有限公司", "hikvision"),
    IndexedName("Сухой", "sukhoi"),
    IndexedName("Beijing Institute of Technology", "bit"),
]

SCRIPT = f"""
from hashlib import sha256
from vendorcheck.resolve.index import IndexedName, build
print(sha256(build(IndexedName(*name) for name in {[tuple(name) for name in NAMES]!r})).hexdigest())
"""


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_equal_names_give_equal_bytes_in_every_process(seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    said = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert said.stdout.strip() == sha256(build(NAMES)).hexdigest()


def test_another_name_gives_other_bytes() -> None:
    assert build(NAMES) != build(NAMES[:-1])
    assert build(NAMES) != build([*NAMES[:-1], NAMES[-1]._replace(party="other")])


@pytest.mark.parametrize("text", ["", "...", "🙂"])
def test_a_name_without_a_word_is_not_found_and_does_no_harm(text: str) -> None:
    index = NameIndex.of([IndexedName(text, "nobody"), *NAMES])
    assert index.search(text) == []
    assert [candidate.key for candidate in index.search("Norvik Optics")] == ["norvik"]


def test_an_index_of_nothing_finds_nothing() -> None:
    assert NameIndex.of([]).search("Norvik Optics") == []
