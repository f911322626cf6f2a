"""Identifiers: FCC IDs, whose first signs name the grantee, and MAC addresses, whose first half is a lead."""

import re
from collections.abc import Iterable, Iterator

from vendorcheck.model.bom import Role
from vendorcheck.model.hit import Sighting
from vendorcheck.model.party import Party
from vendorcheck.resolve.listed_identifiers import code_of, compact, fcc_ids_of, macs_of

#: A thing with a module inside says so on its label (47 CFR 15.212(a)(1)(vi)).
_FCC_ID_IN_TEXT = re.compile(
    r"(CONTAINS\s+(?:TRANSMITTER\s+)?(?:MODULE\s+)?)?FCC[ -]?ID[:# ]*([A-Z0-9-]{4,20})", re.IGNORECASE
)
_NOT_HEX = re.compile(r"[^0-9A-F]")

#: How many unreadable words of a cell a note repeats, and how much of each.
_SHOWN, _LONGEST = 3, 40

_CALLED: dict[Role, str] = {"mac": "a MAC address", "fcc_id": "an FCC ID"}


class Identifiers:
    """The identifiers of the parties."""

    def __init__(self, parties: Iterable[Party]) -> None:
        """Index grantee codes and IEEE prefixes."""
        self._grantees: dict[str, str] = {}
        self._prefixes: dict[str, str] = {}
        for party in parties:
            self._grantees.update(dict.fromkeys(party.grantee_codes, party.id))
            self._prefixes.update(dict.fromkeys(party.ieee_prefixes, party.id))

    def in_fcc_id(self, text: str) -> tuple[Sighting, ...]:
        """Return whose grantee codes the FCC IDs of a cell begin with."""
        return tuple(dict.fromkeys(sighting for each in fcc_ids_of(text).found for sighting in self._of_fcc_id(each)))

    def in_mac(self, text: str) -> tuple[Sighting, ...]:
        """Return who registered the blocks of the MAC addresses of a cell: a lead to the maker, never proof."""
        return tuple(dict.fromkeys(sighting for each in macs_of(text).found for sighting in self._of_mac(each)))

    def in_text(self, text: str) -> tuple[Sighting, ...]:
        """Return whose FCC ID a text names as one."""
        return tuple(
            dict.fromkeys(
                sighting._replace(relation="component") if match[1] else sighting
                for match in _FCC_ID_IN_TEXT.finditer(text)
                for sighting in self.in_fcc_id(match[2])
            )
        )

    def _of_fcc_id(self, fcc_id: str) -> Iterator[Sighting]:
        signs = compact(fcc_id)
        code = code_of(signs)
        party = self._grantees.get(code)
        if party is not None and len(signs) > len(code):
            yield Sighting(
                party=party,
                basis="identifier",
                relation="self",
                confidence="confirmed",
                found=fcc_id,
                listed=f"FCC grantee code {code}",
                agreed=(f"grantee code {code}",),
            )

    def _of_mac(self, address: str) -> Iterator[Sighting]:
        block = _NOT_HEX.sub("", address.upper())[:6]
        party = self._prefixes.get(block)
        if party is not None:
            yield Sighting(
                party=party,
                basis="identifier",
                relation="self",
                confidence="possible",
                found=address,
                listed=f"IEEE prefix {block}",
                agreed=(f"address block {block}",),
                against=("a registered address block does not say who made the device",),
            )


def unread_beside(role: Role, text: str) -> str:
    """Return a sentence on what stands beside the identifiers of a cell and is none; empty where there is nothing."""
    listed = macs_of(text) if role == "mac" else fcc_ids_of(text)
    if not listed.unread:
        return ""
    shown = ", ".join(_cut_short(word) for word in listed.unread[:_SHOWN])
    more = f" and {len(listed.unread) - _SHOWN} more" if len(listed.unread) > _SHOWN else ""
    return f"{shown}{more} could not be read as {_CALLED[role]}, as what stands beside it can."


def _cut_short(word: str) -> str:
    return repr(word if len(word) <= _LONGEST else f"{word[:_LONGEST]}…")
