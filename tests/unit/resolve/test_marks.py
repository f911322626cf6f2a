"""Product marks: which model numbers show which party, by themselves or beside its name."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.model.hit import Hit, SightedLine, Sighting
from vendorcheck.model.party import Mark, Party
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.resolve.marks import Marks, best_by_form
from vendorcheck.rulebook.yaml_source import read_yaml

PARTIES = Path(__file__).parents[3] / "rules" / "parties"


@pytest.fixture(scope="module")
def marks(norda: Party) -> Marks:
    return Marks([norda], frozenset({"component"}))


@pytest.fixture(scope="module")
def shipped(rulebook: Rulebook) -> Marks:
    return Marks(rulebook.parties.values(), frozenset({"component", "radio-module"}))


def test_a_model_number_shows_whose_it_is(marks: Marks) -> None:
    assert marks.find("dome nc-412/B white") == (
        Sighting(
            party="norda",
            basis="product_mark",
            relation="self",
            confidence="strong",
            found="NC-412/B",
            listed="model form of cameras",
            equipment="camera",
            agreed=("the form norda-cameras",),
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        "NC-412",
        "(NC-412)",
        "[nc-412]",
        "model:NC-412;",
        "a,NC-412|b",
        "\"NC-412\" 'x'",
        "“NC-412”",
        "<NC-412>",
        "AB1/NC-412/C",
        "ＮＣ－４１２",
        "NС-412",  # Cyrillic Es
        "NC-412®",
        "x\u00a0NC-412",
        "型号：NC-412，白色",
        "【NC-412】",
        "、NC-412",
        "#NC-412",
        "•NC-412",
    ],
)
def test_a_model_number_is_found_between_signs_that_part_words(marks: Marks, text: str) -> None:
    assert [sighting.agreed for sighting in marks.find(text)] == [("the form norda-cameras",)]


@pytest.mark.parametrize("text", ["", "NC-4", "NC-4A2", "XNC-412", "AB-NC-412", "NC 412", "R100", "NC-", "/", "🎥"])
def test_what_has_not_the_form_shows_nobody(marks: Marks, text: str) -> None:
    assert marks.find(text) == ()


@pytest.mark.parametrize("text", ["摄像机NC-412", "2xNC-412"])
def test_a_model_number_is_found_right_after_another_word(marks: Marks, text: str) -> None:
    assert [sighting.party for sighting in marks.find(text)] == ["norda"]


def test_a_model_of_a_component_is_seen_as_a_component(marks: Marks) -> None:
    [sighting] = marks.find("NX70V2")
    assert (sighting.relation, sighting.equipment) == ("component", "component")


def test_a_mark_need_not_say_what_it_is(marks: Marks) -> None:
    [sighting] = marks.find("NC-D1")
    assert (sighting.relation, sighting.equipment) == ("self", None)


def test_each_model_is_shown_once_in_the_order_of_the_text(marks: Marks) -> None:
    found = marks.find("NX70 NC-400 NC-499 NC-D2 NC-400")
    assert [sighting.found for sighting in found] == ["NX70", "NC-400", "NC-499", "NC-D2"]


def test_the_weightiest_sighting_of_each_form_stays_and_the_first_of_equals(marks: Marks) -> None:
    first, second, other = marks.find("NC-400 NC-499 NC-D2")
    assert best_by_form([first, other, second]) == (first, other)
    assert best_by_form([first.doubted("for it"), second]) == (second,)
    assert best_by_form([]) == ()


def test_marks_that_need_a_name_show_nobody_by_themselves(marks: Marks) -> None:
    assert marks.find("R100") == ()
    assert marks.beside_name("hdd R100, r200") == (("norda", "camera"),)
    assert marks.beside_name("NC-412") == ()


def test_a_form_without_a_kind_shows_no_kind_beside_a_name() -> None:
    mark = Mark("m", "things", ("R",), r"R\d", needs_name=True)
    assert Marks([Party("p", "P", "CN", (), marks=(mark,))], frozenset()).beside_name("R1") == ()


def test_a_start_of_one_sign_is_enough() -> None:
    mark = Mark("m", "things", ("Q",), r"Q\d\d\d")
    found = Marks([Party("p", "P", "CN", (), marks=(mark,))], frozenset()).find("Q123")
    assert [sighting.party for sighting in found] == ["p"]


def test_the_start_of_a_mark_must_fit_as_well_as_its_pattern() -> None:
    mark = Mark("m", "things", ("QA",), r"Q[AB]\d")
    found = Marks([Party("p", "P", "CN", (), marks=(mark,))], frozenset()).find("QB1 QA1")
    assert [sighting.found for sighting in found] == ["QA1"]


def test_without_a_mark_that_stands_by_itself_the_hint_is_for_fcc_ids_alone() -> None:
    needy = Mark("m", "things", ("Q",), r"Q\d", needs_name=True)
    for marks in (Marks([], frozenset()), Marks([Party("p", "P", "CN", (), marks=(needy,))], frozenset())):
        assert marks.hint.search("fcc id: 2adtd-x") is not None
        assert marks.hint.search("q1 and ds-2cd2143") is None


PIECES = ["NC-412", "nx70", "R100", "NC", "-4", "DS-2CD2143", "ipc-hfw2831s", "sd", "49425XB-HNR", *' /,;(-_"#0a']


@given(st.lists(st.sampled_from(PIECES), max_size=10))
@settings(max_examples=200, deadline=None)
def test_the_hint_is_in_every_plain_text_that_holds_a_model_number(
    marks: Marks, shipped: Marks, pieces: list[str]
) -> None:
    text = "".join(pieces)
    for each in (marks, shipped):
        assert each.hint is not None
        assert not each.find(text) or each.hint.search(text.lower())


@given(
    st.text(st.characters(exclude_categories=()), max_size=500),
    st.sampled_from(["/", "DS-", "A", "9", " ", "IPC-", "\ud800", "海", "\u202e"]),
)
@settings(max_examples=100, deadline=None)
def test_any_text_is_searched(shipped: Marks, text: str, filler: str) -> None:
    long = (text + filler * 10_000)[:10_000]
    assert {sighting.basis for sighting in shipped.find(long)} <= {"product_mark"}
    shipped.beside_name(long)


def _shipped_marks() -> list[Any]:
    return [
        pytest.param(party["id"], mark, id=mark["id"])
        for path in sorted(PARTIES.glob("*.yaml"))
        for party in [read_yaml(path.name, path.read_bytes()).value]
        for mark in party.get("marks", ())
    ]


@pytest.mark.parametrize(("party", "mark"), _shipped_marks())
def test_a_shipped_form_fits_its_own_models_and_not_those_it_rejects(
    rulebook: Rulebook, party: str, mark: dict[str, Any]
) -> None:
    [form] = [each for each in rulebook.parties[party].marks if each.id == mark["id"]]
    marks = Marks([rulebook.parties[party]._replace(marks=(form,))], frozenset())
    assert [model for model in mark["matches"] if not _shows(marks, form, party, model)] == []
    # A form that counts only beside a name may fit what it rejects: by itself it shows nobody.
    rejected = [model for model in mark["rejects"] if _shows(marks, form, party, model)]
    assert rejected == [] or form.needs_name


def _shows(marks: Marks, form: Mark, party: str, model: str) -> bool:
    if form.needs_name:
        assert marks.find(model) == ()
        return (party, form.equipment) in marks.beside_name(model)
    assert marks.beside_name(model) == ()
    return [(sighting.party, sighting.equipment) for sighting in marks.find(model)] == [(party, form.equipment)]


@pytest.mark.parametrize(("party", "mark"), _shipped_marks())
def test_no_shipped_form_takes_the_models_of_another_party(shipped: Marks, party: str, mark: dict[str, Any]) -> None:
    assert {sighting.party for model in mark["matches"] for sighting in shipped.find(model)} <= {party}


OTHERS = [
    *("IPC-610", "DS-2330", "DS220+", "SD-32GB", "HACCP", "ARM926", "MC34063", "DS18B20"),
    *("IPC427E", "IPC2221A", "IPC7351B", "TC500", "TC200", "C120", "LNBH23", "GK7101", "SD9384-EHL", "IPC-C220HA"),
]


def test_a_chip_that_follows_a_design_is_a_lead_to_who_made_the_design(see: Callable[..., SightedLine]) -> None:
    seen = see(maker="Axis", part="P3245", description="IP camera GK7205V200")
    assert [hit[:5] for hit in seen.facts.hits] == [("hisilicon", "product", "successor", "product_mark", "possible")]
    assert [match.sighting.against for match in seen.matches] == [
        ("a chip of Goke, which follows a design of HiSilicon; nothing says that HiSilicon made it",)
    ]
    assert seen.facts.conflicts == ()


@pytest.mark.parametrize("model", OTHERS)
def test_models_of_others_are_nobody_s(made_by: Callable[..., dict[str, Hit]], model: str) -> None:
    assert made_by(part=model) == {}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("bracket for DS-2CD2143G2-I", "'for' before it"),
        ("compatible with DS-2CD2143G2-I", "'compatible with' before it"),
        ("DS-2CD2143G2-I compatible battery", "'compatible' after it"),
    ],
)
def test_a_model_that_a_thing_is_for_is_only_possible(see: Callable[..., SightedLine], text: str, reason: str) -> None:
    seen = see(description=text)
    assert [(hit.party, hit.confidence) for hit in seen.facts.hits] == [("hikvision", "possible")]
    assert seen.matches[0].sighting.against == (reason,)


def test_a_model_that_replaces_another_of_its_form_is_not_doubted(made_by: Callable[..., dict[str, Hit]]) -> None:
    hits = made_by(description="Replaces DS-2CD2042WD; new DS-2CD2143G2-I 4MP camera")
    assert hits["hikvision"].confidence == "strong"


def test_a_model_beside_another_maker_s_name_is_possible_with_the_reason(see: Callable[..., SightedLine]) -> None:
    seen = see(maker="Axis Communications", part="DS-2CD2143G2-I")
    assert [(hit.party, hit.confidence) for hit in seen.facts.hits] == [("hikvision", "possible")]
    assert seen.matches[0].sighting.against == ("the maker cell names 'Axis Communications'",)


@pytest.mark.parametrize("maker", ["Dahua", "DAHUA Technology"])
def test_a_model_that_needs_the_name_says_what_the_thing_is_beside_it(
    see: Callable[..., SightedLine], maker: str
) -> None:
    assert see(maker=maker, part="SD49225").facts.equipment == {"video-surveillance"}


@pytest.mark.parametrize("cells", [{"part": "SD49225"}, {"maker": "Axis", "part": "SD49225"}, {"maker": "Dahua"}])
def test_a_model_that_needs_the_name_says_nothing_without_it(
    see: Callable[..., SightedLine], cells: dict[str, str]
) -> None:
    assert see(**cells).facts.equipment == frozenset()


@pytest.mark.parametrize(
    ("maker", "model", "party"),
    [
        ("Lorex", "E891AB", "lorex"),
        ("Lorex", "2KPTZ", "lorex"),
        ("Hytera", "VM580", "hytera"),
        ("Uniview", "NVR301-04S3", "uniview"),
        ("Dahua", "IPC-C22SP", "dahua"),
        ("Imou", "IPC-C22SP", "imou"),
    ],
)
def test_a_short_code_counts_beside_its_own_brand_only(
    see: Callable[..., SightedLine], maker: str, model: str, party: str
) -> None:
    seen = see(maker=maker, part=model)
    assert party in {hit.party for hit in seen.facts.hits}
    assert seen.facts.equipment == {"video-surveillance"}
    alone = see(maker="Axis", part=model)
    assert (alone.facts.hits, alone.facts.equipment) == ((), frozenset())


@pytest.mark.parametrize(
    ("model", "party"),
    [
        ("IPC3612SB-ADF28KM-I0", "uniview"),
        ("TC-C32FN", "tiandy"),
        ("LNE9292B", "lorex"),
        ("hi3518ev200", "hisilicon"),
        ("Hi3516DV300", "hisilicon"),
    ],
)
def test_a_form_that_is_one_maker_s_alone_shows_it(
    made_by: Callable[..., dict[str, Hit]], model: str, party: str
) -> None:
    assert [(hit.party, hit.confidence) for hit in made_by(part=model).values()] == [(party, "strong")]
