"""Each check finds what it is for, in one place, and nothing in a rulebook without a fault."""
# ruff: noqa: E501 (the table is read a row a case)

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from vendorcheck.lint import CHECKS, LOADING, refuse_faults, validate
from vendorcheck.model.errors import Remark

Write = Callable[[Mapping[str, str]], Path]
Said = Callable[..., list[str]]
Remarks = Callable[..., list[Remark]]

PARTY, HOLDING = "parties/acme.yaml", "parties/acme-holding.yaml"
ORDER, LIST, PAPER = "instruments/acme-order.yaml", "instruments/acme-list.yaml", "evidence/acme-paper.yaml"
RULE, CASES, LEAD, WORDS = "gb/acme-rule.yaml", "gb/acme-rule.cases.yaml", "gb/acme-lead.yaml", "vocabulary/words.yaml"
FORCE = "  - {date: 2024-03, state: in_force, citation: Order 4}\n"
IF = "    - any: [{purpose: [acme-guarding]}, {declared: acme-permit}]\n"
NAMES = "  brand: [Acme]\n"


@pytest.mark.parametrize("shipped", [True, False], ids=["on top", "alone"])
def test_nothing_is_said_of_a_rulebook_that_holds_together(
    remarks: Remarks, small: Mapping[str, str], *, shipped: bool
) -> None:
    assert remarks(small, shipped=shipped) == []


def test_the_shipped_rulebook_has_no_fault() -> None:
    refuse_faults()


