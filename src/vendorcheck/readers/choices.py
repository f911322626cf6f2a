"""What the caller says about a bill, where it is not to be found out."""

import codecs
from difflib import get_close_matches
from typing import NamedTuple

from vendorcheck.model.bom import ROLES, Role
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.readers.headings import normal_heading

_DELIMITER_NAMES = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "bar": "|", "pipe": "|", "space": " "}


class HeadingRole(NamedTuple):
    """What the caller said of the columns: a role for a heading, in the caller's words."""

    role: Role
    heading: str

    @classmethod
    def parse(cls, text: str) -> "HeadingRole":
        """Read `ROLE=HEADING`; a usage error otherwise."""
        role, equals, heading = text.partition("=")
        known = next((name for name in ROLES if name == role.strip().lower()), None)
        if not equals or not heading.strip():
            raise VendorcheckError(
                "usage", f"--map {text!r} is not ROLE=HEADING", help='For example --map "maker=Brand".'
            )
        if known is None:
            close = get_close_matches(role, ROLES, 1)
            raise VendorcheckError(
                "usage",
                f"--map names no role {role!r}" + (f"; did you mean {close[0]!r}?" if close else ""),
                help="Roles: " + ", ".join(ROLES) + ".",
            )
        return cls(known, heading.strip())


class Choices(NamedTuple):
    """What the caller said of a bill; what is left out is found.

    `header_line` is the line or sheet row of the headings, 0 where there are none and columns go by their numbers.
    `mapped_elsewhere` says that a table may lack the mapped headings, since another of the bill may have them.
    """

    mappings: tuple[HeadingRole, ...] = ()
    sheet: str | None = None
    delimiter: str | None = None
    encoding: str | None = None
    header_line: int | None = None
    mapped_elsewhere: bool = False

    @property
    def says_table(self) -> bool:
        """Whether what was said makes sense of a table alone, so that whether it is one is no question."""
        return bool(self.mappings) or self.delimiter is not None or self.header_line is not None

    @property
    def roles(self) -> dict[str, Role]:
        """The role of each mapped heading, as headings are compared; a usage error where one is given two."""
        roles: dict[str, Role] = {}
        for mapping in self.mappings:
            role = roles.setdefault(compared(mapping.heading), mapping.role)
            if role != mapping.role:
                raise VendorcheckError(
                    "usage",
                    f"--map gives the heading {mapping.heading!r} two roles, {role} and {mapping.role}",
                    help="A column has one role.",
                )
        return roles

    @property
    def needed(self) -> dict[str, Role]:
        """The mapped headings that a table must have, each with its role."""
        return {} if self.mapped_elsewhere else self.roles


#: Nothing said: everything is found.
ALL_FOUND = Choices()


def compared(heading: str) -> str:
    """Return a heading as it is compared with a mapped one; one of signs alone is compared by its signs."""
    return normal_heading(heading) or heading.strip()


def parse_delimiter(text: str) -> str:
    """Return the delimiter that a word such as `tab` or a single character stands for; a usage error otherwise."""
    sign = _DELIMITER_NAMES.get(text.lower(), text)
    if len(sign) != 1 or sign in '"\r\n\0' or sign.isalnum():
        raise VendorcheckError(
            "usage",
            f"--delimiter {text!r} is not a character that can part cells",
            help="Give one sign, or one of: " + ", ".join(name for name in _DELIMITER_NAMES if name.isalpha()) + ".",
        )
    return sign


def parse_encoding(text: str) -> str:
    """Return the name of an encoding as Python knows it; a usage error for one that it does not know as text."""
    try:
        b"a\xff".decode(text, "replace")
    except (LookupError, ValueError) as error:
        raise VendorcheckError(
            "usage", f"--encoding {text!r} is not known", help="For example utf-8, cp1252, utf-16, gb18030, shift_jis."
        ) from error
    return codecs.lookup(text).name
