"""The formats in which lists are published, in the order in which a file is tried: one's own comes last."""

from vendorcheck.lists.format import Format
from vendorcheck.lists.formats.csl import CSL
from vendorcheck.lists.formats.csl_json import CSL_JSON
from vendorcheck.lists.formats.denied_persons import DENIED_PERSONS
from vendorcheck.lists.formats.eu import EU
from vendorcheck.lists.formats.fcc import FCC
from vendorcheck.lists.formats.ofac import OFAC_CONS, OFAC_SDN
from vendorcheck.lists.formats.opensanctions import OPENSANCTIONS
from vendorcheck.lists.formats.own import OWN
from vendorcheck.lists.formats.uk import UK
from vendorcheck.lists.formats.un import UN

FORMATS: tuple[Format, ...] = (
    CSL,
    CSL_JSON,
    DENIED_PERSONS,
    FCC,
    OFAC_SDN,
    OFAC_CONS,
    UN,
    UK,
    EU,
    OPENSANCTIONS,
    OWN,
)

__all__ = ["FORMATS"]
