"""Facts beside identity: declared purposes, country of origin, day of authorisation."""

from datetime import datetime

from vendorcheck.model.period import Period
from vendorcheck.model.vocabulary import Vocabulary
from vendorcheck.resolve.folding import folded

_SEPARATORS = (";", "/", "|", "\n", " + ", ",")
_DAY_FORMS = ("%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y")


class Qualifiers:
    """The words for purposes and countries."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Index the words, and the identifiers themselves."""
        self._purposes = {
            folded(word): purpose.id
            for purpose in vocabulary.purposes
            for word in (purpose.id, purpose.title, *purpose.words)
        }
        self._countries = {
            folded(name): code for code, names in vocabulary.countries.items() for name in (code, *names)
        }

    def purposes(self, text: str) -> frozenset[str]:
        """Return the purposes a cell declares; none when a part of it is not known."""
        whole = self._purposes.get(folded(text))
        if whole is not None:
            return frozenset((whole,))
        for separator in _SEPARATORS:
            parts = [self._purposes.get(folded(part)) for part in text.split(separator) if part.strip()]
            if len(parts) > 1 and all(parts):
                return frozenset(part for part in parts if part)
        return frozenset()

    def origin(self, text: str) -> str | None:
        """Return the country code that a cell names; None when it names none that is known."""
        return self._countries.get(folded(text))

    def day(self, text: str) -> Period | None:
        """Return the day, month or year that a cell gives; None when it gives none that is certain."""
        text = " ".join(text.split())
        for form in _DAY_FORMS:
            try:
                found = datetime.strptime(text, form)  # noqa: DTZ007 (a calendar day has no time zone)
            except ValueError:
                continue
            return Period.parse(found.date().isoformat())
        try:
            return Period.parse(text)
        except ValueError:
            return None
