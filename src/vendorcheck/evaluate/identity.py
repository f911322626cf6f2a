"""The identity of a finding: rule, party, product and, where it is about them, supplier; never the line."""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Sequence

from vendorcheck.evaluate.spotted import Spotted
from vendorcheck.model.bom import Column
from vendorcheck.model.finding import Decision, Flag
from vendorcheck.model.hit import SightedLine

#: What identifies the product of a line, the first that is filled.
_MAKER_KEYS, _PART_KEYS, _SUPPLIER_KEYS = ("maker", "brand", "vendor"), ("part", "description"), ("vendor",)


class Identities:
    """The fingerprints of the findings of one run; equal findings are told apart by a counter."""

    def __init__(self) -> None:
        """Begin with no findings."""
        self._seen: Counter[str] = Counter()

    def of(self, spotted: Spotted, decision: Decision, rules: Collection[str] | None = None) -> tuple[str, ...]:
        """Return the fingerprints of a line's findings; to be asked once for each line, in the order of the lines.

        Where only those of some rules are wanted, and that in the whole run, the others are empty.
        """
        return tuple(
            self._fingerprint(flag, spotted.columns, spotted.line) if rules is None or flag.rule in rules else ""
            for flag in decision.flags
        )

    def _fingerprint(self, flag: Flag, columns: Sequence[Column], line: SightedLine) -> str:
        subject = flag.hit.subject if flag.hit else "product"
        identity = [
            flag.rule,
            flag.party,
            subject,
            _key(columns, line, _MAKER_KEYS),
            _key(columns, line, _PART_KEYS),
            *([_key(columns, line, _SUPPLIER_KEYS)] if subject == "counterparty" else []),
        ]
        base = json.dumps(identity, ensure_ascii=False)
        self._seen[base] += 1
        return hashlib.sha256(f"{base}#{self._seen[base]}".encode("utf-8", "surrogatepass")).hexdigest()


def _key(columns: Sequence[Column], line: SightedLine, roles: Sequence[str]) -> str:
    """The text that identifies a maker or part, case and spaces aside."""
    for role in roles:
        for column, text in zip(columns, line.cells, strict=True):
            if column.role == role and text.strip():
                return " ".join(text.casefold().split())
    return ""
