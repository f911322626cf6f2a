"""Writes the first lines of a bill again in another format, named by the ending of the file."""

import argparse
import csv
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TextIO
from xml.sax.saxutils import escape

Row = dict[str, str]

_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_DOCUMENT}"><sheets>'
    '<sheet name="Bill" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{_DOCUMENT}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
}


def convert(source: Path, target: Path, lines: int) -> None:
    """Write so many lines of a CSV bill to a file in the format of its ending."""
    write = next(write for ending, write in WRITERS.items() if target.name.endswith(ending))
    with source.open(newline="", encoding="utf-8") as file:
        write(islice(csv.DictReader(file), lines), target)


def _text(ending: str, encoding: str = "utf-8") -> Callable[[Callable[[Iterable[Row], TextIO], None]], None]:
    """Register a writer of text for an ending."""

    def register(write: Callable[[Iterable[Row], TextIO], None]) -> None:
        def writer(rows: Iterable[Row], target: Path) -> None:
            with target.open("w", newline="", encoding=encoding) as file:
                write(rows, file)

        WRITERS[ending] = writer

    return register


WRITERS: dict[str, Callable[[Iterable[Row], Path], None]] = {}


@_text(".cp1252.csv", "cp1252")
def _accented(rows: Iterable[Row], file: TextIO) -> None:
    _csv(({**row, "Description": row["Description"] + " für Außen"} for row in rows), file)


@_text(".levels.csv")
def _levels(rows: Iterable[Row], file: TextIO) -> None:
    _csv(({"Level": str(min(number % 10, 2)), **row} for number, row in enumerate(rows)), file)


@_text(".jsonl")
def _json_lines(rows: Iterable[Row], file: TextIO) -> None:
    file.writelines(json.dumps(row) + "\n" for row in rows)


@_text(".cdx.json")
def _cyclonedx_json(rows: Iterable[Row], file: TextIO) -> None:
    file.write('{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": ')
    _items(map(_component, rows), file)
    file.write("}\n")


@_text(".json")
def _json(rows: Iterable[Row], file: TextIO) -> None:
    _items(rows, file)


@_text(".xml")
def _cyclonedx_xml(rows: Iterable[Row], file: TextIO) -> None:
    file.write('<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>\n')
    file.writelines(
        f'<component type="device"><manufacturer><name>{escape(row["Manufacturer"])}</name></manufacturer>'
        f"<supplier><name>{escape(row['Vendor'])}</name></supplier><name>{escape(row['Part Number'])}</name>"
        f"<description>{escape(row['Description'])}</description></component>\n"
        for row in rows
    )
    file.write("</components></bom>\n")


def _csv(rows: Iterable[Row], file: TextIO) -> None:
    iterator = iter(rows)
    first = next(iterator)
    writer = csv.DictWriter(file, list(first))
    writer.writeheader()
    writer.writerow(first)
    writer.writerows(iterator)


def _items(items: Iterable[object], file: TextIO) -> None:
    file.write("[\n")
    file.writelines((",\n" if number else "") + json.dumps(item) for number, item in enumerate(items))
    file.write("\n]")


def _component(row: Row) -> dict[str, object]:
    return {
        "type": "device",
        "manufacturer": {"name": row["Manufacturer"]},
        "supplier": {"name": row["Vendor"]},
        "name": row["Part Number"],
        "description": row["Description"],
    }


def _workbook(rows: Iterable[Row], target: Path, *, shared: bool = True) -> None:
    texts: dict[str, int] = {}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _PARTS.items():
            archive.writestr(name, content)
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f'<worksheet xmlns="{_SPREADSHEET}"><sheetData>'.encode())
            for number, cells in enumerate(_with_headings(rows), 1):
                written = "".join(map(_shared(texts) if shared else _inline, cells))
                sheet.write(f'<row r="{number}">{written}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
        strings = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{_SPREADSHEET}">{strings}</sst>')


def _shared(texts: dict[str, int]) -> Callable[[str], str]:
    """What writes a cell by the number of its text; numbers stand in the cell."""

    def cell(text: str) -> str:
        if text.replace(".", "", 1).isdecimal():
            return f"<c><v>{text}</v></c>"
        return f'<c t="s"><v>{texts.setdefault(text, len(texts))}</v></c>'

    return cell


def _inline(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def _with_headings(rows: Iterable[Row]) -> Iterator[Iterable[str]]:
    for number, row in enumerate(rows):
        if number == 0:
            yield row
        yield row.values()


WRITERS[".inline.xlsx"] = lambda rows, target: _workbook(rows, target, shared=False)
WRITERS[".xlsx"] = _workbook


def main() -> None:
    """Convert one bill as the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--lines", type=int, default=100_000)
    convert(**vars(parser.parse_args()))


if __name__ == "__main__":
    main()
