"""What stands in the cell of a name beside the name: further names, whose unit it is, clauses about successors."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vendorcheck.lists.fields import cleaned
from vendorcheck.model.watchlist import Alias, AliasType

#: No name is longer, in characters: what is longer is kept as it stands.
_LONGEST = 2_000

_SUCCESSORS = re.compile(r"[;,]? and (?:any|all|its) (?:successor|sub-?unit|subsidiar).*$", re.IGNORECASE)

_UNIT = re.compile(
    r"(?P<whole>.+?)[.,]? (?:Affiliated Entity ?:|Subordinate Institution ?[-–:]|and subordinate entity|entity:)"
    r" ?(?P<unit>.+)"
)

#: What the part of a unit's name begins with that means nothing without the whole: numbers, and what is no name.
_NO_NAME_ALONE = re.compile(r"[0-9]|Nuclear reactors")

_PARENT = re.compile(r" ?[(\[]Parent Organi[sz]ation:.*$", re.IGNORECASE)

_ALSO = (
    r"(?:(?P<{0}>(?:f\.?k\.?a|formerly(?: known as)?)\b\.?)"
    r"|(?:a\.?k\.?a|n\.?k\.?a|d\.?b\.?a|d/b/a|also known as|doing business as)\b\.?)[,:]?"
)
_IN_BRACKETS = re.compile(
    r" ?[(\[]" + _ALSO.format("former") + r" (?P<names>[^()\[\]]*(?:\([^()\[\]]*\)[^()\[\]]*)*)[)\]]", re.IGNORECASE
)

#: Outside brackets the letters need their full stops: AKA is a bank.
_BESIDE = re.compile(r"(?:^|[,;]? )(?:(?P<former>[Ff]\.[Kk]\.[Aa]\b\.?)|[Aa]\.[Kk]\.[Aa]\b\.?),? ")

#: Words that are no name of their own where they stand between commas, without full stops.
_NO_NAMES = re.compile(
    r"inc|ltd|ll[cp]|lp|co|corp|plc|limited|company|[ozp]?ao|ooo|[opc]?jsc|gmbh|kg|ag|sa|sarl|s[pr][al]|[bn]v|sdn|bhd"
    r"|pte|pvt|[af]ka",
    re.IGNORECASE,
)


class ListedName(NamedTuple):
    """A name with the further names that its cell holds, and what else was said there, as written."""

    name: str
    aliases: tuple[Alias, ...] = ()
    remarks: tuple[str, ...] = ()


def listed_name(text: str) -> ListedName:
    """Return the name in a cell, without what is no part of it.

    A unit that a list writes behind its firm is the entry: the firm is remarked, and is no name of the unit's.
    """
    text = cleaned(text)
    if len(text) > _LONGEST:
        return ListedName(_bare(text) or text)
    bare = _PARENT.sub("", _SUCCESSORS.sub("", text))
    unit = _UNIT.fullmatch(bare)
    if unit:
        alone = not _NO_NAME_ALONE.match(unit["unit"])
        bare = unit["unit"] if alone else f"{unit['whole']}, {unit['unit']}"
    said_otherwise = bare != text
    name, aliases = _parted(bare)
    if not name:
        name, aliases = (aliases[0].text, aliases[1:]) if aliases else (_bare(text) or text, ())
    return ListedName(name, aliases, (f"Listed as: {text}",) if said_otherwise else ())


def listed_aliases(texts: Iterable[str], type: AliasType = "alias") -> Iterator[Alias]:
    """Yield the names in cells of further names: "and" before the last is no part of it, "f.k.a." makes it former."""
    for text in texts:
        name, aliases = _parted(f"{cleaned(text)} ".removeprefix("and ").strip())
        if name:
            yield Alias(name, type)
        yield from aliases


def split_names(cell: str, *, loosely: bool) -> list[str]:
    """Return the names in a cell that are joined by semicolons.

    `loosely`, three and more joined by commas are told apart as well, where none of them is a legal form: so the State
    Department writes them, and persons, who have a comma in the name, must not be read so.
    """
    names = cell.split(";")
    if loosely and len(names) == 1:
        pieces = [piece.strip() for piece in cell.split(",")]
        if len(pieces) > 2 and not any(_NO_NAMES.fullmatch(piece.replace(".", "")) for piece in pieces):  # noqa: PLR2004 (three)
            names = pieces
    return [name for name in map(str.strip, names) if name]


def _parted(text: str) -> tuple[str, tuple[Alias, ...]]:
    """A name and the further names within it."""
    if len(text) > _LONGEST:
        return _bare(text), ()
    aliases: list[Alias] = []

    def noted(found: re.Match[str]) -> str:
        names = filter(None, map(_bare, _in_brackets(found["names"])))
        aliases.extend(Alias(name, "former" if found["former"] else "alias") for name in names)
        return ""

    if "(" in text or "[" in text:
        text = _IN_BRACKETS.sub(noted, text)
    first, *others = _BESIDE.split(text)
    for former, name in zip(others[::2], others[1::2], strict=True):
        if _bare(name):
            aliases.append(Alias(_bare(name), "former" if former else "alias"))
    return _bare(first), tuple(aliases)


def _in_brackets(names: str) -> list[str]:
    """Names by semicolons; by commas only where each has two words, for "Farco, Inc." is one."""
    pieces = names.split(";")
    by_commas = names.split(",")
    if len(pieces) == 1 and all(len(piece.split()) > 1 for piece in by_commas):
        return by_commas
    return pieces


def _bare(text: str) -> str:
    return text.strip(" ,;")
