"""Gives a file back with four plain words beside every line."""

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from vendorcheck.model.annotation import Annotation, Cells, Seen
from vendorcheck.readers import ALL_FOUND, Choices
from vendorcheck.readers.annotating import annotate

HEADINGS = ("Determination", "Why", "What to do", "Evidence")

Annotate = Callable[..., bytes]


@pytest.fixture(scope="session")
def annotated(tmp_path_factory: pytest.TempPathFactory) -> Annotate:
    """Annotate the bytes of a file: `words` are the cells of a row, by default beside all that is no aside."""
    folder = tmp_path_factory.mktemp("bills")

    def beside(seen: Seen) -> Cells | None:
        return None if seen.kind == "aside" else (seen.kind.upper(), f"line {seen.line}", "", seen.reason or "")

    def annotated(
        data: bytes,
        name: str = "bom.csv",
        choices: Choices = ALL_FOUND,
        words: Callable[[Seen], Cells | None] = beside,
    ) -> bytes:
        path: Path = folder / name
        path.write_bytes(data)
        out = io.BytesIO()
        annotate(str(path), choices, Annotation(hashlib.sha256(data).hexdigest(), HEADINGS, words), out)
        return out.getvalue()

    return annotated
