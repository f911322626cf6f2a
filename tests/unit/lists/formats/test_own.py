"""A list of one's own: which headings are read, what an entry is made of, and what is refused."""

import csv
import hashlib
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.lists.formats.own import HEADINGS, read_own_list
from vendorcheck.lists.reading import read_list
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, ListEntry

LONGER_THAN_A_FIELD = csv.field_size_limit() + 1


def _entries(text: str, *mappings: str) -> tuple[ListEntry, ...]:
    return tuple(read_own_list([SourceFile("lists/debarred.csv", text.encode())], "debarred", mappings).entries)


def _names(text: str) -> list[str]:
    return [entry.name for entry in _entries(text)]


def _names_or_refusal(text: str) -> list[str] | str:
    try:
        return _names(text)
    except VendorcheckError:
        return "refused"


def _error(content: str | bytes) -> VendorcheckError:
    file = SourceFile("lists/debarred.csv", content if isinstance(content, bytes) else content.encode())
    with pytest.raises(VendorcheckError) as caught:
        read_own_list([file], "debarred")
    assert caught.value.code == "list_invalid"
    return caught.value


def test_a_row_with_everything() -> None:
    text = "name,aliases,country,number,since,reference\nAcme Ltd,Acme; Acme Cameras,GB,17,2023-02-06,Board minute 4\n"
    assert _entries(text) == (
        ListEntry(
            id="debarred:17",
            list="debarred",
            name="Acme Ltd",
            aliases=(Alias("Acme"), Alias("Acme Cameras")),
            country="GB",
            since=Period(date(2023, 2, 6), date(2023, 2, 6), "2023-02-06"),
            reference="Board minute 4",
            standing="procedural",
        ),
    )


def test_names_alone_will_do() -> None:
    [acme, bolt] = _entries("name\nAcme\nBolt\n")
    assert (acme.name, bolt.name) == ("Acme", "Bolt")
    assert (acme.aliases, acme.country, acme.since, acme.reference) == ((), None, None, None)


def test_a_mark_of_the_encoding_is_no_part_of_a_heading() -> None:
    assert _names("\ufeffname\r\nAcme\r\n") == ["Acme"]


def test_unicode_text_as_a_workbook_saves_it_is_read() -> None:
    file = SourceFile("debarred.txt", "name\tcountry\nAcmé\tGB\n".encode("utf-16"))
    assert [entry.name for entry in read_own_list([file], "debarred").entries] == ["Acmé"]


@pytest.mark.parametrize("heading", HEADINGS["name"])
def test_the_column_of_names_may_be_called_by_several_words(heading: str) -> None:
    assert _names(f"{heading}\nAcme\n") == ["Acme"]


@pytest.mark.parametrize("heading", ["Name", "NAME", " name ", "Entity Name", "entity_name"])
def test_case_and_blanks_in_a_heading_do_not_matter(heading: str) -> None:
    assert _names(f"{heading}\nAcme\n") == ["Acme"]


@pytest.mark.parametrize(("role", "spelling"), [(role, word) for role, words in HEADINGS.items() for word in words])
def test_every_spelling_stands_for_one_role(role: str, spelling: str) -> None:
    assert [of for of, words in HEADINGS.items() if spelling in words] == [role]


def test_other_columns_are_left_aside() -> None:
    [entry] = _entries("remark,name,internal\nlate,Acme,x\n")
    assert entry == ListEntry(entry.id, "debarred", "Acme", (), None, None, None, "procedural")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_most_used_in_the_headings(delimiter: str) -> None:
    [entry] = _entries(f"name{delimiter}country{delimiter}reference\nAcme{delimiter}GB{delimiter}minute 4\n")
    assert (entry.name, entry.country, entry.reference) == ("Acme", "GB", "minute 4")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_ending_is_read(end: str) -> None:
    assert _names(end.join(["name", "Acme", "Bolt", ""])) == ["Acme", "Bolt"]


