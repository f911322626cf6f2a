"""Opening a report: a file of JSON, or the one in a bundle; whatever is wrong with it is said, never guessed."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from json import JSONDecodeError
from pathlib import Path
from typing import Any, BinaryIO

from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.report import Report
from vendorcheck.reporters.archive import Archive
from vendorcheck.reporters.manifest import refuse_altered
from vendorcheck.reporters.report_json.finding_shapes import LINE
from vendorcheck.reporters.report_json.fitting import misfit
from vendorcheck.reporters.report_json.laid_out import MAX_LINE, OtherLayoutError, read_laid_out
from vendorcheck.reporters.report_json.reading import assembled, known_of
from vendorcheck.reporters.report_json.shapes import Data
from vendorcheck.reporters.report_json.sharing import Sharing
from vendorcheck.reporters.report_json.strict import decoded
from vendorcheck.reporters.report_json.written import REPORT_SCHEMA

#: The report in a bundle.
MEMBER = "report.json"

#: A report that is laid out otherwise than it was written is read as a whole, and takes ten times its size in memory.
MAX_WHOLE = 128 * 2**20

_ZIP = b"PK"

_AS_WRITTEN = "Take the file that `-o json=PATH` wrote, as it was written."

#: What reading data raises that are not those of a report.
_NOT_A_REPORT = (KeyError, ValueError, TypeError, IndexError, AttributeError)

Opened = Callable[[], AbstractContextManager[BinaryIO]]


def open_report(path: Path) -> Report:
    """Return the report in a file of JSON or in a bundle; a VendorcheckError says why there is none.

    A bundle of which a member was altered, left out or added is refused, whichever member it is.
    """
    name = path.as_posix()
    with opened(path) as file:
        if is_archive(file):
            refuse_altered(Archive(file, name))
        return read_report(file, name)


def read_report(file: BinaryIO, name: str) -> Report:
    """Return the report in an open file, as `open_report` does; the other members of a bundle are not looked at."""
    if is_archive(file):
        archive = Archive(file, name)
        return _report(lambda: archive.open(MEMBER), f"{name}/{MEMBER}")
    return _report(lambda: _again(file), name)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Give a file that can be read more than once; what comes from a pipe is copied."""
    name = path.as_posix()
    try:
        file = path.open("rb")
    except OSError as error:
        raise _unreadable(name, error) from error
    with file, tempfile.TemporaryFile() as copy:
        try:
            if not file.seekable():
                shutil.copyfileobj(file, copy)
                copy.seek(0)
                yield copy
            else:
                yield file
        except OSError as error:
            raise _unreadable(name, error) from error


def is_archive(file: BinaryIO) -> bool:
    """Return whether a file begins as a zip archive does; it is read from its beginning afterwards."""
    file.seek(0)
    start = file.read(len(_ZIP))
    file.seek(0)
    return start == _ZIP


def _again(file: BinaryIO) -> AbstractContextManager[BinaryIO]:
    file.seek(0)
    return nullcontext(file)


def _report(again: Opened, name: str) -> Report:
    try:
        report = _as_written(again) or _as_a_whole(again, name)
    except _NOT_A_REPORT as error:
        raise _no_report(name, error) from error
    except RecursionError as error:
        raise _invalid(name, "it is nested too deeply") from error
    wrong = misfit(report)
    if wrong is not None:
        raise _invalid(name, f"what it says at {wrong.lstrip('.')} is not what a report says there")
    return report


def _as_written(again: Opened) -> Report | None:
    """The report in a file that is laid out as it was written, in little more memory than the report takes."""
    share = Sharing()
    takes = {
        "lines": lambda _data, items: tuple(share.record(LINE.read(item)) for item in items),
        "findings": lambda data, items: tuple(map(share.record, map(known_of(data).read, items))),
    }
    with again() as file:
        lines = _lines(file)
        try:
            data = read_laid_out(lines, takes)
        except (OtherLayoutError, RecursionError, *_NOT_A_REPORT):
            return None  # read as a whole, it will be said what is wrong, and where
    if data.get("schema") != REPORT_SCHEMA or not all(isinstance(data.get(key), tuple) for key in takes):
        return None
    return assembled(data, data["lines"], data["findings"])


def _lines(file: BinaryIO) -> Iterator[str]:
    while line := file.readline(MAX_LINE + 1):
        if len(line) > MAX_LINE:
            raise OtherLayoutError
        yield line.decode("utf-8")


def _as_a_whole(again: Opened, name: str) -> Report:
    with again() as file:
        content = file.read(MAX_WHOLE + 1)
    if len(content) > MAX_WHOLE:
        limit = f"larger than {MAX_WHOLE // 2**20} MiB"
        raise _invalid(name, f"it is laid out otherwise than it was written, or damaged, and {limit}")
    data = _data(content, name)
    _check_schema(data, name)
    return assembled(data, map(LINE.read, data["lines"]), map(known_of(data).read, data["findings"]))


def _data(content: bytes, name: str) -> Data:
    try:
        data: Any = decoded(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _invalid(name, "it is not UTF-8", Spot(name, line)) from error
    except JSONDecodeError as error:
        source = error.doc.splitlines()[error.lineno - 1 : error.lineno]
        spot = Spot(name, error.lineno, error.colno, source[0] if source else None)
        raise _invalid(name, f"it is not JSON: {error.msg}", spot) from error
    except ValueError as error:
        raise _invalid(name, str(error)) from error
    if not isinstance(data, dict):
        raise _invalid(name, "it holds no object")
    return data


def _check_schema(data: Data, name: str) -> None:
    """Refuse what says that it is no report of this version."""
    schema = data.get("schema")
    if schema == REPORT_SCHEMA:
        return
    if not isinstance(schema, str) or not schema.startswith("vendorcheck."):
        raise _invalid(name, f"its `schema` is not {REPORT_SCHEMA}")
    if schema.startswith("vendorcheck.error/"):
        said = data.get("message")
        raise _invalid(name, f"it is an error document: the run was not made ({said})")
    raise _invalid(name, f"it is {schema}, and this version reads {REPORT_SCHEMA}", todo="Screen the bill again.")


def _no_report(name: str, error: Exception) -> VendorcheckError:
    if isinstance(error, KeyError):
        return _invalid(name, f"it does not say {error.args[0]!r}, or names it and does not tell of it")
    return _invalid(name, "a value in it is not what a report says there")


def _invalid(name: str, why: str, spot: Spot | None = None, todo: str = _AS_WRITTEN) -> VendorcheckError:
    return VendorcheckError("report_invalid", f"{name} is no report: {why}", spot=spot or Spot(name), help=todo)


def _unreadable(name: str, error: OSError) -> VendorcheckError:
    todo = None
    reason = error.strerror or str(error)
    if isinstance(error, FileNotFoundError):
        reason, todo = "it does not exist", "Check the path; it is taken from the working folder."
    elif isinstance(error, IsADirectoryError):
        reason, todo = "it is a folder", "Name the report in it."
    return VendorcheckError("report_invalid", f"{name} cannot be read: {reason}", spot=Spot(name), help=todo)


__all__ = ["MEMBER", "is_archive", "open_report", "opened", "read_report"]
