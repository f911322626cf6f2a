"""Findings as a table: one list of columns for every format that has rows and columns."""

from vendorcheck.reporters.table.cells import Cell, Column, parts
from vendorcheck.reporters.table.columns import FINDING_COLUMNS
from vendorcheck.reporters.table.rows import FindingRow, finding_rows, unlisted
from vendorcheck.reporters.table.said import answer_text, excerpt_text, how_read

__all__ = [
    "FINDING_COLUMNS",
    "Cell",
    "Column",
    "FindingRow",
    "answer_text",
    "excerpt_text",
    "finding_rows",
    "how_read",
    "parts",
    "unlisted",
]
