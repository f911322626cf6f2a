"""What the named findings rest on, where a reader can verify it, and that the company has answered."""

from collections.abc import Iterator, Sequence

from vendorcheck.model.finding import Answer, Finding, Proof
from vendorcheck.reporters.text.findings import standing_text
from vendorcheck.reporters.visible import cut

#: How much of an answer is repeated; the report has it whole.
MAX_ANSWER = 160


def evidence_text(findings: Sequence[Finding]) -> str:
    """Return the sources with standing and date, those of one document together, and the answers beside them."""
    return "; ".join((*_sources(findings), *_answers(findings)))


def _sources(findings: Sequence[Finding]) -> Iterator[str]:
    proofs = dict.fromkeys(proof for finding in findings for proof in finding.evidence)
    grouped: dict[tuple[str, str], list[Proof]] = {}
    for proof in proofs:
        grouped.setdefault((proof.document or proof.citation, proof.standing), []).append(proof)
    for group in grouped.values():
        first, more = group[0], len(dict.fromkeys(proof.citation for proof in group)) - 1
        how = ", ".join(filter(None, (standing_text(first.standing), first.date)))
        yield f"{first.citation}{f' and {more} more' if more else ''} ({how})"


def _answers(findings: Sequence[Finding]) -> Iterator[str]:
    """The other side, beside what is claimed; that none is recorded is said where there is none at all."""
    claimed = [finding for finding in findings if any(proof.line_of_evidence for proof in finding.evidence)]
    answers = dict.fromkeys(answer for finding in claimed for answer in finding.answers)
    recorded: dict[tuple[str, str], list[Answer]] = {}
    for answer in answers:
        if answer.asserted_by:
            recorded.setdefault((answer.party, answer.standing or "statement"), []).append(answer)
    for (party, standing), said in recorded.items():
        how = ", ".join(filter(None, (standing_text(standing), said[0].date)))
        more = f" (and {len(said) - 1} more)" if len(said) > 1 else ""
        yield f"answer of {party} ({how}): {cut(said[0].statement, MAX_ANSWER)}{more}"
    for answer in answers:
        if not recorded and not answer.asserted_by:
            yield f"answer of {answer.party}: {answer.statement}"
