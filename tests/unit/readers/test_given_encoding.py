"""The encoding that the caller names is held against the bytes."""

import tempfile

import pytest

from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.encoding.survey import survey
from vendorcheck.readers.given_encoding import with_encoding
from vendorcheck.readers.source import Source

_TEXT = "Hersteller,Teil\nMüller,X1\n"


def _settled(data: bytes, given: str | None) -> str | None:
    with tempfile.TemporaryFile() as file:
        file.write(data)
        return with_encoding(Source(file, "bill.csv", survey(file)), Choices(encoding=given)).encoding


@pytest.mark.parametrize(
    ("data", "given", "settled"),
    [
        (_TEXT.encode(), None, None),
        (_TEXT.encode(), "utf-8", "utf-8"),
        (_TEXT.encode("utf-8-sig"), "utf-8", "utf-8-sig"),
        (_TEXT.encode("utf-16"), "utf-16", "utf-16"),
        (_TEXT.encode("utf-16-be"), "utf-16", "utf-16-be"),
        (_TEXT.encode("utf-32-be"), "utf-32", "utf-32-be"),
        ("华为".encode("utf-16-le"), "utf-16", "utf-16-le"),
        (b"maker,part\n", "cp1252", "cp1252"),
        (_TEXT.encode("cp1252"), "cp1250", "cp1250"),
        (_TEXT.encode() + b"\xff", "cp1252", "cp1252"),
    ],
)
def test_an_encoding_that_may_be_right_is_taken(data: bytes, given: str | None, settled: str | None) -> None:
    assert _settled(data, given) == settled


@pytest.mark.parametrize(
    ("written", "found"), [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("utf-32", "utf-32")]
)
def test_one_that_is_surely_wrong_is_refused(written: str, found: str) -> None:
    with pytest.raises(VendorcheckError) as caught:
        _settled(_TEXT.encode(written), "cp1252")
    assert caught.value.code == "usage"
    assert caught.value.message == f"bill.csv is in {found}, and --encoding says cp1252"
    assert caught.value.spot == Spot("bill.csv")
    assert caught.value.help == "Leave out --encoding: names would be misread."
