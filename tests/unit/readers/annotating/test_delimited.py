"""Delimited text gets cells before its line ends, and keeps every byte of its own."""

import codecs
import csv
import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from vendorcheck.model.annotation import Cells, Seen
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.readers import Choices

Annotate = Callable[..., bytes]

HEAD = "Maker,Part Number,Description\n"
NEW = ',"Determination","Why","What to do","Evidence"'
#: A word that stands in no bill, so that what was added can be told.
SIGN = "Zz"


def beside(line: int) -> str:
    return f',"LINE","line {line}","",""'


def rows_of(data: bytes, delimiter: str = ",", encoding: str = "utf-8") -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(encoding), newline=""), delimiter=delimiter))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_cells_stand_before_the_line_end(annotated: Annotate, end: str) -> None:
    text = f"Maker,Part Number,Qty{end}Acme,A-1,2{end}Bolt,B-1,3"
    expected = f"Maker,Part Number,Qty{NEW}{end}Acme,A-1,2{beside(2)}{end}Bolt,B-1,3{beside(3)}"
    assert annotated(text.encode()) == expected.encode()


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"", "utf-16-le"),
        (b"", "cp1252"),
    ],
)
def test_the_encoding_of_the_file_is_kept(annotated: Annotate, mark: bytes, encoding: str) -> None:
    lines = ["Hersteller;Teilenummer;Beschreibung\r\n", "Müller;A-1;Gehäuse für Zähler\r\n"]
    expected = [lines[0][:-2] + NEW.replace(",", ";") + "\r\n", lines[1][:-2] + beside(2).replace(",", ";") + "\r\n"]
    assert annotated(mark + "".join(lines).encode(encoding)) == mark + "".join(expected).encode(encoding)


def test_signs_that_the_encoding_lacks_become_escapes(annotated: Annotate) -> None:
    def words(seen: Seen) -> Cells | None:
        return None if seen.kind == "aside" else ("x", "海康", "", "")

    out = annotated("Maker;Part Number\nMüller;A\n".encode("cp1252"), words=words)
    assert b'M\xfcller;A;"x";"\\u6d77\\u5eb7"' in out


def test_a_record_over_several_lines_gets_its_cells_behind_the_last(annotated: Annotate) -> None:
    out = annotated(f'{HEAD}Acme,A-1,"a case\nof ""steel"""\n'.encode())
    assert out.decode().endswith(f'Acme,A-1,"a case\nof ""steel"""{beside(2)}\n')


def test_new_columns_begin_beyond_the_widest_row(annotated: Annotate) -> None:
    out = annotated(f"{HEAD}Acme,A-1,case,one,more\nBolt\n".encode())
    rows = rows_of(out)
    assert [row.index("Determination") for row in rows[:1]] == [5]
    assert [row[5] for row in rows[1:]] == ["LINE", "LINE"]


def test_what_is_no_line_is_left_alone(annotated: Annotate) -> None:
    above, below = "Bill of materials;;\n\n", "\n# a comment\nMaker;Part Number;Qty\nTotal;;3\n"
    text = f"{above}Maker;Part Number;Qty\nAcme;A-1;1\nBolt;B-1;2{below}"
    out = annotated(text.encode()).decode()
    assert out.startswith(above)
    assert out.endswith(below)


def test_a_heading_that_is_there_already_is_told_apart(annotated: Annotate) -> None:
    once = annotated(b"Maker,Part Number,why\nAcme,A-1,because\n")
    assert rows_of(once)[0][3:] == ["Determination", "Why (vendorcheck)", "What to do", "Evidence"]
    twice = rows_of(annotated(once))[0]
    assert twice[7:] == [
        "Determination (vendorcheck)",
        "Why (vendorcheck 2)",
        "What to do (vendorcheck)",
        "Evidence (vendorcheck)",
    ]


def test_a_second_table_gets_headings_of_its_own(annotated: Annotate) -> None:
    text = b"Maker,Part Number,Qty\nAcme,A-1,1\n\nSupplier,Model,Description,Price\nHarbor,B-1,case,2\n"
    rows = [row for row in rows_of(annotated(text)) if row]
    assert [row[4] for row in rows] == ["Determination", "LINE", "Determination", "LINE"]


def test_a_quotation_that_was_never_closed_takes_none_either(annotated: Annotate) -> None:
    def words(seen: Seen) -> Cells | None:
        return None if seen.kind == "aside" else ("LINE", f'says "{seen.line}", twice', "", "")

    rows = annotated(f'{HEAD}Acme,"A-1,case\nBolt,B-1,bolt\n'.encode(), words=words).decode().splitlines()
    assert rows[1] == 'Acme,"A-1,case,LINE,says  2   twice,,'
    assert rows[2] == 'Bolt,B-1,bolt,"LINE","says ""3"", twice","",""'


def test_a_backslash_is_escaped_where_it_escapes(annotated: Annotate) -> None:
    def words(seen: Seen) -> Cells | None:
        return None if seen.kind == "aside" else ("LINE", 'a \\ and "b"', "", "")

    text = 'Maker,Part Number,Description\nAcme,A-1,"7\\" case, steel"\nBolt,B-1,"8\\" case, steel"\n'
    assert '"a \\\\ and \\"b\\""' in annotated(text.encode(), words=words).decode()


