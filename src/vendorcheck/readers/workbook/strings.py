"""The texts that the cells of a workbook share, within a bound on their memory."""

import os
import sys
from collections.abc import Sequence

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.readers.workbook.damage import TooLargeError
from vendorcheck.readers.workbook.markup import Markup
from vendorcheck.readers.workbook.package import Package
from vendorcheck.readers.workbook.texts import Runs

#: How many MiB of memory the shared texts of a workbook may take: so many at most; so many in a file however small,
#: or so many times its size, which honest ones stay below by half. The variable says otherwise.
MAX_MIB, SMALL_MIB, TIMES = 512, 128, 20
VARIABLE = "VENDORCHECK_MAX_WORKBOOK_MIB"

_MIB = 1 << 20

#: What a place in a list takes, in bytes.
_PLACE = 8


def shared_strings(package: Package, part: str | None) -> Sequence[str]:
    """Return the shared texts by their numbers; a TooLargeError where they take more memory than they may.

    Told before they are read by the bytes of their part, which are about as many, and then by what each one takes.
    """
    most = max_bytes(package.packed)
    if part is None or part not in package:
        return ()
    if package.size(part) > most:
        raise _too_large(package.size(part), most)
    return _Strings(most).read(package, part)


def max_bytes(packed: int) -> int:
    """Return how many bytes the shared texts of a workbook may take that has so many bytes itself.

    A usage error where the variable is no number.
    """
    text = os.environ.get(VARIABLE)
    if text is None:
        return min(MAX_MIB * _MIB, max(SMALL_MIB * _MIB, TIMES * packed))
    if not (text.isascii() and text.isdigit()) or len(text) > len("1000000") or not int(text):
        raise VendorcheckError(
            "usage",
            f"{VARIABLE} is {text!r}, which is no number of MiB",
            help=f"Give a whole number such as {2 * MAX_MIB}, or leave it unset for up to {MAX_MIB}.",
        )
    return int(text) * _MIB


class _Strings:
    def __init__(self, most: int) -> None:
        self._texts: list[str] = []
        self._taken = 0
        self._most = most
        self._runs = Runs()

    def read(self, package: Package, part: str) -> list[str]:
        self._runs.markup = Markup(part, self._runs.starts, {**self._runs.ends, "si": self._add})
        self._runs.markup.walk(package.chunks(part))
        return self._texts

    def _add(self) -> None:
        text = self._runs.take()
        self._texts.append(text)
        self._taken += _PLACE + sys.getsizeof(text)  # a blank one too: it takes as long to read
        if self._taken > self._most:
            raise _too_large(self._taken, self._most)


def _too_large(found: int, most: int) -> TooLargeError:
    size, allowed = -(-found // _MIB), most // _MIB
    return TooLargeError(f"is a workbook whose texts take at least {size} MiB of memory, and may take {allowed} MiB")
