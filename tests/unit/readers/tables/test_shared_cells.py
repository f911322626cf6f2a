"""Names in cells that hold something else as well; in doubt nobody is named."""

import pytest

from vendorcheck.model.bom import Column, Layout, Reading
from vendorcheck.readers.tables.batches import Batcher
from vendorcheck.readers.tables.rows import Lines
from vendorcheck.readers.tables.shared_cells import names_in_shared_cells, with_a_name


@pytest.mark.parametrize(
    "cell",
    [
        "YAGEO CC0402KRX7R7BB104",
        "TI SN74LVC1G04",
        "Hikvision/DS-2CD2143G2-I",
        "Hikvision / DS-2CD2143G2-I",
        "Hikvision, DS-2CD2143G2-I",
        "Würth-Elektronik 885342207005",
        "AT&T 100",
        "厚声RC0402",
        "海康威视 DS-2CD",
        "ХИКВИЖН DS-1",
    ],
)
def test_a_name_before_a_model(cell: str) -> None:
    assert with_a_name(cell) == cell


@pytest.mark.parametrize(
    "cell",
    [
        "CC0402KRX7R7BB104",
        "DS-2CD2143G2-I",
        "DS-2CD2143G2-I(U)",
        "Resistor 10k",
        "10K 0402 SMD",
        "M3 screw",
        "10 uF",
        "RES SMD 10K",
        "Camera 4MP",
        "BAV",
        "Generic",
        "not fitted 3",
        "100nF",
        "885342207005",
        "",
        "-",
    ],
)
def test_a_model_or_a_description_names_nobody(cell: str) -> None:
    assert with_a_name(cell) == ""


def test_only_columns_that_share_their_cells_are_read_so() -> None:
    columns = (
        Column(1, "Maker", "maker"),
        Column(2, "Maker/MPN", "maker"),
        Column(2, "Maker/MPN", "part"),
        Column(3, "LCSC", "vendor", stands_for="LCSC"),
        Column(4, "MPN/Value", "part"),
        Column(4, "MPN/Value", "description"),
    )
    assert [at for at, _ in names_in_shared_cells(columns)] == [1, 3]


@pytest.mark.parametrize(("cell", "seller"), [("C12345", "LCSC"), ("n/a", ""), ("-", ""), ("0", ""), (" ", "")])
def test_an_order_number_says_who_sells(cell: str, seller: str) -> None:
    ((_, name_in),) = names_in_shared_cells((Column(1, "LCSC", "vendor", stands_for="LCSC"),))
    assert name_in(cell) == seller


def test_a_shared_cell_is_looked_at_in_both_roles() -> None:
    layout = Layout("csv", "utf-8", ",", None, 1, (Column(1, "M/P", "maker"), Column(1, "M/P", "part")))
    lines = Lines()
    lines.add(["DS-2CD2143G2-I"], 2, 2)
    lines.add(["Axis P3265"], 3, 3)
    values = Batcher(layout, Reading()).batch(lines, _Nowhere()).values
    assert values == (("", "Axis P3265"), ("DS-2CD2143G2-I", "Axis P3265"))


class _Nowhere:
    def column_of(self, index: int, cell: int) -> int | None:  # noqa: ARG002
        return None

    def pointer_of(self, index: int, cell: int) -> str | None:  # noqa: ARG002
        return None
