"""Cell text made safe for a spreadsheet program: nothing that it would take for a formula."""

import re

#: Where a spreadsheet would begin to read a formula: at the start of a cell or, where it takes semicolons for the ends
#: of cells, after one; past blanks, joiners, quotation marks. Full-width and small signs count like plain ones.
_FORMULA = re.compile(r"(^|;)(?=[\s\u200c\u200d\"'“”‘’]*[=+\-@\t\r\n＝＋－＠﹦﹢﹣﹫])")


def harmless(text: str) -> str:
    """Return a text for a cell, with an apostrophe before what would begin a formula."""
    return _FORMULA.sub(r"\1'", text)
