"""The remarks of an entry: one text in which aliases, numbers, dates and everything else stand between semicolons."""

import re
from typing import NamedTuple

from vendorcheck.lists.fields import cleaned, day_of
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias

#: Longer remarks go on in the file of comments, cut in the middle of a word.
CUT_AT = 1000

_ALIAS = re.compile(r"(?:alt\. )?([afn])\.k\.a\. (.+)")
_LISTED = re.compile(r"Listing Date \(([^)]+)\):? ([0-9]{2} [A-Z][a-z]{2} [0-9]{4})")
_NUMBER = re.compile(
    r"(?:alt\. )?(?:[\w./-]+ ){0,4}?"
    r"(?:No\.?|Number|ID|IMO|MMSI|Passport|NIT|RUC|RTN|RIF|R\.?F\.?C\.?|C\.U\.R\.P\.|SSN|FEIN|ISIN|SWIFT/BIC|\(USCC\))"
    r" [^:]*[0-9][^:]*"
)


class Remarks(NamedTuple):
    """What stands in the remarks: further names, numbers, days of listing by their label, and the rest."""

    aliases: tuple[Alias, ...] = ()
    numbers: tuple[str, ...] = ()
    listed: tuple[tuple[str, Period], ...] = ()
    others: tuple[str, ...] = ()


def read_remarks(text: str) -> Remarks:
    """Return what the remarks of an entry say.

    A name in quotation marks is what OFAC calls a weak alias: too broad a name to be looked for by itself.
    """
    aliases: list[Alias] = []
    numbers: list[str] = []
    listed: list[tuple[str, Period]] = []
    others: list[str] = []
    for part in filter(None, cleaned(text).removesuffix(".").split("; ")):
        if alias := _ALIAS.fullmatch(part):
            aliases.append(_alias(*alias.groups()))
        elif (found := _LISTED.fullmatch(part)) and (day := day_of(found[2], "%d %b %Y")):
            listed.append((found[1], day))
        elif _NUMBER.fullmatch(part):
            numbers.append(part)
        else:
            others.append(part)
    return Remarks(tuple(aliases), tuple(numbers), tuple(listed), tuple(others))


def _alias(letter: str, name: str) -> Alias:
    quoted = len(name) > 1 and name[0] == name[-1] == "'"
    return Alias(
        name[1:-1].strip() if quoted else name,
        "former" if letter == "f" else "alias",
        "weak" if quoted else "strong",
    )
