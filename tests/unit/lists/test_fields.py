"""What all readers share: encodings, rows with their lines, clean texts, days, ids that tell entries apart."""

from datetime import date

import pytest

from vendorcheck.lists import fields
from vendorcheck.lists.fields import MAX_CELL, CutOffError, Row
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, ListEntry


def _file(content: str | bytes) -> SourceFile:
    return SourceFile("list.csv", content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_its_encoding(encoding: str) -> None:
    assert fields.text_of(_file("Café".encode(encoding))) == "Café"
    assert fields.opening_of(_file("Cafe".encode(encoding))) == "Cafe"


def test_a_line_in_another_encoding_does_not_spoil_the_others() -> None:
    text = "Şirket Ağı, 北京某公司\n".encode() + "Café\r\n".encode("cp1252") + b"a\x81\xe9\r" + "Łódź".encode()
    assert fields.text_of(_file(text)) == "Şirket Ağı, 北京某公司\nCafé\r\na\x81é\rŁódź"


def test_half_of_a_utf_16_text_is_refused() -> None:
    with pytest.raises(VendorcheckError, match="is not text in its encoding"):
        fields.text_of(_file(b"\xff\xfea"))


def test_rows_have_the_lines_on_which_they_begin_and_blank_ones_are_none() -> None:
    text = 'a,b\n\n"x\ny",1\n , \nz,2\n'
    assert list(fields.rows_of(_file(text), ",")) == [Row(1, ["a", "b"]), Row(3, ["x\ny", "1"]), Row(6, ["z", "2"])]


def test_a_text_that_ends_within_a_row_says_where() -> None:
    with pytest.raises(CutOffError) as caught:
        list(fields.rows_of(_file('a,b\nx,"y'), ","))
    assert (caught.value.line, caught.value.spot) == (2, Spot("list.csv", 2))


@pytest.mark.parametrize("text", ['a,b\nx,"y\nz,1\n', 'a,b\n"x"y,1\n', "a,b\n" + "x" * (MAX_CELL + 1) + ",1\n"])
def test_a_text_that_is_no_table_is_refused_with_the_line(text: str) -> None:
    with pytest.raises(VendorcheckError, match="cannot be read as a table") as caught:
        list(fields.rows_of(_file(text), ","))
    assert not isinstance(caught.value, CutOffError)
    assert caught.value.spot == Spot("list.csv", 2)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("  a \n b\t", "a b"),
        ("Café", "Café"),
        ("CafÃ©", "Café"),
        ("ÐœÐ¸Ñ\x80", "Мир"),
        ("Xi\x92an", "Xi’an"),
        ("a \x8d", "a"),
        ("\x8d", ""),
        ("Âme", "Âme"),
        ("Ünal Ñandú", "Ünal Ñandú"),
        ("Â 東芝", "Â 東芝"),
    ],
)
def test_texts_are_cleaned(written: str, read: str) -> None:
    assert fields.cleaned(written) == read


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2020-01-31", "2020-01-31"),
        (" 01/31/2020 ", "2020-01-31"),
        ("Mar 2020", "2020-03"),
        ("2020", "2020"),
        ("31 Jan", None),
        ("", None),
        ("2020-02-30", None),
    ],
)
def test_days_are_read_in_the_forms_that_are_asked_for(text: str, period: str | None) -> None:
    found = fields.day_of(text, "%Y-%m-%d", "%m/%d/%Y", "%b %Y", "%Y")
    assert found == (Period.parse(period) if period else None)


def test_entries_that_differ_under_one_id_have_the_same_ids_in_any_order_and_equal_ones_are_one() -> None:
    first = ListEntry("a:1", "a", "Northlake")
    second = first._replace(aliases=(Alias("Nola"),))
    kept = fields.told_apart([first, second, first, second])
    assert [entry.names for entry in kept] == [("Northlake",), ("Northlake", "Nola")]
    assert len({entry.id for entry in kept}) == 2
    assert all(entry.id.startswith("a:1/") for entry in kept)
    assert set(fields.told_apart([second, first])) == set(kept)
    assert fields.told_apart([second]) == (second,)


def test_an_entry_that_ends_before_it_begins_is_kept_without_dates_and_says_so() -> None:
    since, until = Period.parse("2020-01-31"), Period.parse("2010")
    [entry] = fields.told_apart([ListEntry("a:1", "a", "Northlake", since=since, until=until)])
    assert (entry.since, entry.until) == (None, None)
    assert entry.remarks == ("Dates as published, which cannot both be: 2020-01-31 to 2010",)
    same_year = ListEntry("a:1", "a", "Northlake", since=since, until=Period.parse("2020"))
    assert fields.told_apart([same_year]) == (same_year,)


def test_the_newest_day_is_a_whole_one_before_the_end() -> None:
    def entry(since: str, until: str | None = None) -> ListEntry:
        return ListEntry(since, "a", "b", since=Period.parse(since), until=Period.parse(until) if until else None)

    entries = [entry("2020-01-31"), entry("2021"), entry("2030-01-01", "2022-01-01"), entry("2019-01-01", "2056")]
    assert fields.newest_day(entries) == date(2020, 1, 31)
    assert fields.newest_day([ListEntry("a", "a", "b"), entry("2021")]) is None


def test_a_further_name_is_none_that_is_the_name_and_stands_once() -> None:
    found = [Alias("Kestrel"), Alias("Heron"), Alias(""), Alias("Heron", "former"), Alias("Falcon")]
    assert fields.further_names("Kestrel", found) == (Alias("Heron"), Alias("Falcon"))


def test_a_name_that_is_weak_in_one_place_and_strong_in_another_is_strong() -> None:
    weak = Alias("Heron", strength="weak")
    assert fields.further_names("Kestrel", [weak, Alias("Falcon"), Alias("Heron")]) == (Alias("Heron"), Alias("Falcon"))
    assert fields.further_names("Kestrel", [Alias("Heron"), weak]) == (Alias("Heron"),)


def test_one_text_speaks_for_all_only_where_none_differs() -> None:
    assert fields.only_one(["", "Ruritania", "Ruritania"]) == "Ruritania"
    assert fields.only_one(["Ruritania", "Graustark"]) is None
    assert fields.only_one(["", ""]) is None
    assert fields.distinct(["b", "", "a", "b"]) == ("b", "a")
