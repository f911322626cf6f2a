"""What kind of equipment a text says a thing is: the last known word before it says what goes with it."""

from collections.abc import Sequence

from vendorcheck.model.vocabulary import EquipmentType, Vocabulary
from vendorcheck.resolve.folding import fold
from vendorcheck.resolve.phrases import Phrases


class Equipment:
    """The words for kinds of equipment."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Index the words of every kind, in the singular and in the plural."""
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
        return self.of_tokens(text, fold(text))

    def mentioned(self, text: str) -> frozenset[str]:
        """Return every kind of which a text holds a word, whatever it says the thing is."""
        return frozenset(word.value for word in self._words.find(fold(text)))

    def of_tokens(self, text: str, tokens: Sequence[str]) -> str | None:
        """As `of`, for a text already folded."""
        if self._words.firsts.isdisjoint(tokens):
            return None
        head = self._kind_in(fold(text.partition(",")[0]))
        return head or self._kind_in(tokens)

    def _kind_in(self, tokens: Sequence[str]) -> str | None:
        kind = None
        clause_end = len(tokens)
        for word in self._words.find(tokens):
            if kind is None:
                after = (at for at in range(word.end, len(tokens)) if tokens[at] in self._subordinators)
                clause_end = next(after, len(tokens))
            if word.end <= clause_end:
                kind = word.value
        return kind


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
