"""One index of names for the parties of the rulebook and for imported lists, built once and searched where it lies."""

from vendorcheck.resolve.index.building import IndexedName, build
from vendorcheck.resolve.index.searching import Candidate, NameIndex

__all__ = ["Candidate", "IndexedName", "NameIndex", "build"]
