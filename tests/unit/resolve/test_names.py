"""Names: whose name a cell holds, how sure that is, and what stands against it."""

import sys
from collections.abc import Callable
from datetime import date
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.model.hit import Hit, SightedLine, Sighting
from vendorcheck.model.party import Party, PartyName, Unit
from vendorcheck.model.period import Period
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.vocabulary import Vocabulary
from vendorcheck.model.watchlist import Alias, ListEntry
from vendorcheck.resolve.folding import fold
from vendorcheck.resolve.listed_names import ListedNames
from vendorcheck.resolve.names import Names

Listed = Callable[..., ListedNames]

ENTRY = ListEntry(
    "own/1", "own", "Grimm Optics Ltd", (Alias("Grimm"), Alias("格里姆")), None, None, None, "government_action"
)
LATER = ListEntry("own/2", "own", "Hollow Works", (), None, Period.parse("2030"), None, "government_action")

IN_PART = ("it is a part of the cell",)


@pytest.fixture(scope="module")
def names(norda: Party, vocabulary: Vocabulary, as_of: date, listed: Listed) -> Names:
    return Names((norda,), listed(ENTRY, LATER), vocabulary, as_of)


@pytest.fixture(scope="module")
def shipped(rulebook: Rulebook, as_of: date) -> Names:
    return Names(list(rulebook.parties.values()), ListedNames(), rulebook.vocabulary, as_of)


def cell(names: Names, text: str) -> tuple[Sighting, ...]:
    return names.in_name_cell(text, fold(text))


def described(names: Names, text: str) -> tuple[Sighting, ...]:
    return names.in_text(text, fold(text))


def test_a_registered_name_as_the_whole_cell_is_confirmed(names: Names) -> None:
    assert cell(names, " NORDA  optical\nTechnology CO.,LTD ") == (
        Sighting(
            party="norda",
            basis="listed_name",
            relation="self",
            confidence="confirmed",
            found="NORDA optical Technology CO.,LTD",
            listed="Norda Optical Technology Co., Ltd.",
            agreed=("'Norda Optical Technology Co., Ltd.' stands whole",),
        ),
    )


@pytest.mark.parametrize(
    "text", ["Norda Optical Technology", "Norda Optical Technology Inc.", "诺达光电", "诺达光电股份有限公司"]
)
def test_a_registered_name_counts_whole_without_its_legal_form_or_with_another(names: Names, text: str) -> None:
    [sighting] = cell(names, text)
    assert (sighting.basis, sighting.confidence) == ("listed_name", "confirmed")


@pytest.mark.parametrize(
    ("text", "set_aside"),
    [
        ("Norda Optical Technology Hangzhou", ("place 'hangzhou'",)),
        ("Norda Optical Group, Inc", ("business word 'group'", "legal form 'inc'")),
        ("Hangzhou Norda Optical Co Ltd", ("place 'hangzhou'", "legal form 'co ltd'")),
        ("Norda Optical 2024", ()),
    ],
)
def test_words_without_identity_beside_a_name_are_set_aside(
    names: Names, text: str, set_aside: tuple[str, ...]
) -> None:
    [sighting] = cell(names, text)
    assert (sighting.confidence, sighting.set_aside, sighting.against) == ("strong", set_aside, ())


def test_other_words_beside_a_name_are_a_doubt(names: Names) -> None:
    [sighting] = cell(names, "Norda Optical Umbrella Works Inc")
    assert sighting.confidence == "possible"
    assert sighting.against == ("other words beside it: umbrella works",)
    assert sighting.set_aside == ("legal form 'inc'",)


def test_in_a_text_a_name_is_never_confirmed_and_other_words_are_no_doubt(names: Names) -> None:
    [sighting] = described(names, "Umbrella by NORDA Optical-Technology, blue")
    assert (sighting.confidence, sighting.found) == ("strong", "norda optical technology")
    assert (sighting.set_aside, sighting.against) == ((), ())


