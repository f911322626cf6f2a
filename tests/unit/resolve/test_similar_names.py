"""Similar names: what a cell shows of a party by a name that is not quite theirs."""

import pytest

from vendorcheck.model.hit import Sighting
from vendorcheck.resolve.name_entries import NameEntry
from vendorcheck.resolve.similar_names import SimilarNames


def entry(text: str, party: str, *, current: bool = True, note: str = "") -> NameEntry:
    return NameEntry(
        party=party,
        text=text,
        basis="listed_name",
        relation="self",
        current=current,
        legal=True,
        note=note,
    )


@pytest.fixture(scope="module")
def names() -> SimilarNames:
    entries = (
        entry("Norda Optical Technology Co., Ltd.", "norda"),
        entry("Norda Optical", "norda"),
        entry("诺达光电股份有限公司", "norda"),
        entry("Oldnor Works", "norda", current=False, note="Until 2010."),
    )
    return SimilarNames(entries)


def test_a_name_that_is_nearly_a_partys_is_a_sighting_with_its_reasons(names: SimilarNames) -> None:
    assert list(names.sightings("  NORDDA  Optical\nTechnology Inc ")) == [
        Sighting(
            party="norda",
            basis="similar_name",
            relation="self",
            confidence="possible",
            found="NORDDA Optical Technology Inc",
            listed="Norda Optical Technology Co., Ltd.",
            agreed=("'optical'", "'technology'", "'nordda' and 'norda', sounds alike"),
            set_aside=("legal form 'inc'", "legal form 'co ltd'"),
            against=("'nordda' and 'norda' only sound alike",),
        )
    ]


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("Norda Optical Tech", "strong"),
        ("诺达光电", "strong"),
        ("Norda", "possible"),
    ],
)
def test_a_name_is_as_sure_as_what_parts_it(names: SimilarNames, text: str, confidence: str) -> None:
    [sighting] = names.sightings(text)
    assert (sighting.basis, sighting.confidence) == ("similar_name", confidence)
    assert bool(sighting.against) is (confidence == "possible")


def test_a_name_of_another_day_is_only_possible_and_says_so(names: SimilarNames) -> None:
    [sighting] = names.sightings("Oldnor Works Ltd")
    assert (sighting.confidence, sighting.uncertain, sighting.against) == ("possible", True, ("Until 2010.",))


@pytest.mark.parametrize("text", ["", "Optical Technology", "Norda Shipping", "Borda Optical", "诺达银行", "Ltd"])
def test_other_names_are_nobody(names: SimilarNames, text: str) -> None:
    assert list(names.sightings(text)) == []


def test_two_parties_of_one_name_are_both_seen() -> None:
    names = SimilarNames([entry("Norda Optical", "a"), entry("Norda Optical", "b")])
    assert [sighting.party for sighting in names.sightings("Norda Opticals")] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("NORDA OPTICAL LIMITED", {"norda"}),
        ("Nordaoptical", {"norda"}),
        ("Norda Shipping", {"norda"}),  # which is too many: nothing is compared
        ("Nordda Optical", set()),
        ("", set()),
    ],
)
def test_parties_near_a_text_have_the_words_of_its_own(names: SimilarNames, text: str, parties: set[str]) -> None:
    assert names.parties_near(text) == parties
    assert SimilarNames(()).parties_near(text) == set()
