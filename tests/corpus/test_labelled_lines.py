"""Labelled lines of real files: the right party, or nobody."""

import json
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from vendorcheck import screen
from vendorcheck.model.report import Report
from vendorcheck.rulebook import load_rulebook

#: What the figures must reach over all files (see docs/labelled-lines.md).
PRECISION, RECALL = 0.99, 0.98

#: Inventories that are read from end to end, with their lines.
WHOLE = {
    "camera_inventories/cctv-camera-databse__cameras.csv": 1_314,
    "camera_inventories/ieee-data__oui.csv": 30_082,
    "camera_inventories/ieee-data__mam.csv": 3_722,
    "camera_inventories/ieee-data__iab.csv": 4_575,
}

Label = dict[str, Any]


class Score(NamedTuple):
    """The labelled lines of a file, with those that are left out counted apart."""

    parties: int = 0
    found: int = 0
    others: int = 0
    false: int = 0
    doubtful: int = 0
    no_record: int = 0
    flagged_doubtful: int = 0

    def plus(self, other: "Score") -> "Score":
        return Score(*(one + two for one, two in zip(self, other, strict=True)))


class Seen(NamedTuple):
    """The parties and the text of each line of a report."""

    parties: dict[int | None, tuple[str, ...]]
    texts: dict[int | None, str]


@pytest.fixture(scope="module")
def labels(corpus: Path) -> dict[str, list[Label]]:
    by_file: dict[str, list[Label]] = defaultdict(list)
    for line in (corpus / "inputs" / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        by_file[label["file"]].append(label)
    return by_file


@pytest.fixture(scope="module")
def reports(corpus: Path, labels: dict[str, list[Label]]) -> dict[str, Report]:
    # Every line, since a party that no rule names is behind lines that are clear.
    return {
        file: screen(corpus / "inputs" / file, as_of=date(2026, 11, 21), profiles=["us-federal"], all_lines=True)
        for file in labels
    }


@pytest.fixture(scope="module")
def seen(reports: dict[str, Report]) -> dict[str, Seen]:
    return {
        file: Seen(
            {line.line: line.parties for line in report.lines},
            {line.line: " ".join(cell.text for cell in line.excerpt) for line in report.lines},
        )
        for file, report in reports.items()
    }


@pytest.fixture(scope="module")
def scores(labels: dict[str, list[Label]], seen: dict[str, Seen]) -> dict[str, Score]:
    known = frozenset(load_rulebook().parties)
    return {file: _score(labels[file], seen[file], known) for file in labels}


def _score(labels: list[Label], seen: Seen, known: frozenset[str]) -> Score:
    score = Score()
    for label in labels:
        score = score.plus(_of(label, seen.parties.get(label["row"], ()), known))
    return score


def _of(label: Label, parties: tuple[str, ...], known: frozenset[str]) -> Score:
    entity = label["entity"]
    if label.get("doubtful"):
        return Score(doubtful=1, flagged_doubtful=bool(parties))
    if entity is not None and entity not in known:
        return Score(no_record=1, false=bool(parties))
    if entity is None:
        return Score(others=1, false=bool(parties))
    return Score(parties=1, found=entity in parties, false=bool(parties) and entity not in parties)


def _precision(score: Score) -> float:
    flagged = score.found + score.false
    return score.found / flagged if flagged else 1.0


def _recall(score: Score) -> float:
    return score.found / score.parties if score.parties else 1.0


def test_every_label_is_at_a_line_that_was_read(labels: dict[str, list[Label]], seen: dict[str, Seen]) -> None:
    """What stands in the line is what was labelled; of a line that may have slipped nothing is repeated."""
    unread = [label for file in labels for label in labels[file] if label["row"] not in seen[file].parties]
    assert unread == []
    texts = [(label, seen[file].texts[label["row"]]) for file in labels for label in labels[file]]
    assert [(label, text) for label, text in texts if text and label["vendor_text"].strip() not in text] == []


@pytest.mark.parametrize(("file", "lines"), WHOLE.items())
def test_a_real_inventory_is_screened_from_end_to_end(reports: dict[str, Report], file: str, lines: int) -> None:
    summary = reports[file].summary
    assert summary.lines == lines
    assert sum(summary.by_determination.values()) == lines


def test_no_labelled_line_shows_a_conflict(labels: dict[str, list[Label]], reports: dict[str, Report]) -> None:
    rows = {(file, label["row"]) for file in labels for label in labels[file]}
    conflicts = [
        (file, finding.line, finding.message)
        for file, report in reports.items()
        for finding in report.findings
        if finding.rule == "conflicting-evidence" and (file, finding.line) in rows
    ]
    assert conflicts == []


def test_precision_and_recall_over_all_labelled_lines(scores: dict[str, Score]) -> None:
    total = Score()
    for score in scores.values():
        total = total.plus(score)
    sys.stdout.write(_table({**scores, "all": total}))
    assert total.parties
    assert total.others
    assert _precision(total) >= PRECISION
    assert _recall(total) >= RECALL


def _table(scores: dict[str, Score]) -> str:
    heading = f"\n{'file':<52}{'parties':>8}{'found':>6}{'others':>7}{'false':>6}{'doubtful':>13}{'no record':>10}"
    total = scores["all"]
    figures = f"precision {_precision(total):.3f}, recall {_recall(total):.3f}\n"
    return "\n".join([heading, *(_row(file, score) for file, score in scores.items()), figures])


def _row(name: str, score: Score) -> str:
    doubtful = f"{score.doubtful} ({score.flagged_doubtful} hit)"
    return (
        f"{name.rpartition('/')[2]:<52}{score.parties:>8}{score.found:>6}{score.others:>7}{score.false:>6}"
        f"{doubtful:>13}{score.no_record:>10}"
    )
