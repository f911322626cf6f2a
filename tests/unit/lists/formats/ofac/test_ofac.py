"""The sets of CSV files of OFAC: which files are one list, what an entry is made of, and on which list it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.lists.format import Format
from vendorcheck.lists.formats.ofac import OFAC_CONS, OFAC_SDN
from vendorcheck.lists.formats.ofac.reading import UNKNOWN_NUMBER
from vendorcheck.lists.formats.ofac.remarks import CUT_AT
from vendorcheck.lists.grouped_rows import NO_NAME
from vendorcheck.lists.reading import Read, read_list
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, LeftOut, ListEntry

ALT = '36,12,"aka","KESTREL AIR",-0- \n36,13,"fka","FALCON AVIATION",-0- \n36,14,"nka","KESTREL JETS",-0- \n'
ADD = '36,25,"1 Quay Road","Porto Novo","Ruritania",-0- \n36,26,-0- ,"Valdoria","Ruritania",-0- \n'
END = b"\x1a\r\n"


def _main(number: int = 36, name: str = "KESTREL AIRLINES", type: str = "-0- ", **cells: str) -> str:
    """A row as OFAC writes it: text in quotation marks, nulls bare and with a blank behind."""
    columns = ("programmes", "title", "call_sign", "vessel_type", "tonnage", "grt", "flag", "owner", "remarks")
    rest = [f'"{cells[column]}"' if column in cells else "-0- " for column in columns]
    kind = type if type == "-0- " else f'"{type}"'
    return ",".join([str(number), f'"{name}"', kind, *rest]) + "\n"


def _read(main: str, *others: str, format: str | None = None) -> Read:
    files = [SourceFile(f"{n}.csv", text.encode()) for n, text in enumerate((main, *others))]
    return read_list(files, format=format)


def _entry(main: str, *others: str) -> ListEntry:
    entry, *more = _read(main, *others).parsed.entries
    assert not more
    return entry


def _remarks(text: str) -> ListEntry:
    return _entry(_main(programmes="IRAN", remarks=text), ALT)


def _error(*texts: str) -> VendorcheckError:
    with pytest.raises(VendorcheckError) as caught:
        _read(*texts)
    assert caught.value.code == "list_invalid"
    return caught.value


def test_an_entry_is_put_together_from_all_files() -> None:
    main = _main(programmes="IRAN] [SDGT", remarks="Tax ID No. 77 (Ruritania); Linked To: GREY HERON GROU")
    read = _read(main, ALT, ADD, "36,\"P LLC; a.k.a. 'KAL'.\"\n")
    assert read.list == "ofac-sdn"
    assert read.parsed.entries == (
        ListEntry(
            id="ofac-sdn:36",
            list="ofac-sdn",
            name="KESTREL AIRLINES",
            aliases=(
                Alias("KESTREL AIR"),
                Alias("FALCON AVIATION", "former"),
                Alias("KESTREL JETS"),
                Alias("KAL", strength="weak"),
            ),
            country="Ruritania",
            standing="government_action",
            kind="organisation",
            instrument="ofac-sdn",
            programmes=("SDN", "IRAN", "SDGT"),
            addresses=("1 Quay Road, Porto Novo, Ruritania", "Valdoria, Ruritania"),
            identifiers=("Tax ID No. 77 (Ruritania)",),
            remarks=("Linked To: GREY HERON GROUP LLC",),
        ),
    )
    assert read.parsed.rows == 1 + 3 + 2 + 1
    assert not read.parsed.left_out
    assert read.parsed.dated is None


def test_the_files_are_known_in_any_order_and_by_content() -> None:
    files = (ADD, _main(programmes="IRAN"), ALT)
    assert _read(*files).parsed.entries == _read(*sorted(files)).parsed.entries


def test_remarks_that_were_cut_at_a_blank_keep_it() -> None:
    entry = _entry(_main(programmes="IRAN", remarks="Linked To: GREY "), ALT, '36,"HERON"\n')
    assert entry.remarks == ("Linked To: GREY HERON",)


@pytest.mark.parametrize(
    ("remark", "alias"),
    [
        ("a.k.a. 'BNC'.", Alias("BNC", "alias", "weak")),
        ("f.k.a. 'OLD KESTREL'", Alias("OLD KESTREL", "former", "weak")),
        ("a.k.a. ''ABD'; DOB 1950", Alias("'ABD", "alias", "weak")),
        ("f.k.a. OLD KESTREL", Alias("OLD KESTREL", "former", "strong")),
    ],
)
def test_names_in_remarks(remark: str, alias: Alias) -> None:
    assert _remarks(remark).aliases[-1] == alias


@pytest.mark.parametrize(
    "remark",
    ["Linked To: KESTREL", "Secondary sanctions risk: section 1(b) of Order 13224", "DOB 12 Feb 1961", "Passport lost"],
)
def test_what_is_no_name_and_no_number_stays_a_remark(remark: str) -> None:
    entry = _remarks(remark)
    assert entry.remarks == (remark,)
    assert not entry.identifiers


@pytest.mark.parametrize("remark", ["Passport A12 (Ruritania)", "alt. Registration ID 7", "Company Number IMO 1234567"])
def test_numbers(remark: str) -> None:
    assert _remarks(remark).identifiers == (remark,)


@pytest.mark.parametrize(
    ("type", "kind"),
    [("-0- ", "organisation"), ("individual", "person"), ("vessel", "vessel"), ("aircraft", "aircraft")],
)
def test_kinds(type: str, kind: str) -> None:
    assert _entry(_main(type=type), ALT).kind == kind


def test_a_vessel_says_what_it_is() -> None:
    main = _main(type="vessel", call_sign="XX1", vessel_type="Tug", flag="Ruritania", owner="Grey Heron S.A.")
    entry = _entry(main, ALT)
    assert entry.identifiers == ("Call sign XX1",)
    assert entry.country == "Ruritania"
    assert entry.remarks == ("Vessel type: Tug", "Vessel owner: Grey Heron S.A.")


def test_addresses_in_two_countries_say_no_country() -> None:
    entry = _entry(_main(), ALT, '36,1,-0- ,"A","Ruritania",-0- \n36,2,-0- ,"B","Graustark",-0- \n')
    assert entry.country is None
    assert entry.addresses == ("A, Ruritania", "B, Graustark")


def test_the_sign_that_ends_a_file_is_no_row_and_its_lack_is_said() -> None:
    main = SourceFile("sdn.csv", _main().encode() + END)
    alt = SourceFile("alt.csv", ALT.encode())
    parsed = read_list([main, alt]).parsed
    assert (len(parsed.entries), parsed.rows, parsed.left_out) == (1, 4, [])
    assert [note for note in parsed.notes if "cut off" in note] == [
        "alt.csv does not end with the sign that OFAC puts at the end of a file: it may be cut off."
    ]


def test_a_last_null_may_have_lost_its_last_sign() -> None:
    assert _entry(_main(), ALT.rstrip("- \n") + "-0", ADD.rstrip("- \n") + "-0").country == "Ruritania"


def test_rows_of_no_entry_are_left_out() -> None:
    alt, add = ALT + '99,1,"aka","NOBODY",-0- \n', ADD + '98,1,-0- ,"A","B",-0- \n'
    parsed = _read(_main(), alt, add, '97,"text"\n').parsed
    assert parsed.left_out == [
        LeftOut("1.csv", 4, UNKNOWN_NUMBER),
        LeftOut("2.csv", 3, UNKNOWN_NUMBER),
        LeftOut("3.csv", 1, UNKNOWN_NUMBER),
    ]


def test_a_row_without_a_name_is_left_out() -> None:
    parsed = _read(_main() + _main(37, "-0- "), ALT).parsed
    assert parsed.left_out == [LeftOut("0.csv", 2, NO_NAME)]


def test_two_entries_of_one_number_are_told_apart() -> None:
    first, second = _read(_main() + _main(name="GREY HERON"), ALT).parsed.entries
    assert first.id.startswith("ofac-sdn:36/")
    assert second.id.startswith("ofac-sdn:36/")
    assert first.id != second.id


def test_without_the_file_of_further_names_it_is_no_list() -> None:
    error = _error(_main(), ADD)
    assert "every name but the first" in error.message
    assert "alt.csv" in (error.help or "")


def test_without_the_file_of_entries_it_is_no_list() -> None:
    assert "the entries themselves" in _error(ALT, ADD).message


@pytest.mark.parametrize("others", [(ALT.replace("36", "35"),), (ALT, ADD.replace("36", "35"))])
def test_files_of_another_list_are_refused(others: tuple[str, ...]) -> None:
    assert "are of entries that are not among them" in _error(_main(), *others).message


def test_two_files_of_one_table_are_refused() -> None:
    assert "holds the same table as 1.csv" in _error(_main(), ALT, ALT).message


@pytest.mark.parametrize("row", ['36,"KESTREL"\n', "36\n", 'X,"KESTREL",-0-' + "," * 9 + "\n", '37,"KEST'])
def test_a_row_that_is_none_of_its_table_is_refused(row: str) -> None:
    assert _error(_main() + row, ALT).spot is not None


def test_a_file_that_is_none_of_the_set_is_refused() -> None:
    with pytest.raises(VendorcheckError, match=r"is no file of an OFAC list"):
        _read(_main(), ALT, "name\nKestrel\n", format="ofac-sdn")


def test_what_is_not_among_the_files_is_said() -> None:
    long = _main(programmes="IRAN", remarks="x" * CUT_AT)
    notes = " ".join(_read(long, ALT).parsed.notes)
    assert "entries have no addresses" in notes
    assert "1 entries have remarks that break off" in notes
    whole = " ".join(_read(long, ALT, ADD, '36,"x"\n').parsed.notes)
    assert "not among the files" not in whole


@pytest.mark.parametrize("empty", ["", "\x1a\r\n"])
def test_a_file_of_long_remarks_may_be_empty(empty: str) -> None:
    read = _read(_main(programmes="IRAN"), ALT, ADD, empty)
    assert len(read.parsed.entries) == 1
    assert not any("not among the files" in note for note in read.parsed.notes)


def test_a_file_of_further_names_may_not_be_empty() -> None:
    assert "alt.csv" in _error(_main(), "", ADD).message


CONS = {
    "NS-PLC": ("PLC", "ofac-plc"),
    "UKRAINE-EO13662": ("SSI", "ofac-ssi"),
    "UKRAINE-EO13662] [RUSSIA-EO14024": ("SSI", "ofac-ssi"),
    "CMIC-EO13959": ("CMIC", "us-ns-cmic"),
    "561-Related": ("CAP", "ofac-capta"),
    "SYRIA] [FSE-SY": ("FSE", "ofac-fse"),
    "MBS": ("MBS", "ofac-ns-mbs"),
}


@pytest.mark.parametrize("programmes", CONS)
def test_the_list_of_a_row_is_told_by_its_programmes(programmes: str) -> None:
    read = _read(_main(programmes=programmes), ALT)
    short, instrument = CONS[programmes]
    (entry,) = read.parsed.entries
    assert read.list == "ofac-cons"
    assert (entry.instrument, entry.programmes) == (instrument, (short, *programmes.split("] [")))


def _cons(programmes: str, remarks: str = "-0- ") -> tuple[ListEntry, ...]:
    """The entries of a row, beside enough others that the file is known for what it is."""
    others = "".join(_main(number, f"OTHER {number}", programmes="NS-PLC") for number in (1, 2))
    parsed = _read(_main(programmes=programmes, remarks=remarks) + others, ALT).parsed
    return tuple(entry for entry in parsed.entries if entry.id.startswith("ofac-cons:36"))


@pytest.mark.parametrize("programme", ["CAATSA - RUSSIA", "BURMA-EO14014", "ILLICIT-DRUGS-EO14059"])
def test_a_programme_of_blocked_persons_is_a_menu_in_the_other_lists(programme: str) -> None:
    assert [entry.instrument for entry in _cons(programme)] == ["ofac-ns-mbs"]


@pytest.mark.parametrize(
    ("directive", "instrument"), [("1a", "ofac-ns-mbs"), ("2", "ofac-capta"), ("3", "ofac-ns-mbs")]
)
def test_a_directive_tells_the_list(directive: str, instrument: str) -> None:
    said = f"Executive Order 14024 Directive Information Subject to Directive {directive} - All transactions"
    assert [entry.instrument for entry in _cons("RUSSIA-EO14024", said)] == [instrument]


def test_a_row_on_two_lists_is_two_entries() -> None:
    said = (
        "Executive Order 14024 Directive Information Subject to Directive 3 - All transactions; "
        "Listing Date (EO 14024 Directive 3): 24 Feb 2022"
    )
    first, second = _cons("UKRAINE-EO13662] [RUSSIA-EO14024", said)
    assert (first.id, first.instrument, first.since) == ("ofac-cons:36", "ofac-ssi", None)
    assert (second.id, second.instrument) == ("ofac-cons:36/MBS", "ofac-ns-mbs")
    assert second.since == Period.parse("2022-02-24")
    assert first.names == second.names


def test_a_day_of_listing_alone_makes_no_second_entry() -> None:
    (entry,) = _cons("UKRAINE-EO13662] [RUSSIA-EO14024", "Listing Date (EO 14024 Directive 2): 24 Feb 2022")
    assert entry.instrument == "ofac-ssi"


def test_a_day_of_listing_tells_where_nothing_else_does() -> None:
    (entry,) = _cons("RUSSIA-EO14024", "Listing Date (EO 14024 Directive 2): 24 Feb 2022")
    assert (entry.instrument, entry.since) == ("ofac-capta", Period.parse("2022-02-24"))


def test_the_day_of_listing_of_a_military_industrial_company() -> None:
    (entry,) = _cons("CMIC-EO13959", "Listing Date (CMIC) 03 Jun 2021; Effective Date (CMIC) 02 Aug 2021")
    assert entry.since == Period.parse("2021-06-03")
    assert entry.remarks == ("Effective Date (CMIC) 02 Aug 2021",)


def test_an_entry_of_an_unknown_list_is_kept_and_said() -> None:
    main = "".join(_main(n, f"OTHER {n}", programmes="NS-PLC") for n in (1, 2)) + _main(programmes="NS-NEW")
    read = _read(main, ALT)
    last = read.parsed.entries[-1]
    assert (last.id, last.instrument, last.programmes) == ("ofac-cons:36", None, ("NS-NEW",))
    assert any("1 entries" in note for note in read.parsed.notes)


def test_blocked_persons_stay_so_where_few_have_a_programme_of_another_list() -> None:
    main = _main(programmes="SYRIA] [UKRAINE-EO13662") + _main(37, "GREY HERON", programmes="IRAN")
    read = _read(main, ALT)
    assert {entry.instrument for entry in read.parsed.entries} == {"ofac-sdn"}


def test_a_named_format_goes_before_what_the_rows_look_like() -> None:
    read = _read(_main(programmes="UKRAINE-EO13662"), ALT, format="ofac-sdn")
    assert [entry.instrument for entry in read.parsed.entries] == ["ofac-sdn"]


def test_both_lists_at_once_are_refused() -> None:
    assert "in the format" in _error(_main(), _main(programmes="NS-PLC"), ALT).message


def _outcome(contents: list[bytes], format: str) -> str:
    """The code of the refusal, or whether a list came of the files."""
    files = [SourceFile(f"{n}.csv", content) for n, content in enumerate(contents)]
    try:
        parsed = read_list(files, format=format).parsed
    except VendorcheckError as error:
        return error.code
    return "list" if parsed.entries else "nothing"


@settings(deadline=None)
@given(st.lists(st.binary(max_size=80), min_size=1, max_size=4), st.sampled_from((OFAC_SDN, OFAC_CONS)))
def test_any_bytes_beside_a_set_give_a_list_or_a_refusal(contents: list[bytes], format: Format) -> None:
    assert _outcome([_main().encode(), ALT.encode(), *contents], format.name) in {"list", "list_invalid"}


SET = [_main(remarks="a.k.a. 'KAL'").encode(), ALT.encode(), ADD.encode(), b'36,"text"\n']


@settings(deadline=None)
@given(st.integers(0, 3), st.integers(0, 120), st.binary(max_size=12), st.integers(0, 40))
def test_any_damage_gives_a_list_or_a_refusal(which: int, at: int, put: bytes, taken: int) -> None:
    content = SET[which]
    damaged = content[:at] + put + content[at + taken :]
    assert _outcome([*SET[:which], damaged, *SET[which + 1 :]], "ofac-cons") in {"list", "list_invalid"}


CELL = st.text(st.characters(codec="utf-8", exclude_characters='"\x1a'), max_size=60)


@settings(deadline=None)
@given(CELL, CELL, CELL)
def test_any_text_in_the_cells_is_part_of_an_entry(name: str, programmes: str, remarks: str) -> None:
    main = _main(name=f"K {name}", programmes=programmes, remarks=remarks) + _main(37, "GREY HERON")
    parsed = _read(main, ALT, format="ofac-sdn").parsed
    assert [entry.id for entry in parsed.entries] == ["ofac-sdn:36", "ofac-sdn:37"]
    assert (parsed.rows, parsed.left_out) == (5, [])
