"""Schemas of the records: in step with the model, and a fault at its place for whatever breaks one."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_type_hints

import pytest
from jsonschema import Draft202012Validator

from vendorcheck.evaluate import PREDICATES, QUALIFIERS, TRIGGERS
from vendorcheck.model.bom import SCREENED_ROLES
from vendorcheck.model.contradiction import CONTRADICTION_STATES
from vendorcheck.model.correspondence import MESSAGE_KINDS
from vendorcheck.model.errors import Fault, Spot
from vendorcheck.model.evidence import STANDINGS
from vendorcheck.model.finding import DETERMINATIONS, OUTCOMES
from vendorcheck.model.hit import RELATIONS
from vendorcheck.model.instrument import OWNERSHIP_TESTS, STATES
from vendorcheck.model.party import NAME_KINDS
from vendorcheck.model.rule import ACTS, SEVERITIES, SUBJECTS, Question, RuleStatus
from vendorcheck.rulebook.files import kind_of
from vendorcheck.rulebook.forms import FORMS
from vendorcheck.rulebook.schema import KINDS, SCHEMAS, schema_faults, schema_text
from vendorcheck.rulebook.yaml_source import read_yaml

PLACES = {
    "party": "parties/acme.yaml",
    "instrument": "instruments/acme-order.yaml",
    "evidence": "evidence/acme-paper.yaml",
    "rule": "gb/acme-rule.yaml",
    "cases": "gb/acme-rule.cases.yaml",
    "profile": "profiles/acme-town-hall.yaml",
    "vocabulary": "vocabulary/words.yaml",
    "rulebook": "rulebook.yaml",
    "correspondence": "evidence/correspondence/acme-letters.yaml",
    "contradiction": "evidence/contradictions/acme-dispute.yaml",
    "policy": "policies/acme-caution.yaml",
}

#: Where a schema lists the words of one of the model's types.
ENUMS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("rule", "properties/bars/items", ACTS),
    ("rule", "properties/subjects/items", SUBJECTS),
    ("rule", "properties/status", get_args(RuleStatus)),
    ("rule", "properties/questions/items/properties/to", get_args(get_type_hints(Question)["to"])),
    ("rule", "properties/supplier_questions/items/properties/to", get_args(get_type_hints(Question)["to"])),
    ("instrument", "properties/acts/items", ACTS),
    ("instrument", "properties/ownership_test", OWNERSHIP_TESTS),
    ("instrument", "properties/timeline/items/properties/state", STATES),
    ("evidence", "properties/claims/items/properties/standing", STANDINGS),
    ("profile", "properties/acts/items", ACTS),
    ("correspondence", "properties/messages/items/properties/kind", MESSAGE_KINDS),
    ("contradiction", "properties/state", CONTRADICTION_STATES),
    ("instrument", "properties/standing", STANDINGS),
    ("policy", "properties/fail_on", SEVERITIES),
    ("policy", "properties/also_fail/items/properties/at", SEVERITIES),
    ("cases", "properties/cases/items/properties/expect/properties/outcome", (*OUTCOMES, "none")),
    ("cases", "properties/cases/items/properties/expect/properties/relation", RELATIONS),
    ("cases", "properties/cases/items/properties/expect/properties/subject", SUBJECTS),
    ("cases", "properties/cases/items/properties/expect/properties/severity", SEVERITIES),
    ("cases", "properties/cases/items/properties/expect/properties/determination", DETERMINATIONS),
)


def _schema(kind: str, path: str = "") -> dict[str, Any]:
    part: dict[str, Any] = json.loads(schema_text(kind))
    for key in filter(None, path.split("/")):
        part = part[key]
    return part


def _faults(kind: str, text: str) -> list[Fault]:
    return list(schema_faults(read_yaml("own.yaml", text.encode()), kind))


def _fault(kind: str, text: str) -> Fault:
    [fault] = _faults(kind, text)
    return fault


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_valid_schema_of_its_own(kind: str) -> None:
    schema = _schema(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:vendorcheck:{kind}:v0"
    assert (schema["type"], schema["additionalProperties"]) == ("object", False)


@pytest.mark.parametrize(("kind", "path", "words"), ENUMS)
def test_a_schema_lists_the_words_of_the_model(kind: str, path: str, words: tuple[str, ...]) -> None:
    assert tuple(_schema(kind, path)["enum"]) == words


def test_a_rule_may_give_itself_any_severity_but_those_that_a_bar_gives() -> None:
    assert tuple(_schema("rule", "properties/severity")["enum"]) == SEVERITIES[:3] == ("info", "low", "medium")


def test_a_party_has_names_of_every_kind() -> None:
    assert set(_schema("party", "properties/names/properties")) == set(NAME_KINDS)


def test_a_case_has_every_role_that_is_screened() -> None:
    assert set(_schema("cases", "properties/cases/items/properties/line/properties")) == set(SCREENED_ROLES)


def test_a_rule_knows_the_predicates_that_can_be_evaluated() -> None:
    triggers = set(_schema("rule", "properties/when/properties"))
    qualifiers = set(_schema("rule", "$defs/condition/properties")) - {"all", "any", "not"}
    assert triggers == set(TRIGGERS)
    assert qualifiers == set(QUALIFIERS)
    assert triggers | qualifiers == set(PREDICATES)


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_that_fits_has_no_fault(kind: str, small: Mapping[str, str]) -> None:
    assert kind_of(PLACES[kind]) == kind
    assert _faults(kind, small[PLACES[kind]]) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("text", "shown"), [("- a\n- b\n", "['a', 'b']"), ("words\n", "'words'"), ("~\n", "None")])
def test_the_top_of_a_file_must_be_a_mapping(kind: str, text: str, shown: str) -> None:
    assert _fault(kind, text) == Fault(
        f"{shown} is not of type object", Spot("own.yaml", 1, 1, text.partition("\n")[0])
    )


def test_a_key_that_is_missing_is_named_where_its_mapping_begins() -> None:
    fault = _fault("party", "id: a\nname: A\ncountry: GB\nnames:\n  brand: [A]\nsources: [{what: a, source: b}]\n")
    assert fault == Fault("'legal' is missing", Spot("own.yaml", 4, 1, "names:"))


def test_two_keys_that_are_missing_are_each_reported_once() -> None:
    faults = _faults("profile", "id: a\ntitle: A\n")
    assert len({fault.message for fault in faults}) == len(faults)


def test_an_unknown_key_is_reported_where_it_stands_with_a_suggestion() -> None:
    fault = _fault("rulebook", "name: own\nversion: '1'\nverified_trough: 2026-01-01\n")
    assert fault.message == "'verified_trough' is not known here"
    assert fault.spot == Spot("own.yaml", 3, 1, "verified_trough: 2026-01-01")
    known = "Known: name, version, verified_through, reviewed_by, changes, notes."
    assert fault.help == f"Did you mean 'verified_through'? {known}"


def test_an_unknown_key_like_no_other_gets_the_list_of_what_is_known() -> None:
    fault = _fault("profile", "id: a\ntitle: A\nbuyers: [a]\nacts: [buy]\nsources:\n  - {what: a, source: b, xyz: c}\n")
    assert (fault.spot.line, fault.spot.column) == (6, 26)
    assert fault.help == "Known: what, source, seen, open."


def test_two_unknown_keys_are_both_reported() -> None:
    faults = _faults("rulebook", "name: own\nversion: '1'\nfirst: 1\nsecond: 2\n")
    assert [fault.spot.line for fault in faults] == [3, 4]


def test_an_unknown_predicate_gets_a_suggestion() -> None:
    text = "id: a\ntitle: A\nstatus: draft\nseverity: low\nsubjects: [product]\nbars: []\nbinds: []\n"
    fault = _fault("rule", text + "when: {nmaed_by: b}\nmessage: m\nnext_steps: [n]\n")
    assert (fault.message, fault.spot.line, fault.spot.column) == ("'nmaed_by' is not known here", 8, 8)
    assert fault.help == (
        "Did you mean 'named_by'? "
        "Known: named_by, component_of, party, relabel_of, successor_of, conflict, category, listed."
    )


def test_a_word_that_is_not_among_those_allowed_gets_a_suggestion() -> None:
    fault = _fault("profile", "id: a\ntitle: A\nbuyers: [a]\nacts:\n  - buy\n  - imprt\n")
    assert fault.message == "'imprt' is not one of the values allowed"
    assert fault.spot == Spot("own.yaml", 6, 5, "  - imprt")
    assert fault.help == f"Did you mean 'import'? Known: {', '.join(ACTS)}."


def test_a_number_where_a_word_is_expected_gets_the_words() -> None:
    fault = _fault("profile", "id: a\ntitle: A\nbuyers: [a]\nacts: [7]\n")
    assert (fault.message, fault.help) == ("7 is not one of the values allowed", f"Known: {', '.join(ACTS)}.")


@pytest.mark.parametrize(
    ("text", "message", "column"),
    [
        ("id: a\ntitle: 7\nbuyers: [a]\nacts: [buy]\n", "7 is not of type string", 1),
        ("id: a\ntitle: [A, B]\nbuyers: [a]\nacts: [buy]\n", "['A', 'B'] is not of type string", 1),
        ("id: a\ntitle:\nbuyers: [a]\nacts: [buy]\n", "None is not of type string", 1),
    ],
)
def test_a_value_of_another_type_is_shown_at_its_key(text: str, message: str, column: int) -> None:
    fault = _fault("profile", text)
    assert (fault.message, fault.spot.line, fault.spot.column) == (message, 2, column)


def test_a_long_value_is_shown_in_short() -> None:
    fault = _fault("profile", f"id: a\ntitle: [{'word ' * 40}]\nbuyers: [a]\nacts: [buy]\n")
    assert fault.message.startswith("['word word")
    assert fault.message.endswith("… is not of type string")
    assert len(fault.message) < 90


def test_the_beginning_of_a_long_value_is_always_shown() -> None:
    fault = _fault("profile", f"id: a\ntitle: [{'7' * 64}]\nbuyers: [a]\nacts: [buy]\n")
    assert fault.message.startswith("['777")


def test_a_number_where_a_text_is_wanted_comes_with_what_to_do() -> None:
    fault = _fault("profile", "id: a\ntitle: 2023\nbuyers: [a]\nacts: [buy]\n")
    assert (fault.message, fault.help) == ("2023 is not of type string", "Put it in quotes.")


@pytest.mark.parametrize("date", ["May", "01.03.2026", "2026/03/01", "3 March 2026"])
def test_a_value_of_another_form_gets_the_form_in_words(date: str) -> None:
    fault = _fault(
        "profile", f"id: a\ntitle: A\nbuyers: [a]\nacts: [buy]\nsources: [{{what: a, source: b, seen: {date}}}]\n"
    )
    assert fault.message == f"{date!r} is not written as a date is here"
    assert (fault.spot.line, fault.spot.column) == (5, 32)
    assert fault.help is not None
    assert fault.help.startswith("A day, month or year (2023-02-06, 2023-02, 2023), or a span")


def test_every_pattern_of_a_schema_has_its_form_in_words_and_no_other() -> None:
    assert {pattern for kind in SCHEMAS for pattern in _patterns(_schema(kind))} == set(FORMS)


def _patterns(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("pattern"), str):
            yield value["pattern"]
        yield from (found for item in value.values() for found in _patterns(item))
    elif isinstance(value, list):
        yield from (found for item in value for found in _patterns(item))


@pytest.mark.parametrize("word", ["Acme", "acme_own", "-acme", "acme-", "acme--own", "acme own", "acmé"])
def test_an_id_has_small_letters_digits_and_single_hyphens(word: str) -> None:
    fault = _fault("profile", f"id: '{word}'\ntitle: A\nbuyers: [a]\nacts: [buy]\n")
    assert fault.message == f"{word!r} is not written as an id is here"
    assert str(fault.spot) == "own.yaml:1:1"


@pytest.mark.parametrize(
    ("kind", "old", "new", "message"),
    [
        ("rule", "when: {named_by: acme-order}", "when: {listed: all}", "'all' is not one of the values allowed"),
        ("party", "brand: [Acme]", "brand: [7]", "7 fits none of the forms allowed here"),
        ("party", "party: acme-holding, share", "share", "fits none of the forms allowed here"),
        ("party", "share: 60", "share: 101", "101 is greater than the maximum of 100"),
        ("party", "share: 60", "share: 0", "0 is less than or equal to the minimum of 0"),
        ("rule", "when: {named_by: acme-order}", "when: {}", "{} should be non-empty"),
        ("rule", "{named_by: acme-order}", "{named_by: acme-order, party: [acme]}", "has too many properties"),
        ("rule", "- scope: true", "- scope: false", "True was expected"),
        ("rule", "binds: [acme-town]", "binds: [acme-town, acme-town]", "'acme-town' stands twice"),
        ("rule", "[Ask who made it.]", "[]", "[] should be non-empty"),
        ("cases", "line: {maker: Bolt}", "line: {}", "{} should be non-empty"),
    ],
)
def test_whatever_else_breaks_a_schema_is_said_at_its_place(
    small: Mapping[str, str], kind: str, old: str, new: str, message: str
) -> None:
    text = small[PLACES[kind]]
    fault = _fault(kind, text.replace(old, new))
    assert fault.message.endswith(message)
    assert fault.spot.line == text[: text.index(old)].count("\n") + 1


def test_a_key_of_another_form_is_reported_where_it_stands() -> None:
    fault = _fault("vocabulary", "buyers:\n  town: a town\n  City Hall: a hall\n")
    assert str(fault.spot) == "own.yaml:3:3"


def test_every_fault_is_reported_at_once() -> None:
    faults = _faults("profile", "id: A\ntitle: 7\nbuyers: []\nacts: [buy, spnd]\n")
    assert sorted(str(fault.spot) for fault in faults) == [
        "own.yaml:1:1",
        "own.yaml:2:1",
        "own.yaml:3:1",
        "own.yaml:4:13",
    ]
