"""Options kept with a report, and the request that they stand for."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.model.bom import ROLES
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.policy import Policy
from vendorcheck.model.report import Option
from vendorcheck.model.rule import SEVERITIES
from vendorcheck.readers import Choices, HeadingRole
from vendorcheck.screening import Request
from vendorcheck.screening.options import NO_OPTIONS, OPTIONS, options_of, request_of

#: What of a field with parts no option says: the program decides it, or a policy on record.
INNER: dict[str, tuple[Any, set[str]]] = {
    "choices": (Choices, {"mapped_elsewhere"}),
    "policy": (
        Policy,
        set(Policy._fields) - {"fail_on", "allow_unscreened", "id", "min_confidence", "strict", "select", "ignore"},
    ),
}

ALL = Request(
    profiles=("us-federal", "us-texas"),
    purpose="public-safety",
    as_of=date(2024, 2, 29),
    choices=Choices((HeadingRole("maker", "Brand=Make"),), "Sheet 1", "\t", "utf-8", 0),
    rules=(Path("own/rules"), Path("one.yaml")),
    shipped_rules=False,
    lists=("debarred.csv", "csl"),
    store=Path("lists"),
    waivers=Path("waivers.yaml"),
    baseline=Path("old.json"),
    new_only=True,
    policy=Policy(
        fail_on="low",
        allow_unscreened=True,
        id="human-rights",
        min_confidence="strong",
        strict=True,
        select=("us-889-a", "human-rights"),
        ignore=("us-1260h",),
    ),
    all_lines=True,
    summary_only=True,
    sarif_include_waived=True,
    reference="T-1",
    prepared_by="",
    origins={"--profile": "vendorcheck.yaml"},
)

TEXT = st.text(min_size=1)


def _of(kind: Any, **parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(parts).map(lambda values: kind(**values))


MAPPINGS = st.lists(_of(HeadingRole, role=st.sampled_from(ROLES), heading=TEXT.map(str.strip).filter(bool)), max_size=3)
REQUESTS = _of(
    Request,
    profiles=st.lists(TEXT).map(tuple),
    purpose=st.none() | TEXT,
    as_of=st.none() | st.dates(),
    choices=_of(
        Choices,
        mappings=MAPPINGS.map(tuple),
        sheet=st.none() | st.text(),
        delimiter=st.none() | st.sampled_from("\t ,;|~"),
        encoding=st.none() | st.sampled_from(["utf-8", "cp1252", "gb18030"]),
        header_line=st.none() | st.integers(min_value=0),
    ),
    shipped_rules=st.booleans(),
    lists=st.lists(st.sampled_from([Path("a.csv"), Path("b/c.csv")])).map(tuple),
    policy=_of(Policy, fail_on=st.sampled_from(SEVERITIES), allow_unscreened=st.booleans()),
    all_lines=st.booleans(),
    summary_only=st.booleans(),
    reference=st.none() | st.text(),
)


def test_every_field_of_a_request_is_an_option_or_said_to_be_none() -> None:
    fields = {row.field.partition(".")[0] for row in OPTIONS}
    assert fields | NO_OPTIONS == set(Request._fields)
    assert not fields & NO_OPTIONS


@pytest.mark.parametrize("outer", INNER)
def test_every_part_of_a_field_is_an_option_or_said_to_be_none(outer: str) -> None:
    kind, none = INNER[outer]
    inner = {row.field.partition(".")[2] for row in OPTIONS if row.field.startswith(f"{outer}.")}
    assert inner | none == set(kind._fields)
    assert not inner & none


def test_what_is_left_at_the_default_is_not_kept() -> None:
    assert options_of(Request()) == ()
    assert request_of(()) == Request()


def test_options_are_kept_as_one_would_type_them_with_where_they_were_said() -> None:
    assert options_of(ALL) == (
        Option("profile", ("us-federal", "us-texas"), "vendorcheck.yaml"),
        Option("purpose", ("public-safety",), "command line"),
        Option("as-of", ("2024-02-29",), "command line"),
        Option("map", ("maker=Brand=Make",), "command line"),
        Option("sheet", ("Sheet 1",), "command line"),
        Option("delimiter", ("tab",), "command line"),
        Option("encoding", ("utf-8",), "command line"),
        Option("header-line", ("0",), "command line"),
        Option("rules", ("own/rules", "one.yaml"), "command line"),
        Option("no-shipped-rules", (), "command line"),
        Option("list", ("debarred.csv", "csl"), "command line"),
        Option("store", ("lists",), "command line"),
        Option("waivers", ("waivers.yaml",), "command line"),
        Option("baseline", ("old.json",), "command line"),
        Option("new-only", (), "command line"),
        Option("fail-on", ("low",), "command line"),
        Option("min-confidence", ("strong",), "command line"),
        Option("select", ("us-889-a", "human-rights"), "command line"),
        Option("ignore", ("us-1260h",), "command line"),
        Option("strict", (), "command line"),
        Option("policy", ("human-rights",), "command line"),
        Option("allow-unscreened", (), "command line"),
        Option("all-lines", (), "command line"),
        Option("summary-only", (), "command line"),
        Option("sarif-include-waived", (), "command line"),
        Option("reference", ("T-1",), "command line"),
        Option("prepared-by", ("",), "command line"),
    )


def test_options_give_the_request_again() -> None:
    again = request_of(options_of(ALL))
    assert again._replace(origins=ALL.origins) == ALL
    assert again.origins == {f"--{each.name}": each.origin for each in options_of(ALL)}


def test_a_default_that_somebody_gives_is_kept_since_a_policy_may_have_another() -> None:
    request = Request(origins={"--fail-on": "command line", "--strict": "command line"})
    assert options_of(request) == (Option("fail-on", ("high",), "command line"),)


@given(REQUESTS)
def test_any_options_give_their_request_again(request_: Request) -> None:
    assert request_of(options_of(request_))._replace(origins=request_.origins) == request_


@pytest.mark.parametrize(
    "option",
    [
        Option("colour", ("red",), "command line"),
        Option("as-of", ("yesterday",), "command line"),
        Option("as-of", (), "command line"),
        Option("fail-on", ("dire",), "command line"),
        Option("header-line", ("one",), "command line"),
        Option("all-lines", ("yes",), "command line"),
        Option("map", ("maker",), "command line"),
        Option("delimiter", ("ab",), "command line"),
        Option("encoding", ("klingon",), "command line"),
    ],
)
def test_an_option_that_means_nothing_is_an_error(option: Option) -> None:
    with pytest.raises(VendorcheckError) as caught:
        request_of([option])
    assert caught.value.code == "report_invalid"
    assert option.name in caught.value.message
