"""The Consolidated Screening List as JSON, in its forms, and what is no whole list."""

import json
from typing import Any

import pytest

from vendorcheck.lists.formats.csl_json import CSL_JSON, read_csl_json
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, LeftOut, ListEntry

RECORD: dict[str, Any] = {
    "id": "abc",
    "source": "Entity List (EL) - Bureau of Industry and Security",
    "entity_number": 17,
    "type": None,
    "programs": ["IFSR", "SDGT"],
    "name": "Northlake Optics Co., Ltd.",
    "title": None,
    "addresses": [
        {"address": "1 Road; Hall 2", "city": "Harbour", "state": None, "postal_code": "100", "country": "CN"},
        {"address": None, "city": None, "state": None, "postal_code": None, "country": "HK"},
    ],
    "federal_register_notice": "80 FR 11111",
    "start_date": "2015-11-12",
    "end_date": None,
    "standard_order": None,
    "license_requirement": "For all items",
    "license_policy": None,
    "source_list_url": "https://example.org/list",
    "alt_names": ["Nola", "Nola Optics"],
    "source_information_url": "https://example.org/about",
    "ids": [{"type": "Registration", "number": "123", "country": "CN", "issue_date": None, "expiration_date": None}],
}


def _file(document: Any) -> SourceFile:
    return SourceFile("csl.json", json.dumps(document).encode())


def _read(*records: Any) -> ParsedList:
    return read_csl_json([_file({"results": list(records)})], "csl")


def _error(content: bytes) -> VendorcheckError:
    with pytest.raises(VendorcheckError) as caught:
        read_csl_json([SourceFile("csl.json", content)], "csl")
    assert caught.value.code == "list_invalid"
    assert caught.value.help
    return caught.value


def test_a_record_with_everything() -> None:
    assert _read(RECORD).entries == (
        ListEntry(
            id="csl:17",
            list="csl",
            name="Northlake Optics Co., Ltd.",
            aliases=(Alias("Nola"), Alias("Nola Optics")),
            country=None,
            since=Period.parse("2015-11-12"),
            reference="80 FR 11111",
            standing="government_action",
            kind="unknown",
            instrument="us-bis-entity-list",
            programmes=("EL", "IFSR", "SDGT"),
            addresses=("1 Road, Hall 2, Harbour, 100, CN", "HK"),
            identifiers=("Registration, 123, CN",),
            url="https://example.org/about",
            remarks=("Licence requirement: For all items",),
        ),
    )


def test_the_array_may_stand_alone() -> None:
    file = _file([RECORD])
    assert CSL_JSON.recognises(file)
    assert read_csl_json([file], "csl") == _read(RECORD)


@pytest.mark.parametrize(
    "changed",
    [{"alt_names": "Nola; Nola Optics"}, {"programs": "IFSR; SDGT"}, {"entity_number": "17"}, {"type": ""}],
)
def test_values_may_be_texts_as_in_the_csv(changed: dict[str, str]) -> None:
    assert _read(RECORD | changed).entries == _read(RECORD).entries


@pytest.mark.parametrize("empty", [None, [], "", {}, True, [None], [[]]])
def test_what_is_empty_or_nested_deeper_is_nothing(empty: Any) -> None:
    [entry] = _read(RECORD | dict.fromkeys(("alt_names", "addresses", "ids", "programs"), empty)).entries
    assert (entry.aliases, entry.addresses, entry.identifiers, entry.programmes) == ((), (), (), ("EL",))


def test_half_of_a_surrogate_pair_in_a_name_is_no_letter() -> None:
    [entry] = _read(RECORD | {"name": "North\ud800lake"}).entries
    assert entry.name == "North?lake"


def test_what_is_no_record_or_names_nobody_is_left_out_with_its_number() -> None:
    found = _read(RECORD, 7, RECORD | {"name": None})
    assert (len(found.entries), found.rows) == (1, 3)
    assert found.left_out == [LeftOut("csl.json", 2, "is no record"), LeftOut("csl.json", 3, "names nobody")]


def test_fields_that_are_new_are_named() -> None:
    assert _read(RECORD | {"mood": 1}).notes == ("csl.json: fields that are not read: mood",)


@pytest.mark.parametrize("field", ["source", "name", "alt_names", "addresses"])
def test_a_list_without_a_field_is_refused_by_its_name(field: str) -> None:
    record = {key: value for key, value in RECORD.items() if key != field}
    assert _error(json.dumps([record]).encode()).message == f"csl.json: lacks the field {field}"


def test_a_page_of_an_answer_is_no_list() -> None:
    error = _error(json.dumps({"total": 3, "results": [RECORD]}).encode())
    assert error.message == "csl.json: holds 1 of 3 results"
    assert _read(RECORD).entries == read_csl_json([_file({"total": 1, "results": [RECORD]})], "csl").entries


@pytest.mark.parametrize("content", [b'{"results": [{"name"', b"[" * 100_000, b'{"results": 7}', b"7", b"[]"])
def test_what_is_not_whole_is_refused(content: bytes) -> None:
    assert _error(content).message.startswith("csl.json: ")


@pytest.mark.parametrize(
    "document", [{"bomFormat": "CycloneDX", "components": [{"name": "x"}]}, [{"name": "x", "source": "y"}], {}, "x"]
)
def test_another_document_is_not_taken_for_the_list(document: Any) -> None:
    assert not CSL_JSON.recognises(_file(document))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('{"results": [RECORD], "results": []}', "results"),
        ('[{"name": "Northlake", "name": "South", "source_list_url": "", "alt_names": [], "addresses": []}]', "name"),
    ],
)
def test_a_key_that_stands_twice_in_an_object_is_refused(text: str, key: str) -> None:
    error = _error(text.replace("RECORD", json.dumps(RECORD)).encode())
    assert error.message == f"csl.json: has {key!r} twice in one object"
