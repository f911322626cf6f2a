"""The program as SARIF names it, with its rules and its kinds of notifications, and the rulebooks and lists it used."""

import re
from typing import Any

from vendorcheck.model.report import Report
from vendorcheck.reporters.list_text import list_text
from vendorcheck.reporters.sarif.run import NOTIFICATIONS
from vendorcheck.reporters.visible import visible

#: A version as semver.org has it.
_SEMANTIC = re.compile(
    r"(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)"
    r"(?:-(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?"
    r"(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?",
    re.ASCII,
)


def tool(report: Report, rules: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the program, its rules and notifications, and the rulebooks and lists it used."""
    version = report.provenance.version
    driver: dict[str, Any] = {"name": "vendorcheck", "version": visible(version)}
    if _SEMANTIC.fullmatch(version):
        driver["semanticVersion"] = version
    driver["notifications"] = [{"id": name, "shortDescription": {"text": text}} for name, text in NOTIFICATIONS.items()]
    driver["rules"] = rules
    books = [
        {
            "name": f"rulebook {visible(book.name)}",
            "version": visible(book.version),
            "properties": {"sha256": book.digest},
        }
        for book in report.provenance.rulebook
    ]
    lists = [
        {
            "name": f"list {visible(each.name)}",
            "version": visible(each.day),
            "shortDescription": {"text": visible(list_text(each))},
            "properties": {"sha256": each.digest},
        }
        for each in report.provenance.lists
    ]
    return {"driver": driver, "extensions": books + lists} if books or lists else {"driver": driver}