def test_han_signs_are_found_within_a_text_and_given_back_without_spaces(names: Names) -> None:
    [sighting] = described(names, "型号X1 诺达光电 4寸")
    assert (sighting.found, sighting.basis) == ("诺达光电", "listed_name")


@pytest.mark.parametrize(
    ("text", "basis", "relation", "alone"),
    [
        ("Norda Optical", "alias", "self", True),
        ("Nordda Optical", "alias", "self", True),
        ("诺达", "alias", "self", True),
        ("NorCam", "brand", "brand", True),
        ("Norda", "brand", "self", True),
        ("Norda Co., Ltd.", "brand", "self", True),
        ("Norda Hangzhou", "brand", "self", True),
        ("Norda Umbrella", "brand", "self", True),
        ("NightLux", "brand", "brand", True),
        ("NightLux Group", "brand", "brand", False),
        ("NV", "alias", "self", False),
        ("NV Co", "alias", "self", False),
        ("Norda Canada, Inc.", "affiliate", "affiliate", True),
    ],
)
def test_each_kind_of_name_has_its_basis_and_counts_where_it_may(
    names: Names, text: str, basis: str, relation: str, *, alone: bool
) -> None:
    [sighting] = cell(names, text)
    assert (sighting.basis, sighting.relation, sighting.alone) == (basis, relation, alone)


@pytest.mark.parametrize(("text", "alone"), [("Norda camera", False), ("NorCam camera", True), ("NV camera", False)])
def test_in_a_text_short_names_do_not_count_alone(names: Names, text: str, *, alone: bool) -> None:
    [sighting] = described(names, text)
    assert sighting.alone is alone


def test_a_word_for_reselling_makes_a_short_name_count_and_no_weak_one(names: Names) -> None:
    assert [sighting.alone for sighting in described(names, "lamp, made by Norda")] == [True]
    assert [sighting.alone for sighting in cell(names, "OEM Norda")] == [True]
    assert [sighting.alone for sighting in described(names, "lamp, made by NV")] == [False]


@pytest.mark.parametrize("text", ["N0rda Optical", "N0rda 0pt1cal", "0ldnor", "NORC4M"])
def test_in_a_name_cell_a_digit_may_stand_for_the_letter_it_looks_like(names: Names, text: str) -> None:
    assert {sighting.party for sighting in cell(names, text)} == {"norda"}


def test_in_a_text_digits_are_digits(names: Names) -> None:
    assert described(names, "N0rda 0ptical") == ()


@pytest.mark.parametrize("text", ["N0rc4m5", "N0r", "01dnor5", "12345", "N6rda 0ptical"])
def test_a_word_with_many_digits_or_few_letters_is_read_as_it_stands(names: Names, text: str) -> None:
    assert cell(names, text) == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("bracket for Norda Optical", "'for' before it"),
        ("compatible with the new Norda Optical", "'compatible with' before it"),
        ("not Norda Optical", "'not' before it"),
        ("Norda Optical compatible", "'compatible' after it"),
        ("Norda Optical reseller", "'reseller' after it"),
    ],
)
def test_a_name_that_a_thing_is_for_or_like_is_only_possible(names: Names, text: str, reason: str) -> None:
    [sighting] = described(names, text)
    assert (sighting.confidence, sighting.against) == ("possible", (reason,))


@pytest.mark.parametrize(
    "text", ["for use in any Norda Optical", "Norda Optical, fully compatible", "before Norda Optical"]
)
def test_such_a_word_further_off_says_nothing_of_the_name(names: Names, text: str) -> None:
    [sighting] = described(names, text)
    assert (sighting.confidence, sighting.against) == ("strong", ())


@pytest.mark.parametrize("text", ["Norda Bank", "Norda Bank Inc.", "诺达银行", "N0rda Bank"])
def test_a_name_inside_another_ones_name_is_not_the_party(names: Names, text: str) -> None:
    assert cell(names, text) == described(names, text) == ()


