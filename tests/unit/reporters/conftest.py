"""One small report, made by hand: a prohibited line with one finding, and a clear one."""

from collections.abc import Callable
from datetime import date

import pytest

from vendorcheck.model.bom import Column, Layout, Reading
from vendorcheck.model.contradiction import Contradiction
from vendorcheck.model.correspondence import Message, OpenPoint, Thread
from vendorcheck.model.finding import (
    Answer,
    Determination,
    Excerpt,
    Finding,
    Ground,
    LineResult,
    MatchNote,
    Need,
    Place,
    Proof,
)
from vendorcheck.model.period import Period
from vendorcheck.model.records import DocumentRecord, Holder, PartyDecision, PartyRecord, RuleRecord
from vendorcheck.model.report import (
    BillRecord,
    Coverage,
    ListRecord,
    NotScreened,
    Provenance,
    Report,
    Settings,
    Summary,
    SupplierResult,
    TableRecord,
    Verdict,
)
from vendorcheck.model.rule import Profile, Question
from vendorcheck.model.rulebook import Source
from vendorcheck.model.waiver import WaivedBy

DAY = date(2026, 11, 21)
ID = "f00df00df00d"
MATCH = MatchNote("maker", "ACME INC", "Acme, Inc.", ("acme",), ("inc",), ())
EXCERPT = (
    Excerpt(1, "vendor", "Supplier", "Harbor"),
    Excerpt(2, "maker", "Maker", "ACME INC"),
    Excerpt(4, "part", "Model", "A-1"),
)


DECISION = PartyDecision(
    instrument="act-1",
    short="Act 1",
    state="named",
    date="2020-01-01",
    until=None,
    says="names Acme, Inc.",
    citation="Act 1, schedule",
    url="https://law.test/act-1",
    standing="government_action",
    provisional=None,
)
HOLDER = Holder("Acme Group", "acme-group", 51.5, "held", "2019", None, None, "Annual report 2025")


@pytest.fixture
def layout() -> Layout:
    """Four columns, the third of them not screened."""
    columns = (
        Column(1, "Supplier", "vendor"),
        Column(2, "Maker", "maker"),
        Column(3, "Password", "ignored"),
        Column(4, "Model", "part"),
    )
    return Layout("csv", "utf-8", ",", None, 1, columns)


@pytest.fixture
def line() -> LineResult:
    """A line that matched in its second cell."""
    return LineResult(
        bill="bom.csv",
        line=2,
        place=Place(None, 8, 2),
        determination="PROHIBITED",
        reason="barred by no-acme",
        screened_on=("maker", "part"),
        parties=("acme",),
        findings=(ID,),
        excerpt=EXCERPT,
        behind=("Acme",),
    )


@pytest.fixture
def finding() -> Finding:
    """The finding of that line: a law, two claims, an answer, a need."""
    return Finding(
        id=ID,
        fingerprint="f00d" * 16,
        bill="bom.csv",
        line=2,
        place=Place(None, 8, 2),
        subject="product",
        rule="no-acme",
        title="Nothing of Acme",
        outcome="yes",
        severity="critical",
        bars=("buy", "use"),
        barred=("buy",),
        binds=("town councils",),
        binds_buyer=True,
        party="acme",
        party_name="Acme",
        relation="self",
        uncertain=False,
        through=None,
        relation_note=None,
        basis="listed_name",
        confidence="confirmed",
        match=MATCH,
        matches=(MATCH,),
        grounds=(Ground("rulebook", "acme"),),
        provisional=None,
        needs=(Need("purpose", "What is it for?"),),
        message="Councils may not buy it.",
        next_steps=("Do not award it.", "Ask for another."),
        questions=(Question("who", "supplier", "Who made it?"),),
        excerpt=EXCERPT,
        evidence=(
            Proof("law", "government_action", "2020-01-01", "Act 1", "in force since 2020", "the state", None),
            Proof(
                "said-1", "ngo_allegation", "2021", "Paper, line 3", "Acme did it.", "A group", "paper", None, "paper"
            ),
            Proof("said-2", "court", None, "Paper, line 5", "Acme was sued.", "A court", "paper", "https://paper.test"),
        ),
        answers=(Answer("Acme", "It denies it.", "Acme", "company_denial", "2021-05", "Paper, line 9", "denied"),),
        fails_gate=True,
    )


