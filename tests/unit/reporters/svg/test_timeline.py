"""The timeline: one row an instrument, a bar as long as it held, what is not certain said in words."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from vendorcheck.model.records import DecisionState, PartyDecision
from vendorcheck.reporters.svg import timeline
from vendorcheck.reporters.svg.stretches import rows_of, said

DAY = date(2026, 1, 1)


def _decision(
    date_: str, state: DecisionState = "named", until: str | None = None, **more: str | None
) -> PartyDecision:
    plain = PartyDecision("law", "A law", state, date_, until, "names it", "1 FR 1", None, "government_action", None)
    return plain._replace(**more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (_decision("2020-01-01"), "named since 2020-01-01"),
        (_decision("2020-01/2020-03"), "named between 2020-01 and 2020-03"),
        (_decision("2020-01-01/.."), "named on 2020-01-01 or later"),
        (_decision("2020-01-01", "ended"), "ended 2020-01-01"),
        (_decision("2020-01-01", "in force", provisional="Not seen."), "in force (provisional) since 2020-01-01"),
        (_decision("2020-01-01", "no longer named", "2021"), "named 2020-01-01, no longer since 2021"),
    ],
)
def test_a_decision_in_words(decision: PartyDecision, words: str) -> None:
    (row,) = rows_of([decision], DAY)
    assert said(row) == words


@pytest.mark.parametrize(
    ("decisions", "stretches"),
    [
        ([_decision("2020-01-01")], [("2020-01-01", "2020-01-01", "2026-01-01", True, False)]),
        ([_decision("2020")], [("2020-01-01", "2020-12-31", "2026-01-01", True, False)]),
        ([_decision("2020-01-01/..")], [("2020-01-01", "2026-01-01", "2026-01-01", True, False)]),
        ([_decision("2030-01-01")], []),
        ([_decision("some day")], []),
        (
            [_decision("2020-01-01"), _decision("2021-01-01", "suspended"), _decision("2022-01-01", "in force")],
            [
                ("2020-01-01", "2020-01-01", "2021-01-01", True, False),
                ("2021-01-01", "2021-01-01", "2022-01-01", False, False),
                ("2022-01-01", "2022-01-01", "2026-01-01", True, False),
            ],
        ),
        (
            [_decision("2020-01-01"), _decision("2021-01-01", "ended")],
            [("2020-01-01", "2020-01-01", "2021-01-01", True, True)],
        ),
        (
            [_decision("2020-01-01", "no longer named", "2021-05-05")],
            [("2020-01-01", "2020-01-01", "2021-05-05", True, True)],
        ),
        (
            [_decision("2025-01-01", "no longer named", "2017-05-05")],
            [("2025-01-01", "2025-01-01", "2025-01-01", True, True)],
        ),
    ],
)
def test_a_stretch_is_as_long_as_it_held(
    decisions: list[PartyDecision], stretches: list[tuple[str, str, str, bool, bool]]
) -> None:
    (row,) = rows_of(decisions, DAY)
    drawn = [(*(day.isoformat() for day in each[:3]), each.holds, each.ends) for each in row.drawn]
    assert drawn == stretches


def test_names_taken_over_come_after_its_own() -> None:
    taken = _decision("2020-01-01", instrument="other", short="Other law", through="A law")
    texts = _texts(timeline("t", "Acme", [taken, _decision("2021-01-01")], DAY))
    order = [texts.index(each) for each in ("A law", "Names taken over from another list:", "Other law")]
    assert order == sorted(order)
    assert "as of 2026-01-01" in texts


def test_no_date_no_picture() -> None:
    assert timeline("t", "Acme", [], DAY) == timeline("t", "Acme", [_decision("some day")], DAY) == ""


def test_what_a_text_holds_is_text() -> None:
    drawn = timeline("t", "<b>&\x1b", [_decision("2020-01-01", short="\u202e<script>")], DAY)
    assert "\\u202e<script>" in _texts(drawn)
    assert "\\x1b" in drawn
    assert "<script>" not in drawn


def _texts(drawn: str) -> list[str]:
    root = ET.fromstring(drawn)  # noqa: S314 -- our own picture
    return [each.text or "" for each in root.iter("{http://www.w3.org/2000/svg}text")]
