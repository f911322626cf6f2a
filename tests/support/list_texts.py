"""Lists of invented names in the formats of official ones, for tests that screen against them."""

import csv
import io

CSL_HEADINGS = (
    "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,"
    "standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,"
    "vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,"
    "places_of_birth,source_information_url,ids"
)

ENTITY_LIST = "Entity List (EL) - Bureau of Industry and Security"
MEU = "Military End User (MEU) List - Bureau of Industry and Security"
SDN = "Specially Designated Nationals (SDN) - Treasury Department"


def csl(*rows: dict[str, str]) -> str:
    """A Consolidated Screening List of these rows, numbered from 1; cells that are not given are empty."""
    out = io.StringIO()
    written = csv.DictWriter(out, CSL_HEADINGS.split(","), restval="", lineterminator="\n")
    written.writeheader()
    for at, row in enumerate(rows, 1):
        written.writerow({"_id": f"{at:024x}", "entity_number": str(at), **row})
    return out.getvalue()


def un(*entities: str, made: str = "2026-11-19") -> str:
    """A list of the United Nations with entities of these names, numbered from 1."""
    told = "".join(
        f"<ENTITY><DATAID>{at}</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>{name}</FIRST_NAME>"
        f"<UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe.99{at}</REFERENCE_NUMBER>"
        "<LISTED_ON>2017-08-05</LISTED_ON></ENTITY>"
        for at, name in enumerate(entities, 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<CONSOLIDATED_LIST dateGenerated="{made}T00:00:00.000-05:00">'
        f"<INDIVIDUALS></INDIVIDUALS><ENTITIES>{told}</ENTITIES></CONSOLIDATED_LIST>\n"
    )
