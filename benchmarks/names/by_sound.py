"""Variants of a name in another romanisation, every word of it; and names in their own script."""

import re
from functools import partial
from random import Random

from names.words import COUNTRIES, ENGLISH, FORMS, GENERIC, folded

Rules = list[tuple[str, tuple[str, ...]]]

SLAVIC = frozenset({"RU", "BY", "UA", "KZ", "KG"})
ARABIC = frozenset({"IR", "SY", "IQ", "LB", "AE", "SD", "LY", "EG", "YE", "SA", "JO", "AF", "PK", "PS", "QA"})
KOREAN = frozenset({"KP", "KR"})
CHINESE = frozenset({"CN", "HK", "TW"})

_RULES: dict[frozenset[str], Rules] = {
    SLAVIC: [
        (r"(?<=\w)(?:iy|ii|yy|yi)\b", ("y", "ij", "ii", "iy")),
        (r"shch", ("sch", "shh")),
        (r"kh", ("h", "ch")),
        (r"ks|x", ("ks", "x")),
        (r"(?:ya|ia)", ("ya", "ia", "ja")),
        (r"(?:yu|iu)", ("yu", "iu", "ju")),
        (r"\bye|\be", ("e", "ye")),
        (r"zh", ("j", "zh")),
        (r"(?:ey|ei)", ("ei", "ey")),
        (r"(?:oy|oi)", ("oi", "oy")),
        (r"(?:ay|ai)", ("ai", "ay")),
        (r"ts", ("tz", "c", "ts")),
    ],
    ARABIC: [
        (r"\bal[- ]", ("el-", "al ", "al-")),
        (r"(?:oo|ou)", ("u", "oo", "ou")),
        (r"ee", ("i", "ee")),
        (r"q", ("k", "gh", "q")),
        (r"gh", ("q", "gh")),
        (r"iyy?", ("i", "iy")),
        (r"(?:aw|au)", ("au", "aw", "ow")),
        (r"(?:ay|ai|ei|ey)", ("ai", "ay", "ei")),
        (r"eh\b|ah\b", ("a", "ah", "eh")),
        (r"dh", ("d", "dh")),
        (r"moh?am", ("muham", "moham")),
        (r"(?<=[bcdfghjklmnpqrstvwxz])i(?=[bcdfghjklmnpqrstvwxz])", ("e", "i")),
        (r"(?<=[bcdfghjklmnpqrstvwxz])u(?=[bcdfghjklmnpqrstvwxz])", ("o", "u")),
    ],
    KOREAN: [
        (r"ch", ("j", "ch")),
        (r"\bk", ("g", "k")),
        (r"\bp", ("b", "p")),
        (r"\bt", ("d", "t")),
        (r"yo", ("yeo", "yo")),
        (r"(?<=[^\Wey])o(?=n)", ("eo", "o")),
        (r"\br", ("l", "r")),
    ],
    CHINESE: [
        (r"zh", ("ch",)),
        (r"x(?=[iu])", ("hs",)),
        (r"q(?=[iu])", ("ch'",)),
        (r"j(?=[iu])", ("ch",)),
        (r"\bd", ("t",)),
        (r"\bb", ("p",)),
        (r"\bg", ("k",)),
        (r"ong\b", ("ung",)),
        (r"\bsi\b", ("szu",)),
    ],
}
_MARKS = re.compile(
    r"iy|skii?\b|sky|zh|kh|shch|ov\b|ev\b|prom|mash|neft|stroy|\bal[- ]|q|gh|dh|aa|zadeh|abad|yong|chon|\bp[ay]",
    re.IGNORECASE,
)
"""What shows that a name is a romanised one, and no English name of a firm in the same country."""
_KEPT = FORMS | GENERIC | COUNTRIES | ENGLISH

