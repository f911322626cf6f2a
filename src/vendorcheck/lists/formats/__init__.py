"""The formats in which lists are published, in the order in which a file is tried: one's own comes last."""

from vendorcheck.lists.format import Format
from vendorcheck.lists.formats.csl import CSL
from vendorcheck.lists.formats.csl_json import CSL_JSON
from vendorcheck.lists.formats.denied_persons import DENIED_PERSONS
from vendorcheck.lists.formats.fcc import FCC
from vendorcheck.lists.formats.own import OWN

FORMATS: tuple[Format, ...] = (
    CSL,
    CSL_JSON,
    DENIED_PERSONS,
    FCC,
    OWN,
)

__all__ = ["FORMATS"]
