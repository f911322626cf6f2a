"""How far a run is: shown on a terminal, after a while, and nowhere else."""

import io
import sys

import pytest

from vendorcheck.cli import progress
from vendorcheck.cli.progress import watching, watching_bytes


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _terminal(monkeypatch: pytest.MonkeyPatch) -> _Terminal:
    """A terminal in the place of standard error; set in the test, since the capture of errors is set before it."""
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm-256color")
    return terminal


def test_nothing_is_shown_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with watching("screening") as watch:
        assert watch is None


def test_what_is_soon_done_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    with watching("screening") as watch:
        assert watch is not None
        watch("bom.csv", 512)
    assert terminal.getvalue() == ""


def test_what_is_counted_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with watching("reading", "entries") as watch:
        assert watch is not None
        watch("the names of csl", 1500)
    assert "1,500 entries" in terminal.getvalue()


def test_what_takes_a_while_says_how_far_it_is_and_takes_it_back(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    monkeypatch.setattr(progress, "PATIENCE", 0)
    with watching("screening") as watch:
        assert watch is not None
        watch("bom.csv", 512)
        watch("a\x1b[31m [bold]bill", 123_456)
    shown = terminal.getvalue()
    assert "123,456 lines" in shown
    assert "[bold]bill" in shown
    assert "a\x1b[31m" not in shown
    assert shown.endswith(("\x1b[2K", "\x1b[?25h", "\r\x1b[1A\x1b[2K"))


def test_files_that_come_are_shown_as_a_bar_in_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    monkeypatch.setattr(progress, "PATIENCE", 0)
    with watching_bytes("fetching") as watch:
        assert watch is not None
        watch("sdn.csv", 2_500_000, 5_000_000)
        watch("un.xml", 1_200_000, None)
        watch("un.xml", 1_300_000, None)
    shown = terminal.getvalue()
    assert "fetching un.xml" in shown
    assert "1.3 MB" in shown or "1.3/? MB" in shown


def test_bytes_are_not_shown_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with watching_bytes("fetching") as watch:
        assert watch is None
