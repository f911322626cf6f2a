"""Policies in files and configs: made into the model, written back, held against the rulebook, pinned."""

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.model.errors import ConfigError, PolicyError, VendorcheckError
from vendorcheck.model.policy import NamedFile, Policy, Raised, RulebookPin, TagThreshold
from vendorcheck.model.rule import SEVERITIES
from vendorcheck.rulebook import load_rulebook
from vendorcheck.rulebook.config import (
    build_policy,
    checked_policies,
    load_config,
    names_a_file,
    policy_data,
    policy_file,
    raised_rules,
)

FULL = """\
id: harbour
title: The harbour
fail_on: medium
also_fail: [{tag: human-rights, at: low}]
min_confidence: strong
select: [procurement, human-rights]
ignore: [us-889-a]
severities: {us-entity-list: high}
fail_provisional: true
allow_unscreened: true
strict: true
profiles: [us-federal]
rulebook: {version: "0.1"}
hard_age_days: 100
max_waiver_days: 30
waivers: {file: w.yaml, sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}
baseline: none
notes: [Approved by the board.]
"""


def _file(tmp_path: Path, text: str) -> str:
    path = tmp_path / "policy.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def _checked(name: str) -> Policy:
    (policy,) = checked_policies((policy_file(name).text,), load_rulebook())
    return policy


def test_a_policy_with_every_key(tmp_path: Path) -> None:
    assert _checked(_file(tmp_path, FULL)) == Policy(
        id="harbour",
        fail_on="medium",
        also_fail=(TagThreshold("human-rights", "low"),),
        min_confidence="strong",
        select=("procurement", "human-rights"),
        ignore=("us-889-a",),
        severities=(Raised("us-entity-list", "high"),),
        fail_provisional=True,
        allow_unscreened=True,
        strict=True,
        profiles=("us-federal",),
        rulebook=RulebookPin("0.1", None),
        warn_age_days=50,
        hard_age_days=100,
        max_waiver_days=30,
        waivers=NamedFile(tmp_path / "w.yaml", "a" * 64),
        baseline="none",
    )


def test_a_policy_that_says_nothing_is_the_default() -> None:
    assert build_policy({"id": "plain", "title": "Plain"}) == Policy(id="plain")


_NAMES = st.lists(st.sampled_from(["us-889-a", "human-rights", "procurement"]), unique=True).map(tuple)
_FILES = st.sampled_from(["any", "none"]) | st.builds(
    NamedFile, st.just(Path("gate/w.yaml")), st.none() | st.just("b" * 64)
)


@given(
    st.builds(
        Policy,
        id=st.just("harbour"),
        fail_on=st.sampled_from(SEVERITIES),
        select=_NAMES,
        ignore=_NAMES,
        strict=st.booleans(),
        fail_provisional=st.booleans(),
        severities=st.just(()) | st.just((Raised("us-889-a", "critical"),)),
        rulebook=st.none() | st.builds(RulebookPin, st.just("1"), st.none() | st.just("c" * 64)),
        waivers=_FILES,
        baseline=_FILES,
        profiles=_NAMES,
        also_fail=st.just((TagThreshold("human-rights", "low"),)) | st.just(()),
        min_confidence=st.sampled_from(["possible", "strong", "confirmed"]),
        allow_unscreened=st.booleans(),
        warn_age_days=st.just(10),
        hard_age_days=st.integers(20, 365),
        max_waiver_days=st.integers(1, 180),
        remarks=st.just(()),
    )
)
def test_a_policy_that_is_shown_can_be_read_again(policy: Policy) -> None:
    assert build_policy(policy_data(policy)) == policy


