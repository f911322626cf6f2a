"""A flagged part flags the assembly it belongs to, however deep it stands."""

from pathlib import Path

import pytest

from vendorcheck import screen
from vendorcheck.model.finding import LineResult
from vendorcheck.readers.tables.rows import BATCH_LINES

HEADINGS = "Level,Part,Maker,Description"


def _lines(folder: Path, *rows: str) -> dict[int, LineResult]:
    (folder / "bom.csv").write_text("\n".join((HEADINGS, *rows)) + "\n", encoding="utf-8")
    report = screen(folder / "bom.csv", profiles=["us-federal"], purpose="public-safety", all_lines=True)
    numbers = [line.line for line in report.lines]
    assert numbers == sorted(number for number in numbers if number)
    assert report.summary.lines == len(report.lines) == len(rows)
    assert report.summary.findings == len(report.findings)
    return {line.line: line for line in report.lines if line.line}


def _parts(line: LineResult) -> list[tuple[int, str]]:
    return [(part.line, part.determination) for part in line.parts]


def test_a_flagged_part_flags_every_assembly_above_it(tmp_path: Path) -> None:
    lines = _lines(
        tmp_path,
        "0,GC-1,Acme,Gate controller",
        "1,PS-1,Acme,Power supply",
        "1,CA-1,Acme,Camera assembly",
        "2,Hi3516,HiSilicon,System on chip",
        "0,T-1,Axis,Camera",
    )
    assert {number: line.determination for number, line in lines.items()} == {
        2: "UNDETERMINED",
        3: "CLEAR",
        4: "UNDETERMINED",
        5: "UNDETERMINED",
        6: "CLEAR",
    }
    assert _parts(lines[2]) == [(4, "UNDETERMINED")]
    assert _parts(lines[4]) == [(5, "UNDETERMINED")]
    assert lines[2].behind == lines[4].behind == ("HiSilicon",)


def test_a_line_of_the_same_level_is_no_part(tmp_path: Path) -> None:
    lines = _lines(tmp_path, "1,GC-1,Acme,Gate controller", "1,DS-2CD2143G2-I,Hikvision,Dome camera", "1,C,Acme,Gate")
    assert [line.determination for line in lines.values()] == ["CLEAR", "PROHIBITED", "CLEAR"]
    assert lines[2].parts == lines[4].parts == ()


def test_what_is_found_in_a_part_says_its_line(tmp_path: Path) -> None:
    (tmp_path / "bom.csv").write_text(
        HEADINGS + "\n1,GC-1,Acme,Gate controller\n2,CA-1,Acme,Camera\n3,Hi3516,HiSilicon,Chip\n", encoding="utf-8"
    )
    report = screen(tmp_path / "bom.csv", profiles=["us-federal"])
    whole = [finding for finding in report.findings if finding.line == 2]
    assert {finding.relation for finding in whole} == {"component"}
    assert {finding.match.found for finding in whole} == {"HiSilicon (line 4)"}
    assert {(finding.place.cell, finding.place.column) for finding in whole} == {(2, 3)}


def test_an_assembly_that_no_rule_reaches_by_itself_is_to_be_reviewed(tmp_path: Path) -> None:
    (tmp_path / "bom.csv").write_text(
        HEADINGS + "\n1,GC-1,Acme,Gate controller\n2,T-9,Sensetime,Server\n", encoding="utf-8"
    )
    (tmp_path / "rule.yaml").write_text(_RULE, encoding="utf-8")
    (tmp_path / "names.csv").write_text("name\nSensetime\n", encoding="utf-8")
    report = screen(tmp_path / "bom.csv", rules=[tmp_path / "rule.yaml"], lists=[tmp_path / "names.csv"])
    whole = report.lines[0]
    assert (whole.line, whole.determination) == (2, "REVIEW")
    assert whole.parts[0].line == 3


def test_an_assembly_without_a_maker_is_barred_by_its_parts_or_not_screened(tmp_path: Path) -> None:
    barred = _lines(tmp_path, "0,,,Camera system", "1,DS-2CD2143G2-I,Hikvision,Dome camera")
    assert barred[2].determination == "UNDETERMINED"
    left = _lines(tmp_path, "0,A1,,box", "1,B2,Uniview,IP camera")
    assert [line.determination for line in left.values()] == ["NOT_SCREENED", "REVIEW"]
    assert (left[2].reason, _parts(left[2])) == ("no maker named", [(3, "REVIEW")])