def test_a_name_beside_another_ones_name_still_counts(names: Names) -> None:
    [sighting] = described(names, "Norda Bank paid for it; Norda Optical made it")
    assert sighting.found == "norda optical"


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("上诺达", ("it may be part of other words",)),
        ("诺达摄像机", ()),
        ("NC 诺达", ()),
        ("камера 诺达", ()),
        ("上诺达光电", ()),
    ],
)
def test_a_short_name_within_a_run_of_han_signs_may_be_part_of_other_words(
    names: Names, text: str, against: tuple[str, ...]
) -> None:
    [sighting] = described(names, text)
    assert sighting.against == against


@pytest.mark.parametrize("text", ["交换机, 诺达", "交换机 诺达", "交换机；诺达"])
def test_a_run_of_han_signs_ends_at_a_comma_or_space(names: Names, text: str) -> None:
    [sighting] = described(names, text)
    assert sighting.against == ()


def test_a_name_of_the_past_is_only_possible_and_uncertain(names: Names) -> None:
    [sighting] = cell(names, "Oldnor")
    assert (sighting.confidence, sighting.uncertain, sighting.against) == ("possible", True, ())


@pytest.mark.parametrize(
    ("day", "confidence", "uncertain", "against"),
    [
        (date(2013, 12, 31), "possible", True, ("Sold in 2024.",)),
        (date(2014, 6, 1), "possible", True, ("Sold in 2024.",)),
        (date(2014, 12, 31), "confirmed", False, ()),
        (date(2023, 12, 31), "confirmed", False, ()),
        (date(2024, 1, 1), "possible", True, ("Sold in 2024.",)),
        (date(2024, 1, 31), "possible", True, ("Sold in 2024.",)),
    ],
)
def test_a_unit_counts_fully_only_between_its_dates(
    norda: Party, vocabulary: Vocabulary, day: date, confidence: str, against: tuple[str, ...], *, uncertain: bool
) -> None:
    [sighting] = cell(Names((norda,), ListedNames(), vocabulary, day), "Norda Iberia SA")
    assert (sighting.basis, sighting.relation) == ("affiliate", "affiliate")
    assert (sighting.confidence, sighting.uncertain, sighting.against) == (confidence, uncertain, against)


def test_the_note_of_a_unit_of_today_is_no_doubt(names: Names) -> None:
    [sighting] = cell(names, "Norda Canada Inc")
    assert (sighting.confidence, sighting.against) == ("confirmed", ())


@pytest.mark.parametrize(("text", "against"), [("Blinky", ()), ("Winky", ("old doorbells",))])
def test_a_relabelled_brand_is_a_lead_and_never_more(names: Names, text: str, against: tuple[str, ...]) -> None:
    [sighting] = cell(names, text)
    assert (sighting.basis, sighting.relation, sighting.confidence) == ("relabel", "relabel", "possible")
    assert (sighting.uncertain, sighting.against) == (bool(against), against)


@pytest.mark.parametrize("text", ["Grimm Optics Ltd", "GRIMM OPTICS", "Grimm, Inc", "格里姆"])
def test_an_entry_of_a_list_counts_as_the_whole_of_a_name_cell(names: Names, text: str) -> None:
    [sighting] = cell(names, text)
    assert (sighting.party, sighting.basis, sighting.relation) == ("own/1", "list_entry", "self")
    assert (sighting.confidence, sighting.alone) == ("confirmed", True)


def test_an_entry_of_a_list_is_possible_beside_other_words_and_not_looked_for_in_texts(names: Names) -> None:
    assert [(sighting.basis, sighting.confidence) for sighting in cell(names, "Grimm Optics Hangzhou")] == [
        ("similar_name", "possible")
    ]
    assert described(names, "Grimm Optics Ltd lamp") == ()


