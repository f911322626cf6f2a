"""CPE names and package URLs say whom and what they name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.readers.documents.gather import without_mail
from vendorcheck.readers.documents.package_names import in_cpe, in_purl


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("cpe:2.3:h:hikvision:ds-2cd2143g2-i:-:*:*:*:*:*:*:*", ("hikvision", "ds-2cd2143g2-i")),
        (" CPE:2.3:o:Some_Maker:cam_firmware:5.5", ("Some Maker", "cam firmware")),
        ("cpe:2.3:a:a\\:b\\&c:p\\.q\\\\r", ("a:b&c", "p.q\\r")),
        ("cpe:2.3:a:*:-", ("", "")),
        ("cpe:2.3:a", ("", "")),
        ("cpe:2.3:a:only\\", ("only", "")),
        ("cpe:/h:axis:p3265%20lve:1", ("axis", "p3265 lve")),
        ("cpe:/a:acme", ("acme", "")),
        ("cpe:/", ("", "")),
        ("hikvision", None),
        ("", None),
    ],
)
def test_a_cpe_names_vendor_and_product(text: str, named: tuple[str, str] | None) -> None:
    assert in_cpe(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("pkg:npm/%40angular/core@12.0.0", ("@angular", "core")),
        ("pkg:npm/@angular/core@12", ("@angular", "core")),
        ("pkg:golang/github.com/acme/sdk@v1?x=y#sub/path", ("github.com/acme", "sdk")),
        ("PKG:pypi/requests@2", ("", "requests")),
        ("pkg:generic/a%00b", ("", "a\ufffdb")),
        ("pkg:npm", ("", "")),
        ("pkg:", ("", "")),
        ("npm/core", None),
        ("", None),
    ],
)
def test_a_package_url_names_namespace_and_name(text: str, named: tuple[str, str] | None) -> None:
    assert in_purl(text) == named


@given(st.text(alphabet="cpe:/2.3pkg\\*-_%@#?a", max_size=30))
def test_any_text_is_read_or_is_none(text: str) -> None:
    for prefix in ("", "cpe:2.3:", "cpe:/", "pkg:"):
        in_cpe(prefix + text)
        in_purl(prefix + text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Acme, Inc.", "Acme, Inc."),
        ("Acme <info@acme.example>", "Acme"),
        ("Acme Inc.<info@acme.example>", "Acme Inc."),
        ("Acme (info@acme.example)", "Acme"),
        ("info@acme.example", ""),
        ("@scope", "@scope"),
        ("A @ B", "A @ B"),
        ("AT&T", "AT&T"),
    ],
)
def test_addresses_of_mail_are_left_out(text: str, name: str) -> None:
    assert without_mail(text) == name
