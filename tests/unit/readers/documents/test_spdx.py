"""Bills as SPDX 2.2 and 2.3 in JSON, and other SPDX told by name."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from vendorcheck.model.bom import Bill, Table
from vendorcheck.model.errors import NothingToScreenError, VendorcheckError
from vendorcheck.readers import ALL_FOUND, Choices, Source
from vendorcheck.readers.documents.spdx import NOT_AN_OBJECT, open_spdx_json

Opened = Callable[..., Bill]
Lines = Callable[[Table], list[Any]]
Refused = Callable[..., VendorcheckError]

PACKAGES: list[Any] = [
    {
        "SPDXID": "SPDXRef-fw",
        "name": "dc-fw",
        "versionInfo": "2",
        "originator": "Organization: Acme Cameras (info@acme.example)",
        "supplier": "Person: Jane Doe (jane@acme.example)",
        "summary": "Firmware",
        "description": "Firmware of a dome camera",
        "primaryPackagePurpose": "FIRMWARE",
        "copyrightText": "NOASSERTION",
        "externalRefs": [
            {"referenceType": "cpe23Type", "referenceLocator": "cpe:2.3:o:acme:dc-fw:2:*:*:*:*:*:*:*"},
            {"referenceType": "http://spdx.org/rdf/references/purl", "referenceLocator": "pkg:generic/acme/dc-fw@2"},
            {"referenceType": "advisory", "referenceLocator": "https://acme.example"},
            "x",
        ],
    },
    {"SPDXID": "SPDXRef-kit", "name": "kit", "supplier": "organization: Integrator"},
    {"SPDXID": "SPDXRef-x", "name": "x", "supplier": "NOASSERTION", "originator": "NONE", "copyrightText": "(c) Y"},
    {"SPDXID": "SPDXRef-y", "name": "y", "originator": "Bare Name"},
]


def _document(packages: list[Any] = PACKAGES, **more: Any) -> str:
    document = {"packages": packages, "files": [{"fileName": "a"}], "SPDXID": "SPDXRef-DOCUMENT", **more}
    return json.dumps({"spdxVersion": "SPDX-2.3", **document}, indent=1)


@pytest.mark.parametrize("version", ["SPDX-2.2", "SPDX-2.3"])
def test_packages_are_lines(version: str, opened: Opened, lines: Lines) -> None:
    (table,) = opened(_document(spdxVersion=version)).tables
    assert table.layout.format == "spdx-json"
    firmware, kit, other, bare = lines(table)
    assert firmware.cells == {
        "originator": ["Acme Cameras"],
        "cpe.vendor": ["acme"],
        "name": ["dc-fw"],
        "cpe.product": ["dc-fw"],
        "purl.namespace": ["acme"],
        "summary": ["Firmware"],
        "description": ["Firmware of a dome camera"],
        "primaryPackagePurpose": ["FIRMWARE"],
    }
    assert firmware.pointers["originator"] == ["/packages/0/originator"]
    assert firmware.pointers["cpe.vendor"] == ["/packages/0/externalRefs/0/referenceLocator"]
    assert firmware.beside == ("Jane Doe",)
    assert (kit.cells, kit.depth) == ({"supplier": ["Integrator"], "name": ["kit"]}, None)
    assert (other.cells, other.beside) == ({"name": ["x"]}, ("(c) Y",))
    assert bare.cells == {"originator": ["Bare Name"], "name": ["y"]}
    roles = {column.heading: column.role for column in table.layout.columns}
    assert (roles["originator"], roles["supplier"], roles["name"]) == ("maker", "vendor", "part")
    assert (roles["supplier (person)"], roles["versionInfo"]) == ("ignored", "ignored")
    assert "jane@" not in str([firmware, kit])


@pytest.mark.parametrize(
    "more",
    [
        {"documentDescribes": ["SPDXRef-kit"]},
        {
            "relationships": [
                {
                    "spdxElementId": "SPDXRef-DOCUMENT",
                    "relationshipType": "DESCRIBES",
                    "relatedSpdxElement": "SPDXRef-kit",
                },
                {"spdxElementId": "SPDXRef-x", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-y"},
                {"spdxElementId": "SPDXRef-kit", "relationshipType": "DEPENDS_ON", "relatedSpdxElement": "SPDXRef-x"},
                3,
            ]
        },
        {
            "relationships": [
                {
                    "spdxElementId": "SPDXRef-kit",
                    "relationshipType": "DESCRIBED_BY",
                    "relatedSpdxElement": "SPDXRef-DOCUMENT",
                }
            ]
        },
    ],
)
def test_the_package_that_the_document_describes_is_the_whole(
    more: dict[str, Any], opened: Opened, lines: Lines
) -> None:
    found = lines(opened(_document(**more)).tables[0])
    assert [(line.cells["name"], line.depth) for line in found] == [
        (["kit"], 0),
        (["dc-fw"], 1),
        (["x"], 1),
        (["y"], 1),
    ]
    assert found[0].pointers["name"] == ["/packages/1/name"]
    assert [line.number for line in found] == sorted([line.number for line in found[1:]] + [found[0].number])[1:2] + [
        line.number for line in found[1:]
    ]


@pytest.mark.parametrize("described", [["SPDXRef-kit", "SPDXRef-x"], ["SPDXRef-nowhere"], []])
def test_otherwise_packages_stand_side_by_side(described: list[str], opened: Opened, lines: Lines) -> None:
    found = lines(opened(_document(documentDescribes=described)).tables[0])
    assert [line.depth for line in found] == [None] * 4


def test_packages_that_are_none_are_counted(opened: Opened, lines: Lines) -> None:
    (table,) = opened(_document([{"name": "x"}, "y", 3, {}])).tables
    assert [line.cells for line in lines(table)] == [{"name": ["x"]}]
    assert table.reading.unreadable[NOT_AN_OBJECT].count == 2
    assert table.reading.blank.count == 1


def test_a_document_without_packages_has_nothing_to_screen(source_of: Callable[[str], Source]) -> None:
    with pytest.raises(NothingToScreenError) as caught:
        open_spdx_json(source_of(_document([])), ALL_FOUND)
    assert "lists no package" in caught.value.message


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (_document(spdxVersion="SPDX-2.1"), "SPDX of the version 'SPDX-2.1'"),
        (_document(spdxVersion="SPDX-" + "9" * 99), "SPDX of the version 'SPDX-" + "9" * 35 + "'"),
        (_document(spdxVersion=3), "SPDX"),
        (
            '{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [{"type": "x"}]}',
            "SPDX 3 (JSON-LD)",
        ),
        ("SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\nPackageName: x\n", "SPDX as tags and values"),
        ("# made by hand\nSPDXVersion: SPDX-2.2\n", "SPDX as tags and values"),
        ("SPDXID: SPDXRef-DOCUMENT\nspdxVersion: SPDX-2.3\n", "SPDX as YAML"),
    ],
)
def test_other_spdx_is_told_by_name(text: str, what: str, refused: Refused) -> None:
    error = refused(text)
    assert (error.code, error.exit_code) == ("bill_unsupported", 2)
    assert f" is {what}" in error.message
    assert "SPDX" in str(error.help)


def test_it_has_one_table_and_its_packages_are_a_list(refused: Refused) -> None:
    assert refused(_document(), Choices(sheet="x")).code == "usage"
    assert "no list" in refused('{"spdxVersion": "SPDX-2.3", "packages": {"name": "x"}}').message
