"""One report beside another: what differs, what it can be due to, and what nobody knows."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.compare import compare_reports, refuse_without_findings
from vendorcheck.model.comparison import FieldChange, InputChange
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.report import FileRecord, Option, Report
from vendorcheck.model.rule import Profile
from vendorcheck.model.waiver import WaivedBy

Make = Callable[..., Report]
LATER = date(2026, 12, 1)
BUYER = Profile("us-federal", "Federal", (), ())

ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "part": st.sampled_from(["A-1", "B-2", "C-3"]),
            "rule": st.sampled_from(["no-acme", ""]),
            "severity": st.sampled_from(["low", "high"]),
            "vendor": st.sampled_from(["Harbor", "Delta"]),
        }
    ),
    max_size=8,
)


def rulebook(report: Report, version: str = "2") -> Report:
    [source] = report.provenance.rulebook
    source = source._replace(version=version, digest=version * 64)
    return report._replace(provenance=report.provenance._replace(rulebook=(source,)))


def as_of(report: Report, day: date = LATER) -> Report:
    return report._replace(settings=report.settings._replace(as_of=day))


def options(report: Report, *given: Option) -> Report:
    return report._replace(provenance=report.provenance._replace(options=given))


@given(ROWS)
def test_a_report_differs_in_nothing_from_itself(make: Make, rows: list[dict[str, Any]]) -> None:
    comparison = compare_reports(make(rows), make(rows))
    assert not comparison.differs
    assert (comparison.inputs, comparison.unchanged) == ((), sum(bool(row["rule"]) for row in rows))


@given(ROWS, ROWS, st.booleans(), st.booleans())
def test_what_is_new_one_way_is_gone_the_other(
    make: Make,
    before: list[dict[str, Any]],
    after: list[dict[str, Any]],
    other_rulebook: bool,  # noqa: FBT001 (drawn)
    all_lines: bool,  # noqa: FBT001 (drawn)
) -> None:
    old, new = make(before, all_lines=all_lines), make(after, bill="other", all_lines=all_lines)
    new = rulebook(new) if other_rulebook else new
    there, back = compare_reports(old, new), compare_reports(new, old)
    assert (there.appeared, there.gone) == (back.gone, back.appeared)
    assert there.differs == back.differs
    assert len(there.changed) == len(back.changed)
    assert [(each.old, each.new) for each in there.inputs] == [(each.new, each.old) for each in back.inputs]


def test_lines_in_another_order_are_no_difference_though_the_bill_is(make: Make) -> None:
    rows = [{"part": "A-1"}, {"part": "B-2"}, {"rule": ""}]
    comparison = compare_reports(make(rows), make(rows[::-1], bill="moved"))
    assert not comparison.differs
    assert [change.cause for change in comparison.inputs] == ["bill"]


def test_where_one_input_differs_it_is_the_cause(make: Make) -> None:
    old, new = make([]), make([{}])
    causes = {
        "rulebook": rulebook(new),
        "date": as_of(new),
        "bill": make([{}], bill="other"),
        "list": make([{}], lists=("debarred",)),
        "options": options(new, Option("sheet", ("Parts",), "command line")),
    }
    for cause, report in causes.items():
        [difference] = compare_reports(old, report).appeared
        assert difference.causes == (cause,)


def test_where_several_differ_all_are_named_and_none_is_guessed(make: Make) -> None:
    old = make([], all_lines=False)
    [difference] = compare_reports(old, as_of(rulebook(make([{}], bill="other")))).appeared
    assert (difference.causes, difference.because) == (("bill", "rulebook", "date"), None)


def test_a_line_that_the_other_bill_does_not_have_is_due_to_the_bill(make: Make) -> None:
    old = make([{"part": "B-2", "rule": ""}])
    [difference] = compare_reports(old, rulebook(make([{}, {"part": "B-2", "rule": ""}], bill="other"))).appeared
    assert difference.causes == ("bill",)
    assert difference.because == "no line of the other bill names this"


def test_that_a_line_is_missing_is_not_concluded_where_clear_lines_are_not_listed(make: Make) -> None:
    old = make([{"part": "B-2", "rule": ""}], all_lines=False)
    [difference] = compare_reports(old, rulebook(make([{}], bill="other"))).appeared
    assert difference.causes == ("bill", "rulebook")


def test_nor_where_columns_were_read_otherwise(make: Make) -> None:
    new = options(make([{}], bill="other"), Option("map", ("maker=Brand",), "command line"))
    [difference] = compare_reports(make([{"maker": "Brand"}]), new).appeared
    assert difference.causes == ("bill", "options")


def test_a_line_that_stands_in_both_bills_is_not_due_to_the_bill(make: Make) -> None:
    old = make([{"rule": ""}])
    [difference] = compare_reports(old, rulebook(make([{}, {"part": "B-2", "rule": ""}], bill="other"))).appeared
    assert (difference.causes, difference.because) == (("rulebook",), "its line is the same in both bills")


def test_but_may_be_where_a_cell_of_it_changed(make: Make) -> None:
    old = make([{"rule": "", "purpose": "parks"}])
    [difference] = compare_reports(old, rulebook(make([{"purpose": "public safety"}], bill="other"))).appeared
    assert difference.causes == ("bill", "rulebook")


def test_an_entry_of_a_list_that_was_not_given_is_due_to_the_list(make: Make) -> None:
    old = make([{"rule": ""}], all_lines=False)
    new = rulebook(make([{"listed": "debarred", "party": "debarred:1"}], bill="other", lists=("debarred",)))
    [difference] = compare_reports(old, new).appeared
    assert difference.causes == ("list",)
    assert difference.because == "the list debarred was given for one report alone"


def test_a_list_that_changed_is_only_one_of_the_causes(make: Make) -> None:
    new = rulebook(make([{"listed": "debarred"}], lists=("debarred",)))
    [listed] = new.provenance.lists
    old = make([{"rule": ""}])
    old = old._replace(provenance=old.provenance._replace(lists=(listed._replace(digest="f" * 64),)))
    [difference] = compare_reports(old, new).appeared
    assert difference.causes == ("rulebook", "list")


def test_without_an_input_that_differs_no_cause_is_told(make: Make) -> None:
    [difference] = compare_reports(make([{"rule": ""}]), make([{}])).appeared
    assert difference.causes == ()


def test_what_a_finding_says_otherwise_is_told(make: Make) -> None:
    old, new = make([{"outcome": "unknown"}]), rulebook(make([{"severity": "critical"}]))
    [difference] = compare_reports(old, new).changed
    assert difference.changes == (
        FieldChange("severity", "high", "critical"),
        FieldChange("outcome", "unknown", "yes"),
        FieldChange("determination", "UNDETERMINED", "PROHIBITED"),
    )


def test_a_waiver_is_a_change_and_its_file_the_cause(make: Make) -> None:
    old = make([{}])
    waived = old.findings[0]._replace(waived=WaivedBy("W-1", "contractual"))
    provenance = old.provenance._replace(waivers=FileRecord("waivers.yaml", "e" * 64))
    [difference] = compare_reports(old, old._replace(findings=(waived,), provenance=provenance)).changed
    assert difference.changes == (FieldChange("waived", "no", "by W-1"),)
    assert difference.causes == ("waivers",)


def test_the_same_waivers_on_another_day_are_a_cause(make: Make) -> None:
    report = make([{}])
    old = report._replace(provenance=report.provenance._replace(waivers=FileRecord("waivers.yaml", "e" * 64)))
    new = old._replace(settings=old.settings._replace(today=LATER))
    assert compare_reports(old, new).inputs == (
        InputChange("waivers", "waivers as of", "2026-11-21", LATER.isoformat()),
    )


def test_a_policy_does_not_bring_up_a_finding(make: Make) -> None:
    new = rulebook(make([{}]))
    new = new._replace(provenance=new.provenance._replace(policy=FileRecord("policy.yaml", "e" * 64)))
    [difference] = compare_reports(make([{"rule": ""}]), new).appeared
    assert difference.causes == ("rulebook",)


def test_a_renamed_bill_is_the_same_bill(make: Make) -> None:
    report = make([{}])
    [bill] = report.coverage.bills
    moved = report._replace(coverage=report.coverage._replace(bills=(bill._replace(name="archive/bom.csv"),)))
    assert compare_reports(report, moved).inputs == ()


def test_inputs_say_what_they_were(make: Make) -> None:
    old = make([{}], lists=("one",))
    new = as_of(rulebook(make([{}], bill="other", lists=("two",))))
    new = new._replace(
        settings=new.settings._replace(profiles=(Profile("us-federal", "", (), ()),), purpose="public-safety"),
        provenance=new.provenance._replace(version="2.0"),
    )
    new = options(new, Option("delimiter", ("tab",), "command line"), Option("reference", ("T",), "command line"))
    assert [(change.cause, change.name, change.old, change.new) for change in compare_reports(old, new).inputs] == [
        ("bill", "bom.csv", old.coverage.bills[0].digest[:12], new.coverage.bills[0].digest[:12]),  # type: ignore[index]  # it was read
        ("rulebook", "vendorcheck", "1 (abababababab)", "2 (222222222222)"),
        ("list", "one", "an unknown date (oneoneoneone)", None),
        ("list", "two", None, "an unknown date (twotwotwotwo)"),
        ("date", "as of", "2026-11-21", "2026-12-01"),
        ("options", "profile", None, "us-federal"),
        ("options", "purpose", None, "public-safety"),
        ("options", "delimiter", None, "tab"),
        ("program", "vendorcheck", "1.0", "2.0"),
    ]


def test_lines_that_were_not_screened_are_a_difference_and_said(make: Make) -> None:
    old = make([{}])
    counts = {**old.summary.by_determination, "NOT_SCREENED": 2}
    new = old._replace(summary=old.summary._replace(by_determination=counts))
    comparison = compare_reports(old, new)
    assert comparison.differs
    assert (comparison.old.complete, comparison.new.complete, comparison.new.not_screened) == (True, False, 2)


def test_suppliers_come_go_and_change(make: Make) -> None:
    old = make([{"vendor": "Harbor"}, {"vendor": "Delta"}, {"vendor": "Delta"}])
    new = make([{"vendor": "Delta"}, {"vendor": "Coast"}])
    told = {
        change.name: (change.old and change.old.lines, change.new and change.new.lines)
        for change in compare_reports(old, new).suppliers
    }
    assert told == {"Harbor": (1, None), "Coast": (None, 1), "Delta": (2, 1)}


def test_a_report_without_its_findings_is_refused(make: Make) -> None:
    report = make([{}])
    refuse_without_findings(report, "a.json")
    short = report._replace(settings=report.settings._replace(summary_only=True), findings=(), lines=())
    assert compare_reports(report, short).new.summary_only
    with pytest.raises(VendorcheckError, match=r"a\.json was written with --summary-only"):
        refuse_without_findings(short, "a.json")


@pytest.mark.parametrize(
    ("profiles", "binds", "is_buyer", "folded"),
    [
        ((), ("x",), False, False),
        ((BUYER,), (), False, False),
        ((BUYER,), ("x",), True, False),
        ((BUYER,), ("x",), False, True),
    ],
)
def test_a_rule_binds_others_where_a_buyer_was_chosen_and_it_binds_none_of_them(
    make: Make,
    profiles: tuple[Profile, ...],
    binds: tuple[str, ...],
    is_buyer: bool,  # noqa: FBT001 (a case)
    folded: bool,  # noqa: FBT001 (a case)
) -> None:
    new = make([{}], bill="other")
    findings = tuple(finding._replace(binds=binds, binds_buyer=is_buyer) for finding in new.findings)
    new = new._replace(findings=findings, settings=new.settings._replace(profiles=profiles))
    [there], [back] = compare_reports(make([]), new).appeared, compare_reports(new, make([])).gone
    assert (there.binds_others, back.binds_others) == (folded, folded)
