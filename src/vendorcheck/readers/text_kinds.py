"""Texts of kinds that are not read, told by how they begin; and what a text of XML says of its encoding."""

import codecs
import re

_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|table|div|p)\b", re.IGNORECASE | re.DOTALL)
_TAG_VALUE = re.compile(r"^SPDXVersion:", re.MULTILINE)
_SPDX_YAML = re.compile(r"""^["']?(?:spdxVersion|SPDXID)["']?\s*:""", re.MULTILINE)
_TEXTPROTO = re.compile(r"""^(?:# proto-(?:file|message):|spec_version:\s*")""", re.MULTILINE)
_DECLARED = re.compile(rb"""\A\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_PROTOBUF = re.compile(rb"\n\x031\.\d")

#: Signs that no text needs; a stray one among many others makes no binary file.
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1e\x7f]")
_STRAY = 0.05


def is_binary(text: str) -> bool:
    """Return whether more than a few characters of a text are signs that no text needs."""
    return len(_CONTROL.findall(text)) > _STRAY * len(text)


def is_html(text: str) -> bool:
    """Return whether a text begins as an HTML page does."""
    return _HTML.match(text) is not None


def is_spdx_tag_value(text: str) -> bool:
    """Return whether the beginning of a text is SPDX written as tags and values."""
    return _TAG_VALUE.search(text) is not None


def is_spdx_yaml(text: str) -> bool:
    """Return whether the beginning of a text is SPDX written as YAML."""
    return _SPDX_YAML.search(text) is not None


def is_cyclonedx_text_proto(text: str) -> bool:
    """Return whether the beginning of a text is CycloneDX in the text form of Protocol Buffers."""
    return _TEXTPROTO.search(text) is not None


def is_cyclonedx_protobuf(head: bytes) -> bool:
    """Return whether the first bytes of a file are those of CycloneDX in Protocol Buffers."""
    return _PROTOBUF.match(head) is not None


def declared_encoding(head: bytes) -> str:
    """Return the encoding that a file of XML declares; nothing where none that could read that line."""
    match = _DECLARED.match(head)
    if match is None:
        return ""
    declared = match[1].decode("ascii").lower()
    try:
        codecs.lookup(declared)
        return declared if "<?xml".encode(declared) == b"<?xml" else ""
    except (LookupError, ValueError):
        return ""
