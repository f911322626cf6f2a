"""The text of a cell as a person sees it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from vendorcheck.readers.workbook.numbers import Shown, number_text
from vendorcheck.readers.workbook.texts import unescaped

_TRUTH = {"1": "TRUE", "true": "TRUE", "0": "FALSE", "false": "FALSE"}


class Shared(NamedTuple):
    """What the sheets of a workbook share: their texts, their styles, and how their numbers are to be taken.

    `to_be_computed` says that whoever wrote the workbook left computing to the program that opens it.
    """

    strings: Sequence[str]
    styles: Mapping[str, Shown]
    from_1904: bool = False
    to_be_computed: bool = False

    def text(self, kind: str, written: str, style: str) -> str | None:
        """Return the text of a cell of a kind, as `t` in the file says it; None where the workbook does not hold it."""
        match kind:
            case "s":
                return self._string(written)
            case "n":
                shown = self.styles.get(style)
                if shown is None and written.isdigit():
                    return written
                return number_text(written, shown, from_1904=self.from_1904)
            case "b":
                return _TRUTH.get(written, written)
            case "d":
                return written.removesuffix("T00:00:00").replace("T", " ")
        return unescaped(written)

    def stored(self, kind: str, written: str | None) -> bool:
        """Return whether the value of a formula is stored: an empty one is where it is said to be text.

        Nothing is, and nor is the zero that stands for every value in a workbook that is still to be computed.
        """
        if not written:
            return written is not None and kind == "str"
        return not (self.to_be_computed and kind == "n" and written == "0")

    def _string(self, written: str) -> str | None:
        try:
            return self.strings[int(written)] if written.isdigit() else None
        except (ValueError, IndexError):
            return None
