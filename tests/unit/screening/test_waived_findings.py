"""Waivers of findings in a run: what they cover stays listed and fails no gate; what they do not cover fails it."""

from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorcheck.model.finding import OUTCOMES
from vendorcheck.model.policy import Policy
from vendorcheck.model.report import Report
from vendorcheck.model.rule import SEVERITIES
from vendorcheck.model.rule_digest import rule_digest
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.waiver import WAIVER_REASONS, WaiverResult
from vendorcheck.readers import open_bom
from vendorcheck.rulebook import load_rulebook
from vendorcheck.screening import Request
from vendorcheck.screening.run import Run

OWN = Path(__file__).parents[2] / "functional" / "own_rules"
RULE = "acme-cameras"

BILL = """\
Supplier,Manufacturer,Part Number,Purpose
Harbor Security,Acme,AC-123,
Bolt Trading,Acme,AC-123,
Harbor Security,Acme,AC-456,public safety
Harbor Security,Axis,P3265,
Harbor Security,Acme,AC-123,none of these
"""

WAIVER = """\
  - id: {id}
    rule: {rule}
    scope: {scope}
    reason: {reason}
    statement: Behind a firewall, for half a year.
    owner: A. Buyer
    approved_by: C. Officer
    created: 2026-11-02
    expires: {expires}
    recorded: {{rule: "{digest}", outcome: "{outcome}", severity: {severity}}}
"""
EXCEPTION = "    exception: {citation: Order 4 s. 9, authority: The town}\n"
SAID = MappingProxyType(
    {
        "id": "w-1",
        "rule": RULE,
        "scope": "{all: true}",
        "reason": "mitigated",
        "expires": "2027-04-30",
        "outcome": "unknown",
        "severity": "high",
    }
)

Screened = Callable[..., Report]


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    """A small rulebook."""
    return load_rulebook([OWN], shipped=False)


@pytest.fixture
def digest(rulebook: Rulebook) -> str:
    """The digest of its rule on cameras."""
    return rule_digest(rulebook.rules[RULE])


