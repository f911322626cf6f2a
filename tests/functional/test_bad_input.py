"""What cannot be screened: one sentence and what to do, an error document where JSON was asked for, nothing else."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Fitting = Callable[[str, str], Any]
Files = Callable[[], set[str]]

#: A device that takes nothing.
FULL = Path("/dev/full")

BILL = "Manufacturer,Part Number\nAxis Communications AB,P3265-LVE\n"
RULE = """\
id: no-cameras
title: No cameras here
status: stable
severity: {severity}
subjects: [product]
bars: []
binds: []
when: {{category: [video-surveillance]}}
message: It is a camera.
next_steps: [Ask why.]
"""


class Bad(NamedTuple):
    """A case: the arguments, the code and exit of the error, and what is said of it."""

    arguments: tuple[str, ...]
    code: str
    said: tuple[str, ...]
    exit: int = 2
    content: Mapping[str, str] = MappingProxyType({})


BAD = {
    "missing file": Bad(("gone.csv",), "bill_missing", ("gone.csv does not exist", "help: Check the path")),
    "folder": Bad(("folder",), "bill_unreadable", ("folder is a folder", "help: Name the bills in it one by one.")),
    "empty file": Bad(("bad.csv",), "bill_empty", ("bad.csv is empty", "heading row"), 3, {"bad.csv": ""}),
    "blank lines only": Bad(("bad.csv",), "bill_empty", ("bad.csv is empty",), 3, {"bad.csv": "\n\n , \n"}),
    "no recognisable column": Bad(
        ("bad.csv",),
        "no_columns",
        ("bad.csv has no column that says who made anything", "inspect shows them", "--map maker=HEADING"),
        3,
        {"bad.csv": "Foo,Bar\n1,2\n"},
    ),
    "prose": Bad(
        ("bad.csv",),
        "no_table",
        ("no table found in bad.csv", "Manufacturer, Part Number, Description"),
        3,
        {"bad.csv": "Bill of materials\n\nTo be supplied in spring.\n"},
    ),
    "JSON without a bill": Bad(
        ("bad.csv",), "no_columns", ("bad.csv has no column", "inspect shows them"), 3, {"bad.csv": '[{"a": 1}]'}
    ),
    "damaged workbook": Bad(
        ("bad.xlsx",),
        "bill_unreadable",
        ("bad.xlsx is damaged", "save it as XLSX or CSV"),
        content={"bad.xlsx": "PK\3\4"},
    ),
    "another kind": Bad(
        ("bad.xls",), "bill_unsupported", ("a PDF document", "as CSV"), content={"bad.xls": "%PDF-1.7"}
    ),
    "unknown profile": Bad(
        ("bom.csv", "-p", "us-federl"), "unknown_name", ("no profile 'us-federl'; did you mean 'us-federal'?",)
    ),
    "unknown purpose": Bad(
        ("bom.csv", "--purpose", "publc-safety"),
        "unknown_name",
        ("no purpose 'publc-safety'; did you mean 'public-safety'?", "help: Known: "),
    ),
    "unknown severity": Bad(
        ("bom.csv", "--fail-on", "hgh"), "usage", ("no severity 'hgh'; did you mean 'high'?", "info, low, medium")
    ),
    "unknown role": Bad(
        ("bom.csv", "--map", "makr=Manufacturer"), "usage", ("no role 'makr'; did you mean 'maker'?", "help: Roles: ")
    ),
    "a mapping that is none": Bad(("bom.csv", "--map", "maker"), "usage", ("--map 'maker' is not ROLE=HEADING",)),
    "a mapped heading that is not there": Bad(
        ("bom.csv", "--map", "maker=Foo"), "usage", ("mapped headings 'Foo'", "'Manufacturer', 'Part Number'")
    ),
    "no day": Bad(("bom.csv", "--as-of", "yesterday"), "usage", ("--as-of 'yesterday' is not a day", "YYYY-MM-DD")),
    "a day that never was": Bad(("bom.csv", "--as-of", "2026-02-30"), "usage", ("'2026-02-30' is not a day",)),
    "a bill named twice": Bad(("bom.csv", "bom.csv"), "usage", ("bom.csv is named twice", "help: Name each bill once")),
    "no rule": Bad(("bom.csv", "--no-shipped-rules"), "nothing_screened", ("there is no rule to screen with",), 3),
    "missing rules": Bad(("bom.csv", "-r", "gone.yaml"), "rulebook_invalid", ("gone.yaml cannot be read",)),
    "missing list": Bad(("bom.csv", "--list", "gone.csv"), "list_invalid", ("gone.csv cannot be read",)),
    "a list without a column of names": Bad(
        ("bom.csv", "--list", "list.csv"),
        "list_invalid",
        ("list.csv is in no known format of lists", "needs a column `name`"),
        content={"list.csv": "colour\nred\n"},
    ),
    "two lists of one name": Bad(
        ("bom.csv", "--list", "list.csv", "--list", "folder/list.csv"),
        "usage",
        ("two lists are called 'list'", "help: Give one of them, or rename a file."),
        content={"list.csv": "name\nAcme Widgets\n", "folder/list.csv": "name\nNorthgate Cameras\n"},
    ),
    "a list of nobody": Bad(
        ("bom.csv", "--list", "list.csv"), "list_invalid", ("names nobody",), content={"list.csv": "name\n\n"}
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a good bill and an empty folder."""
    (tmp_path / "bom.csv").write_text(BILL, encoding="utf-8")
    (tmp_path / "folder").mkdir()
    return tmp_path


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_it_is_said_and_nothing_is_written_but_an_error_document(
    run: Run, folder: Path, fitting: Fitting, files: Files, bad: Bad
) -> None:
    for name, text in bad.content.items():
        (folder / name).write_text(text, encoding="utf-8")
    before = files()
    done = run("scan", *bad.arguments, "-o", "text", "-o", "json=error.json")
    _assert_refused(done, bad.said)
    assert done.returncode == bad.exit
    assert files() == before | {"error.json"}
    error = fitting("error", (folder / "error.json").read_text(encoding="utf-8"))
    assert (error["code"], error["exit_code"]) == (bad.code, bad.exit)
    assert error["message"] in done.stderr


