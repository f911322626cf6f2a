"""Three-valued truth: the tables of all_of, any_of and negate."""

import pytest

from vendorcheck.model.truth import NO, UNKNOWN, YES, Truth, all_of, any_of, negate


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (NO, NO, NO, NO),
        (NO, UNKNOWN, NO, UNKNOWN),
        (NO, YES, NO, YES),
        (UNKNOWN, NO, NO, UNKNOWN),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        (UNKNOWN, YES, UNKNOWN, YES),
        (YES, NO, NO, YES),
        (YES, UNKNOWN, UNKNOWN, YES),
        (YES, YES, YES, YES),
    ],
)
def test_two_truths_together(left: Truth, right: Truth, both: Truth, either: Truth) -> None:
    assert all_of([left, right]) is both
    assert any_of([left, right]) is either


@pytest.mark.parametrize(("truth", "opposite"), [(NO, YES), (UNKNOWN, UNKNOWN), (YES, NO)])
def test_the_opposite(truth: Truth, opposite: Truth) -> None:
    assert negate(truth) is opposite


@pytest.mark.parametrize("truth", Truth)
def test_one_truth_alone_is_itself(truth: Truth) -> None:
    assert all_of([truth]) is truth
    assert any_of([truth]) is truth


def test_of_nothing_all_hold_and_none_does() -> None:
    assert all_of(()) is YES
    assert any_of(()) is NO


def test_any_iterable_will_do() -> None:
    assert all_of(truth for truth in (YES, UNKNOWN)) is UNKNOWN
    assert any_of(truth for truth in (NO, UNKNOWN)) is UNKNOWN


@pytest.mark.parametrize("left", Truth)
@pytest.mark.parametrize("right", Truth)
def test_not_both_is_one_of_the_opposites(left: Truth, right: Truth) -> None:
    assert negate(all_of([left, right])) is any_of([negate(left), negate(right)])
