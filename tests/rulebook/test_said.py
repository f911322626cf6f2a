"""What reports show of who said what: marked copies, one recording counted once, letters as of the day."""

from collections.abc import Callable
from datetime import date

import pytest

from vendorcheck.model.finding import Finding
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.rulebook import load_rulebook
from vendorcheck.screening import Request, screen_line

Found = Callable[[str, str, date], Finding]


@pytest.fixture(scope="module")
def found() -> Found:
    rulebook: Rulebook = load_rulebook()

    def screen(rule: str, maker: str, as_of: date) -> Finding:
        report = screen_line({"maker": maker, "description": "camera"}, Request(as_of=as_of, all_lines=True), rulebook)
        return next(finding for finding in report.findings if finding.rule == rule)

    return screen


DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("maker", "claim"), [("Dahua", "bscc-dahua-2022-10"), ("Hikvision", "bbc-rewrite-2021-12")], ids=["2022", "2021"]
)
def test_a_spun_copy_is_cited_as_one(found: Found, maker: str, claim: str) -> None:
    proof = next(proof for proof in found("uk-commissioner-correspondence", maker, DAY).evidence if proof.id == claim)
    assert proof.citation.endswith("spun copy")


def test_two_documents_on_one_recording_are_one_line_of_evidence(found: Found) -> None:
    lines: dict[str, set[str | None]] = {}
    for proof in found("hr-ethnic-group-contracts", "Hikvision", DAY).evidence:
        if proof.standing == "retained_counsel_statement" and "recorded talk" in (proof.asserted_by or ""):
            lines.setdefault(proof.citation.partition(",")[0], set()).add(proof.line_of_evidence)
    assert lines == {"Axios": {"prosper-recording-2023"}, "IPVM": {"prosper-recording-2023"}}


def test_what_was_seen_in_accounts_alone_says_so(found: Found) -> None:
    said = {
        proof.id: proof.citation for proof in found("lorex-supply-alleged", "Lorex", DAY).evidence if proof.statement
    }
    assert "seen in accounts by others" in said["ne-v-lorex-01"]


@pytest.mark.parametrize(
    ("as_of", "last", "still_open"),
    [
        (date(2021, 8, 15), "2021-08-14", 2),
        (date(2021, 8, 16), "2021-08-16", 3),
        (date(2022, 3, 20), "2022-03-16", 3),
        (DAY, "2023-10-24/2023-11-13", 3),
    ],
    ids=str,
)
def test_letters_to_and_from_hikvision_stand_as_of_the_day(
    found: Found, as_of: date, last: str, still_open: int
) -> None:
    threads = {thread.id: thread for thread in found("uk-commissioner-correspondence", "Hikvision", as_of).threads}
    thread = threads["bscc-hikvision"]
    assert [message.date.text for message in thread.messages][-1] == last
    assert len(thread.open) == still_open


def test_the_letter_to_dahua_is_open_and_silence_is_not_claimed(found: Found) -> None:
    threads = {thread.id: thread for thread in found("uk-commissioner-correspondence", "Dahua", DAY).threads}
    assert "bscc-hikvision" not in threads
    assert [message.kind for message in threads["bscc-dahua"].messages] == ["question", "question"]
    assert {"no evidence" in (point.note or "") for point in threads["bscc-dahua"].open} == {True}


@pytest.mark.parametrize(
    ("as_of", "answers"),
    [(date(2023, 4, 17), 0), (date(2024, 12, 22), 0), (date(2024, 12, 23), 1), (DAY, 1)],
    ids=str,
)
def test_leaving_the_contracts_is_the_companys_word_and_from_its_day_on(
    found: Found, as_of: date, answers: int
) -> None:
    said = found("hr-ethnic-group-contracts", "Hikvision", as_of).answers
    exits = [answer for answer in said if answer.id == "reuters-2024-12-01"]
    assert len(exits) == answers
    assert all("Not independently confirmed" in (answer.statement or "") for answer in exits)
    assert all(answer.standing == "company_statement" for answer in exits)
