"""The shipped evidence: complete, fair to whom it is about, and each half of what was said beside the other."""

import pytest

from vendorcheck.model.correspondence import Thread
from vendorcheck.model.evidence import Claim
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.rulebook import load_rulebook

COUNSEL = "retained_counsel_statement"
COMPANY = ("company_denial", "company_statement")
#: What counsel said that weighs against the company, and what weighs for it; a mixed conclusion is of the second kind.
DAMAGING, EXCULPATORY = ("contract-wording", "review-caveat"), ("review-conclusion", "mitigating")

#: Kinds of claim that hold nothing against the party they are about.
NEUTRAL = frozenset(
    {
        "bids",
        "conference-agenda",
        "disclosure",
        "event",
        "explanation",
        "internal-review",
        "letter-recipient",
        "no-answer-in-document",
        "prevalence",
        "provenance",
        "publisher-position",
        "recommendation",
        "regulator-contact",
        "supply-relationship",
        "transparency",
    }
)
#: Neutral as a kind, and answered by no one: the law firm of counsel gave no comment.
NEUTRAL_CLAIMS = frozenset({"axios-2023-15"})
#: Claims against a company for which the sources record no answer on the point.
UNANSWERED = frozenset(
    {
        "bbc-rewrite-2021-09",
        "bscc-dahua-2022-09",
        "bscc-dahua-2022-10",
        "bscc-dahua-2022-11",
        "ipvm-prosper-2023-31",
        "us-house-dahua-usa-01",
    }
)


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook()


@pytest.fixture(scope="module")
def claims(rulebook: Rulebook) -> tuple[Claim, ...]:
    return tuple(claim for document in rulebook.documents.values() for claim in document.claims)


def test_every_claim_of_the_five_documents_is_carried(claims: tuple[Claim, ...]) -> None:
    assert len({claim.id for claim in claims}) == len(claims)
    assert sum(claim.locator is not None for claim in claims) == 138


def test_claims_of_a_document_are_numbered_through(rulebook: Rulebook) -> None:
    for document in rulebook.documents.values():
        numbers = [int(claim.id.rpartition("-")[2]) for claim in document.claims]
        assert numbers == list(range(1, len(numbers) + 1))


def test_no_company_is_said_to_admit_anything(claims: tuple[Claim, ...]) -> None:
    assert [claim.id for claim in claims if claim.standing == "company_admission"] == []


def test_each_half_of_what_counsel_said_stands_beside_the_other(rulebook: Rulebook) -> None:
    paired = []
    for document in rulebook.documents.values():
        said = [claim for claim in document.claims if claim.standing == COUNSEL]
        damaging = [claim for claim in said if claim.type in DAMAGING]
        exculpatory = [claim for claim in said if claim.type in EXCULPATORY]
        for halves in ((damaging, exculpatory), (exculpatory, damaging)):
            for claim in halves[0]:
                assert {other.id for other in halves[1]} <= set(claim.context), claim.id
        if damaging and exculpatory:
            paired.append(document.id)
    assert sorted(paired) == ["axios-2023-04-17-hikvision-review", "ipvm-2023-04-17-hikvision-counsel"]


def test_whatever_else_says_what_counsel_said_of_contracts_brings_his_exculpatory_words(rulebook: Rulebook) -> None:
    exculpatory = {
        claim.id for claim in rulebook.claims.values() if claim.standing == COUNSEL and claim.type in EXCULPATORY
    }
    reported = [claim for claim in rulebook.claims.values() if claim.type in ("contract-wording-reported", "knowledge")]
    assert reported
    assert [claim.id for claim in reported if not exculpatory & set(claim.context)] == []


