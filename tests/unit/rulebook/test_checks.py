"""What a schema cannot say: dates that do not exist, and marks that do not mean what they show."""

from collections.abc import Mapping

import pytest

from vendorcheck.model.errors import Fault, Spot
from vendorcheck.rulebook.checks import value_remarks
from vendorcheck.rulebook.files import kind_of
from vendorcheck.rulebook.schema import schema_faults
from vendorcheck.rulebook.yaml_source import read_yaml

MARK = """\
marks:
  - id: acme-dome
    pattern: AC-\\d{3}
    starts: [AC-]
    matches: [AC-123]
    rejects: [AC-12]
"""


def _faults(kind: str, text: str) -> list[Fault]:
    return [remark.fault for remark in value_remarks(read_yaml("own.yaml", text.encode()), kind)]


def _mark_faults(old: str, new: str) -> list[tuple[str, int | None, int | None]]:
    assert old in MARK
    return [(fault.message, fault.spot.line, fault.spot.column) for fault in _faults("party", MARK.replace(old, new))]


def test_no_record_of_the_small_rulebook_has_a_fault(small: Mapping[str, str]) -> None:
    assert [fault for place, text in small.items() for fault in _faults(kind_of(place), text)] == []


@pytest.mark.parametrize(
    ("place", "old", "new"),
    [
        ("rulebook.yaml", "verified_through: 2026-02-01", "verified_through: 2026-02-30"),
        ("parties/acme.yaml", "since: 2011-05", "since: 2011-13"),
        ("parties/acme.yaml", 'since: "2015"', 'since: "0000"'),
        ("parties/acme.yaml", 'since: "2015"', "until: 2015-00"),
        ("parties/acme.yaml", "seen: 2026-01-31", "seen: 2026-04-31"),
        ("instruments/acme-order.yaml", "date: 2024-03", "date: 2024-03/2024-02"),
        ("instruments/acme-order.yaml", "since: 2024-03-05", "published: 2023-02-29"),
        ("evidence/acme-paper.yaml", "published: 2024-02-03", "published: 2024-02-30"),
        ("evidence/acme-paper.yaml", "asked: 2024-01-31", "asked: 2024-01-32"),
        ("evidence/acme-paper.yaml", "answered: 2024-02", "answered: 2024-13"),
        ("gb/acme-rule.yaml", "scope: true", "authorised_from: 2025-11-31"),
        ("gb/acme-rule.cases.yaml", "as_of: 2026-01-01", "as_of: 2026-01-32"),
    ],
)
def test_a_date_that_does_not_exist_is_refused_at_its_key(
    small: Mapping[str, str], place: str, old: str, new: str
) -> None:
    text = small[place].replace(old, new, 1)
    [fault] = _faults(kind_of(place), text)
    line, column = _place(text, new)
    assert fault.message.startswith("no such date: ")
    assert fault.spot == Spot("own.yaml", line, column, text.splitlines()[line - 1])