def test_a_quoted_name_keeps_its_delimiter() -> None:
    assert _names('name,country\n"Acme, Inc.",US\n') == ["Acme, Inc."]


def test_cells_lose_the_blanks_around_them() -> None:
    [entry] = _entries("name,aliases,country\n  Acme  , Bolt ;; Nut ;, GB \n")
    assert (entry.names, entry.country) == (("Acme", "Bolt", "Nut"), "GB")


def test_blank_rows_are_no_entries() -> None:
    assert _names("name,country\n\nAcme,GB\n,\n   ,\nBolt\n") == ["Acme", "Bolt"]


def test_a_row_said_twice_is_one_entry() -> None:
    assert _names("name,number\nAcme,17\nBolt,18\nAcme,17\nBolt,18\n") == ["Acme", "Bolt"]


@pytest.mark.parametrize(
    "text",
    [
        "name,number\nAcme,17\nBolt,17\nBolt,17\n",
        "name,number,aliases\nAcme,17,Zeta\nAcme,17,Omega\nAcme,17,Omega\n",
    ],
)
def test_of_two_rows_with_one_number_each_bears_its_digest(text: str) -> None:
    first, second = _entries(text)
    assert re.fullmatch("debarred:17/[0-9a-f]{12}", first.id)
    assert re.fullmatch("debarred:17/[0-9a-f]{12}", second.id)
    assert first.id != second.id
    assert (first.name, first.aliases) != (second.name, second.aliases)


def test_two_rows_of_one_name_that_differ_are_both_kept() -> None:
    assert [entry.names for entry in _entries("name,aliases\nAcme,Zeta\nAcme,Omega\n")] == [
        ("Acme", "Zeta"),
        ("Acme", "Omega"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("name,country\nAcme\n,GB\n", 3, "a row without a name"),
        ("name,aliases\n  ,Bolt\n", 2, "a row without a name"),
        ("name\nAcme Trading Co., Ltd.\n", 2, "a row with more cells than there are headings"),
        ('name\n"Acme\nBolt\n', 2, "cannot be read as a table"),
        ('name\n"Acme" Ltd\n', 2, "cannot be read as a table"),
        ("company,supplier\nAcme,\n", 1, "the columns company, supplier all mean `name`"),
        ("name,aka,Alias\nAcme,,\n", 1, "the columns aka, Alias all mean `aliases`"),
        ("name\n" + "a" * 10_001 + "\n", 2, "a cell of more than 10000 characters"),
    ],
)
def test_what_is_not_clear_is_refused_with_its_line(text: str, line: int, what: str) -> None:
    error = _error(text)
    assert error.message.startswith(f"lists/debarred.csv: {what}")
    assert error.spot == Spot("lists/debarred.csv", line)
    assert error.help


def test_a_short_row_has_no_more_than_it_says() -> None:
    [entry] = _entries("name,country,reference\nAcme\n")
    assert (entry.country, entry.reference) == (None, None)


def test_without_a_number_the_id_is_a_digest_of_list_name_and_country() -> None:
    digest = hashlib.sha256(b"debarred\x1fAcme\x1fGB").hexdigest()[:12]
    assert [entry.id for entry in _entries("name,country,number\nAcme,GB,\n")] == [f"debarred:{digest}"]


def test_the_id_of_an_entry_does_not_depend_on_its_place_in_the_file() -> None:
    before = {entry.name: entry.id for entry in _entries("name,country\nAcme,GB\nBolt,\n")}
    after = {entry.name: entry.id for entry in _entries("country,name\n,Bolt\nFR,Nut\nGB,Acme\n")}
    assert after["Acme"] == before["Acme"]
    assert after["Bolt"] == before["Bolt"]


@pytest.mark.parametrize("since", ["2023", "2023-02", "2023-02-06", "2022-11-24/2023-02", "2025-03-03/.."])
def test_a_date_may_be_any_period(since: str) -> None:
    assert [entry.since for entry in _entries(f"name,since\nAcme,{since}\n")] == [Period.parse(since)]


