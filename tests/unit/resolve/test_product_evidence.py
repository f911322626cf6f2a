"""Who made it, as buyers write it: kinds of cameras and carriers in the maker's column, native names, false friends."""

from collections.abc import Callable

import pytest

from vendorcheck.model.hit import Hit, SightedLine

MadeBy = Callable[..., dict[str, Hit]]

NOBODY = [
    *(
        "Bullet",
        "Dome",
        "PTZ",
        "PTZ Dome",
        "Bullet Camera",
        "4MP Bullet",
        "Mini Dome",
        "IP Camera",
        "16ch NVR",
        "Fisheye",
    ),
    *(
        "Kamera",
        "Überwachungskamera",
        "Caméra dôme",
        "Cámara domo",
        "Telecamera",
        "Kamera kopułkowa",
        "Купольная камера",
    ),
    *("半球摄像机", "枪机", "球机", "网络摄像机", "ドームカメラ", "監視カメラ", "돔 카메라"),
    *("Other", "Unknown", "N/A", "Various", "Sonstige", "Andere", "Autre", "Autres", "Otros", "Otra marca", "Outros"),
    *(
        "Altro",
        "Overige",
        "Inne",
        "Inna",
        "Jiné",
        "Egyéb",
        "Altele",
        "Diğer",
        "Прочее",
        "Прочие",
        "Інше",
        "أخرى",
        "אחר",
    ),
    *("其他", "其他品牌", "その他", "メーカー不明", "기타", "미상", "CDW", "Amazon"),
]


@pytest.mark.parametrize("role", ["maker", "brand", "vendor"])
@pytest.mark.parametrize("text", NOBODY)
def test_who_is_nobody_does_not_hide_the_maker(made_by: MadeBy, role: str, text: str) -> None:
    hit = made_by(**{role: text}, part="DS-2CD2143G2-I")["hikvision"]
    assert (hit.relation, hit.basis, hit.confidence) == ("self", "product_mark", "strong")


@pytest.mark.parametrize("text", NOBODY)
def test_who_is_nobody_does_not_screen_a_line(see: Callable[..., SightedLine], text: str) -> None:
    assert see(maker=text, part="X-1").facts.screened is False


@pytest.mark.parametrize(
    "text", ["Dome GmbH", "Bullet Group", "General Cable", "Box Optronics", "Analog", "IR", "Standard Microsystems"]
)
def test_a_name_beside_such_a_word_is_somebody(see: Callable[..., SightedLine], text: str) -> None:
    assert see(maker=text, part="X-1").facts.screened is True


@pytest.mark.parametrize("vendor", ["Telefonica", "T-Mobile", "Vodafone", "Deutsche Telekom", "中国移动"])
def test_a_carrier_that_sells_it_does_not_hide_the_maker(made_by: MadeBy, vendor: str) -> None:
    assert made_by(vendor=vendor, part="Huawei HG510")["huawei"].confidence == "strong"


@pytest.mark.parametrize(
    ("text", "party", "confidence"),
    [
        ("海康", "hikvision", "possible"),
        ("海康威视", "hikvision", "strong"),
        ("ハイクビジョン", "hikvision", "strong"),
        ("ハイク・ビジョン", "hikvision", "strong"),
        ("하이크비전", "hikvision", "strong"),
        ("Хиквижн", "hikvision", "strong"),
        ("ХИКВИЖЕН", "hikvision", "strong"),
        ("هيكفيجن", "hikvision", "strong"),
        ("ฮิควิชั่น", "hikvision", "strong"),
        ("大华", "dahua", "strong"),
        ("Дахуа", "dahua", "strong"),
        ("ダーファ", "dahua", "strong"),
        ("ダーファ・テクノロジー", "dahua", "strong"),
        ("다후아", "dahua", "strong"),
        ("다화테크놀로지", "dahua", "strong"),
        ("داهوا", "dahua", "strong"),
        ("Alhua", "dahua", "strong"),
        ("华为", "huawei", "strong"),
        ("ファーウェイ", "huawei", "strong"),
        ("화웨이", "huawei", "strong"),
        ("中兴", "zte", "strong"),
        ("海能达", "hytera", "strong"),
        ("ハイテラ", "hytera", "strong"),
        ("하이테라", "hytera", "strong"),
        ("هايتيرا", "hytera", "strong"),
        ("萤石", "ezviz", "strong"),
        ("이지비즈", "ezviz", "strong"),
        ("宇视", "uniview", "strong"),
        ("유니뷰", "uniview", "strong"),
        ("يونيفيو", "uniview", "strong"),
        ("天地伟业", "tiandy", "strong"),
        ("乐橙", "imou", "strong"),
        ("海思", "hisilicon", "strong"),
        ("Хайсиликон", "hisilicon", "strong"),
    ],
)
def test_a_native_name_that_is_the_whole_cell_is_seen(made_by: MadeBy, text: str, party: str, confidence: str) -> None:
    assert made_by(maker=text)[party].confidence == confidence


@pytest.mark.parametrize("text", ["ヘッダーファイル カメラ", "フォルダーファイル", "プロバイダーファミリー カメラ"])
def test_letters_inside_other_japanese_words_are_nobody(made_by: MadeBy, text: str) -> None:
    assert made_by(description=text) == {}


@pytest.mark.parametrize("text", ["HIK", "DH", "Kirin", "Ascend"])
def test_a_weak_name_of_latin_letters_is_anybody_s(made_by: MadeBy, text: str) -> None:
    assert made_by(maker=text) == {}


@pytest.mark.parametrize(
    ("maker", "part", "description"),
    [
        ("ZTEC", "X1", "instrument"),
        ("AZTEQ", "X1", "mobile"),
        ("Aztech", "X1", "modem"),
        ("Hikari", "X1", "camera"),
        ("Yoshiki", "X1", "camera"),
        ("Hochiki", "X1", "detector"),
        ("Hisense", "X1", "camera"),
        ("Sony", "dh-110", "camera"),
        ("D-Link", "ds-2330", "camera"),
        ("Shanghai Dahua Scale Factory", "X1", "scale"),
        ("HONOR(荣誉)", "RVT2A100M0607", "capacitor"),
        ("华能", "MLT-7525", "buzzer"),
        ("Advantech", "IPC-610", "industrial computer"),
        ("Axis", "IPC-B120", "camera"),
        ("Foscam", "IPC-C220", "camera"),
        ("Siemens", "IPC427E", "industrial computer"),
        ("LG Innotek", "LND7210", "camera"),
        ("eSight Corporation", "X1", "glasses"),
    ],
)
def test_a_false_friend_is_nobody(made_by: MadeBy, maker: str, part: str, description: str) -> None:
    assert made_by(maker=maker, part=part, description=description) == {}


@pytest.mark.parametrize(
    "chip",
    ["Hi3516", "hi3516ev300", "Hi3518EV200", "Hi3520DV400", "Hi3559AV100", "Hi3798MV100", "Hi3861V100", "Hi3403V100"],
)
def test_a_chip_that_a_description_names_is_a_component(made_by: MadeBy, chip: str) -> None:
    hit = made_by(maker="Axis", part="P3245", description=f"IP camera with {chip}, 4MP")["hisilicon"]
    assert (hit.relation, hit.confidence) == ("component", "strong")