@pytest.mark.parametrize(
    ("place", "old", "new", "expected"),
    [
        # order
        (
            ORDER,
            FORCE,
            FORCE + "  - {date: 2023-03, state: ended, citation: Order 5}\n",
            "order {}:11:6: 2023-03 stands after 2024-03",
        ),
        (
            ORDER,
            FORCE,
            "  - {date: 2024-03, state: ended, citation: o}\n  - {date: 2024-03, state: in_force, citation: o}\n",
            "order {}:10:21: 'ended' cannot stand at the beginning",
        ),
        (
            ORDER,
            FORCE,
            FORCE.replace("in_force", "proposed") + "  - {date: 2024-04, state: suspended, citation: o}\n"
            "  - {date: 2024-04, state: in_force, citation: o}\n",
            "order {}:11:21: 'suspended' cannot stand after 'proposed'",
        ),
        (
            ORDER,
            "since: 2024-03-05",
            "since: 2024-02-05",
            "order {}:17:49: 'acme' is named since 2024-02-05, before the timeline begins at 2024-03",
        ),
        (PAPER, "answered: 2024-02", "answered: 2023-02", "order {}:47:5: 2023-02 is before 2024-01-31, when it was asked"),
        (RULE, "since: 2024-04", "since: 2024-02", "order {}:22:1: 2024-02 is before 2024-03, when 'acme-order' came into force"),
        # circles
        (RULE, "[acme-lead]", "[acme-rule]", "circles {}:21:11: 'acme-rule' names itself in 'related'"),
        (ORDER, "instrument: acme-list", "instrument: acme-order", "circles {}:19:6: 'acme-order' names itself in 'names_of'"),
        (PARTY, "party: acme-holding", "party: acme", "circles {}:18:6: 'acme' names itself in 'owners'"),
        (PAPER, "context: [acme-paper-3]", "context: [acme-paper-1]", "circles {}:23:15: 'acme-paper-1' names itself in 'context'"),
        (WORDS, "denies: [acme-guarding]", "denies: [acme-filming]", "circles {}:6:64: 'acme-filming' names itself in 'denies'"),
        (
            WORDS,
            "title: any device,",
            "title: any device, kind_of: acme-camera,",
            "circles {}:2:42: a circle of kinds: acme-device is a kind of acme-camera is a kind of acme-device",
        ),
        (
            HOLDING,
            "sources:",
            "owners:\n  - {party: acme, source: a register}\nsources:",
            "circles {}:8:6: a circle of owners: acme-holding is owned by acme is owned by acme-holding",
        ),
        # cases
        (CASES, 'outcome: "yes", party: acme', "outcome: none", "cases gb/acme-rule.yaml:1:1: no case of 'acme-rule' flags a line"),
        (CASES, "outcome: none", "outcome: unknown", "cases gb/acme-rule.yaml:1:1: no case of 'acme-rule' lets a line pass"),
        (CASES, "name: no camera", "name: a camera", "cases {}:8:5: another case is called 'a camera'"),
        (LEAD, "status: draft", "status: stable", "cases {}:1:1: no case shows what 'acme-lead' does"),
        # names
        (
            ORDER,
            "listed_as: [Acme Optics Ltd]",
            "listed_as: [Acme Optic Ltd]",
            "listed-names {}:17:31: 'acme' has no name 'Acme Optic Ltd', under which this instrument lists it",
        ),
        (PARTY, NAMES, "  brand: [Acme Holding]\n", "same-names {}:7:11: 'Acme Holding' is a name of 'acme-holding' as well"),
        (
            PARTY,
            "sources:",
            "confusables: [{text: ACME, really: another}]\nsources:",
            "same-names {}:19:16: 'ACME' cannot be another's name and the party's own",
        ),
        (PARTY, NAMES, "  brand: [Ac]\n", "short-names {}:7:11: 'Ac' is too short: 2 of at least 3 letters"),
        (PARTY, NAMES, "  alias: [大]\n", "short-names {}:7:11: '大' is a single sign"),
        (PARTY, NAMES, "  alias: ['--']\n", "short-names {}:7:11: '--' is without a letter or digit"),
        (PARTY, NAMES, "  alias: [Shanghai]\n", "short-names {}:7:11: 'Shanghai' is a place"),
        (PARTY, NAMES, "  alias: [Security]\n", "short-names {}:7:11: 'Security' is a word for a business"),
        (PARTY, NAMES, "  brand: [Eye]\n", "short-names {}:7:11: 'Eye' is a word for equipment"),
        (PARTY, NAMES, "  brand: [Security Systems]\n", "plain-names {}:7:11: every word of 'Security Systems' is common"),
        # conditions
        (
            RULE,
            IF,
            IF + "    - equipment: [acme-device]\n",
            "contradictory {}:10:1: no line can meet this condition: its parts contradict each other",
        ),
        (
            RULE,
            IF,
            IF + "    - any: [{relation: [relabel]}, {relation: [self]}]\n",
            "contradictory {}:15:13: no line can get here: this contradicts what else is asked",
        ),
        (RULE, "    - scope: true\n", "    - any: [{origin: [GB]}, {not: {origin: [GB]}}]\n", None),
        (LEAD, "message:", "if: {scope: true}\nmessage:", "idle {}:9:1: every line meets this condition, once its facts are known"),
        # unreachable
        (LEAD, "bars: []", "bars: [buy]", "unreachable {}:6:1: it bars acts and binds nobody"),
        (RULE, "  acme: Since", "  acme-holding: Since", None),
        (LEAD, "of {party}", "of {party} since {since}", "unreachable {}:9:1: {since} is not known to a rule with the trigger 'party'"),
        (PAPER, "about: [acme]\n    type: conduct", "about: []\n    type: conduct", "unreachable gb/acme-rule.yaml:19:12: 'acme-paper-1' is about nobody"),
        (ORDER, "state: in_force", "state: proposed", "unreachable gb/acme-rule.yaml:8:1: 'acme-order' was never in force"),
        # unbound
        ("profiles/acme-town-hall.yaml", "acts: [buy]", "acts: [invest]", "unbound gb/acme-rule.yaml:7:9: no profile does any of the acts"),
        # wording
        (LEAD, "It may be of {party}.", "The maker {party} is banned.", "wording {}:9:1: 'banned' says more than is so (ban)"),
        (LEAD, "message: It may", "message: Nobody may buy it; it may", "wording {}:9:1: 'Nobody may buy' says more than is so"),
        (LEAD, "Ask who made it.", "It is safe to buy.", "wording {}:10:14: 'is safe' says more than is so (approval)"),
        (PAPER, "The cameras were sold.", "The cameras are banned.", "wording {}:18:5: 'banned' says more than is so (ban)"),
        (PAPER, "They were not.", "They are banned elsewhere.", None),
        (RULE, "message: Since {since} the Order names {party} as {listed_as}.", "message: Nobody buys it.", "wording {}:15:1: it reads as if"),
        (ORDER, "title: Order on cameras", "title: Order on the Ban of cameras", None),
        (ORDER, "short: the Order", "short: the Ban", "wording {}:3:1: 'Ban' says more than is so (ban)"),
        # review
        (PARTY, "seen: 2026-01-31", "seen: 2025-01-31", "review {}:20:39: it was to be reviewed by 2026-01-31: today is 2026-06-01"),
        (PAPER, "kind: article", "kind: article\nreview_by: 2026-05-31", "review {}:7:1: it was to be reviewed by 2026-05-31"),
        (PAPER, "kind: article", "kind: article\nreview_by: 2026-06-01", None),
        ("rulebook.yaml", "2026-02-01", "2025-11-01", "review {}:3:1: the rulebook was verified through 2025-11-01"),
        # schema lines
        (
            LEAD,
            "id: acme-lead",
            "# yaml-language-server: $schema=party.schema.json\nid: acme-lead",
            "schema-lines {}:1:1: it names the schema of 'party', and its place makes it 'rule'",
        ),
        (LEAD, "id: acme-lead", "# yaml-language-server: $schema=rule.schema.json\nid: acme-lead", None),
    ],
)  # fmt: skip
def test_what_each_check_says(said: Said, place: str, old: str, new: str, expected: str | None) -> None:
    found = said(place, old, new)
    if expected is None:
        assert [line for line in found if not line.startswith("unreachable")] == []
        return
    assert [line for line in found if line.startswith(expected.replace("{}", place, 1))] != [], found