def test_a_claim_against_a_company_has_its_answer_or_is_known_to_have_none(claims: tuple[Claim, ...]) -> None:
    unanswered = {
        claim.id
        for claim in claims
        if claim.about
        and not claim.answers
        and claim.standing not in (*COMPANY, "procedural")
        and claim.type not in NEUTRAL
        and not (claim.standing == COUNSEL and claim.type in EXCULPATORY)
    }
    assert unanswered == UNANSWERED | NEUTRAL_CLAIMS


def test_an_answer_is_that_of_the_side_it_answers_for(rulebook: Rulebook) -> None:
    wrong = []
    for claim in rulebook.claims.values():
        for answer in map(rulebook.claims.__getitem__, claim.answers):
            own = {"state_statement"} if not claim.about else {*COMPANY, COUNSEL, "procedural"}
            shares = set(claim.about) & set(answer.about) or claim.about == answer.about
            if answer.standing not in own or not shares:
                wrong.append((claim.id, answer.id))
    assert wrong == []


def test_a_claim_stands_beside_claims_about_the_same_party(rulebook: Rulebook) -> None:
    wrong = [
        (claim.id, other)
        for claim in rulebook.claims.values()
        for other in (*claim.context, *claim.contradicts)
        if not set(claim.about) & set(rulebook.claims[other].about)
    ]
    assert wrong == []


def test_background_is_never_a_finding(rulebook: Rulebook) -> None:
    background = {claim.id for claim in rulebook.claims.values() if not claim.about}
    assert len(background) == 14
    used = {claim for rule in rulebook.rules.values() for claim in (*rule.claims, *rule.answers)}
    assert background & used == set()


def test_what_no_rule_may_rest_on_is_used_by_none(rulebook: Rulebook) -> None:
    garbled_or_loose = {claim.id for claim in rulebook.claims.values() if claim.type in ("copy-error", "legal-effect")}
    assert garbled_or_loose == {"bbc-rewrite-2021-03", "axios-2023-38"}
    used = {claim for rule in rulebook.rules.values() for claim in (*rule.claims, *rule.answers)}
    beside = {other for claim in rulebook.claims.values() for other in (*claim.context, *claim.answers)}
    assert garbled_or_loose & (used | beside) == set()


def test_claims_contradict_each_other_and_their_notes_say_so(rulebook: Rulebook) -> None:
    pairs = {(claim.id, other) for claim in rulebook.claims.values() for other in claim.contradicts}
    assert pairs
    assert {(other, claim) for claim, other in pairs} == pairs
    assert [claim for claim, other in pairs if claim == other] == []
    assert [claim for claim, _ in pairs if not rulebook.claims[claim].note] == []


def test_two_documents_on_one_recording_are_one_line_of_evidence(rulebook: Rulebook) -> None:
    talk = {
        claim.line_of_evidence
        for claim in rulebook.claims.values()
        if claim.standing == COUNSEL and "recorded talk" in claim.asserted_by
    }
    assert talk == {"prosper-recording-2023"}


def _requests(rulebook: Rulebook) -> list[Thread]:
    return [request for document in rulebook.documents.values() for request in document.requests]


def test_the_answer_to_a_request_for_comment_is_by_whom_was_asked(rulebook: Rulebook) -> None:
    unanswered = {request.id for request in _requests(rulebook) if request.open}
    assert unanswered == {
        "axios-2023-request-law-firm",
        "ipvm-dahua-letters-request-partners",
        "ipvm-prosper-2023-request-hikvision",
    }
    answers = [
        (request, rulebook.claims[claim])
        for request in _requests(rulebook)
        for message in request.messages
        for claim in message.claims
    ]
    assert {claim.standing for _, claim in answers} <= {*COMPANY, COUNSEL}
    assert all(set(request.about) & set(claim.about) for request, claim in answers)


def test_a_request_for_comment_was_answered_after_it_was_made(rulebook: Rulebook) -> None:
    for request in _requests(rulebook):
        days = [message.date for message in request.messages]
        assert [message.kind for message in request.messages] == ["question", "answer"][: len(days)]
        assert days[0].first <= days[-1].last
