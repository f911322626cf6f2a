"""Lists that are one file: its day, and a second one."""

from datetime import date

import pytest

from vendorcheck.lists.one_file import list_of, only_file
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import LeftOut, ListEntry

KESTREL = ListEntry("l:1", "l", "Kestrel", since=Period.parse("2020-01-02"))
HERON = ListEntry("l:2", "l", "Heron", since=Period.parse("2021-03-04"))


def test_a_second_file_is_refused_by_name() -> None:
    one, other = SourceFile("one.csv", b""), SourceFile("other.csv", b"")
    assert only_file([one]) is one
    with pytest.raises(VendorcheckError, match=r"other\.csv: is a second file, beside one\.csv"):
        only_file([one, other])


def test_what_the_file_says_goes_before_the_newest_entry() -> None:
    said = list_of([KESTREL, HERON], 2, said=Period.parse("2026-01-01"))
    assert (said.dated, said.dated_by) == (date(2026, 1, 1), "file")
    unsaid = list_of([KESTREL, HERON], 2)
    assert (unsaid.dated, unsaid.dated_by) == (date(2021, 3, 4), "newest_entry")
    undated = list_of([KESTREL._replace(since=None)], 1)
    assert (undated.dated, undated.dated_by) == (None, None)


def test_entries_are_told_apart_and_what_is_left_out_is_in_order() -> None:
    parsed = list_of([KESTREL, HERON._replace(id="l:1")], 4, [LeftOut("f", 9, "b"), LeftOut("f", 2, "a")])
    assert len({entry.id for entry in parsed.entries}) == 2
    assert [left.line for left in parsed.left_out] == [2, 9]
