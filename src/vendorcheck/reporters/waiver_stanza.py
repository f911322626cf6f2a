"""The stanza that waives a finding once a person has filled it in and another has approved it."""

import json
from collections.abc import Iterator
from datetime import timedelta

from vendorcheck.model.finding import Finding
from vendorcheck.model.report import Report
from vendorcheck.model.waiver import PROHIBITED_REASONS, WAIVER_REASONS
from vendorcheck.reporters.visible import cut, display_width, visible, wrap

#: How long the stanza proposes that a waiver holds, from today, where the policy does not allow less.
DAYS = 90

#: Where an item of a list stands, as in the examples of a file of waivers.
_ITEM, _KEY = "  - ", "    "


def stanza(finding: Finding, report: Report) -> str:
    """Return the waiver of one finding as YAML, an item of the list `waivers`; what a person must say is left empty."""
    return "".join(f"{text}\n" for text in stanza_rows(finding, report, 100))


def waiving_text(report: Report) -> str:
    """Return who may waive a finding and where that is written, or that the policy takes no waivers."""
    terms = report.verdict.waivers
    if terms is None:
        return f"not by a waiver: the policy {visible(report.verdict.policy or '')} takes none"
    where = visible(terms.file) if terms.file else "a file for -w"
    days = f", for at most {terms.max_days} days" if terms.max_days < DAYS else ""
    return f"two people may{days}, with this below `waivers:` in {where}:"


def stanza_rows(finding: Finding, report: Report, width: int) -> Iterator[str]:
    """Yield the stanza as rows to paste below `waivers:`, with the reasons to choose from and whom it is about.

    Nothing where the policy of the run takes no waivers.
    """
    terms = report.verdict.waivers
    if terms is None:
        return
    about = f"{finding.party_name}: {finding.title}" if finding.party_name else finding.title
    yield f"{_KEY}# {cut(visible(about), width - len(_KEY) - 2)}"
    reasons = ", ".join(PROHIBITED_REASONS if _is_barred(finding) else WAIVER_REASONS)
    yield from (f"{_KEY}# {row}" for row in wrap(f"reason: one of {reasons}", width - len(_KEY) - 2))
    first, *fields = _fields(finding, report, width, min(DAYS, terms.max_days))
    yield _ITEM + first
    yield from (_KEY + field for field in fields)


def _fields(finding: Finding, report: Report, width: int, days: int) -> Iterator[str]:
    today = report.settings.today
    yield f"id: waive-{finding.id}-{today:%Y%m%d}"
    yield f"rule: {finding.rule}"
    yield "scope:"
    yield f"  fingerprint: '{finding.fingerprint[:12]}'"
    for role in ("vendor", "part"):
        text = next((cell.text for cell in finding.excerpt if cell.role == role), "")
        named = f"  {role}: {json.dumps(text, ensure_ascii=False)}"
        if text.strip() and visible(text) == text and len(_KEY) + display_width(named) <= width:
            yield named
    yield from ("reason: ''", "statement: ''", "owner: ''", "approved_by: ''")
    yield f"created: {today.isoformat()}"
    yield f"expires: {(today + timedelta(days)).isoformat()}"
    yield "recorded:"
    yield f"  rule: '{_digest(finding, report)}'"
    yield f"  outcome: '{finding.outcome}'"
    yield f"  severity: {finding.severity}"


def _digest(finding: Finding, report: Report) -> str:
    return next(rule.digest[:12] for rule in report.rules if rule.id == finding.rule)


def _is_barred(finding: Finding) -> bool:
    """Whether the rule bars what the buyer is about to do, for sure: few reasons are taken then."""
    return finding.severity == "critical" and bool(finding.barred)
