"""Which columns of real bills and inventories name the maker and the part, against a truth written by reading them."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from vendorcheck.model.bom import Layout
from vendorcheck.model.errors import NothingToScreenError, VendorcheckError
from vendorcheck.readers import open_bom

TRUTH: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "columns.yaml").read_text(encoding="utf-8"))

#: At least so many in a hundred of all columns are judged right: as the maker, as the part, or as neither.
WANTED = 0.98

#: And of those that are the maker or the part, or were taken for it: some only their values tell (docs/reliability.md).
WANTED_OF_FEW = 0.9

#: Roles of a column that names the maker: a brand is one to a buyer.
MAKER_ROLES = ("maker", "brand")


class Judged(NamedTuple):
    """How many columns there are, how many are rightly taken for maker or part, and what is wrong."""

    columns: int
    right: int
    wrong: tuple[str, ...]


def _tables() -> Iterator[tuple[str, dict[str, Any]]]:
    for file, tables in TRUTH.items():
        if file != "not_tables":
            yield from ((file, table) for table in tables)


def _layouts(corpus: Path, file: str) -> dict[str | None, Layout]:
    with closing(open_bom(str(corpus / "inputs" / file))) as bill:
        return {table.layout.sheet: table.layout for table in bill.tables}


def _judge(corpus: Path, file: str, truth: dict[str, Any]) -> Judged:
    layout = _layouts(corpus, file).get(truth["sheet"])
    right, wrong = 0, []
    columns = layout.columns if layout else ()
    for kind, roles in (("maker", MAKER_ROLES), ("part", ("part",))):
        found = {column.cell for column in columns if column.role in roles}
        true, either = set(truth[kind]), set(truth["either"])
        right += len(found & true)
        wrong += [f"{file} {truth['sheet'] or ''}: column {cell} is {kind}" for cell in sorted(true - found)]
        wrong += [
            f"{file} {truth['sheet'] or ''}: column {cell} is not {kind}" for cell in sorted(found - true - either)
        ]
    return Judged(len({column.cell for column in columns}), right, tuple(wrong))


def test_maker_and_part_columns_are_found(corpus: Path) -> None:
    judged = [_judge(corpus, file, truth) for file, truth in _tables()]
    columns, right = sum(each.columns for each in judged), sum(each.right for each in judged)
    wrong = [text for each in judged for text in each.wrong]
    print(f"{columns} columns, {right} right, {len(wrong)} wrong", *wrong, sep="\n")  # noqa: T201 (listed with -s)
    assert right > 100
    assert 1 - len(wrong) / columns >= WANTED
    assert right / (right + len(wrong)) >= WANTED_OF_FEW


def test_the_headings_stand_where_a_reader_finds_them(corpus: Path) -> None:
    wrong = [
        (file, truth["sheet"], truth["header_line"])
        for file, truth in _tables()
        if (layout := _layouts(corpus, file).get(truth["sheet"])) is None or layout.header_line != truth["header_line"]
    ]
    assert len(wrong) / sum(1 for _ in _tables()) <= 1 - WANTED, wrong


@pytest.mark.parametrize("file", TRUTH["not_tables"])
def test_what_is_no_table_is_refused(corpus: Path, file: str) -> None:
    with pytest.raises(VendorcheckError) as refused:
        open_bom(str(corpus / "inputs" / file))
    assert isinstance(refused.value, NothingToScreenError) or refused.value.code == "bill_unsupported"