def test_a_text_about_a_party_that_the_rule_never_reaches(said: Said) -> None:
    found = said(LEAD, "next_steps:", "about: {acme-holding: It may be its own.}\nnext_steps:")
    assert found == [
        f"unreachable {LEAD}:10:9: nothing is ever said about 'acme-holding': the trigger does not reach it"
    ]


def test_two_parties_with_one_mark_and_one_number(said: Said, small: Mapping[str, str]) -> None:
    codes = "identifiers: {fcc_grantee: [{code: ABC, source: s}]}\nsources:"
    mark = "marks:\n" + small[PARTY].partition("marks:\n")[2].partition("owners:")[0]
    other = {HOLDING: small[HOLDING].replace("sources:", mark + codes)}
    found = said(PARTY, "sources:", codes, other)
    assert [line.partition(" (")[0] for line in found] == [
        f"same-marks {HOLDING}:11:5: the mark matches 'AC-123', a model of 'acme'",
        f"same-marks {HOLDING}:11:5: the mark matches 'ac-456', a model of 'acme'",
        f"same-marks {PARTY}:12:5: the mark matches 'AC-123', a model of 'acme-holding'",
        f"same-marks {PARTY}:12:5: the mark matches 'ac-456', a model of 'acme-holding'",
        f"same-marks {PARTY}:19:30: FCC grantee code 'ABC' is that of 'acme-holding' as well",
    ]


def test_a_mark_that_counts_beside_a_name_may_match_what_is_anothers(said: Said, small: Mapping[str, str]) -> None:
    mark = "marks:\n" + small[PARTY].partition("marks:\n")[2].partition("owners:")[0]
    beside = mark.replace("    what:", "    needs_name: true\n    what:")
    files = {HOLDING: small[HOLDING].replace("sources:", beside + "sources:")}
    assert said(PARTY, mark, beside, files) == []


def test_names_at_other_times_and_of_units_of_a_group_are_no_overlap(said: Said) -> None:
    gone = "  brand: [{name: Acme Holding, source: s, until: '2010'}]\n"
    assert said(PARTY, NAMES, gone, {HOLDING: _holding("{name: Acme Holding plc, source: s, since: '2012'}")}) == []
    assert said(PARTY, "sources:", "units: [{name: Acme Holding plc, source: s}]\nsources:") == []


def _holding(legal: str) -> str:
    return (
        f"id: acme-holding\nname: H\ncountry: GB\nnames:\n  legal: [{legal}]\nsources: [{{what: names, source: a}}]\n"
    )


def test_owners_at_other_times_are_no_circle(said: Said) -> None:
    back = "owners:\n  - {party: acme, source: a register, until: 2014-12-31}\nsources:"
    assert said(HOLDING, "sources:", back) == []


