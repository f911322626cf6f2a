"""Signs that some consoles lack, and what they are shown as there."""

import codecs

#: The name under which `shown_for` stands as a way to encode.
ERRORS = "vendorcheck.console"

_INSTEAD = {
    "↔": "~",
    "…": "...",
    "·": "-",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "–": "-",
    "—": "-",
    "×": "x",
    "≥": ">=",
    "≤": "<=",
}


def shown_for(error: UnicodeError) -> tuple[str, int]:
    """Return what stands for the signs that an encoding lacks: a plain sign that says the same, or an escape."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end]
    return "".join(_INSTEAD.get(sign) or sign.encode("ascii", "backslashreplace").decode() for sign in signs), error.end


codecs.register_error(ERRORS, shown_for)
