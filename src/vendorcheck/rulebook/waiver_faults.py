"""What a schema cannot say of waivers: whom and what they may name, what goes together, and which days."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from vendorcheck.model.bom import lost_characters
from vendorcheck.model.waiver import ALL_RULES, WAIVER_REASONS, name_key
from vendorcheck.rulebook.references import suggestion

if TYPE_CHECKING:
    from vendorcheck.model.errors import Fault
    from vendorcheck.rulebook.yaml_source import Path, YamlFile

#: What a scope may say, and what of it stands alone.
_SCOPES = ("vendor", "part", "fingerprint", "name_pair", "all")
_ALONE = ("name_pair", "all")


class Nameable(NamedTuple):
    """What a waiver may name: rules, parties, and the entries of the lists that are given, by list."""

    rules: Collection[str]
    parties: Collection[str]
    entries: Mapping[str, Collection[str]]

    def rule_fault(self, name: str) -> tuple[str, str | None] | None:
        """Return what is wrong with the name of a rule, and which it may mean; None where nothing is."""
        if name in self.rules:
            return None
        return f"no rule is called {name!r}", suggestion(name, self.rules)

    def party_fault(self, name: str) -> tuple[str, str | None] | None:
        """Return what is wrong with the name of a party, and whom it may mean; None where nothing is.

        An entry of a list that is not given cannot be checked; a waiver for it clears nothing then.
        """
        if name in self.parties or any(name in entries for entries in self.entries.values()):
            return None
        of_list = next((each for each in self.entries if name.startswith(f"{each}:")), None)
        if of_list is not None:
            return f"the list {of_list!r} has no entry {name!r}", suggestion(name, self.entries[of_list])
        if ":" in name:
            return None
        return f"no party is called {name!r}", suggestion(name, self.parties)


def waiver_faults(file: YamlFile, known: Nameable, today: date, max_days: int) -> Iterator[Fault]:
    """Yield what the schema does not say of the waivers of a file; what breaks the schema is left to it."""
    value = file.value.get("waivers") if isinstance(file.value, dict) else None
    waivers = value if isinstance(value, list) else []
    stanzas = [_Stanza(file, ("waivers", at), each) for at, each in enumerate(waivers) if isinstance(each, dict)]
    yield from _twice(stanzas)
    for stanza in stanzas:
        yield from _rule_faults(stanza, known)
        yield from _scope_faults(stanza)
        yield from _name_faults(stanza, known)
        yield from _reason_faults(stanza)
        yield from _recorded_faults(stanza)
        owner, approver = stanza.text("owner"), stanza.text("approved_by")
        if owner and approver and name_key(owner) == name_key(approver):
            yield stanza.fault("whoever owns a waiver cannot approve it", "approved_by")
        yield from _day_faults(stanza, today, max_days)


class _Stanza:
    """One waiver as it was written, which may break the schema."""

    _DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

    def __init__(self, file: YamlFile, path: Path, data: dict[str, Any]) -> None:
        self.file = file
        self.path = path
        self.data = data
        scope = data.get("scope")
        understood = scope if isinstance(scope, dict) else {}
        self.scope: dict[str, Any] = {key: value for key, value in understood.items() if key in _SCOPES}

    @property
    def is_pair(self) -> bool:
        return "name_pair" in self.scope

    def text(self, *keys: str) -> str | None:
        """The text at a place; None where none stands there."""
        value: Any = self.data
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        return value if isinstance(value, str) and value.strip() else None

    def written_day(self, key: str) -> str | None:
        """What is written as a day, whether or not there is such a day."""
        text = self.text(key)
        return text if text and self._DAY.fullmatch(text) else None

    def day(self, key: str) -> date | None:
        """The day at a place; None where none stands there, or one that does not exist."""
        try:
            return date.fromisoformat(self.written_day(key) or "")
        except ValueError:
            return None

    def fault(self, message: str, *keys: str, help: str | None = None) -> Fault:
        return self.file.fault((*self.path, *keys), message, help=help)


def _twice(stanzas: list[_Stanza]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for stanza in stanzas:
        name = stanza.text("id")
        line = stanza.file.marks[*stanza.path, "id"][0] if name else 0
        if name and first.setdefault(name, line) != line:
            yield stanza.fault(f"two waivers are called {name!r}; the other is on line {first[name]}", "id")


def _rule_faults(stanza: _Stanza, known: Nameable) -> Iterator[Fault]:
    rule = stanza.text("rule")
    if rule is None or not stanza.scope:
        return
    if stanza.is_pair and rule != ALL_RULES:
        yield stanza.fault("a name pair clears a name for every rule", "rule", help="Write `rule: all`.")
    elif not stanza.is_pair and rule == ALL_RULES:
        yield stanza.fault("only a name pair is for all rules", "rule", help="Name the rule whose findings it covers.")
    elif not stanza.is_pair and (wrong := known.rule_fault(rule)):
        yield stanza.fault(wrong[0], "rule", help=wrong[1])


def _scope_faults(stanza: _Stanza) -> Iterator[Fault]:
    for key in _ALONE:
        others = [other for other in stanza.scope if other != key and not (key == "all" and other == "name_pair")]
        if key in stanza.scope and others:
            yield stanza.fault(
                f"{key!r} stands alone in a scope, not beside {', '.join(map(repr, others))}",
                "scope",
                key,
                help="Keep one of them.",
            )


def _name_faults(stanza: _Stanza, known: Nameable) -> Iterator[Fault]:
    for keys in (("name_pair", "name"), ("vendor",), ("part",)):
        if lost_characters(stanza.text("scope", *keys) or ""):
            yield stanza.fault("a name with characters that could not be read may be anybody's", "scope", *keys)
    party = stanza.text("scope", "name_pair", "party")
    if party and (wrong := known.party_fault(party)):
        yield stanza.fault(wrong[0], "scope", "name_pair", "party", help=wrong[1])


def _reason_faults(stanza: _Stanza) -> Iterator[Fault]:
    reason = stanza.text("reason")
    if reason not in WAIVER_REASONS:
        return
    if stanza.is_pair and reason != "false_positive":
        yield stanza.fault("a name pair says that a name is not a party's: its only reason is false_positive", "reason")
    if reason == "legal_exception" and "exception" not in stanza.data:
        yield stanza.fault(
            "a legal_exception needs 'exception'",
            "reason",
            help="Say where it stands and who granted it: `exception: {citation: ..., authority: ...}`.",
        )
    if reason != "legal_exception" and "exception" in stanza.data:
        yield stanza.fault(f"an exception goes with the reason legal_exception, not with {reason}", "exception")


def _recorded_faults(stanza: _Stanza) -> Iterator[Fault]:
    if stanza.is_pair and "recorded" in stanza.data:
        yield stanza.fault("nothing is recorded of a name pair, which is for every rule", "recorded")
    elif stanza.scope and not stanza.is_pair and "recorded" not in stanza.data:
        yield stanza.fault(
            "'recorded' is missing: what it was signed for",
            help="Copy it from the report: `recorded: {rule: <digest>, outcome: ..., severity: ...}`.",
        )


def _day_faults(stanza: _Stanza, today: date, max_days: int) -> Iterator[Fault]:
    for key in ("created", "expires"):
        if stanza.written_day(key) and not stanza.day(key):
            yield stanza.fault(f"no such date: {stanza.text(key)}", key)
    created, expires = stanza.day("created"), stanza.day("expires")
    if created and created > today:
        yield stanza.fault(f"{created} is still to come: today is {today}", "created")
    if not (created and expires):
        return
    if expires < created:
        yield stanza.fault(f"{expires} is before {created}, when it was created", "expires")
    elif (expires - created).days > max_days:
        message = f"{expires} is more than {max_days} days after {created}, when it was created"
        yield stanza.fault(message, "expires", help=f"It may hold through {created + timedelta(max_days)}.")
