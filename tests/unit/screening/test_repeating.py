"""A run made again from its report: which file is which bill, and under which names."""

from collections.abc import Callable
from pathlib import Path

import pytest

from vendorcheck import screen
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.report import Report
from vendorcheck.reporters.report_json.letter import unlike_parts
from vendorcheck.screening import Request, screen_text
from vendorcheck.screening.kept_files import kept_files
from vendorcheck.screening.repeating import repeat, take_bills

BILL = "Manufacturer,Part\nHikvision,DS-2CD2143G2-I\nAxis Communications,P3265\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two bills and a list in the working folder; today is 2026-11-21."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    Path("a.csv").write_text(BILL, encoding="utf-8")
    Path("b.csv").write_text(BILL + "ZTE,MF283V\n", encoding="utf-8")
    Path("own.csv").write_text("name\nAxis Communications\n", encoding="utf-8")


@pytest.fixture
def report() -> Report:
    return screen(["a.csv", "b.csv"], profiles=["us-federal"], lists=["own.csv"])


def taken(report: Report, *paths: str) -> list[tuple[str, str, bool]]:
    return [(check.name, check.file, check.same) for check in take_bills(report, paths)]


def test_bills_are_taken_by_digest_whatever_they_are_called(report: Report) -> None:
    Path("a.csv").rename("first.csv")
    Path("b.csv").rename("a.csv")
    assert taken(report, "a.csv", "first.csv") == [("a.csv", "first.csv", True), ("b.csv", "a.csv", True)]


def test_a_bill_that_changed_is_taken_by_its_name_wherever_it_is(report: Report) -> None:
    Path("new").mkdir()
    Path("new/a.csv").write_text("Manufacturer\nDahua\n", encoding="utf-8")
    assert taken(report, "new/a.csv", "b.csv") == [("a.csv", "new/a.csv", False), ("b.csv", "b.csv", True)]


def test_bills_with_the_same_bytes_are_each_taken_once() -> None:
    Path("copy.csv").write_text(BILL, encoding="utf-8")
    twice = screen(["a.csv", "copy.csv"])
    assert taken(twice, "copy.csv", "a.csv") == [("a.csv", "copy.csv", True), ("copy.csv", "a.csv", True)]
    with pytest.raises(VendorcheckError, match=r"copy\.csv of the report is not given"):
        take_bills(twice, ["a.csv"])


def test_every_bill_has_its_file_and_every_file_its_bill(report: Report) -> None:
    with pytest.raises(VendorcheckError, match=r"the bill b\.csv of the report is not given"):
        take_bills(report, ["a.csv"])
    with pytest.raises(VendorcheckError, match=r"own\.csv is no bill of the report"):
        take_bills(report, ["a.csv", "b.csv", "own.csv"])
    with pytest.raises(VendorcheckError, match=r"nowhere\.csv cannot be read"):
        take_bills(report, ["nowhere.csv"])


def test_one_file_for_one_bill_is_that_bill() -> None:
    report = screen("a.csv")
    assert taken(report, "b.csv") == [("a.csv", "b.csv", False)]
    Path("a.csv").rename("moved.csv")
    assert taken(report, "moved.csv") == [("a.csv", "moved.csv", True)]
    with pytest.raises(VendorcheckError, match="is no bill of the report"):
        take_bills(report, ["moved.csv", "b.csv"])


def test_a_name_at_the_prompt_is_no_file() -> None:
    with pytest.raises(VendorcheckError, match="prompt"):
        take_bills(screen_text("Hikvision", Request()), ["a.csv"])


def test_a_run_made_again_on_a_later_day_is_the_same_to_the_letter(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    Path("a.csv").rename("moved.csv")
    again = repeat(report, take_bills(report, ["moved.csv", "b.csv"]))
    assert unlike_parts(report, again) == ()


def test_files_of_a_bundle_stand_in_for_those_that_are_gone(report: Report) -> None:
    for name, content in kept_files(report):
        if name.startswith("given/"):
            path = Path("unpacked") / name
            path.parent.mkdir(parents=True)
            path.write_bytes(content)
    Path("own.csv").unlink()
    bills = take_bills(report, ["a.csv", "b.csv"])
    assert unlike_parts(report, repeat(report, bills, Path("unpacked"))) == ()
    with pytest.raises(VendorcheckError, match=r"own\.csv cannot be read"):
        repeat(report, bills)


def test_what_is_not_the_same_to_the_letter_is_named(report: Report) -> None:
    other = report._replace(limits=("none",), settings=report.settings._replace(purpose="public-safety"))
    assert unlike_parts(report, other) == ("purpose", "limits")


def test_a_bill_in_which_nothing_is_left_to_screen_is_an_error_of_another_kind() -> None:
    report = screen("a.csv")
    Path("a.csv").write_text("", encoding="utf-8")
    with pytest.raises(VendorcheckError) as caught:
        repeat(report, take_bills(report, ["a.csv"]))
    assert caught.value.exit_code == 2


CHANGES: dict[str, Callable[[Report], Report]] = {
    "own.csv is not what": lambda report: _with_list(report, "00" * 32),
    "the shipped rulebook is not what": lambda report: _with_rulebook(report, "00" * 32),
}


@pytest.mark.parametrize("said", CHANGES)
def test_what_is_kept_is_what_the_report_was_made_with(report: Report, said: str) -> None:
    assert dict(kept_files(report))["given/list/1/own.csv"] == Path("own.csv").read_bytes()
    with pytest.raises(VendorcheckError, match=said):
        list(kept_files(CHANGES[said](report)))


def test_records_are_kept_of_what_the_report_speaks_of_and_no_others(report: Report) -> None:
    names = {name for name, _ in kept_files(report)}
    assert {"rules/parties/zte.yaml", "rules/instruments/us/ndaa-889-a.yaml", "rules/profiles/us-federal.yaml"} <= names
    assert {name for name in names if name.startswith("rules/vocabulary/")}
    assert "rules/profiles/us-texas.yaml" not in names
    assert not any(name.endswith(".cases.yaml") for name in names)
    documents = {f"evidence/{document.id}.yaml" for document in report.documents}
    assert documents <= names


def _with_list(report: Report, digest: str) -> Report:
    [listed] = report.provenance.lists
    return report._replace(provenance=report.provenance._replace(lists=(listed._replace(digest=digest),)))


def _with_rulebook(report: Report, digest: str) -> Report:
    [source] = report.provenance.rulebook
    return report._replace(provenance=report.provenance._replace(rulebook=(source._replace(digest=digest),)))
