"""Tables from hashes to numbers, searched where they lie."""

import random
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.resolve.index.hashes import HashArrays, HashSet, HashTable, entry, hash_arrays, hash_of, set_array

NUMBERS = st.integers(0, 2**32 - 1)


def arrays(entries: list[tuple[int, int]]) -> HashArrays:
    return hash_arrays(entry(hashed, value) for hashed, value in entries)


def table(entries: list[tuple[int, int]]) -> HashTable:
    return HashTable(*(memoryview(numbers.tobytes()).cast("I") for numbers in arrays(entries)))


@given(st.lists(st.tuples(NUMBERS | st.sampled_from([0, 1, 2**31, 2**32 - 1]), NUMBERS), max_size=60), NUMBERS)
def test_a_table_finds_what_a_dictionary_would(entries: list[tuple[int, int]], other: int) -> None:
    found = table(entries)
    for hashed in {*(hashed for hashed, _ in entries), other, 0, 2**32 - 1}:
        assert list(found.find((hashed,))) == sorted({value for key, value in entries if key == hashed})


def test_an_empty_table_finds_nothing() -> None:
    assert list(table([]).find((7,))) == []


def test_hashes_are_the_same_in_every_process() -> None:
    assert hash_of(b"123456789") == 0xCBF43926  # the value by which CRC-32 is checked everywhere


@pytest.mark.parametrize("order", [1, -1])
def test_arrays_do_not_depend_on_order_or_repetition(order: int) -> None:
    entries = [(hash_of(bytes([at])), at) for at in range(50)]
    assert arrays(entries[::order] * 2) == arrays(entries)
    assert all(isinstance(numbers, array) and numbers.typecode == "I" for numbers in arrays(entries))


@given(st.sets(NUMBERS | st.sampled_from([0, 1, 2**31, 2**32 - 1]), max_size=60))
def test_a_set_holds_every_member(members: set[int]) -> None:
    held = HashSet(memoryview(set_array(members)))
    assert all(member in held for member in members)


def test_a_set_holds_few_others() -> None:
    draw = random.Random(5)  # noqa: S311 - no secret
    members, others = ([draw.getrandbits(32) for _ in range(1_000)] for _ in range(2))
    held = HashSet(memoryview(set_array(members)))
    assert sum(other in held for other in others) < len(others) // 4
    assert not any(other in HashSet(memoryview(set_array(()))) for other in others)
