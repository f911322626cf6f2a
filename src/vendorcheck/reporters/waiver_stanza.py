"""The stanza that waives a finding once a person has filled it in and another has approved it."""

from collections.abc import Iterator
from datetime import timedelta

from vendorcheck.model.finding import Finding
from vendorcheck.model.report import Report
from vendorcheck.model.waiver import WAIVER_REASONS
from vendorcheck.reporters.visible import display_width, wrap

#: How long the stanza proposes that a waiver holds, from today.
DAYS = 90

#: The reasons that are taken where a rule bars what the buyer is about to do.
BARRED_REASONS = ("false_positive", "legal_exception")


def stanza(finding: Finding, report: Report) -> str:
    """Return the waiver of one finding as YAML, an item of the list `waivers`; what a person must say is left empty."""
    return "".join(f"{text}\n" for text in stanza_rows(finding, report, 100))


def stanza_rows(finding: Finding, report: Report, width: int) -> Iterator[str]:
    """Yield the stanza in rows of a width, broken after commas alone, and then the reasons to choose from."""
    text = "- {"
    # No field holds a comma of its own but those between its parts.
    for piece in f"{', '.join(_fields(finding, report))}}}".replace(", ", ",\n").splitlines():
        if display_width(text) + 1 + display_width(piece) > width and text != "- {":
            yield text
            text = "  "
        text += piece if text in ("- {", "  ") else f" {piece}"
    reasons = ", ".join(_reasons(finding))
    if display_width(f"{text}  # reason: {reasons}") <= width:
        yield f"{text}  # reason: {reasons}"
        return
    yield text
    yield from (f"# {row}" for row in wrap(f"reason: {reasons}", width - 2))


def _fields(finding: Finding, report: Report) -> list[str]:
    today = report.settings.today
    return [
        f"id: waive-{finding.id}",
        f"rule: {finding.rule}",
        f"scope: {{fingerprint: '{finding.fingerprint[:12]}'}}",
        "reason: ''",
        "statement: ''",
        "owner: ''",
        "approved_by: ''",
        f"created: {today.isoformat()}",
        f"expires: {(today + timedelta(DAYS)).isoformat()}",
        f"recorded: {{rule: '{_digest(finding, report)}', outcome: '{finding.outcome}', severity: {finding.severity}}}",
    ]


def _digest(finding: Finding, report: Report) -> str:
    return next(rule.digest[:12] for rule in report.rules if rule.id == finding.rule)


def _reasons(finding: Finding) -> tuple[str, ...]:
    """The reasons to choose from: few where the rule bars what the buyer is about to do."""
    return BARRED_REASONS if finding.severity == "critical" and finding.barred else WAIVER_REASONS
