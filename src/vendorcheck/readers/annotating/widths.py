"""The columns of a sheet as its markup lists them, with a width for the new ones."""

from vendorcheck.readers.annotating.cell_markup import column_markup, column_part, prefix_of
from vendorcheck.readers.workbook.damage import DamagedError
from vendorcheck.readers.workbook.markup import Attributes

#: How wide the new columns are, in characters, one after another; the last counts for any further ones.
WIDTHS = (17, 60, 60, 60)


class Widths:
    """Takes the columns that are listed, and gives them back without those that are new."""

    def __init__(self, first: int, last: int) -> None:
        """Begin with none; the new columns are those from first to last."""
        self._first, self._last = first, last
        self._parts: list[tuple[int, bytes]] = []
        self._styles: dict[int, str] = {}

    def add(self, tag: bytes, attributes: Attributes) -> None:
        """Take a stretch of columns that look alike."""
        try:
            left, right = int(attributes["min"]), int(attributes["max"])
        except (KeyError, ValueError) as error:
            raise DamagedError("is damaged: a sheet of it lists a column without a number") from error
        tag = tag if tag.endswith(b"/>") else tag[:-1] + b"/>"
        if right < self._first or left > self._last:
            self._parts.append((left, tag))
            return
        if left < self._first:
            self._parts.append((left, column_part(tag, left, self._first - 1)))
        if right > self._last:
            self._parts.append((self._last + 1, column_part(tag, self._last + 1, right)))
        for column in range(max(left, self._first), min(right, self._last) + 1):
            self._styles[column] = attributes.get("style", "")

    def markup(self, prefix: bytes) -> bytes:
        """Return all columns in order, the new ones with their widths."""
        for at, column in enumerate(range(self._first, self._last + 1)):
            width = WIDTHS[min(at, len(WIDTHS) - 1)]
            self._parts.append((column, column_markup(prefix, column, width, self._styles.get(column, ""))))
        return b"".join(part for _, part in sorted(self._parts))


def listed(tag: bytes, columns: Widths) -> bytes:
    """Return the whole list of columns, with the prefix of a tag beside it."""
    prefix = prefix_of(tag)
    return b"<%scols>%s</%scols>" % (prefix, columns.markup(prefix), prefix)
