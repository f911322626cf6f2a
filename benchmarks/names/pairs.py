"""Labelled pairs of names: the general ones from the corpus, the hard ones written for this project."""

import csv
import hashlib
import json
from pathlib import Path
from typing import NamedTuple

SEED = "vendorcheck-hard-pairs-1"
HARD = Path(__file__).with_name("hard_pairs.tsv")


class Pair(NamedTuple):
    """Two names, whether they are one party, what the pair is about, and who may read it: `dev` or `held`."""

    a: str
    b: str
    same: bool
    kind: str
    half: str


def half_of(a: str, b: str) -> str:
    """Return the half a pair belongs to: tuning reads `dev` alone, `held` is for measuring only."""
    digest = hashlib.sha256(f"{SEED}\t{a}\t{b}".encode()).digest()
    return "held" if digest[0] & 1 else "dev"


def hard_pairs() -> list[Pair]:
    """Return the hard pairs in the order of their file."""
    with HARD.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Pair(row["a"], row["b"], row["same"] == "1", row["kind"], row["half"]) for row in rows]


def general_pairs(corpus: Path) -> list[Pair]:
    """Return the labelled organisation pairs of the corpus, in two halves as well, though others have seen them all."""
    with (corpus / "names" / "org_pairs.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [
        Pair(row["a"], row["b"], bool(row["same"]), row["category"] or row["source"], half_of(row["a"], row["b"]))
        for row in rows
    ]
