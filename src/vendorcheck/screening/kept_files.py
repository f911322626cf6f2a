"""What a report rests on, file by file, as it is kept: what the run was given, and the records it used."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.report import FileRecord, ListRecord, Report
from vendorcheck.rulebook.record_files import RecordFiles, own_files, shipped_files
from vendorcheck.screening.watched_lists import snapshot_meant, store_of

#: Below which folder stands what the run was given: `given/<option>/<number>/<file>`.
GIVEN = "given"

#: No file that a run is given beside its bills and rules is larger.
MAX_FILE = 512 * 2**20

#: What stays of the shipped rulebook when its rules are left out.
_LANGUAGE = ("profile",)


def kept_files(report: Report) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file that a report rests on, its bills aside.

    They are read where the report says that they were; an error for one that is no longer the same.
    """
    yield from _lists(report)
    for kind in ("waivers", "policy", "config", "baseline"):
        record: FileRecord | None = getattr(report.provenance, kind)
        if record is not None:
            content = _content(record.name, f"the {kind}")
            _check_same(record.name, hashlib.sha256(content).hexdigest(), [record.digest])
            yield f"{GIVEN}/{kind}/1/{Path(record.name).name}", content
    shipped, *own = report.provenance.rulebook
    paths = _values(report, "rules")
    if len(paths) != len(own):
        raise VendorcheckError("report_invalid", "the report does not say where its own rules were")
    for at, (path, source) in enumerate(zip(paths, own, strict=True), 1):
        files = own_files(Path(path))
        _check_same(path, files.digest, [source.digest])
        for place, _, content in files.files:
            yield f"{GIVEN}/rules/{at}/{place}", content
    files = shipped_files()
    _check_same("the shipped rulebook", files.digest, [shipped.digest])
    yield from _used(report, files, alone=not own)


def _used(report: Report, files: RecordFiles, *, alone: bool) -> Iterator[tuple[str, bytes]]:
    """The shipped records that a report speaks of; where there are others, a record may be among those instead."""
    wanted = _wanted(report)
    if _says(report, "no-shipped-rules"):
        wanted = {kind: wanted.get(kind, set()) for kind in _LANGUAGE}
    # A policy may stand in a file or a config, which is kept as given.
    missing = files.missing({kind: names for kind, names in wanted.items() if kind != "policy"})
    if missing and alone:
        raise VendorcheckError("report_invalid", f"the rulebook has no record {missing[0]!r}, which the report names")
    yield from files.of(wanted)


def _wanted(report: Report) -> Mapping[str, set[str]]:
    """The records that a report speaks of, by kind."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    wanted["profile"] = {profile.id for profile in report.settings.profiles}
    wanted["policy"] = {report.verdict.policy} if report.verdict.policy else set()
    wanted["rule"] = set(report.summary.by_rule)
    wanted["evidence"] = {document.id for document in report.documents}
    wanted["instrument"] = {rule.instrument for rule in report.rules if rule.instrument}
    listed = {ground.id for finding in report.findings for ground in finding.grounds if ground.kind == "list"}
    for party in report.parties:
        if party.id not in listed and not _is_listed(party.id, report):
            wanted["party"].add(party.id)
            wanted["instrument"] |= {decision.instrument for decision in party.decisions}
            wanted["party"] |= {holder.party for holder in party.holders if holder.party}
    for finding in {(id(each.threads), id(each.contradictions)): each for each in report.findings}.values():
        wanted["correspondence"] |= {thread.id for thread in finding.threads}
        wanted["contradiction"] |= {each.id for each in finding.contradictions}
    return wanted


def _is_listed(party: str, report: Report) -> bool:
    """Whether a party is an entry of a list that the run was given."""
    return any(party.startswith(f"{each.name}:") for each in report.provenance.lists)


def _lists(report: Report) -> Iterator[tuple[str, bytes]]:
    digests = [each.digest for each in report.provenance.lists]
    of_the_store = {each.name: each for each in report.provenance.lists if each.imported}
    for at, path in enumerate(_values(report, "list"), 1):
        if path in of_the_store:
            yield from _snapshot(report, of_the_store[path], f"{GIVEN}/list/{at}")
            continue
        content = _content(path, "the list")
        _check_same(path, hashlib.sha256(content).hexdigest(), digests)
        yield f"{GIVEN}/list/{at}/{Path(path).name}", content


def _snapshot(report: Report, meant: ListRecord, under: str) -> Iterator[tuple[str, bytes]]:
    """A list of the store, as the store keeps it."""
    store = next(iter(_values(report, "store")), None)
    kept = snapshot_meant(meant, store_of(Path(store) if store else None))
    for path in sorted(kept.folder.iterdir()):
        yield f"{under}/{meant.name}/{kept.folder.name}/{path.name}", path.read_bytes()


def _values(report: Report, name: str) -> tuple[str, ...]:
    return next((option.values for option in report.provenance.options if option.name == name), ())


def _says(report: Report, name: str) -> bool:
    return any(option.name == name for option in report.provenance.options)


def _content(path: str, what: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            content = file.read(MAX_FILE + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        todo = "It is looked for where the report says that it was, from the working folder."
        raise VendorcheckError(
            "usage", f"{what} {path} cannot be read: {reason}", spot=Spot(path), help=todo
        ) from error
    if len(content) > MAX_FILE:
        raise VendorcheckError("usage", f"{what} {path} is larger than {MAX_FILE // 2**20} MiB", spot=Spot(path))
    return content


def _check_same(name: str, digest: str, recorded: Sequence[str]) -> None:
    if digest not in recorded:
        raise VendorcheckError(
            "usage",
            f"{name} is not what the report was made with: it has changed since",
            help="Screen again with `-o bundle=PATH`, or restore what the report was made with.",
        )
