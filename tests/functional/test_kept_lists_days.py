"""Kept lists in time: the snapshot of the day, entries that end or have not begun, and lists that grow old."""

import pytest
from kept_lists import CSL, MAKERS, Screening, filled, grounds_of, scan, scan_empty
from list_texts import SDN, csl

__all__ = ["filled", "scan", "scan_empty"]

GREW = ({"source": SDN, "type": "Entity", "name": "Axis Communications AB"},)


@pytest.fixture
def quiet(scan_empty: Screening) -> Screening:
    """Screens a bill in which nothing fails the gate by itself."""
    bill = scan_empty.folder / "bom.csv"
    bill.write_text(bill.read_text("utf-8").replace("Huawei", "Plain Works"), encoding="utf-8")
    return scan_empty


def _line(maker: str) -> int:
    return MAKERS.index(maker) + 2


@pytest.mark.parametrize(
    ("as_of", "found"),
    [
        ("2019-12-31", []),
        ("2020-01-01", ["Blestrick Trading"]),
        ("2022-06-29", ["Blestrick Trading"]),
        ("2022-06-30", []),
        ("2026-11-30", []),
        ("2026-12-01", ["Ombrelow Shipping Company"]),
    ],
)
def test_an_entry_counts_from_its_first_day_and_until_its_last(scan: Screening, as_of: str, found: list[str]) -> None:
    report = scan.report("-p", "us-federal", "--list", "csl", "--as-of", as_of)
    dated = ("Blestrick Trading", "Ombrelow Shipping Company")
    listed = [
        maker
        for maker in dated
        if any("csl:" in each for of in grounds_of(report, _line(maker)).values() for each in of)
    ]
    assert listed == found


@pytest.mark.parametrize(
    ("as_of", "day", "later"),
    [
        ("2026-07-31", "2026-08-01", True),
        ("2026-08-01", "2026-08-01", False),
        ("2026-10-31", "2026-08-01", False),
        ("2026-11-01", "2026-11-01", False),
        ("2026-11-21", "2026-11-01", False),
    ],
)
def test_a_run_takes_the_list_as_it_stood_on_its_day(quiet: Screening, as_of: str, day: str, *, later: bool) -> None:
    quiet.keep("new.csv", csl(*CSL, *GREW), "--date", "2026-11-01")
    quiet.keep("old.csv", csl(*CSL), "--date", "2026-08-01", "--accept-shrink")
    report = quiet.report("--list", "csl", "--as-of", as_of)
    [listed] = report["provenance"]["lists"]
    assert (listed["list_date"], listed["later"]) == (day, later)
    assert (report["gate"]["exit_code"] == 4) is later
    reasons = " ".join(report["gate"]["reasons"])
    assert ("the oldest list csl that is kept is of 2026-08-01" in reasons) is later
    assert bool(grounds_of(report, _line("Axis Communications AB"))) is (day == "2026-11-01")
    flat = " ".join(quiet("--list", "csl", "--as-of", as_of).stdout.split())
    assert ("from after the day of this run, as none from before it is kept" in flat) is later


@pytest.mark.parametrize(
    ("dated", "arguments", "code", "said"),
    [
        ("2026-08-23", ("--strict",), 0, ""),
        ("2026-08-22", (), 0, "is 91 days old and is getting old"),
        ("2026-08-22", ("--strict",), 4, "is 91 days old and is getting old"),
        ("2026-05-25", (), 0, "is 180 days old and is getting old"),
        ("2026-05-24", (), 4, "is 181 days old; a list may be relied on for 180 days"),
        ("2026-11-11", ("--policy", "p.yaml"), 4, "is 10 days old; a list may be relied on for 7 days"),
        ("2026-11-15", ("--policy", "p.yaml", "--strict"), 4, "is 6 days old and is getting old"),
        ("2026-11-18", ("--policy", "p.yaml", "--strict"), 0, ""),
    ],
)
def test_a_list_grows_old(quiet: Screening, dated: str, arguments: tuple[str, ...], code: int, said: str) -> None:
    policy = "id: quick\ntitle: Quick\nlist_warn_age_days: 3\nlist_hard_age_days: 7\n"
    (quiet.folder / "p.yaml").write_text(policy, encoding="utf-8")
    quiet.keep("own.csv", "name\nCorvid Networks LLC\n", "--date", dated)
    report = quiet.report("--list", "own", *arguments, code=code)
    told = [each for each in report["gate"]["reasons"] if "list own" in each]
    assert [each.startswith(f"the list own of {dated} {said}") for each in told] == [True] * bool(said)


def test_a_list_without_a_date_is_as_old_as_its_import_and_that_is_said(quiet: Screening) -> None:
    quiet.keep("own.csv", "name\nCorvid Networks LLC\n")
    report = quiet.report("--list", "own", code=0)
    assert report["gate"]["reasons"] == ["the list own bears no date: its age is counted from its import"]
    flat = " ".join(quiet("--list", "own").stdout.split())
    assert "list own of an unknown date, imported 2026-11-21, 1 entry with 1 name" in flat
    aged = quiet.report("--list", "own", code=4, SOURCE_DATE_EPOCH="1815219200")
    [reason] = [each for each in aged["gate"]["reasons"] if "relied on for 180 days" in each and "list own" in each]
    assert reason.startswith("the list own of an unknown date, imported 2026-11-21 is 231 days old")
