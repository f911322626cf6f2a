"""The page that leads to the pages of all rules."""

from collections.abc import Iterator

from vendorcheck.model.rule import Rule
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.reporters.rule_pages.content import LIMIT, binding_text
from vendorcheck.reporters.rule_pages.law import provisional_label
from vendorcheck.reporters.rule_pages.page import Block, Item, Page, Section, Table, Text

ANYWHERE = "Anywhere"


def index_page(rulebook: Rulebook) -> Page:
    """Return the page of all rules by jurisdiction."""
    by_place: dict[str, list[Rule]] = {}
    for rule in rulebook.rules.values():
        by_place.setdefault(jurisdiction_of(rule, rulebook) or ANYWHERE, []).append(rule)
    sections = tuple(
        Section(_place(place, rulebook), (_table(sorted(rules, key=lambda rule: rule.id), rulebook),))
        for place, rules in sorted(by_place.items())
    )
    return Page("README", "Rules", tuple(_lead(rulebook)), sections)


def jurisdiction_of(rule: Rule, rulebook: Rulebook) -> str | None:
    """Return whose law a rule rests on; None where it rests on none."""
    return rulebook.instruments[rule.instrument].jurisdiction if rule.instrument else None


def _place(code: str, rulebook: Rulebook) -> str:
    words = rulebook.vocabulary.countries.get(code.partition("-")[0])
    return f"{words[0].title()} ({code})" if words else code


def _lead(rulebook: Rulebook) -> Iterator[Block]:
    yield Text("What each rule does, whom it binds, since when, and on what evidence.")
    for source in rulebook.sources:
        day = f", verified through {source.verified_through.isoformat()}" if source.verified_through else ""
        yield Text(f"Rulebook {source.name} {source.version}{day}.")
    yield Text(f"{len(rulebook.rules)} rules.")
    yield Text(LIMIT)


def _table(rules: list[Rule], rulebook: Rulebook) -> Table:
    return Table(("rule", "what", "bars and binds", "to know"), tuple(_row(rule, rulebook) for rule in rules))


def _row(rule: Rule, rulebook: Rulebook) -> tuple[Item, ...]:
    notes = [
        *([] if rule.status == "stable" else [rule.status]),
        *filter(None, (provisional_label(rule, rulebook),)),
    ]
    return (
        Item(rule.id, page=rule.id),
        Item(rule.title),
        Item(binding_text(rule, rulebook)),
        Item(", ".join(notes)),
    )
