"""Bills of one line that come from no file: a text at the prompt, or cells given by role."""

import hashlib
from collections.abc import Iterator, Mapping

from vendorcheck.model.bom import IDENTITY_ROLES, Batch, Column, Layout, Reading, Role

PROMPT = "<prompt>"


class OneLineBill:
    """A bill of one line; its digest is that of the texts of its cells."""

    def __init__(self, columns: tuple[Column, ...], texts: tuple[str, ...], name: str = PROMPT) -> None:
        """Hold one text for each column."""
        self.name = name
        self.digest = hashlib.sha256("\x1f".join(texts).encode("utf-8", "surrogatepass")).hexdigest()
        self.tables = (_OneLine(columns, texts),)

    def close(self) -> None:
        """Do nothing: there is no file."""


class _OneLine:
    def __init__(self, columns: tuple[Column, ...], texts: tuple[str, ...]) -> None:
        self.layout = Layout("prompt", None, None, None, None, columns)
        self.reading = Reading()
        self._texts = dict(zip(columns, texts, strict=True))

    def batches(self) -> Iterator[Batch]:
        self.reading.lines = 1
        values = tuple((self._texts[column],) for column in self.layout.looked_at)
        yield Batch([1], values, {}, _Start())


def prompt_bill(text: str) -> OneLineBill:
    """Return a text as a bill of one cell, which stands in every role that may show who made a thing."""
    columns = tuple(Column(1, "", role) for role in IDENTITY_ROLES)
    return OneLineBill(columns, (text,) * len(columns))


def line_bill(cells: Mapping[Role, str], name: str = PROMPT) -> OneLineBill:
    """Return cells, given by role, as a bill of one line."""
    columns = tuple(Column(cell, role, role) for cell, role in enumerate(cells, 1))
    return OneLineBill(columns, tuple(cells.values()), name)


class _Start:
    def column_of(self, index: int, cell: int) -> int | None:  # noqa: ARG002 (nobody typed it at a column)
        return 1

    def pointer_of(self, index: int, cell: int) -> str | None:  # noqa: ARG002 (nor in a document)
        return None
