"""Counts of a run: lines, findings, suppliers, and that no line is lost from them."""

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.evaluate import tally as tallying
from vendorcheck.evaluate.spotted import Spotted
from vendorcheck.evaluate.tally import Tally
from vendorcheck.model.bom import MAX_STRETCHES, Column
from vendorcheck.model.finding import Decision, Flag, Judged
from vendorcheck.model.hit import Facts, SightedLine
from vendorcheck.model.report import NotScreened, SupplierResult
from vendorcheck.model.rule import Question, Rule
from vendorcheck.model.waiver import Cleared, WaivedBy

COLUMNS = (Column(1, "Maker", "maker"), Column(2, "Vendor", "vendor"))
CLEAR = Decision("CLEAR", None, ())


def _line(number: int = 2, vendor: str = "Shop") -> SightedLine:
    return SightedLine(0, number, ("Acme", vendor), Facts())


class _Nowhere:
    def column_of(self, index: int, cell: int) -> int | None:  # noqa: ARG002
        return None

    def pointer_of(self, index: int, cell: int) -> str | None:  # noqa: ARG002
        return None


def _at(bill: str, line: SightedLine, columns: tuple[Column, ...] = COLUMNS) -> Spotted:
    return Spotted(bill, None, columns, _Nowhere(), line)


def _supplied(tally: Tally, *lines: tuple[str, Decision], bill: str = "bill.csv") -> None:
    """Count decided lines with their suppliers, as a run does."""
    tally.add_suppliers([[vendor for vendor, _ in lines]])
    for number, (vendor, decision) in enumerate(lines, 2):
        tally.add(_at(bill, _line(number, vendor)), decision)


@pytest.fixture
def barred(make_flag: Callable[..., Flag]) -> Decision:
    flags = (make_flag("no-cameras", severity="critical"), make_flag("reported", severity="medium"))
    return Decision("PROHIBITED", "barred by no-cameras", flags)


@pytest.fixture
def review(make_flag: Callable[..., Flag]) -> Decision:
    flags = (make_flag("reported", severity="medium"), make_flag("soon", severity="medium", provisional="as reported"))
    return Decision("REVIEW", "reached by reported, soon", flags)


def test_nothing_counted_is_nothing() -> None:
    summary = Tally().summary()
    assert (summary.lines, summary.findings, summary.provisional, summary.waived, summary.suppliers) == (0, 0, 0, 0, 0)
    assert set(summary.by_determination.values()) == set(summary.by_severity.values()) == {0}
    assert (summary.by_rule, Tally().not_screened(), Tally().suppliers([])) == ({}, (), ())


def test_lines_and_findings_are_counted(barred: Decision, review: Decision) -> None:
    tally = Tally()
    tally.add_plain(3)
    for number, decision in enumerate([review, barred, review, CLEAR, barred, barred], 2):
        tally.add(_at("bill.csv", _line(number)), decision)
    tally.add_plain(2)
    summary = tally.summary()
    assert (summary.lines, summary.findings, summary.provisional) == (11, 10, 2)
    assert summary.by_determination == {
        "PROHIBITED": 3,
        "UNDETERMINED": 0,
        "REVIEW": 2,
        "CLEAR": 6,
        "NOT_SCREENED": 0,
    }
    assert list(summary.by_severity.items()) == [("critical", 3), ("high", 0), ("medium", 7), ("low", 0), ("info", 0)]
    assert list(summary.by_rule.items()) == [("no-cameras", 3), ("reported", 5), ("soon", 2)]
    assert tally.determinations == Counter(PROHIBITED=3, REVIEW=2, CLEAR=6)


def test_findings_are_counted_by_what_the_gate_asks_of_them(barred: Decision, review: Decision) -> None:
    tally = Tally()
    for decision in (barred, review, review):
        tally.add(_at("bill.csv", _line()), decision)
    assert tally.failing == Counter(
        {
            ("no-cameras", "critical", "strong", "yes", False): 1,
            ("reported", "medium", "strong", "yes", False): 3,
            ("soon", "medium", "strong", "yes", True): 2,
        }
    )
    assert tally.summary().by_severity["medium"] == 5