def _place(text: str, part: str) -> tuple[int, int]:
    before = text[: text.index(part)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize("digits", ["２０２４-02-03", "٢٠٢٤"])
def test_a_date_in_digits_of_another_script_is_refused(small: Mapping[str, str], digits: str) -> None:
    text = small["evidence/acme-paper.yaml"].replace("2024-02-03", digits)
    assert list(schema_faults(read_yaml("own.yaml", text.encode()), "evidence")) == []
    assert [fault.message for fault in _faults("evidence", text)] == [
        f"no such date: {digits!r} is not a date: write 2023-02-06, 2023-02 or 2023"
    ]


def test_words_where_a_date_may_stand_are_no_date() -> None:
    assert _faults("evidence", "seen: original\ndate: in the spring\n") == []


def test_a_date_in_a_text_is_no_date_of_the_record() -> None:
    assert _faults("rule", "message: 2023-02-30\nnotes: [2023-02-30]\n") == []


def test_every_wrong_date_is_reported() -> None:
    faults = _faults("party", "since: 2023-02-30\nowners:\n  - {since: 2023-00, until: 2023-13}\n")
    assert [(fault.spot.line, fault.spot.column) for fault in faults] == [(1, 1), (3, 6), (3, 22)]


def test_an_end_before_its_beginning_is_refused_where_the_end_stands() -> None:
    text = "owners:\n  - {since: 2020-05, until: '2019'}\n  - {since: 2020-05, until: 2020-05-03}\n"
    assert [(fault.message, str(fault.spot)) for fault in _faults("party", text)] == [
        ("2019 is before 2020-05, when it began", "own.yaml:2:22")
    ]


def test_an_end_without_a_beginning_is_no_fault() -> None:
    assert _faults("party", "owners: [{until: '2019'}, {since: '2020'}]\n") == []


def test_a_mark_that_means_what_it_shows_has_no_fault() -> None:
    assert _faults("party", MARK) == []


def test_a_pattern_outside_the_subset_is_refused_and_not_tried() -> None:
    assert _mark_faults("AC-\\d{3}", "AC-.*") == [("'.' at character 4 is not allowed in a model pattern", 3, 5)]


def test_a_model_that_the_pattern_does_not_match_is_refused_where_it_stands() -> None:
    assert _mark_faults("[AC-123]", "[AC-123, AC-12, BC-123]") == [
        ("the pattern does not match 'AC-12'", 5, 23),
        ("the pattern does not match 'BC-123'", 5, 30),
    ]


def test_a_model_that_begins_with_no_start_is_refused_where_it_stands() -> None:
    assert _mark_faults("[AC-]", "[AC-9, AX]") == [("'AC-123' begins with none of the starts ['AC-9', 'AX']", 5, 15)]


def test_one_start_is_enough() -> None:
    assert _mark_faults("[AC-]", "[AX, AC-]") == []


def test_a_model_that_it_must_not_match_is_refused_where_it_stands() -> None:
    assert _mark_faults("[AC-12]", "[AC-12, AC-987]") == [
        ("the pattern matches 'AC-987', which it must not", 6, 22),
    ]


@pytest.mark.parametrize(
    ("old", "new", "todo"),
    [
        ("AC-\\d{3}", "AC-.*", "Write {1,4} in place of + or *, and \\. for a dot."),
        ("[AC-123]", "[AC-12]", "Make the pattern wider; or take the model out of `matches`"),
        ("[AC-12]", "[AC-987]", "Make the pattern narrower; or take the model out of `rejects`"),
        ("[AC-]", "[AX]", "Add to `starts` the signs that it begins with"),
    ],
)
def test_what_is_wrong_in_a_mark_comes_with_what_to_do(old: str, new: str, todo: str) -> None:
    assert old in MARK
    [fault] = _faults("party", MARK.replace(old, new))
    assert todo in (fault.help or "")


def test_a_model_may_be_rejected_by_its_start_alone() -> None:
    wide = MARK.replace("AC-\\d{3}", "'[A-Z]C-\\d{3}'").replace("[AC-12]", "[BC-123]")
    assert _faults("party", wide) == []
    assert len(_faults("party", wide.replace("[AC-]", "[AC-, BC-]"))) == 1


def test_a_mark_that_counts_only_beside_a_name_may_match_what_it_rejects() -> None:
    assert _mark_faults("rejects: [AC-12]", "rejects: [AC-123]\n    needs_name: true") == []


def test_case_does_not_matter_in_a_model() -> None:
    assert _mark_faults("[AC-123]", "[ac-123]") == []
    assert _mark_faults("[AC-12]", "[ac-123]") == [("the pattern matches 'ac-123', which it must not", 6, 15)]


def test_every_mark_is_looked_at() -> None:
    second = MARK.replace("marks:\n", "").replace("[AC-123]", "[AC-1]")
    assert [fault.spot.line for fault in _faults("party", MARK + second)] == [10]


def test_marks_are_looked_at_in_parties_alone() -> None:
    assert _faults("rule", MARK.replace("AC-\\d{3}", "AC-.*")) == []
