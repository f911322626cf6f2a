"""Texts that are no tables are refused, by name where their kind is known; tables are not."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.readers.dialect import Dialect
from vendorcheck.readers.not_tables import CERTAIN, LIKELY, in_columns_of_blanks, reads_as_prose, refuse_document

TEXTS: dict[str, str] = tomllib.loads(Path(__file__).with_name("not_tables.toml").read_text(encoding="utf-8"))

#: Read as tables, which they are not: to be mended in the readers.
READ_ALL_THE_SAME = {"fixed_width", "fixed_width_with_makers", "requirements", "notes_with_semicolons"}


@pytest.mark.parametrize("name", sorted(TEXTS.keys() - READ_ALL_THE_SAME))
def test_a_text_that_is_no_table_is_refused(
    save: Callable[[str | bytes], str], refused: Callable[..., VendorcheckError], name: str
) -> None:
    error = refused(save(TEXTS[name]))
    assert error.code in {"no_table", "no_columns", "bill_unsupported"}
    assert error.help


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("#!/bin/sh\necho a, b\n", "a script"),
        ("--- a\n+++ b\n@@ -1,2 +1,2 @@\n-a\n+b\n", "a diff"),
        ("-----BEGIN CERTIFICATE-----\nAAAA\n", "a certificate or key"),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "a calendar or an address card"),
        ("UNB+UNOA:1+A+B'\n", "an EDI message"),
        ("ISO-10303-21;\nHEADER;\n", "a CAD exchange file"),
        ("\\documentclass{article}\n", "a LaTeX or PostScript document"),
        ("WEBVTT\n\n00:01\n", "a playlist or subtitles"),
        ("INSERT INTO bill VALUES (1, 'a');\nINSERT INTO bill VALUES (2, 'b');\n", "SQL"),
        ("+----+----+\n| a  | b  |\n+----+----+\n", "a table drawn with lines"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n", "a Markdown document"),
        ("00000000: 4d5a 9000 0300 0000  MZ\n", "a hexadecimal dump"),
    ],
)
def test_a_document_is_refused_by_the_name_of_its_kind(text: str, what: str) -> None:
    with pytest.raises(VendorcheckError) as caught:
        refuse_document("bill.csv", text.splitlines(keepends=True), CERTAIN)
    assert caught.value.code == "bill_unsupported"
    assert caught.value.message == f"bill.csv is {what}, which is not read"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("From: a@example.org\nTo: b@example.org\nSubject: bill\n\nHello\n", "an e-mail"),
        ("INFO started, all well\nWARN slow, still well\n", "a log"),
        ("name: a\nvendor: b\n", "text with one field to a line (YAML, TOML, INI)"),
        ("import os\n\ndef f(a, b):\n    return a\n", "source code"),
    ],
)
def test_a_likely_document_is_refused_only_where_that_is_asked(text: str, what: str) -> None:
    lines = text.splitlines(keepends=True)
    refuse_document("bill.csv", lines, CERTAIN)
    with pytest.raises(VendorcheckError) as caught:
        refuse_document("bill.csv", lines, LIKELY)
    assert caught.value.message == f"bill.csv is {what}, which is not read"


@pytest.mark.parametrize("text", ["", "\n", "maker,part\nAcme,X1\n", "# draft\nmaker;part\nAcme;X1\n"])
def test_a_table_is_no_document(text: str) -> None:
    refuse_document("bill.csv", text.splitlines(keepends=True), (*CERTAIN, *LIKELY))


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Thank you, dear reader.\nWe came, saw, and left.\n", True),
        ("red,green\nblue,white\n", False),
        ("red, 5\nblue, 7\n", False),
        ('"red", "green"\n"blue", "white"\n', False),
    ],
)
def test_a_blank_after_each_mark_makes_prose(text: str, *, prose: bool) -> None:
    assert reads_as_prose(text.splitlines(), Dialect(",")) == prose
    assert not reads_as_prose(text.splitlines(), Dialect("|"))


@pytest.mark.parametrize(
    ("lines", "in_step"),
    [
        (["Acme    X1    5", "Bolt    Y22   7", "Cord    Z     9"], True),
        (["Acme    X1    5", "Bolt    Y22   7"], False),
        (["Acme X1", "Bolt Y22", "Cord Z"], False),
    ],
)
def test_columns_of_blanks_stand_in_step(lines: list[str], *, in_step: bool) -> None:
    assert in_columns_of_blanks(lines) == in_step
