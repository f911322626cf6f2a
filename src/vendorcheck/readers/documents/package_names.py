"""Names that identify a package or device to machines, CPE and purl: whom and what they name."""

import re
from typing import NamedTuple
from urllib.parse import unquote

_FIELDS_2_3 = re.compile(r"(?:\\.|[^:\\])*", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)

#: What stands in a CPE where it says nothing: any, and not applicable.
_SAYS_NOTHING = ("", "*", "-")


class Named(NamedTuple):
    """Whom a name gives as the one behind a thing, and what it calls the thing; blank where it says nothing."""

    owner: str
    thing: str


def in_cpe(text: str) -> Named | None:
    """Return the vendor and the product of a CPE name of version 2.2 or 2.3; None for any other text.

    Underscores stand for spaces, and escapes for the signs they escape.
    """
    bare = text.strip()
    if bare.lower().startswith("cpe:2.3:"):
        fields = _split_2_3(bare) if "\\" in bare else bare.split(":")
        return Named(*(_spoken(_ESCAPED.sub(r"\1", field)) for field in _at(fields, 3, 4)))
    if bare.lower().startswith("cpe:/"):
        fields = [_unquoted(field) for field in bare.split(":")]
        return Named(*map(_spoken, _at(fields, 2, 3)))
    return None


def in_purl(text: str) -> Named | None:
    """Return the namespace and the name of a package URL; None for any other text."""
    scheme, colon, rest = text.strip().partition(":")
    if scheme.lower() != "pkg" or not colon:
        return None
    path = rest.partition("#")[0].partition("?")[0].strip("/")
    _, _, path = path.partition("/")
    namespace, _, last = path.rpartition("/")
    name = last[:1] + last[1:].partition("@")[0]
    return Named(_unquoted(namespace), _unquoted(name))


def _split_2_3(text: str) -> list[str]:
    """The fields of a CPE 2.3 name; a colon behind a backslash parts nothing."""
    fields, at = [], 0
    while at <= len(text):
        match = _FIELDS_2_3.match(text, at)
        end = match.end() if match else at
        fields.append(text[at:end])
        at = end + 1
    return fields


def _unquoted(text: str) -> str:
    return unquote(text).replace("\x00", "\ufffd") if "%" in text else text


def _at(fields: list[str], first: int, second: int) -> tuple[str, str]:
    return (fields[first] if first < len(fields) else "", fields[second] if second < len(fields) else "")


def _spoken(field: str) -> str:
    return "" if field in _SAYS_NOTHING else field.replace("_", " ")
