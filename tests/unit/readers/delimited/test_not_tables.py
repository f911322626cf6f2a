"""Texts that are no tables are refused, and tables that look like them are not."""

import tomllib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from vendorcheck.model.errors import EXIT_NOTHING_SCREENED, VendorcheckError
from vendorcheck.readers import Choices, open_bom
from vendorcheck.readers.delimited.dialect import Dialect
from vendorcheck.readers.delimited.not_tables import CERTAIN, LIKELY, in_columns_of_blanks, reads_as_prose

Save = Callable[[str | bytes], str]

TEXTS: dict[str, str] = tomllib.loads(Path(__file__).with_name("not_tables.toml").read_text(encoding="utf-8"))

#: What each kind is called, by a text of it.
NAMED = {
    "shell_script": "a script",
    "diff": "a diff",
    "certificate": "a certificate or key",
    "calendar": "a calendar or an address card",
    "edifact": "an EDI message",
    "step_file": "a CAD exchange file",
    "latex": "a LaTeX or PostScript document",
    "playlist": "a playlist or subtitles",
    "html_after_a_line": "XML or HTML",
    "sql_dump": "SQL",
    "drawn_table": "a table drawn with lines",
    "output_of_a_database_client": "a table drawn with lines",
    "box_drawing": "a table drawn with lines",
    "markdown_table": "a Markdown document",
    "markdown_code": "a Markdown document",
    "hexadecimal": "a hexadecimal dump",
    "mail": "an e-mail",
    "program_log": "a log",
    "system_log": "a log",
    "access_log": "a log",
    "markdown_document": "a Markdown document",
    "yaml_document": "text with one field to a line (YAML, TOML, INI)",
    "properties": "text with one field to a line (YAML, TOML, INI)",
    "python_program": "source code",
    "c_data": "source code",
    "hardware_description": "source code",
}

TABLES = {
    "parts numbered as a list is": "# draft\nItem,Manufacturer,Part\n1. Camera,Acme,X1\n2. Cable,Bolt,Y2\n",
    "what a letter has above its table": "From: Acme\nTo: Bolt\nDate: 2026-11-22\n\nManufacturer,Part,Qty\nCord,Z,1\n",
    "parts that code is written with": "Part,Manufacturer,Note\nSwitch (8 port),Acme,(x)\nCase (steel),Bolt,(y)\n",
    "a column of times": "Time,Manufacturer,Level\n2026-11-22 08:00:01,Acme,INFO\n2026-11-22 08:00:02,Bolt,WARN\n",
    "sentences in its cells": (
        'Manufacturer,Part,Description\nAcme,X1,"A dome camera, for outdoors; it sees by night."\n'
        'Bolt,Y2,"A bracket, of steel, with four screws. Paint it, if you like."\n'
    ),
    "a blank after each comma": "Manufacturer, Part, Description\nAcme, X1, dome camera\nBolt, Y2, steel bracket\n",
    "marks that drawings have": "Manufacturer|Part\n--|--1\nAcme|X1\n",
    "numbers after each comma": "room, rack, unit\nA, 1, 5\nB, 2, 7\nC, 3, 9\n",
    "a title and long texts": "Part;Description\nX1;A camera, for halls, that sees by night; the best of its kind.\n"
    "Y2;A bracket of steel, with four screws, and a ring. Paint it, if you like, before you put it up.\n",
    "a German bill": "Pos;Hersteller;Bezeichnung;Menge;Preis\n1;Müller;Kamera, außen;2;1.200,50\n"
    "2;Acme;Halter, Stahl, verzinkt;3;12,00\n",
    "blanks after semicolons": "Hersteller; Bezeichnung; Menge\nMüller; Kamera, außen; zwei\nAcme; Halter; drei\n",
    "bars with blanks around them": "Manufacturer | Part | Qty\nAcme | X1 | 2\nBolt | Y2 | 3\n",
    "bars at both ends": "| Manufacturer | Part |\n| Acme | X1 |\n| Bolt | Y2 |\n",
    "bars between words of nobody": "room | colour\nhall | red\nattic | green\n",
    "sentences below known headings": "Manufacturer\tDescription\nAcme\tIt sees, by night, what others miss.\n"
    "Bolt\tIt holds what others drop, and more.\n",
    "comments that are sentences": "# made by hand, by Mira\n# do not edit, please\nManufacturer,Part\nA,X\n",
    "two columns without headings": "alpha,1\nbeta,2\ngamma,3\n",
    "two columns of nobody": "room;colour\nhall;red\nattic;green\n",
    "headings and no line": "Manufacturer,Part,Qty\n",
    "quoted words of nobody": '"room", "colour"\n"hall", "red"\n"attic", "green"\n',
}


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_no_table_is_refused(save: Save, name: str) -> None:
    with pytest.raises(VendorcheckError) as caught:
        open_bom(save(TEXTS[name]))
    error = caught.value
    assert error.help
    if name in NAMED:
        assert error.message.endswith(f" is {NAMED[name]}, which is not read")
    if error.exit_code == EXIT_NOTHING_SCREENED:
        assert error.code == "no_table"
    else:
        assert error.code == "bill_unsupported"


