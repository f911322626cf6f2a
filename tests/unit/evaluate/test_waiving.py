"""Which waiver covers which finding, and which it does not although it fits."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import product
from typing import Any

import pytest

from vendorcheck.evaluate.spotted import Spotted
from vendorcheck.evaluate.waived_counts import MANY_FINDINGS
from vendorcheck.evaluate.waiving import Waiving
from vendorcheck.model.bom import Column, Role
from vendorcheck.model.finding import OUTCOMES, Decision, Flag, Outcome
from vendorcheck.model.hit import Facts, SightedLine
from vendorcheck.model.rule import SEVERITIES, Severity
from vendorcheck.model.waiver import WAIVER_REASONS, NamePair, Recorded, WaivedBy, Waiver, WaiverScope

MakeFlag = Callable[..., Flag]

DAY = date(2026, 11, 21)
LINE: dict[Role, str] = {"vendor": "Harbor Ltd", "maker": "Acme", "part": "A-1"}
PRINT = "f00d" * 16
OF_HARBOR = WaiverScope(vendor="Harbor Ltd")


class _Nowhere:
    def column_of(self, index: int, cell: int) -> None: ...

    def pointer_of(self, index: int, cell: int) -> None: ...


def _spotted(*cells: tuple[Role, str]) -> Spotted:
    columns = tuple(Column(at, role, role) for at, (role, _) in enumerate(cells, 1))
    return Spotted("bom.csv", None, columns, _Nowhere(), SightedLine(0, 2, tuple(text for _, text in cells), Facts()))


def _line(**changes: str) -> Spotted:
    cells: dict[Any, str] = {**LINE, **changes}
    return _spotted(*cells.items())


def _waiver(scope: WaiverScope, id: str = "w-1", **changes: Any) -> Waiver:
    recorded = Recorded("0" * 12, "yes", "critical")
    waiver = Waiver(id, "no-cameras", scope, "mitigated", "why", "a", "b", DAY, DAY, recorded=recorded)
    return waiver._replace(**changes)


def _covered(waivers: Sequence[Waiver], spotted: Spotted, *flags: Flag, prints: Sequence[str] = ()) -> list[str | None]:
    """The ids of the waivers that cover the findings of a line."""
    waived = Waiving(waivers).of(spotted, Decision("REVIEW", None, flags), prints)
    return [by.id if by else None for by in waived] or [None] * len(flags)


@pytest.mark.parametrize(
    ("scope", "by"),
    [
        (OF_HARBOR, "w-1"),
        (WaiverScope(vendor=" HARBOR   ltd"), "w-1"),
        (WaiverScope(vendor="Harbor"), None),
        (WaiverScope(vendor="Acme"), None),
        (WaiverScope(part="a-1 "), "w-1"),
        (WaiverScope(part="A-10"), None),
        (WaiverScope(vendor="Harbor Ltd", part="A-1"), "w-1"),
        (WaiverScope(vendor="Harbor Ltd", part="A-2"), None),
        (WaiverScope(vendor="Bolt", part="A-1"), None),
        (WaiverScope(fingerprint=PRINT), "w-1"),
        (WaiverScope(fingerprint=PRINT[:12]), "w-1"),
        (WaiverScope(fingerprint=PRINT[:20]), "w-1"),
        (WaiverScope(fingerprint=PRINT[:20] + "0"), None),
        (WaiverScope(fingerprint="0" * 12), None),
        (WaiverScope(fingerprint=PRINT[:12], vendor="Bolt"), None),
        (WaiverScope(fingerprint=PRINT[:12], vendor="Harbor Ltd", part="A-1"), "w-1"),
        (WaiverScope(everything=True), "w-1"),
    ],
    ids=str,
)
def test_all_that_a_scope_says_must_fit(make_flag: MakeFlag, scope: WaiverScope, by: str | None) -> None:
    assert _covered([_waiver(scope)], _line(), make_flag(), prints=[PRINT]) == [by]


def test_only_findings_of_its_rule_are_covered(make_flag: MakeFlag) -> None:
    flags = make_flag("another"), make_flag(), make_flag(party="bolt")
    assert _covered([_waiver(OF_HARBOR)], _line(), *flags) == [None, "w-1", "w-1"]
    assert Waiving([_waiver(OF_HARBOR)]).of(_line(), Decision("REVIEW", None, flags[:1]), ()) == ()


def test_a_second_vendor_is_not_absorbed(make_flag: MakeFlag) -> None:
    waivers = [_waiver(OF_HARBOR)]
    assert _covered(waivers, _line(vendor="Bolt Trading"), make_flag()) == [None]
    both = _spotted(("vendor", "Harbor Ltd"), ("vendor", "Bolt Trading"), ("maker", "Acme"))
    assert _covered(waivers, both, make_flag()) == [None]
    assert _covered([_waiver(WaiverScope(vendor="Acme"))], _line(vendor="Bolt Trading"), make_flag()) == [None]


@pytest.mark.parametrize(
    ("cells", "by"),
    [
        ((("maker", "Harbor Ltd"),), "w-1"),
        ((("vendor", " "), ("maker", "Harbor Ltd")), "w-1"),
        ((("maker", " "), ("brand", "Harbor Ltd")), "w-1"),
        ((("maker", "Acme"), ("brand", "Harbor Ltd")), None),
        ((("description", "Harbor Ltd"),), None),
        ((), None),
    ],
)
def test_where_no_vendor_is_named_the_maker_supplies(
    make_flag: MakeFlag, cells: tuple[tuple[Role, str], ...], by: str | None
) -> None:
    assert _covered([_waiver(OF_HARBOR)], _spotted(*cells), make_flag()) == [by]


def test_any_part_number_of_a_line_is_its_own(make_flag: MakeFlag) -> None:
    spotted = _spotted(("part", "SKU-7"), ("part", "A-1"))
    assert _covered([_waiver(WaiverScope(part="A-1"))], spotted, make_flag()) == ["w-1"]


def test_of_several_the_first_of_the_file_covers_and_the_others_stand_behind(make_flag: MakeFlag) -> None:
    waivers = [
        _waiver(WaiverScope(everything=True), "a"),
        _waiver(OF_HARBOR, "b"),
        _waiver(WaiverScope(part="B-2"), "c"),
    ]
    waiving = Waiving(waivers)
    assert waiving.of(_line(), Decision("REVIEW", None, (make_flag(),)), ()) == (WaivedBy("a", "mitigated"),)
    counts = waiving.counts
    assert [(each.used, each.findings, each.lines) for each in counts.values()] == [
        (True, 1, 1),
        (True, 0, 0),
        (False, 0, 0),
    ]
    assert list(counts["b"].remarks()) == ["1 finding that it fits is covered by a before it"]
    assert list(counts["c"].remarks()) == []


@pytest.mark.parametrize("reason", WAIVER_REASONS)
def test_what_is_prohibited_takes_two_reasons_only(make_flag: MakeFlag, reason: str) -> None:
    waiving = Waiving([_waiver(OF_HARBOR, reason=reason)])
    barred = make_flag(barred=("buy",), severity="critical")
    waived = waiving.of(_line(), Decision("PROHIBITED", None, (barred, make_flag())), ())
    counts = waiving.counts["w-1"]
    enough = reason in ("false_positive", "legal_exception")
    assert [by is not None for by in waived] == [enough, True]
    assert (counts.findings, counts.lines, counts.lapsed) == (1 + enough, 1, False)
    assert list(counts.remarks()) == [
        "covers 1 finding that is prohibited"
        if enough
        else f"does not cover 1 finding that is prohibited: {reason} is no reason for that; false_positive or "
        "legal_exception would be"
    ]


@pytest.mark.parametrize("changes", [{"provisional": "as reported"}, {"outcome": "possible"}, {"barred": ()}])
def test_what_does_not_prohibit_takes_every_reason(make_flag: MakeFlag, changes: dict[str, Any]) -> None:
    flag = make_flag(**{"barred": ("buy",), "severity": "high", **changes})
    assert _covered([_waiver(OF_HARBOR)], _line(), flag) == ["w-1"]


@pytest.mark.parametrize(("was", "weighed"), list(product(OUTCOMES, SEVERITIES)))
def test_it_lapses_where_outcome_or_severity_rises(make_flag: MakeFlag, was: Outcome, weighed: Severity) -> None:
    rising: list[Outcome] = ["possible", "unknown", "yes"]
    for outcome, severity in product(OUTCOMES, SEVERITIES):
        waiving = Waiving([_waiver(OF_HARBOR, recorded=Recorded("0" * 12, was, weighed))])
        waived = waiving.of(_line(), Decision("REVIEW", None, (make_flag(outcome=outcome, severity=severity),)), ())
        risen = rising.index(outcome) > rising.index(was) or SEVERITIES.index(severity) > SEVERITIES.index(weighed)
        counts = waiving.counts["w-1"]
        assert (bool(waived), counts.used, counts.lapsed) == (not risen, not risen, risen)


def test_what_rose_is_said(make_flag: MakeFlag) -> None:
    waiving = Waiving([_waiver(OF_HARBOR, recorded=Recorded("0" * 12, "unknown", "high"))])
    prohibited = make_flag(barred=("buy",), severity="critical")
    for flags in ((prohibited,), (make_flag(severity="low"), make_flag(outcome="unknown"))):
        waiving.of(_line(), Decision("REVIEW", None, flags), ())
    counts = waiving.counts["w-1"]
    assert (counts.findings, counts.used) == (1, True)
    assert list(counts.remarks()) == [
        "lapsed for 1 finding: the outcome was unknown and is yes; the severity was high and is critical",
        "lapsed for 1 finding: the outcome was unknown and is yes",
    ]


def test_a_waiver_for_which_nothing_was_recorded_covers_nothing(make_flag: MakeFlag) -> None:
    assert _covered([_waiver(OF_HARBOR, recorded=None)], _line(), make_flag()) == [None]


def test_a_name_pair_covers_nothing(make_flag: MakeFlag) -> None:
    pair = _waiver(WaiverScope(pair=NamePair("Harbor Ltd", "acme")), rule="all", recorded=None)
    assert _covered([pair], _line(), make_flag(), make_flag("all")) == [None, None]
    assert Waiving([pair]).counts == {}


def test_what_covers_much_is_over_broad(make_flag: MakeFlag) -> None:
    waiving = Waiving([_waiver(OF_HARBOR)])
    decision = Decision("REVIEW", None, (make_flag(),))
    for _ in range(MANY_FINDINGS):
        waiving.of(_line(), decision, ())
    assert list(waiving.counts["w-1"].remarks()) == []
    waiving.of(_line(), decision, ())
    assert list(waiving.counts["w-1"].remarks()) == ["over-broad: it covers 51 findings"]


def test_what_covers_several_parties_is_over_broad(make_flag: MakeFlag) -> None:
    waiving = Waiving([_waiver(OF_HARBOR)])
    flags = tuple(make_flag()._replace(party=f"p{at}") for at in range(7))
    waiving.of(_line(), Decision("REVIEW", None, flags), ())
    assert list(waiving.counts["w-1"].remarks()) == [
        "over-broad: it covers findings about several parties: p0, p1, p2, p3, p4 and 2 more"
    ]


def test_fingerprints_are_asked_for_only_where_a_waiver_needs_them() -> None:
    other = _waiver(WaiverScope(fingerprint=PRINT), "b", rule="another")
    assert Waiving([_waiver(OF_HARBOR), _waiver(WaiverScope(everything=True), "b")]).by_fingerprint == frozenset()
    assert Waiving([_waiver(OF_HARBOR), other]).by_fingerprint == {"another"}
