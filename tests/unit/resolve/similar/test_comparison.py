"""Two names compared: the level, the score and the reasons, for every kind of variant and of false friend."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.resolve.similar import NameComparison, compare, compare_names, parse

#: Words of every kind, of which names are made that nobody has.
WORDS = [
    "norvik",
    "norwik",
    "nor",
    "vik",
    "optics",
    "optic",
    "technology",
    "tech",
    "technolgy",
    "co",
    "ltd",
    "limited",
    "gmbh",
    "srl",
    "inc",
    "usa",
    "china",
    "london",
    "branch",
    "of",
    "the",
    "and",
    "1",
    "2",
    "ii",
    "iii",
    "i",
    "no",
    "fund",
    "holding",
    "int",
    "international",
    "trade",
    "康",
    "威",
    "康威视",
    "技术",
    "有限公司",
    "杭州",
    "rashid",
    "rasheed",
    "(norvik)",
    "(china)",
    "formerly",
    "aka",
    "mueller",
    "müller",
    "сухой",
    "sukhoi",
    "suchoj",
    "with",
    "for",
]

NAMES = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)

SAME = [
    ("Norvik Optics Ltd", "Norvik Optics Limited"),
    ("Norvik Optics GmbH", "Norvik Optics Gesellschaft mit beschränkter Haftung"),
    ("Norvik Optics LLC", "Norvik Optics Limited Liability Company"),
    ("Norvik Optics S.p.A.", "Norvik Optics Società per Azioni"),
    ("Norvik Optics d.o.o.", "Norvik Optics d. o. o."),
    ("Norvik Optics Co., Ltd.", "Norvik Optics"),
    ("OOO Norvik", "Norvik LLC"),
    ("Norvik Technologies", "Norvik Tech"),
    ("Norvik International", "Norvik Intl"),
    ("Norvik Manufacturing Co", "Norvik Mfg"),
    ("Norvik Development", "Norvik Dev"),
    ("Norvik Petroleum", "Norvik Petro"),
    ("Zhejiang Norvik Technology", "Norvik Technology Zhejiang"),
    ("Optics Norvik", "Norvik Optics"),
    ("Norvik Tele Com", "Norvik Telecom"),
    ("Sea Horse Optics", "Seahorse Optics"),
    ("Da Hua Technology", "Dahua Technology"),
    ("Al-Rashid Trading", "Alrashid Trading"),
    ("N.V.K. Ltd", "NVK Ltd"),
    ("Norvik & Sons", "Norvik and Sons"),
    ("The Norvik Company", "Norvik"),
    ("Société Générale Nordique", "Societe Generale Nordique"),
    ("Müller Maschinenbau", "Muller Maschinenbau"),
    ("Nоrvik Optics", "Norvik Optics"),
    ("Νorvik Optics", "Norvik Optics"),
    ("ＮＯＲＶＩＫ　ＯＰＴＩＣＳ", "Norvik Optics"),
    ("Норвик", "Norvik"),
    ("ООО Норвик", "OOO Norvik"),
    ("トヨタ", "Toyota"),
    ("株式会社ノルビク", "ノルビク"),
    ("海康威視", "海康威视"),
    ("诺维克技术有限公司", "诺维克技术"),
    ("Norvik Optics Ltd, London Branch", "Norvik Optics Ltd"),
    ("Norvik Bank Tokyo Branch", "Norvik Bank"),
    ("Norvik Optics (Moscow branch)", "Norvik Optics"),
    ("SHIPPER: Norvik Optics", "Norvik Optics"),
    ("Norvik Optics Ltd c/o Hollow Works", "Norvik Optics Ltd"),
    ("Norvik Optics, 12 Long Street, London", "Norvik Optics"),
    ("Beijing Institute of Technology", "Institute of Technology Beijing"),
]

STRONG = [
    ("Sukhoy Aviation", "Sukhoi Aviation"),
    ("Kaspersky Lab", "Kasperskiy Lab"),
    ("Kuznetsov Trading", "Kouznetsov Trading"),
    ("Al Rasheed Trading", "Al Rashid Trading"),
    ("Hytera Communications", "Hitera Communications"),
    ("Huawei Technologies", "Hauwei Technologies"),
    ("Norvikson Technology", "Norvvikson Technology"),
]

POSSIBLE = [
    ("Hikvision", "Hikvison"),
    ("Hikvision", "Hikvizion"),
    ("Rosneft", "Rosnieft"),
    ("Sukhoj Aviation", "Suchoj Aviation"),
    ("Müller Maschinenbau", "Mueller Maschinenbau"),
    ("诺维克技术有限公司", "深圳市诺维克技术有限公司"),
    ("Norvik Optics (formerly Hollow Works)", "Hollow Works"),
    ("Norvik Optics f/k/a Hollow Works Ltd", "Hollow Works Ltd"),
    ("Norvik USA", "Norvik"),
    ("Norvik Optics", "Norvik"),
    ("Nzw", "Norvik Zeta Works"),
    ("General Trading LLC", "General Trading FZE"),
    ("Norvik AG", "Norvik GmbH"),
]

DIFFERENT = [
    ("Norvik Optics 1 Ltd", "Norvik Optics 2 Ltd"),
    ("Norvik Fund II", "Norvik Fund III"),
    ("Norvik Optics I", "Norvik Optics II"),
    ("Norvik No. 3", "Norvik No. 4"),
    ("Norvik 2000", "Norvik 2001"),
    ("Norvik GmbH", "Norvik S.r.l."),
    ("Norvik GmbH", "Norvik Sdn Bhd"),
    ("Norvik Germany GmbH", "Norvik France SAS"),
    ("Norvik France", "Norvik Germany"),
    ("Norvik USA Inc", "Norvik Co Ltd"),
    ("Norvik Shipping", "Norvik Insurance"),
    ("Norvik Shipping", "Norvik Chartering"),
    ("Norvik Optics", "Norvik Optics Holding"),
    ("Norvik Global Optics", "Norvik National Optics"),
    ("International Trading Company", "Global Trading Company"),
    ("Hangzhou Technology Co Ltd", "Hangzhou Trading Co Ltd"),
    ("Hangzhou Digital Technology", "Hangzhou Hikvision Digital Technology"),
    ("Bank of China", "Bank of India"),
    ("Zhejiang Dahao", "Zhejiang Dahua Technology"),
    ("Zhejiang Dahao", "Zhejiang Dahua"),
    ("Xinhua Trading", "Xinhui Trading"),
    ("Hikvision", "Hisense"),
    ("Hikvision", "Hikari"),
    ("ZTE", "ZTEC"),
    ("Norvik Optics", "Borvik Optics"),
    ("海康威视", "海康威讯"),
    ("华为技术", "华威技术"),
    ("大华股份", "大华银行"),
    ("Technology", "Technologies"),
    ("Ltd", "Inc"),
    ("A", "B"),
    ("", "Norvik"),
    ("🙂", "🙂"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_names_that_only_a_form_or_a_way_of_writing_parts_are_the_same(one: str, other: str) -> None:
    compared = compare_names(one, other)
    assert (compared.level, compared.same, compared.against) == ("strong", True, ())


@pytest.mark.parametrize(("one", "other"), STRONG)
def test_long_words_that_are_nearly_equal_beside_agreement_are_strong(one: str, other: str) -> None:
    compared = compare_names(one, other)
    assert (compared.level, compared.same, compared.against) == ("strong", False, ())


@pytest.mark.parametrize(("one", "other"), POSSIBLE)
def test_what_a_reviewer_should_see_is_possible_and_says_what_speaks_against(one: str, other: str) -> None:
    compared = compare_names(one, other)
    assert compared.level == "possible"
    assert compared.agreed
    assert compared.against


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_companies_are_none_and_it_is_said_why(one: str, other: str) -> None:
    compared = compare_names(one, other)
    assert compared.level is None
    assert compared.against


@pytest.mark.parametrize(("one", "other"), SAME + STRONG + POSSIBLE + DIFFERENT)
def test_the_score_lies_within_the_range_of_its_level(one: str, other: str) -> None:
    level, score, *_ = compare_names(one, other)
    low, high = {"strong": (0.8, 1.0), "possible": (0.5, 0.79), None: (0.0, 0.49)}[level]
    assert low <= score <= high


@pytest.mark.parametrize(("one", "other"), SAME + STRONG + POSSIBLE + DIFFERENT)
def test_order_does_not_matter_in_the_tables(one: str, other: str) -> None:
    assert compare_names(one, other)[:2] == compare_names(other, one)[:2]


@given(NAMES, NAMES, st.sampled_from(["pair", "list"]))
def test_level_and_score_do_not_depend_on_which_name_comes_first(one: str, other: str, setting: str) -> None:
    mine, its = parse(one), parse(other)
    there, back = compare(mine, its, setting), compare(its, mine, setting)  # type: ignore[arg-type]
    assert there.level == back.level
    assert 0 <= there.score <= 1


@given(NAMES)
def test_a_name_with_a_word_is_itself(name: str) -> None:
    compared = compare_names(name, name)
    assert compared.level == ("strong" if parse(name).words else None)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("Hikvision", "Hikvison", ("hikvision", "hikvison")),
        ("Sukhoy", "Sukhoi", ("sukhoy", "sukhoi")),
        ("Norvik Shipping", "Norvik Chartering", ("shipping", "chartering")),
        ("Norvik 1", "Norvik 2", ("1", "2")),
        ("Norvik France", "Norvik Germany", ("france", "germany")),
        ("Norvik GmbH", "Norvik S.r.l.", ("gmbh", "srl")),
        ("Norvik AG", "Norvik GmbH", ("ag", "gmbh")),
        ("Xinhua Trading", "Xinhui Trading", ("xinhua", "xinhui")),
        ("Norvik Zeta", "Norvik Alpha", ("zeta", "alpha")),
    ],
)
def test_reasons_name_both_words(one: str, other: str, both: tuple[str, str]) -> None:
    reasons = compare_names(one, other).reasons
    assert any(all(word in reason for word in both) for reason in reasons), reasons


def test_everything_weighed_is_told_with_its_side() -> None:
    compared = compare_names("Norvik Optics GmbH, London Branch", "Buyer: Norvik Optcs")
    assert compared.reasons == (
        *(f"agrees: {reason}" for reason in compared.agreed),
        *(f"set aside: {reason}" for reason in compared.set_aside),
        *(f"against: {reason}" for reason in compared.against),
    )
    assert "legal form 'gmbh'" in compared.set_aside
    assert "'Buyer:' beside the name" in compared.set_aside


def test_a_branch_is_told_as_set_aside() -> None:
    assert "branch 'tokyo branch'" in compare_names("Norvik Bank Tokyo Branch", "Norvik Bank").set_aside


def test_a_former_name_is_said_to_be_all_that_agrees() -> None:
    compared = compare_names("Norvik (formerly Hollow Works)", "Hollow Works")
    assert (compared.level, compared.against[-1]) == ("possible", "only the former name 'Hollow Works' agrees")


def test_a_name_of_its_own_goes_before_a_second_one() -> None:
    assert compare_names("Norvik (formerly Hollow Works)", "Norvik").same


@pytest.mark.parametrize(
    ("one", "other", "pair", "listed"),
    [
        ("Norvik GmbH", "Norvik S.r.l.", None, "possible"),
        ("Norvik USA Inc", "Norvik Co Ltd", None, "possible"),
        ("Norvik 1", "Norvik", None, "possible"),
        ("Alcon", "Alkon", "possible", None),
    ],
)
def test_in_a_list_chance_is_greater_and_what_is_missing_says_less(
    one: str, other: str, pair: str | None, listed: str | None
) -> None:
    mine, its = parse(one), parse(other)
    assert (compare(mine, its, "pair").level, compare(mine, its, "list").level) == (pair, listed)


def test_scores_sort_nearer_names_before_others() -> None:
    scores = [
        compare_names("Norvik Optics", other).score
        for other in ("Norvik Optics Ltd", "Norvick Optics", "Norvik", "Norvik Shipping", "Hollow")
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_a_comparison_of_nothing_says_so() -> None:
    assert compare_names("", "") == NameComparison(None, 0.0, against=("a name without a word",))
