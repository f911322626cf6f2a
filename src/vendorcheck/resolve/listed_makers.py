"""What stands between the makers that a cell lists: "Axis / Hikvision", and between words that may list some."""

import re

#: What stands between makers that a cell lists; commas and "and" stand inside names as well.
_MAY_STAND_BETWEEN = re.compile(r"[/;|、；／｜\n+或]| (?:o[ru]|oder|или|または)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[/;|、；／｜\n]\s*|\s+\+\s+|\s+(?:or|oder|ou|или|または|或)\s+", re.IGNORECASE)

#: What stands between names and inside names as well, so that only what is whole between two of them counts.
_WITHIN = re.compile(r"\s*[,，()（）]\s*|\s+(?:and|und|et|y|&)\s+", re.IGNORECASE)


def parts_of(text: str) -> list[str]:
    """Return what stands between the signs that part the makers of a cell; the whole where there are none."""
    if not _MAY_STAND_BETWEEN.search(text):
        return [text] if text else []
    return [part for part in _BETWEEN.split(text) if part]


def phrases_of(text: str) -> list[str]:
    """Return what stands between commas, brackets and "and" in a cell; nothing where there are none."""
    parts = [part for part in _WITHIN.split(text) if part]
    return parts if len(parts) > 1 else []
