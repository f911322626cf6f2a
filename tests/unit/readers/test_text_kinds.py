"""Texts of kinds that are not read are told by how they begin."""

import pytest

from vendorcheck.readers import text_kinds


@pytest.mark.parametrize("text", ["<html>", "<!DOCTYPE html>", " <HTML lang='en'>", "<!-- x -->\n<table>", "<body>"])
def test_html_is_told(text: str) -> None:
    assert text_kinds.is_html(text)


@pytest.mark.parametrize("text", ["<bom>", "<?xml version='1.0'?>", "maker,<html>", "<htmlish>", ""])
def test_other_text_is_no_html(text: str) -> None:
    assert not text_kinds.is_html(text)


def test_protocol_buffers_are_told() -> None:
    assert text_kinds.is_cyclonedx_protobuf(b"\n\x031.6\x10\x01")
    assert not text_kinds.is_cyclonedx_protobuf(b"\n1.6,x")
    assert text_kinds.is_cyclonedx_text_proto('# proto-file: schema/bom.proto\n\nspec_version: "1.6"\n')
    assert text_kinds.is_cyclonedx_text_proto('spec_version: "1.5"\nversion: 1\n')
    assert not text_kinds.is_cyclonedx_text_proto("maker,spec_version: x\n")


def test_spdx_in_other_forms_is_told() -> None:
    assert text_kinds.is_spdx_tag_value("# x\nSPDXVersion: SPDX-2.3\n")
    assert not text_kinds.is_spdx_tag_value("maker,SPDXVersion: x\n")
    assert text_kinds.is_spdx_yaml('SPDXID: "SPDXRef-DOCUMENT"\n')
    assert not text_kinds.is_spdx_yaml("maker,spdxVersion: x\n")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<?xml version="1.0" encoding="ISO-8859-5"?>', "iso-8859-5"),
        (b"\n<?xml version='1.0' encoding = 'gb18030' ?>", "gb18030"),
        (b'<?xml version="1.0"?>', ""),
        (b'<?xml version="1.0" encoding="utf-16"?>', ""),
        (b'<?xml version="1.0" encoding="klingon"?>', ""),
        (b'<?xml version="1.0" encoding="base64"?>', ""),
        (b"maker,part", ""),
    ],
)
def test_xml_says_its_encoding(head: bytes, encoding: str) -> None:
    assert text_kinds.declared_encoding(head) == encoding
