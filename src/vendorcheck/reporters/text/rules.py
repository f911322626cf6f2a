"""The list of rules in rows."""

from collections.abc import Iterator, Sequence

from vendorcheck.model.rule import Rule
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.reporters.rule_pages.content import binding_text
from vendorcheck.reporters.rule_pages.law import provisional_label
from vendorcheck.reporters.text.rows import Indent, Row, paragraph, row

_UNDER = Indent(2, 0)


def rule_rows(rules: Sequence[Rule], rulebook: Rulebook, width: int) -> Iterator[Row]:
    """Yield each rule with its title, what it bars and for whom, and what to know of it; then how many there are."""
    for rule in rules:
        notes = [
            *([] if rule.status == "stable" else [rule.status]),
            *filter(None, (provisional_label(rule, rulebook),)),
        ]
        yield row((rule.id, "strong"), (f"  ({', '.join(notes)})" if notes else "", "warn"))
        yield from paragraph("", rule.title, width, _UNDER)
        law = f"{rulebook.instruments[rule.instrument].short} · " if rule.instrument else ""
        yield from paragraph("", f"{law}{binding_text(rule, rulebook)} · {rule.severity}", width, _UNDER, style="dim")
    total = len(rulebook.rules)
    yield row(f"{len(rules)} of {total} {'rule' if total == 1 else 'rules'}")