@pytest.mark.parametrize(("text", "found"), [("G / Wexler", []), ("GQ / Wexler", ["own:1"])])
def test_a_single_letter_between_slashes_is_no_maker(
    listed: Listed, vocabulary: Vocabulary, as_of: date, text: str, found: list[str]
) -> None:
    names = Names((), listed(ENTRY._replace(id="own:1", name="G S Company", aliases=(Alias("GQ"),))), vocabulary, as_of)
    assert [each.party for each in cell(names, text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Acme, Bolt, Zorro, Grimm Optics, Wexler, Morlock",
        "Grimm Optics Ltd, Wexler Ltd",
        "Wexler Morlock Antrix Bellow and Grimm Optics",
        "Zorro Wexler Morlock (Grimm Optics Ltd)",
    ],
)
def test_an_entry_of_a_list_is_possible_between_commas_and_the_like(names: Names, text: str) -> None:
    [sighting] = cell(names, text)
    assert (sighting.party, sighting.confidence, sighting.basis) == ("own/1", "possible", "list_entry")
    assert (sighting.found, sighting.against) == ("Grimm Optics" + " Ltd" * ("Ltd" in text), IN_PART)


@pytest.mark.parametrize(
    "text",
    [
        "Wexler, Grimm, Morlock",
        "Wexler, Grim Optics, Morlock",
        "Wexler Zorro, Ltd., Inc.",
        "Wexler, New Technology",
        "Wexler Zorro Grimm Optics Morlock Antrix",
    ],
)
def test_one_word_a_near_name_and_unknown_words_without_a_comma_are_no_entry(
    vocabulary: Vocabulary, as_of: date, listed: Listed, text: str
) -> None:
    general = ENTRY._replace(id="own/3", name="New Technology", aliases=())
    assert cell(Names((), listed(ENTRY, general), vocabulary, as_of), text) == ()


def test_an_entry_of_a_later_day_is_not_looked_for(names: Names) -> None:
    assert cell(names, "Hollow Works") == ()


def test_of_two_kinds_of_one_name_the_better_one_is_shown(vocabulary: Vocabulary, as_of: date) -> None:
    party = Party("z", "ZZT", "CN", (PartyName("ZZT", "alias"), PartyName("ZZT Inc.", "legal", "a list")))
    [sighting] = cell(Names((party,), ListedNames(), vocabulary, as_of), "Z.Z.T.")
    assert (sighting.basis, sighting.listed) == ("listed_name", "ZZT Inc.")


def test_a_name_that_two_parties_share_shows_both(vocabulary: Vocabulary, as_of: date) -> None:
    parties = [Party(id_, id_, "CN", (PartyName("Twin Works", "alias"),)) for id_ in ("one", "two")]
    found = cell(Names(parties, ListedNames(), vocabulary, as_of), "Twin Works")
    assert [sighting.party for sighting in found] == ["one", "two"]


def test_the_longest_name_hides_those_inside_it(vocabulary: Vocabulary, as_of: date) -> None:
    head = Party("head", "Head", "CN", (PartyName("Head Works", "alias"),), units=(Unit("Head Works Iberia Ltd"),))
    [sighting] = cell(Names((head,), ListedNames(), vocabulary, as_of), "Head Works Iberia")
    assert sighting.relation == "affiliate"


def test_a_name_that_stands_twice_is_no_other_word_beside_itself(names: Names) -> None:
    found = cell(names, "Norda Optical / Norda Optical")
    assert [(sighting.party, sighting.confidence) for sighting in found] == [("norda", "strong")]


@pytest.mark.parametrize("maker", ["Dahua or equal", "Dahua / Tyco", "Maker: Dahua", "Dahua cameras", "Dahua USA"])
def test_a_short_name_beside_other_words_in_a_name_cell_is_possible(
    made_by: Callable[..., dict[str, Hit]], maker: str
) -> None:
    assert made_by(maker=maker, part="X")["dahua"].confidence == "possible"


def test_a_short_name_in_a_text_is_possible_whoever_else_is_named(made_by: Callable[..., dict[str, Hit]]) -> None:
    assert made_by(maker="SecureView", description="Dahua 4MP dome camera")["dahua"].confidence == "possible"
    assert made_by(maker="SecureView", description="4MP dome camera for Dahua") == {}


def test_two_makers_in_one_cell_are_both_shown(made_by: Callable[..., dict[str, Hit]]) -> None:
    hits = made_by(maker="Hikvision / Dahua", category="CCTV")
    assert {party: hit.confidence for party, hit in hits.items()} == {"hikvision": "possible", "dahua": "possible"}


