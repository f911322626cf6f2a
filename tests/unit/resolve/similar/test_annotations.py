"""Annotations: what stands beside a name is taken off it, and said."""

import pytest

from vendorcheck.resolve.similar.annotations import MAX_LOOKED_AT, Other, bare


@pytest.mark.parametrize(
    "text",
    [
        "Norvik Optics",
        "Norvik Optics Co., Ltd.",
        "Norvik (Shanghai) Optics",
        "Norvik-Optics 2000",
        "Exa Optics",
        "Branchwood Optics",
        "海康威视",
    ],
)
def test_a_name_alone_is_left_as_it_stands(text: str) -> None:
    assert bare(text) == (text, (), ())


@pytest.mark.parametrize(
    ("text", "name", "beside"),
    [
        ("SHIPPER: Norvik Optics", "Norvik Optics", "SHIPPER:"),
        ("Manufacturer： Norvik Optics", "Norvik Optics", "Manufacturer："),
        ("Hersteller: Norvik Optics", "Norvik Optics", "Hersteller:"),
        ("M/s. Norvik Optics", "Norvik Optics", "M/s."),
        ("Norvik Optics c/o Hollow Works", "Norvik Optics", "c/o Hollow Works"),
        ("Norvik Optics, attn Mr Hollow", "Norvik Optics", "attn Mr Hollow"),
        ("Norvik Optics, and any successor", "Norvik Optics", "and any successor"),
        ("Norvik Optics; Affiliated Entity: Hollow Works", "Norvik Optics", "Affiliated Entity: Hollow Works"),
        ("Norvik Optics, London Branch", "Norvik Optics", "London Branch"),
        ("Norvik Optics - Moscow Representative Office", "Norvik Optics", "- Moscow Representative Office"),
        ("Norvik Optics, Filiale Lyon", "Norvik Optics", "Filiale Lyon"),
        ("Norvik Optics, 12 Long Street, London", "Norvik Optics", "12 Long Street, London"),
        ("Norvik Optics, PO Box 44", "Norvik Optics", "PO Box 44"),
        ("Norvik Optics (Reg. No. 1234567)", "Norvik Optics", "Reg. No. 1234567"),
        ("Norvik Optics, VAT DE123456789", "Norvik Optics", "VAT DE123456789"),
        ("Norvik Optics 12345678", "Norvik Optics", "12345678"),
    ],
)
def test_what_stands_beside_a_name_is_set_aside_and_said(text: str, name: str, beside: str) -> None:
    found = bare(text)
    assert (found.text.strip(), found.set_aside, found.others) == (name, (beside,), ())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norvik Optics (formerly Hollow Works)", "former name"),
        ("Norvik Optics (formerly known as Hollow Works)", "former name"),
        ("Norvik Optics f/k/a Hollow Works", "former name"),
        ("Norvik Optics, F.K.A. Hollow Works", "former name"),
        ("Norvik Optics (ex Hollow Works)", "former name"),
        ("Norvik Optics (vormals Hollow Works)", "former name"),
        ("Норвик (ранее Hollow Works)", "former name"),
        ("Norvik Optics a/k/a Hollow Works", "other name"),
        ("Norvik Optics d/b/a Hollow Works", "other name"),
        ("Norvik Optics trading as Hollow Works", "other name"),
        ("Norvik Optics（also known as: Hollow Works）", "other name"),
    ],
)
def test_a_second_name_is_a_name_of_its_own(text: str, kind: str) -> None:
    found = bare(text)
    assert found.others == (Other(kind, "Hollow Works"),)  # type: ignore[arg-type]
    assert found.text in ("Norvik Optics", "Норвик")


@pytest.mark.parametrize(
    "text",
    ["c/o Hollow Works", "formerly Norvik", "(formerly Norvik)", ", VAT DE123456789", "12345678", "Norvik:", ":"],
)
def test_nothing_is_taken_off_a_name_to_leave_nothing(text: str) -> None:
    assert bare(text).text.strip()


@pytest.mark.parametrize("text", ["Norvik 2000", "Norvik No. 3", "Norvik 4-100", "7/24 Norvik"])
def test_a_short_number_belongs_to_the_name(text: str) -> None:
    assert bare(text) == (text, (), ())


def test_what_is_far_longer_than_a_name_is_not_looked_at() -> None:
    text = f"Norvik Optics c/o {'Hollow ' * MAX_LOOKED_AT}"
    assert bare(text) == (text, (), ())


def test_blanks_of_any_kind_are_one_blank_beside_an_annotation() -> None:
    assert bare("Norvik \t Optics\n c/o   Hollow").text == "Norvik Optics"
