"""Are two names one company's? The answer with what agreed, what was set aside and what spoke against it."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from vendorcheck.resolve.similar.alignment import Alignment, Pair, align
from vendorcheck.resolve.similar.leftovers import doubts_of_leftovers
from vendorcheck.resolve.similar.likeness import doubts_of_likeness
from vendorcheck.resolve.similar.pairing import Compared, Doubt, Setting, said
from vendorcheck.resolve.similar.parsed import Name, parse
from vendorcheck.resolve.similar.scoring import SECOND_NAME, score

Level = Literal["strong", "possible"]


class NameComparison(NamedTuple):
    """How two names compare; `score` runs from 0 to 1 and only sorts."""

    level: Level | None
    score: float
    agreed: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    against: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing but a legal form and the like parts the two."""
        return self.score == 1.0

    @property
    def reasons(self) -> tuple[str, ...]:
        """Everything that was weighed, in words."""
        return (
            *(f"agrees: {reason}" for reason in self.agreed),
            *(f"set aside: {reason}" for reason in self.set_aside),
            *(f"against: {reason}" for reason in self.against),
        )


def compare_names(one: str, other: str) -> NameComparison:
    """Return whether two names may be one company's, how sure that is, and why."""
    return compare(parse(one), parse(other), "pair")


def compare(one: Name, other: Name, setting: Setting) -> NameComparison:
    """Return how two names compare; where one has a second name beside it, that is asked about as well."""
    return judge(one, other, setting).told()


class Judged(NamedTuple):
    """What two names were found to be, before it is told."""

    level: Level | None
    score: float
    compared: Compared | None = None
    doubts: tuple[Doubt, ...] = ()

    def told(self) -> NameComparison:
        """Return it with its reasons in words."""
        against = tuple(doubt.reason for doubt in self.doubts)
        if not self.compared:
            return NameComparison(self.level, self.score, against=against)
        return NameComparison(
            level=self.level,
            score=self.score,
            agreed=tuple(map(_told, self.compared.aligned.pairs)),
            set_aside=_set_aside(self.compared.one, self.compared.other),
            against=against,
        )


def judge(one: Name, other: Name, setting: Setting) -> Judged:
    """Return what two names are; where one has a second name beside it, that is asked about as well."""
    best = _judge(one, other, setting)
    for kind, name, its in _second_names(one, other):
        second = _judge(name, its, setting)
        if second.level and second.score > best.score:
            reason = Doubt(f"only the {kind} {name.text!r} agrees", parts=False)
            best = second._replace(
                level="possible", score=min(second.score, SECOND_NAME), doubts=(*second.doubts, reason)
            )
    return best


def _second_names(one: Name, other: Name) -> Iterator[tuple[str, Name, Name]]:
    for this, that in ((one, other), (other, one)):
        for second in this.others:
            yield second.kind, parse(second.text), that


def _judge(one: Name, other: Name, setting: Setting) -> Judged:
    if not one.words or not other.words:
        return Judged(None, 0.0, doubts=(Doubt("a name without a word", parts=True),))
    if (one.is_too_long or other.is_too_long) and one.joined != other.joined:
        return Judged(None, 0.0, doubts=(Doubt("more words than a name has", parts=True),))
    compared = Compared(one, other, _alignment(one, other), setting)
    doubts = (*doubts_of_leftovers(compared), *doubts_of_likeness(compared))
    level = _level(doubts)
    return Judged(level, score(compared.aligned, level, sum(doubt.parts for doubt in doubts)), compared, doubts)


def _alignment(one: Name, other: Name) -> Alignment:
    if one.joined == other.joined:
        return Alignment((Pair("equal", one.words, other.words),), (), ())
    return align(one.words, other.words)


def _level(doubts: Sequence[Doubt]) -> Level | None:
    if any(doubt.parts for doubt in doubts):
        return None
    return "possible" if doubts else "strong"


def _told(pair: Pair) -> str:
    ones, others = said(pair.ones), said(pair.others)
    return ones if pair.how == "equal" and ones == others else f"{ones} and {others}, {pair.how}"


def _set_aside(one: Name, other: Name) -> tuple[str, ...]:
    notes: dict[str, None] = {}
    for name in (one, other):
        notes.update(dict.fromkeys(f"legal form {form.name!r}" for form in name.forms))
        notes.update(dict.fromkeys(f"{note!r} beside the name" for note in name.set_aside))
        if name.branch:
            notes[f"branch {name.branch!r}"] = None
    return tuple(notes)
