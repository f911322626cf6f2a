"""The lists of which the Consolidated Screening List is made: their labels, short names and instruments."""

import re
from functools import cache
from typing import NamedTuple


class Sublist(NamedTuple):
    """A list within the consolidated one: its usual short name, and the record of the rulebook it is listed under."""

    short: str
    instrument: str | None


#: By the short name in the brackets of a label, without "NS-" and "List", which come and go with the years.
INSTRUMENTS = {
    "EL": "us-bis-entity-list",
    "MEU": "us-bis-meu",
    "UVL": "bis-unverified-list",
    "DPL": "bis-denied-persons-list",
    "SDN": "ofac-sdn",
    "CMIC": "us-ns-cmic",
    "SSI": "ofac-ssi",
    "CAP": "ofac-capta",
    "MBS": "ofac-ns-mbs",
    "FSE": "ofac-fse",
    "PLC": "ofac-plc",
    "DTC": "state-aeca-debarred",
    "ISN": "state-nonproliferation",
}

#: The same by what stands before the brackets, for labels without them; in small letters, without "list".
_BY_NAME = {
    "entity": "EL",
    "military end user": "MEU",
    "unverified": "UVL",
    "denied persons": "DPL",
    "specially designated nationals": "SDN",
    "non-sdn chinese military-industrial complex companies": "CMIC",
    "sectoral sanctions identifications": "SSI",
    "capta": "CAP",
    "non-sdn menu-based sanctions": "MBS",
    "foreign sanctions evaders": "FSE",
    "palestinian legislative council": "PLC",
    "itar debarred": "DTC",
    "aeca debarred": "DTC",
    "nonproliferation sanctions": "ISN",
}

#: Other short names of the same lists.
_OTHERWISE = {"CAPTA": "CAP", "NS-CMIC": "CMIC", "AECA": "DTC"}

_LABEL = re.compile(r"(?P<name>[^(]*)(?:\((?P<short>[^)]*)\))?")


@cache
def sublist_of(label: str) -> Sublist | None:
    """Return the list that a label means, whatever department stands behind " - "; None for one that nobody knows."""
    found = _LABEL.match(label.partition(" - ")[0])
    if found is None:
        return None
    short = (found["short"] or "").upper().removesuffix(" LIST").removeprefix("NS-").strip()
    name = " ".join(found["name"].lower().replace(" list", " ").split())
    known = _OTHERWISE.get(short, short)
    known = known if known in INSTRUMENTS else _BY_NAME.get(name, "")
    return Sublist(known, INSTRUMENTS[known]) if known else None
