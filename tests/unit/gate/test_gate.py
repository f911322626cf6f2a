"""The gate: every exit code, which of them wins, and the reasons that are given."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.gate import Screened, judge, marked
from vendorcheck.gate.ages import rulebook_age_days
from vendorcheck.model.bom import Layout, Reading
from vendorcheck.model.condition import Predicate
from vendorcheck.model.finding import DETERMINATIONS, BaselineState, Finding, Judged, MatchNote, Place
from vendorcheck.model.hit import CONFIDENCES, Confidence
from vendorcheck.model.policy import HARD_AGE_DAYS, WARN_AGE_DAYS, Policy, Raised, TagThreshold
from vendorcheck.model.report import BillRecord, Coverage, Summary, TableRecord, Verdict
from vendorcheck.model.rule import SEVERITIES, Rule, Severity
from vendorcheck.model.waiver import WAIVER_STATES, NamePair, WaivedBy, Waiver, WaiverResult, WaiverScope

TODAY = date(2026, 11, 21)
RULE = Rule(
    id="rule",
    title="A rule",
    status="stable",
    severity="medium",
    subjects=("product",),
    bars=(),
    binds=(),
    instrument=None,
    when=Predicate("party", ("acme",)),
    condition=None,
    message="",
    about={},
    next_steps=(),
    questions=(),
    supplier_questions=(),
    claims=(),
    answers=(),
    tags=("human-rights",),
)


def _bill(name: str = "bill.csv", *, lines: int = 10, unreadable: int = 0, **changes: Any) -> BillRecord:
    reading = Reading()
    reading.lines = lines
    if unreadable:
        reading.not_read("too long", 3, 2 + unreadable)
    layout = Layout("csv", "utf-8", ",", None, 1, ())
    return BillRecord(name, "0" * 64, (TableRecord(layout, reading),), **changes)


def _judged(
    severity: Severity, confidence: Confidence = "strong", *, rule: str = "rule", provisional: bool = False
) -> Judged:
    return Judged(rule, severity, confidence, "yes", provisional)


def _waiver(name: str) -> Waiver:
    scope = WaiverScope(pair=NamePair("Acme Works", "acme"))
    return Waiver(f"w-{name}", "all", scope, "false_positive", "Another.", "A", "B", TODAY, TODAY)


def _screened(
    *bills: BillRecord,
    failing: Mapping[Severity, int] | None = None,
    not_screened: int = 0,
    provisional: int = 0,
    screened: int = 10,
    age: int | None = 0,
    **changes: Any,
) -> Screened:
    """What a run came to: ten lines of one bill, nothing found, by a rulebook verified today."""
    summary = Summary(
        lines=screened + not_screened,
        by_determination={**dict.fromkeys(DETERMINATIONS, 0), "CLEAR": screened, "NOT_SCREENED": not_screened},
        findings=provisional,
        by_severity=dict.fromkeys(SEVERITIES, 0),
        by_rule={},
        asides=0,
        waived=0,
        provisional=provisional,
        suppliers=0,
    )
    coverage = Coverage(bills or (_bill(),), screened, (), 0)
    verified = None if age is None else TODAY - timedelta(days=age)
    counts = {_judged(severity): count for severity, count in (failing or {}).items()}
    return Screened(summary, counts, {"rule": RULE}, coverage, verified, TODAY, TODAY)._replace(**changes)


def test_a_clean_run_passes_without_a_word() -> None:
    assert judge(_screened(), Policy()) == Verdict(passed=True, exit_code=0, fail_on="high", reasons=())


@pytest.mark.parametrize(
    ("found", "exit_code", "reason"),
    [
        ({"high": 1}, 1, "1 finding at high"),
        ({"critical": 12}, 1, "12 findings at critical"),
        ({"medium": 4, "low": 9, "info": 1}, 0, None),
    ],
)
def test_findings_fail_from_the_threshold_on(found: dict[Severity, int], exit_code: int, reason: str | None) -> None:
    verdict = judge(_screened(failing=found), Policy())
    assert (verdict.exit_code, verdict.passed) == (exit_code, exit_code == 0)
    assert verdict.reasons == ((reason,) if reason else ())


@pytest.mark.parametrize("fail_on", SEVERITIES)
@pytest.mark.parametrize("found", SEVERITIES)
def test_a_finding_fails_the_gate_where_it_is_at_least_as_severe_as_asked(fail_on: Severity, found: Severity) -> None:
    order = ["info", "low", "medium", "high", "critical"]
    verdict = judge(_screened(failing={found: 1}), Policy(fail_on=fail_on))
    assert verdict.exit_code == (1 if order.index(found) >= order.index(fail_on) else 0)
    assert verdict.fail_on == fail_on


def test_findings_are_told_the_most_severe_first_and_nothing_of_none() -> None:
    counts: dict[Severity, int] = {"info": 0, "low": 3, "medium": 1, "high": 0, "critical": 2}
    verdict = judge(_screened(failing=counts), Policy(fail_on="low"))
    assert verdict.reasons == ("2 findings at critical", "1 finding at medium", "3 findings at low")


@pytest.mark.parametrize(
    ("count", "note"),
    [
        (1, "1 finding provisional: shown, and never fail the gate"),
        (2, "2 findings provisional: shown, and never fail the gate"),
    ],
)
@pytest.mark.parametrize("fail_on", SEVERITIES)
def test_provisional_findings_never_fail_and_are_told(count: int, note: str, fail_on: Severity) -> None:
    assert judge(_screened(provisional=count), Policy(fail_on=fail_on)) == Verdict(
        passed=True, exit_code=0, fail_on=fail_on, reasons=(note,)
    )


def test_no_line_screened() -> None:
    verdict = judge(_screened(screened=0), Policy())
    assert (verdict.exit_code, verdict.reasons) == (3, ("not one line was screened",))


def test_headings_alone_are_nothing_to_screen() -> None:
    verdict = judge(_screened(_bill("empty.csv", lines=0), screened=0), Policy())
    assert verdict.exit_code == 3
    assert verdict.reasons == ("not one line was screened", "empty.csv has headings and no lines")


def test_headings_among_bills_with_lines_are_not_reliable() -> None:
    verdict = judge(_screened(_bill(), _bill("empty.csv", lines=0)), Policy())
    assert (verdict.exit_code, verdict.reasons) == (4, ("empty.csv has headings and no lines",))


@pytest.mark.parametrize(("error_exit", "exit_code"), [(2, 2), (3, 4)])
def test_one_bill_among_others_that_could_not_be_read(error_exit: int, exit_code: int) -> None:
    missing = _bill("gone.csv", lines=0, error="gone.csv is not there", error_exit=error_exit)
    verdict = judge(_screened(_bill(), missing), Policy())
    assert (verdict.exit_code, verdict.reasons) == (exit_code, ("screening incomplete: gone.csv is not there",))


@pytest.mark.parametrize(
    ("not_screened", "unreadable", "reasons"),
    [
        (1, 0, ("1 line not screened",)),
        (2, 0, ("2 lines not screened",)),
        (0, 1, ("1 line not readable",)),
        (0, 5, ("5 lines not readable",)),
        (3, 1, ("3 lines not screened", "1 line not readable")),
    ],
)
def test_lines_left_out_make_a_run_unreliable(not_screened: int, unreadable: int, reasons: tuple[str, ...]) -> None:
    verdict = judge(_screened(_bill(unreadable=unreadable), not_screened=not_screened), Policy())
    assert (verdict.exit_code, verdict.reasons) == (4, reasons)


@pytest.mark.parametrize(
    ("not_screened", "unreadable", "reasons"),
    [
        (0, 0, ()),
        (1, 0, ("1 line not screened or not readable, allowed by --allow-unscreened",)),
        (3, 1, ("4 lines not screened or not readable, allowed by --allow-unscreened",)),
    ],
)
def test_lines_left_out_may_be_allowed_and_are_told(
    not_screened: int, unreadable: int, reasons: tuple[str, ...]
) -> None:
    run = _screened(_bill(unreadable=unreadable), not_screened=not_screened)
    verdict = judge(run, Policy(allow_unscreened=True))
    assert (verdict.exit_code, verdict.reasons) == (0, reasons)


def test_unreadable_lines_of_all_bills_are_counted() -> None:
    run = _screened(_bill("a.csv", unreadable=2), _bill("b.csv"), _bill("c.csv", unreadable=1))
    assert judge(run, Policy()).reasons == ("3 lines not readable",)


@pytest.mark.parametrize("run", [_screened(screened=0, not_screened=4), _screened(_bill(lines=0), screened=0)])
def test_allowing_unscreened_lines_does_not_allow_a_run_without_any(run: Screened) -> None:
    assert judge(run, Policy(allow_unscreened=True)).exit_code == 3


OLD = "the rulebook was verified {} days ago and is getting old"
TOO_OLD = "the rulebook was verified {} days ago; it may be relied on for {} days"


@pytest.mark.parametrize(
    ("age", "exit_code", "reasons"),
    [
        (None, 0, ()),
        (-30, 0, ()),
        (0, 0, ()),
        (WARN_AGE_DAYS, 0, ()),
        (WARN_AGE_DAYS + 1, 0, (OLD.format(183),)),
        (HARD_AGE_DAYS, 0, (OLD.format(365),)),
        (HARD_AGE_DAYS + 1, 4, (TOO_OLD.format(366, 365),)),
    ],
)
def test_an_old_rulebook_warns_and_then_fails(age: int | None, exit_code: int, reasons: tuple[str, ...]) -> None:
    verdict = judge(_screened(age=age), Policy())
    assert (verdict.exit_code, verdict.reasons) == (exit_code, reasons)


def test_a_policy_may_set_other_bounds_of_age() -> None:
    policy = Policy(warn_age_days=10, hard_age_days=20)
    came_to = [judge(_screened(age=age), policy) for age in (10, 11, 20, 21)]
    assert [verdict.exit_code for verdict in came_to] == [0, 0, 0, 4]
    assert [len(verdict.reasons) for verdict in came_to] == [0, 1, 1, 1]
    assert came_to[-1].reasons == (TOO_OLD.format(21, 20),)


@pytest.mark.parametrize(
    ("verified", "as_of", "age"),
    [
        (date(2026, 11, 1), date(2020, 1, 1), 20),
        (date(2026, 11, 1), TODAY, 20),
        (date(2026, 11, 1), date(2026, 12, 1), 30),
        (None, date(2026, 12, 1), None),
    ],
)
def test_the_age_runs_to_the_later_of_the_day_asked_about_and_today(
    verified: date | None, as_of: date, age: int | None
) -> None:
    assert rulebook_age_days(_screened(verified_through=verified, as_of=as_of)) == age


#: For each exit code something that causes it alone.
CAUSES: dict[int, dict[str, Any]] = {
    2: {"error": "gone.csv is not there", "error_exit": 2},
    1: {"failing": {"critical": 1}},
    3: {"screened": 0},
    4: {"age": HARD_AGE_DAYS + 1},
}
REASONS = {
    2: "screening incomplete: gone.csv is not there",
    1: "1 finding at critical",
    3: "not one line was screened",
    4: TOO_OLD.format(366, 365),
}


@pytest.mark.parametrize("causes", [set(codes) - {0} for codes in product((0, 2), (0, 1), (0, 3), (0, 4))], ids=str)
def test_of_several_exit_codes_the_first_of_2_1_3_4_wins_and_every_reason_is_given(causes: set[int]) -> None:
    bills = [_bill()] + [_bill("gone.csv", lines=0, **CAUSES[2])] * (2 in causes)
    changes = {key: value for code in causes - {2} for key, value in CAUSES[code].items()}
    verdict = judge(_screened(*bills, **changes), Policy())
    in_order = [code for code in (2, 1, 3, 4) if code in causes]
    assert verdict.exit_code == (in_order[0] if in_order else 0)
    assert verdict.passed is (not causes)
    assert verdict.reasons == tuple(REASONS[code] for code in in_order)


def test_notes_stand_after_the_reasons() -> None:
    run = _screened(failing={"high": 1}, provisional=1, not_screened=1, age=WARN_AGE_DAYS + 1)
    assert judge(run, Policy(allow_unscreened=True)).reasons == (
        "1 finding at high",
        "1 finding provisional: shown, and never fail the gate",
        "1 line not screened or not readable, allowed by --allow-unscreened",
        OLD.format(183),
    )


HUMAN_RIGHTS = Policy(id="human-rights", also_fail=(TagThreshold("human-rights", "medium"),))


@pytest.mark.parametrize(
    ("found", "reasons"),
    [
        ({"medium": 2}, ("2 findings at medium that the policy human-rights does not let pass",)),
        ({"low": 2}, ()),
        ({"high": 1}, ("1 finding at high",)),
    ],
)
def test_a_policy_fails_the_gate_for_the_rules_it_picks_out(
    found: Mapping[Severity, int], reasons: tuple[str, ...]
) -> None:
    verdict = judge(_screened(failing=found), HUMAN_RIGHTS)
    assert (verdict.exit_code, verdict.reasons, verdict.policy) == (1 if reasons else 0, reasons, "human-rights")


def test_a_policy_says_nothing_of_the_rules_it_does_not_pick_out() -> None:
    others = {"rule": RULE._replace(tags=("procurement",))}
    assert judge(_screened(failing={"medium": 2}, rules=others), HUMAN_RIGHTS).reasons == ()


def test_filters_keep_findings_from_failing_and_are_said_with_how_many() -> None:
    rules = {"rule": RULE, "other": RULE._replace(id="other", tags=("fcc",))}
    counts = {_judged("high"): 2, _judged("high", "possible"): 3, _judged("critical", rule="other"): 4}
    run = _screened(rules=rules)._replace(failing=counts)
    for policy, code, reasons in (
        (Policy(select=("fcc",)), 1, ("4 findings at critical", "only fcc can fail the gate (--select): 5 findings")),
        (
            Policy(ignore=("human-rights",)),
            1,
            ("4 findings at critical", "human-rights cannot fail the gate (--ignore)"),
        ),
        (
            Policy(ignore=("rule", "fcc")),
            0,
            ("rule, fcc cannot fail the gate (--ignore): 9 findings left out, and shown",),
        ),
        (
            Policy(ignore=("other",), min_confidence="confirmed"),
            0,
            ("other cannot fail the gate (--ignore): 4 findings", "findings below confirmed cannot fail the gate"),
        ),
    ):
        verdict = judge(run, policy)
        assert verdict.exit_code == code
        assert len(verdict.reasons) == len(reasons)
        assert all(said.startswith(reason) for said, reason in zip(verdict.reasons, reasons, strict=True))


@pytest.mark.parametrize("asked", CONFIDENCES)
@pytest.mark.parametrize("found", CONFIDENCES)
def test_a_finding_counts_where_it_is_as_certain_as_asked(asked: Confidence, found: Confidence) -> None:
    run = _screened()._replace(failing={_judged("high", found): 1})
    verdict = judge(run, Policy(min_confidence=asked))
    assert verdict.passed is (CONFIDENCES.index(found) < CONFIDENCES.index(asked))


def test_provisional_findings_fail_only_where_the_policy_opts_in_and_that_is_said() -> None:
    run = _screened(provisional=2)._replace(failing={_judged("medium", provisional=True): 2})
    assert judge(run, Policy(fail_on="info")).exit_code == 0
    opted = judge(run, Policy(id="harbour", fail_on="medium", fail_provisional=True))
    assert (opted.exit_code, opted.reasons) == (
        1,
        (
            "2 findings at medium, provisional, that the policy harbour lets fail the gate",
            "2 findings provisional: the policy harbour treats them as established",
        ),
    )


def test_known_findings_are_left_out_where_only_new_ones_count() -> None:
    run = _screened(failing={"high": 3})
    assert judge(run._replace(known={_judged("high"): 2}), Policy()).reasons == (
        "1 finding at high",
        "2 findings that would fail the gate, known from the baseline, do not (--new-only)",
    )
    assert judge(run._replace(known={_judged("high"): 3, _judged("low"): 9}), Policy()).reasons == (
        "3 findings that would fail the gate, known from the baseline, do not (--new-only)",
    )


def test_a_strict_run_does_not_pass_over_warnings() -> None:
    waivers = tuple(WaiverResult(_waiver(state), state, 0) for state in WAIVER_STATES)
    run = _screened(age=WARN_AGE_DAYS + 1)
    run = run._replace(coverage=run.coverage._replace(waivers=waivers))
    assert judge(run, Policy()).exit_code == 0
    strict = judge(run, Policy(strict=True))
    assert (strict.exit_code, strict.reasons) == (
        4,
        (
            OLD.format(183) + " (--strict)",
            "waivers unused: w-unused (--strict)",
            "waivers expired: w-expired (--strict)",
            "waivers lapsed: w-lapsed (--strict)",
        ),
    )
    assert judge(_screened(), Policy(strict=True)).exit_code == 0


def test_raised_severities_and_what_does_not_hold_are_said() -> None:
    policy = Policy(id="harbour", severities=(Raised("rule", "high"),), remarks=("--fail-on low is milder",))
    assert judge(_screened(), policy).reasons == (
        "severity of rule raised to high by the policy harbour",
        "--fail-on low is milder",
    )


#: Each way in which a policy can take findings out of the gate, or let more of them fail it.
POLICIES = st.fixed_dictionaries(
    {
        "id": st.just("harbour"),
        "fail_on": st.sampled_from(SEVERITIES),
        "min_confidence": st.sampled_from(CONFIDENCES),
        "select": st.sampled_from([(), ("rule",), ("human-rights",), ("other",)]),
        "ignore": st.sampled_from([(), ("rule",), ("other",)]),
        "fail_provisional": st.booleans(),
        "also_fail": st.sampled_from([(), (TagThreshold("human-rights", "low"),)]),
    }
).map(lambda said: Policy()._replace(**said))  # type: ignore[arg-type]


@given(
    judged=st.builds(
        Judged,
        rule=st.just("rule"),
        severity=st.sampled_from(SEVERITIES),
        confidence=st.sampled_from(CONFIDENCES),
        outcome=st.just("yes"),
        provisional=st.booleans(),
    ),
    policy=POLICIES,
    new_only=st.booleans(),
    baseline=st.sampled_from(["new", "known"]),
)
def test_a_finding_says_that_it_fails_the_gate_where_the_verdict_counts_it(
    judged: Judged,
    policy: Policy,
    new_only: bool,  # noqa: FBT001 (drawn)
    baseline: BaselineState,
) -> None:
    known = Counter([judged] if baseline == "known" else []) if new_only else None
    run = _screened()._replace(failing={judged: 1}, known=known)
    (found,) = marked([_finding(judged)._replace(baseline=baseline)], run, policy)
    assert found.fails_gate is (judge(run, policy).exit_code == 1)


def test_a_waived_finding_fails_no_gate() -> None:
    finding = _finding(_judged("critical"))
    waived = finding._replace(waived=WaivedBy("w-1", "mitigated"))
    first, second = marked([finding, waived], _screened(), Policy())
    assert (first.fails_gate, second.fails_gate) == (True, False)


def _finding(judged: Judged) -> Finding:
    match = MatchNote("maker", "Acme", "Acme", (), (), ())
    return Finding(
        id="f",
        fingerprint="f",
        bill="bill.csv",
        line=2,
        place=Place(None, 1, 1),
        subject="product",
        rule=judged.rule,
        title="A rule",
        outcome=judged.outcome,
        severity=judged.severity,
        bars=(),
        barred=(),
        binds=(),
        binds_buyer=False,
        party="acme",
        party_name="Acme",
        relation="self",
        uncertain=False,
        through=None,
        relation_note=None,
        basis="listed_name",
        confidence=judged.confidence,
        match=match,
        matches=(match,),
        grounds=(),
        provisional="Not seen." if judged.provisional else None,
        needs=(),
        message="",
        next_steps=(),
        questions=(),
        excerpt=(),
        evidence=(),
        answers=(),
    )
