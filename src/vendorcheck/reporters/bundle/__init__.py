"""The bundle for the archive: a zip of the report and of what it rests on, the same bytes for the same run."""

import hashlib
import zipfile
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.report import Report
from vendorcheck.reporters import report_json, text
from vendorcheck.reporters.bundle.told import README, bill_sums
from vendorcheck.reporters.format import Sources
from vendorcheck.reporters.manifest import BUNDLE_SCHEMA, MANIFEST, SUMS, Member, sums
from vendorcheck.reporters.output import Writer
from vendorcheck.reporters.report_json import dump

#: The first day that a zip archive can bear: so that none of ours tells when it was made.
_NO_DAY = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16


def write(report: Report, file: BinaryIO, sources: Sources) -> None:
    """Write the report, its bills' digests, what the run was given and the records it used, and the digests of all."""
    if sources.files is None:
        raise VendorcheckError("usage", "a bundle holds the files that the run rested on, and none are at hand")
    writers = {
        "README.txt": _bytes(README.encode()),
        "bills.sha256": _bytes(bill_sums(report.coverage.bills).encode("utf-8", "backslashreplace")),
        "report.json": lambda out: report_json.write(report, out),
        "report.txt": lambda out: text.write(report, out),
    }
    for name, content in sources.files():
        if name in writers:
            raise VendorcheckError("usage", f"two files of the bundle would be called {name}")
        writers[name] = _bytes(content)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        members = [_add(archive, name, writers[name]) for name in sorted(writers)]
        manifest = dump(manifest_data(report, members)).encode()
        members.append(_add(archive, MANIFEST, _bytes(manifest)))
        _add(archive, SUMS, _bytes(sums(members)))


def manifest_data(report: Report, members: list[Member]) -> dict[str, Any]:
    """Return what a bundle says of its members, as data."""
    return {
        "schema": BUNDLE_SCHEMA,
        "version": report.provenance.version,
        "as_of": report.settings.as_of.isoformat(),
        "members": [member._asdict() for member in members],
    }


def _bytes(content: bytes) -> Writer:
    def write(file: BinaryIO) -> None:
        file.write(content)

    return write


def _add(archive: zipfile.ZipFile, name: str, writer: Callable[[BinaryIO], None]) -> Member:
    info = zipfile.ZipInfo(name, _NO_DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3
    info.external_attr = _PLAIN_FILE
    with archive.open(info, "w", force_zip64=True) as out:
        counted = _Counted(out)
        writer(counted)  # type: ignore[arg-type]  # what writes a report calls write and writelines alone
    return Member(name, counted.size, counted.digest.hexdigest())


class _Counted:
    """A file that is written to, with the size and the digest of what was written."""

    def __init__(self, file: Any) -> None:  # noqa: ANN401 (a member of an archive, open for writing)
        self._file = file
        self.size = 0
        self.digest = hashlib.sha256()

    def write(self, content: bytes) -> int:
        self.size += len(content)
        self.digest.update(content)
        self._file.write(content)
        return len(content)

    def writelines(self, contents: Iterator[bytes]) -> None:
        for content in contents:
            self.write(content)
