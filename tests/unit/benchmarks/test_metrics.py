import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from names.metrics import at_cut, best_cut, count, cut_for_share, figure


def test_precision_recall_and_f1() -> None:
    counts = count([True, True, True, False, False], [True, True, False, True, False])
    assert counts == (2, 1, 1)
    assert counts.precision == pytest.approx(2 / 3)
    assert counts.recall == pytest.approx(2 / 3)
    assert counts.f1 == pytest.approx(2 / 3)


def test_a_system_that_never_says_yes_has_no_precision() -> None:
    counts = count([False], [True])
    assert math.isnan(counts.precision)
    assert figure(counts.precision) == "–"
    assert counts.f1 == 0


def test_the_best_cut_is_the_one_of_the_highest_f1() -> None:
    scores, same = [0.9, 0.8, 0.7, 0.6], [True, True, False, False]
    assert best_cut(scores, same) == 0.8
    assert at_cut(scores, same, 0.8).f1 == 1


def test_saying_yes_to_everything_is_no_cut() -> None:
    assert best_cut([1.0, 0.1], [False, True]) == 1.0


@given(st.lists(st.floats(0, 3)), st.floats(0, 1))
def test_no_more_than_the_share_is_loud_at_its_cut(scores: list[float], share: float) -> None:
    cut = cut_for_share(scores, share)
    assert sum(score >= cut and score > 0 for score in scores) <= len(scores) * share


def test_the_cut_for_a_share_is_no_higher_than_it_must_be() -> None:
    scores = [0.0] * 97 + [0.2, 0.5, 0.9]
    assert 0.5 < cut_for_share(scores, 0.01) < 0.51
    assert cut_for_share(scores, 0.05) == 0.2


def test_figures_have_three_places() -> None:
    assert [figure(value) for value in (0.5, 1.0, 0.0, 0.9999)] == [".500", "1.000", ".000", "1.000"]
