"""Every claim's locator against the documents, where they lie beside the corpus, as the command verifies them."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from vendorcheck.rulebook import load_rulebook
from vendorcheck.rulebook.locators import locator_of, normalised

COMMAND = Path(sys.executable).with_name("vendorcheck")
DOCUMENTS = {name: each for name, each in load_rulebook().documents.items() if each.digest is not None}


@pytest.fixture(scope="module")
def documents(corpus: Path) -> Path:
    folder = corpus.parent / "documents"
    if not folder.is_dir():
        pytest.skip("no documents beside the corpus")
    return folder


def _verified(folder: Path) -> tuple[int, Any]:
    arguments = [str(COMMAND), "evidence", "verify", "--sources", str(folder), "-o", "json"]
    done = subprocess.run(arguments, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, json.loads(done.stdout)


def test_every_locator_names_a_line_that_is_there(documents: Path) -> None:
    code, data = _verified(documents)
    assert [each for each in data["documents"] if each["state"] != "verified"] == []
    assert (code, {each["copy"] for each in data["documents"]}) == (0, {"seen"})


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_one_changed_word_in_one_document_is_caught(documents: Path, tmp_path: Path, name: str) -> None:
    files = {each["id"]: each["file"] for each in _verified(documents)[1]["documents"]}
    for file in files.values():
        shutil.copyfile(documents / file, tmp_path / file)
    path = tmp_path / files[name]
    line = locator_of(DOCUMENTS[name].claims[0]).line
    text = path.read_bytes().decode()
    number = [number for number, _ in normalised(text)][line - 1]
    lines = text.split("\n")
    lines[number - 1] += " indeed"
    path.write_bytes("\n".join(lines).encode())

    code, data = _verified(tmp_path)
    [changed] = [each for each in data["documents"] if each["state"] != "verified"]
    on_line = [claim.id for claim in DOCUMENTS[name].claims if locator_of(claim).line == line]
    assert (code, changed["id"], changed["state"], changed["file"]) == (1, name, "changed", files[name])
    assert [each["claim"] for each in changed["not_verified"]] == on_line
