"""The rules of a report as SARIF describes them, and the one that stands for what no rule was asked of."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from vendorcheck.model.finding import Finding
from vendorcheck.model.hit import CONFIDENCES, Confidence
from vendorcheck.model.records import RuleRecord
from vendorcheck.model.report import Report
from vendorcheck.model.rule import Severity
from vendorcheck.reporters.rule_pages.markdown import escaped
from vendorcheck.reporters.sarif.levels import LEVELS, SCORES, worse
from vendorcheck.reporters.visible import cut, visible

#: The rule that notifications of what was not screened belong to. It has no results.
NOT_SCREENED = "not-screened"

#: What GitHub takes of a description and of a name, and how many tags.
MAX_TEXT, MAX_NAME, MAX_TAGS = 1024, 255, 20

_PRECISION: dict[Confidence, str] = {"confirmed": "very-high", "strong": "high", "possible": "medium"}

_COVERAGE: dict[str, Any] = {
    "id": NOT_SCREENED,
    "name": "NotScreened",
    "shortDescription": {"text": "Not screened"},
    "fullDescription": {
        "text": "What a bill holds and the screening could not judge: it is neither clear nor flagged."
    },
    "help": {
        "text": "Name the maker of each line, mend what cannot be read, and screen again.",
        "markdown": "Name the maker of each line, mend what cannot be read, and screen again.",
    },
    "defaultConfiguration": {"level": "warning"},
    "properties": {
        "tags": ["coverage"],
        "precision": "very-high",
        "problem.severity": "warning",
        "security-severity": "1.0",
    },
}


class Worst(NamedTuple):
    """The worst severity among the findings of a rule, and how sure the least sure of them is."""

    severity: Severity
    confidence: Confidence


def descriptors(report: Report) -> list[dict[str, Any]]:
    """Return what SARIF says of each rule that has findings, sorted by id, with the rule of what was not screened."""
    worst: dict[str, Worst] = {}
    for finding in report.findings:
        known = worst.get(finding.rule, Worst(finding.severity, finding.confidence))
        worst[finding.rule] = Worst(
            worse(known.severity, finding.severity),
            min(known.confidence, finding.confidence, key=CONFIDENCES.index),
        )
    records = {**_unknown(report.findings), **{rule.id: rule for rule in report.rules}}
    described = {NOT_SCREENED: _COVERAGE}
    described |= {visible(rule.id): _descriptor(rule, worst.get(rule.id)) for rule in records.values()}
    return [described[known] for known in sorted(described)]


def _unknown(findings: Iterable[Finding]) -> dict[str, RuleRecord]:
    """Rules as far as their findings tell of them."""
    return {
        each.rule: RuleRecord(
            each.rule, each.title, each.message, each.severity, each.bars, each.binds,
            None, None, None, each.provisional, each.next_steps, each.questions, (), "",
        )
        for each in findings
    }  # fmt: skip


def _descriptor(rule: RuleRecord, worst: Worst | None) -> dict[str, Any]:
    severity = worst.severity if worst else rule.severity
    told = list(_told(rule))
    described = {
        "id": visible(rule.id),
        "name": _name(rule.id),
        "shortDescription": {"text": _text(rule.title) or visible(rule.id)},
        "fullDescription": {"text": _text(rule.says) or _text(rule.title) or visible(rule.id)},
        "help": {
            "text": "\n".join(f"{label}: {visible(text)}" for label, text in told),
            "markdown": "\n\n".join(f"**{label}:** {escaped(text)}" for label, text in told),
        },
    }
    if rule.url and rule.url.startswith(("https://", "http://")) and rule.url.isascii() and rule.url.isprintable():
        described["helpUri"] = rule.url.replace(" ", "%20")
    described["defaultConfiguration"] = {"level": LEVELS[severity]}
    described["properties"] = {
        "tags": _tags(rule),
        "precision": _PRECISION[worst.confidence] if worst else "high",
        "problem.severity": _problem(severity),
        "security-severity": SCORES[severity],
    }
    return described


def _told(rule: RuleRecord) -> Iterator[tuple[str, str]]:
    yield "Rule", rule.says or rule.title
    if rule.law:
        yield "Law", rule.law
    if rule.binds:
        yield "Binds", "; ".join(rule.binds)
    yield "Bars", ", ".join(rule.bars) if rule.bars else "nothing by itself"
    if rule.provisional:
        yield "Provisional", rule.provisional
    for step in rule.next_steps:
        yield "Do", step
    for question in rule.questions:
        yield f"Ask the {question.to}", question.ask


def _tags(rule: RuleRecord) -> list[str]:
    """The tags; GitHub ranks a rule by its score where one is `security`, which only what bars an act may claim."""
    tags = [*(["security"] if rule.bars else []), "supply-chain", *(f"bars-{act}" for act in rule.bars), *rule.tags]
    return [visible(tag) for tag in dict.fromkeys(tags)][:MAX_TAGS]


def _problem(severity: Severity) -> str:
    return {"error": "error", "warning": "warning", "note": "recommendation"}[LEVELS[severity]]


def _name(rule: str) -> str:
    words = "".join(sign if sign.isalnum() else " " for sign in visible(rule)).split()
    return "".join(word[:1].upper() + word[1:] for word in words)[:MAX_NAME] or "Rule"


def _text(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= MAX_TEXT else cut(shown, MAX_TEXT)
