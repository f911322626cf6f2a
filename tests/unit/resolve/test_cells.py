"""Single cells: what they say by their role, and whom they name."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.model.bom import IDENTITY_ROLES, ROLES, Role
from vendorcheck.model.party import Party
from vendorcheck.model.period import Period
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.vocabulary import Vocabulary
from vendorcheck.model.watchlist import ListEntry
from vendorcheck.resolve.cells import Cells
from vendorcheck.resolve.equipment import Equipment
from vendorcheck.resolve.folding import fold
from vendorcheck.resolve.identifiers import Identifiers
from vendorcheck.resolve.listed_names import ListedNames
from vendorcheck.resolve.marks import Marks, best_by_form
from vendorcheck.resolve.names import Names
from vendorcheck.resolve.view import NAMED, NOTHING, SIGHTED, WATCHED, Identity, View

DAY = date(2026, 11, 21)

#: Columns that are not for names or products, and are looked at all the same.
READ_AS_TEXT: tuple[Role, ...] = ("category", "unclassified")


def reads(parties: list[Party], vocabulary: Vocabulary) -> Cells:
    equipment = Equipment(vocabulary)
    names = Names(parties, ListedNames(), vocabulary, DAY)
    return Cells(names, Marks(parties, equipment.components), Identifiers(parties), equipment, vocabulary)


@pytest.fixture(scope="module")
def cells(norda: Party, vocabulary: Vocabulary) -> Cells:
    return reads([norda], vocabulary)


@pytest.fixture(scope="module")
def shipped(rulebook: Rulebook) -> Cells:
    return reads(list(rulebook.parties.values()), rulebook.vocabulary)


@pytest.fixture(scope="module")
def indexes(rulebook: Rulebook) -> tuple[Names, Marks, Identifiers]:
    parties = list(rulebook.parties.values())
    names = Names(parties, ListedNames(), rulebook.vocabulary, DAY)
    return names, Marks(parties, frozenset({"component", "radio-module"})), Identifiers(parties)


@pytest.mark.parametrize("role", ["maker", "brand", "vendor"])
@pytest.mark.parametrize(
    ("text", "named", "sighted"),
    [
        ("", False, False),
        ("---", False, False),
        ("N/A", False, False),
        ("无", False, False),
        (" OEM ", False, False),
        ("OEM Works", True, False),
        ("Umbrella Works", True, False),
        ("Moser Electronics", False, False),
        ("MOSER ELECTRONICS, Inc.", False, False),
        ("Parts & More", False, False),
        ("Moser Electronics Group", True, False),
        ("Norda Optical", True, True),
        ("NV", True, True),
        ("NC-412", True, True),
        ("Norda Bank", True, False),
        ("885342207005", False, False),
        ("3.50 €", False, False),
        ("3M", True, False),
        ("https://shop.test/umbrella", False, False),
        ("www.umbrella.test", False, False),
        ("https://norda-optical.test/norda optical", True, True),
    ],
)
def test_a_name_cell_names_somebody_unless_its_words_are_for_nobody_or_a_seller(
    cells: Cells, role: Role, text: str, *, named: bool, sighted: bool
) -> None:
    identity = cells.identity(role, text)
    assert (identity.named, bool(identity.sightings)) == (named, sighted)


@pytest.mark.parametrize("role", ["maker", "brand", "vendor"])
@pytest.mark.parametrize(
    "text",
    [
        *("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#N/A", "#SPILL!", "#CALC!", "#GETTING_DATA"),
        *("#BEZUG!", "#¡REF!", "#ÜBERLAUF!", "#NOMBRE?", "#N/D", "#N.D.", "Err:502"),
        *("TRUE", "False", " #REF! ", "(blank)", "(Blank)"),
    ],
)
def test_an_error_of_a_spreadsheet_a_yes_or_no_and_a_blank_group_name_nobody(
    cells: Cells, role: Role, text: str
) -> None:
    assert cells.identity(role, text) == Identity(named=False)


@pytest.mark.parametrize("text", ["True North", "#1 Lamps!", "Blank", "Err", "#Lamps"])
def test_a_name_that_holds_such_a_word_is_a_name(cells: Cells, text: str) -> None:
    assert cells.identity("maker", text) == Identity(named=True)


def test_a_party_is_seen_in_the_shape_of_an_error_too(cells: Cells) -> None:
    assert [sighting.party for sighting in cells.identity("maker", "#Norda-Optical!").sightings] == ["norda"]


@pytest.mark.parametrize("role", ["maker", "brand", "vendor"])
@pytest.mark.parametrize(
    "text", ["Umbr\ufffdlla", "\ufffdmbrella", "Umbrella\ufffd", "M\x81ller", "Moser \ufffdlectronics", "海\ufffd"]
)
def test_a_name_that_shows_nobody_and_lost_characters_is_not_legible(cells: Cells, role: Role, text: str) -> None:
    assert cells.identity(role, text) == Identity(named=False, legible=False)
    assert cells.view(role, text).identity.legible is False


@pytest.mark.parametrize("text", ["\ufffd", "\ufffd\ufffd\ufffd\ufffd", "\ufffd\ufffd \x81", "(\ufffd)"])
def test_a_name_of_which_nothing_could_be_read_is_not_legible(cells: Cells, text: str) -> None:
    assert cells.identity("maker", text) == Identity(named=False, legible=False)


@pytest.mark.parametrize("text", ["Norda Optical \ufffd", "\ufffdNorda Optical", "\ufffd NC-412", "诺达\ufffd"])
def test_a_name_with_lost_characters_that_still_shows_a_party_is_legible(cells: Cells, text: str) -> None:
    identity = cells.identity("maker", text)
    assert (identity.named, identity.legible) == (True, True)
    assert [sighting.party for sighting in identity.sightings] == ["norda"]


@pytest.mark.parametrize("role", [role for role in ROLES if role not in ("maker", "brand", "vendor")])
def test_only_names_have_to_be_legible(cells: Cells, role: Role) -> None:
    assert cells.view(role, "l\ufffdmp").identity == Identity(named=False, legible=True)


def test_a_name_and_a_model_in_a_name_cell_are_both_seen(cells: Cells) -> None:
    bases = [sighting.basis for sighting in cells.identity("maker", "Norda Optical NC-412").sightings]
    assert bases == ["alias", "product_mark"]


@pytest.mark.parametrize("role", ["part", "description"])
@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("", []),
        ("lamp", []),
        ("Norda Optical lamp", ["alias"]),
        ("lamp NC-412", ["product_mark"]),
        ("lamp ＮＣ－４１２", ["product_mark"]),
        ("Norda Optical NC-412", ["alias", "product_mark"]),
        ("lamp (FCC ID: NRD-X1)", ["identifier"]),
        ("R100", []),
        ("诺达 R100", ["alias"]),
    ],
)
def test_a_text_names_nobody_but_gives_sight_of_parties(cells: Cells, role: Role, text: str, bases: list[str]) -> None:
    identity = cells.identity(role, text)
    assert identity.named is False
    assert [sighting.basis for sighting in identity.sightings] == bases


def test_a_model_in_a_text_after_for_is_doubted_and_says_no_kind(cells: Cells) -> None:
    [sighting] = cells.identity("description", "bracket for your NC-412").sightings
    assert (sighting.confidence, sighting.equipment) == ("possible", None)
    assert sighting.against == ("'for' before it",)


def test_a_model_with_an_apostrophe_after_it_is_doubted_as_well(cells: Cells) -> None:
    [sighting] = cells.identity("description", "bracket for NC-412's").sightings
    assert sighting.confidence == "possible"


def test_a_model_in_a_text_by_itself_is_not_doubted(cells: Cells) -> None:
    [sighting] = cells.identity("part", "AB/NC-412, for walls").sightings
    assert (sighting.confidence, sighting.equipment, sighting.against) == ("strong", "camera", ())


def test_texts_are_read_where_no_party_is_known(vocabulary: Vocabulary) -> None:
    assert reads([], vocabulary).identity("description", "lamp") == Identity(named=False)


@pytest.mark.parametrize(("role", "text"), [("mac", "0A:1B:2C:00:00:01"), ("fcc_id", "NRD-X1")])
def test_an_identifier_is_read_in_its_own_column_only(cells: Cells, role: Role, text: str) -> None:
    assert [sighting.basis for sighting in cells.identity(role, text).sightings] == ["identifier"]
    others = [other for other in ROLES if other not in (role, *READ_AS_TEXT)]
    assert [other for other in others if cells.identity(other, text).sightings] == []


@pytest.mark.parametrize("role", [role for role in ROLES if role not in (*IDENTITY_ROLES, *READ_AS_TEXT)])
def test_other_columns_show_nobody(cells: Cells, role: Role) -> None:
    assert cells.identity(role, "Norda Optical NC-412 FCC ID: NRD-X1") == Identity(named=False)


@pytest.mark.parametrize(
    ("role", "text", "code"),
    [
        ("maker", "unknown", NOTHING),
        ("maker", "Umbrella Works", NAMED),
        ("maker", "Umbr\ufffdlla", WATCHED),
        ("maker", "Norda Optical", NAMED | SIGHTED),
        ("maker", "Norda Optical \ufffd", NAMED | SIGHTED),
        ("part", "NC-412", SIGHTED),
        ("part", "lamp", NOTHING),
        ("part", "l\ufffdmp", NOTHING),
    ],
)
def test_an_identity_is_a_code_for_quick_counting(cells: Cells, role: Role, text: str, code: int) -> None:
    assert cells.identity(role, text).code == code


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("text", ["", " \t\n"])
def test_a_blank_cell_is_not_filled_and_says_nothing(cells: Cells, role: Role, text: str) -> None:
    assert cells.view(role, text) == View(role, filled=False, identity=Identity(named=False))


def test_a_maker_cell_keeps_its_text_and_the_kinds_its_models_show(cells: Cells) -> None:
    view = cells.view("maker", "  Norda R100 ")
    assert (view.filled, view.said, view.beside, view.kind) == (True, "Norda R100", (("norda", "camera"),), None)


def test_a_vendor_cell_is_an_identity_and_what_it_says(cells: Cells) -> None:
    view = cells.view("vendor", "Norda R100 camera")
    identity = cells.identity("vendor", "Norda R100 camera")
    assert view == View("vendor", filled=True, identity=identity, said="Norda R100 camera")


def test_a_text_says_a_kind_and_the_kinds_its_models_show_beside_a_name(cells: Cells) -> None:
    view = cells.view("description", "bracket, R100")
    assert (view.kind, view.beside, view.said) == ("accessory", (("norda", "camera"),), "")


@pytest.mark.parametrize(
    ("role", "text", "expected"),
    [
        (
            "category",
            "Cameras",
            View(
                "category",
                filled=True,
                identity=Identity(named=False),
                kind="camera",
                mentioned=frozenset({"camera"}),
            ),
        ),
        ("category", "lamp", View("category", filled=True, identity=Identity(named=False))),
        (
            "purpose",
            "police; site",
            View("purpose", filled=True, identity=Identity(named=False), purposes=frozenset({"safety", "site"})),
        ),
        ("origin", "China", View("origin", filled=True, identity=Identity(named=False), origin="CN")),
        (
            "authorised_on",
            "2023-02",
            View("authorised_on", filled=True, identity=Identity(named=False), day=Period.parse("2023-02")),
        ),
        (
            "acquired_on",
            "6.2.2023",
            View("acquired_on", filled=True, identity=Identity(named=False), day=Period.parse("2023-02-06")),
        ),
        ("quantity", "12", View("quantity", filled=True, identity=Identity(named=False))),
    ],
)
def test_other_cells_say_what_their_role_is_for(cells: Cells, role: Role, text: str, expected: View) -> None:
    assert cells.view(role, text) == expected


PIECES = [
    "Hikvision",
    "dahua",
    "DS-2CD2143",
    "ds-2",
    "IPC-HFW2831S",
    "SD49425XB-HNR",
    "HI3516DV300",
    "FCC ID: QIS-1",
    "fcc",
    "海康威视",
    "Нikvision",
    "ＤＳ－２ＣＤ",
    "DS-2СD",
    "lamp",
    *" /,-#0aZ_®é",
]


@given(st.lists(st.sampled_from(PIECES), max_size=8))
@settings(max_examples=200, deadline=None)
def test_the_quick_look_at_a_text_misses_nothing(
    shipped: Cells, indexes: tuple[Names, Marks, Identifiers], pieces: list[str]
) -> None:
    text = "".join(pieces)
    names, marks, identifiers = indexes
    slow = (*names.in_text(text, fold(text)), *best_by_form(marks.find(text)), *identifiers.in_text(text))
    quick = shipped.identity("description", text).sightings
    assert [(one.party, one.basis, one.found) for one in quick] == [(one.party, one.basis, one.found) for one in slow]


@given(st.sampled_from(ROLES), st.text(st.characters(exclude_categories=()), max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_reads_the_same_each_time_in_any_role(shipped: Cells, role: Role, text: str) -> None:
    view = shipped.view(role, text)
    assert view == shipped.view(role, text)
    assert view.filled is bool(text.strip())
    assert view.identity == shipped.identity(role, text)


@pytest.mark.parametrize("role", READ_AS_TEXT)
@pytest.mark.parametrize("text", ["Norda", "or equal: Norda Optical", "NC-412"])
def test_columns_that_may_hold_anything_show_nobody_for_sure(cells: Cells, role: Role, text: str) -> None:
    found = cells.identity(role, text)
    assert not found.named
    assert {sighting.confidence for sighting in found.sightings} == {"possible"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Grimmel", []),
        ("GRIMMEL #", []),
        ("Grimmel Lamps", []),
        ("Grimmel Zorro", ["own:1"]),
        ("Grimmel Optics", ["own:2"]),
    ],
)
def test_one_word_of_a_heading_is_not_held_to_be_like_an_entry(
    listed: Callable[..., ListedNames], vocabulary: Vocabulary, text: str, found: list[str]
) -> None:
    entries = ListEntry("own:1", "own", "Grimmel Zorro Optics Ltd"), ListEntry("own:2", "own", "Grimmel Optics Ltd")
    names = Names([], listed(*entries), vocabulary, DAY)
    cells = Cells(names, Marks([], frozenset()), Identifiers([]), Equipment(vocabulary), vocabulary)
    assert [each.party for each in cells.view_beside(text).identity.sightings] == found
