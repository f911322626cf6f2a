"""Who said what, in which capacity and when: what one speaker said stands together, and is told once in a page."""

from collections.abc import Sequence
from typing import NamedTuple

from vendorcheck.model.finding import Answer, Proof
from vendorcheck.reporters.text.findings import standing_text


class Statement(NamedTuple):
    """One statement with where it stands in its source; `document` is the id of that source's record."""

    text: str
    citation: str | None
    document: str | None
    url: str | None


class Elsewhere(NamedTuple):
    """Where in the page something was told before, and how many statements of it."""

    anchor: str
    text: str
    number: int


class Speaker(NamedTuple):
    """Somebody on a day in a capacity, what they said that is new here, and where the rest was told."""

    name: str
    day: str | None
    standing: str | None
    statements: Sequence[Statement]
    elsewhere: Sequence[Elsewhere]


class Told:
    """What was told, and where; equal words of one speaker are told once."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._told: dict[tuple[object, ...], tuple[str, str]] = {}
        self._here = ("", "")

    def begin(self, here: tuple[str, str]) -> None:
        """Tell from now on at a place: where it stands, and what it is called."""
        self._here = here

    def before(self, said: tuple[object, ...]) -> tuple[str, str] | None:
        """Return where the same was told before; None where it is new."""
        place = self._told.setdefault(said, self._here)
        return None if place == self._here else place


def speakers(said: Sequence[Proof] | Sequence[Answer], told: Told) -> list[Speaker]:
    """Return what was said, speaker by speaker, in the order given."""
    grouped: dict[tuple[str, str | None, str | None], dict[Statement, None]] = {}
    for each in said:
        statement = Statement(each.statement, each.citation, each.document, getattr(each, "url", None))
        grouped.setdefault(_who(each), {})[statement] = None
    return [_speaker(who, list(statements), told) for who, statements in grouped.items()]


def _who(said: Proof | Answer) -> tuple[str, str | None, str | None]:
    name = said.asserted_by or (said.party if isinstance(said, Answer) else "")
    return name, said.date, standing_text(said.standing) if said.standing else None


def _speaker(who: tuple[str, str | None, str | None], statements: list[Statement], told: Told) -> Speaker:
    new: list[Statement] = []
    places: dict[tuple[str, str], int] = {}
    for statement in statements:
        place = told.before((who, statement.text)) if who[2] else None
        if place is None:
            new.append(statement)
        else:
            places[place] = places.get(place, 0) + 1
    return Speaker(*who, new, [Elsewhere(*place, count) for place, count in places.items()])
