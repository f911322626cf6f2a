"""Waivers as their owners look at them, as data and in rows."""

from datetime import date

from vendorcheck.model.errors import Fault, Spot
from vendorcheck.model.finding import Finding
from vendorcheck.model.policy import Policy
from vendorcheck.model.report import FileRecord, Report
from vendorcheck.model.waiver import CheckedWaivers, Recorded, Waiver, WaiverFile, WaiverScope, WaiverStanding
from vendorcheck.reporters.text.rows import plain
from vendorcheck.reporters.waiver_listing import JudgedBy, finding_texts, judged_by_text, waiver_rows, waivers_data

DAY = date(2026, 11, 21)
WAIVER = Waiver(
    "w-1",
    "no-acme",
    WaiverScope(vendor="Har\x1b[1mbor"),
    "mitigated",
    "Behind\x1b[1m a wall.",
    "A\x1b",
    "B\x1b",
    date(2026, 11, 2),
    date(2026, 11, 22),
    recorded=Recorded("0" * 12, "unknown", "high"),
)
BY = JudgedBy()
FILE = WaiverFile("w.yaml", "ab" * 32, (WAIVER,))


def test_what_people_wrote_does_nothing_to_a_terminal() -> None:
    standing = WaiverStanding(WAIVER, "holds", 1, remarks=("soon\x1b",))
    assert plain(waiver_rows([standing], None, 80)) == (
        "w-1  holds through 2026-11-22, 1 day left\n"
        "  covers    no-acme: vendor Har\\x1b[1mbor\n"
        "  because   mitigated: Behind\\x1b[1m a wall.\n"
        "  owner     A\\x1b, approved by B\\x1b on 2026-11-02\n"
        "  note      soon\\x1b\n"
        "1 of 1 waiver holds\n"
    )


def test_what_does_not_hold_says_why() -> None:
    standing = WaiverStanding(WAIVER, "lapsed", 1, "the rule was changed")
    rows = plain(waiver_rows([standing], None, 80))
    assert rows.startswith("w-1  lapsed: the rule was changed\n")
    assert rows.endswith("\n0 of 1 waiver holds\n")


def test_files_hold_where_nothing_is_wrong_and_every_waiver_holds() -> None:
    holds = CheckedWaivers("w.yaml", FILE, (), (WaiverStanding(WAIVER, "holds", 1),))
    lapsed = CheckedWaivers("w.yaml", FILE, (), (WaiverStanding(WAIVER, "lapsed", 1, "changed"),))
    wrong = CheckedWaivers("w.yaml", None, (Fault("no", Spot("w.yaml", 3, 5, "    rule: x"), "Did you mean 'y'?"),))
    assert [waivers_data([each], DAY, BY)["holds"] for each in (holds, lapsed, wrong)] == [True, False, False]
    assert waivers_data([holds, wrong], DAY, BY)["holds"] is False
    assert waivers_data([lapsed], DAY, BY)["files"][0]["waivers"][0]["because"] == "changed"
    assert waivers_data([wrong], DAY, BY)["files"] == [
        {
            "file": "w.yaml",
            "sha256": None,
            "faults": [
                {
                    "message": "no",
                    "line": 3,
                    "column": 5,
                    "source_line": "    rule: x",
                    "help": "Did you mean 'y'?",
                }
            ],
            "waivers": [],
        }
    ]


def test_it_is_said_by_which_policy_waivers_are_judged() -> None:
    assert judged_by_text(BY) == "judged by no policy (--policy names one): a waiver may hold for 180 days at most"
    by = JudgedBy(Policy(id="harbour", max_waiver_days=30), FileRecord("p\x1b.yaml", "cd" * 32))
    assert judged_by_text(by) == "judged by the policy harbour (p\\x1b.yaml): a waiver may hold for 30 days at most"
    assert waivers_data([], DAY, by)["policy"] == {
        "id": "harbour",
        "file": "p\x1b.yaml",
        "sha256": "cd" * 32,
        "max_waiver_days": 30,
    }


def test_a_fingerprint_is_shown_as_the_finding_it_stands_for(report: Report, finding: Finding) -> None:
    waiver = WAIVER._replace(scope=WaiverScope(fingerprint=finding.fingerprint[:12]))
    (text,) = finding_texts(waiver, report)
    assert text == "bom.csv:2 · vendor “Harbor” · maker “ACME INC” · part “A-1” · no-acme about Acme (yes, critical)"
    rows = plain(waiver_rows([WaiverStanding(waiver, "holds", 1)], report, 200))
    assert f"  that is   {text}\n" in rows
    checked = CheckedWaivers("w.yaml", FILE, (), (WaiverStanding(waiver, "holds", 1),))
    (told,) = waivers_data([checked], DAY, BY._replace(report=report))["files"][0]["waivers"]
    assert told["stands_for"] == [
        {
            "id": finding.id,
            "bill": "bom.csv",
            "line": 2,
            "rule": "no-acme",
            "party": "acme",
            "outcome": "yes",
            "severity": "critical",
            "vendor": "Harbor",
            "maker": "ACME INC",
            "brand": None,
            "part": "A-1",
        }
    ]


def test_a_fingerprint_that_a_report_does_not_have_is_told(report: Report) -> None:
    for scope, rule in ((WaiverScope(fingerprint="0" * 12), "no-acme"), (WaiverScope(fingerprint="f00d" * 3), "other")):
        (text,) = finding_texts(WAIVER._replace(scope=scope, rule=rule), report)
        assert text == "no finding of the report has this fingerprint and rule"
    assert list(finding_texts(WAIVER, report)) == []
