"""Cases of rules, run through the whole flow; those of one day, buyer and list are one run."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vendorcheck.lists import IMPORTERS
from vendorcheck.model.case import Case, CaseResult
from vendorcheck.model.finding import Finding
from vendorcheck.model.report import Report
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.watchlist import Watchlist
from vendorcheck.readers import line_bill
from vendorcheck.resolve import prepared_names
from vendorcheck.screening.given_list import GivenList, record_of
from vendorcheck.screening.request import Request
from vendorcheck.screening.run import Run
from vendorcheck.screening.watched_lists import WatchedList

#: What the list of a case is called, where its rule asks for none by name.
LIST = "debarred"


class _Setting(NamedTuple):
    """What the cases of one run share."""

    as_of: date
    profiles: tuple[str, ...]
    lists: tuple[WatchedList, ...]


def run_cases(cases: Sequence[Case], rulebook: Rulebook) -> tuple[CaseResult, ...]:
    """Return each case with what came out of it, in the order given; one of a rule that does not run is skipped."""
    prepared = prepared_names(rulebook.parties.values())
    results: dict[int, CaseResult] = {}
    settings: dict[_Setting, dict[int, Case]] = {}
    for at, case in enumerate(cases):
        status = rulebook.rules[case.rule].status
        if status == "stable":
            settings.setdefault(_setting(case, rulebook), {})[at] = case
        else:
            results[at] = CaseResult(case, {}, skipped=f"the rule is {status}, and not run")
    for setting, those in settings.items():
        results.update(_together(setting, those, rulebook, prepared))
    return tuple(results[at] for at in range(len(cases)))


def _together(
    setting: _Setting, cases: Mapping[int, Case], rulebook: Rulebook, prepared: bytes
) -> Iterator[tuple[int, CaseResult]]:
    request = Request(profiles=setting.profiles, as_of=setting.as_of, all_lines=True)
    run = Run(request, rulebook, lists=setting.lists, prepared=prepared)
    for at, case in cases.items():
        run.screen(line_bill(case.line, str(at)))
    report = run.report()
    for at, case in cases.items():
        yield at, _result(case, report, str(at))


def _result(case: Case, report: Report, bill: str) -> CaseResult:
    """What the report says of the case's line and rule, as far as the case asks."""
    line = next(line for line in report.lines if line.bill == bill)
    findings = [finding for finding in report.findings if finding.bill == bill and finding.rule == case.rule]
    party = case.expect.get("party")
    wanted = next((finding for finding in findings if party in (None, finding.party)), None)
    out = {"outcome": "none"} if wanted is None else _of_finding(wanted, case.expect)
    out["determination"] = line.determination
    return CaseResult(
        case,
        {key: out.get(key) for key in case.expect},
        needs=tuple(need.fact for need in wanted.needs) if wanted else (),
        reason=line.reason,
    )


def _of_finding(finding: Finding, expect: Mapping[str, object]) -> dict[str, object]:
    evidence = {proof.id for proof in finding.evidence}
    asked = expect.get("evidence")
    return {
        "outcome": finding.outcome,
        "party": finding.party,
        "relation": finding.relation,
        "uncertain": finding.uncertain,
        "subject": finding.subject,
        "severity": finding.severity,
        "provisional": finding.provisional is not None,
        "needs": [need.fact for need in finding.needs],
        "evidence": [proof for proof in asked if proof in evidence] if isinstance(asked, list) else [],
    }


def _setting(case: Case, rulebook: Rulebook) -> _Setting:
    return _Setting(case.as_of, case.profiles, tuple(_lists(case, rulebook)))


def _lists(case: Case, rulebook: Rulebook) -> Iterator[WatchedList]:
    """The list of the case, under each name by which its rule asks for it; others that rules ask for are empty."""
    own = (_lists_of(case.rule, rulebook) or (LIST,)) if case.listed else ()
    for name in own:
        yield _given(IMPORTERS["own"](f"{name}.csv", _as_csv(case.listed)), case.as_of)
    for name in sorted({name for other in rulebook.rules for name in _lists_of(other, rulebook)} - set(own)):
        yield _given(Watchlist(name, "", None, ()), case.as_of)


def _given(read: Watchlist, day: date) -> WatchedList:
    return WatchedList(GivenList(record_of(read.name, read.digest, read.entries, day), read.entries), is_file=True)


def _lists_of(rule: str, rulebook: Rulebook) -> tuple[str, ...]:
    """The lists that a rule asks for by name."""
    when = rulebook.rules[rule].when
    return when.argument if when.name == "listed" and isinstance(when.argument, tuple) else ()


def _as_csv(names: Iterable[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([["name"], *([name] for name in names)])
    return text.getvalue().encode()
