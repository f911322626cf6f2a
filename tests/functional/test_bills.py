"""One bill in every format, from a file and from standard input: the same lines, the same findings."""

import json
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

ROWS = [
    ("Manufacturer", "Part Number", "Description"),
    ("Hikvision", "DS-2CD2143G2-I", "Dome camera"),
    ("Axis Communications", "P3265-LVE", "Dome camera"),
    ("", "SPARES", "Assorted spares"),
]
RECORDS = [dict(zip(ROWS[0], row, strict=True)) for row in ROWS[1:]]


def _csv(delimiter: str, encoding: str) -> bytes:
    return "".join(delimiter.join(row) + "\n" for row in ROWS).encode(encoding)


def _xlsx(folder: Path) -> bytes:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.worksheets[0].append(row)
    book.save(folder / "made.xlsx")
    return (folder / "made.xlsx").read_bytes()


def _components() -> list[dict[str, Any]]:
    return [
        {
            "type": "device",
            "manufacturer": {"name": record["Manufacturer"]},
            "name": record["Part Number"],
            "description": record["Description"],
        }
        for record in RECORDS
    ]


def _cyclonedx_xml() -> bytes:
    components = "".join(
        f'<component type="device"><manufacturer><name>{record["Manufacturer"]}</name></manufacturer>'
        f"<name>{record['Part Number']}</name><description>{record['Description']}</description></component>\n"
        for record in RECORDS
    )
    return f'<bom xmlns="http://cyclonedx.org/schema/bom/1.6">\n<components>{components}</components></bom>'.encode()


