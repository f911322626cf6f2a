"""The loader of waivers: what a file may say, and each thing that may be wrong with it, at its place."""

import hashlib
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from vendorcheck.model.errors import Fault, VendorcheckError, WaiversError
from vendorcheck.model.finding import OUTCOMES
from vendorcheck.model.rule import SEVERITIES
from vendorcheck.model.waiver import (
    MAX_WAIVER_DAYS,
    WAIVER_REASONS,
    LegalException,
    NamePair,
    Recorded,
    Waiver,
    WaiverFile,
    WaiverScope,
)
from vendorcheck.rulebook import Nameable, load_waivers, schema_text

TODAY = date(2026, 11, 21)
KNOWN = Nameable(
    ("no-acme", "no-acme-parts"),
    ("acme", "acme-holding"),
    {"debarred": ("debarred:17", "debarred:0a1b2c3d4e5f")},
)

WAIVER = """\
waivers:
  - id: fp-1
    rule: all
    scope:
      name_pair:
        name: Acme Bakery
        party: acme
    reason: false_positive
    statement: A bakery in Leeds.
    owner: A. Buyer
    approved_by: C. Officer
    created: 2026-11-02
    expires: 2027-04-30
"""
SECOND = WAIVER.partition("\n")[2].replace("fp-1", "fp-2").replace("Acme Bakery", "Acme Mills")

#: A waiver of findings.
OTHER = """\
waivers:
  - id: w-1
    rule: no-acme
    scope:
      vendor: Harbor
    reason: mitigated
    statement: Behind a firewall.
    owner: A. Buyer
    approved_by: C. Officer
    created: 2026-11-02
    expires: 2027-04-30
    recorded: {rule: 0123456789ab, outcome: unknown, severity: high}
"""

