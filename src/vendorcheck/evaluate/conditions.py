"""Conditions to truth: a tree of qualifiers, three-valued, with the facts that are missing."""

from collections.abc import Mapping

from vendorcheck.evaluate.qualifiers import Answer, Asked, Qualifier
from vendorcheck.model.condition import AllOf, AnyOf, Condition, Not, Predicate
from vendorcheck.model.truth import UNKNOWN, YES, all_of, any_of, negate


def answer(condition: Condition | None, asked: Asked, qualifiers: Mapping[str, Qualifier]) -> Answer:
    """Return what a condition comes to; no condition is YES."""
    match condition:
        case None:
            return Answer(YES)
        case Predicate(name, argument):
            return qualifiers[name](argument, asked)
        case Not(part):
            inner = answer(part, asked, qualifiers)
            return Answer(negate(inner.truth), inner.needs)
        case AllOf(parts):
            answers = [answer(part, asked, qualifiers) for part in parts]
            truth = all_of(part.truth for part in answers)
        case AnyOf(parts):
            answers = [answer(part, asked, qualifiers) for part in parts]
            truth = any_of(part.truth for part in answers)
    needs = dict.fromkeys(need for part in answers for need in part.needs)
    return Answer(truth, tuple(needs) if truth == UNKNOWN else ())
