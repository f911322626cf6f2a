"""A name that is looked for in indexes."""

from functools import lru_cache

from vendorcheck.resolve.index.arrangements import as_it_is
from vendorcheck.resolve.similar.likeness import MANY_FIRMS
from vendorcheck.resolve.similar.parsed import Name, parse
from vendorcheck.resolve.words import frequency

#: How many names that are looked for are kept: each is asked of several indexes, one after another.
ASKED = 64


class Asked:
    """A name that is looked for, as it is written."""

    def __init__(self, name: Name) -> None:
        """Take it as it is."""
        self.name, self.as_it_is = name, as_it_is(name)
        own = self.as_it_is.own
        #: Whether all that is its own is one word that many firms have.
        self.is_common = len(own) == 1 and frequency(own[0].letters) >= MANY_FIRMS


@lru_cache(maxsize=ASKED)
def asked_as(text: str) -> tuple[Asked, ...]:
    """Return a name, and any second name that stands beside it."""
    name = parse(text)
    return tuple(Asked(each) for each in (name, *(parse(other.text) for other in name.others)))
