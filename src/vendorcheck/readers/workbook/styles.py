"""How the styles of a workbook show numbers."""

from vendorcheck.readers.workbook.damage import DamagedError
from vendorcheck.readers.workbook.markup import Attributes, Markup
from vendorcheck.readers.workbook.numbers import Shown, shown_by
from vendorcheck.readers.workbook.package import Package

#: The most styles and formats; spreadsheet programs stop at 65,490. The most bytes of the part that holds them.
MAX_STYLES = 100_000
MAX_BYTES = 32 << 20


def number_styles(package: Package, part: str | None) -> dict[str, Shown]:
    """Return what the styles that do not show numbers plainly make of them, by the style's number as cells give it."""
    if part is None or part not in package:
        return {}
    if package.size(part) > MAX_BYTES:
        raise DamagedError(f"is damaged in its part {part}: styles of {package.size(part)} bytes")
    return _Styles().read(package, part)


class _Styles:
    def __init__(self) -> None:
        self._codes: dict[int, str] = {}
        self._formats: list[int] = []
        self._within = ""

    def read(self, package: Package, part: str) -> dict[str, Shown]:
        starts = {
            "numFmts": self._codes_follow,
            "numFmt": self._code,
            "cellXfs": self._styles_follow,
            "xf": self._style,
        }
        markup = Markup(part, starts, dict.fromkeys(("numFmts", "cellXfs"), self._others_follow))
        markup.walk(package.chunks(part))
        known = {number: shown_by(number, self._codes) for number in set(self._formats)}
        styles = ((str(style), known[number]) for style, number in enumerate(self._formats))
        return {style: shown for style, shown in styles if shown}

    def _codes_follow(self, _: Attributes) -> None:
        self._within = "numFmts"

    def _styles_follow(self, _: Attributes) -> None:
        self._within = "cellXfs"

    def _others_follow(self) -> None:
        self._within = ""

    def _code(self, attributes: Attributes) -> None:
        if self._within == "numFmts":
            self._codes[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        self._check()

    def _style(self, attributes: Attributes) -> None:
        if self._within == "cellXfs":
            self._formats.append(_number(attributes.get("numFmtId")))
        self._check()

    def _check(self) -> None:
        if max(len(self._formats), len(self._codes)) > MAX_STYLES:
            raise DamagedError(f"is damaged: it has more than {MAX_STYLES} styles")


def _number(text: str | None) -> int:
    """The number of a format; that of the plain one where it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < len("1000000000") else 0
