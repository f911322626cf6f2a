"""Every claim's locator against the documents, where they lie beside the corpus."""

import hashlib
import unicodedata
from pathlib import Path

import pytest

from vendorcheck.rulebook import load_rulebook


def _lines(path: Path) -> list[str]:
    text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    folded = (" ".join(unicodedata.normalize("NFC", line).split()) for line in text.split("\n"))
    return [line for line in folded if line]


@pytest.fixture(scope="module")
def documents(corpus: Path) -> dict[str, list[str]]:
    """The lines of each document, by the digest of its bytes."""
    folder = corpus.parent / "documents"
    if not folder.is_dir():
        pytest.skip("no documents beside the corpus")
    return {hashlib.sha256(path.read_bytes()).hexdigest(): _lines(path) for path in folder.iterdir()}


def test_every_locator_names_a_line_that_is_there(documents: dict[str, list[str]]) -> None:
    wrong = []
    for document in load_rulebook().documents.values():
        if document.digest is None:
            continue
        lines = documents[document.digest]
        for claim in document.claims:
            assert claim.locator is not None
            line = lines[claim.locator.line - 1]
            if hashlib.sha256(line.encode()).hexdigest() != claim.locator.sha256:
                wrong.append(claim.id)
    assert wrong == []
