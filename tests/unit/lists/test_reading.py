"""Files to a list: known by their content, by name, or by mapped columns; anything else is refused with a way on."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.lists.formats import FORMATS
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.reading import read_list
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.table import CUT_OFF
from vendorcheck.model.errors import Spot, VendorcheckError

OWN = b"name,country\nNorthlake,GB\n"
CSL = (
    b"source,entity_number,type,programs,name,addresses,federal_register_notice,start_date,end_date,alt_names,ids,source_list_url\n"
    b"Entity List (EL),,,,Northlake,,80 FR 1,2015-11-12,,Nola,,\n"
)
DENIED = (
    b"Name\tStreet_Address\tCity\tEffective_Date\tExpiration_Date\tLast_Update\tFR_Citation\n"
    b"NORTHLAKE\t1 ROAD\tHARBOUR\t01/02/2003\t\t2003-01-02\t68 F.R. 1\n"
)
FCC = (
    b"entity_name,aka,country,source_list,list_category,date_added,compiled_date\n"
    b"Northlake,Nola,China,BIS Entity List,2,2020-01-01,2026-01-01\n"
)
CSL_JSON = (
    b'[{"source":"Entity List (EL)","name":"Northlake","alt_names":[],"addresses":[],"programs":[],'
    b'"source_list_url":"","license_policy":"","entity_number":1}]'
)
UN = (
    b'<CONSOLIDATED_LIST dateGenerated="2026-01-01"><INDIVIDUALS/>\n<ENTITIES><ENTITY>'
    b"<FIRST_NAME>NORTHLAKE</FIRST_NAME><REFERENCE_NUMBER>GRe.1</REFERENCE_NUMBER></ENTITY></ENTITIES></CONSOLIDATED_LIST>"
)
UK = (
    b"Report Date: 13-Feb-2026\n"
    b"Unique ID,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Regime Name,Designation Type\n"
    b"GRA0001,NORTHLAKE,,,,,,Primary Name,Graustark,Entity\n"
)
EU = (
    b"fileGenerationDate;Entity_LogicalId;Entity_SubjectType;Entity_Regulation_Programme;NameAlias_WholeName\n"
    b"05/08/2026;13;E;GRA;Northlake\n"
)
OPENSANCTIONS = (
    b"id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,dataset,first_seen,last_seen\n"
    b"NK-1,Company,Northlake,Nola,,cn,,,,Graustark,2020-01-01,2026-01-01\n"
)
SAMPLES = {
    "own": OWN,
    "csl": CSL,
    "denied-persons": DENIED,
    "fcc": FCC,
    "csl-json": CSL_JSON,
    "un": UN,
    "uk": UK,
    "eu": EU,
    "opensanctions": OPENSANCTIONS,
}

#: Files of two lists: the first two tell of which, the others are known beside them.
OFAC = {
    b'36,"NORTHLAKE",-0- ,"CUBA"' + b",-0- " * 8 + b"\n": ["ofac-sdn"],
    b'36,"NORTHLAKE",-0- ,"NS-PLC"' + b",-0- " * 8 + b"\n": ["ofac-cons"],
    b'36,12,"aka","NOLA",-0- \n': ["ofac-sdn", "ofac-cons"],
    b'36,25,-0- ,"Harbour","Graustark",-0- \n': ["ofac-sdn", "ofac-cons"],
    b'36,"of its remarks"\n': ["ofac-sdn", "ofac-cons"],
}


def _file(content: bytes, name: str = "some.txt") -> SourceFile:
    return SourceFile(name, content)


def _error(*files: SourceFile, **how: str | list[str]) -> VendorcheckError:
    with pytest.raises(VendorcheckError) as caught:
        read_list(files, **how)  # type: ignore[arg-type]
    assert caught.value.help
    return caught.value


@pytest.mark.parametrize("format", SAMPLES)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_format_is_known_by_content_whatever_the_file_is_called(format: str, mark: bytes) -> None:
    read = read_list([_file(mark + SAMPLES[format], "list.xml")])
    assert read.format.name == format
    assert [entry.name.lower() for entry in read.parsed.entries] == ["northlake"]
    assert read.parsed.rows == 1


@pytest.mark.parametrize("format", sorted(set(SAMPLES) - {"csl-json"}))
@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_every_line_ending_is_read(format: str, end: bytes) -> None:
    read = read_list([_file(SAMPLES[format].replace(b"\n", end))])
    assert (read.format.name, len(read.parsed.entries)) == (format, 1)


@pytest.mark.parametrize("format", SAMPLES)
def test_only_one_format_but_ones_own_knows_a_file(format: str) -> None:
    knowing = [each.name for each in FORMATS if each.name != "own" and each.recognises(_file(SAMPLES[format]))]
    assert knowing == ([] if format == "own" else [format])


@pytest.mark.parametrize("content", OFAC)
def test_no_other_format_knows_a_file_of_ofac(content: bytes) -> None:
    assert [each.name for each in FORMATS if each.recognises(_file(content))] == OFAC[content]


@pytest.mark.parametrize(
    "content",
    [
        b"36,NL-1,Camera,4,GB\n",
        b"36,1,Northlake,Camera,4,GB\n",
        b"Manufacturer,Part number,Qty\nNorthlake,NL-1,4\n",
        b"name,type,country,remarks,addresses\nNorthlake,Camera,GB,,\n",
        b"part,description,source,programs,start_date\nNL-1,Camera,shop,,2020-01-01\n",
        b"Name;City;Country;Postal_Code\nNorthlake;Harbour;GB;1\n",
        b"entity_name,country\nNorthlake,CN\n",
        b'{"bomFormat": "CycloneDX", "components": []}',
        b"<bom><components/></bom>",
    ],
)
def test_no_other_table_is_taken_for_an_official_list(content: bytes) -> None:
    assert [each.name for each in FORMATS if each.name != "own" and each.recognises(_file(content))] == []


def test_a_list_bears_the_name_that_it_is_given_that_of_its_format_or_that_of_its_file() -> None:
    assert read_list([_file(CSL)]).list == "csl"
    assert read_list([_file(CSL)], name="us").list == "us"
    own = read_list([_file(OWN, "lists/debarred.2026.csv")])
    assert (own.list, {entry.list for entry in own.parsed.entries}) == ("debarred.2026", {"debarred.2026"})


def test_every_format_has_a_name_of_its_own_and_a_title() -> None:
    assert len({each.name for each in FORMATS}) == len(FORMATS)
    assert all(re.fullmatch("[a-z][a-z-]*", each.name) and each.title for each in FORMATS)
    assert FORMATS[-1].name == "own"


def test_a_format_that_nobody_knows_is_refused_with_the_nearest() -> None:
    error = _error(_file(CSL), format="cls")
    assert (error.code, error.message) == ("usage", "no format of lists is called 'cls'; did you mean 'csl'?")
    assert all(each.name in str(error.help) for each in FORMATS)


def test_a_file_in_no_known_format_is_refused_with_those_known() -> None:
    error = _error(_file(b"Manufacturer,Part\nNorthlake,NL-1\n"))
    assert (error.code, error.message) == ("list_invalid", "some.txt is in no known format of lists")
    assert all(each.name in str(error.help) for each in FORMATS)


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(content: bytes) -> None:
    assert _error(_file(content)).code == "list_invalid"


def test_no_file_is_refused() -> None:
    assert _error().code == "usage"


def test_files_of_several_formats_are_refused() -> None:
    error = _error(_file(CSL, "a.csv"), _file(FCC, "b.csv"))
    assert error.message == "b.csv is in the format 'fcc', and a.csv in 'csl'"


def test_a_list_that_names_nobody_is_refused() -> None:
    content = CSL.replace(b"Northlake", b"")
    assert _error(_file(content)).message == "some.txt names nobody in 1 rows"


def test_columns_that_are_mapped_make_it_a_list_of_ones_own() -> None:
    read = read_list([_file(b"Lieferant,Grund\nNorthlake,late\n")], mappings=["name=Lieferant", "reference=Grund"])
    [entry] = read.parsed.entries
    assert (read.format.name, entry.name, entry.reference) == ("own", "Northlake", "late")


def test_columns_of_an_official_list_are_not_mapped() -> None:
    error = _error(_file(CSL), format="csl", mappings=["name=alt_names"])
    assert error.message == "the columns of the format 'csl' are known and cannot be mapped"


ANYTHING = st.one_of(
    st.binary(max_size=200),
    st.tuples(st.sampled_from([*SAMPLES.values(), *OFAC]), st.binary(max_size=60)).map(b"".join),
    st.tuples(st.sampled_from(list(SAMPLES.values())), st.integers(0, 300)).map(lambda cut: cut[0][: cut[1]]),
    st.tuples(st.sampled_from(list(SAMPLES.values())), st.integers(0, 200), st.binary(min_size=1, max_size=3)).map(
        lambda put: put[0][: put[1]] + put[2] + put[0][put[1] + len(put[2]) :]
    ),
)


@given(ANYTHING, st.sampled_from([None, *(each.name for each in FORMATS)]))
@settings(max_examples=600, deadline=None)
def test_any_bytes_are_a_list_or_refused(content: bytes, format: str | None) -> None:
    try:
        parsed = read_list([_file(content)], format=format).parsed
    except VendorcheckError:
        parsed = ParsedList((), 0)
    assert all(entry.name.strip() for entry in parsed.entries)
    assert len({entry.id for entry in parsed.entries}) == len(parsed.entries)
    assert len(parsed.left_out) <= parsed.rows


@pytest.mark.parametrize("format", ["csl", "denied-persons", "fcc", "uk", "eu", "opensanctions"])
@pytest.mark.parametrize("how", ["in a quotation", "in a line"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_that_ends_within_a_row_is_refused_unless_it_is_accepted(format: str, how: str, encoding: str) -> None:
    text = SAMPLES[format].decode()
    *_, row = text.splitlines()
    half = '"Sou' if how == "in a quotation" else row[:3]
    file = _file((text + half).encode(encoding), "list")
    with pytest.raises(VendorcheckError, match="is not whole: it ends within a row") as caught:
        read_list([file])
    assert (caught.value.spot, caught.value.code) == (Spot("list", text.count("\n") + 1), "list_invalid")
    assert "--accept-cut-off" in str(caught.value.help)
    parsed = read_list([file], accept_cut_off=True).parsed
    assert [left.reason for left in parsed.left_out] == [CUT_OFF]
    assert parsed.rows == text.count("\n") + 1 - text.splitlines().index(row)
    assert parsed.entries == read_list([_file(SAMPLES[format])]).parsed.entries


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_a_file_whose_last_row_has_all_its_cells_is_whole_however_it_ends(end: bytes) -> None:
    assert not read_list([_file(CSL.rstrip(b"\n") + end)]).parsed.left_out


def test_a_short_row_in_a_line_that_ends_is_kept_and_noted() -> None:
    parsed = read_list([_file(CSL + b"Entity List (EL),,,,Southlake\n")]).parsed
    assert [entry.name for entry in parsed.entries] == ["Northlake", "Southlake"]
    assert "1 rows have fewer cells" in "".join(parsed.notes)


@pytest.mark.parametrize(
    ("format", "column"), [("csl", "alt_names"), ("fcc", "aka"), ("uk", "Name 1"), ("eu", "NameAlias_WholeName")]
)
def test_a_column_of_names_that_stands_twice_is_refused(format: str, column: str) -> None:
    delimiter = ";" if format == "eu" else ","
    file = _file(SAMPLES[format].replace(column.encode(), f"{column}{delimiter}{column}".encode(), 1), "list")
    with pytest.raises(VendorcheckError, match=f"list: has the column {column.lower().replace(' ', '_')} twice"):
        read_list([file])
