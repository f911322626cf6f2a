"""Who is to be asked what: the questions and open facts of a report, each once, with the lines they are about."""

from collections.abc import Iterator
from typing import NamedTuple

from vendorcheck.model.correspondence import OpenPoint
from vendorcheck.model.finding import Finding
from vendorcheck.model.report import Report
from vendorcheck.reporters.text.lines import binds_others
from vendorcheck.reporters.text.order import worst_first
from vendorcheck.reporters.visible import visible

#: Facts that a supplier can settle, and how it is asked for them; the others are settled by the buyer.
OF_SUPPLIER = {
    "identity": "Who made this model? Please give the maker's declaration, the FCC ID and a MAC address.",
    "authorised-on": "On which day was the model's FCC equipment authorisation granted, and under which FCC ID?",
    "origin": "In which country was it made?",
    "ownership": "Who owned the maker on the day of this screening, and with which shares?",
    "certificate-shown": "Does the offer rely on a certificate of this scheme? Please give it with its day.",
    "substantial-component": (
        "Is the component substantial or essential to the item, or critical technology in it, and does the item work "
        "without it?"
    ),
    "contains-modular-transmitter": "Does the device contain the module as its radio transmitter?",
    "scrutinized-company": (
        "Is your company, or the one whose product it is, a scrutinized company in the sense of the act? Please give "
        "the certificate."
    ),
}


class Asked(NamedTuple):
    """A question, of each line that it is about one finding, and the rules that ask it.

    One without any is asked of every supplier, whatever its lines name.
    """

    text: str
    findings: list[Finding]
    rules: list[str]


class Unanswered(NamedTuple):
    """What a regulator or a reporter asked of a company and nobody is known to have answered."""

    party: str
    title: str
    asker: str
    point: OpenPoint


class Questions(NamedTuple):
    """All that is to be asked: by supplier, by maker, of the buyer itself, and what others asked in vain.

    `left_out` are the rules that bind other buyers, whose questions are not asked.
    """

    suppliers: dict[str, list[Asked]]
    makers: dict[str, list[Asked]]
    buyer: list[Asked]
    unanswered: list[Unanswered]
    left_out: set[str]


def questions_of(report: Report) -> Questions:
    """Return who is to be asked what; suppliers in the order of the roll-up, lines with the worst first."""
    suppliers: dict[str, dict[str, Asked]] = {supplier.name: {} for supplier in report.suppliers}
    makers: dict[str, dict[str, Asked]] = {}
    buyer: dict[str, Asked] = {}
    for supplier in report.suppliers:
        for question in supplier.questions:
            _ask(suppliers[supplier.name], question.ask)
    names = {_key(supplier.name): supplier.name for supplier in report.suppliers}
    for finding in _asking(report):
        supplier_name = names.get(_key(_vendor(finding)), _vendor(finding).strip())
        asked = {
            "supplier": suppliers.setdefault(supplier_name, {}),
            "maker": makers.setdefault(finding.party_name or "", {}),
            "buyer": buyer,
        }
        for to, text in _texts(finding):
            _ask(asked[to], text, finding)
    return Questions(
        {name: list(each.values()) for name, each in suppliers.items() if each},
        {name: list(each.values()) for name, each in makers.items() if each},
        list(buyer.values()),
        list(_unanswered(report)),
        {finding.rule for finding in report.findings if binds_others(report, finding)},
    )


def _asking(report: Report) -> Iterator[Finding]:
    """The findings that ask anything of this buyer's: of the worst lines first, waived ones left out."""
    findings = {finding.id: finding for finding in report.findings}
    for line in worst_first(report, findings):
        for known in line.findings:
            if not binds_others(report, findings[known]) and not findings[known].waived:
                yield findings[known]


def _texts(finding: Finding) -> Iterator[tuple[str, str]]:
    """Whom a finding asks what: what is missing first, as far as it keeps the finding open."""
    if finding.outcome != "yes":
        for need in finding.needs:
            yield ("supplier", OF_SUPPLIER[need.fact]) if need.fact in OF_SUPPLIER else ("buyer", need.ask)
    for question in finding.questions:
        yield question.to, question.ask


def _ask(asked: dict[str, Asked], text: str, finding: Finding | None = None) -> None:
    """Ask once, and gather the lines."""
    entry = asked.setdefault(text, Asked(text, [], []))
    if finding and finding.rule not in entry.rules:
        entry.rules.append(finding.rule)
    # The findings of one line follow each other.
    if finding and not (entry.findings and _where(entry.findings[-1]) == _where(finding)):
        entry.findings.append(finding)


def _unanswered(report: Report) -> Iterator[Unanswered]:
    """Each open point of each correspondence once, as far as it is open on the day of the run."""
    seen: set[tuple[str, str, str]] = set()
    for finding in report.findings:
        party = finding.party_name or ""
        for thread in finding.threads:
            for point in thread.open:
                key = (party, thread.id, point.point)
                answered = point.until is not None and point.until.last <= report.settings.as_of
                if key not in seen and not answered:
                    seen.add(key)
                    asker = next((each.sender for each in thread.messages if each.kind == "question"), "")
                    yield Unanswered(party, thread.title, asker, point)


def _where(finding: Finding) -> tuple[object, ...]:
    return (finding.bill, finding.place.sheet, finding.line)


def _vendor(finding: Finding) -> str:
    return next((visible(cell.text) for cell in finding.excerpt if cell.role == "vendor"), "")


def _key(name: str) -> str:
    return " ".join(visible(name).split()).casefold()