@pytest.mark.parametrize(
    ("old", "new", "where", "said"),
    [
        ("fail_on: medium", "fail_on: hgh", "3:1", "'hgh' is not one of the values allowed"),
        ("strict: true", "stict: true", "11:1", "'stict' is not known here"),
        ("hard_age_days: 100", "hard_age_days: 366", "14:1", "366 is greater than the maximum of 365"),
        ("hard_age_days: 100", "warn_age_days: 183", "14:1", "183 is greater than the maximum of 182"),
        ("max_waiver_days: 30", "max_waiver_days: 181", "15:1", "181 is greater than the maximum of 180"),
        ("w.yaml, sha256: a", "w.yaml, sha256: A", "16:25", "is not written as a SHA-256 is here"),
        ("{file: w.yaml,", "{fle: w.yaml,", "16:11", "'fle' is not known here"),
        ("high}", "hgh}", "8:14", "'hgh' is not one of the values allowed"),
        ("[us-889-a]", "[us-889-z]", "7:10", "no rule or tag is called 'us-889-z'"),
        ("[procurement, human-", "[procurement, humna-", "6:23", "no rule or tag is called 'humna-rights'"),
        ("{us-entity-list: high", "{us-entity-lst: high", "8:14", "no rule or tag is called 'us-entity-lst'"),
        ("{us-entity-list: high", "{us-entity-list: low", "8:14", "low is lower than medium, the severity of us-ent"),
        ("tag: human-rights", "tag: human-right", "4:14", "no tag is called 'human-right'"),
        ("[us-federal]", "[us-fedral]", "12:12", "no profile is called 'us-fedral'"),
        ("hard_age_days: 100", "hard_age_days: 90\nwarn_age_days: 90", "15:1", "a warning comes before 90 days"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(tmp_path: Path, old: str, new: str, where: str, said: str) -> None:
    assert FULL.count(old) == 1
    name = _file(tmp_path, FULL.replace(old, new))
    with pytest.raises(PolicyError) as caught:
        _checked(name)
    found = {f"{fault.spot.line}:{fault.spot.column}": fault.message for fault in caught.value.faults}
    assert said in found[where]


def test_every_fault_is_said_at_once(tmp_path: Path) -> None:
    text = FULL.replace("[us-federal]", "[us-fedral]").replace("[us-889-a]", "[us-889-z]")
    with pytest.raises(PolicyError) as caught:
        _checked(_file(tmp_path, text))
    assert [fault.spot.line for fault in caught.value.faults] == [12, 7]
    assert caught.value.faults[0].help == "Did you mean 'us-federal'?"


def test_a_config_may_not_give_a_policy_of_the_rulebook_another_meaning(tmp_path: Path) -> None:
    (tmp_path / "vendorcheck.yaml").write_text("policies:\n  human-rights: {fail_on: critical}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        checked_policies(load_config(tmp_path / "vendorcheck.yaml").policies, load_rulebook())
    assert (caught.value.faults[0].spot.line, caught.value.faults[0].message) == (
        2,
        "'human-rights' is a policy of the rulebook",
    )


@pytest.mark.parametrize(
    ("name", "is_file"),
    [("human-rights", False), ("policy.yaml", True), ("./policy", True), ("p@sha256:00", True), ("Harbour", True)],
)
def test_a_policy_is_named_by_its_id_or_its_file(name: str, is_file: bool) -> None:  # noqa: FBT001 (the expected)
    assert names_a_file(name) is is_file


def test_a_pinned_policy_is_the_one_of_that_digest(tmp_path: Path) -> None:
    name = _file(tmp_path, FULL)
    digest = sha256(FULL.encode()).hexdigest()
    found = policy_file(f"{name}@sha256:{digest}")
    assert (found.pinned, found.record.digest, policy_file(name).pinned) == (True, digest, False)


def test_a_policy_of_another_digest_is_refused_before_it_is_read(tmp_path: Path) -> None:
    name = _file(tmp_path, "not: [yaml")
    with pytest.raises(VendorcheckError) as caught:
        policy_file(f"{name}@sha256:{'0' * 64}")
    assert (caught.value.code, caught.value.exit_code) == ("policy_invalid", 2)
    assert caught.value.help is not None
    assert sha256(b"not: [yaml").hexdigest() in caught.value.help
    assert "0" * 64 in caught.value.help


@pytest.mark.parametrize("pin", ["", "abc", "A" * 64, "0" * 63, "0" * 65])
def test_what_is_no_digest_is_refused(tmp_path: Path, pin: str) -> None:
    name = _file(tmp_path, FULL)
    with pytest.raises(VendorcheckError, match="which is no SHA-256") as caught:
        policy_file(f"{name}@sha256:{pin}")
    assert caught.value.code == "usage"


def test_a_policy_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(VendorcheckError, match="cannot be read: No such file") as caught:
        policy_file(str(tmp_path / "none.yaml"))
    assert caught.value.code == "policy_invalid"
    assert (caught.value.help or "").startswith("Name a file that can be read, or a policy by its id")


def test_of_several_severities_the_highest_holds() -> None:
    rules = load_rulebook().rules
    raised = raised_rules((Raised("us-entity-list", "critical"), Raised("us-entity-list", "high")), rules)
    assert raised == {"us-entity-list": "critical"}
