"""The questions that would settle a report, as Markdown to paste into letters: one part for each who is asked."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from vendorcheck.model.finding import Finding
from vendorcheck.model.period import dated
from vendorcheck.model.report import Report
from vendorcheck.reporters.asked import Asked, Unanswered, questions_of
from vendorcheck.reporters.markdown.safe import code, prose
from vendorcheck.reporters.output import text_writer
from vendorcheck.reporters.text.title import place_text
from vendorcheck.reporters.text.words import count_text, listed

#: How many lines a question names, and how many suppliers or makers have a part of their own.
MAX_LINES, MAX_PARTS = 20, 1000

#: How many rules are named as the reason of a question.
MAX_RULES = 3

_FAIR = "A question accuses nobody. It is asked because a rule turns on the answer, and the bill does not give it.\n\n"
_OF_ALL = "\n   - Asked of every supplier: rules that bind this buyer turn on it, whatever the lines name"

_NOTHING = "There is nothing to ask: no question of a rule and no missing fact came up.\n"


def write(report: Report, file: BinaryIO) -> None:
    """Write the questions as Markdown."""
    text_writer(question_texts(report))(file)


def question_texts(report: Report) -> Iterator[str]:
    """Yield the parts: suppliers, those without a name, makers, the buyer itself, what regulators asked in vain."""
    asked = questions_of(report)
    yield from _head(report)
    if not (asked.suppliers or asked.makers or asked.buyer or asked.unanswered):
        yield _NOTHING
    else:
        yield _FAIR
    named = _Named(report)
    nameless = asked.suppliers.pop("", [])
    yield from _parts(asked.suppliers, "To {}", "suppliers", named)
    if nameless:
        yield _part("No supplier named", nameless, named)
    yield from _parts(asked.makers, "To the maker: {}", "makers", named)
    if asked.buyer:
        yield _part("Ask yourself", asked.buyer, named)
    if asked.unanswered:
        yield _unanswered(asked.unanswered, report)
    if asked.left_out:
        count = count_text(len(asked.left_out), "rule")
        yield f"Questions of {count} that bind other buyers are not asked here; each is asked with its profile.\n"


class _Named:
    """How the lines and rules of a report are called."""

    def __init__(self, report: Report) -> None:
        self._single = sum(len(bill.tables) for bill in report.coverage.bills) == 1
        self._titles = {rule.id: rule.title for rule in report.rules}

    def line(self, finding: Finding) -> str:
        """A line by its number, where there is one table, with its part and maker as written, and how sure it is."""
        place = f"line {finding.line}" if self._single else code(place_text(finding, whole=False))
        part = next((code(cell.text, 80) for cell in finding.excerpt if cell.role == "part"), "")
        maker = next((code(cell.text, 80) for cell in finding.excerpt if cell.role in ("maker", "brand")), "")
        what = " by ".join(filter(None, (part, maker)))
        sure = "only possible" if finding.confidence == "possible" else ""
        said = ", ".join(filter(None, (what, sure)))
        return f"{place}{f' ({said})' if said else ''}"

    def rule(self, name: str) -> str:
        """A rule by its title and its id."""
        title = self._titles.get(name)
        return f"{prose(title)} ({code(name)})" if title else code(name)


def _head(report: Report) -> Iterator[str]:
    settings = report.settings
    buyers = ", ".join(code(profile.id) for profile in settings.profiles) or "no buyer named"
    bills = ", ".join(code(bill.name) for bill in report.coverage.bills[:20])
    more = len(report.coverage.bills) - 20
    yield "# Questions to settle\n\n"
    yield f"On {bills}{f' and {more} more' if more > 0 else ''} · for {buyers} · as of {settings.as_of.isoformat()}\n\n"
    if settings.reference:
        yield f"Reference: {prose(settings.reference)}\n\n"
    if settings.summary_only:
        yield "Lines and findings are left out (`--summary-only`), and their questions with them.\n\n"


def _parts(asked: dict[str, list[Asked]], heading: str, who: str, named: _Named) -> Iterator[str]:
    for name, questions in list(asked.items())[:MAX_PARTS]:
        yield _part(heading.format(code(name) if name else "not named"), questions, named)
    if len(asked) > MAX_PARTS:
        yield f"**{len(asked) - MAX_PARTS} more {who} left out here; the report as JSON has all.**\n\n"


def _part(heading: str, questions: Iterable[Asked], named: _Named) -> str:
    """A heading and its questions, numbered, each with the lines it is about and why it is asked."""
    rows = (f"{number}. {prose(each.text)}{_about(each, named)}\n" for number, each in enumerate(questions, start=1))
    return f"## {heading}\n\n{''.join(rows)}\n"


def _about(asked: Asked, named: _Named) -> str:
    """The lines that a question is about, each with its part and maker, whom they point to, and the rules that ask."""
    if not asked.findings:
        return _OF_ALL
    lines = [named.line(finding) for finding in asked.findings[:MAX_LINES]]
    more = len(asked.findings) - MAX_LINES
    ending = f"; and {count_text(more, 'line')} more" if more > 0 else ""
    parties = list(dict.fromkeys(code(each.party_name) for each in asked.findings if each.party_name))
    about = f"\n   - About {listed(parties, MAX_LINES)}" if parties else ""
    rules = listed([named.rule(rule) for rule in asked.rules], MAX_RULES)
    return f"{about}\n   - On {'; '.join(lines)}{ending}\n   - Why: {rules}"


def _unanswered(points: Iterable[Unanswered], report: Report) -> str:
    """What was asked of the companies behind the lines and is open as of the day, with since when."""
    rows = map(_open, points)
    day = report.settings.as_of.isoformat()
    return f"## Questions of regulators and reporters, open as of {day}\n\n{''.join(rows)}\n"


def _open(each: Unanswered) -> str:
    """A question that others asked, by whom, and since when it is open."""
    since, note = dated("since", each.point.since.text), f". {prose(each.point.note)}" if each.point.note else ""
    asked = f"Asked by {prose(each.asker)} ({prose(each.title)}); open {prose(since)}{note}"
    return f"- {code(each.party)}: {prose(each.point.point)} {asked}\n"
