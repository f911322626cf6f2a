"""Names of one word: other firms may be called the same, so more than the word must agree before one is sure."""

from vendorcheck.model.watchlist import ListEntry
from vendorcheck.resolve.similar.parsed import Name, parse

#: Of fewer letters a word is mostly an abbreviation, and many firms have the same.
MIN_TELLING = 5


def against_one_word(written: str, listed: str) -> tuple[str, ...]:
    """Return what speaks against taking two names for one firm's where one of them is a single word."""
    one, other = parse(written), parse(listed)
    word = _only_word(one) or _only_word(other)
    if not word:
        return ()
    if len(word) < MIN_TELLING:
        return (f"{word!r} alone is short: other firms may be called the same",)
    parting = sorted(_forms_of_a_country(one) ^ _forms_of_a_country(other))
    return tuple(f"of one word, and only one has {form!r}, a legal form of some countries" for form in parting[:1])


def may_be_a_nickname(written: str, entry: ListEntry) -> bool:
    """Return whether a name is one word, and the entry's own name, which is another, may well be that of a person.

    Official lists call some rows neither a person nor a firm. Who keeps a list of their own knows whom they mean.
    """
    if entry.kind != "unknown" or not entry.instrument or not _only_word(parse(written)):
        return False
    own = parse(entry.name)
    described = own.forms or any(word.kind in ("business", "generic") for word in own.words)
    return len(own.words) > 1 and not described


def _only_word(name: Name) -> str | None:
    """The word of a name that has no other; none of one in signs, each of which says as much as a word."""
    words = [word for word in name.words if word.kind != "stop"]
    return words[0].raw if len(words) == 1 and words[0].raw.isascii() else None


def _forms_of_a_country(name: Name) -> frozenset[str]:
    """Its legal forms, but for those that translate anything (Ltd, LLC, Inc, Co, JSC)."""
    return frozenset(form.name for form in name.forms if form.countries)
