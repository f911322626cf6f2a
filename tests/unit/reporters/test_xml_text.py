"""Text that XML can hold."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.reporters.xml_text import xml_text


def test_what_xml_cannot_hold_is_shown() -> None:
    assert xml_text("a\x00b\ufffec\uffffd\x0b") == "a\\x00b\\ufffec\\uffffd\\x0b"


@given(st.text())
def test_any_text_comes_back_as_it_was_written(text: str) -> None:
    element = ET.Element("a", {"b": xml_text(text)})
    element.text = xml_text(text)
    read = ET.fromstring(ET.tostring(element, encoding="unicode"))  # noqa: S314 (our own text)
    assert (read.get("b"), read.text or "") == (xml_text(text), xml_text(text))
