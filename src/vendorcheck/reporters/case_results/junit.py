"""The results of cases as JUnit XML: a suite a rule, a test a case; all is said in the text of its element."""

import re
from xml.etree import ElementTree as ET

from vendorcheck.model.case import CaseResult
from vendorcheck.reporters.case_results.tried import Tried, difference_texts, line_text, setting_text
from vendorcheck.reporters.visible import visible

#: What XML cannot hold and no console is harmed by.
_NOT_XML = re.compile("[\ufffe\uffff]")


def render_junit(tried: Tried) -> str:
    """Return XML that fits the schema by which Jenkins reads test results."""
    root = ET.Element("testsuites", _counts("vendorcheck rules test", tried.results))
    for rule, results in tried.rules.items():
        suite = ET.SubElement(root, "testsuite", {**_counts(rule, tuple(results)), "skipped": _skipped(results)})
        for result in results:
            _add(suite, result)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _counts(name: str, results: tuple[CaseResult, ...]) -> dict[str, str]:
    failures = sum(bool(result.differences) for result in results)
    return {"name": name, "tests": str(len(results)), "failures": str(failures), "errors": "0"}


def _skipped(results: list[CaseResult]) -> str:
    return str(sum(result.skipped is not None for result in results))


def _add(suite: ET.Element, result: CaseResult) -> None:
    case = result.case
    name = _safe(f"{case.name} ({case.spot.file}:{case.spot.line})")
    test = ET.SubElement(suite, "testcase", {"name": name, "classname": _safe(case.rule)})
    if result.skipped:
        ET.SubElement(test, "skipped", {"message": result.skipped}).text = result.skipped
    if differences := difference_texts(result):
        failure = ET.SubElement(test, "failure", {"type": "case", "message": _safe("; ".join(differences))})
        failure.text = "\n".join(map(_safe, _told(result, differences)))


def _told(result: CaseResult, differences: list[str]) -> list[str]:
    case = result.case
    return [
        str(case.spot),
        f"as of {setting_text(case)}",
        line_text(case),
        *differences,
        *([f"missing: {', '.join(result.needs)}"] if result.needs else []),
        *([f"the line: {result.reason}"] if result.reason else []),
    ]


def _safe(text: str) -> str:
    return _NOT_XML.sub("\ufffd", visible(text))
