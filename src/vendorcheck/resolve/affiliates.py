"""Names of other companies of a party's group: its own beside another country, or a legal form of one."""

from collections.abc import Iterable, Sequence

from vendorcheck.model.party import Party
from vendorcheck.resolve.folding import fold
from vendorcheck.resolve.set_aside import Beside, Written, legal_forms

#: Forms that stand for other things as well where a name ends: a protocol, a region, a size, a kind of channel partner.
_ALSO_OTHER_THINGS = frozenset(("ac", "asc", "ca", "cc", "cv", "eu", "ip", "mb", "na", "pc", "pp", "pt", "sc"))


class Homes:
    """Where the parties are at home: their countries, and the legal forms in their own names."""

    def __init__(self, parties: Iterable[Party]) -> None:
        """Know the country of each party and the forms of its recorded names."""
        self._country: dict[str, str] = {}
        self._forms: dict[str, frozenset[str]] = {}
        for party in parties:
            self._country[party.id] = party.country
            self._forms[party.id] = frozenset(
                found.value.name for name in party.names for found in legal_forms().find(fold(name.text))
            )

    def place_abroad(self, party: str, beside: Beside) -> str | None:
        """Return a country or place beside the names of a party that is not its own."""
        home = self._country.get(party, "").lower()
        return next((place.written for place in beside.places if place.country and place.country != home), None)

    def form_abroad(self, party: str, beside: Beside, tokens: Sequence[str]) -> str | None:
        """Return a legal form among a cell's tokens that none of a party's own countries has.

        There is none where another form beside it is the party's own, or where unknown words may be whose form it is.
        """
        if beside.others:
            return None
        telling = [each for each in beside.forms if each.form.countries and _is_a_form_here(each, tokens)]
        if any(self._is_at_home(party, each) for each in telling):
            return None
        return next((each.written for each in telling), None)

    def _is_at_home(self, party: str, each: Written) -> bool:
        return self._country.get(party) in each.form.countries or each.form.name in self._forms.get(party, ())


def holds_a_form(tokens: Sequence[str]) -> bool:
    """Return whether tokens hold a legal form: a name that has its own is not made another company's by a second."""
    return any(True for _ in legal_forms().find(tokens))


def _is_a_form_here(each: Written, tokens: Sequence[str]) -> bool:
    """Whether what may be a legal form stands where it can be nothing else."""
    if each.form.where == "anywhere":
        return True
    words = each.written.split()
    ends = list(tokens[-len(words) :]) == words
    begins = each.form.where == "edge" and list(tokens[: len(words)]) == words
    return (ends or begins) and each.written not in _ALSO_OTHER_THINGS
