"""Cases beside a rule: lines that show that it flags what it must, and nothing else."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from vendorcheck.lint.book import Book, each
from vendorcheck.model.errors import Fault
from vendorcheck.rulebook.yaml_source import YamlFile

PASSES = "none"


def cases(book: Book) -> Iterator[Fault]:
    """A stable rule without a case that flags and one that passes, a rule with two case files, a name used twice."""
    by_rule: dict[str, list[tuple[YamlFile, Mapping[str, Any]]]] = {}
    for file, value in book.own("cases"):
        by_rule.setdefault(value["rule"], []).append((file, value))
        yield from _names(file, value)
        yield from _drafts(book, file, value)
    for file, rule in book.own("rule"):
        found = by_rule.get(rule["id"], [])
        if rule["status"] == "stable" and not (not found and book.may_be_unread("cases")):
            yield from _shown(file, rule, [case for _, value in found for case in value["cases"]])
    for found in by_rule.values():
        for file, value in found[1:]:
            yield file.fault(("rule",), f"the cases of {value['rule']!r} are already in {found[0][0].name}")


def _shown(file: YamlFile, rule: Mapping[str, Any], found: list[Mapping[str, Any]]) -> Iterator[Fault]:
    outcomes = {case["expect"]["outcome"] for case in found}
    stem = file.name.rpartition("/")[2].rpartition(".")[0]
    if not outcomes:
        hint = f"Write {stem}.cases.yaml beside it: a line that it flags, and one that it lets pass."
        yield file.fault(("id",), f"no case shows what {rule['id']!r} does", help=hint)
    elif outcomes == {PASSES}:
        yield file.fault(
            ("id",), f"no case of {rule['id']!r} flags a line", help="Add one with an outcome yes or unknown."
        )
    elif PASSES not in outcomes:
        yield file.fault(("id",), f"no case of {rule['id']!r} lets a line pass", help="Add one with `outcome: none`.")


def _names(file: YamlFile, value: Mapping[str, Any]) -> Iterator[Fault]:
    seen = Counter[str]()
    for path, case in each(value, "cases"):
        seen[case["name"]] += 1
        if seen[case["name"]] > 1:
            yield file.fault((*path, "name"), f"another case is called {case['name']!r}")


def _drafts(book: Book, file: YamlFile, value: Mapping[str, Any]) -> Iterator[Fault]:
    rule = book.find("rule", value["rule"])
    if rule is None or rule["status"] == "stable":
        return
    for path, case in each(value, "cases"):
        if case["expect"]["outcome"] != PASSES:
            message = f"a {rule['status']} rule never runs, and so flags nothing"
            yield file.fault((*path, "expect", "outcome"), message)
