"""The law of a rule for its page: the instrument, its timeline, and whom it names."""

from collections.abc import Iterator
from itertools import pairwise

from vendorcheck.model.instrument import Instrument, Naming, Scope, TimelineEntry
from vendorcheck.model.period import dated, days_text
from vendorcheck.model.rule import Rule
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.reporters.rule_pages.page import Block, Item, Items, Table, Text
from vendorcheck.reporters.wording import OWNERSHIP_TESTS, equipment_text, purposes_text

_BY_NAMES = ("named_by", "component_of")


def law_blocks(rule: Rule, rulebook: Rulebook) -> Iterator[Block]:
    """Yield the instrument of a rule with its citation; that there is none."""
    if rule.instrument is None:
        yield Text("No law or list of its own: it rests on the evidence below." if rule.claims else _NO_LAW)
        return
    instrument = rulebook.instruments[rule.instrument]
    yield Items((Item(f"{instrument.title} ({instrument.jurisdiction}, {instrument.kind})", url=instrument.url),))
    yield Text(f"Cited as: {instrument.citation}.")
    if rule.when.name in _BY_NAMES:
        yield Text(f"It reaches {OWNERSHIP_TESTS[instrument.ownership_test]}.")
    if instrument.notes:
        yield Items(tuple(map(Item, instrument.notes)))


_NO_LAW = "No law or list: it tells how a line is read, and asks."


def since_blocks(rule: Rule, rulebook: Rulebook) -> Iterator[Block]:
    """Yield the timeline of a rule's instrument, and what was seen of it."""
    if rule.instrument is None:
        return
    instrument = rulebook.instruments[rule.instrument]
    yield Table(("date", "state", "citation"), tuple(_entries(instrument)))
    if rule.since:
        yield Text(f"This part of it {dated('since', rule.since.text)}.")
    if instrument.seen:
        yield Text("Seen since:")
        yield Items(
            tuple(Item(f"{days_text(seen.date.text)}: {seen.note} [{seen.source}]") for seen in instrument.seen)
        )


def names_blocks(rule: Rule, rulebook: Rulebook) -> Iterator[Block]:
    """Yield whom the instrument of a rule names, under which names; nothing where it asks for no such name."""
    if rule.instrument is None or rule.when.name not in _BY_NAMES:
        return
    namings = rulebook.instruments[rule.instrument].namings
    if namings:
        rows = tuple(_naming(naming, rulebook) for naming in namings)
        yield Table(("company", "named as", "from", "citation"), rows)
    scopes: dict[Scope, dict[str, None]] = {}
    for naming in namings:
        scopes.setdefault(naming.scope, {})[rulebook.parties[naming.party].name] = None
    limited = [
        Item(f"{', '.join(names)}: {scope_text(scope, rulebook)}") for scope, names in scopes.items() if any(scope)
    ]
    if limited:
        yield Text("For what:")
        yield Items(tuple(limited))


def provisional_texts(rule: Rule, rulebook: Rulebook) -> tuple[str, ...]:
    """Return why a rule, an entry of its timeline or one of its names is provisional."""
    texts = [f"All of it: {rule.provisional}"] if rule.provisional else []
    if rule.instrument:
        instrument = rulebook.instruments[rule.instrument]
        texts += [
            f"What it says {_stretch(each, after)}: {each.provisional}"
            for each, after in pairwise((*instrument.timeline, None))
            if each and each.provisional
        ]
        texts += [
            f"That it names {rulebook.parties[each.party].name}: {each.provisional}"
            for each in instrument.namings
            if each.provisional
        ]
    return tuple(dict.fromkeys(texts))


def provisional_label(rule: Rule, rulebook: Rulebook) -> str | None:
    """Return whether what a rule says now is provisional, or only some days or names of it; None where nothing is."""
    if not provisional_texts(rule, rulebook):
        return None
    last = rulebook.instruments[rule.instrument].timeline[-1] if rule.instrument else None
    return "provisional" if rule.provisional or (last and last.provisional) else "provisional in part"


def _stretch(entry: TimelineEntry, after: TimelineEntry | None) -> str:
    """From when until when an entry is the last word."""
    since = dated("from", entry.date.text)
    if after:
        return f"{since} {dated('until', after.date.text)}"
    return since if "/" in entry.date.text else f"{since} on"


def _entries(instrument: Instrument) -> Iterator[tuple[Item, ...]]:
    for entry in instrument.timeline:
        state = entry.state.replace("_", " ") + (" (provisional)" if entry.provisional else "")
        yield Item(days_text(entry.date.text)), Item(state), Item(entry.citation)


def _naming(naming: Naming, rulebook: Rulebook) -> tuple[Item, ...]:
    until = f" {dated('until', naming.until.text)}" if naming.until else ""
    published = f" (published {days_text(naming.published.text)})" if naming.published else ""
    through = f" ({rulebook.instruments[naming.through].short})" if naming.through else ""
    return (
        Item(rulebook.parties[naming.party].name),
        Item("; ".join(naming.listed_as)),
        Item(f"{days_text(naming.since.text)}{published}{until}"),
        Item(naming.citation + through),
    )


def scope_text(scope: Scope, rulebook: Rulebook) -> str:
    """Return in words what a scope covers and excludes, and for which purposes."""
    parts = (
        ("covers", equipment_text(scope.covers, rulebook)),
        ("but not", equipment_text(scope.excludes, rulebook)),
        ("for", purposes_text(scope.purposes, rulebook) if scope.purposes else ""),
    )
    return "; ".join(f"{lead} {text}" for lead, text in parts if text)