Load = Callable[[str], WaiverFile]


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Loads a text as a file of waivers that is called w.yaml."""
    monkeypatch.chdir(tmp_path)

    def load(text: str) -> WaiverFile:
        Path("w.yaml").write_text(text, encoding="utf-8")
        return load_waivers(Path("w.yaml"), KNOWN, TODAY)

    return load


@pytest.fixture
def faults(load: Load) -> Callable[[str], tuple[Fault, ...]]:
    """The faults of a text as a file of waivers."""

    def faults(text: str) -> tuple[Fault, ...]:
        with pytest.raises(WaiversError) as caught:
            load(text)
        return caught.value.faults

    return faults


def test_a_file_is_loaded_with_its_digest(load: Load) -> None:
    digest = hashlib.sha256((WAIVER + SECOND).encode()).hexdigest()
    file = load(WAIVER + SECOND)
    assert (file.name, file.digest, [waiver.id for waiver in file.waivers]) == ("w.yaml", digest, ["fp-1", "fp-2"])
    assert file.waivers[0] == Waiver(
        id="fp-1",
        rule="all",
        scope=WaiverScope(pair=NamePair("Acme Bakery", "acme")),
        reason="false_positive",
        statement="A bakery in Leeds.",
        owner="A. Buyer",
        approved_by="C. Officer",
        created=date(2026, 11, 2),
        expires=date(2027, 4, 30),
    )
    assert {name: spot.line for name, spot in file.spots.items()} == {"fp-1": 2, "fp-2": 14}


def test_a_waiver_of_findings_is_loaded_with_what_it_was_signed_for(load: Load) -> None:
    text = (
        OTHER.replace("mitigated", "legal_exception") + "    exception: {citation: Act 1 s. 4, authority: The agency}\n"
    )
    assert load(text).waivers[0] == Waiver(
        id="w-1",
        rule="no-acme",
        scope=WaiverScope(vendor="Harbor"),
        reason="legal_exception",
        statement="Behind a firewall.",
        owner="A. Buyer",
        approved_by="C. Officer",
        created=date(2026, 11, 2),
        expires=date(2027, 4, 30),
        exception=LegalException("Act 1 s. 4", "The agency"),
        recorded=Recorded("0123456789ab", "unknown", "high"),
    )


@pytest.mark.parametrize(
    ("scope", "loaded"),
    [
        ("vendor: Harbor, part: A-1", WaiverScope(vendor="Harbor", part="A-1")),
        ("part: '17'", WaiverScope(part="17")),
        ("fingerprint: f00df00df00d", WaiverScope(fingerprint="f00df00df00d")),
        (f"fingerprint: {'f00d' * 16}, vendor: Harbor", WaiverScope(vendor="Harbor", fingerprint="f00d" * 16)),
        ("all: true", WaiverScope(everything=True)),
    ],
)
def test_every_scope_is_loaded(load: Load, scope: str, loaded: WaiverScope) -> None:
    text = OTHER.replace("scope:\n      vendor: Harbor", f"scope: {{{scope}}}")
    assert load(text).waivers[0].scope == loaded


def test_how_long_a_waiver_may_hold_can_be_set(load: Load) -> None:
    load(WAIVER)
    with pytest.raises(WaiversError, match="2027-04-30 is more than 90 days after 2026-11-02"):
        load_waivers(Path("w.yaml"), KNOWN, TODAY, 90)


def test_a_file_may_hold_no_waiver(load: Load) -> None:
    assert load("waivers: []\n").waivers == ()


def test_a_waiver_that_has_expired_is_no_fault(load: Load) -> None:
    text = WAIVER.replace("2026-11-02", "2026-01-02").replace("2027-04-30", "2026-02-01")
    assert load(text).waivers[0].expired(TODAY)


@pytest.mark.parametrize(
    "party", ["acme-holding", "debarred:17", "debarred:0a1b2c3d4e5f", "another-list:17"], ids=lambda party: party
)
def test_a_party_or_the_entry_of_a_list_may_be_named(load: Load, party: str) -> None:
    assert load(WAIVER.replace("party: acme", f"party: {party}")).waivers[0].scope.pair == NamePair(
        "Acme Bakery", party
    )


WRONG = {
    "an unknown key": (
        "    expires:",
        "    expries:",
        ["2:5 'expires' is missing", "13:5 'expries' is not known here Did you mean 'expires'?"],
    ),
    "an unknown key of the scope": (
        "      name_pair:",
        "      name_pairs:",
        ["5:7 'name_pairs' is not known here Did you mean 'name_pair'?"],
    ),
    "an unknown key of the pair": (
        "        party: acme",
        "        partie: acme",
        ["5:7 'party' is missing", "7:9 'partie' is not known here Did you mean 'party'?"],
    ),
    "an unknown key of the file": ("waivers:", "version: 1\nwaivers:", ["1:1 'version' is not known here Known:"]),
    "another reason": ("false_positive", "mitigated", ["8:5 a name pair says that a name is not a party's"]),
    "no reason": (
        "false_positive",
        "false_postive",
        ["8:5 'false_postive' is not one of the values allowed Did you m"],
    ),
    "a scope beside a pair": (
        "        party: acme\n",
        "        party: acme\n      vendor: Acme\n",
        ["5:7 'name_pair' stands alone in a scope, not beside 'vendor' Keep one of them."],
    ),
    "a rule": ("rule: all", "rule: no-acme", ["3:5 a name pair clears a name for every rule Write `rule: all`."]),
    "something recorded": (
        "    expires: 2027-04-30\n",
        "    expires: 2027-04-30\n    recorded: {rule: 0123456789ab, outcome: yes, severity: high}\n",
        ["14:5 nothing is recorded of a name pair"],
    ),
    "an exception": (
        "    expires: 2027-04-30\n",
        "    expires: 2027-04-30\n    exception: {citation: Act 1, authority: They}\n",
        ["14:5 an exception goes with the reason legal_exception, not with false_positive"],
    ),
    "no reason yet": (
        "reason: false_positive",
        "reason: ''",
        ["8:5 'reason' is empty One of: false_positive, alternative_unavailable,"],
    ),
    "no statement": (
        "statement: A bakery in Leeds.",
        "statement: ' '",
        ["9:5 'statement' is empty A text that is not blank."],
    ),
    "nobody": ("owner: A. Buyer", "owner:", ["10:5 None is not of type string"]),
    "a number": ("name: Acme Bakery", "name: 12", ["6:9 12 is not of type string Put it in quotes."]),
    "a list": ("name: Acme Bakery", "name: [Acme]", ["6:9 ['Acme'] is not of type string"]),
    "a month": ("2026-11-02", "2026-11", ["12:5 '2026-11' is not written as a day is here Write year"]),
    "no such day": ("2026-11-02", "2026-11-31", ["12:5 no such date: "]),
    "other digits": ("2026-11-02", "２０２６-11-02", ["12:5 '２０２６-11-02' is not written as a day is here"]),
    "a day to come": ("2026-11-02", "2026-11-22", ["12:5 2026-11-22 is still to come: today is 2026-11-21"]),
    "an end before its beginning": (
        "2027-04-30",
        "2026-11-01",
        ["13:5 2026-11-01 is before 2026-11-02, when it was created"],
    ),
    "too long": (
        "2027-04-30",
        "2027-05-02",
        ["13:5 2027-05-02 is more than 180 days after 2026-11-02, when it was created It may hold through 2027-05-01."],
    ),
    "for ever": ("2027-04-30", "9999-12-31", ["13:5 9999-12-31 is more than 180 days after"]),
    "its own approver": ("C. Officer", "a.  BUYER", ["11:5 whoever owns a waiver cannot approve it"]),
    "an unknown party": ("party: acme", "party: acmee", ["7:9 no party is called 'acmee' Did you mean 'acme'?"]),
    "an unknown entry": (
        "party: acme",
        "party: debarred:71",
        ["7:9 the list 'debarred' has no entry 'debarred:71' Did you mean 'debarred:17'?"],
    ),
    "lost characters": ("Acme Bakery", "Acm\ufffd Bakery", ["6:9 a name with characters that could not be read may"]),
}


@pytest.mark.parametrize(("old", "new", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_at_its_place(
    faults: Callable[[str], tuple[Fault, ...]], old: str, new: str, said: list[str]
) -> None:
    assert WAIVER.count(old) == 1
    found = faults(WAIVER.replace(old, new))
    texts = [f"{each.spot.line}:{each.spot.column} {each.message} {each.help or ''}" for each in found]
    assert len(texts) == len(said)
    assert [text for text, start in zip(texts, said, strict=True) if not text.startswith(start)] == []


WRONG_OF_FINDINGS = {
    "all rules": ("rule: no-acme", "rule: all", ["3:5 only a name pair is for all rules Name the rule"]),
    "an unknown rule": (
        "rule: no-acme",
        "rule: no-acmee",
        ["3:5 no rule is called 'no-acmee' Did you mean 'no-acme'?"],
    ),
    "no scope": ("scope:\n      vendor: Harbor", "scope: {}", ["4:5 {} should be non-empty"]),
    "an empty vendor": ("vendor: Harbor", "vendor: ' '", ["5:7 'vendor' is empty A text"]),
    "all that is not said": ("vendor: Harbor", "all: false", ["5:7 True was expected"]),
    "all beside a vendor": (
        "vendor: Harbor",
        "vendor: Harbor\n      all: true",
        ["6:7 'all' stands alone in a scope, not beside 'vendor'"],
    ),
    "all beside a pair": (
        "vendor: Harbor",
        "name_pair: {name: Acme, party: acme}\n      all: true",
        ["3:5 a name pair clears", "5:7 'name_pair' stands alone", "7:5 a name pair says", "13:5 nothing is recorded"],
    ),
    "a short fingerprint": (
        "vendor: Harbor",
        "fingerprint: f00df00df00",
        ["5:7 'f00df00df00' is not written as a digest is here The first twelve"],
    ),
    "lost characters": ("vendor: Harbor", "part: A\ufffd1", ["5:7 a name with characters that could not be read"]),
    "nothing recorded": (
        "    recorded: {rule: 0123456789ab, outcome: unknown, severity: high}\n",
        "",
        ["2:5 'recorded' is missing: what it was signed for Copy it from the report"],
    ),
    "half of it": (
        "{rule: 0123456789ab, outcome: unknown, severity: high}",
        "{rule: 0123456789ab, outcom: unknown}",
        ["12:5 'outcome', 'severity' is missing", "12:36 'outcom' is not known here Did you mean 'outcome'?"],
    ),
    "a digest that is a number": (
        "0123456789ab",
        "123456789012",
        ["12:16 123456789012 is not of type string Put it in"],
    ),
    "another outcome": ("outcome: unknown", "outcome: no", ["12:36 'no' is not one of the values allowed"]),
    "another severity": ("severity: high", "severity: urgent", ["12:54 'urgent' is not one of the values allowed"]),
    "no exception": ("mitigated", "legal_exception", ["6:5 a legal_exception needs 'exception' Say where it stands"]),
    "an exception for another reason": (
        "    recorded:",
        "    exception: {citation: Act 1, authority: They}\n    recorded:",
        ["12:5 an exception goes with the reason legal_exception, not with mitigated"],
    ),
    "half an exception": (
        "    recorded:",
        "    exception: {citation: Act 1}\n    recorded:",
        ["12:5 'authority' is missing", "12:5 an exception goes with the reason"],
    ),
}


@pytest.mark.parametrize(("old", "new", "said"), WRONG_OF_FINDINGS.values(), ids=WRONG_OF_FINDINGS)
def test_what_is_wrong_in_a_waiver_of_findings_is_said_at_its_place(
    faults: Callable[[str], tuple[Fault, ...]], old: str, new: str, said: list[str]
) -> None:
    assert OTHER.count(old) == 1
    found = faults(OTHER.replace(old, new))
    texts = [f"{each.spot.line}:{each.spot.column} {each.message} {each.help or ''}" for each in found]
    assert len(texts) == len(said)
    assert [text for text, start in zip(texts, said, strict=True) if not text.startswith(start)] == []


@pytest.mark.parametrize("key", ["id", "rule", "scope", "reason", "statement", "owner", "approved_by", "created"])
def test_every_key_is_required(faults: Callable[[str], tuple[Fault, ...]], key: str) -> None:
    text = "".join(line for line in WAIVER.splitlines(keepends=True) if line.strip(" -").partition(":")[0] != key)
    text = text.replace("    rule: all", "  - rule: all") if key == "id" else text
    text = (
        text.replace("      name_pair:\n        name: Acme Bakery\n        party: acme\n", "")
        if key == "scope"
        else text
    )
    assert [fault.message for fault in faults(text)] == [f"{key!r} is missing"]


def test_all_faults_are_said_at_once(faults: Callable[[str], tuple[Fault, ...]]) -> None:
    text = WAIVER.replace("party: acme", "party: nobody").replace("C. Officer", "A. Buyer") + SECOND.replace(
        "2027-04-30", "2028-04-30"
    )
    assert [fault.spot.line for fault in faults(text)] == [7, 11, 25]
    assert [fault.spot.line for fault in faults(text.replace("statement:", "statment:", 1))] == [2, 7, 9, 11, 25]


def test_two_waivers_of_one_name_are_refused(faults: Callable[[str], tuple[Fault, ...]]) -> None:
    [fault] = faults(WAIVER + SECOND.replace("fp-2", "fp-1"))
    assert (fault.message, fault.spot.line) == ("two waivers are called 'fp-1'; the other is on line 2", 14)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "waivers: [\n",
        "- a\n",
        "waivers:\n\t- a\n",
        "waivers: &a []\nx: *a\n",
        "\0",
        "waivers: [a, 1, [], {scope: []}]\n",
    ],
)
def test_what_is_no_such_file_is_refused(faults: Callable[[str], tuple[Fault, ...]], text: str) -> None:
    assert faults(text)


@pytest.mark.parametrize("path", ["gone.yaml", "."])
def test_what_cannot_be_read_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(VendorcheckError, match="cannot be read") as caught:
        load_waivers(tmp_path / path, KNOWN, TODAY)
    assert (caught.value.code, caught.value.exit_code) == ("waivers_invalid", 2)
    assert (
        caught.value.help
        == "Name a file that can be read, where it is named: after -w, in the config or in the policy."
    )


def test_the_schema_says_what_the_loader_holds_to() -> None:
    schema = schema_text("waivers")
    assert f"at most {MAX_WAIVER_DAYS} days after it was created" in schema
    definitions = json.loads(schema)["$defs"]
    assert tuple(definitions["waiver"]["properties"]["reason"]["enum"]) == WAIVER_REASONS
    recorded = definitions["recorded"]["properties"]
    assert (set(recorded["outcome"]["enum"]), tuple(recorded["severity"]["enum"])) == (set(OUTCOMES), SEVERITIES)