@pytest.mark.parametrize("content", ["", "\n", "firm name,country\nAcme,GB\n", "aliases\nAcme\n"])
def test_without_a_column_of_names_it_is_refused_with_the_headings_known(content: str) -> None:
    error = _error(content)
    assert error.message == "lists/debarred.csv has no column of names"
    assert error.spot == Spot("lists/debarred.csv", 1)
    assert error.help == f"Call it `name`. Other columns: {', '.join(list(HEADINGS)[1:])}."


@pytest.mark.parametrize("content", ["name\n", "name", "name,country\n,\n   ,\n"])
def test_a_list_that_names_nobody_is_refused(content: str) -> None:
    error = _error(content)
    assert (error.message, error.spot) == ("lists/debarred.csv names nobody", Spot("lists/debarred.csv"))
    assert error.help == "Under the heading `name`, write one name a row."


def test_what_is_not_utf_8_is_refused_with_its_line() -> None:
    error = _error("name\nAcme\nCafé\n".encode("latin-1"))
    assert (error.message, error.spot) == ("lists/debarred.csv is not UTF-8", Spot("lists/debarred.csv", 3))
    assert error.help == "Save the file as UTF-8."


@pytest.mark.parametrize(
    ("since", "reason"),
    [("06/02/2023", "is not a date"), ("last year", "is not a date"), ("2023-02-30", ""), ("2024/2023", "ends before")],
)
def test_a_date_that_cannot_be_read_is_refused_with_its_line(since: str, reason: str) -> None:
    error = _error(f"name,since\nAcme,2023\n\nBolt,{since}\n")
    assert error.message.startswith("lists/debarred.csv: ")
    assert reason in error.message
    assert (error.spot, error.help) == (Spot("lists/debarred.csv", 4), "Write dates as YYYY-MM-DD.")


def test_a_fault_after_a_name_over_two_lines_has_the_line_it_stands_on() -> None:
    error = _error('name,since\n"Acme\nLimited",2023\nBolt,never\n')
    assert error.spot == Spot("lists/debarred.csv", 4)


def test_a_field_longer_than_any_name_is_refused() -> None:
    error = _error("name\n" + "a" * LONGER_THAN_A_FIELD + "\n")
    assert (error.code, error.spot) == ("list_invalid", Spot("lists/debarred.csv", 2))


def test_with_two_columns_of_names_no_row_is_lost_in_silence() -> None:
    assert _names_or_refusal("company,supplier\nAcme,\nBolt,Nut\n") in (["Acme", "Bolt"], ["Acme", "Nut"], "refused")


def test_a_name_with_a_comma_is_not_cut_in_half_in_silence() -> None:
    whole = "Acme Trading Co., Ltd."
    assert _names_or_refusal(f"name\n{whole}\n") in ([whole], "refused")


def test_two_names_never_share_an_id_in_silence() -> None:
    text = "name,number\nAcme,17\nBolt,17\n"
    assert _names_or_refusal(text) == "refused" or len({entry.id for entry in _entries(text)}) == 2


@given(st.text(st.characters(codec="utf-8"), max_size=60).map(lambda rows: f"name,since\n{rows}"))
@settings(max_examples=200, deadline=None)
def test_any_text_is_a_list_of_names_or_refused_with_its_place(text: str) -> None:
    try:
        names = _names(text)
    except VendorcheckError as refused:
        names = [str(refused.spot)]
    assert names
    assert all(name.strip() == name != "" for name in names)


