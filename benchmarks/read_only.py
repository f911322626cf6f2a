"""What everything is measured against: a bare pass of the standard library over a file, by its ending."""

import csv
import json
import sys
import zipfile
from pathlib import Path
from xml.parsers import expat


def read(path: Path) -> None:
    """Read a file to its end and do nothing with what it says."""
    match path.suffix:
        case ".csv":
            with path.open(newline="", encoding="cp1252" if ".cp1252" in path.name else "utf-8") as file:
                for _ in csv.reader(file):
                    pass
        case ".jsonl":
            with path.open(encoding="utf-8") as file:
                for line in file:
                    json.loads(line)
        case ".json":
            json.loads(path.read_text(encoding="utf-8"))
        case ".xml":
            with path.open("rb") as stream:
                expat.ParserCreate().ParseFile(stream)
        case ".xlsx":
            with zipfile.ZipFile(path) as archive, archive.open("xl/worksheets/sheet1.xml") as sheet:
                expat.ParserCreate().ParseFile(sheet)


read(Path(sys.argv[1]))
