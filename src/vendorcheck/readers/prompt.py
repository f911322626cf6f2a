"""One text given at the prompt, as a bill of one line in which it stands in every role."""

import hashlib
from collections.abc import Iterator

from vendorcheck.model.bom import IDENTITY_ROLES, Batch, Column, Layout, Reading

PROMPT = "<prompt>"


class _Start:
    def column_of(self, index: int, cell: int) -> int | None:  # noqa: ARG002 (a prompt has one cell)
        return 1


class PromptBill:
    """A bill of one line with one cell, tried as maker, vendor, part, description, MAC and FCC ID."""

    def __init__(self, text: str) -> None:
        """Hold the text; it need not be anything that is known."""
        self.name = PROMPT
        self.digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        self.layout = Layout("prompt", "text", None, None, 0, tuple(Column(1, "", role) for role in IDENTITY_ROLES))
        self.reading = Reading()
        self._text = text

    def batches(self) -> Iterator[Batch]:
        """Yield the one line."""
        self.reading.lines = 1
        yield Batch([1], tuple((self._text,) for _ in self.layout.columns), {}, _Start())
