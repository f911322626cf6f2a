"""Reports made by hand: a line a row, each with one finding, identified as a run identifies them."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

import pytest

from vendorcheck.model.finding import (
    DETERMINATIONS,
    Determination,
    Excerpt,
    Finding,
    Ground,
    LineResult,
    MatchNote,
    Outcome,
    Place,
)
from vendorcheck.model.report import (
    BillRecord,
    Coverage,
    ListRecord,
    Provenance,
    Report,
    Settings,
    Summary,
    SupplierResult,
    Verdict,
)
from vendorcheck.model.rule import SEVERITIES, Severity
from vendorcheck.model.rulebook import Source

DAY = date(2026, 11, 21)


class Row(NamedTuple):
    """A line with one finding, or a clear one where `rule` is empty."""

    maker: str = "Acme"
    part: str = "A-1"
    purpose: str = ""
    rule: str = "no-acme"
    severity: Severity = "high"
    outcome: Outcome = "yes"
    party: str = "acme"
    listed: str | None = None
    vendor: str = "Harbor"

    @property
    def determination(self) -> Determination:
        """What it comes to."""
        if not self.rule:
            return "CLEAR"
        return "PROHIBITED" if self.outcome == "yes" else "UNDETERMINED"


Make = Callable[..., Report]


@pytest.fixture(scope="session")
def make() -> Make:
    """Makes a report of rows, each given as what is not as usual in it."""
    return made


def made(
    given: Iterable[dict[str, Any]], *, bill: str = "bom", all_lines: bool = True, lists: tuple[str, ...] = ()
) -> Report:
    rows = tuple(Row(**each) for each in given)
    seen: Counter[str] = Counter()
    lines: list[LineResult] = []
    findings: list[Finding] = []
    for number, row in enumerate(rows, 2):
        cells = {"maker": row.maker, "part": row.part, "purpose": row.purpose, "vendor": row.vendor}
        excerpt = tuple(
            Excerpt(at, role, role.title(), text) for at, (role, text) in enumerate(cells.items(), 1) if text
        )
        line = LineResult("bom.csv", number, Place(None, 1, 1), row.determination, None, (), (), (), excerpt)
        if row.rule:
            base = repr((row.rule, row.party, row.maker.casefold(), row.part.casefold()))
            seen[base] += 1
            fingerprint = hashlib.sha256(f"{base}#{seen[base]}".encode()).hexdigest()
            line = line._replace(findings=(fingerprint[:12],))
            findings.append(_finding(row, number, fingerprint, excerpt))
        if all_lines or row.rule:
            lines.append(line)
    return _report(rows, tuple(lines), tuple(findings), bill, lists)._replace(
        settings=Settings((), DAY, DAY, all_lines=all_lines)
    )


def _finding(row: Row, number: int, fingerprint: str, excerpt: tuple[Excerpt, ...]) -> Finding:
    match = MatchNote("maker", row.maker, row.maker, (), (), ())
    return Finding(
        id=fingerprint[:12],
        fingerprint=fingerprint,
        bill="bom.csv",
        line=number,
        place=Place(None, 1, 1),
        subject="product",
        rule=row.rule,
        title="Title",
        outcome=row.outcome,
        severity=row.severity,
        bars=(),
        barred=(),
        binds=(),
        binds_buyer=True,
        party=row.party,
        party_name=row.party.title(),
        relation="self",
        uncertain=False,
        through=None,
        relation_note=None,
        basis="listed_name",
        confidence="strong",
        match=match,
        matches=(match,),
        grounds=(Ground("list", f"{row.listed}:1", row.listed) if row.listed else Ground("rulebook", row.party),),
        provisional=None,
        needs=(),
        message="So it is.",
        next_steps=(),
        questions=(),
        excerpt=excerpt,
        evidence=(),
        answers=(),
    )


def _report(
    rows: tuple[Row, ...],
    lines: tuple[LineResult, ...],
    findings: tuple[Finding, ...],
    bill: str,
    lists: tuple[str, ...],
) -> Report:
    counts = Counter(row.determination for row in rows)
    severities = Counter(finding.severity for finding in findings)
    suppliers = Counter(row.vendor for row in rows)
    zero = dict.fromkeys(DETERMINATIONS, 0)
    return Report(
        settings=Settings((), DAY, DAY),
        summary=Summary(
            lines=len(rows),
            by_determination={name: counts[name] for name in DETERMINATIONS},
            findings=len(findings),
            by_severity={name: severities[name] for name in SEVERITIES},
            by_rule=dict(Counter(finding.rule for finding in findings)),
            asides=0,
            waived=0,
            provisional=0,
            suppliers=0,
        ),
        verdict=Verdict(passed=True, exit_code=0, fail_on="high", reasons=()),
        lines=lines,
        findings=findings,
        suppliers=tuple(
            SupplierResult(name, count, {**zero, "REVIEW": count}, 0, (), ())
            for name, count in sorted(suppliers.items())
        ),
        coverage=Coverage((BillRecord("bom.csv", hashlib.sha256(bill.encode()).hexdigest(), ()),), len(rows), (), 0),
        provenance=Provenance(
            version="1.0",
            rulebook=(Source("vendorcheck", "1", "ab" * 32, DAY),),
            lists=tuple(ListRecord(name, name * 12, None, 1) for name in lists),
            reference=None,
            prepared_by=None,
        ),
        limits=(),
    )
