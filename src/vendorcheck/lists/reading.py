"""The files of a list to its entries: in a format that is named, or that their content shows."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import PurePath
from typing import NamedTuple

from vendorcheck.lists.fields import holds_something
from vendorcheck.lists.format import Format
from vendorcheck.lists.formats import FORMATS
from vendorcheck.lists.formats.own import OWN, read_own_list
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.table import CUT_OFF
from vendorcheck.model.errors import Spot, VendorcheckError

_KNOWN = (
    f"The formats are: {', '.join(each.name for each in FORMATS)}. A CSV of one's own needs a column `name`, "
    "or a mapping such as name=Supplier that says which it is; one that has columns of a bill of materials is taken "
    "for a list only where somebody says so: --format own."
)


class Read(NamedTuple):
    """A list as it was read: its format, the name that its entries bear, and what it holds."""

    format: Format
    list: str
    parsed: ParsedList


def read_list(
    files: Sequence[SourceFile],
    *,
    format: str | None = None,
    name: str | None = None,
    mappings: Sequence[str] = (),
    accept_cut_off: bool = False,
) -> Read:
    """Return the list in some files; a VendorcheckError where they are no list, not one, or end within a row.

    A format that is not named is known by content, never by a file's name. `mappings`, each `ROLE=HEADING`, say what
    the columns of a list of one's own are.
    """
    if not files:
        raise VendorcheckError("usage", "a list has no file", help="Name the files of one list.")
    chosen = _named(format) if format else OWN if mappings else _recognised(files)
    if mappings and chosen is not OWN:
        raise VendorcheckError(
            "usage",
            f"the columns of the format {chosen.name!r} are known and cannot be mapped",
            help="Leave the mappings out, or name the format own.",
        )
    called = name or chosen.list or PurePath(files[0].name).stem
    parsed = read_own_list(files, called, mappings) if mappings else chosen.read(files, called)
    if not parsed.entries:
        raise VendorcheckError(
            "list_invalid",
            f"{files[0].name} names nobody in {parsed.rows} rows",
            spot=Spot(files[0].name),
            help="Fetch it again: a list that names nobody is not imported.",
        )
    if not accept_cut_off:
        _check_ends(parsed)
    return Read(chosen, called, parsed)


def _check_ends(parsed: ParsedList) -> None:
    """Refuse a file that was cut off: nobody can say whether it lost a row or half of the list."""
    cut = next((left for left in parsed.left_out if left.reason == CUT_OFF), None)
    if cut:
        raise VendorcheckError(
            "list_invalid",
            f"{cut.file} is not whole: it ends within a row, and nobody can say how much is missing",
            spot=Spot(cut.file, cut.line),
            help="Fetch it again. To keep what is there, say so: `vendorcheck lists import --accept-cut-off`.",
        )


def _named(name: str) -> Format:
    known = {each.name: each for each in FORMATS}
    if name not in known:
        close = get_close_matches(name, known, 1)
        hint = f"; did you mean {close[0]!r}?" if close else ""
        raise VendorcheckError("usage", f"no format of lists is called {name!r}{hint}", help=_KNOWN)
    return known[name]


def _recognised(files: Sequence[SourceFile]) -> Format:
    """The one format of all files: some files are known only beside others, since two lists have tables of one form.

    A list of one's own is not looked for so: its column of names stands in the files of many other formats. A file
    that holds nothing shows no format, and it is for the others' format to say whether it may stand beside them.
    """
    telling = [file for file in files if holds_something(file)]
    published = (each for each in FORMATS if each is not OWN)
    together = next((each for each in published if telling and all(map(each.recognises, telling))), None)
    if together:
        return together
    formats = [_format_of(file) for file in files]
    for file, its in zip(files, formats, strict=True):
        if its is not formats[0]:
            raise VendorcheckError(
                "list_invalid",
                f"{file.name} is in the format {its.name!r}, and {files[0].name} in {formats[0].name!r}",
                spot=Spot(file.name),
                help="Import the files of one list at a time.",
            )
    return formats[0]


def _format_of(file: SourceFile) -> Format:
    if not holds_something(file):
        raise VendorcheckError("list_invalid", f"{file.name} is empty", spot=Spot(file.name), help="Fetch it again.")
    found = next((each for each in FORMATS if each.recognises(file)), None)
    if found is None:
        raise VendorcheckError(
            "list_invalid", f"{file.name} is in no known format of lists", spot=Spot(file.name), help=_KNOWN
        )
    return found
