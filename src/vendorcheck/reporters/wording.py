"""Conditions of rules in words: triggers, qualifiers, and trees of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from vendorcheck.model.condition import AllOf, AnyOf, Condition, Not, Predicate
from vendorcheck.model.hit import Relation
from vendorcheck.model.instrument import OwnershipTest
from vendorcheck.model.rulebook import Rulebook

OWNERSHIP_TESTS: dict[OwnershipTest, str] = {
    "named_only": "exactly the companies it names",
    "subsidiary_or_affiliate": "the companies it names, their subsidiaries and affiliates",
    "over_10_percent": "the companies it names, and those tied to them by more than 10 percent",
    "at_least_50_percent": "the companies it names, and those they own to 50 percent or more",
    "control": "the companies it names, and those they control",
}

_RELATIONS: dict[Relation, str] = {
    "self": "the named company itself",
    "brand": "one of its brands",
    "subsidiary": "a subsidiary of it",
    "affiliate": "an affiliate of it",
    "owner": "an owner of it",
    "component": "the maker of a part inside",
    "relabel": "a brand that has sold its equipment",
    "successor": "a maker whose models follow its designs",
}

Wording = Callable[[Any, Rulebook], str]


def _named_by(instrument: str, rulebook: Rulebook) -> str:
    named = rulebook.instruments[instrument]
    return f"the one behind the line is reached by {named.short}: {OWNERSHIP_TESTS[named.ownership_test]}"


def _component_of(instrument: str, rulebook: Rulebook) -> str:
    named = rulebook.instruments[instrument]
    return (
        "the line is a component, or holds one, of a maker that is reached by "
        f"{named.short}: {OWNERSHIP_TESTS[named.ownership_test]}"
    )


def _party(parties: tuple[str, ...], rulebook: Rulebook) -> str:
    return f"{_names(parties, rulebook)} is behind the line"


def _relabel_of(parties: str | tuple[str, ...], rulebook: Rulebook) -> str:
    return f"the brand of the line has sold equipment of {_names_or_any(parties, rulebook)}"


def _successor_of(parties: str | tuple[str, ...], rulebook: Rulebook) -> str:
    return f"the line holds a model of another maker that follows the designs of {_names_or_any(parties, rulebook)}"


def _conflict(_wanted: object, _rulebook: Rulebook) -> str:
    return "some cells of the line point to a party, and others to another maker"


def _listed(wanted: str | tuple[str, ...] | Mapping[str, Sequence[str]], _rulebook: Rulebook) -> str:
    return f"an entry of {_wanted_lists(wanted)} is behind the line"


def _wanted_lists(wanted: str | tuple[str, ...] | Mapping[str, Sequence[str]]) -> str:
    if wanted == "any":
        return "a list given for the run"
    if wanted == "other":
        return "a list given for the run, under no instrument that another rule asks for,"
    if isinstance(wanted, Mapping):
        lists = wanted.get("lists")
        named = f"the list {_either(lists)}" if lists else "a list given for the run"
        return f"{named} for the programme {_either(wanted['programmes'])}"
    return f"the list {_either(wanted)}"


def _category(kinds: tuple[str, ...], rulebook: Rulebook) -> str:
    return f"the line is recognised as {_equipment_names(kinds, rulebook)}, whoever made it"


def _relation(relations: tuple[Relation, ...], _rulebook: Rulebook) -> str:
    return f"the one behind the line is {_either(_RELATIONS[each] for each in relations)}"


def _scope(_wanted: object, _rulebook: Rulebook) -> str:
    return "equipment and purpose are inside the scope under which the company is named"


def _equipment(kinds: tuple[str, ...], rulebook: Rulebook) -> str:
    return f"its kind of equipment is {_equipment_names(kinds, rulebook)}"


def _purpose(purposes: tuple[str, ...], rulebook: Rulebook) -> str:
    return f"it is for {purposes_text(purposes, rulebook)}"


def _origin(countries: tuple[str, ...], rulebook: Rulebook) -> str:
    words = rulebook.vocabulary.countries
    return (
        f"its country of origin is {_either(words[each][0].title() if each in words else each for each in countries)}"
    )


def _authorised_from(day: str, _rulebook: Rulebook) -> str:
    return f"its FCC equipment authorisation was granted on {day} or later"


def _acquired_from(day: str, _rulebook: Rulebook) -> str:
    return f"it was acquired on {day} or later"


def _declared(fact: str, rulebook: Rulebook) -> str:
    return f"somebody settles what no bill says: {rulebook.vocabulary.needs[fact]} ({fact})"


TRIGGERS: dict[str, Wording] = {
    "named_by": _named_by,
    "component_of": _component_of,
    "party": _party,
    "relabel_of": _relabel_of,
    "successor_of": _successor_of,
    "conflict": _conflict,
    "listed": _listed,
    "category": _category,
}

QUALIFIERS: dict[str, Wording] = {
    "relation": _relation,
    "scope": _scope,
    "equipment": _equipment,
    "purpose": _purpose,
    "origin": _origin,
    "authorised_from": _authorised_from,
    "acquired_from": _acquired_from,
    "declared": _declared,
}


def trigger_text(when: Predicate, rulebook: Rulebook) -> str:
    """Return what brings a rule up."""
    return TRIGGERS[when.name](when.argument, rulebook)


def condition_text(condition: Condition, rulebook: Rulebook) -> str:
    """Return what must hold as well."""
    match condition:
        case Predicate(name, argument):
            return QUALIFIERS[name](argument, rulebook)
        case Not(part):
            return f"it is not so that {_inner(part, rulebook)}"
        case AllOf(parts):
            return "; and ".join(_inner(part, rulebook) for part in parts)
        case AnyOf(parts):
            return "either " + "; or ".join(_inner(part, rulebook) for part in parts)


def equipment_text(kinds: Iterable[str], rulebook: Rulebook) -> str:
    """Return kinds of equipment in words."""
    titles = {kind.id: kind.title for kind in rulebook.vocabulary.equipment}
    return ", ".join(titles.get(kind, kind) for kind in kinds)


def purposes_text(purposes: Iterable[str], rulebook: Rulebook) -> str:
    """Return purposes in words."""
    titles = {purpose.id: purpose.title for purpose in rulebook.vocabulary.purposes}
    return _either(titles.get(purpose, purpose) for purpose in purposes)


def _inner(condition: Condition, rulebook: Rulebook) -> str:
    text = condition_text(condition, rulebook)
    return f"({text})" if isinstance(condition, AllOf | AnyOf) else text


def _equipment_names(kinds: Iterable[str], rulebook: Rulebook) -> str:
    return _either(equipment_text([kind], rulebook) for kind in kinds)


def _names(parties: Iterable[str], rulebook: Rulebook) -> str:
    return _either(rulebook.parties[party].name for party in parties)


def _names_or_any(parties: str | tuple[str, ...], rulebook: Rulebook) -> str:
    return "a party on record" if isinstance(parties, str) else _names(parties, rulebook)


def _either(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last