@pytest.mark.parametrize(
    "listed",
    [
        "ACME OPTICS LIMITED",
        "Acme Optics",
        "Acme Optics Ltd (Acme)",
        "Acme Optics and its subsidiaries",
        "Acme products",
    ],
)
def test_a_listed_name_is_the_partys_whatever_else_the_list_adds(said: Said, listed: str) -> None:
    assert said(ORDER, "[Acme Optics Ltd]", f"['{listed}']") == []


def test_what_describes_a_party_is_no_name(said: Said) -> None:
    assert said(ORDER, "[Acme Optics Ltd]", "['makers of cameras (described, not named)']") == []


def test_a_name_is_held_against_the_shipped_parties(remarks: Remarks, small: Mapping[str, str]) -> None:
    [found] = remarks({**small, PARTY: small[PARTY].replace(NAMES, "  brand: [Hikvision]\n")}, shipped=True)
    assert (found.check, found.fault.spot.line) == ("same-names", 7)
    assert "'hikvision'" in found.fault.message


def test_what_may_stand_in_a_file_that_cannot_be_read_is_not_missed(said: Said) -> None:
    assert said(PARTY, "id: acme\n", "id: acme\nid: acme\n") == [
        f"yaml {PARTY}:2:1: 'id' stands twice, first at line 1"
    ]
    assert said(CASES, "rule: acme-rule\n", "rule: acme-rule\nrule: a\n") == [
        f"yaml {CASES}:2:1: 'rule' stands twice, first at line 1"
    ]


def test_the_cases_beside_a_single_rule_file_are_looked_at(write: Write, small: Mapping[str, str]) -> None:
    rule = "id: own\ntitle: Mine\nstatus: stable\nseverity: low\nsubjects: [product]\nbars: []\nbinds: []\n"
    rule += "when: {party: [hikvision]}\nmessage: It is named.\nnext_steps: [Ask.]\n"
    cases = small[CASES].replace("acme-rule", "own").replace("    profiles: [acme-town-hall]\n", "")
    folder = write({"own.yaml": rule, "own.cases.yaml": cases.replace("party: acme", "party: hikvision")})
    assert validate([folder / "own.yaml"], date(2026, 6, 1)) == ()
    assert validate([folder / "own.yaml", folder / "own.cases.yaml"], date(2026, 6, 1)) == ()
    (folder / "own.cases.yaml").write_text(cases, encoding="utf-8")
    [found] = validate([folder / "own.yaml"], date(2026, 6, 1))
    assert found.fault.message == "no party is called 'acme'"
    (folder / "own.cases.yaml").unlink()
    [missing] = validate([folder / "own.yaml"], date(2026, 6, 1))
    assert missing.check == "cases"


def test_a_path_given_twice_is_no_less_a_fault(write: Write, small: Mapping[str, str]) -> None:
    lead = write({"own.yaml": small[LEAD].replace("acme", "hikvision")}) / "own.yaml"
    assert [found.check for found in validate([lead, lead], date(2026, 6, 1))] == ["ids"]


def test_everything_that_is_wrong_is_said_at_once(said: Said, small: Mapping[str, str]) -> None:
    broken = {LEAD: small[LEAD].replace("[acme]", "[acne]").replace("It may", "It is banned and may"), PARTY: "\tid: a"}
    found = said("rulebook.yaml", "version:", "verson:", broken)
    assert [line.partition(":")[0] for line in found] == [
        f"references {LEAD}",
        f"wording {LEAD}",
        f"yaml {PARTY}",
        "schema rulebook.yaml",
        "schema rulebook.yaml",
    ]


def test_beyond_a_thousand_the_rest_is_left_for_later(tmp_path: Path) -> None:
    for number in range(1_200):
        (tmp_path / f"{number}.yaml").write_text("", encoding="utf-8")
    found = validate([tmp_path], date(2026, 6, 1))
    assert len(found) == 1_001
    assert found[-1].fault.message == "there is more: these are 1000 of the faults and warnings"


def test_every_check_is_named_once() -> None:
    names = [*LOADING, *(check.name for check in CHECKS)]
    assert len(set(names)) == len(names)


def test_every_check_is_described_to_those_who_read_yaml(request: pytest.FixtureRequest) -> None:
    page = (Path(request.config.rootpath) / "docs" / "validation.md").read_text(encoding="utf-8")
    described = [line.removeprefix("### `").removesuffix("`") for line in page.splitlines() if line.startswith("### `")]
    assert described == [*LOADING, *(check.name for check in CHECKS)]
