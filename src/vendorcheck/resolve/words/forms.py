"""The legal forms of the world's company laws, from `legal_forms.txt`."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple, cast

from vendorcheck.resolve.words.tables import lines_of

#: Where in a name a spelling is a legal form: elsewhere it may be another word.
Where = Literal["anywhere", "end", "edge"]


class Form(NamedTuple):
    """A legal form and the countries whose law has it; no country where it is a translation of anything."""

    name: str
    countries: frozenset[str]
    where: Where


@cache
def form_table() -> Mapping[str, Form]:
    """Return every spelling of a legal form, its folded tokens parted by a blank."""
    table: dict[str, Form] = {}
    for line in lines_of("legal_forms.txt"):
        name, countries, where, spellings = line.split(" | ")
        laws = frozenset() if countries == "*" else frozenset(countries.split())
        form = Form(name, laws, cast("Where", where))
        table.update(dict.fromkeys(spellings.split(", "), form))
    return MappingProxyType(table)