def test_waived_findings_are_counted_and_may_not_fail(barred: Decision, review: Decision) -> None:
    tally, by = Tally(), WaivedBy("w-1", "mitigated")
    tally.add(_at("bill.csv", _line(2)), barred, (by, None))
    tally.add(_at("bill.csv", _line(3)), barred)
    tally.add(_at("bill.csv", _line(4)), review, (by, by))
    summary = tally.summary()
    assert tally.failing == Counter(
        {
            Judged("no-cameras", "critical", "strong", "yes", provisional=False): 1,
            Judged("reported", "medium", "strong", "yes", provisional=False): 2,
        }
    )
    assert (summary.waived, summary.findings, summary.provisional) == (3, 6, 1)
    assert summary.by_determination["PROHIBITED"] == 2
    assert summary.by_rule == {"no-cameras": 2, "reported": 3, "soon": 1}


def test_equal_decisions_that_were_made_apart_are_counted_together(make_flag: Callable[..., Flag]) -> None:
    tally = Tally()
    for number in (2, 3):
        tally.add(_at("bill.csv", _line(number)), Decision("REVIEW", "again", (make_flag("reported"),)))
    assert (tally.summary().by_rule, tally.determinations) == ({"reported": 2}, Counter(REVIEW=2))


def test_lines_not_screened_are_listed_by_bill_and_reason() -> None:
    tally = Tally()
    nobody = Decision("NOT_SCREENED", "no maker named", ())
    nothing = Decision("NOT_SCREENED", "nothing to screen", ())
    for bill, number, decision in [
        ("a.csv", 2, nobody),
        ("a.csv", 3, nobody),
        ("a.csv", 4, CLEAR),
        ("a.csv", 5, nothing),
        ("a.csv", 6, nobody),
        ("b.csv", 7, nobody),
    ]:
        tally.add(_at(bill, _line(number)), decision)
    assert tally.not_screened() == (
        NotScreened("a.csv", None, "no maker named", 3, ((2, 3), (6, 6)), complete=True),
        NotScreened("a.csv", None, "nothing to screen", 1, ((5, 5),), complete=True),
        NotScreened("b.csv", None, "no maker named", 1, ((7, 7),), complete=True),
    )
    assert tally.summary().by_determination["NOT_SCREENED"] == 5


def test_more_stretches_than_are_listed_are_counted_and_said_to_be_incomplete() -> None:
    tally = Tally()
    for number in range(2, 2 * MAX_STRETCHES + 4, 2):
        tally.add(_at("a.csv", _line(number)), Decision("NOT_SCREENED", "no maker named", ()))
    (left,) = tally.not_screened()
    assert (left.lines, len(left.stretches), left.complete) == (MAX_STRETCHES + 1, MAX_STRETCHES, False)


def test_a_supplier_is_counted_with_its_plain_lines_and_its_decided_ones(barred: Decision, review: Decision) -> None:
    tally = Tally()
    tally.add_plain(2)
    tally.add_suppliers([["Shop", "Shop"]])
    _supplied(tally, ("Shop", barred), ("Shop", review), ("Store", CLEAR))
    shop, store = tally.suppliers([])
    assert shop == SupplierResult(
        name="Shop",
        lines=4,
        by_determination={"PROHIBITED": 1, "UNDETERMINED": 0, "REVIEW": 1, "CLEAR": 2, "NOT_SCREENED": 0},
        findings=4,
        rules=("no-cameras", "reported", "soon"),
        questions=(),
    )
    assert (store.name, store.lines, store.findings, store.rules) == ("Store", 1, 0, ())


def test_suppliers_are_one_spaces_aside_and_otherwise_as_written(barred: Decision) -> None:
    tally = Tally()
    _supplied(
        tally,
        ("Shop Ltd", CLEAR),
        (" Shop   Ltd ", barred),
        ("Shop\u00a0Ltd\n", CLEAR),
        ("SHOP LTD", CLEAR),
        ("Shop Ltd.", CLEAR),
    )
    results = {result.name: (result.lines, result.findings) for result in tally.suppliers([])}
    assert results == {"Shop Ltd": (3, 2), "SHOP LTD": (1, 0), "Shop Ltd.": (1, 0)}
    assert tally.summary().suppliers == 3


def test_a_maker_who_is_a_supplier_too_is_counted_as_a_supplier_only(barred: Decision) -> None:
    tally = Tally()
    tally.add_suppliers([["Shop", "Acme"]])
    tally.add(_at("bill.csv", _line(2, "Shop")), barred)
    tally.add(_at("bill.csv", _line(3, "Acme")), CLEAR)
    assert [(result.name, result.lines, result.findings) for result in tally.suppliers([])] == [
        ("Shop", 1, 2),
        ("Acme", 1, 0),
    ]


