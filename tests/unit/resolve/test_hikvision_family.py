"""The companies of the Hikvision group: each resolves to its own record, and what only looks like one to nobody."""

from collections.abc import Callable
from datetime import date

import pytest

from vendorcheck.model.hit import Hit, SightedLine
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.resolve.ownership import holdings

_LATE = date(2026, 11, 21)

#: Spellings as they occur in bills: case, width, look-alike letters, signs, scripts, short and full forms.
SPELLINGS = {
    "hikvision": [
        "HiKvIsIoN",
        "hik-VISION",
        "Ｈikvision",
        "НIKVISION",  # Cyrillic En
        "Ηik Vision",  # Greek Eta
        "H1kvision",
        "Hikvisi0n Ltd",
        "Hikvision™",
        "HikvisionⓇ",
        "海康威视",
        "海康威視",
        "杭州海康威視數字技術股份有限公司",
        "Hang-Zhou Hikvision",
        "HANGZHOU HIKVISION DIGITAL TECH. CO., LTD",
        "Hangzhou Hik-Vision Digital Technology Co., Ltd.",
        "Hickvision",
        "Hik-vison",
    ],
    "hikvision-luopu": [
        "Luopu Haishi Dingxin Electronic Technology Co., Ltd.",
        "LUO PU DISTRICT HAISHI DING XIN ELECTRONIC TECHNOLOGY CO LTD",
        "Luopu County Haishi Dingxin",
        "Luopu Haishi Ding Xin",
    ],
    "hikvision-moyu": ["Moyu Haishi Electronic Technology Co., Ltd.", "MOYU HAISHI", "Moyu County Haishi Electronics"],
    "hikvision-pishan": [
        "PISHAN HAISHI YONG'AN",
        "Pishan Haishi Yong’An",
        "Pishan Haishi Yong`an Electronic Tech Co Ltd",
        "Pishan Haishi Yongan",
        "PiShan Haishi YongAn Electronic Technology Co., Ltd.",
        "Pi Shan Haishi Yong'an",
        "Pishan County Haishi Yong An",
    ],
    "hikvision-urumqi": [
        "Urumqi Haishi Xin'an Electronic Technology Co., Ltd.",
        "Urumqi Haishi Xinan",
        "Wulumuqi Haishi Xin An",
    ],
    "hikvision-yutian": ["Yutian Haishi Meitian Electronic Technology Co., Ltd.", "YUTIAN HAISHI MEI TIAN"],
    "cethik": [
        "China Electronics Technology HIK Group Co., Ltd.",
        "China Electronics Technology Group Corporation 52nd Research Institute",
        "The 52nd Research Institute of China Electronic Technology Group Corporation",
        "CETHIK Group",
        "CET HIK",
        "CETC 52",
        "CETC-52",
        "中电海康集团有限公司",
        "中電海康集團有限公司",
        "中国电子科技集团公司第五十二研究所",
    ],
    "cetc": [
        "China Electronics Technology Group Corporation",
        "China Electronics Technology Group Corp.",
        "CETC",
        "C.E.T.C.",
        "中国电子科技集团有限公司",
        "中國電子科技集團有限公司",
    ],
    "ezviz": [
        "EZVIZ",
        "EZ-VIZ",
        "Ｅｚｖｉｚ",
        "萤石",
        "螢石",
        "萤石网络",
        "杭州螢石網絡股份有限公司",
        "Hangzhou Ezviz Software Co.,Ltd.",
    ],
    "hikrobot": [
        "HIKROBOT",
        "Hik Robot",
        "Hikrobotics",
        "Hangzhou Hikrobot Co., Ltd.",
        "Hangzhou Hikvision Robot Technology Co., Ltd.",
        "海康机器人",
        "海康機器人",
        "杭州海康机器人股份有限公司",
    ],
    "hikmicro": [
        "HIKMICRO",
        "Hik Micro",
        "Hangzhou Hikmicro Sensing Technology Co., Ltd.",
        "Hangzhou Microimage Software Co., Ltd",
        "海康微影",
    ],
    "pyronix": ["Pyronix", "PYRONIX LTD."],
}


@pytest.mark.parametrize(("party", "text"), [(party, text) for party, texts in SPELLINGS.items() for text in texts])
def test_a_spelling_is_that_company_and_no_other_of_the_group(
    made_by: Callable[..., dict[str, Hit]], party: str, text: str
) -> None:
    hits = made_by(maker=text)
    assert set(hits) == {party}
    assert hits[party].confidence in ("strong", "confirmed")
    assert (hits[party].relation, hits[party].uncertain) == ("self", False)


@pytest.mark.parametrize(
    ("text", "party", "reason"),
    [
        ("Hikvision (rebadged)", "hikvision", "other words beside it: rebadged"),
        ("Hanzhou Hikvision Digital Technology", "hikvision", "other words beside it: hanzhou"),
        ("The 41st Institute of CETC", "cetc", "other words beside it: institute of"),
    ],
)
def test_other_words_beside_a_name_of_the_group_make_it_possible(
    see: Callable[..., SightedLine], text: str, party: str, reason: str
) -> None:
    seen = see(maker=text)
    assert [(hit.party, hit.confidence) for hit in seen.facts.hits] == [(party, "possible")]
    assert seen.matches[0].sighting.against == (reason,)


@pytest.mark.parametrize("text", ["Hikvision UK & Ireland", "Hikvision UK and Ireland", "Prama India Pvt Ltd"])
def test_a_company_without_a_record_of_its_own_is_an_affiliate(
    made_by: Callable[..., dict[str, Hit]], text: str
) -> None:
    assert [(party, hit.relation) for party, hit in made_by(maker=text).items()] == [("hikvision", "affiliate")]


