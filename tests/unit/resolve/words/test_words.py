"""Legal forms, words, places and countries mean what a reader of names takes them for."""

import pytest

from vendorcheck.resolve.folding import fold
from vendorcheck.resolve.words import Form, Word, form_table, frequency, word_table


def form(text: str) -> Form:
    return form_table()[" ".join(fold(text))]


def word(text: str) -> Word:
    return word_table()[" ".join(fold(text))]


@pytest.mark.parametrize(
    "spellings",
    [
        ("GmbH", "G.m.b.H.", "Gesellschaft mit beschränkter Haftung", "Ges.m.b.H."),
        ("ООО", "ooo", "Общество с ограниченной ответственностью", "Obshchestvo s ogranichennoy otvetstvennostyu"),
        ("株式会社", "(株)", "K.K.", "Kabushiki Kaisha", "kabushiki gaisha"),
        ("有限公司", "有限责任公司", "youxian gongsi"),
        ("A.Ş.", "Anonim Şirketi", "A/S", "aktieselskab", "a.s."),
        ("d.o.o.", "d. o. o.", "doo", "društvo s ograničenom odgovornošću"),
        ("Sp. z o.o.", "spółka z ograniczoną odpowiedzialnością"),
        ("Sdn. Bhd.", "Sendirian Berhad"),
        ("Pvt. Ltd.", "Private Limited", "Pte Ltd"),
        ("주식회사", "jusikhoesa"),
        ("בע״מ", 'בע"מ'),
        ("შპს", "შეზღუდული პასუხისმგებლობის საზოგადოება"),
        ("บริษัท", "จำกัด"),
    ],
)
def test_spellings_of_one_legal_form_share_its_name(spellings: tuple[str, ...]) -> None:
    assert len({form(spelling).name for spelling in spellings}) == 1


def test_translations_of_anything_have_no_country() -> None:
    neutral = ("Ltd", "LLC", "Inc", "Co", "Corp", "JSC", "Company", "Limited", "Joint Stock Company", "Co., Ltd.")
    assert {form(text).countries for text in neutral} == {frozenset()}


def test_a_legal_form_knows_its_laws() -> None:
    assert {"DE", "AT", "CH"} <= form("GmbH").countries
    assert form("Sdn Bhd").countries == {"MY", "BN"}
    assert {"FR", "ES", "CH"} <= form("S.A.").countries


def test_short_forms_are_none_in_the_middle_of_a_name() -> None:
    short = ("SA", "AG", "AS", "Co", "AB", "PT", "CV", "KG", "IP", "АО", "SE", "S.A.", "a s")
    assert {text for text in short if form(text).where == "anywhere"} == set()
    assert {form(text).where for text in ("Ltd", "GmbH", "LLC", "ООО", "有限公司")} == {"anywhere"}


def test_the_laws_of_many_countries_are_known() -> None:
    assert len({country for form in form_table().values() for country in form.countries}) >= 90


@pytest.mark.parametrize(
    ("text", "kind", "sense"),
    [
        ("Technologies", "business", "technology"),
        ("科技", "business", "technology"),
        ("keji", "business", "technology"),
        ("物流", "business", "logistics"),
        ("물류", "business", "logistics"),
        ("denki", "business", "electric"),
        ("홀딩스", "generic", "holding"),
        ("Int'l", "generic", "international"),
        ("the", "stop", "the"),
        ("филиал", "branch", "branch"),
        ("支店", "branch", "branch"),
        ("first", "number", "1"),
        ("twenty-one", "number", "21"),
        ("XIV", "number", "14"),
        ("中国", "country", "cn"),
        ("ghanéenne", "country", "gh"),
        ("Hong Kong", "country", "hk"),
        ("Côte d'Ivoire", "country", "ci"),
        ("Northern Ireland", "country", "gb"),
        ("Middle East", "country", "middle east"),
    ],
)
def test_a_word_has_a_kind_and_a_sense(text: str, kind: str, sense: str) -> None:
    assert word(text)[:2] == (kind, sense)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("shipping", "chartering"),
        ("shipping", "navigation"),
        ("electronics", "electric"),
        ("chemical", "pharmaceutical"),
        ("exports", "experts"),
        ("oil", "petroleum"),
        ("bank", "finance"),
        ("brewery", "beer"),
    ],
)
def test_near_synonyms_are_different_words(one: str, other: str) -> None:
    assert word(one).sense != word(other).sense


@pytest.mark.parametrize(
    ("text", "sense", "home"),
    [
        ("杭州市", "hangzhou", "CN"),
        ("hang zhou", "hangzhou", "CN"),
        ("Санкт-Петербург", "saint petersburg", "RU"),
        ("München", "munich", "DE"),
        ("Łódź", "lodz", "PL"),
        ("Tehran", "tehran", "IR"),
    ],
)
def test_a_place_has_a_home(text: str, sense: str, home: str) -> None:
    assert word(text)[:3] == ("place", sense, home)


def test_there_are_enough_of_each_kind() -> None:
    words = set(word_table().values())
    assert sum(entry.kind == "business" for entry in words) >= 350
    assert sum(entry.kind == "place" and entry.home is not None for entry in words) >= 1200


def test_a_place_that_is_rather_a_word_or_a_brand_is_none() -> None:
    out = ("nice", "reading", "orange", "phoenix", "mobile", "tours", "split", "bath")
    assert [text for text in out if word_table().get(text, Word("stop", "")).kind == "place"] == []


def test_a_single_han_or_hangul_sign_is_no_word_but_for_a_factory() -> None:
    single = {spelling for spelling in word_table() if len(spelling) == 1}
    assert {sign for sign in single if sign >= "\u2e80"} == {"厂", "廠"}


def test_a_frequency_is_a_count_of_names() -> None:
    assert frequency("technology") > frequency("semiconductor") > 0
    assert frequency("no such word") == 0
