"""Entries as text, and back."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.lists.store.entry_text import entry_of, entry_text
from vendorcheck.model.evidence import Standing
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import ENTRY_KINDS, Alias, AliasStrength, AliasType, ListEntry

TEXTS = st.text(st.characters(codec="utf-8"), max_size=8)
SOME = st.lists(TEXTS, max_size=3).map(tuple)
PERIODS = st.none() | st.sampled_from(["2023-02-06", "2023-02", "2023", "2022-11-24/2023-02", "2025-03-03/.."]).map(
    Period.parse
)
ENTRIES = st.builds(
    ListEntry,
    id=TEXTS,
    list=TEXTS,
    name=TEXTS,
    aliases=st.lists(
        st.builds(Alias, TEXTS, st.sampled_from(get_args(AliasType)), st.sampled_from(get_args(AliasStrength))),
        max_size=3,
    ).map(tuple),
    country=st.none() | TEXTS,
    since=PERIODS,
    reference=st.none() | TEXTS,
    standing=st.sampled_from(get_args(Standing)),
    kind=st.sampled_from(ENTRY_KINDS),
    instrument=st.none() | TEXTS,
    programmes=SOME,
    until=PERIODS,
    addresses=SOME,
    identifiers=SOME,
    url=st.none() | TEXTS,
    remarks=SOME,
)


@given(ENTRIES)
def test_an_entry_comes_back_to_the_letter(entry: ListEntry) -> None:
    back = entry_of(entry_text(entry))
    assert back == entry
    assert [type(value) for value in back] == [type(value) for value in entry]


@pytest.mark.parametrize(
    "text", ["", "[]", "3", "{}", '{"id": "a", "list": "b"}', '{"id":"a","list":"b","name":"c","since":"soon"}',
             '{"id":"a","list":"b","name":"c","later":1}', '{"id":"a","list":"b","name":"c","aliases":[3]}']
)  # fmt: skip
def test_what_is_no_entry_is_refused_in_a_known_way(text: str) -> None:
    with pytest.raises((ValueError, LookupError, TypeError)):
        entry_of(text)