@pytest.mark.parametrize("text", ["海康", " 海康 ", "海康/宇视", "宇视 | 海康"])
def test_a_short_form_that_others_have_as_well_is_possible_where_it_is_all_that_is_said(
    see: Callable[..., SightedLine], text: str
) -> None:
    found = {hit.party: hit.confidence for hit in see(maker=text).facts.hits}
    assert found["hikvision"] == "possible"


@pytest.mark.parametrize("text", ["广州海康医疗", "海康县", "浙江海康科技有限公司"])
def test_a_short_form_in_another_name_is_nobody(see: Callable[..., SightedLine], text: str) -> None:
    assert see(maker=text).facts.hits == ()


@pytest.mark.parametrize(
    "text",
    [
        "Haishi",
        "Haishi Electronic Technology Co., Ltd.",
        "Moyu",
        "MoYu Culture Co., Ltd.",
        "Pishan County",
        "Luopu County",
        "Urumqi",
        "Haikang",
        "海康药业",
        "海康縣",
        "Haikang County",
        "Hi-Vision",
        "Industrial HiVision",
        "Hikari",
        "Hikma Pharmaceuticals",
        "HiKOKI",
        "HIKAM",
        "pyhik",
        "Thales CETCA Avionics Co., Ltd",
        "China Electronics Corporation",
        "电子科技大学",
        "中国电子科技大学",
        "萤石矿",
        "MVS",
        "VisionMaster",
        "ABUS",
        "2M CCTV",
    ],
)
def test_what_only_looks_like_a_company_of_the_group_is_nobody(see: Callable[..., SightedLine], text: str) -> None:
    assert see(maker=text).facts.hits == ()


@pytest.mark.parametrize("text", ["萤石粉 97%", "fluorspar (萤石)", "patch cable 2m CCTV"])
def test_a_mineral_or_a_length_in_a_text_is_no_maker(see: Callable[..., SightedLine], text: str) -> None:
    assert see(description=text).facts.hits == ()


@pytest.mark.parametrize(
    ("part", "party", "equipment"),
    [
        ("DS-96128NI-H16R", "hikvision", {"video-surveillance"}),
        ("DS-2XV6646G0-LIZHS", "hikvision", {"video-surveillance"}),
        ("iDS-E04HUHI-XD", "hikvision", {"video-surveillance"}),
        ("DS-3WAP622E-SI", "hikvision", {"telecommunications"}),
        ("iDS-TCM403-B", "hikvision", set()),
        ("DS-PEA103-CK1", "hikvision", set()),
        ("ISD-SMG318L", "hikvision", set()),
        ("HM-TD1228-2/G1/T3A", "hikmicro", {"video-surveillance"}),
    ],
)
def test_a_model_number_shows_the_company_by_itself(
    see: Callable[..., SightedLine], part: str, party: str, equipment: set[str]
) -> None:
    facts = see(part=part).facts
    assert [hit.party for hit in facts.hits] == [party]
    assert facts.equipment == equipment


@pytest.mark.parametrize("part", ["AE-DC5113-F6S", "ERI-K104-P4", "ECI-T24F2", "IKS-2042BH-PH/W", "NK842WBH"])
def test_a_model_number_that_others_use_as_well_needs_the_brand(see: Callable[..., SightedLine], part: str) -> None:
    assert see(part=part).facts.hits == ()
    assert see(maker="Axis", part=part).facts.equipment == frozenset()
    assert see(maker="Hikvision", part=part).facts.equipment == {"video-surveillance"}


def test_a_thermal_camera_of_the_owner_shows_both_companies(made_by: Callable[..., dict[str, Hit]]) -> None:
    hits = made_by(maker="Hikvision", part="HM-TD1228-2/G1/T3A")
    assert {party: hit.confidence for party, hit in hits.items()} == {"hikvision": "strong", "hikmicro": "strong"}


@pytest.mark.parametrize(
    ("mac", "party"),
    [
        ("44:47:CC:00:00:01", "hikvision"),
        ("64:F2:FB:00:00:01", "ezviz"),
        ("34:BD:20:00:00:01", "hikrobot"),
        ("A4:4C:62:00:00:01", "hikmicro"),
        ("EC:DF:C9:00:00:01", "hikmicro"),
        ("00:19:EB:00:00:01", "pyronix"),
    ],
)
def test_an_address_block_is_a_lead_to_the_company_that_registered_it(
    made_by: Callable[..., dict[str, Hit]], mac: str, party: str
) -> None:
    assert {party: hit.confidence for party, hit in made_by(mac=mac).items()} == {party: "possible"}


@pytest.mark.parametrize("brand", ["ABUS Performance Line", "Advidia", "SecurityTronix", "Winic", "2MCCTV"])
def test_a_brand_that_has_sold_hikvision_s_goods_is_a_lead(made_by: Callable[..., dict[str, Hit]], brand: str) -> None:
    hit = made_by(brand=brand)["hikvision"]
    assert (hit.relation, hit.confidence) == ("relabel", "possible")


@pytest.mark.parametrize("party", sorted(set(SPELLINGS) - {"hikvision", "cethik", "cetc", "hikrobot"}))
def test_a_share_that_was_not_seen_is_said_to_be_so(rulebook: Rulebook, party: str) -> None:
    [edge] = [owner for owner in rulebook.parties[party].owners if owner.party == "hikvision" and owner.until is None]
    assert edge.disputed
    assert holdings(rulebook.parties, _LATE)[party][0].note == edge.disputed
