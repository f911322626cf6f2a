"""Who is behind a line: names, marks and identifiers to hits with their basis, ownership as of a day."""

from vendorcheck.resolve.list_index import ListIndexes, list_indexes
from vendorcheck.resolve.resolver import Look, Looking, Resolver
from vendorcheck.resolve.similar_names import prepared_names

__all__ = ["ListIndexes", "Look", "Looking", "Resolver", "list_indexes", "prepared_names"]
