"""Policies that stand in a config or in a file of their own: read, checked against a rulebook, made into the model."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from vendorcheck.model.errors import ConfigError, Fault, PolicyError, VendorcheckError
from vendorcheck.model.policy import Policy, Raised, is_of
from vendorcheck.model.report import FileRecord
from vendorcheck.model.rule import SEVERITIES, Rule, Severity
from vendorcheck.rulebook.config.building import age_faults, build_policy
from vendorcheck.rulebook.config.reading import parsed, read_content
from vendorcheck.rulebook.references import meant_or_known, suggestion

if TYPE_CHECKING:
    from vendorcheck.model.rulebook import Rulebook
    from vendorcheck.rulebook.yaml_source import Path, YamlFile

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PIN = "@sha256:"
_DIGEST = re.compile(r"[0-9a-f]{64}")


class PolicyText(NamedTuple):
    """A policy as it stands in a file that fits its schema: its name, where it is, from where its paths start."""

    id: str
    file: YamlFile
    at: Path
    folder: pathlib.Path
    kind: str

    @property
    def value(self) -> Mapping[str, Any]:
        """The policy as written."""
        value = self.file.value
        for key in self.at:
            value = value[key]
        return dict(value)

    def fault(self, path: Path, message: str, help: str | None = None) -> Fault:
        """Return a fault at a part of it."""
        return self.file.fault((*self.at, *path), message, help=help)


class PolicyFile(NamedTuple):
    """A file of one policy, with the digest of its bytes, and whether the run named that digest."""

    text: PolicyText
    record: FileRecord
    pinned: bool


def names_a_file(name: str) -> bool:
    """Return whether a policy is named by its file, and not by its id."""
    return _ID.fullmatch(name) is None


def policy_file(name: str) -> PolicyFile:
    """Return the policy in `FILE` or `FILE@sha256:DIGEST`; an error where its bytes have another digest."""
    shown, pin, wanted = name.rpartition(_PIN) if _PIN in name else (name, "", "")
    if pin and not _DIGEST.fullmatch(wanted):
        message = f"the policy is pinned by {wanted!r}, which is no SHA-256"
        raise VendorcheckError("usage", message, help="It has 64 digits or small letters a to f.")
    path = pathlib.Path(shown)
    content = read_content(path, "policy")
    if pin and content.digest != wanted:
        message = f"the policy {content.name} is not the one that the run is pinned to"
        both = f"It has the SHA-256 {content.digest}, and {wanted} is asked for."
        raise VendorcheckError("policy_invalid", message, help=both)
    file = parsed(content, "policy")
    text = PolicyText(file.value["id"], file, (), path.parent, "policy")
    return PolicyFile(text, FileRecord(content.name, content.digest), bool(pin))


def checked_policies(texts: Iterable[PolicyText], rulebook: Rulebook) -> tuple[Policy, ...]:
    """Return the policies; an error with every fault where one of them does not go with the rulebook."""
    texts = tuple(texts)
    faults = tuple(fault for text in texts for fault in _faults(text, rulebook))
    if faults:
        raise (ConfigError if texts[0].kind == "config" else PolicyError)(faults)
    return tuple(build_policy({**text.value, "id": text.id}, text.folder) for text in texts)


def raised_rules(severities: Iterable[Raised], rules: Mapping[str, Rule]) -> dict[str, Severity]:
    """Return the rules whose findings have a severity at least, by id; the highest where several are said."""
    raised: dict[str, Severity] = {}
    for each in severities:
        for rule in rules.values():
            if is_of(rule, (each.of,)):
                raised[rule.id] = max(each.to, raised.get(rule.id, each.to), key=SEVERITIES.index)
    return raised


def lowered(raised: Raised, rules: Mapping[str, Rule]) -> str | None:
    """Return what is wrong with a severity that is lower than that of a rule it is said of; None where nothing is."""
    for rule in rules.values():
        if is_of(rule, (raised.of,)) and SEVERITIES.index(raised.to) < SEVERITIES.index(rule.severity):
            return f"{raised.to} is lower than {rule.severity}, the severity of {rule.id}: it may only be raised"
    return None


def _faults(text: PolicyText, rulebook: Rulebook) -> Iterator[Fault]:
    if text.kind == "config" and text.id in rulebook.policies:
        yield text.fault((), f"{text.id!r} is a policy of the rulebook", help="Give this one another name.")
    yield from _name_faults(text, rulebook)
    for of, to in text.value.get("severities", {}).items():
        wrong = lowered(Raised(of, to), rulebook.rules)
        if wrong:
            yield text.fault(("severities", of), wrong)
    yield from (text.fault((key,), wrong) for key, wrong in age_faults(text.value))


def _name_faults(text: PolicyText, rulebook: Rulebook) -> Iterator[Fault]:
    """What the policy names and the rulebook does not know."""
    value, tags = text.value, {tag for rule in rulebook.rules.values() for tag in rule.tags}
    for at, item in enumerate(value.get("also_fail", ())):
        if item["tag"] not in tags:
            message = f"no tag is called {item['tag']!r}"
            yield text.fault(("also_fail", at, "tag"), message, help=meant_or_known(item["tag"], sorted(tags)))
    for at, name in enumerate(value.get("profiles", ())):
        if name not in rulebook.profiles:
            message = f"no profile is called {name!r}"
            yield text.fault(("profiles", at), message, help=meant_or_known(name, rulebook.profiles))
    for path, name in _rules_named(value):
        if name not in rulebook.rules and name not in tags:
            message = f"no rule or tag is called {name!r}"
            yield text.fault(path, message, help=suggestion(name, [*rulebook.rules, *sorted(tags)]))


def _rules_named(value: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    for key in ("select", "ignore"):
        yield from (((key, at), name) for at, name in enumerate(value.get(key, ())))
    yield from ((("severities", name), name) for name in value.get("severities", {}))
