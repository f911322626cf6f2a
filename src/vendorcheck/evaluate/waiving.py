"""Which waiver covers which finding: by the cells of its line, its fingerprint, its outcome and its severity."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from vendorcheck.evaluate.severity import prohibits
from vendorcheck.evaluate.spotted import Spotted
from vendorcheck.evaluate.waived_counts import WaivedCounts
from vendorcheck.model.bom import Role
from vendorcheck.model.finding import OUTCOMES, Decision, Flag
from vendorcheck.model.rule import SEVERITIES
from vendorcheck.model.rule_digest import ENOUGH
from vendorcheck.model.waiver import PROHIBITED_REASONS, Recorded, WaivedBy, Waiver, name_key

#: Who supplies a line: the cells of the first of these roles that is filled, all of them.
_SUPPLIER_ROLES: tuple[Role, ...] = ("vendor", "maker", "brand")

#: From what weighs least to what weighs most.
_RISING: Sequence[str] = tuple(reversed(OUTCOMES))
_SEVERITIES: Sequence[str] = SEVERITIES


class _Cells(NamedTuple):
    """The cells of a line that scopes are compared with, as they are compared."""

    suppliers: frozenset[str]
    parts: frozenset[str]


class _Held:
    """A waiver that holds, ready to be compared."""

    def __init__(self, order: int, waiver: Waiver) -> None:
        self.order = order
        self.waiver = waiver
        self.counts = WaivedCounts(waiver)
        self.by = WaivedBy(waiver.id, waiver.reason)
        scope = waiver.scope
        self.vendor = None if scope.vendor is None else name_key(scope.vendor)
        self.part = None if scope.part is None else name_key(scope.part)

    def fits(self, cells: _Cells, fingerprint: str) -> bool:
        """Whether a finding fits all that its scope says; of several suppliers each would have to be the one."""
        beginning = self.waiver.scope.fingerprint
        return (
            (beginning is None or fingerprint.startswith(beginning))
            and (self.vendor is None or cells.suppliers == {self.vendor})
            and (self.part is None or self.part in cells.parts)
        )


class _OfRule:
    """The waivers of one rule, each under what picks out the fewest findings of what its scope says."""

    def __init__(self) -> None:
        self._by_fingerprint: dict[str, list[_Held]] = defaultdict(list)
        self._by_part: dict[str, list[_Held]] = defaultdict(list)
        self._by_vendor: dict[str, list[_Held]] = defaultdict(list)
        self._of_all: list[_Held] = []

    def add(self, held: _Held) -> None:
        if held.waiver.scope.fingerprint is not None:
            self._by_fingerprint[held.waiver.scope.fingerprint[:ENOUGH]].append(held)
        elif held.part is not None:
            self._by_part[held.part].append(held)
        elif held.vendor is not None:
            self._by_vendor[held.vendor].append(held)
        else:
            self._of_all.append(held)

    def fitting(self, cells: _Cells, fingerprint: str) -> list[_Held]:
        """The waivers that fit a finding, in the order of their file."""
        near = [*self._of_all, *self._by_fingerprint.get(fingerprint[:ENOUGH], ())]
        near += (held for part in cells.parts for held in self._by_part.get(part, ()))
        near += (held for name in cells.suppliers for held in self._by_vendor.get(name, ()))
        return sorted((held for held in near if held.fits(cells, fingerprint)), key=_order)


class Waiving:
    """The waivers of findings that hold in a run; of several for a finding the first of their file covers it."""

    def __init__(self, waivers: Iterable[Waiver]) -> None:
        """Cover with these waivers, all of which hold; those that clear names cover nothing."""
        held = [_Held(order, waiver) for order, waiver in enumerate(waivers) if waiver.scope.pair is None]
        self._rules: dict[str, _OfRule] = defaultdict(_OfRule)
        for each in held:
            self._rules[each.waiver.rule].add(each)
        #: The rules of which a waiver asks for the fingerprints of findings.
        self.by_fingerprint = frozenset(each.waiver.rule for each in held if each.waiver.scope.fingerprint)
        self.counts: Mapping[str, WaivedCounts] = {each.waiver.id: each.counts for each in held}

    def of(self, spotted: Spotted, decision: Decision, fingerprints: Sequence[str]) -> tuple[WaivedBy | None, ...]:
        """Return by flag of a line which waiver covers it; nothing at all where none is covered.

        `fingerprints` are those of its findings; those of rules of which no waiver asks for them may be empty, and all
        may be left out where none does.
        """
        if not any(flag.rule in self._rules for flag in decision.flags):
            return ()
        cells = _cells(spotted)
        prints = fingerprints or [""] * len(decision.flags)
        covering = [self._covering(flag, cells, each) for flag, each in zip(decision.flags, prints, strict=True)]
        for held in {held.order: held for held in covering if held}.values():
            held.counts.lines += 1
        return tuple(held.by if held else None for held in covering) if any(covering) else ()

    def _covering(self, flag: Flag, cells: _Cells, fingerprint: str) -> _Held | None:
        """The waiver that covers a finding; all that fit it are told what became of them."""
        of_rule, first = self._rules.get(flag.rule), None
        for held in of_rule.fitting(cells, fingerprint) if of_rule else ():
            risen = tuple(_risen(flag, held.waiver.recorded))
            prohibited = prohibits(flag)
            if risen:
                held.counts.rise("; ".join(risen))
            elif prohibited and held.waiver.reason not in PROHIBITED_REASONS:
                held.counts.refuse()
            elif first is None:
                first = held
                held.counts.cover(flag, prohibited=prohibited)
            else:
                held.counts.stand_behind(first.waiver)
        return first


def _risen(flag: Flag, recorded: Recorded | None) -> Iterator[str]:
    """What of a finding weighs more than when its waiver was signed; one that nothing was recorded for has risen."""
    if recorded is None:
        yield "what it was signed for is not recorded"
        return
    if _RISING.index(flag.outcome) > _RISING.index(recorded.outcome):
        yield f"the outcome was {recorded.outcome} and is {flag.outcome}"
    if _SEVERITIES.index(flag.severity) > _SEVERITIES.index(recorded.severity):
        yield f"the severity was {recorded.severity} and is {flag.severity}"


def _order(held: _Held) -> int:
    return held.order


def _cells(spotted: Spotted) -> _Cells:
    filled: dict[Role, set[str]] = defaultdict(set)
    for column, text in zip(spotted.columns, spotted.line.cells, strict=True):
        if text.strip():
            filled[column.role].add(name_key(text))
    supplier = next((filled[role] for role in _SUPPLIER_ROLES if role in filled), set[str]())
    return _Cells(frozenset(supplier), frozenset(filled["part"]))
