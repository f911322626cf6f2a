"""What a bill holds and a report must not: secrets of other columns, and cells that act on a terminal."""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Fitting = Callable[[str, str], Any]

#: Stands in every cell that no report may repeat.
SECRET = "s3cret"  # noqa: S105 (nobody's)

CONFIDENTIAL = f"""\
Manufacturer,Password,Part Number,Unit Price,Description,Serial,Notes to self
Hikvision,{SECRET}-1,DS-2CD2143G2-I,{SECRET}-2,4MP dome camera,{SECRET}-3,{SECRET}-4
Hikvision,{SECRET}-1,DS-7616NI-K2,{SECRET}-2,video recorder,{SECRET}-3,{SECRET}-4,{SECRET}-5
Axis,{SECRET}-1,P3265,{SECRET}-2,camera,{SECRET}-3,{SECRET}-4,{SECRET}-5,Hikvision {SECRET}-6
,{SECRET}-1,LOT-1,{SECRET}-2,spares,{SECRET}-3,{SECRET}-4
,{SECRET}-1,LOT-2,{SECRET}-2
"""

PART = ",DS-2CD2143G2-I\n"
#: Cells of a description that would do something, and what a text report shows instead.
HOSTILE = {
    "a colour": (b"\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
    "a window title": (b"\x1b]0;owned\x07", "\\x1b]0;owned\\x07"),
    "a C1 control": ("\x9b2J".encode(), "\\x9b2J"),
    "a bell and a backspace": (b"ab\x07\x08", "ab\\x07\\x08"),
    "a bidi override": ("a\u202eb\u202c".encode(), "a\\u202eb\\u202c"),
    "a zero-width space": ("a\u200bb".encode(), "a\\u200bb"),
    "a newline in quotes": (b'"one\ntwo"', "one two"),
    "a carriage return in quotes": (b'"one\r\ntwo"', "one  two"),
    "a line separator": ("one\u2028two".encode(), "one\\u2028two"),
    "a NUL": (b"a\x00b", "a\\x00b"),
    "a formula": (b'"=HYPERLINK(""http://x.test"")"', '=HYPERLINK("http://x.test")'),
    "mark-up of a terminal library": (b"[bold]x[/bold]", "[bold]x[/bold]"),
    "a byte that is no UTF-8": (b"caf\xe9", "café"),
}


@pytest.fixture
def confidential(tmp_path: Path) -> str:
    """The name of a bill whose other columns are secret."""
    (tmp_path / "bom.csv").write_text(CONFIDENTIAL, encoding="utf-8")
    return "bom.csv"


@pytest.mark.parametrize(
    "arguments",
    [
        ("scan", "--all-lines"),
        ("scan", "--all-lines", "-o", "json"),
        ("scan", "-p", "us-federal"),
        ("inspect",),
        ("inspect", "-o", "json"),
    ],
    ids=" ".join,
)
def test_cells_of_other_columns_are_never_repeated(run: Run, confidential: str, arguments: tuple[str, ...]) -> None:
    done = run(arguments[0], confidential, *arguments[1:])
    assert "Manufacturer" in done.stdout + done.stderr
    assert SECRET not in done.stdout + done.stderr


def test_a_wrong_mapping_is_refused_without_repeating_a_line(run: Run, confidential: str) -> None:
    assert SECRET not in run("scan", confidential, "--map", "maker=Nobody").stderr


def test_an_overlong_line_is_screened_to_its_end(run: Run, confidential: str, fitting: Fitting) -> None:
    data = fitting("report", run("scan", confidential, "-o", "json").stdout)
    assert {line["line"]: line["parties"] for line in data["lines"]}[4][0] == "hikvision"


def test_a_secret_that_looks_like_a_model_is_not_repeated(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bom.csv").write_text(
        f"Manufacturer,Description,Password\nHikvision,camera,DS-2CD2143G2-I#{SECRET},\n", encoding="utf-8"
    )
    assert SECRET not in run("scan", "bom.csv").stdout.lower()


@pytest.mark.parametrize(("cell", "shown"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_cell_is_shown_and_does_nothing(
    run: Run, tmp_path: Path, fitting: Fitting, cell: bytes, shown: str
) -> None:
    headings = b"Description,Part Number\n" + b"".join(b"Plain bracket,X-%d\n" % number for number in range(300))
    (tmp_path / "bom.csv").write_bytes(headings + cell + PART.encode())
    done = run("scan", "bom.csv", "--allow-unscreened", "-o", "text", "-o", "json=report.json")
    assert f" | {shown} | DS-2CD2143G2-I\n" in done.stdout
    assert not _acting(done.stdout)
    data = fitting("report", (tmp_path / "report.json").read_text(encoding="utf-8"))
    (flagged,) = (line for line in data["lines"] if line["parties"])
    assert flagged["line"] == 302
    text = cell.decode("utf-8" if not cell.endswith(b"\xe9") else "cp1252").strip('"').replace('""', '"')
    assert flagged["excerpt"][0]["text"] == text


def test_paint_adds_nothing_that_acts(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bom.csv").write_bytes(b"Manufacturer,Part Number\n[red]Hikvision\x1b[5m,DS-2CD2143G2-I\n")
    painted = run("scan", "bom.csv", FORCE_COLOR="1").stdout
    assert "[red]Hikvision\\x1b[5m" in painted
    assert "\x1b[5m" not in painted


def test_half_a_character_of_utf_16_is_shown_as_broken(run: Run, tmp_path: Path, fitting: Fitting) -> None:
    bill = "\ufeffManufacturer,Part Number\nHikvision,X".encode("utf-16-le") + b"\x00\xd8" + "\n".encode("utf-16-le")
    (tmp_path / "bom.csv").write_bytes(bill)
    data = fitting("report", run("scan", "bom.csv", "-o", "json").stdout)
    assert data["lines"][0]["excerpt"][1]["text"] == "X\ufffd"


@pytest.mark.skipif(os.name == "nt", reason="arguments are text on Windows")
def test_broken_bytes_at_the_prompt_are_escaped_in_both_formats(
    command: Path, clean: Mapping[str, str], fitting: Fitting
) -> None:
    text, data = (
        subprocess.run(
            [command, "check", b"Hikvision \xff", "-o", form], env=clean, capture_output=True, check=False
        ).stdout.decode("utf-8")
        for form in ("text", "json")
    )
    assert "Hikvision \\udcff\n" in text
    assert fitting("report", data)["lines"][0]["excerpt"][0]["text"] == "Hikvision \udcff"


@pytest.mark.parametrize(
    ("bill", "entry"),
    [("Evil Corp", "Evil\u202e Corp"), ("Evil [5m Corp", "Evil \x1b[5m Corp")],
    ids=["bidi", "escape"],
)
def test_a_hostile_name_on_a_list_is_escaped(run: Run, tmp_path: Path, bill: str, entry: str) -> None:
    (tmp_path / "bom.csv").write_text(f"Manufacturer\n{bill}\n", encoding="utf-8")
    (tmp_path / "list.csv").write_text(f"name\n{entry}\n", encoding="utf-8")
    done = run("scan", "bom.csv", "--list", "list.csv")
    assert "list-entry" in done.stdout
    assert not _acting(done.stdout)


def test_a_hostile_file_name_is_escaped(run: Run, mixed: str) -> None:
    done = run("scan", mixed, "gone\x1b[5m.csv")
    assert "\n  NOT READ  gone\\x1b[5m.csv does not exist\n" in done.stdout
    assert not _acting(done.stdout + done.stderr)


def test_a_hostile_name_of_a_rule_file_is_escaped(run: Run, tmp_path: Path, mixed: str) -> None:
    (tmp_path / "own\u202e.yaml").write_text("id: [\n", encoding="utf-8")
    done = run("scan", mixed, "-r", "own\u202e.yaml")
    assert "the rulebook is not valid" in done.stderr
    assert not _acting(done.stderr)


def _acting(text: str) -> list[str]:
    """The signs of a text that act on a terminal."""
    return [sign for sign in text if not sign.isprintable() and sign != "\n"]
