"""Walking through XML: what is refused, and that nothing is walked through in another namespace."""

import pytest

from vendorcheck.readers.workbook.damage import DamagedError
from vendorcheck.readers.workbook.markup import MAX_DEPTH, MAX_NAMES, MAX_TAG, MAX_TEXT, Attributes, Markup

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ROOT = f'<sst xmlns="{MAIN}">'


def walk(*chunks: bytes) -> list[str]:
    """Walk through chunks and return the `x` of each `a` that begins and a full stop for each that ends."""
    seen: list[str] = []

    def start(attributes: Attributes) -> None:
        seen.append(attributes.get("x", ""))

    def end() -> None:
        seen.append(".")

    Markup("part.xml", {"a": start}, {"a": end}).walk(chunks)
    return seen


def test_elements_are_told_where_they_begin_and_end() -> None:
    assert walk(ROOT.encode(), b"<a x='1'><b/><a", b" x='2'/></a></sst>") == ["1", "2", ".", "."]


def test_elements_of_another_namespace_are_passed_over() -> None:
    assert walk(ROOT.encode(), b"<n:a xmlns:n='other' x='1'/></sst>") == []


def test_texts_are_heard_between_clearing() -> None:
    texts: list[str] = []
    markup = Markup(
        "part.xml", {"a": lambda _: markup.heard.clear()}, {"a": lambda: texts.append("".join(markup.heard))}
    )
    markup.walk([ROOT.encode(), "lost<a>kept &amp; <![CDATA[<ü>]]></a>lost</sst>".encode()])
    assert texts == ["kept & <ü>"]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ('<!DOCTYPE sst [<!ENTITY a "aaaa">]>' + ROOT + "</sst>", "a document type"),
        ('<!DOCTYPE sst SYSTEM "file:///somewhere">' + ROOT + "</sst>", "a document type"),
        (ROOT + "&unknown;</sst>", "undefined entity"),
        (ROOT, "no element found"),
        (ROOT + "<a></b></sst>", "mismatched tag"),
        (ROOT + "&#0;</sst>", "reference to invalid character number"),
        ("", "no element found"),
        ("<sst/>", "'sst', which is no part of a workbook"),
        ("<sst xmlns='other'/>", "'other sst', which is no part of a workbook"),
        ('<?xml version="1.0" encoding="iso-8859-1"?>' + ROOT + "</sst>", "text in iso-8859-1"),
        ('<?xml version="1.0" encoding="no-such"?>' + ROOT + "</sst>", "text in no-such"),
        (ROOT + "<c>" * MAX_DEPTH, f"elements more than {MAX_DEPTH} deep"),
        (ROOT + "".join(f"<n{i}/>" for i in range(MAX_NAMES)), f"more than {MAX_NAMES} names"),
        (ROOT + "".join(f"<a n{i}=''/>" for i in range(MAX_NAMES)), f"more than {MAX_NAMES} names"),
        (ROOT + "".join(f"<a xmlns:n{i}='u{i}'/>" for i in range(MAX_NAMES)), f"more than {MAX_NAMES} names"),
        (ROOT + "<a x='" + "y" * (MAX_TAG + 1), f"a tag of more than {MAX_TAG} bytes"),
        (ROOT + "<!--" + "y" * (MAX_TAG + 1), f"a tag of more than {MAX_TAG} bytes"),
        (ROOT + "y" * (MAX_TEXT + 1), f"a text of more than {MAX_TEXT} characters"),
    ],
)
def test_what_is_not_sound_or_out_of_bounds_is_refused(content: str, what: str) -> None:
    with pytest.raises(DamagedError) as caught:
        walk(content.encode())
    assert str(caught.value).startswith("is damaged in its part part.xml: ")
    assert what in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_refused_by_name(encoding: str) -> None:
    with pytest.raises(DamagedError, match="text in UTF-16"):
        walk(f"{ROOT}</sst>".encode(encoding))


def test_bytes_that_are_no_utf_8_are_refused() -> None:
    with pytest.raises(DamagedError, match="not well-formed"):
        walk(ROOT.encode() + b"\xff</sst>")


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-8", "us-ascii"])
def test_declared_as_it_is(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}" standalone="yes"?>{ROOT}<a x="1"/></sst>'
    assert walk(declared.encode()) == ["1", "."]
    assert walk(b"\xef\xbb\xbf" + declared.encode()) == ["1", "."]
