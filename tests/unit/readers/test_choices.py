"""What the caller says about a bill: mappings, signs and encodings, and whether it must be a table."""

import pytest

from vendorcheck.model.bom import ROLES
from vendorcheck.model.errors import EXIT_COULD_NOT_SCREEN, VendorcheckError
from vendorcheck.readers.choices import ALL_FOUND, Choices, HeadingRole, parse_delimiter, parse_encoding


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("maker=Brand", ("maker", "Brand")),
        (" Maker = Marke ", ("maker", "Marke")),
        ("FCC_ID=FCC", ("fcc_id", "FCC")),
        ("part=P=N", ("part", "P=N")),
        ("ignored=Vendor", ("ignored", "Vendor")),
    ],
)
def test_a_mapping_is_read(text: str, expected: tuple[str, str]) -> None:
    assert HeadingRole.parse(text) == expected


@pytest.mark.parametrize("text", ["", "maker", "maker=", "maker=  ", "nobody="])
def test_a_mapping_without_a_heading_is_a_usage_error(text: str) -> None:
    with pytest.raises(VendorcheckError) as caught:
        HeadingRole.parse(text)
    assert caught.value.code == "usage"
    assert caught.value.message == f"--map {text!r} is not ROLE=HEADING"
    assert caught.value.help == 'For example --map "maker=Brand".'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("makr=Brand", "--map names no role 'makr'; did you mean 'maker'?"),
        ("xyz=Brand", "--map names no role 'xyz'"),
        ("=Brand", "--map names no role ''"),
    ],
)
def test_a_mapping_to_an_unknown_role_is_a_usage_error(text: str, message: str) -> None:
    with pytest.raises(VendorcheckError) as caught:
        HeadingRole.parse(text)
    assert caught.value.code == "usage"
    assert caught.value.message == message
    assert caught.value.help == "Roles: " + ", ".join(ROLES) + "."
    assert caught.value.exit_code == EXIT_COULD_NOT_SCREEN


def test_one_heading_has_one_role() -> None:
    twice = Choices(mappings=(HeadingRole("maker", "Brand"), HeadingRole("vendor", "brand ")))
    with pytest.raises(VendorcheckError, match="gives the heading 'brand ' two roles, maker and vendor") as caught:
        _ = twice.roles
    assert caught.value.code == "usage"


def test_a_mapping_said_twice_is_said_once() -> None:
    choices = Choices(mappings=(HeadingRole("maker", "Lager"), HeadingRole("maker", "lager")))
    assert choices.roles == {"lager": "maker"}


@pytest.mark.parametrize(
    ("text", "sign"),
    [("tab", "\t"), ("\\t", "\t"), ("Comma", ","), ("bar", "|"), ("pipe", "|"), ("^", "^"), ("§", "§")],
)
def test_a_delimiter_is_a_sign_or_its_name(text: str, sign: str) -> None:
    assert parse_delimiter(text) == sign


@pytest.mark.parametrize("text", ["", "||", "a", "7", '"', "\n", "dash"])
def test_what_cannot_part_cells_is_a_usage_error(text: str) -> None:
    with pytest.raises(VendorcheckError) as caught:
        parse_delimiter(text)
    assert caught.value.code == "usage"


def test_an_encoding_is_one_of_text() -> None:
    assert parse_encoding("CP1252") == "cp1252"
    for text in ("hex", "klingon"):
        with pytest.raises(VendorcheckError, match="is not known"):
            parse_encoding(text)


@pytest.mark.parametrize(
    "choices",
    [Choices(delimiter=";"), Choices(header_line=0), Choices(mappings=(HeadingRole("maker", "Brand"),))],
)
def test_what_makes_sense_of_tables_alone_says_that_there_is_one(choices: Choices) -> None:
    assert choices.says_table


@pytest.mark.parametrize("choices", [ALL_FOUND, Choices(encoding="cp1252"), Choices(sheet="Parts")])
def test_other_choices_do_not(choices: Choices) -> None:
    assert not choices.says_table