def test_the_error_document_goes_to_standard_output_where_the_report_would(run: Run, fitting: Fitting) -> None:
    done = run("scan", "gone.csv", "-o", "json")
    error = fitting("error", done.stdout)
    assert (error["file"], error["help"]) == ("gone.csv", "Check the path; nothing was read.")
    assert done.stderr.startswith("vendorcheck: no screening was performed: gone.csv does not exist\n")


REFUSED = {
    "unknown format": (("-o", "jsn"), "there is no format 'jsn'; did you mean 'json'?"),
    "no path": (("-o", "json="), "-o 'json=' names no path"),
    "two texts to standard output": (("-o", "text", "-o", "text"), "at most one report goes to standard output"),
    "two texts to one path": (("-o", "text=r", "-o", "text=folder/../r"), "two reports would be written to"),
    "unknown option": (("--profle", "us-federal"), "No such option: --profle"),
}

UNWRITABLE = {
    "a folder": (("-o", "json=folder"), "folder cannot be written"),
    "a folder, for text": (("-o", "text=folder"), "help: It is a folder; name a file."),
    "below a file": (("-o", "json=bom.csv/report.json"), "bom.csv/report.json cannot be written"),
}

NOT_SCREENED = "no screening was performed"
NOT_WRITTEN = "the screening was performed, and no report of it was written"


@pytest.mark.parametrize(
    ("case", "lead"),
    [*((each, NOT_SCREENED) for each in REFUSED.values()), *((each, NOT_WRITTEN) for each in UNWRITABLE.values())],
    ids=[*REFUSED, *UNWRITABLE],
)
def test_a_refused_output_leaves_nothing_behind(
    run: Run, folder: Path, files: Files, case: tuple[tuple[str, ...], str], lead: str
) -> None:
    (arguments, said), before = case, files()
    done = run("scan", "bom.csv", *arguments)
    _assert_refused(done, (said,), lead)
    assert done.returncode == 2
    assert files() == before
    assert (folder / "bom.csv").read_text(encoding="utf-8") == BILL


def test_no_bill_at_all(run: Run) -> None:
    done = run("scan")
    _assert_refused(done, ("Missing argument",))
    assert done.returncode == 2


@pytest.mark.usefixtures("folder")
def test_a_missing_folder_of_an_output_is_made(run: Run, files: Files) -> None:
    before = files()
    assert run("scan", "bom.csv", "-o", "json=new/deep/report.json").returncode == 0
    assert files() == before | {"new/deep/report.json"}


def test_headings_alone_are_a_report_of_nothing(run: Run, folder: Path, fitting: Fitting) -> None:
    (folder / "bad.csv").write_text("Manufacturer,Part Number\n", encoding="utf-8")
    done = run("scan", "bad.csv", "-o", "text", "-o", "json=report.json")
    assert done.returncode == 3
    assert "not one line was screened; bad.csv has headings and no lines" in done.stdout
    report = fitting("report", (folder / "report.json").read_text(encoding="utf-8"))
    assert (report["summary"]["lines"], report["gate"]["passed"]) == (0, False)


