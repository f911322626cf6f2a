"""What a comparison says, in words: the same in a text and in Markdown."""

from collections.abc import Iterator, Sequence

from vendorcheck.model.comparison import Cause, Comparison, Count, Difference, InputChange, SupplierChange
from vendorcheck.model.finding import Finding

_CAUSES: dict[Cause, str] = {
    "bill": "the bill",
    "rulebook": "the rulebook",
    "list": "a list",
    "date": "the day screened as of",
    "options": "what was asked",
    "waivers": "the waivers",
    "policy": "the policy",
    "program": "the version of vendorcheck",
}

_MAKERS, _PARTS = ("maker", "brand", "vendor"), ("part", "description", "mac", "fcc_id")


def side_texts(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Yield which two reports these are."""
    for name, side in (("old", comparison.old), ("new", comparison.new)):
        bills = ", ".join(side.bills)
        yield name, f"{bills} · {_lines(side.lines)} · as of {side.as_of} · vendorcheck {side.version}"


def input_text(change: InputChange) -> str:
    """Return what an input was and is."""
    if change.old is None:
        return f"{change.name}: {change.new}, not in the old report"
    if change.new is None:
        return f"{change.name}: {change.old}, not in the new report"
    return f"{change.name}: {change.new}, was {change.old}"


def cause_text(difference: Difference) -> str:
    """Return what a difference is due to, as far as two reports tell."""
    words = [_CAUSES[cause] for cause in difference.causes]
    because = f": {difference.because}" if difference.because else ""
    if not words:
        return "not known: no input that the reports record differs"
    if len(words) == 1:
        return words[0] + because
    return f"{', '.join(words[:-1])} or {words[-1]}; the reports cannot tell which{because}"


def what_text(finding: Finding) -> str:
    """Return whom and what a finding is about."""
    names = (finding.party_name or "", _first_text(finding, _MAKERS), _first_text(finding, _PARTS))
    return " · ".join(dict.fromkeys(name for name in names if name)) or "no name"


def place_text(finding: Finding) -> str:
    """Return where a finding stands."""
    sheet = finding.place.sheet
    parts = (finding.bill, sheet, finding.line)
    return ":".join(str(part) for part in parts if part is not None)


def line_text(difference: Difference) -> str:
    """Return what the line of a finding came to."""
    return f"line {difference.determination}" if difference.determination else ""


def rule_text(finding: Finding) -> str:
    """Return the rule of a finding, with what is to be known of it unless it is a plain yes."""
    marks = (
        finding.outcome if finding.outcome != "yes" else "",
        f"waived by {finding.waived.id}" if finding.waived else "",
        "provisional" if finding.provisional else "",
    )
    said = "; ".join(filter(None, marks))
    return f"{finding.rule} ({said})" if said else finding.rule


def folded_text(count: int, *, alone: bool) -> str | None:
    """Return how many findings of rules for other buyers are not listed; None where there are none."""
    if not count:
        return None
    first = f"{count} of a rule" if count == 1 else f"{count} of rules"
    binds = "binds" if count == 1 else "bind"
    return f"{'' if alone else 'and '}{first} that {binds} other buyers: `-o json` has all"


def change_texts(difference: Difference) -> list[str]:
    """Return what a finding says otherwise than before."""
    return [f"{change.field}: {change.new}, was {change.old}" for change in difference.changes]


def count_text(count: Count) -> str:
    """Return how many lines came to a determination, and how many did before."""
    return f"{count.new} {count.name.replace('_', ' ')}{_was(count.old, count.new)}"


def supplier_text(change: SupplierChange) -> str:
    """Return what of a supplier is not as it was."""
    if change.old is None and change.new is not None:
        return f"{change.name}: new, {_lines(change.new.lines)}, {_findings(change.new.findings)}"
    if change.new is None or change.old is None:
        return f"{change.name}: gone"
    old, new = change.old, change.new
    counts = [
        _lines(new.lines) + _was(old.lines, new.lines),
        _findings(new.findings) + _was(old.findings, new.findings),
    ]
    for name in new.by_determination:
        was, now = old.by_determination.get(name, 0), new.by_determination[name]
        if was != now:
            counts.append(count_text(Count(name, was, now)))
    return f"{change.name}: {', '.join(counts)}"


def cautions(comparison: Comparison) -> Iterator[str]:
    """Yield what nobody looked at, so that nothing is taken for unchanged that was not screened."""
    for name, side in (("new", comparison.new), ("old", comparison.old)):
        if side.complete:
            continue
        counted = (
            (side.not_screened, "not screened"),
            (side.unreadable, "not readable"),
        )
        said = [f"{_lines(count)} {what}" for count, what in counted if count]
        if side.bills_not_read:
            said.append(f"{side.bills_not_read} of its bills not read")
        tail = "whether anything in them is new is not known" if name == "new" else "what is new may have been in them"
        yield f"the {name} report has {', '.join(said)}: {tail}"


def lines_text(comparison: Comparison) -> str:
    """Return what the lines came to, and what they came to before."""
    return " · ".join(map(count_text, comparison.determinations))


def result_text(comparison: Comparison) -> str:
    """Return the sum of it."""
    return (
        f"{len(comparison.appeared)} new · {len(comparison.gone)} gone · {len(comparison.changed)} changed · "
        f"{comparison.unchanged} unchanged"
    )


def _first_text(finding: Finding, roles: Sequence[str]) -> str:
    return next((cell.text for role in roles for cell in finding.excerpt if cell.role == role), "")


def _was(old: int, new: int) -> str:
    return f" (was {old})" if old != new else ""


def _lines(count: int) -> str:
    return f"{count} line" if count == 1 else f"{count} lines"


def _findings(count: int) -> str:
    return f"{count} finding" if count == 1 else f"{count} findings"
