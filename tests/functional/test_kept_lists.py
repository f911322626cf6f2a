"""`scan --list NAME --store DIR`: what of a kept list is found, in every format, and how lists are asked for."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kept_lists import CSL, MAKERS, OTHER, OWN, UN, Run, Screening, filled, grounds_of, scan, scan_empty, scan_own
from list_texts import ENTITY_LIST, csl

__all__ = ["filled", "scan", "scan_empty", "scan_own"]

Fitting = Callable[[str, str], Any]

LISTS = ("--list", "csl", "--list", "own")

RULE = """\
id: blocked-by-us
title: Blocked by the United States
status: stable
severity: medium
subjects: [product]
bars: []
binds: []
when: {listed: {lists: [csl], programmes: [SDN]}}
message: The list names {party} since {since}.
next_steps: [Ask counsel.]
tags: [own]
"""


def _line(maker: str) -> int:
    return MAKERS.index(maker) + 2


def test_what_stands_on_kept_lists_is_found(scan: Screening, fitting: Fitting) -> None:
    done = scan("-p", "us-federal", *LISTS, "--list", "un", "-o", "json")
    assert done.stderr == ""
    report = fitting("report", done.stdout)
    found = {maker: grounds_of(report, _line(maker)) for maker in MAKERS}
    assert found["Quorvane Optics Manufacturing"] == {
        "us-entity-list": ["csl:1"],
        "us-meu": ["csl:2"],
        "list-entry": ["own:17"],
    }
    assert found["Dunnoth Machine Works"] == {"us-ofac-sdn-maker": ["csl:8"]}
    assert found["Corvid Networks"]["list-entry"] == ["own:3"]
    assert found["Tarnmoor Export"] == {"un-sc-consolidated-list": ["un:KPe.991"]}
    assert found["Axis Communications AB"] == {}
    assert [(each["name"], each["entries"]) for each in report["provenance"]["lists"]] == [
        ("csl", 8),
        ("own", 2),
        ("un", 1),
    ]


def test_a_party_of_the_rulebook_on_a_list_is_one_finding_with_both_grounds(scan: Screening) -> None:
    report = scan.report("-p", "us-federal", "--list", "csl")
    assert grounds_of(report, _line("Huawei"))["us-entity-list"] == ["huawei", "csl:3"]
    assert "list-entry" not in grounds_of(report, _line("Huawei"))
    assert "csl:3" not in {each["id"] for each in report["parties"]}


def test_every_format_tells_of_both_grounds(scan: Screening, tmp_path: Path) -> None:
    names = ("text", "html", "csv", "markdown", "sarif", "junit", "xlsx", "annotated")
    outputs = [
        each for name in names for each in ("-o", f"{name}={name}.out" if name != "annotated" else "annotated=a.csv")
    ]
    assert scan("-p", "us-federal", *LISTS, *outputs).stderr == ""
    texts = {name: (tmp_path / f"{name}.out").read_text("utf-8") for name in names if name not in ("xlsx", "annotated")}
    with zipfile.ZipFile(tmp_path / "xlsx.out") as book:
        texts["xlsx"] = "\n".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
    texts["annotated"] = (tmp_path / "a.csv").read_text("utf-8-sig")
    for name, text in texts.items():
        assert "Quorvane Optics Manufacturing" in text, name
    for name in ("text", "html", "markdown", "junit", "xlsx"):
        flat = " ".join(texts[name].split())
        assert "list csl: names Huawei Technologies Co., Ltd. (EL) since 2019-05-21" in flat, name
        assert "BIS Entity List: names Huawei Technologies Co., Ltd. since 2019-05-16" in flat, name
    for name in ("text", "html", "markdown", "xlsx"):
        flat = " ".join(texts[name].split())
        assert "1 vessel is not compared with any cell" in flat, name
        assert "1 row of its files not read as an entry (1 names nobody)" in flat, name
    [row] = [line for line in texts["csv"].splitlines() if "us-entity-list" in line and "Huawei" in line]
    assert "csl:3" in row


def test_an_entry_of_a_list_of_ones_own_is_not_called_a_law(scan: Screening) -> None:
    flat = " ".join(scan("--list", "own").stdout.split())
    assert "listed list own: names Corvid Networks LLC (Board of 3 May)" in flat
    assert "law list own" not in flat
    assert "an entry of the list own, recorded since a day that the list does not give." in flat
    page = scan("--list", "own", "-o", "html").stdout
    assert "<dt>Listed</dt>\n<dd>list own: names Corvid Networks LLC" in page


def test_one_firm_on_two_lists_is_one_finding(scan_own: Screening) -> None:
    scan_own.keep("other.csv", OTHER)
    report = scan_own.report("--list", "own", "--list", "other")
    assert grounds_of(report, _line("Corvid Networks")) == {"list-entry": ["own:3", "other:9"]}


def test_a_former_name_and_that_of_a_person_are_possible_at_most_and_never_behind_another(
    scan_own: Screening,
) -> None:
    renamed = {"source": ENTITY_LIST, "name": "Grellmoor Heavy Industry"}
    scan_own.keep("f.csv", csl({**renamed, "alt_names": "f.k.a. Dunnoth Machine Works"}), "--name", "former")
    report = scan_own.report("-p", "us-federal", "--list", "former", "--list", "csl")
    told = {
        ground["id"]: (each["confidence"], each["match"]["against"])
        for each in report["findings"]
        for ground in each["grounds"]
    }
    assert told["csl:6"] == ("possible", ["the entry is of a person"])
    assert told["csl:8"] == ("confirmed", [])
    assert told["former:1"] == ("possible", ["a former name"])


def test_a_weak_alias_is_possible_at_most(scan_own: Screening) -> None:
    weak = UN.replace(
        "<UN_LIST_TYPE>",
        "<ENTITY_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>CORVID NETWORKS</ALIAS_NAME></ENTITY_ALIAS><UN_LIST_TYPE>",
    )
    scan_own.keep("weak.xml", weak, "--name", "weak")
    report = scan_own.report("--list", "weak")
    [finding] = [each for each in report["findings"] if each["match"]["found"] == "Corvid Networks"]
    assert (finding["confidence"], finding["match"]["against"]) == (
        "possible",
        ["a weak alias, as the list calls it"],
    )


def test_a_vessel_is_not_compared_and_counted(scan: Screening) -> None:
    report = scan.report("--list", "csl")
    assert grounds_of(report, _line("Silver Gannet")) == {}
    [listed] = report["provenance"]["lists"]
    assert (listed["not_compared"], listed["left_out"]) == ({"vessel": 1}, {"names nobody": 1})


def test_a_rule_of_ones_own_names_a_list_and_a_programme(scan: Screening, tmp_path: Path) -> None:
    (tmp_path / "blocked.yaml").write_text(RULE, encoding="utf-8")
    report = scan.report("-r", "blocked.yaml", *LISTS)
    by_rule = [each["grounds"][0]["id"] for each in report["findings"] if each["rule"] == "blocked-by-us"]
    assert by_rule == ["csl:6", "csl:8"]
    refused = scan("-r", "blocked.yaml", "--list", "own")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "the rule 'blocked-by-us' asks for the list 'csl', which is not given" in refused.stderr
    assert "help: Give it with --list csl" in refused.stderr


@pytest.mark.parametrize("way", ["variables", "config", "config beside"])
@pytest.mark.usefixtures("scan_own")
def test_lists_and_their_store_may_be_said_elsewhere(run: Run, tmp_path: Path, way: str) -> None:
    variables = {"VENDORCHECK_STORE": "store", "VENDORCHECK_LIST": "csl:own"} if way == "variables" else {}
    if way != "variables":
        (tmp_path / "vendorcheck.yaml").write_text("list: [csl, own]\nstore: store\n", encoding="utf-8")
    config: tuple[str, ...] = ()
    if way == "config beside":
        (tmp_path / "conf").mkdir()
        (tmp_path / "vendorcheck.yaml").rename(tmp_path / "conf" / "c.yaml")
        (tmp_path / "store").rename(tmp_path / "conf" / "store")
        config = ("--config", "conf/c.yaml")
    done = run("scan", "bom.csv", *config, "-o", "json", **variables)
    assert done.stderr == ""
    assert [each["name"] for each in json.loads(done.stdout)["provenance"]["lists"]] == ["csl", "own"]


@pytest.mark.parametrize(
    ("asked", "said", "todo"),
    [
        (("--list", "cls"), "has no list 'cls'; did you mean 'csl'?", "There are: csl, own, un."),
        (("--list", "csl", "--list", "csl"), "the list csl is given twice", "Give it once."),
        (("--list", "own", "--list", "own.csv"), "two lists are called 'own'", "Give one of them, or rename a file."),
        (("--list", "debarred.csv"), "debarred.csv cannot be read", "Name the file of a list."),
        (("--list", "csl", "--store", "nowhere"), "nowhere has no list 'csl'", "`vendorcheck lists import FILE`"),
    ],
)
def test_a_list_that_is_not_there_is_no_run(
    scan: Screening, tmp_path: Path, asked: tuple[str, ...], said: str, todo: str
) -> None:
    (tmp_path / "own.csv").write_text(OWN, encoding="utf-8")
    done = scan(*asked)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("vendorcheck: no screening was performed: ")
    assert said in done.stderr
    assert todo in done.stderr.partition("\nhelp: ")[2]


@pytest.mark.parametrize(("name", "text"), [("consolidated.csv", csl(*CSL)), ("un-list.xml", UN)])
def test_a_file_in_an_official_format_is_a_list_without_an_import(
    scan: Screening, tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    kept = "csl" if name.endswith(".csv") else "un"
    by_file, by_name = scan.report("--list", name), scan.report("--list", kept)
    assert [each["name"] for each in by_file["provenance"]["lists"]] == [kept]
    assert by_file["provenance"]["lists"][0]["imported"] is None
    rested = [
        [(each["rule"], [g["id"] for g in each["grounds"]]) for each in r["findings"]] for r in (by_file, by_name)
    ]
    assert rested[0] == rested[1]


def test_a_name_at_the_prompt_and_a_line_that_is_explained_know_kept_lists(run: Run, scan: Screening) -> None:
    checked = run("check", "Quorvane Optics", "--list", "csl", "--store", scan.store)
    assert checked.returncode == 0
    assert "Named on the Entity List" in checked.stdout
    told = run("explain", "bom.csv", "--line", "2", "--list", "csl", "--store", scan.store)
    assert told.returncode == 0
    flat = " ".join(told.stdout.split())
    assert "shows Quorvane Optics Manufacturing Co., Ltd. (self) by list entry" in flat
    assert "medium us-entity-list yes" in flat
    assert "YES Quorvane Optics Manufacturing Co., Ltd.: self, by csl:1 YES in force since 2016-03-08" in flat


def test_a_summary_counts_what_is_on_the_lists(scan: Screening) -> None:
    whole, short = (scan.report("-p", "us-federal", *LISTS, *more) for more in ((), ("--summary-only",)))
    assert (short["lines"], short["findings"]) == ([], [])
    assert short["summary"] == whole["summary"]
    assert short["provenance"]["lists"] == whole["provenance"]["lists"]
