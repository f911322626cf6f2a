"""What to do about a line: the next steps, and the questions that are open."""

from collections.abc import Iterator, Sequence

from vendorcheck.model.finding import Finding


def steps_text(findings: Sequence[Finding]) -> str:
    """Return the steps, each once: all of those where something is barred, the first of the others."""
    return " ".join(dict.fromkeys((*_questions(findings), *_steps(findings))))


def _questions(findings: Sequence[Finding]) -> Iterator[str]:
    """What would settle it: in full where it bars the buyer, else by name."""
    asked = {need.fact: need.ask for finding in findings if finding.barred for need in finding.needs}
    for fact, ask in asked.items():
        yield f"Settle {fact.replace('_', ' ')}: {ask}"
    named = dict.fromkeys(need.fact for finding in findings for need in finding.needs if need.fact not in asked)
    if named:
        yield f"Open: {', '.join(fact.replace('_', ' ') for fact in named)}."


def _steps(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        yield from finding.next_steps if finding.barred else finding.next_steps[:1]
