"""The title of a line: its place, what it came to and for whom, and who is behind it."""

from vendorcheck.model.finding import Determination, Finding, LineResult
from vendorcheck.model.report import Report
from vendorcheck.reporters.text.rows import MEASURE, Row, Style, row
from vendorcheck.reporters.visible import cut, display_width, visible

#: What stands at the end of a line's title is left out where there is less room.
MIN_WHAT = 12

_APART = "   "

DETERMINATION_STYLE: dict[Determination, Style] = {
    "PROHIBITED": "bad",
    "UNDETERMINED": "bad",
    "REVIEW": "warn",
    "CLEAR": "good",
    "NOT_SCREENED": "warn",
}


def place_text(line: LineResult | Finding, *, whole: bool = True) -> str:
    """Return a place as a person would look it up: `bom.csv:7:3`, `bom.xlsx:Parts!C7`, `bom.json:9 /2/maker`.

    Not whole, it leads to the line alone.
    """
    place = line.place
    if place.sheet is not None and place.pointer is None:
        letter = place.column if whole and isinstance(place.column, str) else ""
        return f"{visible(line.bill)}:{visible(place.sheet)}!{letter}{line.line}"
    parts = (line.bill, line.line, place.column if whole else None)
    text = ":".join(visible(str(part)) for part in parts if part is not None)
    return f"{text} {visible(place.pointer)}" if whole and place.pointer is not None else text


def what_text(line: LineResult) -> str:
    """Return who is behind a line and the part it names."""
    part = next((visible(cell.text) for cell in line.excerpt if cell.role == "part"), "")
    return " · ".join(piece for piece in (", ".join(map(visible, line.behind)), part) if piece)


def title(report: Report, line: LineResult, width: int) -> Row:
    """Return the title of a line; who is behind it stands at the right, cut where there is no room."""
    place = place_text(line)
    determination = _for_whom(report, line, width - display_width(place) - len(_APART))
    used = display_width(place) + display_width(determination) + 2 * len(_APART)
    what = what_text(line)
    # On a wide terminal it stands where running text ends, and further right only where it needs the room.
    room = min(width, max(MEASURE, used + display_width(what))) - used
    what = cut(what, room) if room >= MIN_WHAT else ""
    return row(
        (place, "place"),
        _APART,
        (determination, DETERMINATION_STYLE[line.determination]),
        _APART + " " * (room - display_width(what)) if what else "",
        (what, "strong"),
    )


def _for_whom(report: Report, line: LineResult, room: int) -> str:
    """The determination, and for which buyers it bars something: by name where there is room."""
    word = line.determination.replace("_", " ")
    buyers = [profile.id for profile in report.settings.profiles]
    if not buyers or line.determination not in ("PROHIBITED", "UNDETERMINED"):
        return word
    named = f"{word} for {', '.join(buyers)}"
    return named if display_width(named) <= room or len(buyers) == 1 else f"{word} for {len(buyers)} profiles"
