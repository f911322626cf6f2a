"""What the cells of a table say against its headings."""

import pytest

from vendorcheck.model.bom import Layout
from vendorcheck.readers.choices import ALL_FOUND, Choices, HeadingRole
from vendorcheck.readers.tables.columns import columns_of
from vendorcheck.readers.tables.second_look import ENOUGH, settled

_NAMES = ["Acme", "Bolt", "Cord", "Dell"]
_PLACES = ["C1", "R12-R14", "U3", "C5, C6"]
_MODELS = ["DS-2CD2143", "IPC-HFW1230", "WS-C2960X", "AP-7522E"]
_NUMBERS = ["12", "1,50 €", "https://example.org/x", "7"]


def _roles(table: dict[str, list[str]], choices: Choices = ALL_FOUND) -> list[tuple[int, str]]:
    rows = list(zip(*table.values(), strict=True))
    return [(column.cell, column.role) for column in _settled(table, rows, choices).columns]


def _settled(table: dict[str, list[str]], rows: list[tuple[str, ...]], choices: Choices = ALL_FOUND) -> Layout:
    layout = Layout("csv", "utf-8", ",", None, 1, (), ("as before",))
    return settled(layout, columns_of(list(table), choices.roles), rows, choices)


@pytest.mark.parametrize("heading", ["Manufacturer", "Brand", "Vendor"])
def test_numbers_and_addresses_name_nobody(heading: str) -> None:
    [(_, role)] = _roles({heading: _NAMES})
    assert role in {"maker", "brand", "vendor"}
    assert _roles({heading: _NUMBERS}) == [(1, "description")]


def test_what_the_cells_changed_is_said() -> None:
    table = {"Manufacturer": _NUMBERS, "Description": _MODELS, "Brand": _NAMES}
    assert _settled(table, list(zip(*table.values(), strict=True))).remarks == (
        "as before",
        "column 1 is read as description, by what stands in it",
        "column 2 is read as part as well, by what stands in it",
    )


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Or equal", "unclassified"),
        ("", "unclassified"),
        ("Manufacturer / Country", "unclassified"),
        ("Manufacturer (full legal name of the manufacturer as it is shown on the label)", "unclassified"),
        ("Password", "ignored"),
        ("Location", "ignored"),
    ],
)
def test_what_stands_under_a_heading_that_nobody_knows_is_looked_at(heading: str, role: str) -> None:
    assert _roles({"Manufacturer": _NAMES, heading: _NAMES}) == [(1, "maker"), (2, role)]


def test_what_was_mapped_to_be_ignored_is_not_looked_at() -> None:
    choices = Choices(mappings=(HeadingRole("ignored", "Or equal"),))
    assert _roles({"Or equal": _NAMES}, choices) == [(1, "ignored")]


def test_words_among_the_numbers_of_lines_are_looked_at_and_not_repeated() -> None:
    assert _roles({"Item": ["1", "2", "3"]}) == [(1, "line_no")]
    assert _roles({"Item": ["1", "DS-2CD2143G2-I"]}) == [(1, "line_no"), (1, "unclassified")]
    assert _roles({"Id": _MODELS}) == [(1, "line_no"), (1, "part")]
    assert _roles({"Schlüssel": ["Sommerwiese", "Geheim-77"]})[0][1] != "description"


def test_too_few_cells_say_nothing() -> None:
    assert _roles({"Manufacturer": _NUMBERS[: ENOUGH - 1]}) == [(1, "maker")]


def test_cells_that_do_not_mostly_agree_say_nothing() -> None:
    assert _roles({"Manufacturer": [*_NUMBERS, *_NAMES]}) == [(1, "maker")]


def test_designators_are_no_part_numbers_where_others_say_what_it_is() -> None:
    names = {"Manufacturer": _NAMES}
    assert _roles({**names, "Part": _PLACES, "Description": _NAMES})[1] == (2, "description")
    assert _roles({**names, "Part": _PLACES})[1] == (2, "part")
    assert _roles({**names, "Part": _MODELS, "Description": _NAMES})[1] == (2, "part")


def test_the_company_beside_a_supplier_may_be_the_one_that_buys() -> None:
    assert _roles({"Company": _NAMES, "Supplier": _NAMES}) == [(1, "description"), (2, "vendor")]
    assert _roles({"Company": _NAMES, "Description": _NAMES}) == [(1, "maker"), (2, "description")]


def test_a_description_that_holds_models_is_looked_up_as_a_part_too() -> None:
    names = {"Manufacturer": _NAMES}
    assert _roles({**names, "Description": _MODELS}) == [(1, "maker"), (2, "description"), (2, "part")]
    assert _roles({**names, "Description": _NAMES}) == [(1, "maker"), (2, "description")]
    assert _roles({**names, "Description": _MODELS, "Part Number": _MODELS}) == [
        (1, "maker"),
        (2, "description"),
        (3, "part"),
    ]


def test_what_was_mapped_stays() -> None:
    choices = Choices(mappings=(HeadingRole("maker", "Manufacturer"),))
    assert _roles({"Manufacturer": _NUMBERS}, choices) == [(1, "maker")]


class _Unread(list[str]):
    def __getitem__(self, at: object) -> str:  # type: ignore[override]
        raise AssertionError(at)


def test_cells_are_looked_at_only_where_a_role_may_change() -> None:
    """A table may have thousands of columns, and asking each of them of all others takes minutes."""
    columns = columns_of(["Qty", "Serial", "Colour"], {})
    layout = Layout("csv", "utf-8", ",", None, 1, ())
    assert settled(layout, columns, [_Unread(["1", "2", "3"])], ALL_FOUND) == layout._replace(columns=columns)
