"""Contradictions: where sources differ from each other, or from the law, and what is made of it."""

from typing import Literal, NamedTuple, get_args

from vendorcheck.model.period import Period

#: unresolved: nobody has settled it; corrected: one side is an error or loose; superseded: later news overtook it;
#: explained: both hold, and a reader should know why.
ContradictionState = Literal["unresolved", "corrected", "superseded", "explained"]
CONTRADICTION_STATES: tuple[ContradictionState, ...] = get_args(ContradictionState)


class Contradiction(NamedTuple):
    """A question on which sources differ: both sides, how they are read, the claims, and the rules that show it.

    `since` is the day from which everything that `says` tells had been published.
    """

    id: str
    question: str
    about: tuple[str, ...]
    since: Period
    state: ContradictionState
    says: str
    reading: str
    claims: tuple[str, ...]
    rules: tuple[str, ...]