NATIVE = {
    "HUAWEI TECHNOLOGIES CO., LTD.": "华为技术有限公司",
    "HANGZHOU HIKVISION DIGITAL TECHNOLOGY CO., LTD.": "杭州海康威视数字技术股份有限公司",
    "Zhejiang Dahua Technology Co., Ltd.": "浙江大华技术股份有限公司",
    "SenseTime Group Limited": "商汤集团有限公司",
    "Megvii Technology": "旷视科技",
    "iFlytek": "科大讯飞股份有限公司",
    "Yitu Technologies": "依图科技",
    "Semiconductor Manufacturing International Corporation": "中芯国际集成电路制造有限公司",
    "SZ DJI Technology Co., Ltd.": "深圳市大疆创新科技有限公司",
    "AVIATION INDUSTRY CORPORATION OF CHINA, LTD.": "中国航空工业集团有限公司",
    "CHINA NATIONAL OFFSHORE OIL CORPORATION": "中国海洋石油集团有限公司",
    "CHINA RAILWAY CONSTRUCTION CORPORATION LIMITED": "中国铁建股份有限公司",
    "CHINA TELECOM CORPORATION LIMITED": "中国电信股份有限公司",
    "CHINA MOBILE LIMITED": "中国移动有限公司",
    "INSPUR GROUP CO., LTD.": "浪潮集团有限公司",
    "PANDA ELECTRONICS GROUP CO., LTD.": "熊猫电子集团有限公司",
    "Phytium": "飞腾",
    "Sugon": "曙光",
    "Hefei Bitland Information Technology Co., Ltd.": "合肥宝龙达信息技术有限公司",
    "Beijing Institute of Technology": "北京理工大学",
    "Harbin Engineering University": "哈尔滨工程大学",
    "Northwestern Polytechnical University": "西北工业大学",
    "Sichuan University": "四川大学",
    "BGI Research": "华大研究院",
    "YANGTZE MEMORY TECHNOLOGIES CO., LTD.": "长江存储科技有限责任公司",
    "Quectel Wireless Solutions Co., Ltd.": "上海移远通信技术股份有限公司",
    "ROSOBORONEXPORT JSC": "ОАО «Рособоронэкспорт»",
    "BANK MELLI IRAN": "بانک ملی ایران",
    "BANK MELLAT": "بانک ملت",
    "BANK SADERAT IRAN": "بانک صادرات ایران",
    "MAHAN AIR": "هواپیمایی ماهان",
    "IRAN AIR": "ایران ایر",
    "HIZBALLAH": "حزب الله",
    "CHAM WINGS AIRLINES": "أجنحة الشام للطيران",
    "SYRIATEL": "سيريتل",
}
"""Names of well-known listed parties in their own script, written by hand; a listed name is found by its letters."""


def romanised(rng: Random, name: str, country: str | None) -> str | None:
    """Return the name with every word that is no business word spelt by another romanisation of its country."""
    rules = next((rules for home, rules in _RULES.items() if country in home and home is not CHINESE), None)
    return _respelt(rng, name, rules) if rules and _MARKS.search(name) else None


def wade_giles(rng: Random, name: str, country: str | None) -> str | None:
    """Return a Chinese name with every word that is no business word spelt in the older romanisation."""
    return _respelt(rng, name, _RULES[CHINESE]) if country in CHINESE else None


def _respelt(rng: Random, name: str, rules: Rules) -> str | None:
    if not name.isascii():
        return None
    words = [word if _is_kept(word) else _word(rng, word, rules) for word in name.split(" ")]
    made = " ".join(words)
    return made if made != name else None


def _is_kept(word: str) -> bool:
    text = folded(word).strip(".,'()\"")
    return text in _KEPT or text.endswith(("ing", "ment", "tion", "tions", "ers"))


def _word(rng: Random, word: str, rules: Rules) -> str:
    text = word.lower()
    for pattern, spellings in rules:
        text = re.sub(pattern, partial(_another, rng, spellings), text)
    if text == word.lower():
        return word
    return text.upper() if word.isupper() else text[:1].upper() + text[1:] if word[:1].isupper() else text


def _another(rng: Random, spellings: tuple[str, ...], found: re.Match[str]) -> str:
    was = found.group()
    return rng.choice([spelling for spelling in spellings if spelling != was] or [was])
