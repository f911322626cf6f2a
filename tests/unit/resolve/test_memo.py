"""Memos: answers are asked once, kept within a bound, and never wrong."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.resolve.memo import MAX_ANSWERS, Budget, Memo


def test_a_text_is_asked_once() -> None:
    asked: list[str] = []

    def ask(text: str) -> int:
        asked.append(text)
        return len(text)

    memo = Memo(ask, Budget())
    assert [memo["ab"], memo["ab"], memo["c"], memo["ab"]] == [2, 2, 1, 2]
    assert asked == ["ab", "c"]


def test_a_memo_forgets_all_when_the_budget_is_spent() -> None:
    budget = Budget(2)
    memo = Memo(str.upper, budget)
    assert [memo["a"], memo["b"]] == ["A", "B"]
    assert (set(memo), budget.left) == ({"a", "b"}, 0)
    assert memo["c"] == "C"
    assert (set(memo), budget.left) == ({"c"}, 1)
    assert memo["a"] == "A"


def test_a_memo_keeps_nothing_when_others_hold_the_whole_budget() -> None:
    budget = Budget(1)
    first, second = Memo(str.upper, budget), Memo(str.lower, budget)
    assert first["a"] == "A"
    assert [second["B"], second["B"]] == ["b", "b"]
    assert (len(first), len(second), budget.left) == (1, 0, 0)


def test_without_a_budget_every_answer_is_asked_anew() -> None:
    memo = Memo(str.upper, Budget(0))
    assert [memo["a"], memo["a"]] == ["A", "A"]
    assert len(memo) == 0


def test_the_budget_of_a_run_is_bounded() -> None:
    assert Budget().left == MAX_ANSWERS


@given(
    st.integers(min_value=0, max_value=5),
    st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["aB", "Cd", "e", "F", "gH", "Ij"])), max_size=60),
)
@settings(max_examples=150, deadline=None)
def test_memos_together_keep_no_more_than_the_budget_and_answer_right(
    answers: int, questions: Sequence[tuple[int, str]]
) -> None:
    budget = Budget(answers)
    asks = (str.upper, str.lower, str.swapcase)
    memos = [Memo(ask, budget) for ask in asks]
    for number, text in questions:
        assert memos[number][text] == asks[number](text)
        assert sum(map(len, memos)) + budget.left == answers
        assert budget.left >= 0
