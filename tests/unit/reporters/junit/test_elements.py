"""JUnit XML: counts that add up, text that XML can hold."""

from collections import Counter
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.reporters.junit.elements import JunitTest, State, Suite, junit_texts

STATES: tuple[State, ...] = ("passed", "failure", "error", "skipped")


def _read(suite: Suite) -> ET.Element:
    return ET.fromstring("".join(junit_texts("all", [suite, suite])))  # noqa: S314 (our own text)


def test_the_counts_add_up() -> None:
    tests = [JunitTest(f"t{at}", "c", state, "kind", "why", ("text",)) for at, state in enumerate(STATES)]
    root = _read(Suite("one", Counter(test.state for test in tests), tests, {"key": "value"}))
    assert root.attrib == {"name": "all", "tests": "8", "failures": "2", "errors": "2", "time": "0"}
    first = root[0]
    assert first.attrib == {
        "name": "one", "tests": "4", "failures": "1", "errors": "1", "skipped": "1", "time": "0",
    }  # fmt: skip
    assert [[child.tag for child in each] for each in first] == [
        ["property"],
        ["system-out"],
        ["failure"],
        ["error"],
        ["skipped"],
    ]
    failure = first[2][0]
    assert (failure.attrib, failure.text) == ({"type": "kind", "message": "why"}, "text")


def test_a_test_of_which_there_is_nothing_to_say_is_bare() -> None:
    root = _read(Suite("one", Counter(["passed"]), [JunitTest("t", "c", "passed")]))
    assert root[0][0].attrib == {"name": "t", "classname": "c", "time": "0"}
    assert list(root[0][0]) == []


@given(st.text())
def test_any_text_gives_a_document(text: str) -> None:
    states: Counter[State] = Counter(["failure"])
    root = _read(Suite(text, states, [JunitTest(text, text, "failure", text, text, (text, text))], {text: text}))
    assert len(root.findall("testsuite/testcase/failure")) == 2
