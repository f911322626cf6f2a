"""Rules that can never reach a line or a buyer, and texts that can never be shown."""

from collections.abc import Collection, Iterator, Mapping
from string import Formatter
from typing import Any

from vendorcheck.lint.book import Book, each
from vendorcheck.model.errors import Fault
from vendorcheck.rulebook.yaml_source import Path, YamlFile

_BY_INSTRUMENT = ("named_by", "component_of")

#: An instrument of this kind is a list that its keeper publishes: it names by its entries, which a run is given.
_PUBLISHED = "list"

#: What a message puts in, and the triggers that know it.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "party": ("named_by", "component_of", "party", "relabel_of", "successor_of", "conflict", "listed"),
    "since": (*_BY_INSTRUMENT, "listed"),
    "listed_as": (*_BY_INSTRUMENT, "listed"),
    "conflict": ("conflict",),
}


def unreachable(book: Book) -> Iterator[Fault]:
    """A rule that can never run, that bars acts of nobody, or that has texts or evidence nobody will ever see."""
    background = {claim["id"] for claim in book.items("evidence", "claims") if not claim["about"]}
    for file, rule in book.own("rule"):
        if rule["bars"] and not rule["binds"]:
            yield file.fault(("bars",), "it bars acts and binds nobody", help="Say in `binds` whom it keeps from them.")
        yield from _instrument(book, file, rule)
        yield from _about(book, file, rule)
        yield from _fields(file, rule)
        yield from _unseen(background, file, rule)


def unbound(book: Book) -> Iterator[Fault]:
    """A rule that binds a buyer whom no profile stands for, or bars acts that none of the buyer's profiles does."""
    profiles = [record.value for record in book.all("profile")]
    for file, rule in book.own("rule"):
        for path, buyer in each(rule, "binds") if rule["bars"] else ():
            acts = {act for profile in profiles if buyer in profile["buyers"] for act in profile["acts"]}
            if not acts & set(rule["bars"]):
                what = "does any of the acts it bars" if acts else "stands for this buyer"
                yield file.fault(path, f"no profile {what}, so that it bars nobody who can be chosen")


def _instrument(book: Book, file: YamlFile, rule: Mapping[str, Any]) -> Iterator[Fault]:
    [(trigger, wanted)] = rule["when"].items()
    if rule["status"] != "stable":
        return
    named = book.find("instrument", wanted) if trigger in _BY_INSTRUMENT else None
    if named is not None and not named.get("names") and not named.get("names_of") and named["kind"] != _PUBLISHED:
        yield file.fault(("when", trigger), f"{wanted!r} names nobody, so that the rule never runs")
    rests_on = book.find("instrument", rule["instrument"]) if "instrument" in rule else named
    if rests_on is not None and all(entry["state"] != "in_force" for entry in rests_on["timeline"]):
        path: Path = ("instrument",) if "instrument" in rule else ("when", trigger)
        message = f"{rests_on['id']!r} was never in force, so that the rule never runs"
        yield file.fault(path, message, help="Keep the rule as a draft until it is.")


def _about(book: Book, file: YamlFile, rule: Mapping[str, Any]) -> Iterator[Fault]:
    reached = _reached(book, rule)
    for party in rule.get("about", ()):
        if reached is not None and party not in reached:
            message = f"nothing is ever said about {party!r}: the trigger does not reach it"
            yield file.fault(("about", party), message)


def _reached(book: Book, rule: Mapping[str, Any]) -> set[str] | None:
    """The parties that the trigger may name; None where it may be any."""
    [(trigger, wanted)] = rule["when"].items()
    if trigger in _BY_INSTRUMENT:
        instrument = book.find("instrument", wanted)
        adopted = [book.find("instrument", item["instrument"]) for item in (instrument or {}).get("names_of", ())]
        if instrument is None or None in adopted:
            return None
        return {naming["party"] for one in (instrument, *adopted) if one for naming in one.get("names", ())}
    if trigger == "category":
        return set()
    return set(wanted) if isinstance(wanted, list) and trigger != "listed" else None


def _fields(file: YamlFile, rule: Mapping[str, Any]) -> Iterator[Fault]:
    [trigger] = rule["when"]
    about = ((("about", party), text) for party, text in rule.get("about", {}).items())
    for path, text in ((("message",), rule["message"]), *about):
        for field in _put_in(text):
            of_instrument = field in ("since", "listed_as") and "instrument" in rule and trigger != "category"
            if trigger not in FIELDS.get(field, (trigger,)) and not of_instrument:
                message = f"{{{field}}} is not known to a rule with the trigger {trigger!r}"
                yield file.fault(path, message, help=f"It is to: {', '.join(FIELDS[field])}.")


def _put_in(text: str) -> list[str]:
    try:
        return [name for _, name, _, _ in Formatter().parse(text) if name]
    except ValueError:
        return []  # a brace without its fellow, which keeps the rule from being loaded


def _unseen(background: Collection[str], file: YamlFile, rule: Mapping[str, Any]) -> Iterator[Fault]:
    for part in ("rests_on", "answers"):
        for path, claim in each(rule, part):
            if claim in background:
                yield file.fault(path, f"{claim!r} is about nobody: it is background, which no finding shows")
