"""Texts that say more than their rule, their instrument or their source does."""

import pkgutil
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from vendorcheck.lint.book import Book, each
from vendorcheck.model.errors import Fault
from vendorcheck.rulebook.yaml_source import Path, YamlFile, read_yaml

#: The table of sentences that no text may hold; its head says how it is read.
TABLE = "wording.yaml"

#: What is said with these standings alone is an allegation or a report.
ALLEGED = {"ngo_allegation", "government_allegation", "investigative_report"}

#: What a company or a state says for itself may name what it denies.
OWN_WORDS = {"company_denial", "company_statement", "state_statement"}

#: What says whom a rule binds, or since when.
_WHOM_OR_WHEN = re.compile(
    r"\b(19|20)\d\d\b|{since}|\b(section \d|agenc|department|federal|recipient|state|public bod|importer|export"
    r"|Commonwealth|US person|council|authorit|ministr|buyer|contractor|universit|investor)",
    re.IGNORECASE,
)


class Text(NamedTuple):
    """A text that a report may show: where it stands, and by which parts of the table it is held."""

    file: YamlFile
    path: Path
    groups: frozenset[str]
    text: str


def wording(book: Book) -> Iterator[Fault]:
    """A text that calls a rule, a listing or an allegation more than it is, or a bar as if it bound all."""
    entries = forbidden()
    for text in texts(book):
        for entry in entries:
            if not text.groups.isdisjoint(entry["in"]):
                found = re.search(entry["pattern"], text.text, re.IGNORECASE)
                if found is not None:
                    message = f"{found.group()!r} says more than is so ({entry['id']})"
                    hint = f"{entry['why']} Such as: {entry['passes'][0]}"
                    yield text.file.fault(text.path, message, help=hint)
    for file, rule in book.own("rule"):
        yield from _everybody(file, rule)


@cache
def forbidden() -> tuple[Mapping[str, Any], ...]:
    """Return the table of sentences that no text may hold."""
    content = pkgutil.get_data(__package__, TABLE)
    return tuple(read_yaml(TABLE, content or b"").value)


def texts(book: Book) -> Iterator[Text]:
    """Yield every text of one's own records that a report may show, but for an instrument's title: it is quoted."""
    claims = {claim["id"]: claim for claim in book.items("evidence", "claims")}
    for file, rule in book.own("rule"):
        groups = frozenset({"all", "rules", *_rule_groups(book, rule, claims)})
        yield from (Text(file, path, groups, text) for path, text in _said(rule))
    for file, instrument in book.own("instrument"):
        groups = frozenset({"all", "export"} if _exports_only(instrument) else {"all"})
        yield Text(file, ("short",), groups, instrument["short"])
    for file, document in book.own("evidence"):
        for path, claim in each(document, "claims"):
            yield Text(file, (*path, "statement"), frozenset(_claim_groups(claim)), claim["statement"])
    for file, thread in book.own("correspondence"):
        yield from (Text(file, path, frozenset({"all"}), text) for path, text in _letters(thread))
    for file, contradiction in book.own("contradiction"):
        groups = frozenset({"all", "claims"})
        yield from (Text(file, (key,), groups, contradiction[key]) for key in ("question", "says", "reading"))
    for file, words in book.own("vocabulary"):
        for key in ("needs", "buyers"):
            for name, text in words.get(key, {}).items():
                yield Text(file, (key, name), frozenset({"all", "rules"}), text)


def _said(rule: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    yield from (((key,), rule[key]) for key in ("title", "message"))
    yield from ((("about", party), text) for party, text in rule.get("about", {}).items())
    yield from each(rule, "next_steps")
    for part in ("questions", "supplier_questions"):
        yield from (((*path, "ask"), question["ask"]) for path, question in each(rule, part))


def _letters(thread: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    yield ("title",), thread["title"]
    yield from (((*path, "says"), message["says"]) for path, message in each(thread, "messages"))
    yield from (((*path, "point"), point["point"]) for path, point in each(thread, "open"))


def _rule_groups(book: Book, rule: Mapping[str, Any], claims: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    standings = {claims[claim]["standing"] for claim in rule.get("rests_on", ()) if claim in claims}
    if standings and standings <= ALLEGED:
        yield "allegations"
    when = rule["when"]
    instrument = book.find(
        "instrument", rule.get("instrument") or when.get("named_by") or when.get("component_of") or ""
    )
    if instrument and _exports_only(instrument):
        yield "export"
    if not rule["bars"]:
        yield "barring-nothing"


def _claim_groups(claim: Mapping[str, Any]) -> set[str]:
    if claim["standing"] in OWN_WORDS:
        return {"claims"}
    return {"all", "claims", *({"allegations"} if claim["standing"] in ALLEGED else ())}


def _exports_only(instrument: Mapping[str, Any]) -> bool:
    return set(instrument["acts"]) == {"export"}


def _everybody(file: YamlFile, rule: Mapping[str, Any]) -> Iterator[Fault]:
    """So that no message reads as if it bound everybody at all times."""
    about = ((("about", party), text) for party, text in rule.get("about", {}).items())
    for path, text in ((("message",), rule["message"]), *about):
        if rule["bars"] and not _WHOM_OR_WHEN.search(text):
            message = "it reads as if the rule bound everybody at all times"
            yield file.fault(path, message, help="Say whom it binds, or since when.")