def test_lines_without_a_supplier_make_no_supplier(barred: Decision) -> None:
    tally = Tally()
    _supplied(tally, ("", barred), ("  ", CLEAR), ("Shop", CLEAR))
    assert [result.name for result in tally.suppliers([])] == ["Shop"]
    assert (tally.summary().suppliers, tally.suppliers_left_out, tally.summary().lines) == (1, 0, 3)


def test_suppliers_with_most_findings_stand_first_then_by_name(barred: Decision, review: Decision) -> None:
    tally = Tally()
    _supplied(
        tally,
        ("zeta", CLEAR),
        ("Alpha", CLEAR),
        ("beta", CLEAR),
        ("alpha", CLEAR),
        ("Some", review),
        ("Most", barred),
        ("Most", review),
    )
    assert [result.name for result in tally.suppliers([])] == ["Most", "Some", "Alpha", "alpha", "beta", "zeta"]


def test_every_supplier_is_asked_the_questions_of_the_rules_once(make_rule: Callable[..., Rule]) -> None:
    who, what = Question("who", "supplier", "Who made it?"), Question("what", "supplier", "What is it?")
    rules = [make_rule("a", supplier_questions=(who, what)), make_rule("b"), make_rule("c", supplier_questions=(who,))]
    tally = Tally()
    _supplied(tally, ("Shop", CLEAR), ("Store", CLEAR))
    assert [result.questions for result in tally.suppliers(rules)] == [(who, what), (who, what)]


def test_a_bill_may_have_two_columns_of_suppliers(barred: Decision) -> None:
    columns = (Column(1, "Distributor", "vendor"), Column(2, "Seller", "vendor"))
    tally = Tally()
    tally.add_suppliers([["Shop", "Shop"], ["Store", ""]])
    tally.add(_at("bill.csv", SightedLine(0, 2, ("Shop", "Store"), Facts()), columns), barred)
    results = [(result.name, result.lines, result.findings) for result in tally.suppliers([])]
    assert results == [("Shop", 2, 2), ("Store", 1, 2)]


def test_what_is_bought_from_suppliers_beyond_the_bound_is_counted_together(
    monkeypatch: pytest.MonkeyPatch, barred: Decision
) -> None:
    monkeypatch.setattr(tallying, "MAX_SUPPLIERS", 2)
    tally = Tally()
    _supplied(tally, ("Shop", CLEAR), ("Store", CLEAR))
    _supplied(tally, ("Shop", barred), ("Late", barred), ("Later", CLEAR), ("  ", CLEAR), ("Late", CLEAR))
    results = [(result.name, result.lines, result.findings) for result in tally.suppliers([])]
    assert results == [("Shop", 2, 2), ("Store", 1, 0)]
    assert tally.suppliers_left_out == 3
    assert (tally.summary().suppliers, tally.summary().lines) == (2, 7)
    assert tally.determinations["PROHIBITED"] == 2


NAMES = st.lists(st.sampled_from(["", " ", "a", " a", "b", "c", "d", "e", "f"]), max_size=6)


@settings(max_examples=200, deadline=None)
@given(st.lists(NAMES, max_size=6), st.integers(0, 5))
def test_every_line_with_a_supplier_is_counted_for_it_or_left_out(batches: list[list[str]], bound: int) -> None:
    tally = Tally()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tallying, "MAX_SUPPLIERS", bound)
        for names in batches:
            _supplied(tally, *((name, CLEAR) for name in names))
    kept = sum(result.lines for result in tally.suppliers([]))
    assert kept + tally.suppliers_left_out == sum(1 for names in batches for name in names if name.strip())


def test_a_line_with_cleared_names_is_counted_once_for_each_waiver() -> None:
    first = Cleared("a", "maker", "Acme", "x")
    cleared = (first, first._replace(role="vendor"), first._replace(waiver="b", party="y"))
    tally = Tally()
    for line in (_line()._replace(cleared=cleared), _line(3)._replace(cleared=cleared[:1]), _line(4)):
        tally.add(_at("bill.csv", line), CLEAR)
    assert tally.cleared == {"a": 2, "b": 1}
