"""Texts on a terminal, in colour; elsewhere plain."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from vendorcheck.cli.console_signs import ERRORS
from vendorcheck.reporters.text import WIDTH
from vendorcheck.reporters.text.rows import Row, Style, plain
from vendorcheck.reporters.visible import visible

#: Narrower than this nothing stays readable; on wider ones running text is broken earlier.
NARROWEST, WIDEST = 72, 240

#: How rich paints each style.
PAINT: dict[Style, str] = {
    "plain": "",
    "place": "bold cyan",
    "bad": "bold red",
    "warn": "yellow",
    "good": "green",
    "dim": "dim",
    "strong": "bold",
    "label": "dim",
}


def print_rows(rows: Callable[[int], Iterable[Row]]) -> None:
    """Print rows to standard output, as wide as the terminal; where there is none, the same everywhere."""
    if not _painted():
        width = _width() if sys.stdout.isatty() else WIDTH
        write_out(plain(rows(width)), encoding=sys.stdout.encoding or "utf-8")
        return
    from rich.console import Console
    from rich.text import Text

    encoding = sys.stdout.encoding or "utf-8"
    console = Console(file=sys.stdout, highlight=False, soft_wrap=True, force_terminal=True)
    with quiet_pipe():
        for each in rows(_width()):
            shown = ((_fitting(visible(span.text), encoding), PAINT[span.style]) for span in each)
            console.print(Text.assemble(*shown))


def write_rows(rows: Iterable[Row]) -> None:
    """Write rows without styles to standard output, for a person."""
    write_out(plain(rows), encoding=sys.stdout.encoding or "utf-8")


def write_out(text: str, encoding: str = "utf-8") -> None:
    """Write a text to standard output; what machines read is UTF-8 whatever the console is.

    A sign that the encoding lacks becomes a plain one that says the same, or an escape.
    """
    with quiet_pipe():
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode(encoding, ERRORS))
        sys.stdout.flush()


def write_to_out(writer: Callable[[BinaryIO], None]) -> None:
    """Let something write to standard output as it comes, in the bytes that a file would get."""
    with quiet_pipe():
        sys.stdout.flush()
        writer(sys.stdout.buffer)
        sys.stdout.flush()


@contextmanager
def quiet_pipe() -> Iterator[None]:
    """End the writing without a word when the reader has gone, as `| head` does; the exit code stays."""
    try:
        yield
    except BrokenPipeError:
        give_up_output()


def give_up_output() -> None:
    """Send what is still to be written to standard output nowhere, so that nothing fails on it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fitting(text: str, encoding: str) -> str:
    """A text in the signs that an encoding has."""
    return text.encode(encoding, ERRORS).decode(encoding)


def _width() -> int:
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))


def _painted() -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
