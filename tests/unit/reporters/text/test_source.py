"""The echo of a line, and the caret under what matched."""

from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.model.bom import Column, Layout
from vendorcheck.model.finding import Excerpt, LineResult, Place
from vendorcheck.reporters.text.rows import plain
from vendorcheck.reporters.text.source import MAX_CELL, source_rows
from vendorcheck.reporters.visible import cut, display_width, visible


def test_screened_cells_are_shown_with_a_gap_for_the_others(line: LineResult, layout: Layout) -> None:
    assert plain(source_rows(line, layout, 100)) == (
        "    2 | Harbor | ACME INC | … | A-1\n"
        "                 ^^^^^^^^\n"
    )  # fmt: skip


def test_columns_that_are_not_screened_are_one_gap(line: LineResult) -> None:
    assert plain(source_rows(*_line(line, ["Acme", None, None, "A-1", None]), 100)) == (
        "    2 | Acme | … | A-1 | …\n"
        "        ^^^^\n"
    )  # fmt: skip


def test_an_empty_cell_is_left_out(line: LineResult) -> None:
    result, layout = _line(line, ["Acme", "x", "A-1"])
    result = result._replace(excerpt=(result.excerpt[0], result.excerpt[2]))
    assert plain(source_rows(result, layout, 100)).splitlines()[0] == "    2 | Acme | A-1"


def test_without_a_match_there_is_no_caret(line: LineResult, layout: Layout) -> None:
    assert len(list(source_rows(line._replace(parties=()), layout, 100))) == 1


def test_a_match_in_a_cell_that_is_not_shown_has_no_caret(line: LineResult, layout: Layout) -> None:
    assert len(list(source_rows(line._replace(place=Place(None, 40, 9)), layout, 100))) == 1


def test_a_line_without_a_layout_shows_what_it_has(line: LineResult) -> None:
    assert plain(source_rows(line, None, 100)).splitlines()[0] == "    2 | Harbor | ACME INC | A-1"


def test_a_line_without_a_number_has_a_dash(line: LineResult, layout: Layout) -> None:
    assert plain(source_rows(line._replace(line=None), layout, 100)).startswith("    - | Harbor")


def test_the_caret_counts_columns_and_not_signs(line: LineResult) -> None:
    assert plain(source_rows(*_line(line, ["海康", "威视", "x"], marked=2), 100)) == (
        "    2 | 海康 | 威视 | x\n"
        "               ^^^^\n"
    )  # fmt: skip


def test_the_caret_counts_escapes_as_they_are_shown(line: LineResult) -> None:
    assert plain(source_rows(*_line(line, ["\x1b[1m", "\u202eb"], marked=2), 100)) == (
        "    2 | \\x1b[1m | \\u202eb\n"
        "                  ^^^^^^^\n"
    )  # fmt: skip


def test_a_long_cell_is_cut_and_its_caret_with_it(line: LineResult) -> None:
    shown, caret = plain(source_rows(*_line(line, ["a" * 50, "b"], marked=1), 100)).splitlines()
    assert shown == "    2 | " + "a" * (MAX_CELL - 1) + "… | b"
    assert caret == " " * 8 + "^" * MAX_CELL


def test_cells_before_the_match_give_way_where_the_line_is_too_long(line: LineResult) -> None:
    cells: list[str | None] = ["a" * 30, "b" * 30, "match", "c" * 30]
    assert plain(source_rows(*_line(line, cells, marked=3), 60)) == (
        "    2 | … | " + "b" * 30 + " | match | cccccc…\n"
        + " " * 45 + "^^^^^\n"
    )  # fmt: skip


def test_a_line_that_is_too_long_is_cut(line: LineResult) -> None:
    shown, _ = plain(source_rows(*_line(line, ["match", *["c" * 30] * 3]), 60)).splitlines()
    assert display_width(shown) == 60
    assert shown.endswith("c…")


def test_a_match_that_just_fits_is_shown_to_its_end(line: LineResult) -> None:
    result, layout = _line(line, ["left out", "a" * 20, "b" * 25, "rest"], marked=3)
    assert "b" * 25 in plain(source_rows(result, layout, 60))


CELLS = st.lists(
    st.one_of(st.none(), st.text("ab-海ｶ\u0301\u200d\u202e\t\ud800", min_size=1, max_size=60).map("x{}".format)),
    min_size=1,
    max_size=9,
).filter(any)


@given(cells=CELLS, at=st.integers(0, 8), number=st.integers(1, 99_999), width=st.integers(60, 200))
@settings(max_examples=200, deadline=None)
def test_the_caret_stands_under_the_whole_matched_cell(
    cells: list[str | None], at: int, number: int, width: int
) -> None:
    filled = [cell for cell, text in enumerate(cells, 1) if text]
    marked = filled[at % len(filled)]
    result, layout = _line(_bare(number), cells, marked)
    shown, caret = ("".join(span.text for span in each) for each in source_rows(result, layout, width))
    start, end = len(caret) - len(caret.lstrip()), len(caret)
    assert set(caret.strip()) == {"^"}
    cell, seen = cut(visible(cells[marked - 1] or ""), MAX_CELL), _between(shown, start, end)
    assert seen == cell or (shown.endswith("…") and cell.startswith(seen.removesuffix("…")))
    assert display_width(shown) <= width
    assert end <= width


def _line(line: LineResult, cells: list[str | None], marked: int = 1) -> tuple[LineResult, Layout]:
    """A line of these cells, None for a column that is not screened, and its layout."""
    columns = tuple(Column(at, f"H{at}", "ignored" if cell is None else "maker") for at, cell in enumerate(cells, 1))
    excerpt = tuple(Excerpt(at, "maker", f"H{at}", cell) for at, cell in enumerate(cells, 1) if cell is not None)
    return (
        line._replace(excerpt=excerpt, place=Place(None, 1, marked)),
        Layout("csv", "utf-8", ",", None, 1, columns),
    )


def _bare(number: int) -> LineResult:
    return LineResult("bom.csv", number, Place(None, 1, 1), "REVIEW", None, ("maker",), ("acme",), (), ())


def _between(text: str, start: int, end: int) -> str:
    """The signs of a text that stand in these columns."""
    found, column = [], 0
    for sign in text:
        width = display_width(sign)
        if start <= column and column + width <= end and (width or column > start):
            found.append(sign)
        column += width
    return "".join(found)
