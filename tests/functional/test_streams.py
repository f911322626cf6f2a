"""The streams of the command: readers that leave early, narrow encodings, colour, and reports that repeat."""

import json
import os
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

PAINT = re.compile(r"\x1b\[[0-9;]*m")
#: More lines than a pipe holds the report of.
MANY = 400


@pytest.fixture
def long_bill(tmp_path: Path) -> str:
    """The name of a bill whose report is longer than a pipe holds."""
    lines = [f"Hikvision,DS-2CD2143G2-I,dome camera {number}\n" for number in range(MANY)]
    (tmp_path / "long.csv").write_text("Manufacturer,Part Number,Description\n" + "".join(lines), encoding="utf-8")
    return "long.csv"


@pytest.fixture
def left_early(command: Path, clean: Mapping[str, str], tmp_path: Path) -> Callable[..., tuple[int, bytes]]:
    """Runs the command, reads a little of its report and leaves; gives the exit code and what was said."""

    def left_early(*arguments: str) -> tuple[int, bytes]:
        with subprocess.Popen(
            [command, *arguments], cwd=tmp_path, env=clean, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            assert len(process.stdout.read(200)) == 200
            process.stdout.close()
            return process.wait(60), process.stderr.read()

    return left_early


@pytest.mark.skipif(os.name == "nt", reason="Windows has no closed pipes of this kind")
class TestReaderThatLeavesEarly:
    """As `vendorcheck scan bom.csv | head`."""

    @pytest.mark.parametrize("form", ["text", "json"])
    def test_nothing_is_said(self, left_early: Callable[..., tuple[int, bytes]], long_bill: str, form: str) -> None:
        assert left_early("scan", long_bill, "-o", form) == (1, b"")

    @pytest.mark.parametrize("form", ["text", "json"])
    def test_the_exit_code_stays(self, left_early: Callable[..., tuple[int, bytes]], long_bill: str, form: str) -> None:
        assert left_early("scan", long_bill, "--fail-on", "critical", "-o", form) == (0, b"")

    def test_a_file_is_whole_all_the_same(
        self, left_early: Callable[..., tuple[int, bytes]], long_bill: str, tmp_path: Path
    ) -> None:
        left_early("scan", long_bill, "-o", "text", "-o", "json=report.json")
        report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
        assert report["summary"]["lines"] == MANY

    def test_the_version_is_quiet_as_well(self, command: Path, clean: Mapping[str, str]) -> None:
        nobody, pipe = os.pipe()
        os.close(nobody)
        with os.fdopen(pipe, "wb") as stdout:
            done = subprocess.run(
                [command, "--version"], env=clean, stdout=stdout, stderr=subprocess.PIPE, check=False, timeout=60
            )
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="pipes have no path here")
def test_a_report_can_go_to_the_path_of_a_pipe(
    command: Path, clean: Mapping[str, str], tmp_path: Path, mixed: str
) -> None:
    """As `-o json=>(jq .gate)`."""
    reading, writing = os.pipe()
    with os.fdopen(reading, encoding="utf-8") as report:
        with os.fdopen(writing, "wb"):
            done = subprocess.run(
                [command, "scan", mixed, "--summary-only", "-o", f"json=/dev/fd/{writing}"],
                cwd=tmp_path,
                env=clean,
                pass_fds=[writing],
                capture_output=True,
                check=False,
                timeout=60,
            )
        assert (done.returncode, done.stderr) == (1, b"")
        assert json.load(report)["summary"]["lines"] == 5


@pytest.fixture
def foreign(tmp_path: Path) -> str:
    """The name of a bill with signs that few consoles have."""
    (tmp_path / "foreign.csv").write_text("Manufacturer,Description\n海康威视,dôme 📷\n", encoding="utf-8")
    return "foreign.csv"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "gbk"])
