"""Where a bill is, as machines want it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.reporters.bill_paths import relative_path, relative_uri
from vendorcheck.reporters.visible import visible

#: A relative reference of RFC 3986: segments, of which the first has no colon.
URI = re.compile(r"(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+(?:/(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+)*")


@pytest.mark.parametrize(
    ("name", "path", "uri"),
    [
        ("bom.csv", "bom.csv", "bom.csv"),
        ("./bills/bom.csv", "bills/bom.csv", "bills/bom.csv"),
        ("bills/../bom.csv", "bom.csv", "bom.csv"),
        ("../bom.csv", "bom.csv", "bom.csv"),
        ("../..", "bill", "bill"),
        ("a..b.csv", "a..b.csv", "a..b.csv"),
        ("/home/me/bom.csv", "bom.csv", "bom.csv"),
        ("C:\\bills\\bom.csv", "bom.csv", "bom.csv"),
        ("C:bom.csv", "C:bom.csv", "C%3Abom.csv"),
        ("\\\\server\\share\\bom.csv", "bom.csv", "bom.csv"),
        ("bills\\bom.csv", "bills/bom.csv", "bills/bom.csv"),
        ("my bills/100%.csv", "my bills/100%.csv", "my%20bills/100%25.csv"),
        ("parts:2.csv", "parts:2.csv", "parts%3A2.csv"),
        ("海.csv", "海.csv", "%E6%B5%B7.csv"),
        ("a\x1b\n.csv", "a\\x1b .csv", "a%1B%0A.csv"),
        ("\udcff.csv", "\\udcff.csv", "%5Cudcff.csv"),
        ("<prompt>", "<prompt>", "%3Cprompt%3E"),
        ("", "bill", "bill"),
    ],
)
def test_it_leads_into_the_folder(name: str, path: str, uri: str) -> None:
    assert (relative_path(name), relative_uri(name)) == (path, uri)


@given(st.text())
def test_any_name_is_a_relative_reference_that_stays_inside(name: str) -> None:
    uri = relative_uri(name)
    assert URI.fullmatch(uri)
    assert not {"..", "."} & set(uri.split("/"))
    assert visible(relative_path(name)) == relative_path(name)
