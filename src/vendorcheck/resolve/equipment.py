"""What kind of equipment a text says a thing is: the last known word before it says what goes with it."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from vendorcheck.model.bom import Role
from vendorcheck.model.vocabulary import EquipmentType, Vocabulary
from vendorcheck.resolve.folding import fold
from vendorcheck.resolve.phrases import Found, Phrases

#: Roles whose cells may say what kind of equipment a thing is.
KIND_ROLES: tuple[Role, ...] = ("part", "description", "category")


class Said(NamedTuple):
    """The kind of equipment that a text shows, and every kind of which it holds a word."""

    kind: str | None
    mentioned: frozenset[str]


_NOTHING_SAID = Said(None, frozenset())


class Equipment:
    """The words for kinds of equipment."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Index the words of every kind, in the singular and in the plural."""
        self._types = vocabulary.equipment
        types = {kind.id: kind for kind in vocabulary.equipment}
        self._words = Phrases(
            (form, kind.id) for kind in vocabulary.equipment for word in kind.words for form in _forms(word)
        )
        self._subordinators = frozenset(token for word in vocabulary.subordinators for token in fold(word))
        self.components = frozenset(kind for kind in types if _is_a(types, kind, "component"))
        self.makerless = frozenset(kind.id for kind in vocabulary.equipment if not kind.needs_maker)
        self.broader = {kind: tuple(_chain(types, kind)) for kind in types}

    def of(self, text: str) -> str | None:
        """Return the kind that a category, part or description shows; None when no word is known."""
        return self.said(text).kind

    def said(self, text: str, tokens: Sequence[str] | None = None) -> Said:
        """Return the kind that a text shows, and every kind of which it holds a word.

        `tokens` are its own, where it was folded already.
        """
        tokens = fold(text) if tokens is None else tokens
        if self._words.firsts.isdisjoint(tokens):
            return _NOTHING_SAID
        words = list(self._words.find(tokens))
        if not words:
            return _NOTHING_SAID
        head = text.partition(",")[0]
        kind = self._kind_in(fold(head)) if len(head) < len(text) else None
        return Said(kind or self._kind_of(words, tokens), frozenset(word.value for word in words))

    def words_of(self, kinds: Collection[str]) -> list[str]:
        """Return the words for some kinds, in the singular and in the plural."""
        return [form for kind in self._types if kind.id in kinds for word in kind.words for form in _forms(word)]

    def _kind_in(self, tokens: Sequence[str]) -> str | None:
        return self._kind_of(list(self._words.find(tokens)), tokens)

    def _kind_of(self, words: Sequence[Found[str]], tokens: Sequence[str]) -> str | None:
        """The last known word before what goes with the thing is said."""
        kind = None
        clause_end = len(tokens)
        for word in words:
            if kind is None:
                after = (at for at in range(word.end, len(tokens)) if tokens[at] in self._subordinators)
                clause_end = next(after, len(tokens))
            if word.end <= clause_end:
                kind = word.value
        return kind


class Watched:
    """Kinds of equipment that are looked for by themselves, whoever made the thing."""

    def __init__(self, equipment: Equipment, kinds: frozenset[str]) -> None:
        """Look for these kinds and narrower ones."""
        self.kinds = frozenset(kind for kind, broader in equipment.broader.items() if not kinds.isdisjoint(broader))
        self._equipment = equipment
        self.firsts = frozenset(fold(word)[0] for word in equipment.words_of(self.kinds))

    def shown_in(self, text: str, tokens: Sequence[str]) -> bool:
        """Return whether a text, which is these tokens, shows one of the kinds.

        Asked of every distinct description, so it must be quick.
        """
        return not self.firsts.isdisjoint(tokens) and self._equipment.said(text, tokens).kind in self.kinds


def _forms(word: str) -> tuple[str, ...]:
    if not word.isascii():
        return (word,)
    if word.endswith(("s", "x", "ch", "sh")):
        return (word, word + "es")
    if word.endswith("y") and not word.endswith(("ay", "ey", "oy")):
        return (word, word[:-1] + "ies")
    return (word, word + "s")


def _chain(types: dict[str, EquipmentType], kind: str) -> list[str]:
    chain: list[str] = []
    current: str | None = kind
    while current is not None and current not in chain:
        chain.append(current)
        current = types[current].kind_of
    return chain


def _is_a(types: dict[str, EquipmentType], kind: str, broader: str) -> bool:
    return broader in types and broader in _chain(types, kind)
