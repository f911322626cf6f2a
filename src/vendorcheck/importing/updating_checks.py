"""Whether what a server sent is the list that was asked for."""

from collections.abc import Sequence

from vendorcheck.importing.addresses import OfficialList
from vendorcheck.lists.formats import FORMATS
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.errors import Spot, VendorcheckError

#: By what a page of a website begins, in small letters.
_PAGES = (b"<!doctype html", b"<html")

#: How far into a file that is looked for, in bytes.
_BEGINNING = 1_024


def check_format(official: OfficialList, files: Sequence[SourceFile]) -> None:
    """Refuse files of which one is not in the format of the list: a page of an error, or another list."""
    its_format = next(each for each in FORMATS if each.name == official.format)
    for file in files:
        if not its_format.recognises(file):
            raise VendorcheckError(
                "list_invalid",
                f"what came as {file.name} is {_what(file)}, and not in the format {its_format.name!r}",
                spot=Spot(file.name),
                help="Try again later. Another address can be named in the config, `update.addresses`.",
            )


def _what(file: SourceFile) -> str:
    beginning = file.content[:_BEGINNING].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not beginning:
        return "empty"
    return "a page of a website" if beginning.startswith(_PAGES) else "something else"
