"""What the page of a rule says: what it does, why, whom it binds, since when, on what evidence, what to do."""

from collections.abc import Iterator, Sequence

from vendorcheck.model.case import Case
from vendorcheck.model.rule import Question, Rule
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.reporters.rule_pages.evidence import evidence_blocks
from vendorcheck.reporters.rule_pages.examples import example_blocks
from vendorcheck.reporters.rule_pages.law import law_blocks, names_blocks, provisional_texts, since_blocks
from vendorcheck.reporters.rule_pages.page import Block, Item, Items, Page, Section, Text
from vendorcheck.reporters.wording import condition_text, trigger_text

#: What a message puts in for one line, said for all of them.
_FOR_ALL = {
    "party": "the company",
    "since": "the day given below",
    "listed_as": "the name given below",
    "conflict": "what each cell says",
}

_STATUS = {
    "stable": None,
    "draft": "A draft: it is checked and never run.",
    "retired": "Retired: it is kept on record and no longer run.",
}

LIMIT = "Screening against a rulebook, not legal advice. What stands here is what the rule rests on, and no more."


def rule_page(rule: Rule, rulebook: Rulebook, cases: Sequence[Case]) -> Page:
    """Return the page of a rule; `cases` are those of any rule."""
    sections = (
        ("What it does", _does(rule, rulebook)),
        ("Whom it binds", _binds(rule, rulebook)),
        ("When it applies", _applies(rule, rulebook)),
        ("What it rests on", law_blocks(rule, rulebook)),
        ("Since when", since_blocks(rule, rulebook)),
        ("Whom it names", names_blocks(rule, rulebook)),
        ("Evidence", evidence_blocks(rule, rulebook)),
        ("What to do", (Items(tuple(map(Item, rule.next_steps))),)),
        ("Questions and exceptions", _questions(rule)),
        ("Examples", example_blocks([case for case in cases if case.rule == rule.id], rulebook)),
        ("Related", _related(rule, rulebook)),
        ("Limits", (Text(LIMIT),)),
    )
    lead = tuple(_lead(rule, rulebook))
    made = (Section(heading, tuple(blocks)) for heading, blocks in sections)
    return Page(rule.id, rule.title, lead, tuple(section for section in made if section.blocks))


def binding_text(rule: Rule, rulebook: Rulebook) -> str:
    """Return in a few words what a rule bars and for whom."""
    if not rule.binds:
        return "binds nobody: it tells of a risk"
    whom = "; ".join(rulebook.vocabulary.buyers[buyer] for buyer in rule.binds)
    return f"bars {', '.join(rule.bars)} for {whom}" if rule.bars else f"binds {whom}, and bars nothing"


def _lead(rule: Rule, rulebook: Rulebook) -> Iterator[Block]:
    yield Text(f"{rule.id} · {binding_text(rule, rulebook)}.")
    if status := _STATUS[rule.status]:
        yield Text(status, warns=True)
    provisional = provisional_texts(rule, rulebook)
    if provisional:
        yield Text(
            "Provisional as told here. What rests on that makes a line a REVIEW at most, and never fails the gate.",
            warns=True,
        )
        yield Items(tuple(map(Item, provisional)))
    else:
        yield Text("Nothing in it is provisional.")


def _does(rule: Rule, rulebook: Rulebook) -> Iterator[Block]:
    yield Text(_for_all(rule.message))
    if rule.about:
        yield Text("Of single companies it says:")
        names = rulebook.parties
        yield Items(tuple(Item(f"{names[party].name}: {_for_all(text)}") for party, text in rule.about.items()))
    if rule.bars:
        yield Text(
            "Severity: critical where it bars an act of the chosen buyer, high while a fact for that is missing, "
            f"{rule.severity} for other buyers."
        )
    else:
        yield Text(f"Severity: {rule.severity}.")


def _binds(rule: Rule, rulebook: Rulebook) -> Iterator[Block]:
    if not rule.binds:
        yield Text("Nobody. It bars no act; it tells a buyer what to know and to ask.")
        return
    yield Items(tuple(Item(rulebook.vocabulary.buyers[buyer]) for buyer in rule.binds))
    acts = ", ".join(rule.bars) or "none: it asks for something else, as said above"
    yield Text(f"Acts it bars: {acts}.")
    profiles = [each for each in rulebook.profiles.values() if not set(each.buyers).isdisjoint(rule.binds)]
    if profiles:
        yield Text("Profiles it speaks to: " + ", ".join(f"{each.id} ({each.title})" for each in profiles) + ".")


def _applies(rule: Rule, rulebook: Rulebook) -> Iterator[Block]:
    subjects = " and ".join({"product": "the product", "counterparty": "the supplier"}[each] for each in rule.subjects)
    yield Text(f"It asks about {subjects}. It comes up when {trigger_text(rule.when, rulebook)}.")
    if rule.condition:
        yield Text(f"And it holds when {condition_text(rule.condition, rulebook)}.")
        yield Text("Where a fact for that is missing, the finding says which, and it is not settled.")


def _questions(rule: Rule) -> Iterator[Block]:
    if rule.questions:
        yield Items(tuple(map(_asked, rule.questions)))
    if rule.supplier_questions:
        yield Text("Asked of every supplier, whatever the line:")
        yield Items(tuple(map(_asked, rule.supplier_questions)))
    if rule.notes:
        yield Text("To know of the rule itself:")
        yield Items(tuple(map(Item, rule.notes)))


def _asked(question: Question) -> Item:
    return Item(f"To the {question.to}: {question.ask} ({question.id})")


def _related(rule: Rule, rulebook: Rulebook) -> Iterator[Block]:
    if rule.related:
        yield Items(tuple(Item(f"{name}: {rulebook.rules[name].title}", page=name) for name in rule.related))
    if rule.tags:
        yield Text(f"Tags: {', '.join(rule.tags)}.")


def _for_all(message: str) -> str:
    text = message.format(**_FOR_ALL)
    return text[:1].upper() + text[1:]
