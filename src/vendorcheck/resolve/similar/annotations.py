"""What people write beside a name: labels, former names, branches, addresses, numbers of registers."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

OtherKind = Literal["former name", "other name"]


class Other(NamedTuple):
    """A second name that stands beside the first."""

    kind: OtherKind
    text: str


class Bare(NamedTuple):
    """A name without what stands beside it; `set_aside` says what that was, as written."""

    text: str
    set_aside: tuple[str, ...] = ()
    others: tuple[Other, ...] = ()


#: Nothing stands beside a name in a text without one of these signs or words; most names have none.
_SUSPECT_SIGN = re.compile(r"[:：;(\[（【/\d]")
_SUSPECT_WORDS = frozenset(
    (
        *("fka", "f.k.a.", "f.k.a", "aka", "a.k.a.", "a.k.a", "dba", "d.b.a.", "also", "trading", "ex"),
        *("formerly", "previously", "vormals", "anciennement", "antes", "ранее", "раньше", "бывш."),
        *("attn", "attn.", "care", "messrs", "messrs.", "any", "affiliated"),
        *("branch", "office", "sucursal", "succursale", "filial", "filiale", "zweigniederlassung", "филиал"),
    )
)

#: No name is longer, in characters: what stands beyond is not looked at for annotations.
MAX_LOOKED_AT = 1_000


def bare(text: str) -> Bare:
    """Return a name without labels, second names, addresses and numbers; never nothing where there was something."""
    if not _SUSPECT_SIGN.search(text) and _SUSPECT_WORDS.isdisjoint(text.lower().split()):
        return Bare(text)
    if len(text) > MAX_LOOKED_AT:
        return Bare(text)
    from vendorcheck.resolve.similar import expressions  # noqa: PLC0415 - see there

    set_aside: list[str] = []
    text = " ".join(text.split())  # in long runs of blanks an expression would try every way to share them
    text = _without_openings(text, set_aside, expressions.OPENINGS)
    text, others = _without_second_name(text, expressions.SECOND_NAME)
    for cut in expressions.CUTS:
        found = cut.search(text)
        if found and text[: found.start()].strip():
            set_aside.append(found.group().strip(" ,;()"))
            text = text[: found.start()] + text[found.end() :]
    return Bare(text, tuple(set_aside), others)


def _without_openings(text: str, set_aside: list[str], openings: Iterable[re.Pattern[str]]) -> str:
    for opening in openings:
        found = opening.match(text)
        if found:
            set_aside.append(found.group().strip())
            text = text[found.end() :]
    return text


def _without_second_name(text: str, second_name: re.Pattern[str]) -> tuple[str, tuple[Other, ...]]:
    found = second_name.search(text)
    if not found or not text[: found.start()].strip():
        return text, ()
    kind: OtherKind = "former name" if found["former"] else "other name"
    return text[: found.start()] + text[found.end() :], (Other(kind, found["name"]),)
