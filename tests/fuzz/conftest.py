"""The files that the fuzz target bends: small bills of every format that is read, written by hand."""

import io
import zipfile
from collections.abc import Mapping

import pytest

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

_ROWS = (
    "Manufacturer,Part Number,Description,Qty",
    "Acme Cameras,AC-100,Dome camera,4",
    '"Bolt, Inc.",B-2,"Recorder, 8 channels",1',
    "",
    "# spare parts",
    'Cord & Sons,C3,"Cable\nshielded",12',
    "Acme Cameras,AC-200",
    "Delta,D4,Switch,2,more,and more",
    ",,Power supply of the switch,",
    "Total,,,19",
)
_COMMAS = "\n".join(_ROWS) + "\n"

_LEVELS = (
    "Bill of the north gate\tdraft 3\r\n\r\nLevel\tMaker\tModel\tQty\r\n0\tAcme\tRack 1\t1\r\n1\tBolt\tPanel 2\t2\r\n"
    "Cabling:\t\t\t\r\n2\tDelta\tLead 5\t9\r\n\r\nBrand\tModel\tCount\r\nEcho\tE-1\t3\r\n"
)
_SEMICOLONS = (
    "sep=;\r\nHersteller;Modell;Bezeichnung;Menge\r\nMüller Geräte;G-10;Kamera für außen;3\r\n"
    "'Öl; Gas';H2;Gehäuse;1\r\n"
)
_BARS = (
    '"Vendor"|"Manufacturer / MPN"|"Serial"\n"North \\"Supply\\""|"Acme AC-100"|"00017"\n"South"|"Bolt / B-2"|"00018"\n'
)
_CHINESE = "制造商,型号,描述,数量\n海角科技,HJ-100,网络摄像机,4\n北桥电子,BQ-7,录像机,1\n"
_CYRILLIC = "Производитель;Модель;Описание;Количество\nСевер;С-100;Камера уличная;4\nМост;М-7;Регистратор;1\n"

_LINES = (
    '{"manufacturer": "Acme", "mpn": "AC-100", "qty": 4, "tags": ["dome", null]}\n'
    '{"manufacturer": {"name": "Bolt", "country": "DE"}, "mpn": "B-2", "price": 1.5e2, "ok": true}\n\n'
    '{"manufacturer": "Caf\\u00e9 \\ud83d\\ude00", "mpn": "C3", "parts": [{"manufacturer": "Delta", "mpn": "D4"}]}\n'
)
_ARRAY = "[" + ",\n ".join(line for line in _LINES.split("\n") if line) + "]\n"
_LISTS = f'{{"project": "North", "vendor": "Echo", "items": {_ARRAY}, "more": {{"spare": {_ARRAY}}}}}'

_CYCLONEDX_JSON = """{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
 "metadata": {"component": {"type": "device", "name": "Gate", "bom-ref": "g"}, "supplier": {"name": "Echo"}},
 "components": [
  {"type": "device", "name": "AC-100", "version": "2", "manufacturer": {"name": "Acme"}, "bom-ref": "a",
   "cpe": "cpe:2.3:h:acme:ac-100:2:*:*:*:*:*:*:*", "properties": [{"name": "serial", "value": "17"}],
   "components": [{"type": "firmware", "name": "ac-fw", "publisher": "Acme", "author": "J. Doe"}]},
  {"type": "library", "name": "left", "group": "@bolt", "purl": "pkg:npm/%40bolt/left@1.0", "supplier": null}],
 "services": [{"name": "relay", "provider": {"name": "Delta", "url": ["https://delta.example"]}}]}
"""
_CYCLONEDX_XML = """<?xml version="1.0" encoding="UTF-8"?>
<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1">
 <metadata><component type="device"><name>Gate</name></component><supplier><name>Echo</name></supplier></metadata>
 <components>
  <component type="device" bom-ref="a"><manufacturer><name>Acme &amp; Co</name></manufacturer><name>AC-100</name>
   <version>2</version><cpe>cpe:2.3:h:acme:ac-100:2:*:*:*:*:*:*:*</cpe>
   <properties><property name="serial">17</property></properties>
   <components>
    <component type="firmware"><publisher>Acme</publisher><name><![CDATA[ac-fw]]></name></component></components>
  </component>
  <!-- bought later -->
  <component type="library"><group>bolt</group><name>left&#233;</name><purl>pkg:npm/left@1.0</purl></component>
 </components>
 <services><service><provider><name>Delta</name></provider><name>relay</name></service></services>
</bom>
"""
_SPDX = """{"spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "name": "gate", "dataLicense": "CC0-1.0",
 "creationInfo": {"created": "2026-01-02T03:04:05Z", "creators": ["Tool: hand"]},
 "packages": [
  {"SPDXID": "SPDXRef-a", "name": "ac-fw", "versionInfo": "2", "supplier": "Organization: Acme (info@acme.example)",
   "originator": "Person: J. Doe", "downloadLocation": "NOASSERTION",
   "externalRefs": [{"referenceCategory": "SECURITY", "referenceType": "cpe23Type",
    "referenceLocator": "cpe:2.3:h:acme:ac-100:2:*:*:*:*:*:*:*"}]},
  {"SPDXID": "SPDXRef-b", "name": "left", "supplier": "NOASSERTION", "primaryPackagePurpose": "LIBRARY"}],
 "relationships": [{"spdxElementId": "SPDXRef-a", "relationshipType": "CONTAINS", "relatedSpdxElement": "SPDXRef-b"}]}
"""

