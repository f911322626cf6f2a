"""Files of YAML to checked records: which kind a file is, every fault of every file, and the digest."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from vendorcheck.model.errors import Fault, RulebookError, Spot, VendorcheckError
from vendorcheck.rulebook.files import kind_of, read_roots
from vendorcheck.rulebook.roots import Root

Write = Callable[[Mapping[str, str]], Path]

HEADER = "name: own\nversion: '1'\n"


def _digest(folder: Path) -> str:
    return read_roots(Root(folder, "own"))[1]


def _faults(*roots: Root) -> tuple[Fault, ...]:
    with pytest.raises(RulebookError) as caught:
        read_roots(*roots)
    return caught.value.faults


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("rulebook.yaml", "rulebook"),
        ("rulebook.yml", "rulebook"),
        ("us/rulebook.yaml", "rule"),
        ("parties/acme.yaml", "party"),
        ("parties/gb/acme.yaml", "party"),
        ("instruments/us/order.yaml", "instrument"),
        ("evidence/paper.yaml", "evidence"),
        ("profiles/town.yaml", "profile"),
        ("vocabulary/words.yml", "vocabulary"),
        ("us/fcc/rule.yaml", "rule"),
        ("us/fcc/rule.cases.yaml", "cases"),
        ("us/fcc/rule.cases.yml", "cases"),
        ("own.yaml", "rule"),
        ("own.cases.yaml", "cases"),
        ("parties.yaml", "rule"),
        ("us/parties/acme.yaml", "rule"),
        ("Parties/acme.yaml", "rule"),
    ],
)
def test_the_place_of_a_file_says_what_it_holds(place: str, kind: str) -> None:
    assert kind_of(place) == kind


def test_every_record_is_read_with_its_kind_in_the_order_of_the_files(write: Write, small: Mapping[str, str]) -> None:
    checked, _ = read_roots(Root(write(small), "own"))
    assert [(item.kind, item.file.name) for item in checked] == [
        ("evidence", "own/evidence/acme-paper.yaml"),
        ("contradiction", "own/evidence/contradictions/acme-dispute.yaml"),
        ("correspondence", "own/evidence/correspondence/acme-letters.yaml"),
        ("rule", "own/gb/acme-lead.yaml"),
        ("cases", "own/gb/acme-rule.cases.yaml"),
        ("rule", "own/gb/acme-rule.yaml"),
        ("instrument", "own/instruments/acme-list.yaml"),
        ("instrument", "own/instruments/acme-order.yaml"),
        ("party", "own/parties/acme-holding.yaml"),
        ("party", "own/parties/acme.yaml"),
        ("policy", "own/policies/acme-caution.yaml"),
        ("profile", "own/profiles/acme-town-hall.yaml"),
        ("rulebook", "own/rulebook.yaml"),
        ("vocabulary", "own/vocabulary/words.yaml"),
    ]
    assert checked[-2].file.value == {"name": "acme", "version": "3", "verified_through": "2026-02-01"}


def test_every_fault_of_every_file_is_reported_at_once(write: Write) -> None:
    folder = write(
        {
            "rulebook.yaml": "name: own\n",
            "profiles/a.yaml": "id: a\ntitle: A\nbuyers: [b]\nacts: [fly, dance]\n",
            "profiles/b.yaml": "id: b\nid: c\n",
            "profiles/c.yaml": "",
            "profiles/d.yaml": "id: d\ntitle: D\nbuyers: [b]\nacts: [buy]\n",
            "instruments/e.yaml": "[",
            "vocabulary/f.yaml": "sources: [{what: a, source: b, seen: 2023-02-30}]\n",
        }
    )
    assert [str(fault.spot) for fault in _faults(Root(folder, "own"))] == [
        "own/instruments/e.yaml:2:1",
        "own/profiles/a.yaml:4:8",
        "own/profiles/a.yaml:4:13",
        "own/profiles/b.yaml:2:1",
        "own/profiles/c.yaml:1:1",
        "own/rulebook.yaml:1:1",
        "own/vocabulary/f.yaml:1:32",
    ]


def test_faults_of_several_folders_are_reported_at_once(write: Write) -> None:
    folder = write({"one/rulebook.yaml": "name: own\n", "two/a.yaml": ""})
    faults = _faults(Root(folder / "one", "one"), Root(folder / "two", "two", prefix="evidence/"))
    assert [str(fault.spot) for fault in faults] == ["one/rulebook.yaml:1:1", "two/a.yaml:1:1"]


def test_dates_are_looked_at_only_in_what_fits_its_schema(write: Write) -> None:
    folder = write({"rulebook.yaml": "name: own\nversion: 1\nverified_through: 2026-02-30\n"})
    assert [fault.message for fault in _faults(Root(folder, "own"))] == ["1 is not of type string"]


def test_a_path_to_nothing_is_refused_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(VendorcheckError) as caught:
        read_roots(Root(tmp_path / "none.yaml", "none.yaml"))
    error = caught.value
    assert (error.code, error.spot) == ("rulebook_invalid", Spot("none.yaml"))
    assert error.message == "none.yaml cannot be read: No such file or directory"


def test_a_folder_without_a_record_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own.json").write_bytes(b"{}")
    assert _faults(Root(tmp_path, "own")) == (Fault("no file of YAML is in this folder", Spot("own")),)


def test_the_digest_does_not_depend_on_line_endings(write: Write, tmp_path: Path) -> None:
    unix = _digest(write({"rulebook.yaml": HEADER}))
    assert _digest(write({"rulebook.yaml": HEADER.replace("\n", "\r\n")})) == unix
    assert b"\r\n" in (tmp_path / "rulebook.yaml").read_bytes()


def test_the_digest_does_not_depend_on_where_the_folder_is(write: Write) -> None:
    folder = write({"one/rulebook.yaml": HEADER, "two/rulebook.yaml": HEADER})
    assert _digest(folder / "one") == _digest(folder / "two")


@pytest.mark.parametrize(
    "files",
    [
        {"rulebook.yaml": HEADER + "\n"},
        {"rulebook.yaml": HEADER.replace("own", "owm")},
        {"rulebook.yml": HEADER},
        {"rulebook.yaml": HEADER, "vocabulary/a.yaml": "generic: [box]\n"},
    ],
)
def test_the_digest_changes_with_any_file_name_or_text(write: Write, tmp_path: Path, files: dict[str, str]) -> None:
    before = _digest(write({"rulebook.yaml": HEADER}))
    (tmp_path / "rulebook.yaml").unlink()
    assert _digest(write(files)) != before


def test_what_is_not_yaml_does_not_change_the_digest(write: Write) -> None:
    before = _digest(write({"rulebook.yaml": HEADER}))
    assert _digest(write({"README.md": "Read me."})) == before


def test_the_digest_tells_two_files_from_one_of_their_texts_together(write: Write) -> None:
    folder = write(
        {
            "one/vocabulary/a.yaml": "generic: [box]\nresold: [sold by]\n",
            "two/vocabulary/a.yaml": "generic: [box]\n",
            "two/vocabulary/b.yaml": "resold: [sold by]\n",
        }
    )
    assert _digest(folder / "one") != _digest(folder / "two")


def test_a_condition_that_is_nested_too_deeply_is_refused(write: Write, small: Mapping[str, str]) -> None:
    condition = "{not: " * 300 + "{scope: true}" + "}" * 300
    folder = write({"own.yaml": small["gb/acme-lead.yaml"] + f"if: {condition}\n"})
    assert [fault.spot.line for fault in _faults(Root(folder, "own"))] == [11]
