"""What a table must hold where the caller mapped headings to roles, and the error where none holds it."""

from collections.abc import Mapping, Sequence

from vendorcheck.model.bom import Column, Role
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.choices import compared
from vendorcheck.readers.tables.columns import columns_of, distinct_roles, says_who, told


def holds(row: Sequence[str], roles: Mapping[str, Role]) -> bool:
    """Return whether a row holds every heading that the caller mapped."""
    return set(roles) <= set(map(compared, row))


def heads_as_mapped(row: Sequence[str], roles: Mapping[str, Role]) -> bool:
    """Return whether a row does as headings by what was mapped: it holds all of that, no digit, and two roles."""
    if not roles or not holds(row, roles) or any(map(str.isdigit, "".join(row))):
        return False
    columns = columns_of(row, roles)
    return distinct_roles(columns) > 1 and says_who(columns)


def check_mapped(
    name: str, columns: Sequence[Column], roles: Mapping[str, Role], rows: Sequence[Sequence[str]]
) -> None:
    """Refuse columns that lack a heading which the caller mapped; `rows` are that of the headings and those below."""
    headings = [column.heading for column in columns]
    known = set(map(compared, headings))
    missing = [heading for heading in roles if heading not in known]
    if missing:
        raise not_mapped(name, missing, rows)


def not_mapped(name: str, missing: Sequence[str], rows: Sequence[Sequence[str]]) -> VendorcheckError:
    """Return the error for mapped headings that no table of a file has; the first of `rows` may be its headings."""
    return VendorcheckError(
        "usage",
        f"{name} has no row with the mapped headings {', '.join(map(repr, missing))}",
        spot=Spot(name),
        help=f"Its first row {told(rows)}."
        + (" With --header-line 0 columns go by their numbers." if all(map(str.isdecimal, missing)) else ""),
    )
