"""A list that was screened against, in words: of which day it is, how much it holds, what of it was not compared."""

from vendorcheck.model.report import ListRecord
from vendorcheck.model.watchlist import DateBasis

_DATED_BY: dict[DateBasis, str] = {
    "said": "as said when it was imported",
    "file": "as the file says",
    "server": "as the server said that it came from",
    "newest_entry": "its newest entry; the list may be younger",
}

_KINDS = {"vessel": ("vessel", "vessels"), "aircraft": ("aircraft", "aircraft"), "category": ("category", "categories")}


def list_text(listed: ListRecord) -> str:
    """Return a line about a list that was screened against."""
    parts = [f"{listed.name} {_day(listed)}", _count(listed.entries, "entry", "entries")]
    if listed.names:
        parts[-1] += f" with {_count(listed.names, 'name', 'names')}"
    if listed.later:
        parts.append("from after the day of this run, as none from before it is kept")
    left = [_count(number, *_KINDS.get(kind, (kind, kind))) for kind, number in listed.not_compared.items()]
    if left:
        verb = "is" if sum(listed.not_compared.values()) == 1 else "are"
        parts.append(f"of which {' and '.join(left)} {verb} not compared with any cell")
    rows = sum(listed.left_out.values())
    if rows:
        why = "; ".join(f"{number} {reason}" for reason, number in listed.left_out.items())
        parts.append(f"{_count(rows, 'row', 'rows')} of its files not read as an entry ({why})")
    return ", ".join(parts)


def _day(listed: ListRecord) -> str:
    if listed.dated is None:
        return f"of {listed.day}"
    basis = f" ({_DATED_BY[listed.dated_by]})" if listed.dated_by else ""
    imported = f", imported {listed.imported.isoformat()}" if listed.imported else ""
    return f"of {listed.dated.isoformat()}{basis}{imported}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
