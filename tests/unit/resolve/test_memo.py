"""Memos: answers are asked once, kept within a bound, and never wrong."""

from collections.abc import Sequence
from sys import getsizeof

from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.resolve.memo import ANSWER_BYTES, MAX_BYTES, Budget, Codes, Memo

#: What an answer to a question of one letter takes.
LETTER = getsizeof("a") + ANSWER_BYTES


def test_a_text_is_asked_once() -> None:
    asked: list[str] = []

    def ask(text: str) -> int:
        asked.append(text)
        return len(text)

    memo = Memo(ask, Budget())
    assert [memo["ab"], memo["ab"], memo["c"], memo["ab"]] == [2, 2, 1, 2]
    assert asked == ["ab", "c"]


def test_the_memo_that_holds_most_forgets_all_when_the_budget_is_spent() -> None:
    budget = Budget(3 * LETTER)
    first, second = Memo(str.upper, budget), Memo(str.lower, budget)
    assert [first["a"], first["b"], second["C"]] == ["A", "B", "c"]
    assert (set(first), set(second), budget.left) == ({"a", "b"}, {"C"}, 0)
    assert second["D"] == "d"
    assert (set(first), set(second), budget.left) == (set(), {"C", "D"}, LETTER)
    assert (first.held, second.held) == (0, 2 * LETTER)


def test_a_long_text_takes_more_than_a_short_one() -> None:
    budget = Budget(10 * LETTER)
    assert Memo(str.upper, budget)["a" * 1000] == "A" * 1000
    assert budget.left == 9 * LETTER - 999


def test_without_a_budget_one_answer_is_kept() -> None:
    memo = Memo(str.upper, Budget(0))
    assert [memo["a"], memo["b"], memo["b"]] == ["A", "B", "B"]
    assert set(memo) == {"b"}


def test_where_a_column_holds_texts_of_another_code_and_each_text_is_asked_once() -> None:
    asked: list[str] = []

    def ask(text: str) -> int:
        asked.append(text)
        return len(text)

    codes = Codes(ask, Budget(), usual=1)
    assert list(codes.odd(())) == []
    assert list(codes.odd(["a", "cc", "b", "a", "cc"])) == [1, 4]
    assert list(codes.odd(["a", "b", "a"])) == []
    assert [codes["a"], codes["b"], codes["cc"]] == [1, 1, 2]
    assert asked == ["a", "cc", "b"]


def test_codes_forget_the_usual_ones_as_well() -> None:
    budget = Budget(3 * LETTER)
    asked: list[str] = []

    def ask(text: str) -> int:
        asked.append(text)
        return len(text)

    codes = Codes(ask, budget, usual=1)
    assert [codes["a"], codes["b"], codes["c"], codes["d"]] == [1, 1, 1, 1]
    assert (codes.held, budget.left) == (LETTER, 2 * LETTER)
    assert list(codes.odd(["d", "a"])) == []
    assert asked == ["a", "b", "c", "d", "a"]


def test_the_budget_of_a_run_is_bounded() -> None:
    assert Budget().left == MAX_BYTES


@given(
    st.integers(min_value=0, max_value=5),
    st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["B", "C", "e", "F", "g", "I"])), max_size=60),
)
@settings(max_examples=150, deadline=None)
def test_memos_together_keep_no_more_than_the_budget_and_answer_right(
    letters: int, questions: Sequence[tuple[int, str]]
) -> None:
    budget = Budget(letters * LETTER)
    asks = (str.upper, str.lower, str.swapcase)
    memos = [Memo(ask, budget) for ask in asks]
    for number, text in questions:
        assert memos[number][text] == asks[number](text)
        assert sum(map(len, memos)) <= max(letters, 1)
