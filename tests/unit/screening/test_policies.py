"""The policy of a run: as it stands, made stricter by what is asked for beside it, never milder."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from vendorcheck.model.errors import NothingToScreenError, VendorcheckError
from vendorcheck.model.policy import Policy
from vendorcheck.model.report import WaiverTerms
from vendorcheck.model.rule import SEVERITIES, Severity
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.rulebook import load_rulebook
from vendorcheck.screening import screen
from vendorcheck.screening.policies import settled
from vendorcheck.screening.request import Request


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    """The shipped rulebook."""
    return load_rulebook()


@pytest.fixture
def policy(tmp_path: Path) -> str:
    """A file of a policy."""
    path = tmp_path / "policy.yaml"
    path.write_text("id: harbour\ntitle: The harbour\nfail_on: medium\n", encoding="utf-8")
    return str(path)


def _more(policy: str, text: str) -> str:
    with Path(policy).open("a", encoding="utf-8") as file:
        file.write(text)
    return policy


@pytest.mark.parametrize("asked", SEVERITIES)
def test_of_two_severities_the_stricter_holds(policy: str, rulebook: Rulebook, asked: Severity) -> None:
    request = Request(policy=Policy(fail_on=asked, id=policy), origins={"--fail-on": "command line"})
    holds = settled(request, rulebook).request.policy
    assert holds.fail_on == min(asked, "medium", key=SEVERITIES.index)
    is_milder = asked in ("high", "critical")
    assert bool(holds.remarks) is is_milder


def test_what_nobody_asks_for_is_the_policy_s(policy: str, rulebook: Rulebook) -> None:
    text = Path(policy).read_text(encoding="utf-8").replace("medium", "critical")
    Path(policy).write_text(text, encoding="utf-8")
    holds = settled(Request(policy=Policy(id=policy)), rulebook).request.policy
    assert (holds.fail_on, holds.remarks) == ("critical", ())


def test_the_profiles_of_a_policy_are_always_screened_for(policy: str, rulebook: Rulebook) -> None:
    _more(policy, "profiles: [us-federal]\n")
    request = Request(profiles=("us-texas", "us-federal"), policy=Policy(id=policy))
    under = settled(request, rulebook).request
    assert under.profiles == ("us-federal", "us-texas")
    assert under.origins["--profile"] == "policy harbour"


@pytest.mark.parametrize(
    ("more", "changes", "option"),
    [
        ("", {"policy": {"allow_unscreened": True}}, "--allow-unscreened"),
        ("", {"policy": {"select": ("us-889-a",)}}, "--select"),
        ("select: [us-889-b]\n", {"policy": {"select": ("us-889-a",)}}, "--select"),
        ("", {"policy": {"ignore": ("us-889-a",)}}, "--ignore"),
        ("ignore: [us-889-a]\n", {"policy": {"ignore": ("us-889-a", "fcc")}}, "--ignore"),
        ("waivers: none\n", {"waivers": Path("w.yaml")}, "--waivers"),
        ("waivers: {file: w.yaml}\n", {"waivers": Path("w.yaml")}, "--waivers"),
        ("baseline: none\n", {"baseline": Path("b.json")}, "--baseline"),
        ("rulebook: {version: '0.1'}\n", {"rules": (Path("own"),)}, "--rules"),
        ("rulebook: {version: '0.1'}\n", {"shipped_rules": False}, "--no-shipped-rules"),
    ],
)
def test_what_is_milder_is_refused(
    policy: str, rulebook: Rulebook, more: str, changes: Mapping[str, Any], option: str
) -> None:
    _more(policy, more)
    changes = {**changes, "policy": Policy(id=policy, **changes.get("policy", {}))}
    with pytest.raises(VendorcheckError) as caught:
        settled(Request(**changes, origins={option: "vendorcheck.yaml:3"}), rulebook)
    assert (caught.value.code, caught.value.exit_code) == ("usage", 2)
    assert caught.value.message.endswith(f": {option} (vendorcheck.yaml:3) is refused")


def test_what_the_policy_says_itself_may_be_asked_for(policy: str, rulebook: Rulebook) -> None:
    _more(policy, "allow_unscreened: true\nselect: [us-889-a, fcc]\nignore: [us-889-b]\n")
    asked = Policy(id=policy, allow_unscreened=True, select=("fcc", "us-889-a"), ignore=("us-889-b",), strict=True)
    holds = settled(Request(policy=asked, waivers=Path("w.yaml")), rulebook)
    assert (holds.request.policy.allow_unscreened, holds.request.policy.strict) == (True, True)
    assert holds.request.waivers == Path("w.yaml")


@pytest.mark.parametrize(
    ("pin", "said"),
    [
        ("version: '9.9'", "made for the rulebook of version 9.9, and this one has {version}"),
        (f"sha256: {'0' * 64}", f"made for the rulebook of SHA-256 {'0' * 64}, and this one has {{digest}}"),
    ],
)
def test_another_rulebook_than_the_pinned_one_is_refused(policy: str, rulebook: Rulebook, pin: str, said: str) -> None:
    _more(policy, f"rulebook: {{{pin}}}\n")
    with pytest.raises(VendorcheckError) as caught:
        settled(Request(policy=Policy(id=policy)), rulebook)
    source = rulebook.sources[0]
    assert caught.value.message.endswith(said.format(version=source.version, digest=source.digest))


def test_the_pinned_rulebook_is_taken(policy: str, rulebook: Rulebook) -> None:
    source = rulebook.sources[0]
    _more(policy, f"rulebook: {{version: '{source.version}', sha256: {source.digest}}}\n")
    assert settled(Request(policy=Policy(id=policy)), rulebook).request.policy.id == "harbour"


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_an_id_that_nobody_knows_is_an_error(rulebook: Rulebook, option: str) -> None:
    asked = Policy(**{option: ("us-889-aa",)})  # type: ignore[arg-type]  # the option is a parameter
    with pytest.raises(
        VendorcheckError, match="there is no rule or tag 'us-889-aa'; did you mean 'us-889-a'"
    ) as caught:
        settled(Request(policy=asked), rulebook)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    "asked", [Policy(select=("us-889-a",), ignore=("us-889-a",)), Policy(ignore=tuple(load_rulebook().rules))]
)
def test_filters_that_leave_no_rule_screen_nothing(rulebook: Rulebook, asked: Policy) -> None:
    with pytest.raises(NothingToScreenError, match="no rule is selected") as caught:
        settled(Request(policy=asked), rulebook)
    assert caught.value.exit_code == 3


BILL = "Maker,Part,Description\nHikvision,DS-2CD2143G2-I,Dome camera\nAxis,P3265-LVE,Dome camera\n"


@pytest.fixture
def bill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A bill of two lines, one of them by a listed maker; today is 2026-11-21."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    (tmp_path / "bom.csv").write_text(BILL, encoding="utf-8")
    return str(tmp_path / "bom.csv")


def test_a_raised_severity_is_that_of_the_finding_and_of_the_gate(bill: str, policy: str) -> None:
    plain = screen(bill, profiles=["us-federal"])
    _more(policy, "severities: {us-entity-list: critical}\n")
    raised = screen(bill, profiles=["us-federal"], policy=policy)
    (before,) = {each.severity for each in plain.findings if each.rule == "us-entity-list"}
    (after,) = {each.severity for each in raised.findings if each.rule == "us-entity-list"}
    assert (before, after) == ("medium", "critical")
    assert raised.summary.by_severity["critical"] > plain.summary.by_severity["critical"]
    assert "severity of us-entity-list raised to critical by the policy harbour" in raised.verdict.reasons
    assert {each.fingerprint for each in raised.findings} == {each.fingerprint for each in plain.findings}


def test_a_filter_changes_nothing_that_is_shown(bill: str) -> None:
    plain = screen(bill, profiles=["us-federal"])
    filtered = screen(bill, profiles=["us-federal"], ignore=["procurement", "us-889-a"], min_confidence="confirmed")
    failing = [each for each in plain.findings if each.fails_gate]
    assert failing
    assert [each for each in filtered.findings if each.fails_gate] == []
    shown = tuple(each._replace(fails_gate=False) for each in plain.findings)
    assert (filtered.lines, filtered.findings, filtered.summary) == (plain.lines, shown, plain.summary)
    assert (plain.verdict.exit_code, filtered.verdict.exit_code) == (1, 0)


@pytest.mark.parametrize(
    ("waivers", "told"),
    [("any", WaiverTerms(60)), ("none", None), ("{file: w.yaml}", WaiverTerms(60, "w.yaml"))],
)
def test_what_waivers_a_policy_takes_is_told(bill: str, policy: str, waivers: str, told: WaiverTerms | None) -> None:
    Path(policy).with_name("w.yaml").write_text("waivers: []\n", encoding="utf-8")
    _more(policy, f"waivers: {waivers}\nmax_waiver_days: 60\n")
    found = screen(bill, policy=policy).verdict.waivers
    assert (found and found._replace(file=found.file and Path(found.file).name)) == told


def test_the_file_of_the_policy_is_told(bill: str, policy: str) -> None:
    report = screen(bill, policy=policy)
    assert report.provenance.policy is not None
    assert (report.provenance.policy.name, report.verdict.policy) == (Path(policy).as_posix(), "harbour")


def test_waivers_hold_for_no_longer_than_the_policy_allows(bill: str, policy: str, tmp_path: Path) -> None:
    waivers = tmp_path / "w.yaml"
    waivers.write_text(
        "waivers:\n  - {id: fp, rule: all, scope: {name_pair: {name: Dahua Pumps, party: dahua}}, "
        "reason: false_positive, statement: Another., owner: A, approved_by: B, created: 2026-11-01, "
        "expires: 2026-12-01}\n",
        encoding="utf-8",
    )
    assert screen(bill, policy=policy, waivers=waivers).provenance.waivers is not None
    _more(policy, "max_waiver_days: 29\n")
    with pytest.raises(VendorcheckError, match="2026-12-01 is more than 29 days after 2026-11-01"):
        screen(bill, policy=policy, waivers=waivers)
