"""The claims of a rule for its page: each with its standing and citation, and the company's answer beside it."""

from collections.abc import Iterable, Iterator

from vendorcheck.model.correspondence import Thread
from vendorcheck.model.evidence import STANDINGS, Claim
from vendorcheck.model.period import dated, days_text
from vendorcheck.model.rule import Rule
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.reporters.rule_pages.page import Block, Item, Items, Text
from vendorcheck.reporters.text.findings import standing_text

NO_ANSWER = "none recorded in the sources"


def evidence_blocks(rule: Rule, rulebook: Rulebook) -> Iterator[Block]:
    """Yield what a rule rests on beside the law, what must stand beside it, what answers it, and the letters."""
    claims = _in_order(rule.claims, rulebook)
    if claims:
        lines = {claim.line_of_evidence for claim in claims}
        yield Text(f"{_counted(len(claims), 'claim')}, {_counted(len(lines), 'line')} of evidence:")
        yield Items(tuple(_item(claim, rulebook) for claim in claims))
        yield from _beside(rule, claims, rulebook)
    for name in rule.threads:
        yield from _letters(rulebook.threads[name])


def _beside(rule: Rule, claims: list[Claim], rulebook: Rulebook) -> Iterator[Block]:
    told = {claim.id for claim in claims}
    answers = dict.fromkeys((*(name for claim in claims for name in claim.answers), *rule.answers))
    answering = _in_order(answers.keys() - told, rulebook)
    if answering:
        yield Text("The other side:")
        yield Items(tuple(_item(claim, rulebook) for claim in answering))
    answered = {party for claim in answering for party in claim.about}
    silent = dict.fromkeys(party for claim in claims for party in claim.about if party not in answered)
    for party in silent:
        yield Text(f"Answer of {rulebook.parties[party].name}: {NO_ANSWER}.")
    context = {name for claim in (*claims, *answering) for name in claim.context} - told - answers.keys()
    if context:
        yield Text("To be read beside it:")
        yield Items(tuple(_item(claim, rulebook) for claim in _in_order(context, rulebook)))


def _in_order(names: Iterable[str], rulebook: Rulebook) -> list[Claim]:
    """The claims in order of their standing, which sorts and never weighs."""
    return sorted(
        (rulebook.claims[name] for name in names), key=lambda claim: (STANDINGS.index(claim.standing), claim.id)
    )


def _item(claim: Claim, rulebook: Rulebook) -> Item:
    document = rulebook.documents[claim.document]
    day = f", {claim.event}" if claim.event else ""
    place = f", line {claim.locator.line}" if claim.locator else ", seen in accounts by others"
    quality = "" if document.copy_quality == "original" else f", {document.copy_quality} copy"
    note = f" Note: {claim.note}" if claim.note else ""
    return Item(
        f"{claim.asserted_by} ({standing_text(claim.standing)}{day}): {claim.statement} "
        f"[{document.short}, {document.published.text}{place}{quality}; {claim.id}]{note}",
        url=document.url,
    )


def _letters(thread: Thread) -> Iterator[Block]:
    yield Text(f"Letters: {thread.title}.")
    yield Items(
        tuple(
            Item(
                f"{days_text(each.date.text)}, {each.sender} to {each.addressee}, {each.kind}: "
                f"{each.says} [{each.source}]",
                url=each.url,
            )
            for each in thread.messages
        )
    )
    unanswered = [point for point in thread.open if point.until is None]
    if unanswered:
        yield Text("Asked, and not answered in what was seen:")
        yield Items(tuple(Item(f"{dated('since', point.since.text)}: {point.point}") for point in unanswered))


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
