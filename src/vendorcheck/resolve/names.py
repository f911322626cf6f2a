"""Names in cells: whose they are, how sure that is, and what was set aside to say so."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from vendorcheck.model.hit import Confidence, Sighting
from vendorcheck.model.party import Party
from vendorcheck.model.trace import Considered
from vendorcheck.model.vocabulary import Vocabulary
from vendorcheck.resolve.affiliates import Homes, holds_a_form
from vendorcheck.resolve.folding import begins_apart, digits_as_letters, spelled
from vendorcheck.resolve.listed_names import ListedNames
from vendorcheck.resolve.name_entries import NameEntry, indexed, party_names
from vendorcheck.resolve.name_search import NameSearch
from vendorcheck.resolve.phrases import Found, Phrases
from vendorcheck.resolve.set_aside import set_aside
from vendorcheck.resolve.similar_names import SimilarNames, names_to_misspell

#: How many tokens may stand between a word such as "for" and the name it detaches.
DETACHED_WITHIN = 2

#: A name of so few Han signs inside a longer run of them may be part of other words.
SHORT_NATIVE = 2


class _Context(NamedTuple):
    """A cell as tokens, with the names found in it."""

    text: str
    tokens: Sequence[str]
    is_name_cell: bool
    found: Sequence[Found[NameEntry]]
    resold: bool


class _Beside(NamedTuple):
    """The words of a cell that are not of one party's names: without identity, other parties' names, unknown ones.

    `place_abroad` is a country or place among them that is not the party's, `form_abroad` a legal form of others.
    """

    set_aside: tuple[str, ...]
    names: tuple[str, ...]
    unknown: tuple[str, ...]
    place_abroad: str | None = None
    form_abroad: str | None = None

    @property
    def nothing_but_names(self) -> bool:
        """Whether only names and their legal forms stand in the cell."""
        return not self.unknown and all(note.startswith("legal form") for note in self.set_aside)


class Names:
    """Every name of every party, as of a day."""

    def __init__(
        self,
        parties: Sequence[Party],
        listed: ListedNames,
        vocabulary: Vocabulary,
        as_of: date,
        *,
        similar: SimilarNames | None = None,
    ) -> None:
        """Index the names, units, relabelled brands and confusables of the parties; `listed` searches lists.

        `similar` are the names of the parties for which what is only like them may be meant, where they are at hand.
        """
        named = [entry for party in parties for entry in party_names(party, as_of)]
        self._names = Phrases(item for name in named for item in indexed(name))
        self._homes = Homes(parties)
        self._confusables = Phrases((item.text, item) for party in parties for item in party.confusables)
        self._before = Phrases((word, word) for word in vocabulary.detached_before)
        self._after = Phrases((word, word) for word in vocabulary.detached_after)
        self._resold = Phrases((word, word) for word in vocabulary.resold)
        self._alike = NameSearch(similar or SimilarNames(names_to_misspell(parties, as_of)), self._resold)
        self._listed, self._firms = listed, NameSearch(listed, self._resold)
        self.firsts = self._names.firsts

    def in_name_cell(self, text: str, tokens: Sequence[str]) -> tuple[Sighting, ...]:
        """Return what a maker, brand or vendor cell shows; digits may stand for letters in it."""
        seen = self._sightings(text, tokens, is_name_cell=True)
        read = [digits_as_letters(token) for token in tokens]
        if not seen and read != list(tokens):
            seen = self._sightings(text, read, is_name_cell=True)
        if not seen and not self._is_confusable(read):
            seen = self._alike.whole(text, tokens)
        if not self._listed:  # most runs have no list: what a cell lists is not taken apart for nothing
            return tuple(seen)
        firms = self._firms.whole(text, tokens) or self._firms.within(text)
        return (*seen, *firms, *self._listed.persons(text))

    def _is_confusable(self, tokens: Sequence[str]) -> bool:
        return any(True for _ in self._confusables.find(tokens))

    def rejected(self, text: str) -> tuple[Considered, ...]:
        """Return the recorded names and list entries that a name cell was compared with and is not."""
        return tuple(dict.fromkeys((*self._alike.rejected(text), *self._firms.rejected(text))))

    def confused(self, tokens: Sequence[str]) -> tuple[str, ...]:
        """Return the words of a cell that look like a party's name, each with what they are."""
        return tuple(f"{each.value.text!r} is {each.value.really}" for each in self._confusables.find(tokens))

    def in_text(self, text: str, tokens: Sequence[str]) -> tuple[Sighting, ...]:
        """Return what a part or description shows; a short name counts where nothing else stands in it."""
        seen = self._sightings(text, tokens, is_name_cell=False)
        if not seen or any(sighting.alone for sighting in seen):
            return seen
        whole = self._sightings(text, tokens, is_name_cell=True)
        alone = tuple(sighting for sighting in whole if sighting.alone and not sighting.against)
        return tuple(sighting.doubted("a short name, and no column of names") for sighting in alone) or seen

    def detached(self, tokens: Sequence[str], start: int, end: int) -> str | None:
        """Return the word that says a thing is for, like or against what stands at these tokens."""
        before = tokens[max(0, start - self._before.longest - DETACHED_WITHIN) : start]
        for word in self._before.find(before):
            if len(before) - word.end <= DETACHED_WITHIN:
                return f"{word.value!r} before it"
        for word in self._after.find(tokens[end : end + self._after.longest]):
            if word.start == 0:
                return f"{word.value!r} after it"
        return None

    def _sightings(self, text: str, tokens: Sequence[str], *, is_name_cell: bool) -> tuple[Sighting, ...]:
        hidden = tuple(self._confusables.find(tokens))
        found = [
            name for name in self._names.find(tokens) if not any(other.covers(name.start, name.end) for other in hidden)
        ]
        if not found:
            return ()
        resold = any(True for _ in self._resold.find(tokens))
        context = _Context(text, tokens, is_name_cell, found, resold)
        beside = {party: self._beside(context, party) for party in {name.value.party for name in found}}
        by_place: dict[tuple[str, int, int], Sighting] = {}
        for name in found:
            sighting = self._sighting(context, name, beside[name.value.party])
            best = by_place.setdefault((sighting.party, name.start, name.end), sighting)
            if sighting.weight > best.weight:
                by_place[sighting.party, name.start, name.end] = sighting
        return tuple(dict.fromkeys(by_place.values()))

    def _sighting(self, context: _Context, name: Found[NameEntry], beside: _Beside) -> Sighting:
        entry = name.value
        against = self._against(context, name, beside)
        whole = context.is_name_cell and beside.nothing_but_names
        short = context.is_name_cell and entry.is_short
        of_the_group = _is_of_the_group(context, name, beside)
        if short and not whole and not against:
            against = ("a short name beside other words",)
        return Sighting(
            party=entry.party,
            basis="affiliate" if of_the_group and entry.legal else entry.basis,
            relation="affiliate" if of_the_group else entry.relation,
            confidence=_confidence(entry, against, whole=whole and not of_the_group),
            found=" ".join(context.text.split())
            if context.is_name_cell
            else spelled(context.tokens[name.start : name.end]),
            listed=entry.text,
            alone=not entry.never_alone and (not entry.whole_only or whole or context.resold or short),
            uncertain=not entry.current,
            agreed=(f"{entry.text!r} stands whole",),
            set_aside=beside.set_aside if context.is_name_cell else (),
            against=against,
        )

    def _against(self, context: _Context, name: Found[NameEntry], beside: _Beside) -> tuple[str, ...]:
        reasons: list[str] = []
        detached = self.detached(context.tokens, name.start, name.end)
        if detached:
            reasons.append(detached)
        if context.is_name_cell and beside.names:
            reasons.append("other names beside it: " + ", ".join(beside.names))
        if context.is_name_cell and beside.unknown:
            reasons.append("other words beside it: " + " ".join(beside.unknown))
        if name.value.note and not name.value.current:
            reasons.append(name.value.note)
        if _inside_native_run(context, name):
            reasons.append("it may be part of other words")
        return tuple(reasons)

    def _beside(self, context: _Context, party: str) -> _Beside:
        """The words beside a party's names, told apart."""
        own = _covered(name for name in context.found if name.value.party == party)
        others = [name for name in context.found if own.isdisjoint(range(name.start, name.end))]
        taken = own | _covered(others)
        rest = [token for at, token in enumerate(context.tokens) if at not in taken]
        names = tuple(dict.fromkeys(name.value.text for name in others))
        aside = set_aside(rest)
        form = None if names else self._homes.form_abroad(party, aside, context.tokens)
        return _Beside(aside.notes, names, aside.others, self._homes.place_abroad(party, aside), form)


def _is_of_the_group(context: _Context, name: Found[NameEntry], beside: _Beside) -> bool:
    """Whether a party's name stands beside a country or a legal form that is not its own: a company of the group.

    Beside a registered name a country is part of an address.
    """
    if not context.is_name_cell or name.value.relation != "self":
        return False
    if beside.place_abroad is not None and not name.value.legal:
        return True
    return beside.form_abroad is not None and not holds_a_form(context.tokens[name.start : name.end])


def _confidence(entry: NameEntry, against: Sequence[str], *, whole: bool) -> Confidence:
    if entry.relation == "relabel" or against or not entry.current:
        return "possible"
    return "confirmed" if entry.legal and whole else "strong"


def _covered(names: Iterable[Found[NameEntry]]) -> set[int]:
    return {at for name in names for at in range(name.start, name.end)}


def _inside_native_run(context: _Context, name: Found[NameEntry]) -> bool:
    """Whether a name of very few Han signs follows another Han sign without a break."""
    tokens = context.tokens
    if name.end - name.start > SHORT_NATIVE or tokens[name.start].isascii() or name.start == 0:
        return False
    if tokens[name.start - 1].isascii():
        return False
    return not begins_apart(context.text, spelled(tokens[name.start : name.end]))
