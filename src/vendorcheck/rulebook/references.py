"""What one record says of another: every name must stand for something, and stand for one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from string import Formatter
from typing import TYPE_CHECKING, Any

from vendorcheck.model.errors import Fault

if TYPE_CHECKING:
    from vendorcheck.rulebook.yaml_source import Path, YamlFile

#: By kind of record: where it refers (`*` any item, `**` any depth) and to what.
REFERENCES: dict[str, tuple[tuple[str, str], ...]] = {
    "party": (("owners/*/party", "party"), ("marks/*/equipment", "equipment")),
    "instrument": (
        ("names/*/party", "party"),
        ("scopes/*/covers/*", "equipment"),
        ("scopes/*/excludes/*", "equipment"),
        ("scopes/*/purposes/*", "purpose"),
        ("names_of/*/instrument", "instrument"),
        ("not_named/*/party", "party"),
    ),
    "evidence": (
        ("claims/*/about/*", "party"),
        ("claims/*/answers/*", "claim"),
        ("claims/*/context/*", "claim"),
        ("claims/*/contradicts/*", "claim"),
        ("requests_for_comment/*/about/*", "party"),
        ("requests_for_comment/*/answer_claims/*", "claim"),
    ),
    "correspondence": (("about/*", "party"), ("messages/*/claims/*", "claim")),
    "contradiction": (("about/*", "party"), ("claims/*", "claim"), ("rules/*", "rule")),
    "rule": (
        ("instrument", "instrument"),
        ("when/named_by", "instrument"),
        ("when/component_of", "instrument"),
        ("when/party/*", "party"),
        ("when/relabel_of/*", "party"),
        ("when/successor_of/*", "party"),
        ("when/category/*", "equipment"),
        ("if/**/equipment/*", "equipment"),
        ("if/**/purpose/*", "purpose"),
        ("if/**/origin/*", "country"),
        ("if/**/declared", "need"),
        ("about/*", "party"),
        ("binds/*", "buyer"),
        ("rests_on/*", "claim"),
        ("answers/*", "claim"),
        ("related/*", "rule"),
        ("threads/*", "correspondence"),
    ),
    "cases": (
        ("rule", "rule"),
        ("cases/*/profiles/*", "profile"),
        ("cases/*/listed/*/instrument", "instrument"),
        ("cases/*/expect/party", "party"),
    ),
    "rulebook": (("changes/*/instruments/*", "instrument"), ("changes/*/rules/*", "rule")),
    "policy": (
        ("also_fail/*/tag", "tag"),
        ("select/*", "rule or tag"),
        ("ignore/*", "rule or tag"),
        ("severities/*", "rule or tag"),
        ("profiles/*", "profile"),
    ),
    "profile": (("buyers/*", "buyer"),),
    "vocabulary": (("equipment/*/kind_of", "equipment"), ("purposes/*/denies/*", "purpose")),
}

#: What the records introduce: themselves, items that have an id, and keys.
_NAMED = {
    "party": "party",
    "instrument": "instrument",
    "rule": "rule",
    "profile": "profile",
    "policy": "policy",
    "correspondence": "correspondence",
    "contradiction": "contradiction",
    "evidence": "document",
}
_ITEMS = {
    "evidence": (("claims", "claim"), ("requests_for_comment", "request for comment")),
    "vocabulary": (("equipment", "equipment"), ("purposes", "purpose")),
}
_KEYS = {"vocabulary": (("buyers", "buyer"), ("needs", "need"), ("countries", "country"))}

#: What is longer is nobody's slip of the pen.
LONGEST = 100

#: What one chooses from: so many names of it or fewer are listed where none is close to what was written.
LISTED = ("equipment", "purpose", "buyer", "need", "country", "profile", "tag")
MOST_LISTED = 40

#: What a message may put in for a name in braces.
MESSAGE_FIELDS = ("party", "since", "listed_as", "conflict")


class Known:
    """Every name that may be referred to, by kind, with the file that introduced it."""

    def __init__(self) -> None:
        """Begin with none."""
        self.names: dict[str, dict[str, str]] = defaultdict(dict)

    def add(self, kind: str, name: str, file: str) -> str | None:
        """Add a name; return the file that already has it, if one does."""
        taken = self.names[kind].get(name)
        if taken is None:
            self.names[kind][name] = file
        if kind in ("rule", "tag"):
            self.names["rule or tag"].setdefault(name, file)
        return taken


def introduced(kind: str, value: Mapping[str, Any]) -> Iterator[tuple[str, str, Path]]:
    """Yield kind, name and place of everything that a record introduces."""
    if kind in _NAMED:
        yield _NAMED[kind], value["id"], ("id",)
    for part, named in _ITEMS.get(kind, ()):
        for at, item in enumerate(value.get(part, ())):
            yield named, item["id"], (part, at, "id")
    for part, named in _KEYS.get(kind, ()):
        for key in value.get(part, {}):
            yield named, key, (part, key)
    for at, tag in enumerate(value.get("tags", ())):
        yield "tag", tag, ("tags", at)


def duplicate_faults(known: Known, kind: str, file: YamlFile) -> Iterator[Fault]:
    """Add what a record introduces to the known names; yield a fault for each that is taken."""
    for named, name, path in introduced(kind, file.value):
        taken = known.add(named, name, file.name)
        if taken is not None and named not in ("country", "tag"):  # several records may share these
            yield file.fault(path, f"{named} {name!r} is already in {taken}")


def reference_faults(known: Known, kind: str, file: YamlFile, unread: Collection[str] = ()) -> Iterator[Fault]:
    """Yield a fault for every name in a record that stands for nothing; those in `unread` are not judged."""
    for pattern, target in REFERENCES.get(kind, ()):
        for path, name in _found(file.value, tuple(pattern.split("/")), ()):
            if name not in known.names[target] and name not in unread:
                hint = (meant_or_known if target in LISTED else suggestion)(name, known.names[target])
                yield file.fault(path, f"no {target} is called {name!r}", help=hint)
    if kind == "rule":
        yield from _message_faults(file)
    if kind == "instrument":
        yield from _scope_faults(file)
    if kind == "policy":
        yield from _file_faults(file)


def suggestion(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is meant where one is close, as a help line."""
    close = get_close_matches(name, list(known), 1) if len(name) <= LONGEST else []
    return f"Did you mean {close[0]!r}?" if close else None


