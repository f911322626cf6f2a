"""What the report rests on and what stands beside it: documents, waivers, versions and digests."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vendorcheck.model.records import DocumentRecord
from vendorcheck.model.report import FileRecord, Report
from vendorcheck.model.waiver import WaiverResult
from vendorcheck.reporters.list_text import list_text
from vendorcheck.reporters.text.waivers import scope_text


class Document(NamedTuple):
    """A source document with its place in the page."""

    anchor: str
    record: DocumentRecord


class Waived(NamedTuple):
    """A waiver, what it covers in words, and what it came to."""

    result: WaiverResult
    scope: str
    reason: str


class Origin(NamedTuple):
    """Something that the run rests on: what it is, its version or date, and its digest."""

    what: str
    text: str
    digest: str | None


def documents(report: Report) -> dict[str, Document]:
    """Return the source documents by id, in the order of the report."""
    return {record.id: Document(f"doc-{at}", record) for at, record in enumerate(report.documents, 1)}


def waivers(report: Report) -> Sequence[Waived]:
    """Return the waivers of the run with what each came to."""
    return [
        Waived(result, scope_text(result.waiver), result.waiver.reason.replace("_", " "))
        for result in report.coverage.waivers
    ]


def origins(report: Report) -> list[Origin]:
    """Return everything that is needed to repeat the run."""
    return [*_run(report), *_files(report), *_asked(report)]


def _run(report: Report) -> Iterator[Origin]:
    settings, provenance = report.settings, report.provenance
    yield Origin("vendorcheck", f"version {provenance.version}", None)
    yield Origin("As of", settings.as_of.isoformat(), None)
    yield Origin("Made on", settings.today.isoformat(), None)
    for source in provenance.rulebook:
        day = source.verified_through.isoformat() if source.verified_through else "a day that is not recorded"
        reviewed = source.reviewed_by or "who reviewed it is not recorded"
        text = f"{source.name} {source.version}, verified through {day}; {reviewed}"
        yield Origin("Rulebook", text, source.digest)
    for each in provenance.lists:
        yield Origin("List", list_text(each), each.digest)


def _files(report: Report) -> Iterator[Origin]:
    provenance = report.provenance
    for bill in report.coverage.bills:
        yield Origin("Bill", bill.name, bill.digest)
    files: tuple[tuple[str, FileRecord | None], ...] = (
        ("Waivers", provenance.waivers),
        ("Policy", provenance.policy),
        ("Configuration", provenance.config),
        ("Baseline", provenance.baseline),
    )
    for what, file in files:
        if file:
            yield Origin(what, file.name, file.digest)
    if report.verdict.policy and not provenance.policy:
        yield Origin("Policy", report.verdict.policy, None)


def _asked(report: Report) -> Iterator[Origin]:
    settings, provenance = report.settings, report.provenance
    for profile in settings.profiles:
        yield Origin("Buyer", f"{profile.title} ({profile.id}); acts: {', '.join(profile.acts)}", None)
    for option in provenance.options:
        yield Origin("Option", f"{option.name} {' '.join(option.values)} ({option.origin})", None)
    for what, text in (
        ("Purpose", settings.purpose),
        ("Reference", provenance.reference),
        ("Prepared by", provenance.prepared_by),
    ):
        if text:
            yield Origin(what, text, None)
