"""Qualifiers: what settles a rule once it is triggered. Open world: what nobody stated is UNKNOWN."""

from collections.abc import Callable, Collection
from typing import Any, NamedTuple

from vendorcheck.evaluate.triggers import Reach
from vendorcheck.evaluate.world import World
from vendorcheck.model.hit import Facts
from vendorcheck.model.period import Period
from vendorcheck.model.truth import NO, UNKNOWN, YES, Truth, all_of


class Answer(NamedTuple):
    """What a qualifier came to, and the facts that are missing where that is UNKNOWN."""

    truth: Truth
    needs: tuple[str, ...] = ()


class Asked(NamedTuple):
    """The line and the reach a qualifier is asked about."""

    facts: Facts
    reach: Reach
    world: World


Qualifier = Callable[[Any, Asked], Answer]


def relation(relations: tuple[str, ...], asked: Asked) -> Answer:
    """The one behind the line stands in one of these relations to the party that the rule names."""
    return Answer(YES if asked.reach.relation in relations else NO)


def scope(wanted: bool, asked: Asked) -> Answer:  # noqa: FBT001 (the argument as written in YAML)
    """Equipment and purpose are inside the scope under which the instrument names the party."""
    naming = asked.reach.naming
    if naming is None:
        # An entry of a list does not say under which scope it stands there.
        return _answer(UNKNOWN, "equipment") if asked.reach.entries else Answer(YES)
    covered = _covered(asked, naming.scope.covers, naming.scope.excludes)
    answers = (_answer(covered, "equipment"), _answer(_declared(asked, naming.scope.purposes), "purpose"))
    truth = all_of(answer.truth for answer in answers)
    needs = tuple(need for answer in answers for need in answer.needs)
    return Answer(truth, needs if truth == UNKNOWN else ())


def equipment(kinds: tuple[str, ...], asked: Asked) -> Answer:
    """The line is one of these kinds of equipment, or a narrower one; a broader one may be."""
    broader = asked.world.broader
    wider = {wide for kind in kinds for wide in broader[kind]}

    def is_one(kind: str) -> Truth:
        if not set(kinds).isdisjoint(broader[kind]):
            return YES
        return UNKNOWN if kind in wider else NO

    return _answer(_agreed(asked, is_one), "equipment")


def purpose(purposes: tuple[str, ...], asked: Asked) -> Answer:
    """One of these purposes is declared; it is denied only by a declaration that denies them all."""
    return _answer(_declared(asked, purposes), "purpose")


def origin(countries: tuple[str, ...], asked: Asked) -> Answer:
    """The line comes from one of these countries."""
    country = asked.facts.origin
    return Answer(UNKNOWN, ("origin",)) if country is None else Answer(YES if country in countries else NO)


def authorised_from(day: str, asked: Asked) -> Answer:
    """The model's equipment authorisation was granted on this day or later."""
    return _answer(_from(day, asked.facts.authorised_on), "authorised-on")


def acquired_from(day: str, asked: Asked) -> Answer:
    """The item was acquired on this day or later."""
    return _answer(_from(day, asked.facts.acquired_on), "acquired-on")


def declared(fact: str, asked: Asked) -> Answer:
    """A fact that no column carries: it stays open until somebody settles it."""
    return Answer(UNKNOWN, (fact,))


def _from(day: str, stated: Period | None) -> Truth:
    """Whether something happened on a day or later; inside a month or year that holds the day it is UNKNOWN."""
    if stated is None:
        return UNKNOWN
    start = Period.parse(day).first
    if stated.first >= start:
        return YES
    return UNKNOWN if stated.last >= start else NO


def _answer(truth: Truth, need: str) -> Answer:
    return Answer(truth, (need,) if truth == UNKNOWN else ())


def _covered(asked: Asked, covers: Collection[str], excludes: Collection[str]) -> Truth:
    """Whether the line is covered: of the kinds it belongs to, the narrowest that is spoken of decides."""
    if not covers and not excludes:
        return YES

    def is_covered(kind: str) -> Truth:
        for wide in asked.world.broader[kind]:
            if wide in covers:
                return YES
            if wide in excludes:
                return NO
        return UNKNOWN if covers else YES

    return _agreed(asked, is_covered)


def _agreed(asked: Asked, question: Callable[[str], Truth]) -> Truth:
    """The answer for all kinds the line may be; UNKNOWN where they disagree or none is known."""
    truths = set(map(question, asked.world.narrowest(asked.facts.equipment)))
    return truths.pop() if len(truths) == 1 else UNKNOWN


def _declared(asked: Asked, wanted: Collection[str]) -> Truth:
    if not wanted:
        return YES
    stated = asked.facts.purposes
    if not stated.isdisjoint(wanted):
        return YES
    denied = {
        denial
        for purpose in asked.world.rulebook.vocabulary.purposes
        if purpose.id in stated
        for denial in purpose.denies
    }
    return NO if denied.issuperset(wanted) else UNKNOWN
