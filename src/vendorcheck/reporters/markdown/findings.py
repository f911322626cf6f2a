"""The findings of a report in Markdown: once for each rule and party, the worst first, each with its lines."""

from collections.abc import Iterator

from vendorcheck.model.finding import Finding
from vendorcheck.model.report import Report
from vendorcheck.model.rule import SEVERITIES
from vendorcheck.reporters.markdown.room import Room
from vendorcheck.reporters.markdown.safe import code, in_html, prose
from vendorcheck.reporters.text.evidence import summary_texts
from vendorcheck.reporters.text.findings import certainty, law_text, notes_of, rests_on_law
from vendorcheck.reporters.text.lines import binds_others
from vendorcheck.reporters.text.title import place_text
from vendorcheck.reporters.text.words import count_text

#: How many lines, facts and steps a finding names.
MAX_LINES, MAX_FACTS = 30, 10

Groups = dict[tuple[str, str | None, str], list[Finding]]


def findings_part(report: Report, room: Room) -> str:
    """Return the findings, as many as there is room for, how many are left out, and the rules of other buyers."""
    if not report.findings:
        return ""
    room.take("## Findings, the worst first\n\n")
    others = [finding for finding in report.findings if binds_others(report, finding)]
    left_out = 0 if not others or room.take(_other_buyers(others)) else len(others)
    for group in _groups(report):
        if not room.take(_group(group)):
            left_out += len(group)
    return room.text(_notice(left_out))


def _groups(report: Report) -> list[list[Finding]]:
    """The findings that concern the buyer, those of one rule, party and meaning together; the worst groups first."""
    groups: Groups = {}
    for finding in report.findings:
        if not binds_others(report, finding):
            groups.setdefault((finding.rule, finding.party, finding.message), []).append(finding)
    return sorted(groups.values(), key=lambda group: (-_worst(group), -len(group)))


def _worst(group: list[Finding]) -> int:
    return max(SEVERITIES.index(finding.severity) for finding in group)


def _group(group: list[Finding]) -> str:
    first = max(group, key=lambda finding: SEVERITIES.index(finding.severity))
    who = f" · {in_html(first.party_name)}" if first.party_name else ""
    summary = f"{first.severity} · {in_html(first.rule)}{who} · {count_text(len(group), 'line')}"
    notes = " (provisional)" if first.provisional else ""
    body = "".join(f"- {label}: {text}\n" for label, text in _body(first, group))
    return f"<details><summary>{summary}</summary>\n\n**{prose(first.title, 200)}**{notes}\n\n{body}\n</details>\n\n"


def _body(first: Finding, group: list[Finding]) -> Iterator[tuple[str, str]]:
    yield "On", _lines(group)
    yield "Means", prose(first.message)
    if law := law_text(first):
        yield "Law" if rests_on_law(first) else "Listed", prose(law)
    for label, text in summary_texts(first, "in the report as JSON or HTML"):
        yield label.capitalize(), prose(text)
    if first.provisional:
        yield "Caution", prose(first.provisional)
    needs = dict.fromkeys(f"{need.fact}: {need.ask}" for finding in group for need in finding.needs)
    for need in list(needs)[:MAX_FACTS]:
        yield "Open", prose(need)
    for step in first.next_steps[:MAX_FACTS]:
        yield "Do", prose(step)


def _lines(group: list[Finding]) -> str:
    """The lines of a group, each with what differs there: how sure it is, and whether it is waived or new."""
    texts = []
    for finding in group[:MAX_LINES]:
        notes = [certainty(finding).removesuffix(".").lower(), *(n for n in notes_of(finding) if n != "provisional")]
        said = "; ".join(prose(note, 200) for note in notes if note)
        texts.append(f"{code(place_text(finding, whole=False))}{f' ({said})' if said else ''}")
    more = len(group) - MAX_LINES
    return ", ".join(texts) + (f" and {more} more" if more > 0 else "")


def _other_buyers(others: list[Finding]) -> str:
    """The rules that bind other buyers by name, provisional ones apart."""
    rules = dict.fromkeys(finding.rule for finding in others if not finding.provisional)
    provisional = dict.fromkeys(finding.rule for finding in others if finding.provisional)
    named = ", ".join(code(rule) for rule in list(rules)[:200])
    if provisional:
        named += f"; provisional: {', '.join(code(rule) for rule in list(provisional)[:200])}"
    count = count_text(len(others), "finding")
    waived = sum(finding.waived is not None for finding in others)
    aside = f", {waived} of them waived" if waived else ""
    return (
        f"Rules that bind other buyers ({count}{aside}; in full with their profile, or in the report as JSON): "
        f"{named}.\n\n"
    )


def _notice(left_out: int) -> str:
    if not left_out:
        return ""
    count = count_text(left_out, "finding")
    return f"**{count} more left out here for size; the report as JSON, CSV or XLSX has all.**\n\n"