def test_the_name_of_another_party_beside_a_name_is_said(see: Callable[..., SightedLine]) -> None:
    matches = see(maker="Hikvision / Dahua").matches
    assert {match.sighting.party: match.sighting.against for match in matches} == {
        "hikvision": ("other names beside it: Dahua",),
        "dahua": ("other names beside it: Hikvision",),
    }


LONG = st.builds(
    lambda start, sign, end: start + sign * 9_000 + end,
    st.text(st.characters(exclude_categories=()), max_size=500),
    st.characters(exclude_categories=()),
    st.text(st.characters(exclude_categories=()), max_size=500),
)


@given(LONG)
@settings(max_examples=100, deadline=None)
def test_any_text_is_read(rulebook: Rulebook, shipped: Names, text: str) -> None:
    for sighting in (*cell(shipped, text), *described(shipped, text)):
        assert sighting.party in rulebook.parties


@given(
    st.lists(
        st.sampled_from([*"ab ", "Norda Optical", "诺达", "NV", "for", "Inc", "银行", "Blinky", "0ldn0r"]), max_size=12
    )
)
@settings(max_examples=200, deadline=None)
def test_what_is_found_in_a_text_stands_in_it(names: Names, pieces: list[str]) -> None:
    text = " ".join(pieces)
    for sighting in described(names, text):
        assert sighting.found in " ".join(text.lower().split()).replace("诺 达", "诺达")
        assert (sighting.confidence == "possible") >= bool(sighting.against)


def test_the_work_grows_with_the_length_of_a_cell_that_repeats_a_name(names: Names) -> None:
    assert _calls(names, 64) < 3 * _calls(names, 32)


