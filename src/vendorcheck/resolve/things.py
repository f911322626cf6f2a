"""Words of what a thing is, in a cell where a name is expected: "PTZ Dome", "4MP Bullet Camera"."""

from collections.abc import Sequence

from vendorcheck.model.vocabulary import Vocabulary
from vendorcheck.resolve.phrases import Phrases


class Things:
    """The words that say what a thing is, and name nobody."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Index the words."""
        self._words = Phrases((word, word) for word in vocabulary.things)

    def are_all_of(self, tokens: Sequence[str]) -> bool:
        """Return whether tokens are some of these words, with numbers or without, and nothing else."""
        if self._words.firsts.isdisjoint(tokens):
            return False
        taken = {at for word in self._words.find(tokens) for at in range(word.start, word.end)}
        return all(at in taken or token[:1].isdigit() for at, token in enumerate(tokens))
