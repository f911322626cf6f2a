"""What the texts of options mean."""

from datetime import date

import pytest

from vendorcheck.cli.options import parse_day, parse_severity
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.rule import SEVERITIES, Severity


def test_a_day() -> None:
    assert parse_day("2026-11-21") == date(2026, 11, 21)


def test_no_day_is_none() -> None:
    assert parse_day(None) is None


@pytest.mark.parametrize(
    "text", ["", "today", "2026-02-30", "2026-13-01", "21.11.2026", "2026-11", "２０２６-１１-２１"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(VendorcheckError, match="is not a day") as caught:
        parse_day(text)
    assert (caught.value.code, caught.value.exit_code) == ("usage", 2)
    assert caught.value.help == "Write it as YYYY-MM-DD, such as 2026-11-21."


@pytest.mark.parametrize("severity", SEVERITIES)
def test_a_severity(severity: Severity) -> None:
    assert parse_severity(severity) == severity


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hihg", "--fail-on names no severity 'hihg'; did you mean 'high'?"),
        ("HIGH", "--fail-on names no severity 'HIGH'"),
        ("", "--fail-on names no severity ''"),
    ],
)
def test_what_is_no_severity_is_refused(text: str, said: str) -> None:
    with pytest.raises(VendorcheckError) as caught:
        parse_severity(text)
    assert caught.value.message == said
    assert caught.value.help == "Known: info, low, medium, high, critical."
