"""Similar names: what people really type, with both names side by side and what agreed and spoke against."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Fitting = Callable[[str, str], Any]

#: A list of one's own, and a bill with a maker and a vendor of it misspelt.
LIST = "name\nGrimm Optics Ltd\nHollow Works GmbH\n"
BILL = """\
Supplier,Manufacturer,Part Number,Description
Harbor Security,Grim Optics,X-1,Dome camera
Hollw Works,Axis Communications AB,P3265-LVE,Dome camera
Harbor Security,Brim Optics,X-2,Dome camera
Hollow Insurance,Axis Communications AB,P3265-LVE,Dome camera
"""


@pytest.fixture
def misspelt(tmp_path: Path) -> tuple[str, ...]:
    """The arguments of a run over a bill with misspelt names of a list."""
    (tmp_path / "own.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "bom.csv").write_text(BILL, encoding="utf-8")
    return "scan", "bom.csv", "--list", "own.csv"


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("HIKVISON", "hikvision"),
        ("Hikvizion", "hikvision"),
        ("海康威視", "hikvision"),
        ("Hangzhou Hikvision Digital Tech", "hikvision"),
        ("Dahua Technologies", "dahua"),
        ("Da Hua Technology", "dahua"),
        ("Hytara Communications", "hytera"),
        ("Huawei Technolgies Co Ltd", "huawei"),
    ],
)
def test_what_people_type_finds_the_listed_party(run: Run, fitting: Fitting, name: str, party: str) -> None:
    done = run("check", name, "-o", "json")
    (line,) = fitting("report", done.stdout)["lines"]
    assert party in line["parties"]
    assert (line["determination"], done.returncode) == ("REVIEW", 1)


@pytest.mark.parametrize(
    "name",
    ["Zhejiang Dahao", "Hangzhou Digital Technology", "Hisense", "Hikari", "Shanghai Dahua Scale Factory", "Co., Ltd."],
)
def test_false_friends_are_silent(run: Run, fitting: Fitting, name: str) -> None:
    (line,) = fitting("report", run("check", name, "-o", "json").stdout)["lines"]
    assert (line["determination"] in ("CLEAR", "NOT_SCREENED"), line["parties"]) == (True, [])


def test_a_similar_name_says_what_agreed_and_what_spoke_against(run: Run, fitting: Fitting) -> None:
    report = fitting("report", run("check", "Hytara Communications Ltd", "-o", "json").stdout)
    match = next(finding["match"] for finding in report["findings"] if finding["party"] == "hytera")
    assert {finding["basis"] for finding in report["findings"] if finding["party"] == "hytera"} == {"similar_name"}
    assert match["found"] == "Hytara Communications Ltd"
    assert match["listed"].startswith("Hytera Communications")
    assert "'hytara' and 'hytera', one letter" in match["agreed"]
    assert "legal form 'ltd'" in match["set_aside"]
    assert match["against"] == ["'hytara' and 'hytera' differ by a letter"]


def test_misspelt_names_of_a_list_are_found_in_a_bill(run: Run, fitting: Fitting, misspelt: tuple[str, ...]) -> None:
    report = fitting("report", run(*misspelt, "-o", "json").stdout)
    found = {(each["line"], each["party_name"]): each for each in report["findings"] if each["rule"] == "list-entry"}
    assert set(found) == {(2, "Grimm Optics Ltd"), (3, "Hollow Works GmbH")}
    assert {each["basis"] for each in found.values()} == {"similar_name"}
    assert [each["confidence"] for each in found.values()] == ["possible", "possible"]
    maker, vendor = (each["match"] for each in found.values())
    assert maker == {
        "role": "maker",
        "found": "Grim Optics",
        "listed": "Grimm Optics Ltd",
        "agreed": ["'optics'", "'grim' and 'grimm', sounds alike"],
        "set_aside": ["legal form 'ltd'"],
        "against": ["'grim' and 'grimm' only sound alike"],
    }
    assert (vendor["role"], vendor["found"], vendor["listed"]) == ("vendor", "Hollw Works", "Hollow Works GmbH")


def test_the_text_report_shows_both_names_side_by_side(run: Run, misspelt: tuple[str, ...]) -> None:
    text = " ".join(run(*misspelt).stdout.split())
    assert "maker “Grim Optics” ↔ Grimm Optics Ltd" in text
    assert "agrees: 'optics'; 'grim' and 'grimm', sounds alike · set aside: legal form 'ltd'" in text
    assert "against it: 'grim' and 'grimm' only sound alike" in text
    assert "vendor “Hollw Works” ↔ Hollow Works GmbH" in text


def test_a_name_of_a_list_without_its_legal_form_is_the_entry_itself(
    run: Run, fitting: Fitting, misspelt: tuple[str, ...]
) -> None:
    *_, listing, own = misspelt
    report = fitting("report", run("check", "GRIMM OPTICS", listing, own, "-o", "json").stdout)
    assert {(each["basis"], each["confidence"]) for each in report["findings"]} == {("list_entry", "confirmed")}