def test_a_narrow_console_gets_escapes_and_no_crash(
    command: Path, clean: Mapping[str, str], tmp_path: Path, foreign: str, encoding: str
) -> None:
    done = _bytes(command, {**clean, "PYTHONIOENCODING": encoding}, tmp_path, "scan", foreign)
    assert (done.returncode, done.stderr) == (1, b"")
    shown = "海康威视" if encoding == "gbk" else "\\u6d77\\u5eb7\\u5a01\\u89c6"
    assert shown.encode(encoding) in done.stdout
    assert b"\\U0001f4f7" in done.stdout


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
@pytest.mark.parametrize("colour", ["", "1"])
def test_signs_of_the_report_that_a_console_lacks_are_plain_ones(
    command: Path, clean: Mapping[str, str], tmp_path: Path, encoding: str, colour: str
) -> None:
    narrow = {**clean, "PYTHONIOENCODING": encoding, "FORCE_COLOR": colour, "COLUMNS": "100"}
    done = _bytes(command, narrow, tmp_path, "check", "Hikvision", "-p", "us-federal")
    assert (done.returncode, done.stderr) == (1, b"")
    text = PAINT.sub("", done.stdout.decode(encoding))
    quoted = "“hikvision”" if encoding == "cp1252" else '"hikvision"'
    assert f"description {quoted} ~ Hikvision" in text
    assert "\\u" not in text


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_an_error_reaches_a_narrow_console(
    command: Path, clean: Mapping[str, str], tmp_path: Path, encoding: str
) -> None:
    done = _bytes(command, {**clean, "PYTHONIOENCODING": encoding}, tmp_path, "scan", "gone-海.csv")
    assert done.returncode == 2
    assert b"gone-\\u6d77.csv does not exist" in done.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_json_is_json_on_a_narrow_console(
    command: Path, clean: Mapping[str, str], tmp_path: Path, foreign: str, encoding: str
) -> None:
    done = _bytes(command, {**clean, "PYTHONIOENCODING": encoding}, tmp_path, "scan", foreign, "-o", "json")
    report = json.loads(done.stdout)
    assert [cell["text"] for cell in report["lines"][0]["excerpt"]] == ["海康威视", "dôme 📷"]


def test_a_report_in_a_file_does_not_depend_on_the_console(
    command: Path, clean: Mapping[str, str], tmp_path: Path, foreign: str
) -> None:
    narrow = {**clean, "PYTHONIOENCODING": "cp1252"}
    for name, environment in (("narrow", narrow), ("wide", clean)):
        _bytes(command, environment, tmp_path, "scan", foreign, "-o", f"text={name}.txt", "-o", f"json={name}.json")
    for end in ("txt", "json"):
        content = (tmp_path / f"narrow.{end}").read_bytes()
        assert content == (tmp_path / f"wide.{end}").read_bytes()
        assert "海康威视".encode() in content


def test_a_report_that_is_no_terminal_has_no_colour(run: Run, mixed: str) -> None:
    assert "\x1b" not in run("scan", mixed).stdout


@pytest.mark.parametrize("options", [(), ("-p", "us-federal", "--all-lines"), ("--summary-only",)], ids=" ".join)
def test_forced_colour_changes_nothing_but_the_paint(run: Run, mixed: str, options: tuple[str, ...]) -> None:
    painted = run("scan", mixed, *options, FORCE_COLOR="1", COLUMNS="100").stdout
    assert PAINT.search(painted)
    bare = "".join(line.rstrip() + "\n" for line in PAINT.sub("", painted).splitlines())
    assert bare == run("scan", mixed, *options).stdout


@pytest.mark.parametrize(
    ("environment", "painted"),
    [
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"NO_COLOR": "", "FORCE_COLOR": ""}, False),
        ({"NO_COLOR": "", "FORCE_COLOR": "1"}, True),
    ],
    ids=str,
)
def test_no_colour_wins(run: Run, environment: dict[str, str], painted: bool) -> None:  # noqa: FBT001 (the expected)
    assert ("\x1b[" in run("check", "Hikvision", **environment).stdout) is painted


def test_reports_in_files_and_json_are_never_painted(run: Run, tmp_path: Path, mixed: str) -> None:
    done = run("scan", mixed, "-o", "json", "-o", "text=report.txt", FORCE_COLOR="1")
    assert "\x1b" not in done.stdout + (tmp_path / "report.txt").read_text(encoding="utf-8")


def test_two_runs_write_the_same_bytes(command: Path, clean: Mapping[str, str], tmp_path: Path, mixed: str) -> None:
    (tmp_path / "list.csv").write_text("name\nAxis Communications\nHikvision\n", encoding="utf-8")
    places = (
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LANG": "de_DE.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
    )
    written = []
    for number, place in enumerate(places):
        profiles = ("-p", "us-federal", "-p", "us-market", "-p", "uk-central-government")
        files = ("-o", "text", "-o", f"json={number}.json", "-o", f"text={number}.txt")
        done = _bytes(
            command,
            {**clean, **place},
            tmp_path,
            *("scan", mixed, *profiles, "--list", "list.csv", "--all-lines", *files),
        )
        written.append((done.stdout, *((tmp_path / f"{number}.{end}").read_bytes() for end in ("json", "txt"))))
    assert written[0] == written[1]
    assert b'"today": "2026-11-21"' in written[0][1]


def _bytes(
    command: Path, environment: Mapping[str, str], folder: Path, *arguments: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [command, *arguments], cwd=folder, env=environment, capture_output=True, check=False, timeout=120
    )
