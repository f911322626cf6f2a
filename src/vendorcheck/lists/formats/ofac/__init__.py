"""The lists of OFAC as sets of CSV files without headings: Specially Designated Nationals, and all others."""

from vendorcheck.lists.format import Format
from vendorcheck.lists.formats.ofac.reading import is_of_cons, is_of_sdn, read_cons, read_sdn

OFAC_SDN = Format(
    "ofac-sdn",
    "OFAC: Specially Designated Nationals (sdn.csv, alt.csv, add.csv, sdn_comments.csv)",
    "ofac-sdn",
    is_of_sdn,
    read_sdn,
)
OFAC_CONS = Format(
    "ofac-cons",
    "OFAC: all lists other than Specially Designated Nationals "
    "(cons_prim.csv, cons_alt.csv, cons_add.csv, cons_comments.csv)",
    "ofac-cons",
    is_of_cons,
    read_cons,
)

__all__ = ["OFAC_CONS", "OFAC_SDN"]
