"""Bills as CycloneDX: the same small bill in every version, in JSON and in XML, and what is refused."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from vendorcheck.model.bom import Bill, Table
from vendorcheck.model.errors import NothingToScreenError, VendorcheckError
from vendorcheck.readers import ALL_FOUND, Choices, HeadingRole, Source
from vendorcheck.readers.documents.component import NOT_AN_OBJECT
from vendorcheck.readers.documents.cyclonedx_json import open_cyclonedx_json

Opened = Callable[..., Bill]
Lines = Callable[[Table], list[Any]]
Refused = Callable[..., VendorcheckError]

#: Who made a camera, as the versions can say it.
_BEFORE_1_6 = ("1.2", "1.3", "1.4", "1.5")
_VERSIONS = (*_BEFORE_1_6, "1.6", "1.7")


def _made(version: str) -> dict[str, Any]:
    if version in _BEFORE_1_6:
        return {"publisher": "Acme Cameras", "author": "Jane Doe <jane@acme.example>"}
    return {"manufacturer": {"name": "Acme Cameras"}, "authors": [{"name": "Jane Doe", "email": "jane@acme.example"}]}


def _camera(version: str) -> dict[str, Any]:
    camera = {
        "type": "device",
        "supplier": {"name": "Video Shop", "url": ["https://shop.example"], "contact": [{"name": "Joe"}]},
        **_made(version),
        "group": "cameras",
        "name": "DC-4",
        "version": "2",
        "description": "Dome camera",
        "cpe": "cpe:2.3:h:acme:dc-4:-:*:*:*:*:*:*:*",
        "components": [{"type": "firmware", "name": "dc-fw", "purl": "pkg:generic/acme/dc-fw@2"}],
    }
    if version != "1.2":  # which has no properties yet
        camera["properties"] = [
            {"name": "cdx:device:macAddress", "value": "00:11:22:33:44:55"},
            {"name": "password", "value": "secret"},
        ]
    return camera


def _bill(version: str) -> dict[str, Any]:
    return {
        "bomFormat": "CycloneDX",
        "specVersion": version,
        "version": 1,
        "metadata": {"component": {"type": "device", "name": "Kit", "supplier": {"name": "Integrator"}}},
        "components": [_camera(version), {"type": "library", "name": "libc"}],
        "services": [{"name": "Cloud", "provider": {"name": "Cloud Co"}, "services": [{"name": "Store"}]}],
    }


_SINGULAR = {"components": "component", "services": "service", "authors": "author", "contact": "contact"}


def _element(name: str, value: Any) -> str:
    """A member of the JSON bill as the XML of the same version writes it."""
    if name == "properties":
        inner = "".join(f'\n<property name="{each["name"]}">{each["value"]}</property>' for each in value)
        return f"<properties>{inner}</properties>"
    if name in ("url", "contact"):
        return "".join(_element(name + " ", each) for each in value)
    if isinstance(value, list):
        inner = "".join("\n" + _element(_SINGULAR[name], each) for each in value)
        return f"<{name}>{inner}</{name}>"
    if isinstance(value, dict):
        kind = f' type="{value["type"]}"' if "type" in value else ""
        inner = "".join("\n" + _element(key, each) for key, each in value.items() if key != "type")
        return f"<{name.strip()}{kind}>{inner}</{name.strip()}>"
    return f"<{name.strip()}>{value.replace('&', '&amp;').replace('<', '&lt;')}</{name.strip()}>"


def _xml(bill: Mapping[str, Any]) -> str:
    inner = "\n".join(_element(key, bill[key]) for key in ("metadata", "components", "services") if key in bill)
    namespace = f"http://cyclonedx.org/schema/bom/{bill['specVersion']}"
    return f'<?xml version="1.0"?>\n<bom xmlns="{namespace}" version="1">\n{inner}\n</bom>'


@pytest.mark.parametrize("version", _VERSIONS)
@pytest.mark.parametrize("write", [lambda bill: json.dumps(bill, indent=1), json.dumps, _xml])
def test_the_same_bill_is_read_in_every_version(
    version: str, write: Callable[[dict[str, Any]], str], opened: Opened, lines: Lines
) -> None:
    (table,) = opened(write(_bill(version))).tables
    kit, camera, firmware, library, cloud, store = lines(table)
    assert table.layout.format == ("cyclonedx-xml" if write is _xml else "cyclonedx-json")
    assert [line.depth for line in (kit, camera, firmware, library, cloud, store)] == [0, 1, 2, 1, 1, 2]
    assert kit.cells == {"supplier.name": ["Integrator"], "name": ["Kit"], "type": ["device"]}
    maker = "publisher" if version in _BEFORE_1_6 else "manufacturer.name"
    expected = {
        maker: ["Acme Cameras"],
        "supplier.name": ["Video Shop"],
        "cpe.vendor": ["acme"],
        "name": ["DC-4"],
        "cpe.product": ["dc-4"],
        "group": ["cameras"],
        "description": ["Dome camera"],
        "type": ["device"],
    }
    if version != "1.2":
        expected["properties.cdx:device:macAddress"] = ["00:11:22:33:44:55"]
    assert camera.cells == expected
    assert camera.beside == ("Jane Doe",)
    assert firmware.cells == {"name": ["dc-fw"], "purl.namespace": ["acme"], "type": ["firmware"]}
    assert library.cells == {"name": ["libc"], "type": ["library"]}
    assert cloud.cells == {"provider.name": ["Cloud Co"], "name": ["Cloud"]}
    assert store.cells == {"name": ["Store"]}
    roles = {column.heading: column.role for column in table.layout.columns}
    assert roles[maker] == ("brand" if version in _BEFORE_1_6 else "maker")
    assert (roles["supplier.name"], roles["cpe.vendor"], roles["name"]) == ("vendor", "brand", "part")
    assert (roles["group"], roles["type"], roles["version"]) == ("description", "category", "ignored")
    assert "password" not in str(roles)
    assert table.reading.lines == 6


@pytest.mark.parametrize("version", _VERSIONS)
def test_pointers_lead_to_the_cells(version: str, opened: Opened, lines: Lines) -> None:
    bill = _bill(version)
    for line in lines(opened(json.dumps(bill)).tables[0]):
        for heading, pointers in line.pointers.items():
            for pointer in pointers:
                value: Any = bill
                for step in pointer.split("/")[1:]:
                    value = value[int(step) if isinstance(value, list) else step]
                assert isinstance(value, str), (heading, pointer)


def test_paths_lead_to_the_cells_in_xml(opened: Opened, lines: Lines) -> None:
    kit, camera, firmware, *_ = lines(opened(_xml(_bill("1.6"))).tables[0])
    assert kit.pointers["name"] == ["/bom/metadata/component/name"]
    assert kit.pointers["type"] == ["/bom/metadata/component/@type"]
    assert camera.pointers["manufacturer.name"] == ["/bom/components/component[1]/manufacturer/name"]
    assert camera.pointers["properties.cdx:device:macAddress"] == [
        "/bom/components/component[1]/properties/property[1]"
    ]
    assert firmware.pointers["name"] == ["/bom/components/component[1]/components/component[1]/name"]


@pytest.mark.parametrize("write", [lambda bill: json.dumps(bill, indent=1), _xml])
def test_lines_are_those_on_which_components_begin(
    write: Callable[[dict[str, Any]], str], opened: Opened, lines: Lines
) -> None:
    text = write(_bill("1.6"))
    physical = text.split("\n")
    found = [line.number for line in lines(opened(text).tables[0])]
    assert len(set(found)) == len(found)
    for number in found:
        assert physical[number - 1].strip().startswith(("{", '"component": {', "<component", "<metadata>", "<service"))


def test_metadata_say_who_made_and_sold_the_thing(opened: Opened, lines: Lines) -> None:
    bill = {
        "components": [{"name": "x"}],
        "metadata": {
            "manufacture": {"name": "Made Co"},
            "supplier": {"name": "Sold Co"},
            "manufacturer": {"name": "Wrote Co"},
            "tools": [{"vendor": "Tool Co", "name": "tool"}],
        },
        "specVersion": "1.6",
        "bomFormat": "CycloneDX",
    }
    for tools in (bill["metadata"]["tools"], {"components": [{"supplier": {"name": "Tool Co"}, "name": "tool"}]}):  # type: ignore[index]
        bill["metadata"]["tools"] = tools  # type: ignore[index]
        tool, subject, component = lines(opened(json.dumps(bill)).tables[0])
        assert (tool.aside, set(tool.beside), tool.depth) == (
            "a tool that the bill was made with",
            {"Tool Co", "tool"},
            None,
        )
        assert subject.cells == {"metadata.manufacture.name": ["Made Co"], "metadata.supplier.name": ["Sold Co"]}
        assert (subject.beside, subject.depth) == (("Wrote Co",), 0)
        assert (component.cells, component.depth) == ({"name": ["x"]}, 1)


def test_what_a_component_was_made_from_is_a_part_and_other_versions_are_not(opened: Opened, lines: Lines) -> None:
    pedigree = {
        "ancestors": [{"name": "old", "publisher": "Before Co"}],
        "variants": [{"name": "other", "publisher": "Else Co", "components": [{"name": "inner"}]}],
    }
    bill = {"bomFormat": "CycloneDX", "specVersion": "1.4", "components": [{"name": "x", "pedigree": pedigree}]}
    (table,) = opened(json.dumps(bill)).tables
    component, ancestor, variant, inner = lines(table)
    assert (component.depth, ancestor.depth) == (0, 1)
    assert ancestor.note == "The component above it was made from it."
    assert ancestor.cells["publisher"] == ["Before Co"]
    assert variant.aside == inner.aside == "another version of the component above it"
    assert set(variant.beside) == {"other", "Else Co"}
    assert (table.reading.lines, table.reading.beside.count) == (2, 2)


def test_what_a_thing_was_made_with_is_looked_at(opened: Opened, lines: Lines) -> None:
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "formulation": [{"components": [{"name": "compiler"}], "services": [{"name": "builder"}]}],
        "components": [{"name": "x"}],
    }
    compiler, builder, _ = lines(opened(json.dumps(bill)).tables[0])
    assert compiler.aside == builder.aside == "what the thing was made with"


def test_a_list_of_suppliers_and_a_bare_name_are_read_all_the_same(opened: Opened, lines: Lines) -> None:
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "components": [
            {"name": "x", "supplier": [{"name": "A"}, "B"], "publisher": {"name": "C"}, "purl": "x", "cpe": "y"}
        ],
    }
    (line,) = lines(opened(json.dumps(bill)).tables[0])
    assert line.cells == {"supplier.name": ["A", "B"], "publisher": ["C"], "name": ["x"]}
    assert set(line.beside) == {"x", "y"}


def test_components_that_are_none_are_counted(opened: Opened, lines: Lines) -> None:
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "components": [{"name": "x", "components": ["y", 3]}, "z", None, {}],
    }
    (table,) = opened(json.dumps(bill)).tables
    assert [line.cells for line in lines(table)] == [{"name": ["x"]}]
    assert table.reading.unreadable[NOT_AN_OBJECT].count == 3
    assert table.reading.blank.count == 1


def test_persons_do_not_make_a_line_named_but_the_caller_may_say_so(opened: Opened, lines: Lines) -> None:
    bill = {"bomFormat": "CycloneDX", "specVersion": "1.4", "components": [{"name": "x", "author": "Jane Doe"}]}
    (table,) = opened(json.dumps(bill), Choices(mappings=(HeadingRole("maker", "author"),))).tables
    (line,) = lines(table)
    assert (line.cells, line.beside) == ({"author": ["Jane Doe"], "name": ["x"]}, ())


def test_a_property_may_be_mapped(opened: Opened, lines: Lines) -> None:
    properties = [{"name": "acme:who", "value": "Acme"}, {"name": "acme:who"}, "x", {"value": "y"}]
    bill = {"bomFormat": "CycloneDX", "specVersion": "1.4", "components": [{"name": "x", "properties": properties}]}
    (table,) = opened(json.dumps(bill), Choices(mappings=(HeadingRole("maker", "properties.acme:who"),))).tables
    (line,) = lines(table)
    assert line.cells == {"properties.acme:who": ["Acme"], "name": ["x"]}
    assert line.pointers["properties.acme:who"] == ["/components/0/properties/0/value"]


@pytest.mark.parametrize(
    ("bill", "said"),
    [
        ({"bomFormat": "AnotherFormat", "specVersion": "1.5", "components": []}, "'AnotherFormat'"),
        ({"bomFormat": "x" * 99, "specVersion": "1.5"}, repr("x" * 40)),
        ({"bomFormat": "CycloneDX", "specVersion": "1.8"}, "CycloneDX '1.8'"),
        ({"bomFormat": "CycloneDX", "specVersion": "2.0"}, "CycloneDX '2.0'"),
        ({"bomFormat": "CycloneDX"}, "of no stated version"),
        ({"bomFormat": "CycloneDX", "specVersion": ["1.6"]}, "of no stated version"),
        ({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": {"name": "x"}}, "components that are no list"),
        ({"bomFormat": "CycloneDX", "specVersion": "1.6", "services": "x"}, "services that are no list"),
    ],
)
def test_what_is_not_known_is_refused(bill: dict[str, Any], said: str, refused: Refused) -> None:
    error = refused(json.dumps(bill))
    assert (error.code, error.exit_code) == ("bill_unsupported", 2)
    assert said in error.message


@pytest.mark.parametrize(
    "bill",
    [
        {"vulnerabilities": [{"id": "CVE-2000-1", "affects": [{"ref": "x"}]}]},
        {"components": [], "services": []},
        {"metadata": {"tools": [{"name": "t"}]}},
        {"metadata": "x"},
    ],
)
def test_a_document_that_lists_nothing_has_nothing_to_screen(
    bill: dict[str, Any], source_of: Callable[[str], Source]
) -> None:
    text = json.dumps({"bomFormat": "CycloneDX", "specVersion": "1.4", **bill})
    with pytest.raises(NothingToScreenError) as caught:
        open_cyclonedx_json(source_of(text), ALL_FOUND)
    assert "lists no component and no service" in caught.value.message


def test_it_has_one_table(refused: Refused) -> None:
    assert refused(json.dumps(_bill("1.6")), Choices(sheet="x")).code == "usage"
    assert refused(_xml(_bill("1.6")), Choices(sheet="x")).code == "usage"
