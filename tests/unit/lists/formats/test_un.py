"""The list of the UN Security Council: persons and entities, their names as written, and files built to do harm."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.lists.formats.un import UNREAD, names_in
from vendorcheck.lists.grouped_rows import NO_NAME
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.reading import read_list
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.xml_tree import HAS_DTD, MAX_DEPTH
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, LeftOut, ListEntry

PERSON = """<INDIVIDUAL>
<DATAID>1</DATAID><FIRST_NAME>ANTON</FIRST_NAME><SECOND_NAME>VON</SECOND_NAME><THIRD_NAME>ZENDA</THIRD_NAME>
<UN_LIST_TYPE>Ruritania</UN_LIST_TYPE><REFERENCE_NUMBER>RUi.001</REFERENCE_NUMBER>
<LISTED_ON>2015-04-07-04:00</LISTED_ON><NAME_ORIGINAL_SCRIPT>Антон фон Зенда</NAME_ORIGINAL_SCRIPT>
<COMMENTS1>Said to be
  in Strelsau.</COMMENTS1>
<DESIGNATION><VALUE>Minister</VALUE></DESIGNATION>
<NATIONALITY><VALUE>Ruritania</VALUE></NATIONALITY>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Anton of Zenda</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Count</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1950</FROM_YEAR><TO_YEAR>1952</TO_YEAR>
</INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>R 17</NUMBER>
<ISSUING_COUNTRY>Ruritania</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT><INDIVIDUAL_DOCUMENT/>
</INDIVIDUAL>"""

ENTITY = """<ENTITY><FIRST_NAME>KESTREL TRADING COMPANY (KTC) ; GREY HERON</FIRST_NAME>
<UN_LIST_TYPE>Graustark</UN_LIST_TYPE><REFERENCE_NUMBER>GRe.002</REFERENCE_NUMBER><LISTED_ON>2007-03-29</LISTED_ON>
<ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Kestrel Trade</ALIAS_NAME></ENTITY_ALIAS>
<ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Falcon Trade</ALIAS_NAME></ENTITY_ALIAS>
<ENTITY_ADDRESS><STREET>1 Quay</STREET><CITY>Edelweiss</CITY><COUNTRY>Graustark</COUNTRY><NOTE>old</NOTE>
</ENTITY_ADDRESS><ENTITY_ADDRESS/></ENTITY>"""


def _list(persons: str = PERSON, entities: str = ENTITY, generated: str = "2026-02-27T00:00:09.554Z") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<CONSOLIDATED_LIST dateGenerated="{generated}">\n'
        f"<INDIVIDUALS>{persons}</INDIVIDUALS>\n<ENTITIES>{entities}</ENTITIES></CONSOLIDATED_LIST>"
    )


def _read(text: str) -> ParsedList:
    read = read_list([SourceFile("un.xml", text.encode())])
    assert (read.format.name, read.list) == ("un", "un")
    return read.parsed


def _error(text: str) -> VendorcheckError:
    with pytest.raises(VendorcheckError) as caught:
        _read(text)
    assert caught.value.code == "list_invalid"
    return caught.value


def test_a_person_and_an_entity() -> None:
    parsed = _read(_list())
    assert parsed.entries == (
        ListEntry(
            id="un:RUi.001",
            list="un",
            name="ANTON VON ZENDA",
            aliases=(Alias("Anton of Zenda"), Alias("The Count", strength="weak"), Alias("Антон фон Зенда")),
            country="Ruritania",
            since=Period.parse("2015-04-07"),
            standing="government_action",
            kind="person",
            instrument="un-sc-consolidated-list",
            programmes=("Ruritania",),
            identifiers=("Passport, R 17, Ruritania",),
            remarks=("Minister", "Born 1950 to 1952", "Said to be in Strelsau."),
        ),
        ListEntry(
            id="un:GRe.002",
            list="un",
            name="KESTREL TRADING COMPANY (KTC)",
            aliases=(Alias("GREY HERON"), Alias("Kestrel Trade"), Alias("Falcon Trade", "former")),
            country="Graustark",
            since=Period.parse("2007-03-29"),
            standing="government_action",
            kind="organisation",
            instrument="un-sc-consolidated-list",
            programmes=("Graustark",),
            addresses=("1 Quay, Edelweiss, Graustark (old)",),
        ),
    )
    assert (parsed.rows, parsed.left_out) == (2, [])
    assert (parsed.dated, parsed.dated_by) == (date(2026, 2, 27), "file")


def test_one_taken_off_has_an_end() -> None:
    entity = ENTITY.replace("</ENTITY>", "<DELISTED_ON>2019-01-02</DELISTED_ON></ENTITY>")
    assert _read(_list(entities=entity)).entries[1].until == Period.parse("2019-01-02")


def test_addresses_in_two_countries_say_no_country_whatever_the_citizenship() -> None:
    places = "".join(
        f"<INDIVIDUAL_ADDRESS><COUNTRY>{country}</COUNTRY></INDIVIDUAL_ADDRESS>"
        for country in ("Ruritania", "Graustark")
    )
    person = PERSON.replace("</INDIVIDUAL>", f"{places}</INDIVIDUAL>")
    assert _read(_list(persons=person)).entries[0].country is None


def test_without_its_date_the_list_is_of_the_newest_entry() -> None:
    parsed = _read(_list(generated=""))
    assert (parsed.dated, parsed.dated_by) == (date(2015, 4, 7), "newest_entry")


def test_an_element_without_a_name_is_left_out_with_its_line() -> None:
    parsed = _read(_list(entities=f"{ENTITY}\n<ENTITY><FIRST_NAME> ; </FIRST_NAME></ENTITY>"))
    line = _list().count("\n") + 2
    assert parsed.rows == 3
    assert parsed.left_out == [LeftOut("un.xml", line, NO_NAME)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kestrel (Graustark)", ["Kestrel (Graustark)"]),
        ("Kestrel ; Heron", ["Kestrel", "Heron"]),
        ("Пустельга (the Kestrel; Kestrel Front)", ["Пустельга", "the Kestrel", "Kestrel Front"]),
        ("Kestrel (original script: Пустельга)", ["Kestrel", "Пустельга"]),
        ("Kestrel (KF) (Пустельга (original script); Kestrels)", ["Kestrel", "KF", "Пустельга", "Kestrels"]),
        ("a) Kestrel; b) Heron c) Falcon", ["Kestrel", "Heron", "Falcon"]),
        (" \n ", []),
    ],
)
def test_several_names_in_one(text: str, names: list[str]) -> None:
    assert names_in(text) == names


def test_what_stands_elsewhere_is_counted_and_a_second_section_is_read() -> None:
    further = PERSON.replace("RUi.001", "RUi.002").replace("ANTON", "BORIS")
    text = _list(persons=f"{PERSON}<SHIP>\n<FIRST_NAME>GREY HERON</FIRST_NAME></SHIP>")
    text = text.replace("<ENTITIES>", f"<INDIVIDUALS>{further}</INDIVIDUALS>\n<SHIPS><SHIP/><SHIP/></SHIPS><ENTITIES>")
    parsed = _read(text)
    assert [entry.id for entry in parsed.entries] == ["un:RUi.001", "un:RUi.002", "un:GRe.002"]
    assert [left.reason for left in parsed.left_out] == [UNREAD] * 3
    assert parsed.rows == 6


@pytest.mark.parametrize("section", ["INDIVIDUALS", "ENTITIES"])
def test_a_list_without_a_section_is_refused(section: str) -> None:
    assert section in _error(_list().replace(section, "OTHERS")).message


def test_a_list_that_names_nobody_is_refused() -> None:
    assert "names nobody" in _error(_list("", "")).message


def test_a_list_that_was_cut_off_is_refused() -> None:
    error = _error(_list()[:-30])
    assert error.spot is not None
    assert error.spot.line is not None
    assert error.help is not None


BOMB = '<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE b [<!ENTITY a SYSTEM "file:///etc/hosts">]>'


@pytest.mark.parametrize("declaration", [BOMB, OUTSIDE, '<!DOCTYPE b SYSTEM "b.dtd">'])
def test_a_file_that_declares_entities_is_refused(declaration: str) -> None:
    error = _error(_list(persons=PERSON.replace("ANTON", "&b;")).replace("\n", declaration + "\n", 1))
    assert HAS_DTD in error.message
    assert error.spot is not None
    assert error.spot.line == 1


def test_a_file_of_elements_within_elements_is_refused() -> None:
    deep = 100_000
    assert str(MAX_DEPTH) in _error(_list(persons="<A>" * deep + "</A>" * deep)).message


@pytest.mark.parametrize("encoding", ["no-such", "utf-7", "utf-32", "big5"])
def test_an_encoding_that_xml_is_not_read_in_is_refused(encoding: str) -> None:
    assert "XML" in _error(_list().replace("UTF-8", encoding)).message


def test_a_second_file_is_refused() -> None:
    file = SourceFile("un.xml", _list().encode())
    with pytest.raises(VendorcheckError, match=r"is a second file, beside un\.xml"):
        read_list([file, file])


def _outcome(content: bytes) -> str:
    """The code of the refusal, or whether each row is part of an entry or left out."""
    try:
        parsed = read_list([SourceFile("list", content)], format="un").parsed
    except VendorcheckError as error:
        return error.code
    return "accounted" if len(parsed.entries) + len(parsed.left_out) == parsed.rows else "rows are lost"


@settings(deadline=None)
@given(st.integers(0, len(_list()) - 1), st.binary(max_size=12), st.integers(0, 12))
def test_any_damage_gives_a_list_or_a_refusal(at: int, put: bytes, taken: int) -> None:
    content = _list().encode()
    assert _outcome(content[:at] + put + content[at + taken :]) in {"list_invalid", "accounted"}


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_refusal(content: bytes) -> None:
    with pytest.raises(VendorcheckError):
        read_list([SourceFile("un.xml", content)], format="un")
