"""Cell text made safe for a spreadsheet program: nothing that it would take for a formula."""

import re

#: What begins a formula, also in full width and after blanks; and signs that make a program read on behind them.
_acts = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]").match


def harmless(text: str) -> str:
    """Return a text for a cell, with an apostrophe before what would begin a formula."""
    return f"'{text}" if _acts(text) else text
