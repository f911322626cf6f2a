"""What a waiver of one finding does where lines of its product change places: it covers one, and nothing weightier."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.evaluate.identity import Identities
from vendorcheck.evaluate.spotted import Spotted
from vendorcheck.evaluate.waiving import Waiving
from vendorcheck.model.bom import Column, Role
from vendorcheck.model.finding import OUTCOMES, Decision, Flag, Outcome
from vendorcheck.model.hit import Facts, SightedLine
from vendorcheck.model.waiver import Recorded, Waiver, WaiverScope

DAY = date(2026, 11, 21)
ROLES: tuple[Role, ...] = ("maker", "part", "purpose")


class Row(NamedTuple):
    """A line of a bill of one maker, and what a rule came to on it."""

    part: str
    purpose: str
    outcome: Outcome


class _Nowhere:
    def column_of(self, index: int, cell: int) -> None: ...

    def pointer_of(self, index: int, cell: int) -> None: ...


ROWS = st.lists(
    st.builds(
        Row, st.sampled_from(["A-1", "B-2"]), st.sampled_from(["parking", "public safety"]), st.sampled_from(OUTCOMES)
    ),
    min_size=1,
    max_size=8,
)


def test_a_waiver_of_a_finding_covers_one_of_its_product_and_none_that_weighs_more(
    make_flag: Callable[..., Flag],
) -> None:
    @settings(max_examples=100, deadline=None)
    @given(ROWS, st.data())
    def holds(rows: list[Row], data: st.DataObject) -> None:
        signed = data.draw(st.integers(0, len(rows) - 1))
        moved = data.draw(st.permutations(rows))
        flags = {outcome: make_flag(outcome=outcome) for outcome in OUTCOMES}
        row = rows[signed]
        print_ = _prints(rows, flags)[signed][0]
        recorded = Recorded("0" * 12, row.outcome, flags[row.outcome].severity)
        waiver = Waiver(
            "w-1",
            "no-cameras",
            WaiverScope(fingerprint=print_),
            "mitigated",
            "why",
            "a",
            "b",
            DAY,
            DAY,
            recorded=recorded,
        )
        waiving, prints = Waiving([waiver]), _prints(moved, flags)
        covered = [
            each
            for each, fingerprints in zip(moved, prints, strict=True)
            if any(waiving.of(_spotted(each), _decision(each, flags), fingerprints))
        ]
        assert len(covered) <= 1
        assert all(each.part == row.part for each in covered)
        assert all(OUTCOMES.index(each.outcome) >= OUTCOMES.index(row.outcome) for each in covered)
        if all(each == row for each in rows if each.part == row.part):
            assert covered == [row]

    holds()


def _prints(rows: list[Row], flags: dict[Outcome, Flag]) -> list[tuple[str, ...]]:
    identities = Identities()
    return [identities.of(_spotted(row), _decision(row, flags)) for row in rows]


def _decision(row: Row, flags: dict[Outcome, Flag]) -> Decision:
    return Decision("REVIEW", None, (flags[row.outcome],))


def _spotted(row: Row) -> Spotted:
    cells: dict[Any, str] = dict(zip(ROLES, ("Acme", row.part, row.purpose), strict=True))
    columns = tuple(Column(at, role, role) for at, role in enumerate(cells, 1))
    return Spotted("bom.csv", None, columns, _Nowhere(), SightedLine(0, 2, tuple(cells.values()), Facts()))
