"""Sightings: which says more, and what a doubt does to one."""

from vendorcheck.model.hit import BASES, CONFIDENCES, Sighting

SEEN = Sighting("acme", "listed_name", "self", "confirmed", found="ACME LTD", listed="Acme Limited", agreed=("acme",))


def test_the_confidence_weighs_before_the_basis() -> None:
    sure = SEEN._replace(confidence="confirmed", basis="list_entry")
    less_sure = SEEN._replace(confidence="strong", basis="identifier")
    assert sure.weight > less_sure.weight


def test_with_equal_confidence_the_basis_named_first_weighs_more() -> None:
    by_weight = sorted((SEEN._replace(basis=basis) for basis in BASES), key=lambda seen: seen.weight, reverse=True)
    assert tuple(seen.basis for seen in by_weight) == BASES


def test_with_equal_basis_the_confidence_decides() -> None:
    by_weight = sorted((SEEN._replace(confidence=name) for name in CONFIDENCES), key=lambda seen: seen.weight)
    assert tuple(seen.confidence for seen in by_weight) == ("possible", "strong", "confirmed")


def test_a_doubt_makes_it_only_possible_and_is_kept() -> None:
    doubted = SEEN.doubted("another country").doubted("another trade")
    assert doubted == SEEN._replace(confidence="possible", against=("another country", "another trade"))


def test_a_doubt_leaves_the_sighting_itself_as_it_was() -> None:
    SEEN.doubted("another country")
    assert (SEEN.confidence, SEEN.against) == ("confirmed", ())
