"""Cells gathered from the members of an object: under which key, with which pointer."""

from collections.abc import Iterable, Iterator

from vendorcheck.readers.documents.cells import Cell
from vendorcheck.readers.documents.json.values import Json, JsonObject, step, text_of
from vendorcheck.readers.documents.package_names import Named, in_cpe, in_purl

CPE_OWNER, CPE_THING, CPE = "cpe.vendor", "cpe.product", "cpe"
PURL_OWNER, PURL_THING, PURL = "purl.namespace", "purl.name", "purl"


class Gathered:
    """The cells of one record, by key."""

    def __init__(self) -> None:
        """Begin with none."""
        self._cells: dict[str, list[Cell]] = {}

    def add(self, key: str, text: str, pointer: str) -> None:
        """Add a text, unless it is blank."""
        if text.strip():
            self._cells.setdefault(key, []).append(Cell(text, pointer))

    def add_text(self, key: str, value: Json, pointer: str) -> None:
        """Add every text that a value is or lists."""
        if isinstance(value, str):
            self.add(key, value, pointer)
            return
        for text, where in texts(value, pointer):
            self.add(key, text, where)

    def add_called(self, key: str, value: Json, pointer: str) -> None:
        """Add what somebody is called: the name of an object, of each that is listed, or a text by itself."""
        for each, where in members(value, pointer):
            if isinstance(each, JsonObject):
                self._add_names(key, each.get("name"), where + "/name")
            else:
                self._add_names(key, each, where)

    def add_cpe(self, value: Json, pointer: str) -> None:
        """Add whom and what a CPE name names; where it is none, what stands there."""
        for text, where in texts(value, pointer):
            self._add_named(in_cpe(text), (CPE_OWNER, CPE_THING, CPE), text, where)

    def add_purl(self, value: Json, pointer: str) -> None:
        """Add whom and what a package URL names; where it is none, what stands there."""
        for text, where in texts(value, pointer):
            self._add_named(in_purl(text), (PURL_OWNER, PURL_THING, PURL), text, where)

    @property
    def values(self) -> dict[str, tuple[Cell, ...]]:
        """The cells, without those of a name for machines that say again what the thing itself says."""
        said = {cell.text for key in ("name", "group") for cell in self._cells.get(key, ())}
        found = {key: tuple(cells) for key, cells in self._cells.items()}
        for key in (PURL_OWNER, PURL_THING):
            found[key] = tuple(cell for cell in found.get(key, ()) if cell.text not in said)
            if not found[key]:
                del found[key]
        return found

    def _add_names(self, key: str, value: Json, pointer: str) -> None:
        for text, where in texts(value, pointer):
            self.add(key, without_mail(text), where)

    def _add_named(self, named: Named | None, keys: tuple[str, str, str], text: str, pointer: str) -> None:
        owner, thing, whole = keys
        if named is None:
            self.add(whole, text, pointer)
        else:
            self.add(owner, named.owner, pointer)
            self.add(thing, named.thing, pointer)


def members(value: Json, pointer: str) -> Iterable[tuple[Json, str]]:
    """Return what a list holds, with pointers; for any other value the value itself."""
    if value is None:
        return ()
    if isinstance(value, list):
        return [inner for at, each in enumerate(value) for inner in members(each, pointer + step(at))]
    return ((value, pointer),)


def texts(value: Json, pointer: str) -> Iterator[tuple[str, str]]:
    """Yield the texts that a value is or lists, with pointers."""
    for each, where in members(value, pointer):
        if not isinstance(each, list | JsonObject):
            yield text_of(each), where


def without_mail(text: str) -> str:
    """Return a name without the addresses of mail that stand beside it: they are somebody's, and show nobody."""
    return " ".join(kept for word in text.split() if (kept := _before_mail(word))) if "@" in text else text


def _before_mail(word: str) -> str:
    before, at, after = word.partition("@")
    if not (before and at and after):
        return word
    return before[: max(before.rfind("<"), before.rfind("("), 0)]
