"""Reports read back from files: the same report, or an error that says what is wrong with the file."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.records import PartyRecord, RuleRecord
from vendorcheck.model.report import Report
from vendorcheck.reporters import archive
from vendorcheck.reporters.manifest import BUNDLE_SCHEMA, MANIFEST, SUMS, Member, sums
from vendorcheck.reporters.report_json import json_texts, opening
from vendorcheck.reporters.report_json.opening import open_report

RULE = RuleRecord(
    "no-acme", "Nothing of Acme", "It says so.", "critical", ("buy",), (), None, None, None, None, (), (), (), "0ac3e"
)


@pytest.fixture
def told(report: Report) -> Report:
    """A report that tells all that it speaks of."""
    [finding] = report.findings
    finding = finding._replace(binds=RULE.binds, questions=RULE.questions)
    party = PartyRecord("acme", "Acme", "GB", (), ())
    return report._replace(findings=(finding,), rules=(RULE,), parties=(party,))


@pytest.fixture
def text(told: Report) -> str:
    return "".join(json_texts(told))


@pytest.fixture
def kept(tmp_path: Path) -> Callable[[str | bytes], Path]:
    """Keeps a text in a file."""

    def kept(content: str | bytes) -> Path:
        path = tmp_path / "report.json"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return kept


def refused(path: Path) -> VendorcheckError:
    with pytest.raises(VendorcheckError) as caught:
        open_report(path)
    assert caught.value.code == "report_invalid"
    assert caught.value.help
    assert path.name in caught.value.message
    return caught.value


def archived(path: Path, **members: str) -> Path:
    """A bundle of these members, with the digests of all; `_` stands for `.` in their names."""
    contents = {name.replace("_", "."): content.encode() for name, content in members.items()}
    listed = [Member(name, len(each), hashlib.sha256(each).hexdigest()) for name, each in contents.items()]
    data = {"schema": BUNDLE_SCHEMA, "members": [member._asdict() for member in listed]}
    manifest = json.dumps(data).encode()
    listed.append(Member(MANIFEST, len(manifest), hashlib.sha256(manifest).hexdigest()))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in {**contents, MANIFEST: manifest, SUMS: sums(listed)}.items():
            file.writestr(name, content)
    return path


def replaced(path: Path, member: str, content: str | None) -> Path:
    """The bundle with a member that is another, added, or (None) left out, and its digests as they were."""
    with zipfile.ZipFile(path) as file:
        contents: dict[str, bytes | None] = {name: file.read(name) for name in file.namelist()}
    contents[member] = None if content is None else content.encode()
    with zipfile.ZipFile(path, "w") as file:
        for name, each in contents.items():
            if each is not None:
                file.writestr(name, each)
    return path


def test_a_report_comes_back_to_the_letter(kept: Callable[[str], Path], text: str, told: Report) -> None:
    opened = open_report(kept(text))
    assert "".join(json_texts(opened)) == text
    assert (opened.findings, opened.lines, opened.settings) == (told.findings, told.lines, told.settings)


@pytest.mark.parametrize("indent", [None, 1, 4])
def test_a_report_that_is_laid_out_otherwise_is_the_same(
    kept: Callable[[str], Path], text: str, indent: int | None
) -> None:
    again = json.dumps(json.loads(text), indent=indent)
    assert "".join(json_texts(open_report(kept(again)))) == text


def test_keys_may_stand_in_any_order(kept: Callable[[str], Path], text: str) -> None:
    again = json.dumps(dict(reversed(json.loads(text).items())), indent=2)
    assert "".join(json_texts(open_report(kept(again)))) == text


def test_a_report_laid_out_as_written_is_never_read_as_a_whole(
    kept: Callable[[str], Path], text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MAX_WHOLE", 10)
    assert "".join(json_texts(open_report(kept(text)))) == text
    assert "laid out otherwise" in refused(kept(json.dumps(json.loads(text)))).message


def test_equal_texts_of_findings_are_one(kept: Callable[[str], Path], told: Report) -> None:
    [finding] = told.findings
    other = finding._replace(id="other", fingerprint="other")
    twice = told._replace(findings=(finding, other))
    first, second = open_report(kept("".join(json_texts(twice)))).findings
    assert first.message is second.message
    assert first.answers is second.answers
    assert first.evidence is second.evidence


def test_the_report_in_a_bundle_is_opened(tmp_path: Path, text: str) -> None:
    path = archived(tmp_path / "bundle.zip", report_json=text)
    assert "".join(json_texts(open_report(path))) == text


@pytest.mark.parametrize(
    ("member", "content", "said"),
    [
        ("report.txt", "all is well", "is not what the manifest says"),
        ("report.txt", None, "is missing"),
        ("notes.txt", "so", "is not in the manifest"),
        ("report.json", "{}", "is not what the manifest says"),
        ("SHA256SUMS", None, "is missing"),
    ],
)
def test_a_bundle_of_which_a_member_was_altered_is_no_report(
    tmp_path: Path, text: str, member: str, content: str | None, said: str
) -> None:
    path = archived(tmp_path / "bundle.zip", report_json=text, report_txt="so")
    error = refused(replaced(path, member, content))
    assert f"{member} {said}" in error.message
    assert error.spot
    assert error.spot.file.endswith(f"bundle.zip/{member}")


def test_a_bundle_without_its_manifest_is_no_report(tmp_path: Path, text: str) -> None:
    path = archived(tmp_path / "bundle.zip", report_json=text)
    assert "it has no MANIFEST.json" in refused(replaced(path, "MANIFEST.json", None)).message


def test_a_file_that_is_missing_or_a_folder_is_an_error(tmp_path: Path) -> None:
    assert "does not exist" in refused(tmp_path / "none.json").message
    assert "is a folder" in refused(tmp_path).message


HOSTILE: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "not JSON"),
    "text": ("a,b,c", "not JSON"),
    "not UTF-8": (b'{"schema": "\xff"}', "not UTF-8"),
    "UTF-16": ('{"schema": 1}'.encode("utf-16"), "not UTF-8"),
    "a list": ("[1]", "no object"),
    "nested": ('{"schema":' + "[" * 200_000, "nested too deeply"),
    "NaN": ('{"schema": NaN}', "NaN"),
    "infinity": ('{"schema": 1e999}', "larger than any number"),
    "a huge number": ('{"schema": ' + "9" * 5_000 + "}", "digits"),
    "a key twice": ('{"schema": 1, "schema": 2}', "twice"),
    "no schema": ("{}", "schema"),
    "another schema": ('{"schema": "other/v1"}', "schema"),
    "an older report": ('{"schema": "vendorcheck.report/v0"}', "vendorcheck.report/v0"),
    "a newer report": ('{"schema": "vendorcheck.report/v2"}', "vendorcheck.report/v2"),
    "an error": ('{"schema": "vendorcheck.error/v0", "message": "no such bill"}', "error document"),
    "nothing else": ('{"schema": "vendorcheck.report/v1"}', "does not say"),
    "a damaged archive": (b"PK\x03\x04 and no more", "bundle"),
}


@pytest.mark.parametrize(("content", "said"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_report_is_an_error(kept: Callable[..., Path], content: str | bytes, said: str) -> None:
    assert said in refused(kept(content)).message


def test_the_place_of_an_error_is_told(kept: Callable[[str], Path], text: str) -> None:
    cut = text[: text.index('"findings"') + 20]
    spot = refused(kept(cut)).spot
    assert spot is not None
    assert spot.line == cut.count("\n") + 1


def _paths(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(below for key, value in inner for below in _paths(value, (*path, key)))]


#: What the report repeats for those who read it, and is not read back.
REPEATED = {"historical", "profiles", "unreadable", "complete", "bills"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(data=st.data())
def test_a_value_of_a_wrong_kind_is_an_error_or_nothing_that_is_read(
    kept: Callable[[str], Path], text: str, data: st.DataObject
) -> None:
    value = json.loads(text)
    path = data.draw(st.sampled_from(_paths(value)[1:]))
    below = value
    for key in path[:-1]:
        below = below[key]
    was, below[path[-1]] = (
        below[path[-1]],
        data.draw(st.sampled_from([[{"x": 1}], {"x": []}, {"x": {"x": [1]}}, 1.5, [[1]]])),
    )
    if was == below[path[-1]] or (isinstance(was, float) and isinstance(below[path[-1]], float)):
        return
    try:
        opened = open_report(kept(json.dumps(value)))
    except VendorcheckError as error:
        assert error.code == "report_invalid"  # noqa: PT017 (both ways are right)
    else:
        assert "".join(json_texts(opened)) == text, path
        assert REPEATED & set(path) or path[0] == "findings"


@pytest.mark.parametrize(
    ("key", "inner"), [("lines", "findings"), ("lines", "parties"), ("findings", "rule"), ("findings", "party")]
)
def test_a_name_of_what_is_not_told_is_an_error(kept: Callable[[str], Path], text: str, key: str, inner: str) -> None:
    value = json.loads(text)
    value[key][0][inner] = ["nobody"] if key == "lines" else "nobody"
    assert refused(kept(json.dumps(value)))


def test_a_correspondence_without_a_letter_is_an_error(kept: Callable[[str], Path], text: str) -> None:
    value = json.loads(text)
    value["threads"] = [{"id": "letters", "title": "Letters", "about": ["acme"], "messages": [], "open": []}]
    value["findings"][0]["threads"] = ["letters"]
    assert "threads" in refused(kept(json.dumps(value))).message


@pytest.mark.parametrize(("bound", "said"), [("MAX_TOTAL", "larger"), ("MAX_MEMBERS", "members")])
def test_an_archive_beyond_its_bounds_is_not_read(
    tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch, bound: str, said: str
) -> None:
    path = archived(tmp_path / "bundle.zip", report_json=text, README_txt="so")
    monkeypatch.setattr(archive, bound, 1)
    assert said in refused(path).message


def test_an_archive_that_declares_less_than_it_holds_is_not_read(tmp_path: Path, text: str) -> None:
    path = archived(tmp_path / "bundle.zip", report_json=text)
    declared = len(text.encode()).to_bytes(4, "little")
    content = path.read_bytes()
    assert content.count(declared) == 2
    path.write_bytes(content.replace(declared, (100).to_bytes(4, "little")))
    assert "report.json is not what the manifest says" in refused(path).message


def test_an_archive_without_a_report_or_with_two_is_not_read(tmp_path: Path, text: str) -> None:
    assert "no report.json" in refused(archived(tmp_path / "none.zip", README_txt="so")).message
    twice = io.BytesIO()
    with zipfile.ZipFile(twice, "w") as file:
        file.writestr("report.json", text)
        with pytest.warns(UserWarning, match="Duplicate"):
            file.writestr("report.json", text)
    path = tmp_path / "two.zip"
    path.write_bytes(twice.getvalue())
    assert "one name" in refused(path).message
