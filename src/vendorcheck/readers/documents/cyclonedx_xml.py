"""CycloneDX in XML; other XML is told by name."""

from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.documents.component import BESIDE, roles_of_component
from vendorcheck.readers.documents.cyclonedx import bill_of
from vendorcheck.readers.documents.json.text import check_size
from vendorcheck.readers.documents.layout import Kind
from vendorcheck.readers.documents.opened import Opened, roles_chosen
from vendorcheck.readers.documents.table import DocumentBill
from vendorcheck.readers.documents.xml.faults import NotCycloneDxError
from vendorcheck.readers.documents.xml.tree import LISTS
from vendorcheck.readers.documents.xml.walk import XmlWalk
from vendorcheck.readers.source import Source
from vendorcheck.readers.text_kinds import declared_encoding

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def open_cyclonedx_xml(source: Source, choices: Choices) -> DocumentBill:
    """Return the bill of a CycloneDX document in XML; an error where it lists nothing, or is other XML."""
    check_size(source)
    kind = Kind("cyclonedx-xml", roles_chosen(choices, roles_of_component), BESIDE, xml_path)
    opened = Opened.of(source, kind, choices, choices.encoding or xml_encoding(source))
    try:
        return bill_of(opened, choices, lambda lost: XmlWalk(opened, lost))
    except NotCycloneDxError as other:
        raise _other_xml(source.name, other) from None


def xml_encoding(source: Source) -> str:
    """Return the encoding of an XML file: that of its mark, else what it declares, else what its bytes look like."""
    found = source.survey.encoding
    return (
        found if found.startswith(("utf-8-sig", "utf-16", "utf-32")) else declared_encoding(source.survey.head) or found
    )


def xml_path(pointer: str) -> str:
    """Return the path in the XML document to what a pointer leads to in the same document as JSON."""
    path, above = "/bom", ""
    for step in pointer.split("/")[1:]:
        if step.isdigit():
            path += f"/{LISTS[above]}[{int(step) + 1}]" if above in LISTS else f"[{int(step) + 1}]"
        elif step == "type" or (step == "name" and above == "swid"):
            path += f"/@{step}"
        elif not (step == "value" and path.rpartition("/")[2].startswith("property[")):
            path += f"/{step}"
        above = step
    return path


def _other_xml(name: str, other: NotCycloneDxError) -> VendorcheckError:
    if other.name.lower() == "html":
        what, todo = "an HTML page", "Export the table it holds as CSV."
    elif other.namespace == _RDF:
        what, todo = "RDF", "Where it is SPDX, export it as SPDX 2.3 in JSON."
    else:
        what, todo = "XML that is not CycloneDX", "Export the bill as CSV, or as CycloneDX."
    return VendorcheckError("bill_unsupported", f"{name} is {what}, which is not read", spot=Spot(name), help=todo)