def _calls(names: Names, times: int) -> int:
    """How many calls it takes to read a cell with a name so many times in it."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    text = "Norda Optical, " * times
    tokens = fold(text)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        names.in_text(text, tokens)
    finally:
        sys.setprofile(before)
    return calls


MAKERS = {
    "hikvision": [
        "HIKVISION",
        "Hik vision",
        "HIK-VISION",
        "Ｈｉｋｖｉｓｉｏｎ",
        "Нikvision",
        "Ηikvision",
        "Hikvisi0n",
        "海康威视",
        "海康威視",
        "杭州海康威视数字技术股份有限公司",
        "Hangzhou Hikvision Digital Tech Co Ltd",
        "Hangzhou Hikvision Digital Technology Co., Ltd.",
        "HIKVISION DIGITAL TECHNOLOGY CO.,LTD.",
        "Hang Zhou Hikvision",
        "Hikvision®",
        "Hikvison",
        "HIKVISION USA INC",
        "HiLook",
    ],
    "dahua": [
        "Dahua",
        "DAHUA",
        "Da Hua Technology",
        "Dahua Tech.",
        "Zhejiang Dahua Technology Co.,Ltd",
        "ZHEJIANG DAHUA TECHNOLOGYCO.,LTD",
        "大华",
        "大華",
        "大华股份",
        "浙江大华技术股份有限公司",
        "浙江大華技術股份有限公司",
        "Ｄａｈｕａ",
        "Dаhuа",
        "DаHuа Tесh",
        "ＤＡＨＵＡ　ＴＥＣＨＮＯＬＯＧＹ",
        "DA HUA TECHNOLOGY CO., LTD.",
        "dahua tech. co ltd",
        "Zhejiang Dahua Technology Stock Co., Ltd.",
        "浙江大華",
        "大華股份",
        "大华技术股份有限公司",
        "Дахуа",
        "داهوا",
    ],
    "huawei": [
        "HUAWEI",
        "华为",
        "華為",
        "华为技术有限公司",
        "Hua Wei Technologies",
        "Hauwei",
        "Huawei Device Co., Ltd.",
        "ＨＵＡＷＥＩ",
        "Huаwеi",
        "Huawei®",
        "hua-wei technologies",
        "HUWAEI",
        "華為技術有限公司",
        "화웨이",
        "ファーウェイ",
        "Хуавей",
        "هواوي",
        "Huawei Cloud Berlin",
        "Huawei Technologies Coöperatief U.A.",
        "Xian Huawei Technologies Co Ltd",
    ],
    "zte": [
        "ZTE",
        "Z.T.E.",
        "zte corporation",
        "中兴",
        "中興",
        "中兴通讯",
        "中興通訊",
        "中兴通讯股份有限公司",
        "Z. T. E",
        "ＺＴＥ",
        "ZТЕ Corp.",
        "Zhongxing Telecom Ltd",
        "中興通訊股份有限公司",
        "SHANGHAI ZTE TECHNOLOGIES CO.,LTD",
    ],
    "hisilicon": ["HiSilicon", "Shanghai HiSilicon Technologies Co., Ltd.", "海思", "海思半导体有限公司", "하이실리콘"],
    "imou": ["IMOU", "Imou", "乐橙", "樂橙", "LeChange", "hangzhou huacheng network technology co., ltd"],
    "hytera": [
        "Hytera",
        "HYTERA Communications",
        "Hytera Communications Corporation Limited",
        "HYTERA COMMUNICATIONS CORP., LTD.",
        "Hytera Communications Co .,ltd",
        "海能达",
        "海能達",
        "海能达通信股份有限公司",
        "HYT",
    ],
    "hytera-hong-kong": [
        "Hytera Communications Limited",
        "HYTERA COMMUNICATIONS LTD",
        "Hytera Communications Ltd., Hong Kong",
    ],
    "zte-parsian": ["ZTE Parsian", "ZTE PARSIAN"],
    "uniview": ["Uniview", "UNV", "Uniarch", "Zhejiang Uniview Technologies Co.,Ltd.", "宇视", "浙江宇视科技有限公司"],
    "tiandy": [
        "Tiandy",
        "Tiandy Technologies CO.,LTD",
        "Tianjin Tiandi Weiye Technologies Co., Ltd.",
        "天地伟业",
        "天津天地伟业科技有限公司",
    ],
    "dahua-chengdu-wisdom": ["Chengdu Dahua Wisdom", "Chengdu Dahua Wisdom Information Technology Co., Ltd."],
    "dahua-usa": ["Luminys", "Luminys Systems"],
    "lorex": ["Lorex by FLIR", "Lorex Technology UK Limited"],
    "skywatch": ["Skywatch, Inc."],
    "central-motion-picture-usa": ["Central Motion Picture USA"],
    "sepura": ["Sepura"],
    "teltronic": ["Teltronic", "PowerTrunk"],
    "norsat": ["Norsat"],
}


@pytest.mark.parametrize(("party", "text"), [(party, text) for party, texts in MAKERS.items() for text in texts])
def test_a_spelling_of_a_shipped_maker_is_the_maker(
    made_by: Callable[..., dict[str, Hit]], party: str, text: str
) -> None:
    hits = made_by(maker=text)
    assert set(hits) == {party}
    assert hits[party].confidence in ("strong", "confirmed")
    assert hits[party].uncertain is False


@pytest.mark.parametrize(
    ("text", "relation", "basis", "confidence"),
    [
        ("HIKVISION USA INC", "affiliate", "affiliate", "confirmed"),
        ("HiLook", "brand", "brand", "strong"),
        ("Hikvision", "self", "alias", "strong"),
        ("Hangzhou Hikvision Digital Technology Co., Ltd.", "self", "listed_name", "confirmed"),
        ("Annke", "relabel", "relabel", "possible"),
        ("Hikvision reseller", "self", "alias", "possible"),
    ],
)
def test_how_a_maker_cell_shows_hikvision(
    made_by: Callable[..., dict[str, Hit]], text: str, relation: str, basis: str, confidence: str
) -> None:
    hit = made_by(maker=text)["hikvision"]
    assert (hit.relation, hit.basis, hit.confidence) == (relation, basis, confidence)


@pytest.mark.parametrize(
    "text",
    [
        "Hikari Co.,Ltd.",
        "Yoshiki Electronics",
        "Hochiki",
        "HiVision",
        "Hivision Co.,ltd",
        "HikariCP",
        "Shenzhen Hikeen Technology",
        "Hisense",
        "ZTEC Instruments",
        "AZTEQ Mobile",
        "Aztech",
        "Honor Device Co., Ltd.",
        "New H3C Technologies Co., Ltd",
        "Shanghai Dahua Scale Factory",
        "Dahua Group",
        "Dahua Hospital",
        "大华银行",
        "华大",
        "华大基因",
        "华大半导体",
        "Huada Semiconductor",
        "大华继显",
        "大华会计师事务所",
        "上海市徐汇区大华医院",
        "大华(集团)有限公司",
        "Dahua Road Traders",
        "Dahua Radio Instrument Factory",
        "大化",
        "Dahua Yao Autonomous County",
        "HyTerra Ltd",
        "Hytec",
        "Synthelabo Lorex",
        "Rolex",
        "UniView Technologies Corporation",
        "Univision",
        "Tandy Corporation",
        "Tianyi Comheart Telecom",
        "Goke Microelectronics",
        "xFusion",
        "ZTT",
        "中芯国科",
        "Teltronic AG",
        "Sky-Watcher",
        "SkyWatch Space Applications",
        "HIK",
        "DH",
    ],
)
def test_a_name_that_only_looks_like_a_shipped_one_is_nobody(see: Callable[..., SightedLine], text: str) -> None:
    seen = see(maker=text)
    assert seen.facts.hits == ()
    assert seen.facts.screened is True


def test_a_company_that_was_sold_is_only_possible_and_uncertain(see: Callable[..., SightedLine]) -> None:
    seen = see(maker="Dahua Technology USA Inc.")
    former, today = seen.facts.hits
    assert (former.party, former.relation, former.confidence, former.uncertain) == (
        "dahua",
        "affiliate",
        "possible",
        True,
    )
    assert (today.party, today.relation, today.confidence, today.uncertain) == ("dahua-usa", "self", "confirmed", False)
    [note] = {match.sighting.against[0] for match in seen.matches if match.sighting.party == "dahua"}
    assert "Sold in January 2024" in note


@pytest.mark.parametrize("maker", ["Lorex", "Lorex Technology Inc.", "LOREX CORPORATION", "Lorex Technology"])
def test_lorex_is_itself_and_a_lead_to_dahua_never_dahua(made_by: Callable[..., dict[str, Hit]], maker: str) -> None:
    hits = made_by(maker=maker, description="camera")
    assert {party: (hit.relation, hit.confidence) for party, hit in hits.items()} == {
        "lorex": ("self", "confirmed"),
        "dahua": ("relabel", "possible"),
    }


@pytest.mark.parametrize("maker", ["Amcrest", "EmpireTech", "IC Realtime", "Intelbras", "CP-Plus", "Kenik"])
def test_a_brand_that_has_sold_dahua_s_equipment_is_a_lead(made_by: Callable[..., dict[str, Hit]], maker: str) -> None:
    hits = made_by(maker=maker)
    assert [(hit.party, hit.relation, hit.confidence) for hit in hits.values()] == [("dahua", "relabel", "possible")]


@pytest.mark.parametrize(("maker", "part"), [("Bosch", "NDE-5503-AL"), ("Honeywell", "HED3PR3")])
def test_a_maker_with_a_few_such_lines_is_no_lead_on_its_others(
    made_by: Callable[..., dict[str, Hit]], maker: str, part: str
) -> None:
    assert made_by(maker=maker, part=part) == {}


@pytest.mark.parametrize(
    "text",
    ["made by Grimm Optics Ltd", "Grimm Optics Ltd / Quillon Zark", "Quillon Zark; Grimm Optics", "OEM Grimm Optics"],
)
def test_an_entry_of_a_list_is_possible_where_it_is_one_of_several_makers(names: Names, text: str) -> None:
    [sighting] = cell(names, text)
    assert (sighting.party, sighting.confidence) == ("own/1", "possible")
    assert "it is a part of the cell" in sighting.against
