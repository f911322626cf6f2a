"""Signs that a console lacks."""

import pytest

from vendorcheck.cli.console_signs import ERRORS


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("“a” ↔ b · c…", "cp1252", "“a” ~ b · c…"),
        ("“a” ↔ b · c…", "ascii", '"a" ~ b - c...'),
        ("海 ↔ é", "cp1252", "\\u6d77 ~ é"),
        ("“海”", "ascii", '"\\u6d77"'),
        ("📷", "latin-1", "\\U0001f4f7"),
    ],
)
def test_what_a_sign_is_shown_as(text: str, encoding: str, shown: str) -> None:
    assert text.encode(encoding, ERRORS).decode(encoding) == shown


def test_only_writing_has_such_signs() -> None:
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", ERRORS)