def test_a_broken_rule_file_is_shown_at_its_line_with_a_caret(run: Run, folder: Path, fitting: Fitting) -> None:
    (folder / "own.yaml").write_text(RULE.format(severity="meduim"), encoding="utf-8")
    done = run("scan", "bom.csv", "-r", "own.yaml", "-o", "json=error.json")
    assert done.returncode == 2
    assert done.stderr == (
        "vendorcheck: no screening was performed: the rulebook is not valid\n"
        "own.yaml:4:1: 'meduim' is not one of the values allowed\n"
        "    4 | severity: meduim\n"
        "        ^\n"
        "help: Did you mean 'medium'? Known: info, low, medium.\n"
    )
    error = fitting("error", (folder / "error.json").read_text(encoding="utf-8"))
    assert (error["file"], error["line"], error["column"]) == ("own.yaml", 4, 1)


def test_a_rule_file_that_is_no_yaml_is_shown_where_it_breaks(run: Run, folder: Path) -> None:
    (folder / "own.yaml").write_text("id: own\n\ttitle: x\n", encoding="utf-8")
    done = run("scan", "bom.csv", "-r", "own.yaml")
    _assert_refused(done, ("own.yaml:2:1: ", "help: Indent with spaces, not tabs."))
    assert done.returncode == 2


def test_missing_keys_of_a_rule_are_said_once(run: Run, folder: Path) -> None:
    (folder / "own.yaml").write_text(RULE.format(severity="low").replace("bars: []\nbinds: []\n", ""), encoding="utf-8")
    assert run("scan", "bom.csv", "-r", "own.yaml").stderr.count("'bars'") == 1


@pytest.mark.usefixtures("folder")
def test_one_missing_bill_of_several_does_not_stop_the_others(run: Run, mixed: str, fitting: Fitting) -> None:
    done = run("scan", "gone.csv", mixed, "-o", "json")
    assert done.returncode == 2
    assert done.stderr == "vendorcheck: screening incomplete: gone.csv does not exist\n"
    report = fitting("report", done.stdout)
    assert report["summary"]["lines"] == 5
    assert [bill["error"] for bill in report["coverage"]["bills"]] == ["gone.csv does not exist", None]
    assert report["gate"]["reasons"][0] == "screening incomplete: gone.csv does not exist"


@pytest.mark.usefixtures("folder")
def test_the_text_report_names_the_bill_that_was_not_read(run: Run) -> None:
    done = run("scan", "gone.csv", "bom.csv")
    assert "\ngone.csv\n  NOT READ  gone.csv does not exist\n" in done.stdout
    assert "gate: failed (exit 2)\nscreening incomplete: gone.csv does not exist" in done.stdout


def test_where_no_bill_can_be_read_the_weightiest_reason_is_given(run: Run, folder: Path) -> None:
    (folder / "empty.csv").write_text("", encoding="utf-8")
    done = run("scan", "empty.csv", "gone.csv")
    _assert_refused(done, ("gone.csv does not exist",))
    assert done.returncode == 2


