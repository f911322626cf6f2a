"""Where reports and error documents go."""

import json
import re
from pathlib import Path

import pytest

from vendorcheck.cli.outputs import Output, parse_outputs, write_error, write_reports
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.report import Report
from vendorcheck.reporters import Sources, render
from vendorcheck.screening import screen

ERROR = VendorcheckError("bill_missing", "gone.csv does not exist")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    bill = tmp_path_factory.mktemp("bill") / "bom.csv"
    bill.write_text("Manufacturer\nAxis\n", encoding="utf-8")
    return screen(bill)


def test_text_goes_to_standard_output_where_nothing_is_asked() -> None:
    assert parse_outputs([]) == (Output("text", None),)


def test_several_outputs_keep_their_order() -> None:
    assert parse_outputs(["json=a.json", "text", "text=b.txt"]) == (
        Output("json", Path("a.json")),
        Output("text", None),
        Output("text", Path("b.txt")),
    )


def test_a_path_may_hold_an_equals_sign() -> None:
    assert parse_outputs(["json=a=b.json"]) == (Output("json", Path("a=b.json")),)


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["jsn"], "there is no format 'jsn'; did you mean 'json'?"),
        (["=a.json"], "there is no format ''"),
        (["JSON"], "there is no format 'JSON'"),
        (["json="], "-o 'json=' names no path"),
        (["text", "json"], "at most one report goes to standard output"),
        (["json", "json"], "at most one report goes to standard output"),
    ],
)
def test_what_cannot_be_written_is_refused(texts: list[str], said: str) -> None:
    with pytest.raises(VendorcheckError) as caught:
        parse_outputs(texts)
    assert (caught.value.code, caught.value.message) == ("usage", said)
    assert caught.value.help


@pytest.mark.parametrize("second", ["r.txt", "./r.txt", "folder/../r.txt"])
def test_two_reports_to_one_place_are_refused(second: str) -> None:
    with pytest.raises(VendorcheckError, match=r"two reports would be written to .*/r\.txt"):
        parse_outputs(["json=r.txt", f"text={second}"])


def test_every_report_goes_where_it_was_sent(
    report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_reports(
        report,
        (Output("json", None), Output("text", tmp_path / "a.txt"), Output("json", tmp_path / "a.json")),
        Sources(),
    )
    printed = capsys.readouterr().out
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == printed
    assert (tmp_path / "a.txt").read_text(encoding="utf-8").startswith("vendorcheck ")
    assert json.loads(printed)["schema"] == "vendorcheck.report/v1"


def test_text_on_standard_output_is_plain_where_it_is_no_terminal(
    report: Report, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    write_reports(report, (Output("text", None),), Sources())
    assert capsys.readouterr().out == render("text", report).decode()


def test_files_are_written_before_anything_is_printed(
    report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(VendorcheckError):
        write_reports(report, (Output("text", None), Output("json", tmp_path)), Sources())
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("name", ["bom.csv", "./bom.csv", "folder/../bom.csv"])
def test_a_report_is_not_written_over_what_was_given(name: str) -> None:
    with pytest.raises(
        VendorcheckError, match=f"^a report would be written over {re.escape(str(Path(name)))}$"
    ) as caught:
        parse_outputs([f"json={name}"], ["rules", Path("bom.csv")])
    assert (caught.value.code, caught.value.help) == ("usage", "Name another path.")


def test_where_one_report_cannot_be_written_none_is(report: Report, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(VendorcheckError, match="folder cannot be written"):
        write_reports(report, (Output("text", tmp_path / "a.txt"), Output("json", tmp_path / "folder")), Sources())
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_an_error_is_written_where_json_was_asked_for_and_nowhere_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_error(ERROR, [f"text={tmp_path}/a.txt", f"json={tmp_path}/a.json", "json"], [])
    assert capsys.readouterr().out == (tmp_path / "a.json").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["code"] == "bill_missing"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_an_error_is_written_beside_an_output_that_is_not_understood(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_error(VendorcheckError("usage", "there is no format 'jsn'"), ["jsn", "json=", f"json={tmp_path}/a.json"], [])
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["code"] == "usage"
    assert capsys.readouterr().out == ""


def test_an_error_is_printed_once(capsys: pytest.CaptureFixture[str]) -> None:
    write_error(ERROR, ["json", "json=-", "json"], [])
    assert json.loads(capsys.readouterr().out)["code"] == "bill_missing"


def test_where_text_was_asked_for_no_error_document_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_error(ERROR, ["text", f"text={tmp_path}/a.txt"], [])
    assert capsys.readouterr().out == ""
    assert list(tmp_path.iterdir()) == []


def test_an_error_is_not_written_over_what_was_given(tmp_path: Path) -> None:
    (tmp_path / "bom.csv").write_text("kept", encoding="utf-8")
    write_error(ERROR, [f"json={tmp_path}/folder/../bom.csv", f"json={tmp_path}/a.json"], [tmp_path / "bom.csv"])
    assert (tmp_path / "bom.csv").read_text(encoding="utf-8") == "kept"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "bom.csv"]


def test_an_error_is_printed_even_where_its_file_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(VendorcheckError, match="cannot be written"):
        write_error(ERROR, [f"json={tmp_path}", "json"], [])
    assert json.loads(capsys.readouterr().out)["code"] == "bill_missing"
