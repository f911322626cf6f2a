from pathlib import Path
from random import Random

import pytest

from names import by_letter, by_note, by_sound, by_word
from names.csl import parties_of
from names.variants import KINDS, SAME_LETTERS, variants_of
from names.words import normal

NAME = "Hangzhou Belvane & Sons Technology Co., Ltd."


@pytest.fixture
def rng() -> Random:
    return Random(1)  # noqa: S311 - a fixed one


def test_variants_are_made_again_by_the_same_seed(lists: Path) -> None:
    assert variants_of(parties_of(lists)) == variants_of(parties_of(lists))


def test_no_variant_is_a_listed_name_unless_its_kind_keeps_the_letters(lists: Path) -> None:
    parties = parties_of(lists)
    listed = {normal(name) for party in parties for name in party.names}
    made = variants_of(parties)
    assert {one.key for one in made} <= {party.key for party in parties}
    assert not [one for one in made if one.kind not in SAME_LETTERS and normal(one.text) in listed]
    assert len({one.kind for one in made} & set(KINDS)) > 15


def test_words_are_dropped_changed_and_moved(rng: Random) -> None:
    assert by_word.form_dropped(rng, NAME) == "Hangzhou Belvane & Sons Technology"
    assert by_word.form_changed(rng, NAME) == "Hangzhou Belvane & Sons Technology Company Limited"
    assert by_word.place_dropped(rng, NAME) == "Belvane & Sons Technology Co., Ltd."
    assert by_word.abbreviated(rng, NAME) == "Hangzhou Belvane & Sons Tech Co., Ltd."
    assert by_word.and_word(rng, NAME) in {NAME.replace("&", "and"), NAME.replace("&", "AND")}
    assert by_word.plural(rng, NAME) == NAME.replace("Technology", "Technologies")
    assert by_word.number_written(rng, "Plant 7") == "Plant Seven"
    assert by_word.dotted(rng, "VTK S.A.") == "VTK SA"


def test_a_name_keeps_what_it_is_known_by(rng: Random) -> None:
    assert by_word.place_dropped(rng, "Bank of Beijing Belvane") is None
    assert by_word.generic_dropped(rng, "Trading Company") is None


def test_glued_and_split_names_keep_their_letters(rng: Random) -> None:
    assert normal(by_word.glued(rng, "Belvane Optik Works") or "") == "belvaneoptikworks"
    assert by_word.split(rng, "Belvaneport") in {"Belva neport".replace("n", "N"), "Belva-neport"}


def test_letters_of_other_scripts_look_the_same_and_are_not(rng: Random) -> None:
    made = by_letter.look_alike(rng, "BELVANE")
    assert made is not None
    assert len(made) == 7
    assert not made.isascii()


def test_widths_accents_digits_and_typing(rng: Random) -> None:
    assert by_letter.full_width(rng, "AB Ltd") == "ＡＢ　Ｌｔｄ"
    assert normal(by_letter.accents(rng, "Belvane") or "") == "belvane"
    assert by_letter.misread(rng, "BELVTNESK OOO") == "BELVTNE5K OOO"
    assert by_letter.typo(rng, "BELVANE") not in {None, "BELVANE"}
    assert by_letter.typo(rng, "Trading Ltd") is None


def test_a_russian_name_in_its_letters(rng: Random) -> None:
    assert by_letter.cyrillic(rng, "OAO Orlovneft") == "ОАО Орловнефт"
    assert by_letter.cyrillic(rng, "Orlovneft Shipping Company") is None


def test_romanisations_follow_the_country(rng: Random) -> None:
    assert by_sound.romanised(rng, "KHIMPROM", "RU") in {"HIMPROM", "CHIMPROM"}
    assert by_sound.romanised(rng, "KHIMPROM", "FR") is None
    assert by_sound.wade_giles(rng, "Xinjiang Zhongtian Group", "CN") == "Hsinchiang Chungtian Group".replace(
        "ung", "ong"
    )


def test_notes_surround_the_name(rng: Random) -> None:
    assert NAME in by_note.branch(rng, NAME)
    assert NAME in by_note.noted(rng, NAME)
    assert NAME in by_note.former(rng, NAME)
    assert "Ltd" not in (by_note.affiliate(rng, "Belvane Ltd") or "Ltd").split()[1:2]
