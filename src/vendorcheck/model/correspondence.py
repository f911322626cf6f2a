"""Correspondence: who asked what on which date, what was answered when, and what is still open."""

from typing import Literal, NamedTuple, get_args

from vendorcheck.model.period import Period

MessageKind = Literal["question", "answer", "statement"]
MESSAGE_KINDS: tuple[MessageKind, ...] = get_args(MessageKind)


class Message(NamedTuple):
    """One letter or statement, in our words, with where it is published or reported."""

    date: Period
    sender: str
    addressee: str
    kind: MessageKind
    says: str
    source: str
    claims: tuple[str, ...] = ()
    url: str | None = None


class OpenPoint(NamedTuple):
    """What was asked and not answered, from when; `until` when it was answered."""

    point: str
    since: Period
    until: Period | None = None
    note: str | None = None


class Thread(NamedTuple):
    """A correspondence about parties, in the order of its dates."""

    id: str
    title: str
    about: tuple[str, ...]
    messages: tuple[Message, ...]
    open: tuple[OpenPoint, ...] = ()
