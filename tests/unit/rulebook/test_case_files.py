"""Case files: which are read for a path, and that a wrong one is never passed over."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from vendorcheck.model.errors import RulebookError, VendorcheckError
from vendorcheck.model.period import Period
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.rulebook import load_cases, load_cases_of, load_rulebook


@pytest.fixture
def folder(small: Mapping[str, str], write: Callable[[Mapping[str, str]], Path]) -> Path:
    return write(small)


@pytest.fixture
def own(folder: Path) -> Rulebook:
    return load_rulebook([folder], shipped=False)


@pytest.mark.parametrize("place", ["", "gb", "gb/acme-rule.cases.yaml", "gb/acme-rule.yaml"])
def test_a_folder_a_case_file_and_a_rule_lead_to_the_cases(own: Rulebook, folder: Path, place: str) -> None:
    first, second = load_cases(own, [folder / place])
    assert (first.rule, first.name, first.as_of) == ("acme-rule", "a camera", date(2026, 1, 1))
    assert (first.profiles, first.line) == (("acme-town-hall",), {"maker": "Acme", "part": "AC-123"})
    assert first.expect == {"outcome": "yes", "party": "acme"}
    assert (first.spot.line, first.spot.column) == (3, 5)
    assert (second.name, second.profiles, second.listed) == ("no camera", (), ())


def test_a_file_named_twice_is_read_once(own: Rulebook, folder: Path) -> None:
    assert len(load_cases(own, [folder / "gb" / "acme-rule.cases.yaml", folder / "gb" / "acme-rule.yaml"])) == 2


@pytest.mark.parametrize("place", ["gb/acme-lead.yaml", "parties", "nowhere"])
def test_a_path_without_cases_is_an_error(own: Rulebook, folder: Path, place: str) -> None:
    with pytest.raises(VendorcheckError, match=r"no case file is at|is not there"):
        load_cases(own, [folder / place])


def test_of_a_whole_rulebook_a_folder_may_have_none(own: Rulebook, folder: Path) -> None:
    assert load_cases_of(own, [folder / "parties"], shipped=False) == ()
    assert len(load_cases_of(own, [folder], shipped=False)) == 2


def test_every_fault_of_every_file_is_said(own: Rulebook, folder: Path) -> None:
    good = (folder / "gb" / "acme-rule.cases.yaml").read_text(encoding="utf-8")
    (folder / "gb" / "a.cases.yaml").write_text(good.replace("acme-rule", "acme-rool"), encoding="utf-8")
    (folder / "gb" / "b.cases.yaml").write_text(good.replace("2026-01-01", "2026-13-01"), encoding="utf-8")
    (folder / "gb" / "c.cases.yaml").write_text(good.replace("maker:", "makr:"), encoding="utf-8")
    (folder / "gb" / "d.cases.yaml").write_bytes(b"\xff")
    with pytest.raises(RulebookError) as caught:
        load_cases(own, [folder])
    said = [(Path(fault.spot.file).name, fault.message) for fault in caught.value.faults]
    assert ("a.cases.yaml", "no rule is called 'acme-rool'") in said
    assert {name for name, _ in said} == {"a.cases.yaml", "b.cases.yaml", "c.cases.yaml", "d.cases.yaml"}
    assert caught.value.faults[0].help == "Did you mean 'acme-rule'?"


def test_an_entry_of_a_list_is_read_with_what_the_list_says_of_it(own: Rulebook, folder: Path) -> None:
    path = folder / "gb" / "acme-rule.cases.yaml"
    entry = (
        "{name: Acme Trading, aliases: [AT], kind: organisation, programmes: [X], list: theirs, number: '7',"
        " since: 2026-01, until: 2026-02-01, country: GB}"
    )
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    line:", f"    listed: [Acme, {entry}]\n    line:", 1), encoding="utf-8")
    first, second = load_cases(own, [path])[0].listed
    assert (first.name, first.list, first.id, first.instrument) == ("Acme", "", "", None)
    assert (second.name, second.names, second.list, second.id) == (
        "Acme Trading",
        ("Acme Trading", "AT"),
        "theirs",
        "7",
    )
    assert (second.kind, second.programmes, second.country) == ("organisation", ("X",), "GB")
    assert (second.since, second.until) == (Period.parse("2026-01"), Period.parse("2026-02-01"))


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{name: Acme, instrument: nobody-knows}", "no instrument is called 'nobody-knows'"),
        ("{name: Acme, since: 2026-02-30}", "no such date"),
        ("{name: Acme, since: 2026-02-02, until: 2026-02-01}", "is before"),
        ("{aliases: [Acme]}", "name"),
    ],
)
def test_an_entry_that_is_not_clear_is_refused(own: Rulebook, folder: Path, entry: str, said: str) -> None:
    path = folder / "gb" / "acme-rule.cases.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    line:", f"    listed: [{entry}]\n    line:", 1), encoding="utf-8")
    with pytest.raises(RulebookError) as caught:
        load_cases(own, [path])
    assert any(said in fault.message for fault in caught.value.faults)
