"""CycloneDX in XML: what is read of its elements, and what no parser may be led to do."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorcheck.model.bom import Bill, Table
from vendorcheck.model.errors import NothingToScreenError, VendorcheckError
from vendorcheck.readers import ALL_FOUND, Choices, Source
from vendorcheck.readers.documents import table as document_table
from vendorcheck.readers.documents.cyclonedx_xml import open_cyclonedx_xml, xml_encoding, xml_path
from vendorcheck.readers.documents.xml import tree as xml_tree
from vendorcheck.readers.documents.xml import walk

Opened = Callable[..., Bill]
Lines = Callable[[Table], list[Any]]
Refused = Callable[..., VendorcheckError]

NS = "http://cyclonedx.org/schema/bom/"


def _bom(inner: str, version: str = "1.6", head: str = "") -> str:
    return f'{head}<bom xmlns="{NS}{version}" version="1">{inner}</bom>'


def _component(inner: str) -> str:
    return _bom(f"<components><component>{inner}</component></components>")


@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_the_first_versions_are_read_too(version: str, opened: Opened, lines: Lines) -> None:
    text = _bom(
        '<components><component type="library"><publisher>Acme</publisher><name>x</name><version>1</version>'
        "<modified>false</modified></component></components>",
        version,
    )
    (line,) = lines(opened(text).tables[0])
    assert line.cells == {"publisher": ["Acme"], "name": ["x"], "type": ["library"]}


def test_prefixes_extensions_and_comments_change_nothing(opened: Opened, lines: Lines) -> None:
    text = (
        f'<?xml version="1.0"?><!-- <bom/> --><b:bom xmlns:b="{NS}1.5" xmlns:x="urn:x"><?pi x?>\n<b:components>'
        "<b:component><b:name>A &amp; <![CDATA[<B>]]><!-- c -->!</b:name><x:name>not this</x:name>"
        "<b:evidence><b:name>nor this</b:name></b:evidence></b:component></b:components></b:bom>"
    )
    (line,) = lines(opened(text).tables[0])
    assert (line.number, line.cells) == (2, {"name": ["A & <B>!"]})


def test_what_stands_twice_is_read_twice(opened: Opened, lines: Lines) -> None:
    supplier = "<supplier><name>{}</name></supplier>"
    (line,) = lines(opened(_component(supplier.format("A") + supplier.format("B") + "<name>x</name>")).tables[0])
    assert line.cells["supplier.name"] == ["A", "B"]
    assert line.pointers["supplier.name"] == [
        "/bom/components/component[1]/supplier[1]/name",
        "/bom/components/component[1]/supplier[2]/name",
    ]


def test_tools_in_both_shapes_are_looked_at(opened: Opened, lines: Lines) -> None:
    one = "<tool><vendor>T</vendor><name>t</name></tool>"
    new = "<components><component><name>u</name></component></components>"
    for tools, names in ((one, [("T", "t")]), (one * 2, [("T", "t")] * 2), (new, [("u",)])):
        inner = (
            f"<metadata><tools>{tools}</tools></metadata><components><component><name>x</name></component></components>"
        )
        *found, line = lines(opened(_bom(inner)).tables[0])
        assert [each.beside for each in found] == names
        assert line.aside is None


def test_an_empty_component_is_blank(opened: Opened, lines: Lines) -> None:
    (table,) = opened(_bom("<components><component/><component><name>x</name></component></components>")).tables
    assert [line.cells for line in lines(table)] == [{"name": ["x"]}]
    assert table.reading.blank.count == 1


def test_a_document_that_lists_nothing_has_nothing_to_screen(source_of: Callable[[str], Source]) -> None:
    with pytest.raises(NothingToScreenError):
        open_cyclonedx_xml(source_of(_bom("<vulnerabilities/>")), ALL_FOUND)


_ENTITIES = '<!DOCTYPE bom [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (_bom("", head=_ENTITIES), walk.HAS_DTD),
        (_bom("", head='<!DOCTYPE bom SYSTEM "file:///etc/passwd">'), walk.HAS_DTD),
        (_bom("", head='<!DOCTYPE bom [<!ENTITY x SYSTEM "http://127.0.0.1/x">]>'), walk.HAS_DTD),
        (_component("<name>&undefined;</name>"), "undefined entity"),
        (_component("<name>x</names>"), "mismatched tag"),
        (_component("<name>\x01</name>"), "not well-formed (invalid token)"),
        (_bom("<components>")[:-6], "no element found"),
        (_bom("") + "x", "junk after document element"),
        ('<?xml version="1.0"?>\n', "no element found"),
        (_bom("<a>" * 100_000), "values stand more than 100 deep in one another"),
        (_bom("<components>" + "<component><components>" * 100_000), "values stand more than 100 deep in one another"),
    ],
)
def test_what_cannot_be_read_is_told(text: str, reason: str, refused: Refused) -> None:
    error = refused(text)
    assert (error.code, error.exit_code) == ("bill_unreadable", 2)
    assert error.message.endswith(f"cannot be read as XML: {reason}")
    assert error.spot is not None
    assert error.spot.line
    assert error.spot.column


def test_the_place_of_what_is_wrong_is_told(refused: Refused) -> None:
    error = refused(_component("\n<name>x</nam>"))
    assert error.spot is not None
    assert (error.spot.line, error.spot.column) == (2, 10)


@pytest.mark.parametrize(
    ("bound", "text"),
    [
        ("MAX_ELEMENTS", _bom("<a/>" * 20)),
        ("MAX_VALUES", _component("<components>" + "<component/>" * 20 + "</components>")),
        ("MAX_TEXT", _component("<name>" + "x" * 20 + "</name>")),
        ("MAX_ITEMS", _bom("<components>" + "<component/>" * 20 + "</components>")),
    ],
)
def test_bounds_are_told(bound: str, text: str, refused: Refused, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_tree, bound, 10)
    assert refused(text).code == "bill_unreadable"


def test_parts_count_as_the_lines_they_are(refused: Refused, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_table, "MAX_RECORDS", 10)
    error = refused(_component("<components>" + "<component/>" * 10 + "</components>"))
    assert error.code == "bill_unsupported"
    assert "more than 10 lines" in error.message
    assert error.help
    assert "JSON Lines" in error.help


@pytest.mark.parametrize("sign", ["<a {}=''/>", "<!--{}-->", "<{}/>"])
def test_a_long_tag_is_refused(sign: str, refused: Refused, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "MAX_TAG", 200_000)
    error = refused(_bom(sign.format("x" * 1_000_000)))
    assert error.message.endswith(walk.TAG_TOO_LONG)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<parts><part/></parts>", "XML that is not CycloneDX"),
        ('<bom xmlns="urn:else"><components/></bom>', "XML that is not CycloneDX"),
        ("<bom><components/></bom>", "XML that is not CycloneDX"),
        ('<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"/>', "an HTML page"),
        ("<!doctype html>\n<html><body><table>", "an HTML page"),
        ("<HTML>\n<BODY>", "an HTML page"),
        ("<!-- saved -->\n<html><p>", "an HTML page"),
        (
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description/></rdf:RDF>',
            "RDF",
        ),
    ],
)
def test_other_markup_is_told_by_name(text: str, what: str, refused: Refused) -> None:
    error = refused(text)
    assert (error.code, error.exit_code) == ("bill_unsupported", 2)
    assert f" is {what}, which is not read" in error.message
    assert error.help


@pytest.mark.parametrize("version", ["1.8", "2.0", "", "latest"])
def test_other_versions_are_refused(version: str, refused: Refused) -> None:
    assert "1.0 to 1.7" in str(refused(_bom("<components/>", version)).help)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "utf-8"), ("ISO-8859-1", "iso-8859-1"), ("windows-1251", "cp1251"), ("gb18030", "gb18030")],
)
def test_the_encoding_is_the_one_declared(declared: str, encoding: str, opened: Opened, lines: Lines) -> None:
    name = {"cp1251": "Завод", "gb18030": "制造商"}.get(encoding, "Müller")
    head = f'<?xml version="1.0" encoding="{declared}"?>\n'
    text = _bom(f"<components><component><publisher>{name}</publisher></component></components>", head=head)
    (table,) = opened(text.encode(encoding)).tables
    (line,) = lines(table)
    assert line.cells == {"publisher": [name]}
    assert table.layout.encoding == declared.lower()


def test_a_mark_and_a_choice_go_before_what_is_declared(
    opened: Opened, lines: Lines, source_of: Callable[[bytes], Source]
) -> None:
    head = '<?xml version="1.0" encoding="{}"?>'
    inner = "<components><component><publisher>Müller</publisher></component></components>"
    for declared, encoding in (
        ("utf-16", "utf-8"),
        ("utf-16", "utf-16"),
        ("iso-8859-1", "utf-8-sig"),
        ("klingon", "utf-8"),
    ):
        content = _bom(inner, head=head.format(declared)).encode(encoding)
        (line,) = lines(opened(content).tables[0])
        assert line.cells == {"publisher": ["Müller"]}
    content = _bom(inner, head=head.format("utf-8")).encode("cp1252")
    (line,) = lines(opened(content, Choices(encoding="cp1252")).tables[0])
    assert line.cells == {"publisher": ["Müller"]}
    assert xml_encoding(source_of(content)) == "utf-8"
    (table,) = opened(content).tables
    (line,) = lines(table)
    assert line.cells == {"publisher": ["M\ufffdller"]}
    assert table.reading.broken_characters.count == 1


@pytest.mark.parametrize(
    ("pointer", "path"),
    [
        ("", "/bom"),
        ("/components/3/name", "/bom/components/component[4]/name"),
        ("/components/0/type", "/bom/components/component[1]/@type"),
        ("/components/0/swid/name", "/bom/components/component[1]/swid/@name"),
        ("/services/1/properties/0/value", "/bom/services/service[2]/properties/property[1]"),
        ("/metadata/component/authors/2/name", "/bom/metadata/component/authors/author[3]/name"),
    ],
)
def test_pointers_become_paths(pointer: str, path: str) -> None:
    assert xml_path(pointer) == path


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(noise=st.text(alphabet='<>/="&;! -[]bomcpne\n', max_size=60))
def test_any_markup_is_read_or_refused(noise: str, source_of: Callable[[str], Source]) -> None:
    for text in (f"<bom{noise}", _bom(noise), _component(noise)):
        try:
            bill = open_cyclonedx_xml(source_of(text), ALL_FOUND)
        except VendorcheckError:
            continue
        for table in bill.tables:
            assert list(table.batches())