@pytest.mark.parametrize("arguments", [("inspect", "gone.csv"), ("inspect", "bom.csv", "-o", "xml"), ("schema", "rul")])
@pytest.mark.usefixtures("folder")
def test_the_other_commands_refuse_without_a_word_of_screening(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("vendorcheck: ")
    assert "\nhelp: " in done.stderr
    assert "screening" not in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("folder")
def test_a_clock_that_is_no_number_is_refused(run: Run) -> None:
    done = run("scan", "bom.csv", SOURCE_DATE_EPOCH="today")
    _assert_refused(done, ("SOURCE_DATE_EPOCH is 'today'",))
    assert done.returncode == 2


@pytest.mark.usefixtures("folder")
def test_a_bill_named_twice_in_two_spellings_is_refused(run: Run) -> None:
    assert run("scan", "bom.csv", "./bom.csv").returncode == 2


def test_a_report_is_never_written_over_a_bill(run: Run, folder: Path) -> None:
    done = run("scan", "bom.csv", "-o", "json=bom.csv")
    _assert_refused(done, ("a report would be written over bom.csv",))
    assert done.returncode == 2
    assert (folder / "bom.csv").read_text(encoding="utf-8") == BILL


@pytest.mark.parametrize(
    "given_as", [("--list", "own.csv"), ("--rules", "own.yaml"), ("--rules", "rules/own.yaml")], ids=" ".join
)
@pytest.mark.parametrize("output", ["json", "text"])
@pytest.mark.parametrize("words", [("scan", "bom.csv"), ("check", "Acme")], ids=" ".join)
def test_a_report_is_never_written_over_a_list_or_a_rule(
    run: Run, folder: Path, words: tuple[str, ...], output: str, given_as: tuple[str, str]
) -> None:
    option, name = given_as
    (folder / "rules").mkdir()
    content = "name\nAcme Widgets\n" if option == "--list" else RULE.format(severity="low")
    (folder / name).write_text(content, encoding="utf-8")
    given = name.partition("/")[0]
    assert run(*words, option, given, "-o", f"{output}={name}").returncode == 2
    assert (folder / name).read_text(encoding="utf-8") == content


@pytest.mark.usefixtures("folder")
def test_where_one_output_cannot_be_written_no_other_is(run: Run, files: Files) -> None:
    before = files()
    run("scan", "bom.csv", "-o", "text=report.txt", "-o", "text=folder")
    assert files() == before


def test_where_another_output_cannot_be_written_json_says_so_in_place_of_the_report(
    run: Run, folder: Path, fitting: Fitting
) -> None:
    done = run("scan", "bom.csv", "-o", "json=report.json", "-o", "text=folder")
    error = fitting("error", (folder / "report.json").read_text(encoding="utf-8"))
    assert (error["code"], error["file"], done.returncode) == ("output_unwritable", "folder", 2)
    assert done.stderr == (
        f"vendorcheck: {NOT_WRITTEN}: folder cannot be written: Is a folder\nhelp: It is a folder; name a file.\n"
    )


@pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")
@pytest.mark.usefixtures("folder")
def test_where_a_device_is_full_no_other_output_is_written(run: Run, files: Files) -> None:
    before = files()
    assert run("scan", "bom.csv", "-o", "text=report.txt", "-o", f"text={FULL}").returncode == 2
    assert files() == before


@pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")
def test_a_standard_output_that_is_full_is_said(command: Path, clean: Mapping[str, str], folder: Path) -> None:
    with FULL.open("wb") as full:
        done = subprocess.run(
            [command, "scan", "bom.csv"],
            cwd=folder,
            env=clean,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert "bug" not in done.stderr


@pytest.mark.usefixtures("folder")
def test_an_error_document_that_cannot_be_written_does_not_hide_the_error(run: Run) -> None:
    assert "gone.csv does not exist" in run("scan", "gone.csv", "-o", "json=folder").stderr


@pytest.mark.parametrize("refused", [("-o", "jsn"), ("-o", "text", "-o", "text")], ids=" ".join)
@pytest.mark.usefixtures("folder")
def test_an_error_document_is_written_where_another_output_is_refused(
    run: Run, folder: Path, fitting: Fitting, refused: tuple[str, ...]
) -> None:
    done = run("scan", "bom.csv", "-o", "json=error.json", *refused)
    error = fitting("error", (folder / "error.json").read_text(encoding="utf-8"))
    assert (error["code"], done.returncode) == ("usage", 2)
    assert error["message"] in done.stderr


@pytest.mark.usefixtures("folder")
def test_an_error_document_alone_is_written_where_text_and_json_went_to_standard_output(
    run: Run, fitting: Fitting
) -> None:
    done = run("scan", "bom.csv", "-o", "text", "-o", "json")
    message = "at most one report goes to standard output"
    assert (done.returncode, fitting("error", done.stdout)["message"]) == (2, message)
    assert done.stderr.startswith(f"vendorcheck: no screening was performed: {message}\n")


def test_an_error_document_alone_is_written_where_text_and_json_went_to_one_path(
    run: Run, folder: Path, files: Files, fitting: Fitting
) -> None:
    before = files()
    done = run("scan", "bom.csv", "-o", "text=r", "-o", "json=folder/../r")
    _assert_refused(done, ("two reports would be written to",))
    assert (done.returncode, files()) == (2, before | {"r"})
    assert fitting("error", (folder / "r").read_text(encoding="utf-8"))["code"] == "usage"


def test_an_error_document_is_written_where_it_can_be(run: Run, folder: Path, fitting: Fitting) -> None:
    done = run("scan", "gone.csv", "-o", "json=error.json", "-o", "json=folder")
    error = fitting("error", (folder / "error.json").read_text(encoding="utf-8"))
    assert (error["message"], done.returncode) == ("gone.csv does not exist", 2)
    assert "folder cannot be written" in done.stderr


def test_the_headings_seen_are_the_headings_and_no_line(run: Run, folder: Path) -> None:
    (folder / "bad.csv").write_text("Qty,Price,Password\n1,2,s3cret\n", encoding="utf-8")
    done = run("scan", "bad.csv")
    assert "s3cret" not in done.stderr
    assert "'Qty', 'Price', 'Password'" in done.stderr


def test_a_line_taken_for_headings_is_not_repeated(run: Run, folder: Path) -> None:
    (folder / "bad.csv").write_text("admin,hunter\nroot,pass\nbob,word\n", encoding="utf-8")
    for options in ([], ["--header-line", "2"], ["--map", "maker=Brand"]):
        done = run("scan", "bad.csv", *options)
        assert done.returncode != 0
        assert not any(cell in done.stderr for cell in ("admin", "hunter", "root", "pass"))


def _assert_refused(done: subprocess.CompletedProcess[str], said: tuple[str, ...], lead: str = NOT_SCREENED) -> None:
    assert done.stderr.startswith(f"vendorcheck: {lead}: ")
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert [text for text in said if text not in done.stderr] == []
