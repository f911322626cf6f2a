"""The suppliers: what the lines of each came to, and what to ask them."""

from collections.abc import Sequence
from typing import NamedTuple

from vendorcheck.model.finding import DETERMINATIONS
from vendorcheck.model.report import Report, SupplierResult
from vendorcheck.model.rule import Question

#: How many suppliers a page lists.
MOST = 200


class Supplier(NamedTuple):
    """A supplier with the counts in the order of the determinations, and the questions that not everyone is asked."""

    name: str
    lines: int
    counts: Sequence[int]
    findings: int
    questions: Sequence[Question]


class Suppliers(NamedTuple):
    """The suppliers, how many are left out, and the questions for all of them."""

    listed: Sequence[Supplier]
    left_out: int
    ask_all: Sequence[Question]

    @property
    def ask_some(self) -> bool:
        """Whether some are asked what not everyone is."""
        return any(supplier.questions for supplier in self.listed)


def suppliers(report: Report) -> Suppliers:
    """Return the suppliers, those with the worst lines first where there are too many."""
    every = report.suppliers
    common = _common(every)
    worst = sorted(range(len(every)), key=lambda at: (_weight(every[at]), at))[:MOST]
    listed = [_supplier(every[at], common) for at in worst]
    return Suppliers(listed, len(every) - len(listed) + report.coverage.suppliers_left_out, common)


def _weight(supplier: SupplierResult) -> tuple[int, ...]:
    counts = [supplier.by_determination.get(each, 0) for each in DETERMINATIONS]
    return (*(-count for count in counts[:3]), -counts[4], -supplier.findings)


def _common(every: Sequence[SupplierResult]) -> list[Question]:
    """What every supplier is asked alike."""
    if not every:
        return []
    asked = [set(supplier.questions) for supplier in every]
    return [question for question in every[0].questions if all(question in each for each in asked)]


def _supplier(supplier: SupplierResult, common: Sequence[Question]) -> Supplier:
    counts = [supplier.by_determination.get(each, 0) for each in DETERMINATIONS]
    own = [question for question in supplier.questions if question not in common]
    return Supplier(supplier.name, supplier.lines, counts, supplier.findings, own)