def test_a_row_with_every_column() -> None:
    text = (
        "name;kind;programme;until;address;identifier;url\n"
        "Acme;Company;debarred;2025-01;1 Road, Harbour;VAT 17;https://example.org\n"
    )
    [entry] = _entries(text)
    assert (entry.kind, entry.programmes, entry.until) == ("organisation", ("debarred",), Period.parse("2025-01"))
    assert (entry.addresses, entry.identifiers, entry.url) == (
        ("1 Road, Harbour",),
        ("VAT 17",),
        "https://example.org",
    )


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Company", "organisation"),
        ("person", "person"),
        ("VESSEL", "vessel"),
        ("category", "category"),
        ("Camera maker", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_kind_is_a_word_that_is_known_or_unknown(word: str, kind: str) -> None:
    assert [entry.kind for entry in _entries(f"name,kind\nAcme,{word}\n")] == [kind]


def test_a_mapping_goes_before_what_a_heading_says() -> None:
    text = "name,Supplier name,also,since\nclerk,Acme,Bolt; Nut,2020\n"
    [entry] = _entries(text, "name=supplier  NAME", "aliases=also", "reference = name")
    assert (entry.names, entry.reference, entry.since) == (("Acme", "Bolt", "Nut"), "clerk", Period.parse("2020"))


def test_a_mapping_settles_which_of_two_columns_is_meant() -> None:
    [entry] = _entries("company,supplier\nAcme,Bolt\n", "name=supplier")
    assert entry.names == ("Bolt",)


@pytest.mark.parametrize(
    ("mapping", "message", "help"),
    [
        ("name", "'name' is not ROLE=HEADING", "For example"),
        ("=x", "'=x' is not ROLE=HEADING", "For example"),
        ("nmae=x", "no column of a list is 'nmae'; did you mean 'name'?", "Roles: name, aliases"),
        ("name=x", "lists/debarred.csv: no column is headed 'x'", "The headings are: name, since."),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(mapping: str, message: str, help: str) -> None:
    with pytest.raises(VendorcheckError) as caught:
        _entries("name,since\nAcme,2020\n", mapping)
    assert caught.value.message == message
    assert str(caught.value.help).startswith(help)


def test_a_role_is_given_once() -> None:
    with pytest.raises(VendorcheckError, match="the role 'name' is given to two headings"):
        _entries("a,b\nAcme,Bolt\n", "name=a", "name=b")
    assert [entry.name for entry in _entries("a,b\nAcme,Bolt\n", "name=a", "name=a")] == ["Acme"]


def test_several_files_are_one_list() -> None:
    files = [SourceFile("a.csv", b"name\nAcme\n"), SourceFile("b.csv", b"supplier;since\nBolt;2020\n")]
    found = read_own_list(files, "debarred")
    assert ([entry.name for entry in found.entries], found.rows) == (["Acme", "Bolt"], 2)


def test_an_entry_that_ends_before_it_begins_is_refused() -> None:
    error = _error("name,since,until\nAcme,2020-01-01,2019\n")
    assert "an entry that ends before it begins" in error.message
    assert error.spot is not None
    assert error.spot.line == 2


def test_the_delimiter_is_that_of_the_headings_where_lines_end_as_on_old_systems() -> None:
    assert _names("name,aliases\rAcme,a;b;c;d\r") == ["Acme"]


def test_a_heading_has_one_role() -> None:
    with pytest.raises(VendorcheckError, match="'Firm' is given two roles, name and number"):
        _entries("Firm,Land\nAcme,GB\n", "name=Firm", "number=Firm")


@pytest.mark.parametrize("heading", ["Qty", "Part Number", "MPN", "Manufacturer", "RefDes", "Footprint"])
def test_a_bill_of_materials_is_taken_for_a_list_only_if_somebody_says_so(heading: str) -> None:
    file = SourceFile("bill.csv", f"Supplier,{heading}\nAcme,7\n".encode())
    with pytest.raises(VendorcheckError, match="is in no known format of lists") as caught:
        read_list([file])
    assert "--format own" in str(caught.value.help)
    for told in (read_list([file], format="own"), read_list([file], mappings=["name=Supplier"])):
        assert [entry.name for entry in told.parsed.entries] == ["Acme"]
