"""The official addresses, and where a list is fetched from instead."""

import json
from urllib.parse import urlsplit

import pytest

from vendorcheck.importing.addresses import chosen, official_lists, wanted_files
from vendorcheck.lists.formats import FORMATS
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.rulebook.config import Update
from vendorcheck.rulebook.schema import schema_text

CSL, OFAC = "csl", "ofac-sdn"


def test_every_list_has_a_reader_and_is_called_as_its_format_calls_it() -> None:
    called = {each.name: each.list for each in FORMATS}
    for official in official_lists():
        assert called[official.format] == official.name


def test_every_address_is_of_https_and_says_where_it_was_read() -> None:
    for official in official_lists():
        for file in official.files:
            assert urlsplit(file.address).scheme == "https"
            assert file.read_in


def test_no_two_files_have_one_name_on_a_mirror() -> None:
    names = [file.file.lower() for official in official_lists() for file in official.files]
    assert len(set(names)) == len(names)


def test_a_config_can_name_another_address_of_every_list_and_of_no_other() -> None:
    known = json.loads(schema_text("config"))["$defs"]["update"]["properties"]["addresses"]["properties"]
    assert list(known) == [each.name for each in official_lists()]


def test_lists_are_chosen_by_name_each_once() -> None:
    assert [each.name for each in chosen([OFAC, CSL, OFAC])] == [OFAC, CSL]
    assert chosen([]) == official_lists()


def test_a_list_that_is_not_known_is_an_error_that_says_what_was_meant() -> None:
    with pytest.raises(VendorcheckError) as caught:
        chosen(["csl", "ofac-snd"])
    assert caught.value.code == "unknown_name"
    assert "did you mean 'ofac-sdn'?" in caught.value.message


@pytest.mark.parametrize("mirror", ["https://mirror.example/lists", "https://mirror.example/lists/"])
def test_an_own_address_goes_before_the_mirror_and_that_before_the_shipped_one(mirror: str) -> None:
    (csl,) = chosen([CSL])
    own = "https://own.example/x.csv"
    told = [Update(), Update(mirror=mirror), Update(mirror=mirror, addresses={CSL: (own,)})]
    assert [wanted_files(csl, each)[0].address for each in told] == [
        csl.files[0].address,
        "https://mirror.example/lists/consolidated.csv",
        own,
    ]
    assert {wanted_files(csl, each)[0].file for each in told} == {"consolidated.csv"}


def test_a_list_of_several_files_wants_an_address_for_each() -> None:
    (ofac,) = chosen([OFAC])
    with pytest.raises(VendorcheckError) as caught:
        wanted_files(ofac, Update(addresses={OFAC: ("https://own.example/sdn.csv",)}))
    assert caught.value.code == "config_invalid"
    assert "sdn.csv, alt.csv, add.csv, sdn_comments.csv" in (caught.value.help or "")
