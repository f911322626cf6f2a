"""What is indexed of a party's names, as of a day."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from vendorcheck.model.hit import Basis, Relation
from vendorcheck.model.party import NEVER_ALONE_KINDS, WHOLE_CELL_KINDS, NameKind, Party
from vendorcheck.model.period import held
from vendorcheck.model.truth import YES
from vendorcheck.resolve.folding import fold
from vendorcheck.resolve.set_aside import legal_forms

#: How registered names of companies end in Chinese.
_NATIVE_COMPANY = "公司"

_BASIS: dict[NameKind, Basis] = {
    "legal": "listed_name",
    "native": "alias",
    "romanised": "alias",
    "alias": "alias",
    "brand": "brand",
    "short": "brand",
    "family": "brand",
    "weak": "alias",
    "misspelling": "alias",
}


class NameEntry(NamedTuple):
    """A name as indexed; `current` is False outside the dates between which it was the party's."""

    party: str
    text: str
    basis: Basis
    relation: Relation
    whole_only: bool = False
    never_alone: bool = False
    current: bool = True
    legal: bool = False
    note: str | None = None

    @property
    def is_short(self) -> bool:
        """Whether it is a party's own name in short: in a name cell it counts, beside other words as possible."""
        return self.whole_only and self.basis == "brand" and self.relation == "self"


def indexed(name: NameEntry) -> Iterator[tuple[str, NameEntry]]:
    """Yield a name as written, and a registered one without its legal form as well."""
    yield name.text, name
    if name.legal:
        yield " ".join(strip_legal_forms(fold(name.text))), name


def party_names(party: Party, as_of: date) -> Iterator[NameEntry]:
    """Yield the names of a party, of its units, and of the brands that have sold its equipment."""
    for name in party.names:
        registered = name.kind == "legal" or name.text.endswith(_NATIVE_COMPANY)
        yield NameEntry(
            party=party.id,
            text=name.text,
            basis="listed_name" if registered else _BASIS[name.kind],
            relation="brand" if name.kind in ("brand", "family") else "self",
            whole_only=name.kind in WHOLE_CELL_KINDS,
            never_alone=name.kind in NEVER_ALONE_KINDS,
            current=held(name.since, name.until, as_of) == YES,
            legal=registered,
        )
    for unit in party.units:
        yield NameEntry(
            party=party.id,
            text=unit.name,
            basis="affiliate",
            relation="affiliate",
            current=held(unit.since, unit.until, as_of) == YES,
            legal=True,
            note=unit.note,
        )
    for lead in party.relabels:
        yield NameEntry(
            party=party.id,
            text=lead.brand,
            basis="relabel",
            relation="relabel",
            current=held(lead.since, lead.until, as_of) == YES,
            note=lead.lines,
        )


def may_be_misspelt(name: NameEntry) -> bool:
    """Whether what is only like the name may be meant for it: not so of short names, families, weak ones and leads."""
    return not (name.whole_only or name.never_alone or name.relation == "relabel")


def registered_names(party: Party, as_of: date) -> Iterator[NameEntry]:
    """Yield the names under which a party itself is registered on the day; no brands, short names or units."""
    for name in party_names(party, as_of):
        if name.legal and name.current and name.relation == "self":
            yield name


def strip_legal_forms(tokens: Sequence[str]) -> list[str]:
    """Return the tokens without the legal forms at their end; never nothing."""
    kept = list(tokens)
    while len(kept) > 1:
        forms = legal_forms().find(kept)
        ending = next((form for form in forms if form.end == len(kept) and form.start > 0), None)
        if ending is None:
            break
        kept = kept[: ending.start]
    return kept
