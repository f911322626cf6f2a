"""Which finding is which: by what it is about, wherever it stands, and none taken for another."""

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.compare import is_raised, pair_findings
from vendorcheck.model.finding import Finding
from vendorcheck.model.report import Report

Rows = list[dict[str, Any]]
Make = Callable[..., Report]

ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "maker": st.sampled_from(["Acme", "Zenith"]),
            "part": st.sampled_from(["A-1", "B-2"]),
            "purpose": st.sampled_from(["", "public safety"]),
            "rule": st.sampled_from(["no-acme", "other", ""]),
            "severity": st.sampled_from(["low", "high"]),
            "outcome": st.sampled_from(["yes", "unknown"]),
            "party": st.sampled_from(["acme", "zenith"]),
            "vendor": st.sampled_from(["Harbor", "Delta"]),
        }
    ),
    max_size=12,
)


def row(**different: str) -> dict[str, Any]:
    return different


def test_a_moved_line_is_the_same(make: Make) -> None:
    rows = [row(part="A-1"), row(part="B-2"), row(part="C-3")]
    pairs = pair_findings(make(rows), make(reversed(rows)))
    assert (len(pairs.both), pairs.appeared, pairs.gone) == (3, (), ())
    assert all(old.finding.fingerprint == new.finding.fingerprint for old, new in pairs.both)


def test_equal_products_that_change_places_keep_what_each_came_to(make: Make) -> None:
    rows = [row(purpose="public safety"), row(outcome="unknown")]
    pairs = pair_findings(make(rows), make(reversed(rows)))
    assert [(old.finding.outcome, new.finding.outcome) for old, new in pairs.both] == [
        ("unknown", "unknown"),
        ("yes", "yes"),
    ]


def test_a_line_is_itself_though_another_now_comes_to_what_it_did(make: Make) -> None:
    before = [row(purpose="public safety"), row(purpose="parking", outcome="unknown")]
    after = [row(purpose="parking"), row(purpose="public safety", outcome="unknown")]
    pairs = pair_findings(make(before), make(after))
    assert [(old.finding.outcome, new.finding.outcome) for old, new in pairs.both] == [
        ("unknown", "yes"),
        ("yes", "unknown"),
    ]


def test_of_two_that_differ_in_their_purpose_alone_the_one_that_went_is_gone(make: Make) -> None:
    pairs = pair_findings(
        make([row(purpose="parking"), row(purpose="public safety")]), make([row(purpose="public safety")])
    )
    assert [sided.finding.line for sided in pairs.gone] == [2]


@given(ROWS.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))), st.sampled_from(["yes", "unknown"]))
def test_lines_that_change_places_stay_with_their_facts_whatever_they_come_to(
    make: Make, shuffled: tuple[Rows, Rows], outcome: str
) -> None:
    before, after = shuffled
    pairs = pair_findings(make(before), make([{**each, "outcome": outcome} for each in after]))
    assert (pairs.appeared, pairs.gone) == ((), ())
    assert all(
        [cell.text for cell in old.finding.excerpt] == [cell.text for cell in new.finding.excerpt]
        for old, new in pairs.both
    )


def test_when_the_first_of_two_is_gone_the_second_is_not_taken_for_it(make: Make) -> None:
    pairs = pair_findings(make([row(), row(outcome="unknown")]), make([row(outcome="unknown")]))
    assert [sided.finding.outcome for sided in pairs.gone] == ["yes"]
    assert [(old.finding.outcome, new.finding.outcome) for old, new in pairs.both] == [("unknown", "unknown")]


def test_a_second_party_under_the_same_rule_is_not_absorbed(make: Make) -> None:
    pairs = pair_findings(make([row()]), make([row(), row(maker="Zenith", party="zenith")]))
    assert [sided.finding.party for sided in pairs.appeared] == ["zenith"]


def test_one_more_line_of_the_same_product_is_new(make: Make) -> None:
    pairs = pair_findings(make([row()]), make([row(), row()]))
    assert [sided.finding.line for sided in pairs.appeared] == [3]


def test_another_spelling_of_case_and_blanks_is_the_same_product(make: Make) -> None:
    pairs = pair_findings(make([row(maker="ACME  Inc")]), make([row(maker="Acme inc")]))
    assert (len(pairs.both), pairs.appeared, pairs.gone) == (1, (), ())


@given(ROWS.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_lines_in_any_order_are_the_same(make: Make, shuffled: tuple[Rows, Rows]) -> None:
    pairs = pair_findings(*map(make, shuffled))
    assert (pairs.appeared, pairs.gone) == ((), ())
    assert all(
        (old.finding.outcome, old.finding.severity, old.determination)
        == (new.finding.outcome, new.finding.severity, new.determination)
        for old, new in pairs.both
    )


@given(ROWS, ROWS)
def test_no_finding_is_lost_or_taken_twice(make: Make, before: Rows, after: Rows) -> None:
    old, new = make(before), make(after)
    pairs = pair_findings(old, new)
    assert _fingerprints([pair[0].finding for pair in pairs.both] + [each.finding for each in pairs.gone]) == (
        _fingerprints(old.findings)
    )
    assert _fingerprints([pair[1].finding for pair in pairs.both] + [each.finding for each in pairs.appeared]) == (
        _fingerprints(new.findings)
    )


@given(ROWS, st.lists(st.just(row(part="new", rule="other")), min_size=1, max_size=3))
def test_what_is_added_is_what_is_new(make: Make, rows: Rows, added: Rows) -> None:
    pairs = pair_findings(make(rows), make([*added, *rows]))
    assert len(pairs.appeared) == len(added)
    assert {sided.finding.line for sided in pairs.appeared} == set(range(2, 2 + len(added)))


def _fingerprints(findings: "list[Finding] | tuple[Finding, ...]") -> list[str]:
    return sorted(finding.fingerprint for finding in findings)


def test_what_is_more_certain_or_severe_is_raised(make: Make) -> None:
    old = make([row(outcome="unknown")]).findings[0]._replace(provisional="not seen")
    for new in (old._replace(outcome="yes"), old._replace(severity="critical"), old._replace(provisional=None)):
        assert is_raised(old, new)
        assert not is_raised(new, old)
    assert not is_raised(old, old)


def test_an_identity_that_has_become_sure_raises_a_finding(make: Make) -> None:
    [unknown] = make([row(outcome="unknown")]).findings
    possible = unknown._replace(outcome="possible")
    assert is_raised(possible, unknown)
    assert not is_raised(unknown, possible)
