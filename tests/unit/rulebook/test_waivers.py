"""The loader of waivers: what a file may say, and each thing that may be wrong with it, at its place."""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from vendorcheck.model.errors import Fault, VendorcheckError, WaiversError
from vendorcheck.model.waiver import MAX_WAIVER_DAYS, WAIVER_REASONS, NamePair, Waiver, WaiverFile
from vendorcheck.rulebook import KnownParties, load_waivers, schema_text

TODAY = date(2026, 11, 21)
KNOWN = KnownParties(("acme", "acme-holding"), {"debarred": ("debarred:17", "debarred:0a1b2c3d4e5f")})

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
        pair=NamePair("Acme Bakery", "acme"),
        reason="false_positive",
        statement="A bakery in Leeds.",
        owner="A. Buyer",
        approved_by="C. Officer",
        created=date(2026, 11, 2),
        expires=date(2027, 4, 30),
    )


def test_a_file_may_hold_no_waiver(load: Load) -> None:
    assert load("waivers: []\n").waivers == ()


def test_a_waiver_that_has_expired_is_no_fault(load: Load) -> None:
    text = WAIVER.replace("2026-11-02", "2026-01-02").replace("2027-04-30", "2026-02-01")
    assert load(text).waivers[0].expired(TODAY)


@pytest.mark.parametrize(
    "party", ["acme-holding", "debarred:17", "debarred:0a1b2c3d4e5f", "another-list:17"], ids=lambda party: party
)
def test_a_party_or_the_entry_of_a_list_may_be_named(load: Load, party: str) -> None:
    assert load(WAIVER.replace("party: acme", f"party: {party}")).waivers[0].pair.party == party


WRONG = {
    "an unknown key": (
        "    expires:",
        "    expries:",
        ["2:5 'expires' is missing", "13:5 'expries' is not known here Did you mean 'expires'?"],
    ),
    "an unknown key of the file": ("waivers:", "version: 1\nwaivers:", ["1:1 'version' is not known here Known:"]),
    "another reason": ("false_positive", "mitigated", ["8:5 'mitigated' is not one of the values allowed Known: f"]),
    "another scope": (
        "      name_pair:\n        name: Acme Bakery\n        party: acme\n",
        "      vendor: Acme\n",
        ["4:5 'name_pair' is missing", "5:7 'vendor' is not known here Known: name_pair."],
    ),
    "a rule": ("rule: all", "rule: us-889-a", ["3:5 'us-889-a' is not one of the values allowed Known: all."]),
    "no statement": (
        "statement: A bakery in Leeds.",
        "statement: ' '",
        ["9:5 ' ' is not written as a text is here A text"],
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


@pytest.mark.parametrize("key", ["id", "rule", "scope", "reason", "statement", "owner", "approved_by", "created"])
def test_every_key_is_required(faults: Callable[[str], tuple[Fault, ...]], key: str) -> None:
    text = "".join(line for line in WAIVER.splitlines(keepends=True) if line.strip(" -").partition(":")[0] != key)
    text = text.replace("    rule: all", "  - rule: all") if key == "id" else text
    text = (
        text.replace("      name_pair:\n        name: Acme Bakery\n        party: acme\n", "")
        if key == "scope"
        else text
    )
    [fault] = faults(text)
    assert fault.message == f"{key!r} is missing"


def test_all_faults_are_said_at_once(faults: Callable[[str], tuple[Fault, ...]]) -> None:
    text = WAIVER.replace("party: acme", "party: nobody").replace("C. Officer", "A. Buyer") + SECOND.replace(
        "2027-04-30", "2028-04-30"
    )
    assert [fault.spot.line for fault in faults(text)] == [7, 11, 25]


def test_two_waivers_of_one_name_are_refused(faults: Callable[[str], tuple[Fault, ...]]) -> None:
    [fault] = faults(WAIVER + SECOND.replace("fp-2", "fp-1"))
    assert (fault.message, fault.spot.line) == ("two waivers are called 'fp-1'; the other is on line 2", 14)


@pytest.mark.parametrize("text", ["", "waivers: [\n", "- a\n", "waivers:\n\t- a\n", "waivers: &a []\nx: *a\n", "\0"])
def test_what_is_no_such_file_is_refused(faults: Callable[[str], tuple[Fault, ...]], text: str) -> None:
    assert faults(text)


@pytest.mark.parametrize("path", ["gone.yaml", "."])
def test_what_cannot_be_read_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(VendorcheckError, match="cannot be read") as caught:
        load_waivers(tmp_path / path, KNOWN, TODAY)
    assert (caught.value.code, caught.value.exit_code) == ("waivers_invalid", 2)


def test_the_schema_says_what_the_loader_holds_to() -> None:
    schema = schema_text("waivers")
    assert f"at most {MAX_WAIVER_DAYS} days after it was created" in schema
    assert all(f'"{reason}"' in schema for reason in WAIVER_REASONS)
