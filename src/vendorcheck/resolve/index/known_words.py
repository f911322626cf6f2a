"""The words of an index, found by spellings that are like theirs."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice, product

from vendorcheck.resolve.index.file import Parts
from vendorcheck.resolve.index.hashes import table_of
from vendorcheck.resolve.index.spellings import misspelt_keys, sound_keys, written_key
from vendorcheck.resolve.similar.alignment import COMMON
from vendorcheck.resolve.similar.pieces import NameWord, single_word
from vendorcheck.resolve.similar.spelling import one_edit, sound_alike
from vendorcheck.resolve.words import frequency

#: How many spellings of one name are looked up.
MAX_SPELLINGS = 64

#: How many spellings of words are kept.
KEPT = 4_096


class Spellings:
    """The words of an index, found by spellings that are like theirs."""

    def __init__(self, parts: Parts) -> None:
        """Search the words of an index where they lie."""
        self._words = parts.texts("words")
        self._table = table_of(parts, "spellings")
        self._like = lru_cache(KEPT)(self._words_like)

    def unlike(self, own: Sequence[NameWord]) -> Sequence[NameWord]:
        """Return the longest of some words that is like no word of the index; none where each is."""
        return next(([word] for word in sorted(own, key=_length, reverse=True) if not self._like(word.key)), ())

    def alike(self, own: Sequence[NameWord]) -> Iterable[Sequence[NameWord]]:
        """Return the words of a name's own, each as the index spells it; none where one is like no word there."""
        if not own or self.unlike(own):
            return ()
        return islice(product(*(self._like(word.key) for word in own)), MAX_SPELLINGS)

    def _words_like(self, word: str) -> tuple[NameWord, ...]:
        """The words of the index that a word may be: equal, a letter away, or alike in sound."""
        if frequency(word) >= COMMON:  # a word that many firms use is no other word misspelt
            found = [other for other in self._under((written_key(word),)) if other == word]
        else:
            written = self._under((written_key(word), *misspelt_keys(word)))
            found = [other for other in written if other == word or one_edit(word, other)]
            found += [other for other in self._under(sound_keys(word)) if sound_alike(word, other)]
        return tuple(map(single_word, dict.fromkeys(found)))

    def _under(self, keys: Iterable[int]) -> Iterable[str]:
        """The words under some keys, each once."""
        return map(self._words.__getitem__, dict.fromkeys(self._table.find(keys)))


def _length(word: NameWord) -> int:
    return len(word.key)
