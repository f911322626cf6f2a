"""Where a bill is, as machines want it: a path inside the folder that they look at."""

import re
from urllib.parse import quote

from vendorcheck.reporters.visible import visible

#: What makes a path lead from the root of something, and not from where one stands.
_ROOTED = re.compile(r"[A-Za-z]:/|/")


def relative_path(name: str) -> str:
    """Return a bill's path with forward slashes; of one that leads elsewhere, an absolute one say, only the name."""
    return "/".join(visible(part) for part in _parts(name))


def relative_uri(name: str) -> str:
    """Return that path as a relative URI reference, whatever its signs are."""
    return "/".join(quote(part.encode("utf-8", "backslashreplace"), safe="") for part in _parts(name))


def _parts(name: str) -> list[str]:
    path = name.replace("\\", "/")
    parts: list[str] = []
    for part in path.split("/"):
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    inside = parts and ".." not in parts and not _ROOTED.match(path)
    return parts if inside else [_file_name(parts)]


def _file_name(parts: list[str]) -> str:
    """The last part; a folder above has no name."""
    return parts[-1] if parts and parts[-1] != ".." else "bill"
