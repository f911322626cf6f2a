"""Companies of a party's group that are not on record: told by a country or a legal form that is not the party's."""

from collections.abc import Callable
from datetime import date

import pytest

from vendorcheck.model.hit import Hit, Sighting
from vendorcheck.model.party import Party, PartyName
from vendorcheck.model.vocabulary import Vocabulary
from vendorcheck.resolve.affiliates import Homes, holds_a_form
from vendorcheck.resolve.folding import fold
from vendorcheck.resolve.listed_names import ListedNames
from vendorcheck.resolve.names import Names
from vendorcheck.resolve.set_aside import set_aside

TOLEDO = Party(
    "toledo", "Toledo Radio", "ES", (PartyName("Toledo Radio S.A.U.", "legal", "a list"), PartyName("Toledo", "short"))
)


@pytest.fixture(scope="module")
def names(norda: Party, vocabulary: Vocabulary, as_of: date) -> Names:
    return Names((norda, TOLEDO), ListedNames(), vocabulary, as_of)


def cell(names: Names, text: str) -> tuple[Sighting, ...]:
    return names.in_name_cell(text, fold(text))


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Norda Optical GmbH", "alias"),
        ("Norda Optical Technology GmbH", "affiliate"),
        ("Norda Optical Technology Italy S.r.l.", "affiliate"),
        ("Norda Optical Technologies S.p.A.", "alias"),
        ("Norda S.A.", "brand"),
        ("AB Norda Optical", "alias"),
        ("ООО Norda Optical", "alias"),
        ("Norda Optical Pte. Ltd.", "alias"),
        ("诺达株式会社", "alias"),
        ("Norda Optical USA Inc", "alias"),
        ("Toledo GmbH", "brand"),
        ("Toledo Radio 有限公司", "affiliate"),
    ],
)
def test_a_name_with_a_legal_form_of_another_country_is_a_company_of_the_group(
    names: Names, text: str, basis: str
) -> None:
    [sighting] = cell(names, text)
    assert (sighting.relation, sighting.confidence, sighting.basis) == ("affiliate", "strong", basis)


@pytest.mark.parametrize("ending", ["Ltd", "Co., Ltd.", "Inc", "LLC", "Limited", "JSC", "Corp.", "Company", "LLP"])
def test_a_form_of_many_countries_says_nothing(names: Names, ending: str) -> None:
    [sighting] = cell(names, f"Norda Optical {ending}")
    assert (sighting.relation, sighting.confidence) == ("self", "strong")


@pytest.mark.parametrize(
    "text",
    [
        "Norda Optical Technology Co., Ltd.",
        "诺达光电股份有限公司",
        "诺达有限公司",
        "Norda Optical Technology Co., Ltd. GmbH",
        "Norda Optical GmbH 有限公司",
        "Toledo Radio S.A.U.",
        "Toledo Radio S.L.",
        "Norda IP",
        "Norda Optical EU",
        "AG Norda Optical",
        "AG, Norda Optical, Hangzhou",
    ],
)
def test_the_party_itself_is_no_affiliate(names: Names, text: str) -> None:
    assert {sighting.relation for sighting in cell(names, text)} == {"self"}


@pytest.mark.parametrize("text", ["Norda Optical Bolt GmbH", "Toledo Radio / Norda Optical GmbH"])
def test_whose_form_it_is_cannot_be_told_beside_other_names(names: Names, text: str) -> None:
    found = cell(names, text)
    assert {(sighting.relation, sighting.confidence) for sighting in found} == {("self", "possible")}


def test_a_brand_of_a_party_stays_a_brand(names: Names) -> None:
    [sighting] = cell(names, "NorCam GmbH")
    assert sighting.relation == "brand"


def test_a_text_tells_no_affiliate(names: Names) -> None:
    [sighting] = names.in_text("Norda Optical GmbH", fold("Norda Optical GmbH"))
    assert sighting.relation == "self"


def test_a_form_in_the_names_of_a_party_is_its_own(vocabulary: Vocabulary, as_of: date) -> None:
    lake = Party("lake", "Lake", "CN", (PartyName("Lake Radio GmbH", "alias"), PartyName("Lake Radio", "alias")))
    [sighting] = cell(Names((lake,), ListedNames(), vocabulary, as_of), "Lake Radio Technologies GmbH")
    assert sighting.relation == "self"


def test_what_is_abroad_is_told_as_it_is_written() -> None:
    homes = Homes((TOLEDO,))
    tokens = fold("Ghana Gesellschaft mit beschränkter Haftung")
    beside = set_aside(tokens)
    assert homes.place_abroad("toledo", beside) == "ghana"
    assert homes.form_abroad("toledo", beside, tokens) == "gesellschaft mit beschrankter haftung"
    assert homes.place_abroad("toledo", set_aside(["spain"])) is None
    assert homes.form_abroad("toledo", set_aside(["sl"]), ["sl"]) is None


def test_a_name_may_have_a_form_of_its_own() -> None:
    assert holds_a_form(fold("Norda Optical Co., Ltd."))
    assert not holds_a_form(fold("Norda Optical"))


@pytest.mark.parametrize(
    ("text", "party", "relation", "confidence"),
    [
        ("Hikvision Technologies GmbH", "hikvision", "affiliate", "strong"),
        ("Dahua Technology Italy S.r.l.", "dahua", "affiliate", "strong"),
        ("Dahua GmbH", "dahua", "affiliate", "strong"),
        ("Huawei Technologies Sdn Bhd", "huawei", "affiliate", "strong"),
        ("Hikvision Digital Technology Co., Ltd.", "hikvision", "self", "strong"),
        ("Hikvision LLC", "hikvision", "self", "strong"),
        ("Huawei Technologies Deutschland GmbH", "huawei", "self", "confirmed"),
        ("Pyronix plc", "pyronix", "self", "confirmed"),
    ],
)
def test_which_company_of_a_shipped_party_a_name_is(
    made_by: Callable[..., dict[str, Hit]], text: str, party: str, relation: str, confidence: str
) -> None:
    hit = made_by(maker=text)[party]
    assert (hit.relation, hit.confidence) == (relation, confidence)
