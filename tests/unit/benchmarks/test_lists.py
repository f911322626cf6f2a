import zlib
from pathlib import Path

from names.csl import digest, pairs_of, parties_of
from names.many import many_names
from names.unlisted import firms_of
from names.words import distinctive, normal


def test_persons_ships_and_what_looks_like_a_person_are_left_out(lists: Path) -> None:
    names = {party.name for party in parties_of(lists)}
    assert names == {
        "ORLOVNEFT OOO", "Hangzhou Belvane Technology Co., Ltd.", "MARLOWE AVIONICS INC", "Tarnow Optik GmbH",
        "AL-KHAYR ISLAMIC TRADING COMPANY", "KOMBINAT SHCHYOLKOVSKIY 7",
    }  # fmt: skip


def test_parties_that_share_a_name_are_one(lists: Path) -> None:
    (belvane,) = (party for party in parties_of(lists) if "Belvane" in party.name)
    assert belvane.names == ("Hangzhou Belvane Technology Co., Ltd.", "Belvane Tech", "Belvane Technology Group")
    assert belvane.country == "CN"


def test_an_alias_loses_the_and_before_it(lists: Path) -> None:
    assert ("ORLOV OIL", "p00000", "RU") in pairs_of(parties_of(lists))


def test_distinctive_words_are_what_is_left_of_a_name() -> None:
    assert distinctive("Hangzhou Belvane Technology Co., Ltd.") == ["belvane"]


def test_unlisted_firms_are_odd_ones_that_no_list_names(lists: Path) -> None:
    firms = firms_of(lists, parties_of(lists))
    assert firms
    assert all(zlib.crc32(name.encode()) & 1 and name.startswith("Quillor") for name in firms)
    assert firms == firms_of(lists, parties_of(lists))


def test_a_list_of_any_size_holds_the_smaller_one_and_no_name_twice(lists: Path) -> None:
    parties = parties_of(lists)
    names = many_names(parties, 60)
    assert names[: len(pairs_of(parties))] == pairs_of(parties)
    assert len({normal(name) for name, _, _ in names[len(pairs_of(parties)) :]}) == 60 - len(pairs_of(parties))
    assert names == many_names(parties, 60)


def test_a_digest_is_of_the_lines_in_their_order() -> None:
    assert digest(["a", "b"]) != digest(["b", "a"])
