"""Errors: how a place is written, and what a broken rulebook carries."""

import pytest

from vendorcheck.model.errors import (
    Fault,
    NothingToScreenError,
    RulebookError,
    Spot,
    VendorcheckError,
    WaiversError,
)


@pytest.mark.parametrize(
    ("spot", "written"),
    [
        (Spot("own.yaml"), "own.yaml"),
        (Spot("own.yaml", 3), "own.yaml:3"),
        (Spot("own.yaml", 3, 7), "own.yaml:3:7"),
        (Spot("own.yaml", 3, 7, "id: x"), "own.yaml:3:7"),
    ],
)
def test_a_place_is_written_as_far_as_it_is_known(spot: Spot, written: str) -> None:
    assert str(spot) == written


def test_an_error_carries_its_code_sentence_place_and_help() -> None:
    error = VendorcheckError("usage", "no such option", spot=Spot("own.yaml", 1), help="See --help.")
    assert (error.code, error.message, str(error)) == ("usage", "no such option", "no such option")
    assert (error.spot, error.help) == (Spot("own.yaml", 1), "See --help.")


def test_place_and_help_may_be_missing() -> None:
    error = VendorcheckError("internal", "broken")
    assert (error.spot, error.help) == (None, None)


def test_nothing_to_screen_has_an_exit_code_of_its_own() -> None:
    assert VendorcheckError("usage", "x").exit_code == 2
    assert RulebookError((Fault("x", Spot("own.yaml")),)).exit_code == 2
    assert NothingToScreenError("bill_empty", "x").exit_code == 3


def test_a_rulebook_error_speaks_of_its_first_fault_and_counts_the_others() -> None:
    faults = (
        Fault("first", Spot("a.yaml", 1, 2), "Do this."),
        Fault("second", Spot("b.yaml", 3, 4)),
        Fault("third", Spot("c.yaml", 5, 6)),
    )
    error = RulebookError(faults)
    assert (error.code, error.message) == ("rulebook_invalid", "first (and 2 more)")
    assert (error.spot, error.help, error.faults) == (Spot("a.yaml", 1, 2), "Do this.", faults)


def test_waivers_have_a_code_of_their_own() -> None:
    error = WaiversError((Fault("first", Spot("w.yaml", 1, 2), "Do this."), Fault("second", Spot("w.yaml"))))
    assert (error.code, error.exit_code, error.message) == ("waivers_invalid", 2, "first (and 1 more)")
    assert len(error.faults) == 2


def test_a_single_fault_is_not_counted() -> None:
    assert RulebookError((Fault("only", Spot("a.yaml")),)).message == "only"