def _spdx() -> bytes:
    packages = [
        {
            "SPDXID": f"SPDXRef-{at}",
            "name": record["Part Number"],
            "originator": f"Organization: {record['Manufacturer']}" if record["Manufacturer"] else "NOASSERTION",
            "description": record["Description"],
        }
        for at, record in enumerate(RECORDS)
    ]
    return json.dumps({"spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "packages": packages}).encode()


FORMATS: Mapping[str, Callable[[Path], bytes]] = {
    "comma": lambda _: _csv(",", "utf-8"),
    "semicolon, cp1252": lambda _: _csv(";", "cp1252"),
    "tab, utf-16": lambda _: _csv("\t", "utf-16"),
    "xlsx": _xlsx,
    "json": lambda _: json.dumps(RECORDS, indent=1).encode(),
    "jsonl": lambda _: "".join(json.dumps(record) + "\n" for record in RECORDS).encode(),
    "cyclonedx json": lambda _: json.dumps(
        {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": _components()}, indent=1
    ).encode(),
    "cyclonedx xml": lambda _: _cyclonedx_xml(),
    "spdx": lambda _: _spdx(),
}


@pytest.mark.parametrize("format", FORMATS)
def test_a_bill_comes_out_the_same_in_every_format(
    run: Run, tmp_path: Path, fitting: Callable[[str, str], Any], format: str
) -> None:
    (tmp_path / "bill.any").write_bytes(FORMATS[format](tmp_path))
    done = run("scan", "bill.any", "-p", "us-federal", "--purpose", "public-safety", "-o", "json", "--all-lines")
    data = fitting("report", done.stdout)
    assert done.returncode == 1
    assert [line["determination"] for line in data["lines"]] == ["PROHIBITED", "CLEAR", "NOT_SCREENED"]
    assert data["lines"][0]["parties"][0] == "hikvision"
    assert "us-889-a" in {finding["rule"] for finding in data["findings"]}


@pytest.mark.parametrize("format", FORMATS)
def test_standard_input_is_read_as_a_file_is(
    command: Path, clean: Mapping[str, str], tmp_path: Path, format: str
) -> None:
    content = FORMATS[format](tmp_path)
    arguments = [str(command), "scan", "-", "-p", "us-federal", "-o", "json"]
    done = subprocess.run(arguments, input=content, env=clean, capture_output=True, check=False, cwd=tmp_path)
    data = json.loads(done.stdout)
    assert {line["bill"] for line in data["lines"]} == {"<stdin>"}
    assert [line["determination"] for line in data["lines"]] == ["UNDETERMINED", "NOT_SCREENED"]


def test_bills_of_several_formats_go_in_one_run(run: Run, tmp_path: Path) -> None:
    names = []
    for at, (name, make) in enumerate(FORMATS.items()):
        names.append(f"bill-{at}-{name.split()[0].strip(',')}")
        (tmp_path / names[-1]).write_bytes(make(tmp_path))
    data = json.loads(run("scan", *names, "-p", "us-federal", "-o", "json").stdout)
    assert data["summary"]["lines"] == len(FORMATS) * len(RECORDS)
    assert data["summary"]["by_determination"]["UNDETERMINED"] == len(FORMATS)


def test_standard_input_is_named_once(run: Run) -> None:
    done = run("scan", "-", "-")
    assert done.returncode == 2
    assert "- is named twice" in done.stderr


def test_an_empty_standard_input_is_an_empty_bill(run: Run) -> None:
    done = run("scan", "-")
    assert done.returncode == 3
    assert "<stdin> is empty" in done.stderr


@pytest.mark.parametrize(
    ("content", "options", "heading"),
    [
        ("Manufacturer;Part\nHikvision;DS-1\n".encode("utf-16-le"), ("--encoding", "utf-16"), "Manufacturer"),
        (b"Manufacturer^Part\nHikvision^DS-2CD2143G2-I\n", ("--delimiter", "^"), "Manufacturer"),
        ("Hersteller;Größe\nHikvision;groß\n".encode("cp1252"), ("--encoding", "cp1252"), "Hersteller"),
        (b"Maker,Part\nx,y\nManufacturer,Part\nHikvision,DS-1\n", ("--header-line", "3"), "Manufacturer"),
        (b"Hikvision,DS-2CD2143G2-I\n", ("--header-line", "0", "--map", "maker=1"), "1"),
    ],
)
def test_what_is_found_can_be_said_instead(
    run: Run, tmp_path: Path, content: bytes, options: tuple[str, ...], heading: str
) -> None:
    (tmp_path / "bill.txt").write_bytes(content)
    shown = json.loads(run("inspect", "bill.txt", "-o", "json", *options).stdout)
    assert {"heading": heading, "role": "maker"}.items() <= shown["columns"][0].items()
    data = json.loads(run("scan", "bill.txt", "-o", "json", *options).stdout)
    assert "hikvision" in data["lines"][-1]["parties"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--sheet", "Parts"), "is text, for which --sheet means nothing"),
        (("--delimiter", "abc"), "is not a character"),
        (("--encoding", "klingon"), "is not known"),
        (("--header-line", "77"), "begins on line 77"),
        (("--header-line", "-1"), "header-line"),
        (("--encoding", "idna"), "is not known"),
        (("--header-line", "0", "--map", "maker=1", "--map", "brand=9"), "'9'"),
        (("--map", "maker=Nobody"), "'Nobody'"),
    ],
)
def test_what_cannot_be_meant_is_refused(run: Run, mixed: str, options: tuple[str, ...], said: str) -> None:
    for command in ("scan", "inspect"):
        done = run(command, mixed, *options)
        assert (done.returncode, done.stdout) == (2, "")
        assert said in " ".join(done.stderr.split())


def test_an_encoding_that_the_file_is_surely_not_in_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bill.csv").write_text("Manufacturer,Part\n海康威视,DS-1\n", encoding="utf-8")
    done = run("scan", "bill.csv", "--encoding", "gb18030")
    assert done.returncode == 2
    assert "is in utf-8, and --encoding says gb18030" in done.stderr


def test_a_pipe_is_read_as_a_file_is(command: Path, clean: Mapping[str, str], tmp_path: Path) -> None:
    (tmp_path / "bill.csv").write_bytes(_csv(",", "utf-8"))
    shell = f"'{command}' scan <(cat bill.csv) -p us-federal --summary-only"
    done = subprocess.run(
        ["bash", "-c", shell],  # noqa: S607 (process substitution is what is tested)
        env=clean,
        capture_output=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 1


@pytest.mark.parametrize(
    "aside",
    ["Supplier: Dahua,,", "Supplier:,Dahua,", "Dahua network cameras:,,", "Supplier: Badco,,", "# Dahua parts,,"],
)
def test_short_names_and_own_lists_count_beside_the_lines(run: Run, tmp_path: Path, aside: str) -> None:
    (tmp_path / "names.csv").write_text("name\nBadco\n", encoding="utf-8")
    (tmp_path / "bill.csv").write_text(
        f"{aside}\nManufacturer,Part Number,Qty\nAxis Communications,P3265-LVE,3\n", encoding="utf-8"
    )
    data = json.loads(run("scan", "bill.csv", "-p", "us-federal", "--list", "names.csv", "-o", "json").stdout)
    (line,) = data["lines"]
    assert (line["line"], line["determination"] in ("UNDETERMINED", "REVIEW")) == (1, True)
    assert data["summary"]["asides"] == 1


def test_a_row_below_a_flagged_maker_may_be_of_that_maker_and_names_nobody(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bill.csv").write_text(
        "No,Manufacturer,Part,Description,Qty\n1,Hikvision,DS-2CD2143G2-I,Dome,2\n,,KIT-0,with a mount,\n"
        "2,Axis,P3265,Dome,1\n,,KIT-1,with a mount,\n",
        encoding="utf-8",
    )
    data = json.loads(run("scan", "bill.csv", "-p", "us-federal", "-o", "json").stdout)
    found = {line["line"]: (line["determination"], line["reason"]) for line in data["lines"]}
    assert found[3] == found[5] == ("NOT_SCREENED", "no maker named")
    (match,) = {finding["match"]["against"][0] for finding in data["findings"] if finding["line"] == 3}
    assert "line 2, which it may continue, names 'Hikvision'" in match


def test_a_table_that_nothing_can_be_screened_in_is_shown_and_not_screened(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rooms.csv").write_text("Room,Rack,VLAN\nA-1,R-2,100\nA-2,R-3,200\n", encoding="utf-8")
    shown = run("inspect", "rooms.csv")
    assert shown.returncode == 0
    assert "no column says who made anything" in shown.stdout
    done = run("scan", "rooms.csv")
    assert done.returncode == 3
    assert "inspect shows them" in done.stderr


def test_what_stands_beside_the_lines_is_looked_at(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bill.csv").write_text(
        "Offer of Hikvision Europe,,\nManufacturer,Part Number,Qty\nAxis Communications,P3265-LVE,3\nTotal,,3\n",
        encoding="utf-8",
    )
    data = json.loads(run("scan", "bill.csv", "-p", "us-federal", "-o", "json").stdout)
    (line,) = data["lines"]
    assert line["line"] == 1
    assert line["aside"] is not None
    assert line["determination"] == "UNDETERMINED"
    assert {finding["confidence"] for finding in data["findings"]} == {"possible"}
    assert data["summary"]["by_determination"]["CLEAR"] == 1
    text = run("scan", "bill.csv", "-p", "us-federal").stdout
    assert "No line of the bill" in text