def test_every_kind_has_a_text_of_it() -> None:
    named = {*NAMED.values(), "an SPDX document in tag-value form"}  # which has a name before it comes to this
    assert named == {kind.name for kind in (*CERTAIN, *LIKELY)}


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES)
def test_a_table_is_read_whatever_else_it_looks_like(save: Save, text: str) -> None:
    with closing(open_bom(save(text))) as bill:
        assert len(bill.tables[0].layout.columns) > 1


@pytest.mark.parametrize(
    "text",
    [
        "Manufacturer\nAcme\nBolt\nCord, Inc.\n",
        "Vendor\nAcme\n",
        "Our list\n\nManufacturer\nAcme Cameras\nBolt & Sons\n",
        "Hersteller\nMüller GmbH\nAcme AG\n",
        '"Manufacturer"\n"Acme"\n"Bolt, Inc."\n',
    ],
)
def test_a_list_of_one_column_is_read_below_a_heading_that_is_known(save: Save, text: str) -> None:
    with closing(open_bom(save(text))) as bill:
        assert len(bill.tables[0].layout.columns) == 1


@pytest.mark.parametrize("name", ["markdown_table", "properties", "poem", "yaml_flow"])
def test_a_caller_who_names_the_delimiter_has_it_read(save: Save, name: str) -> None:
    sign = "|" if name == "markdown_table" else "=" if name == "properties" else ","
    with closing(open_bom(save(TEXTS[name]), Choices(delimiter=sign))) as bill:
        assert bill.tables[0].layout.delimiter == sign


def test_a_listing_in_columns_of_blanks_is_told_what_to_do(save: Save) -> None:
    with pytest.raises(VendorcheckError) as caught:
        open_bom(save(TEXTS["fixed_width"]))
    assert caught.value.help == (
        "It looks like a listing in columns of blanks: export it as CSV, with a sign between the cells."
    )


@pytest.mark.parametrize("name", ["poem", "letter", "words", "recipe", "fixed_width"])
def test_only_such_listings_are(name: str) -> None:
    assert in_columns_of_blanks(TEXTS[name].splitlines()) is (name == "fixed_width")


@pytest.mark.parametrize(
    ("lines", "prose"),
    [
        (["one, two", "three, four"], True),
        (["one,two", "three,four"], False),
        (["one, 2", "three, 4"], False),
        (['"one", two', '"three", four'], False),
        (["one,", "two,"], True),
        (["one;two", "three;four"], True),
    ],
)
def test_sentences_have_a_blank_after_the_mark(lines: list[str], prose: object) -> None:
    assert reads_as_prose(lines, Dialect(",")) is prose


def test_a_tab_is_no_mark_of_a_sentence() -> None:
    assert not reads_as_prose(["one\t two", "three\t four"], Dialect("\t"))
