"""Checked records to the words of the model; nothing is looked up or judged here."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from vendorcheck.model.change import Change
from vendorcheck.model.condition import Predicate, parse_condition
from vendorcheck.model.instrument import Adoption, Instrument, Naming, Scope, Seen, TimelineEntry
from vendorcheck.model.party import (
    NAME_KINDS,
    Confusable,
    Mark,
    NameKind,
    Ownership,
    Party,
    PartyName,
    RelabelLead,
    Unit,
)
from vendorcheck.model.period import Period
from vendorcheck.model.rule import Profile, Question, Rule
from vendorcheck.model.vocabulary import EquipmentType, Purpose, Vocabulary

Record = Mapping[str, Any]


def party(data: Record) -> Party:
    """Return the party of a checked record."""
    identifiers = data.get("identifiers", {})
    return Party(
        id=data["id"],
        name=data["name"],
        country=data["country"],
        names=tuple(_name(kind, name) for kind in NAME_KINDS for name in data["names"].get(kind, ())),
        units=tuple(_unit(unit) for unit in data.get("units", ())),
        marks=tuple(_mark(mark) for mark in data.get("marks", ())),
        grantee_codes=tuple(grantee["code"] for grantee in identifiers.get("fcc_grantee", ())),
        ieee_prefixes=tuple(identifiers.get("ieee_prefixes", {}).get("prefixes", ())),
        owners=tuple(_owner(owner) for owner in data.get("owners", ())),
        relabels=tuple(_relabel(lead) for lead in data.get("relabels", ())),
        confusables=tuple(Confusable(item["text"], item["really"]) for item in data.get("confusables", ())),
        screened=data.get("screened", True),
    )


def instrument(data: Record) -> Instrument:
    """Return the instrument of a checked record."""
    scopes = {name: _scope(scope) for name, scope in data.get("scopes", {}).items()}
    return Instrument(
        id=data["id"],
        title=data["title"],
        short=data["short"],
        kind=data["kind"],
        jurisdiction=data["jurisdiction"],
        citation=data["citation"],
        url=data.get("url"),
        acts=tuple(data["acts"]),
        ownership_test=data["ownership_test"],
        timeline=tuple(_entry(entry) for entry in data["timeline"]),
        namings=tuple(_naming(naming, scopes) for naming in data.get("names", ())),
        adoptions=tuple(
            Adoption(item["instrument"], scopes[item["scope"]] if "scope" in item else None, item.get("wait_days", 0))
            for item in data.get("names_of", ())
        ),
        standing=data.get("standing", "government_action"),
        seen=tuple(
            Seen(Period.parse(item["date"]), item["note"], item["source"]) for item in data.get("sightings", ())
        ),
        notes=tuple(data.get("notes", ())),
    )


def with_adopted(instruments: Mapping[str, Instrument]) -> dict[str, Instrument]:
    """Return the instruments, each with the names it takes over from others (not those that they take over)."""
    return {
        name: instrument._replace(
            namings=(
                *instrument.namings,
                *(
                    naming._replace(
                        scope=adoption.scope or naming.scope, through=adoption.instrument, wait_days=adoption.wait_days
                    )
                    for adoption in instrument.adoptions
                    for naming in instruments[adoption.instrument].namings
                ),
            )
        )
        for name, instrument in instruments.items()
    }


def rule(data: Record) -> Rule:
    """Return the rule of a checked record; without an instrument of its own it rests on that of its trigger."""
    [(trigger, argument)] = data["when"].items()
    of_trigger = argument if trigger in ("named_by", "component_of") else None
    return Rule(
        id=data["id"],
        title=data["title"],
        status=data["status"],
        severity=data["severity"],
        subjects=tuple(data["subjects"]),
        bars=tuple(data["bars"]),
        binds=tuple(data["binds"]),
        instrument=data.get("instrument", of_trigger),
        when=Predicate(trigger, tuple(argument) if isinstance(argument, list) else argument),
        condition=parse_condition(data["if"]) if "if" in data else None,
        message=data["message"],
        about=data.get("about", {}),
        next_steps=tuple(data["next_steps"]),
        questions=_questions(data.get("questions", ())),
        supplier_questions=_questions(data.get("supplier_questions", ())),
        claims=tuple(data.get("rests_on", ())),
        answers=tuple(data.get("answers", ())),
        provisional=data.get("provisional"),
        related=tuple(data.get("related", ())),
        since=period(data.get("since")),
        threads=tuple(data.get("threads", ())),
        tags=tuple(data.get("tags", ())),
        notes=tuple(data.get("notes", ())),
    )


def profile(data: Record) -> Profile:
    """Return the profile of a checked record."""
    return Profile(data["id"], data["title"], tuple(data["buyers"]), tuple(data["acts"]))


def change(data: Record) -> Change:
    """Return a change in law of a checked record."""
    return Change(
        date=Period.parse(data["date"]),
        recorded=date.fromisoformat(data["recorded"]),
        what=data["what"],
        instruments=tuple(data["instruments"]),
        rules=tuple(data.get("rules", ())),
        reviewed_by=data["reviewed_by"],
    )


def vocabulary(parts: list[Record]) -> Vocabulary:
    """Return the words of all vocabulary records taken together."""

    def words(key: str) -> tuple[str, ...]:
        return tuple(word for part in parts for word in part.get(key, ()))

    def table(key: str) -> dict[str, Any]:
        return {name: value for part in parts for name, value in part.get(key, {}).items()}

    countries: dict[str, tuple[str, ...]] = {}
    for part in parts:
        for code, names in part.get("countries", {}).items():
            countries[code] = (*countries.get(code, ()), *names)

    return Vocabulary(
        equipment=tuple(
            EquipmentType(
                item["id"],
                item["title"],
                item.get("kind_of"),
                tuple(item["words"]),
                item.get("needs_maker", True),
            )
            for part in parts
            for item in part.get("equipment", ())
        ),
        purposes=tuple(
            Purpose(item["id"], item["title"], tuple(item["words"]), tuple(item.get("denies", ())))
            for part in parts
            for item in part.get("purposes", ())
        ),
        generic=words("generic"),
        distributors=words("distributors"),
        detached_before=words("detached_before"),
        detached_after=words("detached_after"),
        resold=words("resold"),
        subordinators=words("subordinators"),
        countries=countries,
        buyers=table("buyers"),
        needs=table("needs"),
        things=words("things"),
    )


def period(text: str | None) -> Period | None:
    """Return the period that a text gives; None where there is none."""
    return Period.parse(text) if text else None


def _name(kind: NameKind, data: str | Record) -> PartyName:
    if isinstance(data, str):
        return PartyName(data, kind)
    return PartyName(data["name"], kind, data["source"], period(data.get("since")), period(data.get("until")))


def _unit(data: Record) -> Unit:
    return Unit(data["name"], data["source"], period(data.get("since")), period(data.get("until")), data.get("note"))


def _mark(data: Record) -> Mark:
    return Mark(
        data["id"],
        data["what"],
        tuple(data["starts"]),
        data["pattern"],
        data.get("equipment"),
        data.get("needs_name", False),
        data.get("follows"),
    )


def _owner(data: Record) -> Ownership:
    return Ownership(
        holder=data.get("holder") or data["party"],
        party=data.get("party"),
        share=data.get("share"),
        since=period(data.get("since")),
        until=period(data.get("until")),
        source=data["source"],
        disputed=data.get("disputed"),
    )


def _relabel(data: Record) -> RelabelLead:
    return RelabelLead(
        data["brand"], data["lines"], data["source"], period(data.get("since")), period(data.get("until"))
    )


def _scope(data: Record) -> Scope:
    return Scope(tuple(data.get("covers", ())), tuple(data.get("excludes", ())), tuple(data.get("purposes", ())))


def _entry(data: Record) -> TimelineEntry:
    return TimelineEntry(Period.parse(data["date"]), data["state"], data["citation"], data.get("provisional"))


def _naming(data: Record, scopes: Mapping[str, Scope]) -> Naming:
    return Naming(
        party=data["party"],
        listed_as=tuple(data["listed_as"]),
        since=Period.parse(data["since"]),
        citation=data["citation"],
        scope=scopes[data["scope"]] if "scope" in data else Scope(),
        published=period(data.get("published")),
        until=period(data.get("until")),
        provisional=data.get("provisional"),
    )


def _questions(items: Any) -> tuple[Question, ...]:
    return tuple(Question(item["id"], item["to"], item["ask"]) for item in items)
