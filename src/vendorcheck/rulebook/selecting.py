"""Rules by what they are about: a party, a jurisdiction, an instrument, an act, a profile, a tag, a status."""

from collections.abc import Callable, Collection, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple, get_args

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.rule import ACTS, Rule, RuleStatus
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.vocabulary import Vocabulary


class Selection(NamedTuple):
    """What rules are asked for, by kind: of several values of one kind any will do, and every kind must hold."""

    party: Sequence[str] = ()
    jurisdiction: Sequence[str] = ()
    instrument: Sequence[str] = ()
    act: Sequence[str] = ()
    profile: Sequence[str] = ()
    tag: Sequence[str] = ()
    status: Sequence[str] = ()


def selected(rulebook: Rulebook, selection: Selection) -> tuple[Rule, ...]:
    """Return the rules asked for, in the order of the rulebook; an error for a value that no rulebook could know."""
    known = _known(rulebook)
    for kind, wanted in selection._asdict().items():
        for name in wanted:
            if name not in known[kind]:
                raise unknown(kind, name, known[kind])
    return tuple(
        rule
        for rule in rulebook.rules.values()
        if all(
            not set(wanted).isdisjoint(_OF_A_RULE[kind](rule, rulebook))
            for kind, wanted in selection._asdict().items()
            if wanted
        )
    )


def parties_of(rule: Rule, rulebook: Rulebook) -> tuple[str, ...]:
    """Return the parties that a rule names itself, or that the names of its instrument bring in."""
    when = rule.when
    own: tuple[str, ...] = ()
    if when.name in ("named_by", "component_of"):
        own = tuple(naming.party for naming in rulebook.instruments[str(when.argument)].namings)
    elif when.name in ("party", "relabel_of", "successor_of") and isinstance(when.argument, tuple):
        own = when.argument
    elif when.name == "relabel_of":
        own = tuple(party.id for party in rulebook.parties.values() if party.relabels)
    elif when.name == "successor_of":
        own = tuple(party.id for party in rulebook.parties.values() if any(mark.follows for mark in party.marks))
    return tuple(dict.fromkeys((*own, *rule.about)))


def jurisdictions_of(rule: Rule, rulebook: Rulebook) -> tuple[str, ...]:
    """Return whose law a rule rests on, and for that of a state its country as well; nothing where it is no law."""
    if rule.instrument is None:
        return ()
    code = rulebook.instruments[rule.instrument].jurisdiction
    return tuple(dict.fromkeys((code, code.partition("-")[0])))


def profiles_of(rule: Rule, rulebook: Rulebook) -> tuple[str, ...]:
    """Return the profiles whose buyer a rule binds."""
    return tuple(each.id for each in rulebook.profiles.values() if not set(each.buyers).isdisjoint(rule.binds))


def rule_called(rulebook: Rulebook, name: str) -> Rule:
    """Return a rule by its id; an error that says which may be meant."""
    if name not in rulebook.rules:
        raise unknown("rule", name, rulebook.rules, "`vendorcheck rules list` names them.")
    return rulebook.rules[name]


def vocabulary_called(vocabulary: Vocabulary, name: str) -> Vocabulary:
    """Return of a vocabulary the kind of equipment, the purpose or the buyer of this id, or all for no id."""
    if not name:
        return vocabulary
    equipment = tuple(kind for kind in vocabulary.equipment if kind.id == name)
    purposes = tuple(purpose for purpose in vocabulary.purposes if purpose.id == name)
    buyers = {buyer: title for buyer, title in vocabulary.buyers.items() if buyer == name}
    if not (equipment or purposes or buyers):
        kinds, reasons = ([each.id for each in vocabulary.equipment], [each.id for each in vocabulary.purposes])
        raise unknown("kind of equipment, purpose or buyer", name, [*kinds, *reasons, *vocabulary.buyers])
    return vocabulary._replace(equipment=equipment, purposes=purposes, buyers=buyers)


def unknown(kind: str, name: str, known: Collection[str], todo: str | None = None) -> VendorcheckError:
    """Return what to say of a name that stands for nothing."""
    close = get_close_matches(name, known, 1)
    hint = f"; did you mean {close[0]!r}?" if close else ""
    return VendorcheckError(
        "unknown_name", f"there is no {kind} {name!r}{hint}", help=todo or f"Known: {', '.join(known)}."
    )


def _known(rulebook: Rulebook) -> dict[str, Collection[str]]:
    rules = rulebook.rules.values()
    return {
        "party": rulebook.parties,
        "jurisdiction": sorted({code for rule in rules for code in jurisdictions_of(rule, rulebook)}),
        "instrument": rulebook.instruments,
        "act": ACTS,
        "profile": rulebook.profiles,
        "tag": sorted({tag for rule in rules for tag in rule.tags}),
        "status": get_args(RuleStatus),
    }


#: What a rule is, of each kind.
_OF_A_RULE: Mapping[str, Callable[[Rule, Rulebook], Collection[str]]] = {
    "party": parties_of,
    "jurisdiction": jurisdictions_of,
    "instrument": lambda rule, _: (rule.instrument,) if rule.instrument else (),
    "act": lambda rule, _: rule.bars,
    "profile": profiles_of,
    "tag": lambda rule, _: rule.tags,
    "status": lambda rule, _: (rule.status,),
}
