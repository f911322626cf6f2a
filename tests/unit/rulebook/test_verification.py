"""Which file is which document, and what is said of its claims."""

import hashlib
from collections.abc import Mapping, Sequence

import pytest

from vendorcheck.model.evidence import Claim, Document, Locator
from vendorcheck.model.period import Period
from vendorcheck.rulebook.locators import digest_of, locator_of
from vendorcheck.rulebook.sources import SourceFile
from vendorcheck.rulebook.verification import Verification, verify

PAPER = "A Paper\n\nThe cameras were sold.\nThey were not.\nA court has heard neither.\n"
LETTER = "Dear Acme,\nwhat of the cameras?\nYours\n"


def _document(name: str, text: str, lines: Sequence[int]) -> Document:
    """A document with a claim on each of these non-empty lines of its text."""
    texts = [line for line in text.split("\n") if line]
    claims = tuple(
        Claim(
            f"{name}-{line}",
            name,
            (),
            "conduct",
            None,
            "It is so.",
            "A Paper",
            "investigative_report",
            Locator(line, digest_of(texts[line - 1])),
            name,
        )
        for line in lines
    )
    published = Period.parse("2024")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        name, "A Paper", name, name, published, "article", None, "original", "original", "B", name, claims, digest
    )


paper, letter = _document("paper", PAPER, (2, 3, 4)), _document("letter", LETTER, (1, 2))


def _verify(files: Mapping[str, str | None], *documents: Document) -> Verification:
    return verify(
        documents or (paper, letter),
        [
            SourceFile(name, hashlib.sha256(text.encode()).hexdigest(), "utf-8", text)
            if text is not None
            else SourceFile(name, unread="not text")
            for name, text in files.items()
        ],
    )


def _said(verification: Verification) -> list[tuple[str, str | None, list[tuple[str, str, int | None]]]]:
    return [
        (
            each.state,
            each.copy.file if each.copy else None,
            [(outcome.claim.id, outcome.found, outcome.line) for outcome in each.failed],
        )
        for each in verification.documents
    ]


def test_the_copies_that_were_seen_are_found_under_any_name() -> None:
    verification = _verify({"1": LETTER, "2": PAPER})
    assert _said(verification) == [("verified", "2", []), ("verified", "1", [])]
    assert verification.verified
    assert [each.copy.exact for each in verification.documents if each.copy] == [True, True]


def test_a_copy_with_other_line_ends_is_another_copy() -> None:
    [checked] = _verify({"1": PAPER.replace("\n", "\r\n")}, paper).documents
    assert checked.copy is not None
    assert (checked.state, checked.copy.exact) == ("verified", False)


@pytest.mark.parametrize(
    ("text", "failed"),
    [
        (PAPER.replace("not", "never"), [("paper-3", "another_text", 3)]),
        ("Page 1\n" + PAPER, [("paper-2", "moved", 3), ("paper-3", "moved", 4), ("paper-4", "moved", 5)]),
        (PAPER.replace("A court has heard neither.\n", ""), [("paper-4", "no_such_line", None)]),
    ],
)
def test_a_changed_copy_is_still_the_document(text: str, failed: list[tuple[str, str, int | None]]) -> None:
    verification = _verify({"1": LETTER, "2": text})
    assert _said(verification)[0] == ("changed", "2", failed)
    assert not verification.verified


def test_a_document_that_is_not_there_has_no_locator_verified() -> None:
    verification = _verify({"1": PAPER})
    assert _said(verification)[1] == (
        "not_found",
        None,
        [("letter-1", "no_source", None), ("letter-2", "no_source", None)],
    )
    assert not verification.verified


def test_no_file_verifies_nothing() -> None:
    verification = _verify({})
    assert [each.state for each in verification.documents] == ["not_found", "not_found"]
    assert (verification.verified, verification.files) == (False, 0)


def test_the_best_of_several_copies_is_taken_and_the_others_are_named() -> None:
    changed, moved = PAPER.replace("not", "never"), "Page 1\n" + PAPER
    verification = _verify({"1": changed, "2": moved, "3": PAPER, "4": PAPER}, paper)
    assert _said(verification) == [("verified", "3", [])]
    assert [(other.name, other.nearest and other.nearest.held) for other in verification.others] == [
        ("1", 2),
        ("2", 0),
        ("4", 3),
    ]


def test_a_file_that_shares_too_little_is_not_taken_for_the_document() -> None:
    verification = _verify({"1": "Another Paper\n\nThe cameras were sold.\n"}, paper)
    assert _said(verification)[0][:2] == ("not_found", None)
    [other] = verification.others
    assert other.nearest is not None
    assert (other.nearest.present, other.nearest.located) == (1, 3)


def test_a_file_named_after_the_document_is_taken_for_it_where_nothing_better_is() -> None:
    one = _document("one", LETTER, (2,))
    changed = LETTER.replace("what", "and what")
    assert _said(_verify({"deep/one.txt": changed}, one)) == [
        ("changed", "deep/one.txt", [("one-2", "another_text", 2)])
    ]
    assert _said(_verify({"one.txt": changed, "two.txt": LETTER}, one)) == [("verified", "two.txt", [])]


def test_a_file_that_is_one_document_to_the_byte_is_no_copy_of_another() -> None:
    longer = LETTER + "Sent by post.\n"
    post = _document("post", longer, (1, 2, 4))
    assert _said(_verify({"1": LETTER}, letter, post))[1][:2] == ("not_found", None)
    assert [state for state, _, _ in _said(_verify({"1": longer}, post))] == ["verified"]


def test_claims_on_one_line_count_once_when_a_file_is_recognised_and_each_when_it_is_judged() -> None:
    crowded = _document("crowded", PAPER, (2, 2, 2, 4))
    verification = _verify({"1": PAPER.replace("sold", "given")}, crowded)
    assert _said(verification)[0][0] == "changed"
    assert len(verification.documents[0].failed) == 3


def test_what_is_no_text_is_counted_and_named() -> None:
    verification = _verify({"1": PAPER, "junk": None, "notes": "Nothing of it.\n"}, paper)
    assert verification.files == 3
    assert [(other.name, other.unread, other.nearest) for other in verification.others] == [
        ("junk", "not text", None),
        ("notes", None, None),
    ]


def test_a_wrong_locator_shows_on_the_copy_that_was_seen() -> None:
    wrong = paper._replace(claims=(paper.claims[0]._replace(locator=Locator(1, locator_of(paper.claims[0]).sha256)),))
    [checked] = _verify({"1": PAPER}, wrong).documents
    assert checked.copy is not None
    assert (checked.state, checked.copy.exact, checked.failed[0].found) == ("changed", True, "moved")


def test_a_document_that_nobody_saw_is_named_and_nothing_of_it_is_verified() -> None:
    unseen = letter._replace(seen="accounts", digest=None, claims=(letter.claims[0]._replace(locator=None),))
    verification = _verify({"1": PAPER}, paper, unseen)
    assert [checked.document.id for checked in verification.documents] == ["paper"]
    assert (verification.verified, verification.without_text) == (True, (unseen,))


def test_where_no_document_was_seen_nothing_is_verified() -> None:
    unseen = letter._replace(seen="accounts", digest=None, claims=(letter.claims[0]._replace(locator=None),))
    assert _verify({"1": PAPER}, unseen).verified is False
