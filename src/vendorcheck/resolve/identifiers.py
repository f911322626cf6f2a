"""Identifiers: FCC IDs, whose first signs name the grantee, and MAC addresses, whose first half is a lead."""

import re
from collections.abc import Iterable

from vendorcheck.model.hit import Sighting
from vendorcheck.model.party import Party

#: A thing with a module inside says so on its label (47 CFR 15.212(a)(1)(vi)).
_FCC_ID_IN_TEXT = re.compile(
    r"(CONTAINS\s+(?:TRANSMITTER\s+)?(?:MODULE\s+)?)?FCC[ -]?ID[:# ]*([A-Z0-9-]{4,20})", re.IGNORECASE
)
_NOT_HEX = re.compile(r"[^0-9A-F]")
_MAC = re.compile(r"^[0-9A-F]{6}(?:[0-9A-F]{1,6})?$")


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
        """Return whose grantee code an FCC ID begins with; codes have three signs, or five from a digit on."""
        compact = re.sub(r"[^A-Z0-9]", "", text.upper()).removeprefix("FCCID")
        code = compact[:5] if compact[:1].isdigit() else compact[:3]
        party = self._grantees.get(code)
        if party is None or len(compact) <= len(code):
            return ()
        return (
            Sighting(
                party=party,
                basis="identifier",
                relation="self",
                confidence="confirmed",
                found=text.strip(),
                listed=f"FCC grantee code {code}",
                agreed=(f"grantee code {code}",),
            ),
        )

    def in_mac(self, text: str) -> tuple[Sighting, ...]:
        """Return who registered the block of a MAC address: a lead to the maker, never proof."""
        compact = _NOT_HEX.sub("", text.upper()) if _is_mac(text) else ""
        party = self._prefixes.get(compact[:6]) if compact else None
        if party is None:
            return ()
        return (
            Sighting(
                party=party,
                basis="identifier",
                relation="self",
                confidence="possible",
                found=text.strip(),
                listed=f"IEEE prefix {compact[:6]}",
                agreed=(f"address block {compact[:6]}",),
                against=("a registered address block does not say who made the device",),
            ),
        )

    def in_text(self, text: str) -> tuple[Sighting, ...]:
        """Return whose FCC ID a text names as one."""
        return tuple(
            dict.fromkeys(
                sighting._replace(relation="component") if match[1] else sighting
                for match in _FCC_ID_IN_TEXT.finditer(text)
                for sighting in self.in_fcc_id(match[2])
            )
        )


def _is_mac(text: str) -> bool:
    compact = re.sub(r"[\s:.\-]", "", text.upper())
    return _MAC.match(compact) is not None
