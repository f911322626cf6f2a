"""What records say of each other: every name stands for something, and for one thing only."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from vendorcheck.model.errors import Fault, Spot
from vendorcheck.rulebook.files import read_roots
from vendorcheck.rulebook.references import (
    MESSAGE_FIELDS,
    REFERENCES,
    Known,
    duplicate_faults,
    introduced,
    meant_or_known,
    reference_faults,
)
from vendorcheck.rulebook.roots import Root
from vendorcheck.rulebook.yaml_source import read_yaml

Write = Callable[[Mapping[str, str]], Path]

ORDER, PAPER, CASES = "instruments/acme-order.yaml", "evidence/acme-paper.yaml", "gb/acme-rule.cases.yaml"
LETTERS, POLICY = "evidence/correspondence/acme-letters.yaml", "policies/acme-caution.yaml"
DISPUTE = "evidence/contradictions/acme-dispute.yaml"
RULE, LEAD, PARTY = "gb/acme-rule.yaml", "gb/acme-lead.yaml", "parties/acme.yaml"
OWN, VERIFIED = "rulebook.yaml", "verified_through: 2026-02-01"
POLICY_END = "  - {tag: acme-tag, at: medium}\n"
CHANGE = (
    "\nchanges:\n  - {{date: 2024-03, recorded: 2024-04-02, what: It began, instruments: [{}], rules: [{}], "
    "reviewed_by: nobody}}"
)
WORDS, PROFILE = "vocabulary/words.yaml", "profiles/acme-town-hall.yaml"

#: For every reference: the file, its text as written and with a slip, the kind of thing, the slip, what was meant.
SLIPS: dict[tuple[str, str], tuple[str, str, str, str, str, str]] = {
    ("party", "owners/*/party"): (
        PARTY, "{party: acme-holding", "{party: acme-holdin", "party", "acme-holdin", "acme-holding",
    ),
    ("party", "marks/*/equipment"): (
        PARTY, "equipment: acme-camera", "equipment: acme-camra", "equipment", "acme-camra", "acme-camera",
    ),
    ("instrument", "names/*/party"): (ORDER, "{party: acme,", "{party: acmee,", "party", "acmee", "acme"),
    ("instrument", "scopes/*/covers/*"): (
        ORDER, "covers: [acme-camera]", "covers: [acme-camra]", "equipment", "acme-camra", "acme-camera",
    ),
    ("instrument", "scopes/*/excludes/*"): (
        ORDER, "[acme-device]", "[acme-devic]", "equipment", "acme-devic", "acme-device",
    ),
    ("instrument", "scopes/*/purposes/*"): (
        ORDER, "[acme-guarding]", "[acme-gardin]", "purpose", "acme-gardin", "acme-guarding",
    ),
    ("instrument", "names_of/*/instrument"): (
        ORDER, "instrument: acme-list", "instrument: acme-lsit", "instrument", "acme-lsit", "acme-list",
    ),
    ("instrument", "not_named/*/party"): (
        ORDER, "{party: acme-holding", "{party: acme-holdin", "party", "acme-holdin", "acme-holding",
    ),
    ("correspondence", "about/*"): (LETTERS, "about: [acme]", "about: [acmme]", "party", "acmme", "acme"),
    ("correspondence", "messages/*/claims/*"): (
        LETTERS, "claims: [acme-paper-2]", "claims: [acme-papr-2]", "claim", "acme-papr-2", "acme-paper-2",
    ),
    ("contradiction", "about/*"): (DISPUTE, "about: [acme]", "about: [acmme]", "party", "acmme", "acme"),
    ("contradiction", "claims/*"): (
        DISPUTE, "acme-paper-2]", "acme-papr-2]", "claim", "acme-papr-2", "acme-paper-2",
    ),
    ("contradiction", "rules/*"): (DISPUTE, "[acme-rule]", "[acme-rul]", "rule", "acme-rul", "acme-rule"),
    ("rulebook", "changes/*/instruments/*"): (
        OWN, VERIFIED, VERIFIED + CHANGE.format("acme-ordr", "acme-rule"), "instrument", "acme-ordr", "acme-order",
    ),
    ("rulebook", "changes/*/rules/*"): (
        OWN, VERIFIED, VERIFIED + CHANGE.format("acme-order", "acme-rul"), "rule", "acme-rul", "acme-rule",
    ),
    ("policy", "select/*"): (
        POLICY, POLICY_END, POLICY_END + "select: [acme-tga]\n", "rule or tag", "acme-tga", "acme-tag",
    ),
    ("policy", "ignore/*"): (
        POLICY, POLICY_END, POLICY_END + "ignore: [acme-rul]\n", "rule or tag", "acme-rul", "acme-rule",
    ),
    ("policy", "severities/*"): (
        POLICY, POLICY_END, POLICY_END + "severities: {acme-rul: high}\n", "rule or tag", "acme-rul", "acme-rule",
    ),
    ("policy", "profiles/*"): (
        POLICY, POLICY_END, POLICY_END + "profiles: [acme-town-hal]\n", "profile", "acme-town-hal", "acme-town-hall",
    ),
    ("policy", "also_fail/*/tag"): (POLICY, "tag: acme-tag", "tag: acme-tga", "tag", "acme-tga", "acme-tag"),
    ("evidence", "claims/*/about/*"): (PAPER, "about: [acme]", "about: [amce]", "party", "amce", "acme"),
    ("evidence", "claims/*/answers/*"): (
        PAPER, "answers: [acme-paper-2]", "answers: [acme-papr-2]", "claim", "acme-papr-2", "acme-paper-2",
    ),
    ("evidence", "claims/*/context/*"): (
        PAPER, "context: [acme-paper-3]", "context: [acme-papr-3]", "claim", "acme-papr-3", "acme-paper-3",
    ),
    ("evidence", "claims/*/contradicts/*"): (
        PAPER, "contradicts: [acme-paper-2]", "contradicts: [acme-papr-2]", "claim", "acme-papr-2", "acme-paper-2",
    ),
    ("evidence", "requests_for_comment/*/about/*"): (
        PAPER, "of: Acme\n    about: [acme]", "of: Acme\n    about: [amce]", "party", "amce", "acme",
    ),
    ("evidence", "requests_for_comment/*/answer_claims/*"): (
        PAPER, "answer_claims: [acme-paper-2]", "answer_claims: [acme-papr-2]", "claim", "acme-papr-2", "acme-paper-2",
    ),
    ("rule", "instrument"): (
        RULE, "instrument: acme-order", "instrument: acme-ordr", "instrument", "acme-ordr", "acme-order",
    ),
    ("rule", "when/named_by"): (
        RULE, "named_by: acme-order", "named_by: acme-odrer", "instrument", "acme-odrer", "acme-order",
    ),
    ("rule", "when/component_of"): (
        RULE, "named_by: acme-order", "component_of: acme-orde", "instrument", "acme-orde", "acme-order",
    ),
    ("rule", "when/party/*"): (LEAD, "{party: [acme]}", "{party: [acne]}", "party", "acne", "acme"),
    ("rule", "when/relabel_of/*"): (LEAD, "{party: [acme]}", "{relabel_of: [acm]}", "party", "acm", "acme"),
    ("rule", "when/successor_of/*"): (LEAD, "{party: [acme]}", "{successor_of: [acm]}", "party", "acm", "acme"),
    ("rule", "when/category/*"): (
        LEAD, "{party: [acme]}", "{category: [acme-camrea]}", "equipment", "acme-camrea", "acme-camera",
    ),
    ("rule", "if/**/equipment/*"): (
        RULE, "equipment: [acme-device]", "equipment: [acme-dvice]", "equipment", "acme-dvice", "acme-device",
    ),
    ("rule", "if/**/purpose/*"): (
        RULE, "purpose: [acme-guarding]", "purpose: [acme-gaurding]", "purpose", "acme-gaurding", "acme-guarding",
    ),
    ("rule", "if/**/declared"): (
        RULE, "declared: acme-permit", "declared: acme-permt", "need", "acme-permt", "acme-permit",
    ),
    ("rule", "about/*"): (RULE, "  acme: Since", "  acmme: Since", "party", "acmme", "acme"),
    ("rule", "binds/*"): (RULE, "[acme-town]", "[acme-twon]", "buyer", "acme-twon", "acme-town"),
    ("rule", "rests_on/*"): (RULE, "[acme-paper-1]", "[acme-papr-1]", "claim", "acme-papr-1", "acme-paper-1"),
    ("rule", "answers/*"): (RULE, "[acme-paper-2]", "[acmepaper-2]", "claim", "acmepaper-2", "acme-paper-2"),
    ("rule", "related/*"): (RULE, "[acme-lead]", "[acme-laed]", "rule", "acme-laed", "acme-lead"),
    ("rule", "threads/*"): (
        RULE, "[acme-letters]", "[acme-leters]", "correspondence", "acme-leters", "acme-letters",
    ),
    ("cases", "rule"): (CASES, "rule: acme-rule", "rule: acme-rul", "rule", "acme-rul", "acme-rule"),
    ("cases", "cases/*/profiles/*"): (
        CASES, "[acme-town-hall]", "[acme-townhall]", "profile", "acme-townhall", "acme-town-hall",
    ),
    ("cases", "cases/*/listed/*/instrument"): (
        CASES, "[acme-town-hall]", "[acme-town-hall]\n    listed: [{name: Bolt, instrument: acme-lits}]",
        "instrument", "acme-lits", "acme-list",
    ),
    ("cases", "cases/*/expect/party"): (CASES, "party: acme}", "party: ace}", "party", "ace", "acme"),
    ("profile", "buyers/*"): (PROFILE, "[acme-town]", "[acme-tonw]", "buyer", "acme-tonw", "acme-town"),
    ("vocabulary", "equipment/*/kind_of"): (
        WORDS, "kind_of: acme-device", "kind_of: acme-devise", "equipment", "acme-devise", "acme-device",
    ),
    ("vocabulary", "purposes/*/denies/*"): (
        WORDS, "[acme-guarding]", "[acme-guardin]", "purpose", "acme-guardin", "acme-guarding",
    ),
}  # fmt: skip


def _faults(folder: Path) -> list[Fault]:
    """Every duplicate, or else every reference to nothing, of the records in a folder."""
    known = Known()
    checked, _ = read_roots(Root(folder, "own"))
    taken = [fault for kind, file in checked for fault in duplicate_faults(known, kind, file)]
    return taken or [fault for kind, file in checked for fault in reference_faults(known, kind, file)]


def _spot(place: str, text: str, part: str, word: str) -> Spot:
    """The place of a word inside a part of a text."""
    at = text.index(part) + part.index(word)
    before = text[:at]
    line = before.count("\n") + 1
    return Spot(f"own/{place}", line, at - before.rfind("\n"), text.splitlines()[line - 1])


def test_records_that_refer_to_each_other_have_no_fault(write: Write, small: Mapping[str, str]) -> None:
    assert _faults(write(small)) == []


def test_every_reference_has_its_slip_here() -> None:
    assert {*SLIPS, ("rule", "if/**/origin/*")} == {
        (kind, path) for kind, references in REFERENCES.items() for path, _ in references
    }


def test_a_country_that_no_vocabulary_knows_is_refused(write: Write, small: Mapping[str, str]) -> None:
    wrong = small[RULE].replace("not: {equipment: [acme-device]}", "not: {origin: [CN, UK]}")
    countries = "countries: {CN: [china], GB: [britain]}\n"
    files = {**small, RULE: wrong, "vocabulary/one.yaml": countries, "vocabulary/two.yaml": countries}
    assert _faults(write(files)) == [
        Fault("no country is called 'UK'", _spot(RULE, wrong, "[CN, UK]", "UK"), "Known: CN, GB.")
    ]


@pytest.mark.parametrize(("kind", "path"), SLIPS)
def test_a_reference_to_nothing_is_reported_where_it_stands_with_a_suggestion(
    write: Write, small: Mapping[str, str], kind: str, path: str
) -> None:
    place, old, new, target, slip, meant = SLIPS[kind, path]
    text = small[place].replace(old, new, 1)
    key = path.rpartition("/")[2]
    spot = _spot(place, text, new, slip if key == "*" else key)
    assert _faults(write({**small, place: text})) == [
        Fault(f"no {target} is called {slip!r}", spot, f"Did you mean {meant!r}?")
    ]


@pytest.mark.parametrize(
    ("place", "old", "new", "known"),
    [
        (RULE, "purpose: [acme-guarding]", "purpose: [zzz]", "acme-guarding, acme-filming"),
        (RULE, "equipment: [acme-device]", "equipment: [zzz]", "acme-device, acme-camera"),
        (RULE, "declared: acme-permit", "declared: zzz", "acme-permit"),
        (PROFILE, "[acme-town]", "[zzz]", "acme-town"),
        (POLICY, "tag: acme-tag", "tag: zzz", "acme-tag"),
        (ORDER, "acme-list, scope: cameras", "acme-list, scope: zzz", "cameras"),
    ],
)
def test_what_one_chooses_from_is_listed_where_nothing_is_close(
    write: Write, small: Mapping[str, str], place: str, old: str, new: str, *, known: str
) -> None:
    assert old in small[place]
    [fault] = _faults(write({**small, place: small[place].replace(old, new)}))
    assert fault.help == f"Known: {known}."


@pytest.mark.parametrize(("count", "listed"), [(0, False), (40, True), (41, False)])
def test_no_more_than_forty_are_listed(count: int, *, listed: bool) -> None:
    names = [str(number) for number in range(1_000, 1_000 + count)]
    assert meant_or_known("zzz", names) == (f"Known: {', '.join(names)}." if listed else None)


def test_a_name_like_no_other_gets_no_suggestion(write: Write, small: Mapping[str, str]) -> None:
    text = small[LEAD].replace("[acme]", "[zzz]")
    assert [(fault.message, fault.help) for fault in _faults(write({**small, LEAD: text}))] == [
        ("no party is called 'zzz'", None)
    ]


@pytest.mark.parametrize(
    "when",
    [
        "{relabel_of: any}",
        "{successor_of: any}",
        "{conflict: true}",
        "{listed: any}",
        "{listed: [a list of nobody]}",
        "{relabel_of: [acme]}",
    ],
)
def test_what_refers_to_no_record_is_not_looked_up(write: Write, small: Mapping[str, str], when: str) -> None:
    assert _faults(write({**small, LEAD: small[LEAD].replace("{party: [acme]}", when)})) == []


@pytest.mark.parametrize(
    ("condition", "column"),
    [
        ("{equipment: [acme-camera, nothing]}", 31),
        ("{not: {equipment: [nothing]}}", 24),
        ("{any: [{scope: true}, {not: {all: [{equipment: [nothing]}]}}]}", 53),
    ],
)
def test_a_reference_is_found_at_any_depth_of_a_condition(
    write: Write, small: Mapping[str, str], condition: str, column: int
) -> None:
    text = small[LEAD] + f"if: {condition}\n"
    assert [str(fault.spot) for fault in _faults(write({**small, LEAD: text}))] == [f"own/{LEAD}:11:{column}"]


def test_a_party_may_refer_to_one_that_is_read_after_it(write: Write, small: Mapping[str, str]) -> None:
    text = small["parties/acme-holding.yaml"].replace("id: acme-holding", "id: zeta").replace("acme", "zeta")
    acme = small[PARTY].replace("party: acme-holding", "party: zeta")
    files = {place: body.replace("acme-holding", "zeta") for place, body in small.items()}
    del files["parties/acme-holding.yaml"]
    assert _faults(write({**files, "parties/zeta.yaml": text, PARTY: acme})) == []


def test_what_a_claim_is_called_in_another_document_is_known(write: Write, small: Mapping[str, str]) -> None:
    other = small[PAPER].replace("acme-paper", "other-paper").replace("[other-paper-2]", "[acme-paper-2]")
    assert _faults(write({**small, "evidence/other-paper.yaml": other})) == []


@pytest.mark.parametrize(
    ("place", "again", "name"),
    [
        (PARTY, "parties/zz.yaml", "party 'acme'"),
        (ORDER, "instruments/zz.yaml", "instrument 'acme-order'"),
        (LEAD, "us/zz.yaml", "rule 'acme-lead'"),
        (PROFILE, "profiles/zz.yaml", "profile 'acme-town-hall'"),
    ],
)
def test_an_id_that_is_taken_is_reported_with_the_file_that_has_it(
    write: Write, small: Mapping[str, str], place: str, again: str, name: str
) -> None:
    spot = Spot(f"own/{again}", 1, 1, small[place].partition("\n")[0])
    assert _faults(write({**small, again: small[place]})) == [Fault(f"{name} is already in own/{place}", spot)]


def test_every_name_of_a_document_that_is_taken_is_reported(write: Write, small: Mapping[str, str]) -> None:
    faults = _faults(write({**small, "evidence/again.yaml": small[PAPER]}))
    assert [(fault.message.partition(" is ")[0], fault.spot.line, fault.spot.column) for fault in faults] == [
        ("document 'acme-paper'", 1, 1),
        ("claim 'acme-paper-1'", 15, 5),
        ("claim 'acme-paper-2'", 25, 5),
        ("claim 'acme-paper-3'", 32, 5),
        ("request for comment 'acme-paper-asked'", 40, 5),
        ("request for comment 'acme-paper-asked-town'", 49, 6),
    ]


def test_every_word_of_a_vocabulary_that_is_taken_is_reported(write: Write, small: Mapping[str, str]) -> None:
    faults = _faults(write({**small, "vocabulary/zz.yaml": small[WORDS]}))
    assert [(fault.message.partition(" is ")[0], str(fault.spot)) for fault in faults] == [
        ("equipment 'acme-device'", "own/vocabulary/zz.yaml:2:6"),
        ("equipment 'acme-camera'", "own/vocabulary/zz.yaml:3:6"),
        ("purpose 'acme-guarding'", "own/vocabulary/zz.yaml:5:6"),
        ("purpose 'acme-filming'", "own/vocabulary/zz.yaml:6:6"),
        ("buyer 'acme-town'", "own/vocabulary/zz.yaml:8:3"),
        ("need 'acme-permit'", "own/vocabulary/zz.yaml:10:3"),
    ]


def test_a_claim_that_stands_twice_in_one_document_is_reported(write: Write, small: Mapping[str, str]) -> None:
    text = small[PAPER].replace("id: acme-paper-3", "id: acme-paper-1").replace("[acme-paper-3]", "[]")
    assert _faults(write({**small, PAPER: text})) == [
        Fault(f"claim 'acme-paper-1' is already in own/{PAPER}", Spot(f"own/{PAPER}", 32, 5, "  - id: acme-paper-1"))
    ]


def test_one_name_may_stand_for_things_of_different_kinds(write: Write, small: Mapping[str, str]) -> None:
    assert (
        _faults(
            write(
                {
                    **small,
                    LEAD: small[LEAD].replace("id: acme-lead", "id: acme"),
                    RULE: small[RULE].replace("acme-lead", "acme"),
                }
            )
        )
        == []
    )


def test_who_took_a_name_first_keeps_it() -> None:
    known = Known()
    assert known.add("party", "acme", "a.yaml") is None
    assert known.add("party", "acme", "b.yaml") == "a.yaml"
    assert known.add("party", "acme", "c.yaml") == "a.yaml"
    assert known.add("rule", "acme", "c.yaml") is None


@pytest.mark.parametrize("kind", ["cases", "rulebook"])
def test_cases_and_headers_introduce_nothing(kind: str) -> None:
    assert list(introduced(kind, {"rule": "acme", "name": "own"})) == []


@pytest.mark.parametrize("field", MESSAGE_FIELDS)
def test_a_message_may_put_in_what_is_known_of_the_party(write: Write, small: Mapping[str, str], field: str) -> None:
    text = small[LEAD].replace("{party}.", "{" + field + "} and {{braces}}.")
    assert _faults(write({**small, LEAD: text})) == []


@pytest.mark.parametrize(
    ("field", "name"), [("prty", "prty"), ("", ""), ("0", "0"), ("party.name", "party.name"), ("party[0]", "party[0]")]
)
def test_a_message_that_puts_in_anything_else_gets_the_list_of_what_it_may(
    write: Write, small: Mapping[str, str], field: str, name: str
) -> None:
    text = small[LEAD].replace("It may be of {party}.", f"'It may be of {{{field}}}.'")
    assert _faults(write({**small, LEAD: text})) == [
        Fault(
            f"a message cannot put in {name!r}",
            Spot(f"own/{LEAD}", 9, 1, f"message: 'It may be of {{{field}}}.'"),
            "Known: {party}, {since}, {listed_as}, {conflict}.",
        )
    ]


def test_what_is_said_about_one_party_is_a_message_too(write: Write, small: Mapping[str, str]) -> None:
    text = small[RULE].replace("names {party} itself", "names {partner} itself")
    assert [(fault.message, str(fault.spot)) for fault in _faults(write({**small, RULE: text}))] == [
        ("a message cannot put in 'partner'", f"own/{RULE}:17:3")
    ]


def test_a_scope_that_an_instrument_does_not_have_gets_a_suggestion(write: Write, small: Mapping[str, str]) -> None:
    text = small[ORDER].replace("scope: cameras", "scope: camera", 1)
    assert _faults(write({**small, ORDER: text})) == [
        Fault(
            "no scope of this instrument is called 'camera'",
            Spot(f"own/{ORDER}", 17, 87, text.splitlines()[16]),
            "Did you mean 'cameras'?",
        )
    ]


def test_names_taken_over_under_a_scope_that_is_not_there_get_a_suggestion(
    write: Write, small: Mapping[str, str]
) -> None:
    text = small[ORDER].replace("acme-list, scope: cameras", "acme-list, scope: camreas")
    [fault] = _faults(write({**small, ORDER: text}))
    assert (fault.message, fault.spot.line, fault.help) == (
        "no scope of this instrument is called 'camreas'",
        19,
        "Did you mean 'cameras'?",
    )


def test_a_party_may_be_named_without_a_scope(write: Write, small: Mapping[str, str]) -> None:
    assert _faults(write({**small, ORDER: small[ORDER].replace(", scope: cameras", "")})) == []


def test_every_reference_to_nothing_is_reported_at_once(write: Write, small: Mapping[str, str]) -> None:
    lead = small[LEAD].replace("[acme]", "[one, two]").replace("{party}", "{three}")
    profile = small[PROFILE].replace("[acme-town]", "[four]")
    faults = _faults(write({**small, LEAD: lead, PROFILE: profile}))
    assert sorted((str(fault.spot), fault.message) for fault in faults) == [
        (f"own/{LEAD}:8:16", "no party is called 'one'"),
        (f"own/{LEAD}:8:21", "no party is called 'two'"),
        (f"own/{LEAD}:9:1", "a message cannot put in 'three'"),
        (f"own/{PROFILE}:3:10", "no buyer is called 'four'"),
    ]


@pytest.mark.parametrize("message", ["an open { brace", "a closing } brace", "{party", "{party!}", "{party!rr}"])
def test_a_message_with_a_brace_too_many_is_refused_where_it_stands(message: str) -> None:
    assert _message_faults(message) == ["own.yaml:1:1"]


@pytest.mark.parametrize("message", ["{party:d}", "{party!z}", "{party:{width}}", "{party:>1000000000}"])
def test_a_message_puts_names_in_as_they_are(message: str) -> None:
    assert _message_faults(message) == ["own.yaml:1:1"]


def _message_faults(message: str) -> list[str]:
    file = read_yaml("own.yaml", f"message: '{message}'\n".encode())
    return [str(fault.spot) for fault in reference_faults(Known(), "rule", file)]
