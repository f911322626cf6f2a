"""Waivers as their owners look at them, as data and in rows."""

from datetime import date

from vendorcheck.model.errors import Fault, Spot
from vendorcheck.model.waiver import CheckedWaivers, Recorded, Waiver, WaiverFile, WaiverScope, WaiverStanding
from vendorcheck.reporters.text.rows import plain
from vendorcheck.reporters.waiver_listing import waiver_rows, waivers_data

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
FILE = WaiverFile("w.yaml", "ab" * 32, (WAIVER,))


def test_what_people_wrote_does_nothing_to_a_terminal() -> None:
    standing = WaiverStanding(WAIVER, "holds", 1, remarks=("soon\x1b",))
    assert plain(waiver_rows([standing], 80)) == (
        "w-1  holds through 2026-11-22, 1 day left\n"
        "  covers    no-acme: vendor Har\\x1b[1mbor\n"
        "  because   mitigated: Behind\\x1b[1m a wall.\n"
        "  owner     A\\x1b, approved by B\\x1b on 2026-11-02\n"
        "  note      soon\\x1b\n"
        "1 of 1 waiver holds\n"
    )


def test_what_does_not_hold_says_why() -> None:
    standing = WaiverStanding(WAIVER, "lapsed", 1, "the rule was changed")
    rows = plain(waiver_rows([standing], 80))
    assert rows.startswith("w-1  lapsed: the rule was changed\n")
    assert rows.endswith("\n0 of 1 waiver holds\n")


def test_files_hold_where_nothing_is_wrong_and_every_waiver_holds() -> None:
    holds = CheckedWaivers("w.yaml", FILE, (), (WaiverStanding(WAIVER, "holds", 1),))
    lapsed = CheckedWaivers("w.yaml", FILE, (), (WaiverStanding(WAIVER, "lapsed", 1, "changed"),))
    wrong = CheckedWaivers("w.yaml", None, (Fault("no", Spot("w.yaml", 3, 5, "    rule: x"), "Did you mean 'y'?"),))
    assert [waivers_data([each], DAY)["holds"] for each in (holds, lapsed, wrong)] == [True, False, False]
    assert waivers_data([holds, wrong], DAY)["holds"] is False
    assert waivers_data([lapsed], DAY)["files"][0]["waivers"][0]["because"] == "changed"
    assert waivers_data([wrong], DAY)["files"] == [
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
