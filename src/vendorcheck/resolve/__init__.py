"""Who is behind a line: names, marks and identifiers to hits with their basis, ownership as of a day."""

from vendorcheck.resolve.resolver import Look, Resolver

__all__ = ["Look", "Resolver"]
