"""What stands between the makers that a cell lists: "Axis / Hikvision"."""

import re

#: What stands between makers that a cell lists; commas and "and" stand inside names as well.
_MAY_STAND_BETWEEN = re.compile(r"[/;|、；／｜\n+或]| (?:o[ru]|oder|или|または)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[/;|、；／｜\n]\s*|\s+\+\s+|\s+(?:or|oder|ou|или|または|或)\s+", re.IGNORECASE)


def parts_of(text: str) -> list[str]:
    """Return what stands between the signs that part the makers of a cell; the whole where there are none."""
    if not _MAY_STAND_BETWEEN.search(text):
        return [text] if text else []
    return [part for part in _BETWEEN.split(text) if part]
