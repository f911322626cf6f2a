"""Rules: which trigger reaches which act of which buyer, what it rests on, what to do next."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from vendorcheck.model.condition import Condition, Predicate
from vendorcheck.model.period import Period

Act = Literal["buy", "use", "contract", "spend", "import", "market", "authorise", "export", "invest"]
ACTS: tuple[Act, ...] = get_args(Act)

#: Acts whose bar is high even when no profile was chosen: they touch what a buyer or seller does.
MARKET_ACTS: tuple[Act, ...] = ("buy", "use", "contract", "spend", "import", "market", "authorise")

Severity = Literal["info", "low", "medium", "high", "critical"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)

RuleStatus = Literal["draft", "stable", "retired"]
Subject = Literal["product", "counterparty"]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)


def at_least(severity: Severity, threshold: Severity) -> bool:
    """Return whether a severity reaches the threshold."""
    return SEVERITIES.index(severity) >= SEVERITIES.index(threshold)


class Question(NamedTuple):
    """A question that would settle a point, and whom to put it to."""

    id: str
    to: Literal["supplier", "maker", "buyer"]
    ask: str


class Profile(NamedTuple):
    """A buyer: the classes of buyer it belongs to, and the acts it is about to do."""

    id: str
    title: str
    buyers: tuple[str, ...]
    acts: tuple[Act, ...]


class Rule(NamedTuple):
    """A rule of the rulebook.

    `when` triggers it (closed world), `condition` qualifies it (open world). `about` holds, by party,
    what the message says of that party alone. `since` is when this part of its instrument began to bind, where
    that was later than the rest; `threads` are the correspondences it tells of. `notes` are for
    readers of the rule, and no finding says them.
    """

    id: str
    title: str
    status: RuleStatus
    severity: Severity
    subjects: tuple[Subject, ...]
    bars: tuple[Act, ...]
    binds: tuple[str, ...]
    instrument: str | None
    when: Predicate
    condition: Condition | None
    message: str
    about: Mapping[str, str]
    next_steps: tuple[str, ...]
    questions: tuple[Question, ...]
    supplier_questions: tuple[Question, ...]
    claims: tuple[str, ...]
    answers: tuple[str, ...]
    provisional: str | None = None
    related: tuple[str, ...] = ()
    since: Period | None = None
    threads: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def lists(self) -> tuple[str, ...]:
        """The lists that the rule asks for by name."""
        match self.when:
            case Predicate("listed", tuple() as lists) | Predicate("listed", {"lists": [*lists]}):
                return tuple(map(str, lists))
        return ()
