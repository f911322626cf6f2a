"""What a list may be called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.lists.store.names import check_list_name, is_list_name
from vendorcheck.model.errors import VendorcheckError


@pytest.mark.parametrize("name", ["csl", "our-debarred_2024", "EU.fsf", "a", "9lives", "x" * 80, "connect"])
def test_a_list_may_be_called_so(name: str) -> None:
    check_list_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "", ".", "..", "../csl", "a/b", "a\\b", "/csl", "~", "-o", ".new-1", "_a", "a.", "a b", "a\n", "ä", "а",
        "con", "CON", "nul.old", "Com1", "lpt9.x", "debarred.csv", "list.XML", "x" * 81, "a:b", "a\0",
    ],
)  # fmt: skip
def test_no_list_may_be_called_so(name: str) -> None:
    with pytest.raises(VendorcheckError, match="a list cannot be called") as caught:
        check_list_name(name)
    assert caught.value.code == "usage"
    assert caught.value.help


@given(st.text(max_size=12))
def test_what_may_be_a_name_stays_within_its_folder(name: str) -> None:
    if is_list_name(name):
        assert name.isascii()
        assert not set(name) & set("/\\:*?\"<>| \t\r\n\0'$`&;")
        assert name not in (".", "..")