_SHEET = """\
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
<c r="C1" t="inlineStr"><is><t>Qty</t></is>\
</c><c r="D1" t="inlineStr"><is><r><t>Acquired </t></r><r><t>on</t></r></is></c></row>
<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="str"><f>"AC-"&amp;100</f><v>AC-100</v></c><c r="C2"><v>4</v></c>\
<c r="D2" s="1"><v>45000.5</v></c></row>
<row r="3" hidden="1"><c r="B3"><v>0017</v></c><c r="C3" s="2"><v>1.25</v></c>\
<c r="D3" t="d"><v>2026-01-02</v></c></row>
<row r="6"><c r="A6" t="s"><v>3</v></c>\
<c r="B6" t="e"><v>#N/A</v></c><c r="C6" t="b"><v>1</v></c>\
<c r="E6"><v>9</v></c></row>"""
_WORKBOOK = (
    f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr date1904="0"/><sheets>'
    '<sheet name="Bill" sheetId="1" r:id="rId1"/><sheet name="Notes" sheetId="2" state="hidden" r:id="rId2"/>'
    "</sheets></workbook>"
)
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><numFmts count="1">'
    '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/></numFmts>'
    '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>'
)
_MEMBERS = {
    "[Content_Types].xml": f'<Types xmlns="{_TYPES}"/>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": _WORKBOOK,
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/worksheet" Target="/xl/worksheets/sheet2.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    f'<Relationship Id="rId4" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}" count="4" uniqueCount="4"><si><t>Manufacturer</t></si>'
    '<si><t>Part Number</t></si><si><r><t>Ac</t></r><r><t xml:space="preserve">me </t></r></si>'
    "<si><t>Bolt_x000D_</t><rPh><t>b</t></rPh></si></sst>",
    "xl/styles.xml": _STYLES,
    "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:E6"/><sheetData>{_SHEET}</sheetData>'
    '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells></worksheet>',
    "xl/worksheets/sheet2.xml": f'<worksheet xmlns="{_MAIN}"><sheetData><row><c t="inlineStr"><is>'
    "<t>Made by Acme</t></is>"
    "</c></row></sheetData></worksheet>",
}


@pytest.fixture(scope="session")
def members() -> Mapping[str, bytes]:
    """The parts of a workbook."""
    return {name: text.encode() for name, text in _MEMBERS.items()}


@pytest.fixture(scope="session")
def seeds(members: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """A bill in each format, by the name of the format."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return {
        "csv": _COMMAS.encode(),
        "csv-utf-8-sig": _COMMAS.encode("utf-8-sig"),
        "csv-semicolons-cp1252": _SEMICOLONS.encode("cp1252"),
        "csv-bars-escaped": _BARS.encode(),
        "csv-gb18030": _CHINESE.encode("gb18030"),
        "csv-cp1251": _CYRILLIC.encode("cp1251"),
        "tsv-levels": _LEVELS.encode(),
        "tsv-utf-16": _LEVELS.encode("utf-16"),
        "xlsx-archive": file.getvalue(),
        "json-array": _ARRAY.encode(),
        "json-lists": _LISTS.encode(),
        "jsonl": _LINES.encode(),
        "cyclonedx-json": _CYCLONEDX_JSON.encode(),
        "cyclonedx-xml": _CYCLONEDX_XML.encode(),
        "spdx-json": _SPDX.encode(),
    }
