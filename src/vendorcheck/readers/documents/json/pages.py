"""The text of a document, a stretch of it at a time, with the lines and columns that a person counts."""

import codecs
import io
from collections.abc import Callable, Iterator

from vendorcheck.model.bom import lost_characters
from vendorcheck.readers.source import Source

#: How many bytes are read at a time.
CHUNK = 1 << 19


def chunks_of(source: Source, encoding: str) -> Iterator[str]:
    """Yield the text of a file, from its start, in chunks; line breaks of every kind become line feeds."""
    source.file.seek(0)
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(encoding)("replace"), translate=True)
    while data := source.file.read(CHUNK):
        if text := decoder.decode(data):
            yield text
    if text := decoder.decode(b"", final=True):
        yield text


def noting_losses(chunks: Iterator[str], note: Callable[[int], None]) -> Iterator[str]:
    """Yield the chunks; the lines of characters that could not be read are noted."""
    line = 1
    for chunk in chunks:
        if lost_characters(chunk):
            for number, text in enumerate(chunk.split("\n"), line):
                if lost_characters(text):
                    note(number)
        line += chunk.count("\n")
        yield chunk


class Pages:
    """The stretch of a text that is in hand: `text`, of which all before `at` is read, and `ended` for the last.

    `gone` counts the characters that stood before it.
    """

    def __init__(self, chunks: Iterator[str], line: int = 1) -> None:
        """Begin on a line of the file with nothing in hand."""
        self.text = ""
        self.at = 0
        self.gone = 0
        self.ended = False
        self._chunks = chunks
        self._line = line
        self._counted = 0
        self._before = 0

    def more(self) -> None:
        """Forget what is read and take the next chunk behind the rest."""
        self._line = self.line()
        last_break = self.text.rfind("\n", 0, self.at)
        self._before = self.at - last_break - 1 if last_break >= 0 else self._before + self.at
        self.gone += self.at
        chunk = next(self._chunks, "")
        self.ended = not chunk
        self.text = self.text[self.at :] + chunk
        self.at = self._counted = 0

    def line(self) -> int:
        """Return the line that `at` stands on."""
        self._line += self.text.count("\n", self._counted, self.at)
        self._counted = self.at
        return self._line

    def column(self) -> int:
        """Return the character of its line, from 1, that `at` stands on."""
        last_break = self.text.rfind("\n", 0, self.at)
        return self.at - last_break if last_break >= 0 else self._before + self.at + 1
