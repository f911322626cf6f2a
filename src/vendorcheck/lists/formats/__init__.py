"""The formats in which lists are published, in the order in which a file is tried: one's own comes last."""

from vendorcheck.lists.format import Format
from vendorcheck.lists.formats.own import OWN

FORMATS: tuple[Format, ...] = (OWN,)

__all__ = ["FORMATS"]
