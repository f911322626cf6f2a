"""Who is behind a line: names, marks and identifiers to hits with their basis, ownership as of a day."""

from vendorcheck.resolve.resolver import Look, Looking, Resolver
from vendorcheck.resolve.similar_names import prepared_names

__all__ = ["Look", "Looking", "Resolver", "prepared_names"]
