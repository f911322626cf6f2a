"""What the reports of a run need beside it: for `annotated`, the bill itself."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from vendorcheck.cli.outputs import Output
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.reporters import Sources

if TYPE_CHECKING:
    from vendorcheck.model.annotation import Annotation
    from vendorcheck.readers import Choices

FORMAT = "annotated"

#: What files of a kind are called, so that other programs open them.
_WORKBOOKS = (".xlsx", ".xlsm", ".xltx", ".xltm")
_NOT_TEXT = (*_WORKBOOKS, ".xlsb", ".xls", ".ods")


def sources_of(
    outputs: Sequence[Output], bills: Sequence[str], choices: "Choices", *, summary_only: bool = False
) -> Sources:
    """Return what the outputs need of these bills; a usage error, before any work is done, for what cannot be had."""
    paths = [output.path for output in outputs if output.format == FORMAT and output.path]
    if not paths:
        return Sources()
    bill = _only(bills)
    if summary_only:
        raise _refused("it needs the lines, and --summary-only leaves them out", "Leave out one of the two.")
    from vendorcheck.readers.annotating import annotate, kind_of

    kind = kind_of(bill, choices)
    for path in paths:
        _check_name(path, bill, kind)

    def write(annotation: "Annotation", file: BinaryIO) -> None:
        annotate(bill, choices, annotation, file)

    return Sources(annotate=write)


def _only(bills: Sequence[str]) -> str:
    """The one bill, a file that can be read again."""
    if len(bills) != 1:
        count = f"there are {len(bills)}" if bills else "there is none"
        raise _refused(f"it takes one bill a run, and {count}", "Screen bills one by one: each is given back.")
    if bills[0] == "-" or (Path(bills[0]).exists() and not Path(bills[0]).is_file()):
        raise _refused("the bill must be a file, which is read again", "Save it to a file, and name that.")
    return bills[0]


def _check_name(path: Path, bill: str, kind: str) -> None:
    """Refuse a name under which other programs would take the file for something else."""
    suffix, own = path.suffix.lower(), Path(bill).suffix.lower()
    if kind == "xlsx" and own in _WORKBOOKS and suffix != own:
        raise _refused(f"{bill} is a workbook, and {path.name} is not called like it", f"Let its name end in {own}.")
    if kind != "xlsx" and suffix in _NOT_TEXT:
        raise _refused(f"{bill} is text, and {path.name} is called like a workbook", f"Let its name end in {own}.")


def _refused(reason: str, todo: str) -> VendorcheckError:
    return VendorcheckError("usage", f"-o {FORMAT}: {reason}", help=todo)
