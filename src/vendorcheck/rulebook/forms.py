"""In what form some values are written, in words: no fault shows a pattern to whoever writes a rule."""

from collections.abc import Mapping
from typing import NamedTuple


class Form(NamedTuple):
    """What a value is, and how it is written."""

    what: str
    written: str


_DAY = Form("a day", "Write year, month and day: 2023-02-06.")
_ID = Form("an id", "Small letters a to z and digits, with single hyphens between them: own-cameras.")

#: By the pattern of the schemas.
FORMS: Mapping[str, Form] = {
    r"^\d{4}(-\d{2}(-\d{2})?)?(/(\.\.|\d{4}(-\d{2}(-\d{2})?)?))?$": Form(
        "a date",
        "A day, month or year (2023-02-06, 2023-02, 2023), or a span 2022-11-24/2023-02 where the day is disputed, "
        "with .. for no known end.",
    ),
    r"^\d{4}-\d{2}-\d{2}$": _DAY,
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": _DAY,
    r"^[a-z0-9]+(-[a-z0-9]+)*$": _ID,
    r"^[a-z0-9-]+$": _ID,
    r"^[A-Z]{2}$": Form("a country", "Two capital letters: GB."),
    r"^[0-9a-f]{64}$": Form(
        "a SHA-256", "64 digits or small letters a to f, as `vendorcheck evidence locate` and `sha256sum` show."
    ),
    r"^[0-9a-f]{12,64}$": Form(
        "a digest",
        "The first twelve digits or small letters a to f, or more of them, as a report gives them, in quotes.",
    ),
    r"^([A-Z][A-Z0-9]{2}|[0-9][A-Z0-9]{4})$": Form(
        "an FCC grantee code", "Three signs that begin with a capital letter, or five that begin with a digit."
    ),
    r"^[0-9A-F]{6}$": Form("a MAC prefix", "Six digits or capital letters A to F, without colons."),
    r"^[A-Z0-9][A-Z0-9-]*$": Form("the start of a model", "Capital letters and digits, with hyphens after the first."),
    r"^https://[^\s/?#@]+(/[^\s#]*)?$": Form(
        "an address", "It begins with https://, names no user, and has no blank in it: https://mirror.example/lists/."
    ),
    r"^http://[^\s/]+/?$": Form("the address of a proxy", "http://, its name and its port: http://proxy.example:3128."),
    r"\S": Form("a text", "A text that is not blank."),
}
