"""Cells that hold a name and something else: maker and model in one, or an order number under a seller's name."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from vendorcheck.model.bom import Column, Role

_NAMING: tuple[Role, ...] = ("maker", "brand", "vendor")

#: What parts a name from a model where it stands between them.
_PARTED = re.compile(r"[/|;:,]|\s[-–—]\s")

#: A name: its first word has letters alone; two of them do, if they are no unit or value.
_FIRST = re.compile(r"\s*([^\W\d_][^\W\d_.&'’-]+(?:[.&'’-][^\W\d_]+)*\.?)(?=\s|$)")
_NATIVE = re.compile(r"[^\W\d_a-zA-Z\u00c0-\u024f]{2,}")
_DIGIT = re.compile(r"\d")

#: First words that say what a thing is, and not who made it.
_THINGS = re.compile(
    r"res|resistor|resistors|cap|capacitor|capacitors|ind|inductor|diode|led|leds|transistor|mosfet|fet|ic"
    r"|chip|module|sensor|connector|conn|header|pin|pins|socket|switch|relay|fuse|crystal|xtal|oscillator"
    r"|battery|cable|wire|screw|nut|bolt|washer|spacer|standoff|bracket|mount|camera|cam|dome|bullet|lens"
    r"|recorder|nvr|dvr|router|modem|antenna|adapter|adaptor|power|supply|psu|box|case|enclosure|kit|set"
    r"|board|pcb|display|lcd|oled|ferrite|bead|varistor|thermistor|regulator|ldo|opamp|amplifier"
    r"|transformer|terminal|jumper|button|key|label|smd|tht|generic|any|custom|various|tbd|none|no|not|see"
    r"|as|for|with|type|ohm|nf|uf|pf|mh|uh|khz|mhz|ghz|v|a|w|mm|cm|black|white|red|widerstand|kondensator"
    r"|spule|schraube|mutter|kabel|stecker|kamera|gehäuse"
)

#: What stands in an order number's place where there is none.
_NONE = frozenset({"-", "--", "0", "n/a", "na", "none", "no", "nil", "tbd", "x", "?", "."})


def names_in_shared_cells(columns: Sequence[Column]) -> Iterator[tuple[int, Callable[[str], str]]]:
    """Yield, for each of the columns whose cells hold more than a name, its place and what finds the name in a cell."""
    uses = Counter(column.cell for column in columns)
    for at, column in enumerate(columns):
        if column.stands_for is not None:
            yield at, _seller(column.stands_for)
        elif column.role in _NAMING and uses[column.cell] > 1:
            yield at, with_a_name


def with_a_name(text: str) -> str:
    """Return a cell of maker and model where it may name a maker, else nothing.

    A model number or a description alone names nobody, and must not pass for the name of a maker: in doubt nobody is
    named. What else the cell holds is looked at in its other role.
    """
    before = _PARTED.split(text, maxsplit=1)
    first = _FIRST.match(before[0])
    if _NATIVE.search(text) and not first:
        return text
    if first is None or _THINGS.fullmatch(first[1].casefold().rstrip(".")):
        return ""
    return text if len(before) > 1 or _DIGIT.search(text) else ""


def _seller(name: str) -> Callable[[str], str]:
    return lambda text: "" if not text.strip() or text.strip().casefold() in _NONE else name
