"""Bills in documents: JSON, JSON Lines, CycloneDX, SPDX; what they hold becomes lines with pointers to their cells."""

from vendorcheck.readers.documents.cyclonedx_json import open_cyclonedx_json
from vendorcheck.readers.documents.cyclonedx_xml import open_cyclonedx_xml
from vendorcheck.readers.documents.json_bill import open_json
from vendorcheck.readers.documents.json_lines import open_json_lines
from vendorcheck.readers.documents.spdx import open_spdx_json

__all__ = ["open_cyclonedx_json", "open_cyclonedx_xml", "open_json", "open_json_lines", "open_spdx_json"]