@pytest.fixture
def report(layout: Layout, line: LineResult, finding: Finding) -> Report:
    """The report on a bill of these two lines for one buyer, as of the day it was made."""
    reading = Reading()
    reading.lines = 2
    clear = line._replace(
        line=3, place=Place(None, 1, 1), determination="CLEAR", reason=None, parties=(), findings=(), behind=()
    )
    counts: dict[Determination, int] = {"PROHIBITED": 1, "UNDETERMINED": 0, "REVIEW": 0, "CLEAR": 1, "NOT_SCREENED": 0}
    return Report(
        settings=Settings((Profile("council", "Town council", ("council",), ("buy",)),), DAY, DAY, all_lines=True),
        summary=Summary(
            lines=2,
            by_determination=counts,
            findings=1,
            by_severity={"critical": 1, "high": 0, "medium": 0, "low": 0, "info": 0},
            by_rule={"no-acme": 1},
            asides=0,
            waived=0,
            provisional=0,
            suppliers=1,
        ),
        verdict=Verdict(passed=False, exit_code=1, fail_on="high", reasons=("1 finding at critical",)),
        lines=(line, clear),
        findings=(finding,),
        suppliers=(
            SupplierResult("Harbor", 2, counts, 1, ("no-acme",), (Question("own-use", "supplier", "Do you use it?"),)),
        ),
        coverage=Coverage((BillRecord("bom.csv", "ab" * 32, (TableRecord(layout, reading),)),), 2, (), 0),
        provenance=Provenance(
            version="1.2.3",
            rulebook=(Source("vendorcheck", "0.1", "cd" * 32, date(2026, 11, 1)),),
            lists=(ListRecord("debarred", "ef" * 32, date(2026, 10, 1), 3),),
            reference=None,
            prepared_by=None,
        ),
        limits=("It is screening, and no approval.",),
        rules=(
            RuleRecord(
                id="no-acme",
                title="Nothing of Acme",
                says="Councils may not buy what the company makes.",
                severity="critical",
                bars=("buy", "use"),
                binds=("town councils",),
                instrument="act-1",
                law="Act 1: s. 2",
                url="https://law.test/act-1",
                provisional=None,
                next_steps=("Do not award it.", "Ask for another."),
                questions=(Question("who", "supplier", "Who made it?"),),
                tags=("law",),
                digest="0ac3e" + "0" * 59,
            ),
        ),
        parties=(
            PartyRecord("acme", "Acme", "XX", (DECISION,), (HOLDER,)),
            PartyRecord("acme-group", "Acme Group", "XX", (), ()),
        ),
        documents=(
            DocumentRecord(
                id="paper",
                publisher="The Paper",
                short="Paper",
                title="What Acme did",
                published="2021-06-01",
                url="https://paper.test",
                seen="2026-11-01",
                copy_quality="extract",
                reliability="B2",
                digest=None,
            ),
        ),
    )


@pytest.fixture
def many(report: Report, finding: Finding, line: LineResult) -> Callable[[int], Report]:
    """Makes the report one of so many prohibited lines with a finding each, from line 2 on."""

    def many(count: int) -> Report:
        findings = tuple(
            finding._replace(id=f"{at:012x}", fingerprint=f"{at:064x}", line=at) for at in range(2, count + 2)
        )
        lines = tuple(line._replace(line=each.line, findings=(each.id,)) for each in findings)
        report.coverage.bills[0].tables[0].reading.lines = count
        summary = report.summary._replace(lines=count, findings=count)
        return report._replace(findings=findings, lines=lines, summary=summary)

    return many


@pytest.fixture
def varied(report: Report, finding: Finding) -> Report:
    """The report with what can come up: findings told again, waived, new, provisional, of other buyers; letters."""
    risk = finding._replace(
        id="risk",
        rule="risk",
        title="Said of Acme",
        severity="medium",
        bars=(),
        barred=(),
        binds=(),
        binds_buyer=False,
        fails_gate=False,
    )
    letters = Thread(
        "letters",
        "Questions of a town",
        ("acme",),
        (Message(Period.parse("2023-07-16"), "a town", "Acme", "question", "Where are they?", "its site"),),
        (OpenPoint("Where they are.", Period.parse("2023-07-16")),),
    )
    dispute = Contradiction(
        "dispute",
        "Where are they?",
        ("acme",),
        Period.parse("2023-08"),
        "unresolved",
        "One says here, one there.",
        "Both are shown.",
        ("said-1", "said-2"),
        ("risk",),
    )
    risk = risk._replace(threads=(letters,), contradictions=(dispute,), questions=(_MAKER_QUESTION,))
    others = risk._replace(id="others", rule="others", binds=("a trade",), evidence=(), threads=(), contradictions=())
    seen = others._replace(id="seen", rule="not-seen", provisional="Only reports of it were seen.")
    again = finding._replace(id="again", line=4, outcome="unknown", severity="high", baseline="new")
    waived = finding._replace(id="waived", line=5, waived=WaivedBy("W-1", "legal_exception"), fails_gate=False)
    first, clear = report.lines
    second = first._replace(line=4, determination="UNDETERMINED", findings=("again", "risk-again", "others-again"))
    third = first._replace(line=5, findings=("waived",))
    skipped = clear._replace(line=6, determination="NOT_SCREENED", reason="no maker named")
    findings = (finding, risk, others, seen, again, risk._replace(id="risk-again", line=4, outcome="possible"))
    counts: dict[Determination, int] = {"PROHIBITED": 2, "UNDETERMINED": 1, "REVIEW": 0, "CLEAR": 1, "NOT_SCREENED": 1}
    return report._replace(
        lines=(first._replace(findings=(ID, "risk", "others", "seen")), clear, second, third, skipped),
        findings=(*findings, others._replace(id="others-again", line=4), waived),
        summary=report.summary._replace(
            lines=5,
            by_determination=counts,
            findings=8,
            by_severity={"critical": 2, "high": 1, "medium": 5, "low": 0, "info": 0},
            waived=1,
            provisional=1,
        ),
        coverage=report.coverage._replace(
            not_screened=(NotScreened("bom.csv", None, "no maker named", 1, ((6, 6),), complete=True),)
        ),
    )


_MAKER_QUESTION = Question("where", "maker", "Where are they used?")
