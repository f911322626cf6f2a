"""Rows among the lines that are none; in doubt a row is a line."""

from collections.abc import Sequence

import pytest

from vendorcheck.model.bom import Column, Layout, Role
from vendorcheck.readers.tables.row_kinds import FOOTER, GROUP, RowKinds

ROLES: Sequence[Role] = ("line_no", "maker", "part", "description", "quantity", "ignored")


def _aside(*cells: str, roles: Sequence[Role] = ROLES) -> str | None:
    columns = tuple(Column(cell, role, role) for cell, role in enumerate(roles, 1))
    return RowKinds(Layout("csv", "utf-8", ",", None, 1, columns)).aside(cells)


@pytest.mark.parametrize(
    "cells",
    [
        ("Total", "", "", "", "12", ""),
        ("", "", "", "Total:", "12", "€ 5"),
        ("", "Total", "", "", "12", ""),
        ("Grand  Total", "", "", "", "", "99"),
        ("Subtotal cameras", "", "", "", "3", ""),
        ("Summe (EUR)", "", "", "", "3", ""),
        ("Gesamtsumme", "", "", "", "", "1.234,00"),
        ("Sous-total", "", "", "", "3", ""),
        ("TOTAL GENERAL", "", "", "", "3", ""),
        ("Totale", "", "", "", "3", ""),
        ("Razem", "", "", "", "3", ""),
        ("Итого", "", "", "", "3", ""),
        ("合计", "", "", "", "3", ""),
        ("合計：", "", "", "", "3", ""),
        ("합계", "", "", "", "3", ""),
        ("", "", "", "Do not install below", "", ""),
        ("Page 1 of 3", "", "", "", "", ""),
        ("Seite 2", "", "", "", "", ""),
        ("Prepared by: A. N. Other", "", "", "", "", "2026-11-22"),
        ("", "", "", "", "", "Signature"),
        ("End of list", "", "", "", "", ""),
    ],
)
def test_footers(cells: Sequence[str]) -> None:
    assert _aside(*cells) == FOOTER


@pytest.mark.parametrize(
    "cells",
    [
        ("CAMERAS", "", "", "", "", ""),
        ("Section A", "", "", "", "", ""),
        ("", "", "", "", "", "BOARD 0: MAIN POWER BOARD (40x40mm)"),
        ("", "", "", "Recorders:", "", ""),
        ("", "", "RESISTORS:", "", "", ""),
        ("", "Recorders:", "", "", "", ""),
        ("摄像机", "", "", "", "", ""),
    ],
)
def test_headings_of_groups(cells: Sequence[str]) -> None:
    assert _aside(*cells) == GROUP


@pytest.mark.parametrize(
    "cells",
    [
        ("1", "Acme", "X-1", "Camera", "2", ""),
        ("", "Hikvision", "", "", "", ""),
        ("", "TOTAL SECURITY", "", "", "", ""),
        ("", "Total Phase", "TP240141", "I2C host", "1", ""),
        ("", "", "DS-2CD2143G2-I", "", "", ""),
        ("", "", "", "Dome camera", "", ""),
        ("", "", "", "LED", "", ""),
        ("", "", "", "WIRELESS ROUTER", "", ""),
        ("", "", "", "Total Station GPS receiver", "1", ""),
        ("", "", "", "4MP CAMERA DOME", "", ""),
        ("7", "", "", "", "", ""),
        ("", "", "", "", "5", ""),
        ("", "", "", "", "", "C1"),
        ("Total", "Hikvision", "", "", "", ""),
        ("Total", "", "", "Dome camera", "12", ""),
        ("Totalisator", "", "X-1", "", "", ""),
        ("", "Sumida", "", "", "12", ""),
        ("Sumlev", "", "", "", "3", ""),
        ("", "", "", "", "", ""),
    ],
)
def test_lines(cells: Sequence[str]) -> None:
    assert _aside(*cells) is None


@pytest.mark.parametrize("cells", [("Total", "5"), ("CAMERAS", "")])
def test_a_table_of_two_columns_has_lines_only(cells: Sequence[str]) -> None:
    assert _aside(*cells, roles=("description", "quantity")) is None
