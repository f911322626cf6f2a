"""What a config holds of secrets stands in none of its errors."""

import pytest

from vendorcheck.model.errors import ConfigError
from vendorcheck.rulebook.config.reading import Content, parsed


def _said(text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        parsed(Content("vendorcheck.yaml", text.encode(), ""), "config")
    return " ".join(f"{fault.message} {fault.spot.source_line} {fault.help}" for fault in caught.value.faults)


@pytest.mark.parametrize(
    "address",
    [
        "ftp://bob:s3cr3t@proxy.example:3128",
        "ftp://bob:s3cr3t/s3cr3t@proxy.example:3128",
        f"ftp://bob:{'s3cr3t' * 20}@proxy.example:3128",
        "bob:s3cr3t@proxy.example:3128",
        "ftp://proxy.example/?key=s3cr3t",
        "ftp://bob:s3cr3t@proxy.example/?key=s3cr3t&sig=s3cr3t",
    ],
)
def test_no_error_says_a_secret(address: str) -> None:
    said = _said(f"update:\n  proxy: {address}\n")
    assert "s3cr3t" not in said
    assert "is not written as the address of a proxy is here" in said
    assert "proxy: " in said


def test_an_error_of_a_key_that_nobody_knows_says_none_either() -> None:
    said = _said("update:\n  proxi: http://bob:s3cr3t@proxy.example:3128\n")
    assert "s3cr3t" not in said
    assert "'proxi' is not known here" in said


def test_an_address_without_secrets_is_said_as_it_is() -> None:
    assert "'http://mirror.example/lists/' is not written" in _said("update:\n  mirror: http://mirror.example/lists/\n")