@pytest.fixture
def screened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rulebook: Rulebook, digest: str) -> Screened:
    """Screens the bill on 2026-11-21 with waivers, each given by what it says otherwise than usual."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    monkeypatch.chdir(tmp_path)

    def screened(
        *waivers: Mapping[str, str],
        bill: str = BILL,
        profiles: tuple[str, ...] = ("us-federal",),
        rulebook: Rulebook = rulebook,
        **asked: Any,
    ) -> Report:
        Path("bom.csv").write_text(bill, encoding="utf-8")
        texts = [
            WAIVER.format(**{**SAID, "digest": digest[:12], **each})
            + (EXCEPTION if each.get("reason") == "legal_exception" else "")
            for each in waivers
        ]
        Path("w.yaml").write_text("\n".join(["waivers:", *texts]) if texts else "waivers: []", encoding="utf-8")
        run = Run(Request(profiles=profiles, waivers=Path("w.yaml"), **asked), rulebook)
        with closing(open_bom("bom.csv")) as opened:
            run.screen(opened)
        return run.report()

    return screened


def _waived(report: Report) -> dict[int | None, str]:
    """The waivers that cover findings of the rule, by line; they cover no other."""
    found = [(finding, finding.waived) for finding in report.findings if finding.waived]
    assert {finding.rule for finding, _ in found} <= {RULE}
    return {finding.line: by.id for finding, by in found}


def _told(report: Report) -> list[tuple[str, int, int]]:
    return [(each.state, each.lines, each.findings) for each in report.coverage.waivers]


def _remarks(report: Report) -> tuple[str, ...]:
    (result,) = report.coverage.waivers
    return result.remarks


def test_a_waived_finding_stays_listed_and_does_not_fail_the_gate(screened: Screened) -> None:
    bill = "".join(BILL.splitlines(keepends=True)[:2])
    without, waived = screened(bill=bill), screened({"scope": "{vendor: harbor  SECURITY, part: ac-123}"}, bill=bill)
    assert (without.verdict.exit_code, waived.verdict.exit_code) == (1, 0)
    assert (_waived(waived), _told(waived)) == ({2: "w-1"}, [("used", 1, 1)])
    assert waived.summary == without.summary._replace(waived=1)
    assert waived.lines == without.lines
    assert tuple(
        finding._replace(waived=None, fails_gate=finding.waived is not None) for finding in waived.findings
    ) == (without.findings)


def test_a_second_vendor_is_not_absorbed(screened: Screened) -> None:
    waived = screened({"scope": "{vendor: Harbor Security}"})
    assert _waived(waived) == {2: "w-1"}
    assert waived.verdict.reasons[:2] == ("1 finding at critical", "1 finding at high")


@pytest.mark.parametrize("signs", [12, 17, 64])
def test_a_fingerprint_covers_one_finding(screened: Screened, signs: int) -> None:
    finding = next(each for each in screened().findings if each.rule == RULE and each.line == 3)
    waived = screened({"scope": f'{{fingerprint: "{finding.fingerprint[:signs]}"}}'})
    assert (_waived(waived), _told(waived)) == ({3: "w-1"}, [("used", 1, 1)])


@pytest.mark.parametrize(
    "scope", ["{all: true}", "{vendor: Bolt Trading}", "{part: AC-123}", "{part: AC-999}", "a fingerprint"]
)
def test_counts_are_the_same_where_lines_are_left_out(screened: Screened, scope: str) -> None:
    if scope == "a fingerprint":
        finding = next(each for each in screened().findings if each.rule == RULE and each.line == 3)
        scope = f"{{fingerprint: '{finding.id}'}}"
    whole, counted = screened({"scope": scope}), screened({"scope": scope}, summary_only=True)
    assert (counted.summary, counted.verdict, counted.suppliers) == (whole.summary, whole.verdict, whole.suppliers)
    assert (counted.coverage.waivers, counted.findings) == (whole.coverage.waivers, ())
    assert counted.summary.waived == len(_waived(whole))


@pytest.mark.parametrize("reason", WAIVER_REASONS)
def test_what_is_prohibited_takes_two_reasons_only(screened: Screened, reason: str) -> None:
    report = screened(
        {"scope": "{part: AC-456}", "reason": reason, "outcome": "yes", "severity": "critical"},
        policy=Policy(fail_on="critical"),
    )
    enough = reason in ("false_positive", "legal_exception")
    assert (_waived(report), report.verdict.passed) == ({4: "w-1"} if enough else {}, enough)
    assert {line.line: line.determination for line in report.lines}[4] == "PROHIBITED"
    assert _told(report) == [("used", 1, 1) if enough else ("unused", 0, 0)]
    said = "covers 1 finding that is prohibited"
    assert _remarks(report)[0].startswith(said if enough else f"does not {said.replace('covers', 'cover')}: {reason} ")


def test_a_waiver_lapses_when_its_rule_is_changed(screened: Screened, rulebook: Rulebook) -> None:
    assert _waived(screened({})) == {2: "w-1", 3: "w-1"}
    rule = rulebook.rules[RULE]
    changed = rulebook._replace(rules={**rulebook.rules, RULE: rule._replace(message="The Order names {party}.")})
    lapsed = screened({}, rulebook=changed)
    assert (_waived(lapsed), _told(lapsed)) == ({}, [("lapsed", 0, 0)])
    assert "is no longer the rule it was signed for" in _remarks(lapsed)[0]


def test_a_waiver_never_covers_what_was_unknown_and_is_yes(screened: Screened) -> None:
    waiver = {"scope": "{vendor: Harbor Security, part: AC-123}", "reason": "false_positive", "severity": "critical"}
    assert _waived(screened(waiver)) == {2: "w-1"}
    risen = screened(waiver, bill=BILL.replace("AC-123,\nBolt", "AC-123,public safety\nBolt"))
    assert (_waived(risen), _told(risen)) == ({}, [("lapsed", 0, 0)])
    assert _remarks(risen) == ("lapsed for 1 finding: the outcome was unknown and is yes",)
    assert risen.verdict.reasons[0] == "2 findings at critical"


def test_a_waiver_lapses_when_the_severity_rises(screened: Screened) -> None:
    waiver = {"scope": "{part: AC-456}", "reason": "false_positive", "outcome": "yes"}
    assert _waived(screened(waiver, profiles=())) == {4: "w-1"}
    risen = screened(waiver)
    assert (_waived(risen), _told(risen)) == ({}, [("lapsed", 0, 0)])
    assert _remarks(risen) == ("lapsed for 1 finding: the severity was high and is critical",)


def test_what_rose_for_some_findings_leaves_the_others_covered(screened: Screened) -> None:
    report = screened({})
    assert (_waived(report), _told(report)) == ({2: "w-1", 3: "w-1"}, [("used", 2, 2)])
    assert _remarks(report) == (
        "lapsed for 1 finding: the outcome was unknown and is yes; the severity was high and is critical",
        "over-broad: it covers every finding of acme-cameras",
    )


def test_the_first_waiver_of_the_file_covers(screened: Screened) -> None:
    report = screened({"scope": "{vendor: Harbor Security}", "id": "old"}, {"scope": "{part: AC-123}", "id": "new"})
    assert (_waived(report), _told(report)) == ({2: "old", 3: "new"}, [("used", 1, 1), ("used", 1, 1)])
    assert report.coverage.waivers[1].remarks == ("1 finding that it fits is covered by old before it",)


@pytest.mark.parametrize(
    ("expires", "state"), [("2026-11-20", "expired"), ("2026-11-21", "used"), ("2026-11-22", "used")]
)
def test_a_waiver_covers_through_its_last_day(screened: Screened, expires: str, state: str) -> None:
    report = screened({"expires": expires})
    assert [each.state for each in report.coverage.waivers] == [state]
    assert bool(_waived(report)) is (state == "used")


def test_a_provisional_finding_may_be_waived(screened: Screened, rulebook: Rulebook) -> None:
    rule = rulebook.rules[RULE]._replace(provisional="nobody saw it")
    provisional = rulebook._replace(rules={**rulebook.rules, RULE: rule})
    report = screened({"digest": rule_digest(rule), "outcome": "yes"}, rulebook=provisional)
    assert (len(_waived(report)), report.summary.waived, report.summary.provisional) == (3, 3, 3)
    assert report.verdict.passed is True


def _state_fits(result: WaiverResult) -> bool:
    return (result.findings == 0 or result.state == "used") and result.lines <= max(result.findings, 0)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_waiver_of_findings_changes_what_a_line_comes_to(screened: Screened, data: st.DataObject) -> None:
    scopes = st.sampled_from(
        ["{all: true}", "{vendor: Harbor Security}", "{vendor: Bolt Trading}", "{part: AC-123}", "{part: AC-456}"]
    )
    waiver = st.fixed_dictionaries(
        {
            "scope": scopes,
            "reason": st.sampled_from(WAIVER_REASONS),
            "outcome": st.sampled_from(OUTCOMES),
            "severity": st.sampled_from(SEVERITIES),
        }
    )
    drawn = data.draw(st.lists(waiver, max_size=4))
    report = screened(*({**each, "id": f"w-{at}"} for at, each in enumerate(drawn)))
    without = screened()
    assert report.summary == without.summary._replace(waived=len(_waived(report)))
    assert [line.determination for line in report.lines] == [line.determination for line in without.lines]
    assert sum(result.findings for result in report.coverage.waivers) == report.summary.waived
    assert all(map(_state_fits, report.coverage.waivers))
