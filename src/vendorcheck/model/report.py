"""The report: what was screened, what it came to, what was not looked at, and on what it rests."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from vendorcheck.model.bom import Layout, Reading
from vendorcheck.model.errors import Spot
from vendorcheck.model.finding import Determination, Finding, LineResult
from vendorcheck.model.records import DocumentRecord, PartyRecord, RuleRecord
from vendorcheck.model.rule import Profile, Question, Severity
from vendorcheck.model.rulebook import Source
from vendorcheck.model.waiver import MAX_WAIVER_DAYS, WaiverResult
from vendorcheck.model.watchlist import DateBasis


class Settings(NamedTuple):
    """What the caller asked of one run."""

    profiles: tuple[Profile, ...]
    as_of: date
    today: date
    purpose: str | None = None
    all_lines: bool = False
    summary_only: bool = False
    reference: str | None = None
    prepared_by: str | None = None


class TableRecord(NamedTuple):
    """A table of a bill: what was found about it, and what reading it came to."""

    layout: Layout
    reading: Reading


class BillRecord(NamedTuple):
    """A bill as it was read and counted; `error` says why one could not be."""

    name: str
    digest: str | None
    tables: tuple[TableRecord, ...]
    error: str | None = None
    error_exit: int = 0
    spot: Spot | None = None

    @property
    def lines(self) -> int:
        """How many lines its tables have."""
        return sum(table.reading.lines for table in self.tables)

    @property
    def unreadable(self) -> int:
        """How many of its lines could not be read."""
        return sum(table.reading.unreadable_count for table in self.tables)


class NotScreened(NamedTuple):
    """Lines that were read and named nothing to screen, by table and reason."""

    bill: str
    sheet: str | None
    reason: str
    lines: int
    stretches: tuple[tuple[int, int], ...]
    complete: bool


class Summary(NamedTuple):
    """Counts over all lines, whether or not they are listed; `asides` of them are no lines, and show somebody."""

    lines: int
    by_determination: Mapping[Determination, int]
    findings: int
    by_severity: Mapping[Severity, int]
    by_rule: Mapping[str, int]
    asides: int
    waived: int
    provisional: int
    suppliers: int


class SupplierResult(NamedTuple):
    """One counterparty: its lines by determination, its findings, what to ask it."""

    name: str
    lines: int
    by_determination: Mapping[Determination, int]
    findings: int
    rules: tuple[str, ...]
    questions: tuple[Question, ...]


class Coverage(NamedTuple):
    """What was read, what was screened, and what was not and why; and what waivers cleared."""

    bills: tuple[BillRecord, ...]
    screened: int
    not_screened: tuple[NotScreened, ...]
    suppliers_left_out: int
    waivers: tuple[WaiverResult, ...] = ()

    @property
    def unreadable(self) -> int:
        """How many lines of all bills could not be read."""
        return sum(bill.unreadable for bill in self.bills)


class WaiverTerms(NamedTuple):
    """For how many days at most a waiver may hold, and the one file it may stand in, where a policy names one."""

    max_days: int = MAX_WAIVER_DAYS
    file: str | None = None


class Verdict(NamedTuple):
    """The gate's answer with its reasons, the weightiest first; `waivers` is None where its policy takes none."""

    passed: bool
    exit_code: int
    fail_on: Severity
    reasons: tuple[str, ...]
    policy: str | None = None
    waivers: WaiverTerms | None = WaiverTerms()


class ListRecord(NamedTuple):
    """A list that was screened against: the digest of its file, its date, its entries.

    `dated_by` says where the date is from, and `imported` is the day of the import of a list that is kept;
    `not_compared` counts the entries whose names are not compared with any cell, by kind, and `left_out` the rows of
    its files that are in no entry, by reason. `later` is said of a list from after the day of the run, of which no
    older one is kept.
    """

    name: str
    digest: str
    dated: date | None
    entries: int
    title: str = ""
    dated_by: DateBasis | None = None
    imported: date | None = None
    names: int = 0
    not_compared: Mapping[str, int] = MappingProxyType({})
    left_out: Mapping[str, int] = MappingProxyType({})
    later: bool = False

    @property
    def list_date(self) -> str | None:
        """The day that it bears, as a text."""
        return self.dated.isoformat() if self.dated else None

    @property
    def day(self) -> str:
        """The day by which its age is counted, in words."""
        if self.dated:
            return self.dated.isoformat()
        return f"an unknown date, imported {self.imported.isoformat()}" if self.imported else "an unknown date"


class FileRecord(NamedTuple):
    """A file that a run was given, with the digest of its bytes."""

    name: str
    digest: str


#: The origin of what was said where the command, or the function, was called.
COMMAND_LINE = "command line"


class Option(NamedTuple):
    """Something that was asked for: its name as on the command line, its values, and where it was said."""

    name: str
    values: tuple[str, ...]
    origin: str


class Provenance(NamedTuple):
    """What the run rests on, so that it can be repeated to the letter.

    `options` are those that differ from the default; `policy`, `config` and `baseline` are files.
    """

    version: str
    rulebook: tuple[Source, ...]
    lists: tuple[ListRecord, ...]
    reference: str | None
    prepared_by: str | None
    waivers: FileRecord | None = None
    policy: FileRecord | None = None
    config: FileRecord | None = None
    baseline: FileRecord | None = None
    options: tuple[Option, ...] = ()


class Report(NamedTuple):
    """One run, whole; `rules`, `parties` and `documents` are those that its lines and findings speak of."""

    settings: Settings
    summary: Summary
    verdict: Verdict
    lines: tuple[LineResult, ...]
    findings: tuple[Finding, ...]
    suppliers: tuple[SupplierResult, ...]
    coverage: Coverage
    provenance: Provenance
    limits: tuple[str, ...]
    rules: tuple[RuleRecord, ...] = ()
    parties: tuple[PartyRecord, ...] = ()
    documents: tuple[DocumentRecord, ...] = ()
