"""`lists import`, `list`, `show`, `remove`: an official list as it is published, and one's own, with their history."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Fitting = Callable[[str, str], Any]

OWN = """\
name,aliases,country,number
Acme Cameras Ltd,Acme Vision; AC Cam,GB,1
Borealis Optics GmbH,,DE,2
Corvid Networks LLC,,US,3
"""

CSL_HEAD = (
    "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,"
    "standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,"
    "vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,"
    "places_of_birth,source_information_url,ids"
)
ENTITY_LIST = "Entity List (EL) - Bureau of Industry and Security"
SDN = "Specially Designated Nationals (SDN) - Treasury Department"


def _csl_row(at: int, source: str, kind: str, name: str) -> str:
    cells = dict.fromkeys(CSL_HEAD.split(","), "")
    cells |= {"_id": f"{at:024x}", "source": source, "entity_number": str(at), "type": kind, "name": name}
    cells |= {"start_date": "2022-03-01", "addresses": "1 Harbour Road, Port Town, CN"}
    return ",".join(f'"{cell}"' for cell in cells.values())


def _csl(entity_list: int = 12, sdn: int = 60) -> str:
    rows = [_csl_row(at, ENTITY_LIST, "", f"Invented Chip {at} Technologies Co., Ltd.") for at in range(entity_list)]
    rows += [_csl_row(1000 + at, SDN, "Entity", f"Invented Trading {at} LLC") for at in range(sdn)]
    return "\n".join((CSL_HEAD, *rows)) + "\n"


@pytest.fixture
def lists(run: Run, tmp_path: Path) -> Run:
    """Runs `lists` with a store in the test's folder."""
    (tmp_path / "debarred.csv").write_text(OWN, encoding="utf-8")
    (tmp_path / "csl.csv").write_text(_csl(), encoding="utf-8")

    def lists(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return run("lists", *arguments, VENDORCHECK_STORE=(tmp_path / "store").as_posix(), **environment)

    return lists


def _data(done: subprocess.CompletedProcess[str]) -> Any:
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_list_of_ones_own_is_kept_and_found_again(lists: Run) -> None:
    imported = lists("import", "debarred.csv", "--date", "2026-10-01")
    assert imported.returncode == 0
    assert imported.stderr == ""
    for told in ("debarred · imported", "format        own", "of 2026-10-01, as you said", "3 entries", "5 names"):
        assert told in imported.stdout
    listed = lists("list").stdout
    assert "debarred · " in listed
    assert "age           51 days\n" in listed
    entry = lists("show", "debarred", "--entry", "debarred:1").stdout
    assert "Acme Cameras Ltd" in entry
    assert "AC Cam" in entry


def test_an_official_list_is_known_by_its_content_and_told_by_its_parts(lists: Run) -> None:
    data = _data(lists("import", "csl.csv", "-o", "json"))
    assert (data["schema"], data["imported"], data["changes"]) == ("vendorcheck.lists-import/v0", True, None)
    snapshot = data["snapshot"]
    assert (snapshot["list"], snapshot["format"], snapshot["entries"]) == ("csl", "csl", 72)
    assert snapshot["sublists"] == {"ofac-sdn": 60, "us-bis-entity-list": 12}
    assert (snapshot["dated"], snapshot["dated_by"]) == ("2022-03-01", "newest_entry")
    shown = _data(lists("show", "csl", "--check", "-o", "json"))
    assert (shown["checked"], shown["age"], shown["snapshot"]) == (True, "too_old", snapshot)
    assert "more than 180, no run is to be relied on" in " ".join(lists("list").stdout.split())


def test_a_list_that_was_cut_off_is_refused_and_nothing_is_kept_until_it_is_accepted(
    lists: Run, tmp_path: Path, fitting: Fitting
) -> None:
    whole = (tmp_path / "csl.csv").read_text(encoding="utf-8")
    (tmp_path / "csl.csv").write_text(whole[: whole.rindex("Entity List") + 8], encoding="utf-8")
    refused = lists("import", "csl.csv", "-o", "json")
    assert refused.returncode == 2
    assert fitting("error", refused.stdout)["code"] == "list_invalid"
    assert "ends within a row" in refused.stderr
    assert _data(lists("list", "-o", "json"))["lists"] == []
    accepted = _data(lists("import", "csl.csv", "--accept-cut-off", "-o", "json"))
    assert accepted["snapshot"]["left_out"] == {"is cut off: the file ends within it": 1}


def test_an_official_list_that_lost_a_part_is_refused_and_the_old_one_stays(
    lists: Run, tmp_path: Path, fitting: Fitting
) -> None:
    before = _data(lists("import", "csl.csv", "-o", "json"))["snapshot"]
    (tmp_path / "csl.csv").write_text(_csl(entity_list=0, sdn=70), encoding="utf-8")
    refused = lists("import", "csl.csv", "-o", "json")
    assert refused.returncode == 2
    assert fitting("error", refused.stdout)["code"] == "list_invalid"
    assert "us-bis-entity-list from 12 to 0 entries. Nothing was imported" in refused.stderr
    assert "Invented Chip 0 Technologies Co., Ltd." in refused.stderr
    assert _data(lists("show", "csl", "-o", "json"))["snapshot"] == before
    accepted = lists("import", "csl.csv", "--accept-shrink")
    assert accepted.returncode == 0
    assert "accepted      us-bis-entity-list from 12 to 0 entries" in accepted.stdout


def test_the_same_twice_is_kept_once(lists: Run) -> None:
    first = _data(lists("import", "debarred.csv", "-o", "json"))
    again = _data(lists("import", "debarred.csv", "-o", "json"))
    assert (first["imported"], again["imported"]) == (True, False)
    assert first["snapshot"] == again["snapshot"]
    assert "kept already" in lists("import", "debarred.csv").stdout


def test_columns_are_mapped_and_a_list_is_named(lists: Run, tmp_path: Path) -> None:
    (tmp_path / "our firms.csv").write_text("Firm;Land\nAcme Ltd;GB\n", encoding="utf-8")
    refused = lists("import", "our firms.csv", "--map", "name=Firm")
    assert refused.returncode == 2
    assert "a list cannot be called 'our firms'" in refused.stderr
    data = _data(
        lists("import", "our firms.csv", "--map", "name=Firm", "--map", "country=Land", "--name", "ours", "-o", "json")
    )
    assert data["snapshot"]["list"] == "ours"


def test_snapshots_are_removed_by_name_by_age_and_all_together(lists: Run) -> None:
    for day in ("2024-01-01", "2024-06-01", "2025-01-01", "2026-01-01"):
        assert lists("import", "debarred.csv", "--date", day).returncode == 0
    assert lists("remove", "debarred").returncode == 2
    assert "removed debarred · 2024-06-01-1-" in lists("remove", "debarred", "--snapshot", "2024-06").stdout
    data = _data(lists("remove", "debarred", "--older-than", "2025-01-02", "-o", "json"))
    assert [each[:10] for each in data["removed"]] == ["2024-01-01", "2025-01-01"]
    assert [each[:10] for each in data["left"]] == ["2026-01-01"]
    last = lists("remove", "debarred", "--snapshot", "2026")
    assert (last.returncode, "no snapshot of the list 'debarred' would be left" in last.stderr) == (2, True)
    assert lists("remove", "debarred", "--all").returncode == 0
    assert lists("list").stdout.startswith("0 lists in ")


def test_entries_are_found_by_their_names(lists: Run) -> None:
    lists("import", "csl.csv")
    found = lists("show", "csl", "--find", "TRADING 1")
    assert "11 entries of csl of 2022-03-01" in found.stdout
    data = _data(lists("show", "csl", "--find", "chip 7 ", "-o", "json"))
    assert [entry["instrument"] for entry in data["entries"]] == ["us-bis-entity-list"]
    assert (data["found"], data["entries"][0]["since"]) == (1, "2022-03-01")
    assert "0 entries of csl" in lists("show", "csl", "--find", "nobody").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("import", "absent.csv"), "absent.csv cannot be read: No such file"),
        (("import", "debarred.csv", "--format", "cls"), "no format of lists is called 'cls'"),
        (("import", "debarred.csv", "--date", "soon"), "--date 'soon' is not a day"),
        (("import", "debarred.csv", "--date", "2030-01-01"), "a day that is still to come"),
        (("import", "debarred.csv", "csl.csv"), "csl.csv is in the format 'csl', and debarred.csv in 'own'"),
        (("import", "debarred.csv", "debarred.csv"), "the same file is given twice"),
        (("import", "debarred.csv", "--name", "../out"), "a list cannot be called '../out'"),
        (("show", "debared"), "has no list 'debared'"),
        (("show", "../store"), "has no list '../store'"),
        (("show", "debarred", "--entry", "a", "--find", "b"), "--entry and --find are two questions"),
        (("remove", "debarred", "--all", "--older-than", "2024-01-01"), "which snapshots of 'debarred'?"),
        (("list", "-o", "yaml"), "there is no format 'yaml' here"),
    ],
)
def test_what_cannot_be_done_is_said_with_what_to_do(lists: Run, arguments: tuple[str, ...], said: str) -> None:
    done = lists(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "\nhelp: " in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_damaged_list_is_told_beside_the_others(lists: Run, tmp_path: Path) -> None:
    lists("import", "debarred.csv")
    name = _data(lists("import", "csl.csv", "-o", "json"))["snapshot"]["id"]
    (tmp_path / "store" / "csl" / name / "firms.index").unlink()
    listed = lists("list")
    assert listed.returncode == 1
    assert "its firms.index cannot be read" in " ".join(listed.stdout.split())
    assert "debarred · " in listed.stdout
    data = json.loads(lists("list", "-o", "json").stdout)
    assert [(each["list"], each["error"] is None) for each in data["lists"]] == [("csl", False), ("debarred", True)]
    shown = lists("show", "csl")
    assert shown.returncode == 2
    assert f"help: Take it away, `vendorcheck lists remove csl --snapshot {name}`" in shown.stderr


def test_the_flag_goes_before_the_variable_and_the_variable_before_the_config(
    run: Run, tmp_path: Path, lists: Run
) -> None:
    (tmp_path / "vendorcheck.yaml").write_text("store: of-config\n", encoding="utf-8")
    lists("import", "debarred.csv", "--store", "of-flag")
    lists("import", "debarred.csv")
    run("lists", "import", "debarred.csv")
    run("lists", "import", "debarred.csv", "--isolated", XDG_DATA_HOME=(tmp_path / "data").as_posix())
    places = {path.parent.relative_to(tmp_path).as_posix() for path in tmp_path.rglob(".lock")}
    assert places == {"of-flag", "store", "of-config", "data/vendorcheck/lists"}


def test_the_store_may_be_read_where_nobody_can_write(lists: Run, tmp_path: Path) -> None:
    lists("import", "debarred.csv")
    (tmp_path / "store" / ".lock").unlink()
    for folder in (tmp_path / "store", *(tmp_path / "store").rglob("*")):
        folder.chmod(0o555 if folder.is_dir() else 0o444)
    assert lists("show", "debarred", "--check").returncode == 0
    assert lists("list").returncode == 0
    assert not (tmp_path / "store" / ".lock").exists()
    for folder in (tmp_path / "store", *(tmp_path / "store").rglob("*")):
        folder.chmod(0o755 if folder.is_dir() else 0o644)
