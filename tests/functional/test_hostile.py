"""Bills made to fill the memory, to keep a computer busy or to read its files: refused or read, in little memory."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

#: The most memory that a hostile bill may take, and by how much that of a longer bill may be more, in MiB.
MAX_MIB, SLACK = 256, 32

MIB = 1 << 20
ROWS = "Manufacturer,Part Number\nAcme,A1\n"
BOM = '<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.6">'
CYCLONEDX = '{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": ['
LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))


class Measured(Protocol):
    """What a run came to, and took."""

    code: int
    stdout: str
    stderr: str
    mib: float


Run = Callable[..., Measured]


def _parts(one: str) -> str:
    """As many parts within parts as no bill has."""
    return ",".join([one] * 160_000)


#: Bills, how the command ends, and what it says of them.
SHAPES: dict[str, tuple[Callable[[], str | bytes], int, str]] = {
    "a line without an end": (lambda: ROWS + "a" * 8 * MIB, 3, "no line of a table"),
    "a quotation without an end": (
        lambda: f'{ROWS}Acme,"{"b,c" * 99}\n' + "b,c\n" * 200_000,
        0,
        "quotation not closed",
    ),
    "quotations without an end": (lambda: ROWS + 'Acme,"""x\n' * 20_000, 0, "quotation not closed"),
    "nothing but delimiters": (lambda: ROWS + ",,,\n" * 200_000, 0, "200000 blank"),
    "blank lines": (lambda: ROWS + "\n" * 1_000_000, 0, "1000000 blank"),
    "many columns": (lambda: ROWS + f"Acme,A2{',x' * 100_000}\n" * 5, 0, "5 ragged"),
    "NULs": (lambda: "\0" * MIB, 2, "a binary file"),
    "UTF-16 without a mark": (lambda: (ROWS * 9).encode("utf-16-le"), 0, "utf-16-le"),
    "lists in lists": (lambda: "[" * MIB, 2, "more than 100 deep"),
    "objects in objects": (lambda: '{"a":' * MIB, 2, "more than 100 deep"),
    "a long text": (lambda: f'[{{"maker": "{"a" * 8 * MIB}"}}]', 2, "a text or number is longer than"),
    "a long number": (lambda: f'[{{"qty": {"1" * 900_000}, "maker": "Acme"}}]', 0, "rows       1"),
    "a long key": (lambda: f'[{{"{"k" * MIB}": 1}}]', 2, "a key is longer than"),
    "many keys": (lambda: "[{" + ",".join(f'"{at}": 1' for at in range(30_000)) + "}]", 2, "different keys"),
    "objects with nothing in them": (lambda: f"[{_parts('{}')}]", 2, "more than 150,000 lines"),
    "parts of a line": (lambda: f'[{{"parts": [{_parts("""{"maker": "a"}""")}]}}]', 2, "more than 150,000 lines"),
    "parts of a component": (
        lambda: f'{CYCLONEDX}{{"components": [{_parts("""{"name": "a"}""")}]}}]}}',
        2,
        "more than 150,000 lines",
    ),
    "a wide row": (lambda: f'[["Maker", "Part"], ["Acme", "A1"{",1" * 200_000}]]', 0, "rows       1"),
    "JSON Lines, one without an end": (lambda: '{"maker": "a"}\n' * 2 + '{"maker": "' + "a" * 8 * MIB, 0, "4,194,304"),
    "entities of entities": (
        lambda: f'<!DOCTYPE bom [<!ENTITY l0 "ha">{LAUGHS}]>{BOM[21:]}<a>&l9;</a></bom>',
        2,
        "document type definition",
    ),
    "one entity again and again": (
        lambda: f'<!DOCTYPE bom [<!ENTITY a "{"a" * 50_000}">]>{BOM[21:]}{"&a;" * 50_000}</bom>',
        2,
        "document type definition",
    ),
    "elements in elements": (lambda: BOM + "<a>" * MIB, 2, "more than 100 deep"),
    "a long attribute": (lambda: f'{BOM}<a b="{"a" * 8 * MIB}"/></bom>', 2, "a tag or comment is longer than"),
    "an element again and again": (
        lambda: f"{BOM}<components><component>{'<name>a</name>' * 200_000}</component></components></bom>",
        0,
        "rows       1",
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_it_is_read_or_refused_in_little_memory(measured: Run, tmp_path: Path, shape: str) -> None:
    content, code, said = SHAPES[shape]
    made = content()
    (tmp_path / "bill").write_bytes(made.encode() if isinstance(made, str) else made)
    done = measured("inspect", "bill")
    assert (done.code, "internal error" in done.stderr) == (code, False), done.stderr[:500]
    assert said in (done.stderr if code else done.stdout)
    assert "\nhelp: " in done.stderr or not code
    assert done.mib < MAX_MIB


@pytest.mark.parametrize("outside", ["SYSTEM", 'PUBLIC "x"'])
@pytest.mark.parametrize("entity", ["x", "% x"])
def test_no_other_file_is_read(measured: Run, tmp_path: Path, outside: str, entity: str) -> None:
    (tmp_path / "secret").write_text("the content of another file", encoding="utf-8")
    place = (tmp_path / "secret").as_uri()
    inside = f'<!DOCTYPE bom [<!ENTITY {entity} {outside} "{place}">]>{BOM[21:]}<components><component><name>&x;</name>'
    (tmp_path / "bill.xml").write_text(inside + "</component></components></bom>", encoding="utf-8")
    done = measured("scan", "bill.xml", "-o", "text", "-o", "json=report.json")
    assert done.code == 2
    assert "document type definition" in done.stderr
    report = (tmp_path / "report.json").read_text(encoding="utf-8")
    assert "the content of another file" not in done.stdout + done.stderr + report


@pytest.mark.parametrize(
    ("name", "head", "line"),
    [
        ("bill.csv", "Manufacturer,Part Number,Description\n", "Maker {0},AB-{1},Resistor {1} of 10 kOhm\n"),
        ("bill.jsonl", "", '{{"manufacturer": "Maker {0}", "mpn": "AB-{1}", "description": "Resistor {1}"}}\n'),
    ],
)
def test_memory_does_not_grow_with_the_lines(measured: Run, tmp_path: Path, name: str, head: str, line: str) -> None:
    taken: list[float] = []
    for count in (20_000, 200_000):
        lines = (line.format(at % 500, at) for at in range(count))
        (tmp_path / name).write_text(head + "".join(lines), encoding="utf-8")
        done = measured("scan", name, "--summary-only", "-o", f"json={os.devnull}")
        assert done.code == 0, done.stderr
        taken.append(done.mib)
    assert taken[1] < taken[0] + SLACK