def test_a_line_quoted_as_a_whole_stays_so(annotated: Annotate) -> None:
    text = '"Maker,Part Number,Description"\n"Acme,A-1,""case, steel"""\n"Bolt,B-1,bolt"\n'
    rows = annotated(text.encode()).decode().splitlines()
    assert rows[2] == '"Bolt,B-1,bolt,""LINE"",""line 3"","""",""""""'[:-1]


def test_a_row_made_to_fill_the_disk_is_refused(annotated: Annotate) -> None:
    text = HEAD + "Acme,A-1,case\n" * 3000 + "," * 20_000 + "\n"
    with pytest.raises(VendorcheckError, match="line 3002 has 20001 cells"):
        annotated(text.encode())


def test_an_encoding_whose_line_ends_are_other_bytes_is_refused(annotated: Annotate) -> None:
    with pytest.raises(VendorcheckError, match="cannot take columns"):
        annotated("Maker,Part Number\nAcme,A-1\n".encode("cp037"), choices=Choices(encoding="cp037"))


def test_a_file_that_ends_in_half_a_sign_is_refused(annotated: Annotate) -> None:
    data = codecs.BOM_UTF16_LE + "Maker;Part Number\r\nAcme;A-1\r\n".encode("utf-16-le") + b"x"
    with pytest.raises(VendorcheckError, match="cannot take columns"):
        annotated(data)


def test_another_file_than_the_one_that_was_screened_is_refused(tmp_path: Any) -> None:
    from vendorcheck.model.annotation import Annotation  # noqa: PLC0415
    from vendorcheck.readers.annotating import annotate  # noqa: PLC0415

    (tmp_path / "bom.csv").write_text(f"{HEAD}Acme,A-1,case\n", encoding="utf-8")
    with pytest.raises(VendorcheckError, match="not the file that was screened"):
        annotate(str(tmp_path / "bom.csv"), Choices(), Annotation("0" * 64, (), lambda _: None), io.BytesIO())


def test_a_bill_that_is_no_table_is_refused(annotated: Annotate) -> None:
    with pytest.raises(VendorcheckError, match="no table that columns can be added to"):
        annotated(b'[{"maker": "Acme", "part number": "A-1"}]', "bom.json")


CELLS = st.text(alphabet="aB1,;\t\"'\\ \né漢", max_size=8)


FORMS = st.tuples(
    st.sampled_from(",;\t|"),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]),
    st.booleans(),
)


@given(table=st.lists(st.lists(CELLS, min_size=3, max_size=5), max_size=8), form=FORMS)
@settings(max_examples=150, deadline=None)
def test_without_what_was_added_the_bytes_are_those_of_the_file(
    annotated: Annotate, table: list[list[str]], form: tuple[str, Any, str, str, bool]
) -> None:
    delimiter, quoting, end, encoding, closed = form
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator=end)
    writer.writerows([["Maker", "Part Number", "Description"], *table])
    assume(f"\\{end[0]}" not in text.getvalue())  # such a file is refused: see below
    data = (text.getvalue() if closed else text.getvalue().removesuffix(end)).encode(encoding)

    def words(seen: Seen) -> Cells | None:
        return (SIGN, SIGN, SIGN, SIGN) if seen.kind != "aside" else None

    out = annotated(data, choices=Choices(delimiter=delimiter, encoding=encoding, header_line=1), words=words)
    cut = re.escape(delimiter)
    added = rf'(?:{cut}"?{SIGN}"?){{4}}|{cut}"Determination"{cut}"Why"{cut}"What to do"{cut}"Evidence"'
    left, count = re.subn(added, "", out.decode(encoding))
    assert count > 0
    assert _unpadded(left, cut) == _unpadded(data.decode(encoding), cut)


def test_cells_beside_a_line_end_that_is_escaped_are_refused(annotated: Annotate) -> None:
    data = b'Maker,Part Number,Description\r\nAcme,A-1,"7\\" case"\r\nBolt,B-1,c\\\r\n'
    with pytest.raises(VendorcheckError, match="the end of line 3 is escaped") as caught:
        annotated(data)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_row_that_goes_on_behind_an_escaped_line_end_gets_its_cells_behind_its_last_line(
    annotated: Annotate, end: str
) -> None:
    text = f'Maker,Part Number,Description{end}Acme,A-1,"7\\" case"{end}Bolt,a\\\nb,c{end}Coil,C-1,d{end}'
    assert annotated(text.encode()).decode() == (
        f'Maker,Part Number,Description{NEW}{end}Acme,A-1,"7\\" case"{beside(2)}{end}'
        f"Bolt,a\\\nb,c{beside(3)}{end}Coil,C-1,d{beside(5)}{end}"
    )


def _unpadded(text: str, cut: str) -> str:
    """A text without the blank cells at the ends of its lines."""
    return re.sub(rf"(?:{cut})+(?=[\r\n]|$)", "", text)
