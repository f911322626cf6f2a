"""Labelled lines of two real inventories: the right party, or nobody."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from vendorcheck import screen
from vendorcheck.model.report import Report

#: The parties that the rulebook has a record of.
PARTIES = {"hikvision", "dahua", "ezviz", "imou", "huawei", "hisilicon", "zte", "hytera", "uniview", "tiandy"}

FILES = ("camera_inventories/cctv-camera-databse__cameras.csv", "camera_inventories/ieee-data__oui.csv")


def _labels(corpus: Path, file: str) -> Iterator[dict[str, Any]]:
    lines = (corpus / "inputs" / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    labels = (json.loads(line) for line in lines)
    return (label for label in labels if label["file"] == file and not label.get("doubtful"))


@pytest.fixture(scope="module")
def reports(corpus: Path) -> dict[str, Report]:
    # Every line, since a party that no rule names is behind lines that are clear.
    return {
        file: screen(corpus / "inputs" / file, as_of=date(2026, 11, 21), profiles=["us-federal"], all_lines=True)
        for file in FILES
    }


@pytest.mark.parametrize(("file", "lines"), [(FILES[0], 1_314), (FILES[1], 30_082)])
def test_a_real_inventory_is_screened_from_end_to_end(reports: dict[str, Report], file: str, lines: int) -> None:
    summary = reports[file].summary
    assert summary.lines == lines
    assert sum(summary.by_determination.values()) == lines


@pytest.mark.parametrize("file", FILES)
def test_labelled_lines_of_known_parties_come_out_right(corpus: Path, reports: dict[str, Report], file: str) -> None:
    found = {line.line: line.parties for line in reports[file].lines}
    labels = [label for label in _labels(corpus, file) if label["entity"] in PARTIES]
    missed = [label for label in labels if label["entity"] not in found.get(label["row"], ())]
    assert labels
    assert missed == []


@pytest.mark.parametrize("file", FILES)
def test_labelled_lines_of_others_hit_nobody(corpus: Path, reports: dict[str, Report], file: str) -> None:
    found = {line.line: line.parties for line in reports[file].lines}
    labels = [label for label in _labels(corpus, file) if label["entity"] not in PARTIES]
    false = [label for label in labels if found.get(label["row"])]
    assert labels
    assert false == []