def meant_or_known(name: str, known: Collection[str]) -> str | None:
    """Return the known name that is meant, or all of them where none is close and they are few, as a help line."""
    few = f"Known: {', '.join(known)}." if 0 < len(known) <= MOST_LISTED else None
    return suggestion(name, known) or few


def _found(value: Any, pattern: tuple[str, ...], path: Path) -> Iterator[tuple[Path, str]]:
    if not pattern:
        if isinstance(value, str):
            yield path, value
        return
    head, rest = pattern[0], pattern[1:]
    if head == "**":
        yield from _found(value, rest, path)
        for key, item in _items(value):
            yield from _found(item, pattern, (*path, key))
    elif head == "*" and not rest and isinstance(value, dict):
        yield from (((*path, key), key) for key in value)
    else:
        for key, item in _items(value):
            if head in ("*", key):
                yield from _found(item, rest, (*path, key))


def _items(value: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()


def _message_faults(file: YamlFile) -> Iterator[Fault]:
    rule = file.value
    texts = [
        (("message",), rule["message"]),
        *((("about", key), text) for key, text in rule.get("about", {}).items()),
    ]
    for path, text in texts:
        wrong = _message_fault(text)
        if wrong is not None:
            known = ", ".join("{" + field + "}" for field in MESSAGE_FIELDS)
            yield file.fault(path, wrong, help=f"Known: {known}.")


def _message_fault(text: str) -> str | None:
    try:
        pieces = list(Formatter().parse(text))
    except ValueError as error:
        return f"a brace without its fellow: {error}"
    for _, name, form, conversion in pieces:
        if name is not None and (name not in MESSAGE_FIELDS or form or conversion):
            shown = name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
            return f"a message cannot put in {shown!r}"
    return None


def _scope_faults(file: YamlFile) -> Iterator[Fault]:
    scopes = file.value.get("scopes", {})
    for part, at, item in _scoped(file.value):
        scope = item["scope"]
        if scope not in scopes:
            yield file.fault(
                (part, at, "scope"),
                f"no scope of this instrument is called {scope!r}",
                help=meant_or_known(scope, scopes),
            )


def _file_faults(policy: YamlFile) -> Iterator[Fault]:
    """A rulebook goes from folder to folder and into a package: the files beside it do not."""
    for key in ("waivers", "baseline"):
        if isinstance(policy.value.get(key), dict):
            hint = "Write any or none; a policy in a file of its own, for --policy, may name one."
            yield policy.fault((key, "file"), "a policy of a rulebook names no file", help=hint)


def _scoped(instrument: Mapping[str, Any]) -> Iterator[tuple[str, int, Mapping[str, Any]]]:
    """The namings, own and taken over, that speak of a scope."""
    for part in ("names", "names_of"):
        for at, item in enumerate(instrument.get(part, ())):
            if "scope" in item:
                yield part, at, item