@pytest.mark.parametrize("reverse", [False, True])
def test_the_strongest_part_counts_whatever_their_order(tmp_path: Path, reverse: bool) -> None:  # noqa: FBT001
    parts = ["1,X,Cisco,Adapter for Hikvision", "1,DS-2CD2143G2-I,Hikvision,Dome camera"]
    (tmp_path / "bom.csv").write_text(
        "\n".join((HEADINGS, "0,A,Acme,Set", *(parts[::-1] if reverse else parts))) + "\n", encoding="utf-8"
    )
    report = screen(tmp_path / "bom.csv", profiles=["us-federal"])
    whole = {finding.confidence for finding in report.findings if finding.line == 2 and finding.party == "hikvision"}
    assert whole == {"confirmed"}


def test_what_an_assembly_only_hints_at_does_not_hide_its_part(tmp_path: Path) -> None:
    (tmp_path / "bom.csv").write_text(
        HEADINGS + "\n0,A,Acme,Set compatible with Hikvision\n1,DS-2CD2143G2-I,Hikvision,Dome camera\n",
        encoding="utf-8",
    )
    report = screen(tmp_path / "bom.csv", profiles=["us-federal"])
    assert "us-889-component" in {finding.rule for finding in report.findings if finding.line == 2}


def test_a_line_without_a_level_is_no_part_and_ends_no_assembly(tmp_path: Path) -> None:
    lines = _lines(tmp_path, "0,A,Acme,Set", ",,Axis,Camera", "1,DS-2CD2143G2-I,Hikvision,Dome camera")
    assert [line.determination for line in lines.values()] == ["UNDETERMINED", "CLEAR", "PROHIBITED"]
    assert _parts(lines[2]) == [(4, "PROHIBITED")]


def test_titles_and_footers_are_no_assemblies_and_no_parts(tmp_path: Path) -> None:
    (tmp_path / "bom.csv").write_text(
        f"Quote by Hikvision,,,\n{HEADINGS}\n1,A,Acme,Set\n2,B,Cisco,Switch\n,,,Prepared by Hikvision\n",
        encoding="utf-8",
    )
    report = screen(tmp_path / "bom.csv", profiles=["us-federal"], all_lines=True)
    found = {line.line: (line.aside is not None, line.determination, line.parts) for line in report.lines}
    assert found == {
        1: (True, "UNDETERMINED", ()),
        3: (False, "CLEAR", ()),
        4: (False, "CLEAR", ()),
        5: (True, "UNDETERMINED", ()),
    }
    assert report.summary.asides == 2


def test_lines_of_assemblies_that_were_not_screened_are_told_in_order(tmp_path: Path) -> None:
    rows = ["0,A,,x", "1,B,,x", "2,C,,x", "1,D,,x", "0,E,,x"]
    (tmp_path / "bom.csv").write_text("\n".join((HEADINGS, *rows)) + "\n", encoding="utf-8")
    report = screen(tmp_path / "bom.csv")
    assert [item.stretches for item in report.coverage.not_screened] == [((2, 6),)]


@pytest.mark.parametrize("between", [1, BATCH_LINES - 1, BATCH_LINES, 3 * BATCH_LINES])
def test_an_assembly_may_be_longer_than_a_batch(tmp_path: Path, between: int) -> None:
    plain = ["1,P-1,Acme,Plate"] * between
    lines = _lines(tmp_path, "0,GC-1,Acme,Gate", *plain, "1,Hi3516,HiSilicon,Chip", *plain)
    assert _parts(lines[2]) == [(between + 3, "UNDETERMINED")]
    assert (lines[2].place.column, lines[2].place.cell) == (3, 2)
    assert sum(line.determination == "CLEAR" for line in lines.values()) == 2 * between


def test_a_table_without_levels_has_no_parts(tmp_path: Path) -> None:
    (tmp_path / "bom.csv").write_text("Maker,Part\nAcme,GC-1\nHikvision,DS-2CD2143G2-I\n", encoding="utf-8")
    report = screen(tmp_path / "bom.csv", all_lines=True)
    assert [line.parts for line in report.lines] == [(), ()]


_RULE = """
id: own-list
title: Named on a list of our own
status: stable
severity: medium
subjects: [product]
bars: []
binds: []
when: {listed: [names]}
if: {relation: [self]}
message: "{party} stands on the list."
next_steps: [Ask the buyer.]
"""
