"""The vocabulary in rows."""

from collections.abc import Iterator, Sequence

from vendorcheck.model.vocabulary import Vocabulary
from vendorcheck.reporters.text.rows import EMPTY, Indent, Row, paragraph, row

_UNDER = Indent(2, 0)


def vocabulary_rows(vocabulary: Vocabulary, width: int) -> Iterator[Row]:
    """Yield each kind of equipment and each purpose with the words that show it, then the buyers."""
    for kind in vocabulary.equipment:
        of = f"a kind of {kind.kind_of}" if kind.kind_of else ""
        alone = "" if kind.needs_maker else "screened without a maker"
        yield from _entry(f"equipment {kind.id}", kind.title, (of, alone), kind.words, width)
    for purpose in vocabulary.purposes:
        denies = f"denies {', '.join(purpose.denies)}" if purpose.denies else ""
        yield from _entry(f"purpose {purpose.id}", purpose.title, (denies,), purpose.words, width)
    for buyer, title in vocabulary.buyers.items():
        yield row((f"buyer {buyer}", "strong"))
        yield from paragraph("", title, width, _UNDER)


def _entry(head: str, title: str, notes: Sequence[str], words: Sequence[str], width: int) -> Iterator[Row]:
    yield row((head, "strong"))
    yield from paragraph("", " · ".join(filter(None, (title, *notes))), width, _UNDER)
    yield from paragraph("", f"words: {', '.join(words)}", width, _UNDER, style="dim")
    yield EMPTY
