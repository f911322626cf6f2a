"""Which heading means which role: spellings seen in real bills, in the languages of their buyers."""

import pkgutil
import re
import unicodedata
from functools import cache

from vendorcheck.model.bom import ROLES, Role

_NOT_A_LETTER = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NUMBER_SIGN = re.compile(r"#\s*$")
_TRAILING_NUMBER = re.compile(r" ?\d+$")


def normal_heading(text: str) -> str:
    """Return a heading in lower case, with one space for every run of anything but letters and digits.

    A number sign at the end is a word, as in "Manf#": it tells a part number from its maker.
    """
    spaced = _CAMEL.sub(" ", _NUMBER_SIGN.sub(" number", unicodedata.normalize("NFKC", text)))
    return _NOT_A_LETTER.sub(" ", spaced.casefold()).strip()


def role_of(heading: str) -> Role:
    """Return the role a heading means; `ignored` when no spelling is known."""
    normal = normal_heading(heading)
    known = spellings()
    found = known.get(normal) or known.get(normal.replace(" ", ""))
    if found is None:
        found = known.get(_TRAILING_NUMBER.sub("", normal))
    return found or "ignored"


@cache
def spellings() -> dict[str, Role]:
    """Return the role of every known spelling, from `headings.txt`; of two roles the first keeps it."""
    data = (pkgutil.get_data(__package__, "headings.txt") or b"").decode("utf-8")
    roles: dict[str, Role] = {}
    role: Role = "ignored"
    for line in data.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith(" "):
            for spelling in line.split("|"):
                roles.setdefault(spelling.strip(), role)
        else:
            role = next(known for known in ROLES if known == line.rstrip(":"))
    return roles
