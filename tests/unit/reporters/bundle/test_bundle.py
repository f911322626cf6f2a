"""The bundle: the same bytes for the same report, digests of all, and what is altered is found."""

import hashlib
import io
import json
import stat
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.report import BillRecord, Report
from vendorcheck.reporters import Sources
from vendorcheck.reporters.archive import Archive
from vendorcheck.reporters.bundle import write
from vendorcheck.reporters.bundle.reading import unpack_given
from vendorcheck.reporters.bundle.told import bill_sums
from vendorcheck.reporters.manifest import Fault, altered, sum_line
from vendorcheck.reporters.report_json import json_texts

FILES = (("given/list/1/own.csv", b"name\nAcme\n"), ("rules/a.yaml", b"id: a\n"))


def bundled(report: Report, *files: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    write(report, out, Sources(files=lambda: files))
    return out.getvalue()


def again(content: bytes, **changed: bytes | None) -> Archive:
    """The archive with members changed, added or (None) left out; `_` stands for `.` in their names."""
    changes = {name.replace("_", "."): value for name, value in changed.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        members = {name: old.read(name) for name in old.namelist()} | changes
        for name, value in members.items():
            if value is not None:
                new.writestr(name, value)
    return Archive(out, "bundle.zip")


def told(faults: Iterable[Fault]) -> list[str]:
    return list(map(str, faults))


def test_the_bytes_are_the_same_whatever_the_order_of_the_files(report: Report) -> None:
    assert bundled(report, *FILES) == bundled(report, *reversed(FILES))


def test_no_member_tells_a_time_or_a_user(report: Report) -> None:
    with zipfile.ZipFile(io.BytesIO(bundled(report, *FILES))) as archive:
        for info in archive.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert stat.filemode(info.external_attr >> 16) == "-rw-r--r--"
            assert info.compress_type == zipfile.ZIP_DEFLATED


def test_the_members_and_their_digests(report: Report) -> None:
    with zipfile.ZipFile(io.BytesIO(bundled(report, *FILES))) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(content["MANIFEST.json"])
    assert list(content) == [
        "README.txt",
        "bills.sha256",
        "given/list/1/own.csv",
        "report.json",
        "report.txt",
        "rules/a.yaml",
        "MANIFEST.json",
        "SHA256SUMS",
    ]
    assert content["report.json"].decode() == "".join(json_texts(report))
    assert manifest["schema"] == "vendorcheck.bundle/v1"
    assert manifest["version"] == report.provenance.version
    assert manifest["members"] == [
        {"name": name, "size": len(value), "sha256": hashlib.sha256(value).hexdigest()}
        for name, value in content.items()
        if name not in ("MANIFEST.json", "SHA256SUMS")
    ]
    assert content["SHA256SUMS"].decode() == "".join(
        f"{hashlib.sha256(value).hexdigest()}  {name}\n" for name, value in content.items() if name != "SHA256SUMS"
    )
    assert content["bills.sha256"].decode() == f"{report.coverage.bills[0].digest}  bom.csv\n"


def test_a_bill_that_was_not_read_has_no_digest() -> None:
    bills = (BillRecord("a.csv", None, (), "a.csv does not exist", 2), BillRecord("b.csv", "ab" * 32, ()))
    assert bill_sums(bills) == f"{'ab' * 32}  b.csv\n"


@pytest.mark.parametrize(("name", "line"), [("a b", "0  a b\n"), ("a\nb", "\\0  a\\nb\n"), ("a\\b", "\\0  a\\\\b\n")])
def test_a_name_that_would_break_its_line_is_escaped_as_sha256sum_does(name: str, line: str) -> None:
    assert sum_line("0", name) == line


def test_without_the_files_that_a_run_rested_on_there_is_no_bundle(report: Report) -> None:
    with pytest.raises(VendorcheckError):
        write(report, io.BytesIO(), Sources())


def test_a_file_cannot_take_the_place_of_the_report(report: Report) -> None:
    with pytest.raises(VendorcheckError, match=r"report\.json"):
        bundled(report, ("report.json", b"{}"))


def test_what_was_not_touched_is_not_altered(report: Report) -> None:
    assert told(altered(again(bundled(report, *FILES)))) == []


def test_what_was_altered_added_or_left_out_is_named(report: Report) -> None:
    content = bundled(report, *FILES)
    assert told(altered(again(content, report_txt=b"all is well"))) == ["report.txt is not what the manifest says"]
    assert told(altered(again(content, notes_txt=b"so"))) == ["notes.txt is not in the manifest"]
    assert told(altered(again(content, README_txt=None))) == ["README.txt is missing"]
    assert told(altered(again(content, SHA256SUMS=None))) == ["SHA256SUMS is missing"]
    assert "SHA256SUMS is not what" in str(next(altered(again(content, SHA256SUMS=b""))))


@pytest.mark.parametrize("manifest", [b"", b"[]", b"{}", b'{"members": [{"name": 1}]}', b"[" * 100_000])
def test_a_manifest_that_is_none_is_an_error(report: Report, manifest: bytes) -> None:
    with pytest.raises(VendorcheckError, match="MANIFEST"):
        list(altered(again(bundled(report), MANIFEST_json=manifest)))


def test_what_the_run_was_given_is_unpacked_and_nothing_else(report: Report, tmp_path: Path) -> None:
    unpack_given(again(bundled(report, *FILES)), tmp_path, "given")
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files == [tmp_path / "given" / "list" / "1" / "own.csv"]
    assert files[0].read_bytes() == FILES[0][1]


@pytest.mark.parametrize(
    "name", ["given/../../out.csv", "given/..\\out.csv", "given/C:/out.csv", "given/" + "a" * 2_000]
)
def test_nothing_is_unpacked_outside_the_folder(tmp_path: Path, name: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "x")
    folder = tmp_path / "inside"
    folder.mkdir()
    with pytest.raises(VendorcheckError, match="could lead out"):
        unpack_given(Archive(out, "bundle.zip"), folder, "given")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
