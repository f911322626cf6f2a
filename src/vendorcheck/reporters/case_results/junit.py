"""The results of cases as JUnit XML: a suite a rule, a test a case; all is said in the text of its element."""

from collections import Counter
from collections.abc import Iterator

from vendorcheck.model.case import CaseResult
from vendorcheck.reporters.case_results.tried import Tried, difference_texts, line_text, setting_text
from vendorcheck.reporters.junit.elements import JunitTest, Suite, junit_texts


def render_junit(tried: Tried) -> str:
    """Return XML that fits the schema by which Jenkins reads test results."""
    return "".join(junit_texts("vendorcheck rules test", _suites(tried)))


def _suites(tried: Tried) -> Iterator[Suite]:
    for rule, results in tried.rules.items():
        tests = [_tested(result) for result in results]
        yield Suite(rule, Counter(test.state for test in tests), tests)


def _tested(result: CaseResult) -> JunitTest:
    case = result.case
    test = JunitTest(f"{case.name} ({case.spot.file}:{case.spot.line})", case.rule, "passed")
    if result.skipped:
        return test._replace(state="skipped", message=result.skipped, text=(result.skipped,))
    if differences := difference_texts(result):
        told = tuple(_told(result, differences))
        return test._replace(state="failure", type="case", message="; ".join(differences), text=told)
    return test


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
