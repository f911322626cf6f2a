"""JUnit XML that fits the schema by which Jenkins reads test results: suites of tests, written one after another."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple
from xml.etree import ElementTree as ET
from xml.sax.saxutils import quoteattr

from vendorcheck.reporters.xml_text import xml_text

State = Literal["passed", "failure", "error", "skipped"]


class JunitTest(NamedTuple):
    """A test and what became of it; `message` and `text`, lines, say why, or tell what there is to know."""

    name: str
    classname: str
    state: State
    type: str | None = None
    message: str | None = None
    text: tuple[str, ...] = ()


class Suite(NamedTuple):
    """Some tests under a name; `states` counts them before they are made, so that none need be kept."""

    name: str
    states: Counter[State]
    tests: Iterable[JunitTest]
    properties: Mapping[str, str] = {}


def junit_texts(name: str, suites: Iterable[Suite]) -> Iterator[str]:
    """Yield the whole document piece by piece, with counts that add up."""
    kept = list(suites)
    total: Counter[State] = sum((suite.states for suite in kept), Counter())
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites{_attributes(_counts(name, total))} time="0">\n'
    for suite in kept:
        counts = {**_counts(suite.name, suite.states), "skipped": str(suite.states["skipped"])}
        yield f'  <testsuite{_attributes(counts)} time="0">\n'
        if suite.properties:
            yield f"    {_element(_properties(suite.properties))}\n"
        for test in suite.tests:
            yield f"    {_element(_test(test))}\n"
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _counts(name: str, states: Counter[State]) -> dict[str, str]:
    counts = {"tests": states.total(), "failures": states["failure"], "errors": states["error"]}
    return {"name": name, **{key: str(count) for key, count in counts.items()}}


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f" {key}={quoteattr(xml_text(value))}" for key, value in values.items())


def _properties(values: Mapping[str, str]) -> ET.Element:
    root = ET.Element("properties")
    for name, value in values.items():
        ET.SubElement(root, "property", {"name": xml_text(name), "value": xml_text(value)})
    return root


def _test(test: JunitTest) -> ET.Element:
    names = {"name": xml_text(test.name), "classname": xml_text(test.classname)}
    root = ET.Element("testcase", {**names, "time": "0"})
    text = "\n".join(map(xml_text, test.text))
    if test.state != "passed":
        about = {"type": test.type, "message": test.message}
        told = {key: xml_text(value) for key, value in about.items() if value is not None}
        ET.SubElement(root, test.state, told).text = text
    elif text:
        ET.SubElement(root, "system-out").text = text
    return root


def _element(root: ET.Element) -> str:
    return ET.tostring(root, encoding="unicode")
