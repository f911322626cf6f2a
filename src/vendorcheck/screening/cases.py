"""Cases of rules, run through the whole flow; those of one day, buyer and list are one run."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vendorcheck.lists.fields import entry_id
from vendorcheck.model.case import Case, CaseResult
from vendorcheck.model.finding import Finding
from vendorcheck.model.report import Report
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.watchlist import ListEntry
from vendorcheck.readers import line_bill
from vendorcheck.resolve import prepared_names
from vendorcheck.screening.given_list import GivenList, record_of
from vendorcheck.screening.request import Request
from vendorcheck.screening.run import Run
from vendorcheck.screening.watched_lists import WatchedList

#: What the list of a case is called, where neither its entries nor its rule name one.
LIST = "debarred"


class _Setting(NamedTuple):
    """What the cases of one run share."""

    as_of: date
    profiles: tuple[str, ...]
    lists: tuple[tuple[str, tuple[ListEntry, ...]], ...]


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
    lists = [_watched(name, entries, setting.as_of) for name, entries in setting.lists]
    run = Run(request, rulebook, lists=lists, prepared=prepared)
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
        "grounds": list(dict.fromkeys(ground.kind for ground in finding.grounds)),
        "evidence": [proof for proof in asked if proof in evidence] if isinstance(asked, list) else [],
    }


def _setting(case: Case, rulebook: Rulebook) -> _Setting:
    return _Setting(case.as_of, case.profiles, tuple(_lists(case, rulebook).items()))


def _lists(case: Case, rulebook: Rulebook) -> dict[str, tuple[ListEntry, ...]]:
    """The lists of a case by name; those that rules ask for and the case does not have are empty.

    An entry that names no list is on each that its rule asks for.
    """
    lists: dict[str, tuple[ListEntry, ...]] = {}
    asked = rulebook.rules[case.rule].lists or (LIST,)
    for entry in case.listed:
        for name in (entry.list,) if entry.list else asked:
            lists[name] = (*lists.get(name, ()), _on(name, entry))
    for name in sorted({name for rule in rulebook.rules.values() for name in rule.lists}):
        lists.setdefault(name, ())
    return lists


def _on(name: str, entry: ListEntry) -> ListEntry:
    """An entry of a case with the name of its list; what the case has for an id is its number there."""
    return entry._replace(list=name, id=entry_id(name, entry.id, entry.name, entry.country))


def _watched(name: str, entries: Sequence[ListEntry], day: date) -> WatchedList:
    return WatchedList(GivenList(record_of(name, "", entries, day), entries), is_file=True)
