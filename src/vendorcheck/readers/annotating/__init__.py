"""Bills given back with columns added at the right: their own bytes stay as they are wherever nothing is added."""

from collections.abc import Callable
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from vendorcheck.model.annotation import Annotation
from vendorcheck.model.bom import Bill
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers import Choices, Source, open_bom
from vendorcheck.readers.encoding.survey import survey
from vendorcheck.readers.given_encoding import with_encoding
from vendorcheck.readers.opening import open_file, unreadable
from vendorcheck.readers.recognise import recognise

Annotator = Callable[[Source, Choices, Bill, Annotation, BinaryIO], None]

#: The modules that write beside the lines of a kind of file.
ANNOTATORS = {"csv": "delimited", "xlsx": "workbook"}


def kind_of(path: str, choices: Choices) -> str:
    """Return what kind of file a bill is, if columns can be added to it; a usage error if not."""
    source = _source(path)
    with source.file:
        kind = recognise(source, with_encoding(source, choices))
    if kind not in ANNOTATORS:
        raise VendorcheckError(
            "usage",
            f"{source.name} is no table that columns can be added to ({kind})",
            spot=Spot(source.name),
            help="-o annotated gives back CSV, other delimited text, and XLSX; -o csv or -o xlsx lists any bill.",
        )
    return kind


def annotate(path: str, choices: Choices, annotation: Annotation, out: BinaryIO) -> None:
    """Write the bill at a path with columns added; an error where it is not the bill that was screened."""
    kind = kind_of(path, choices)
    source = _source(path)
    with source.file, closing(open_bom(path, choices)) as bill:
        if {source.survey.digest, bill.digest} != {annotation.digest}:
            raise VendorcheckError(
                "bill_unreadable",
                f"{source.name} is not the file that was screened: its SHA-256 is another",
                spot=Spot(source.name),
                help="Screen it again, or name the file as it was.",
            )
        write: Annotator = import_module(f"{__name__}.{ANNOTATORS[kind]}").annotate
        write(source, with_encoding(source, choices), bill, annotation, out)


def _source(path: str) -> Source:
    name = Path(path).as_posix()
    try:
        file = open_file(path)
    except OSError as error:
        raise unreadable(name, error) from error
    return Source(file, name, survey(file))
