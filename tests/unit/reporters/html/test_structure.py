"""The page is whole: one file, well formed, nothing that runs or loads, everything in it can be reached and read."""

import base64
import hashlib
import json
import re
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from vendorcheck.model.report import Report
from vendorcheck.reporters.html import page
from vendorcheck.reporters.report_json import report_of


@pytest.fixture(scope="session")
def example(command: Path, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report on the shipped example for a federal agency."""
    path = tmp_path_factory.mktemp("example") / "report.json"
    bill = Path(__file__).parents[4] / "examples" / "bom.csv"
    arguments = ("scan", str(bill), "--as-of", "2026-11-21", "-p", "us-federal", "-o", f"json={path}")
    subprocess.run([command, *arguments], capture_output=True, check=False)
    return report_of(json.loads(path.read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def text(example: Report) -> str:
    """Its page."""
    return page(example)


@pytest.fixture
def root(parse: Any, text: str) -> Any:
    """Its page as a tree."""
    return parse(text).root


def test_the_same_report_gives_the_same_bytes(example: Report, text: str) -> None:
    assert page(example) == text


def test_nothing_runs_and_nothing_is_loaded(root: Any) -> None:
    assert list(root.all("script", "iframe", "object", "embed", "img", "form", "base")) == []
    for element in root.all():
        assert not [name for name in element.attributes if name.startswith("on") or name == "style"]
        assert "src" not in element.attributes
    assert [link.attributes for link in root.all("link")] == [{"rel": "icon", "href": "data:,"}]


def test_the_policy_lets_in_one_style_sheet_alone(root: Any) -> None:
    (style,) = root.all("style")
    digest = base64.b64encode(hashlib.sha256("".join(style.children).encode()).digest()).decode()
    (policy,) = (
        meta.attributes["content"]
        for meta in root.all("meta")
        if meta.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert "default-src 'none'" in policy
    assert f"style-src 'sha256-{digest}'" in policy
    assert "url(" not in "".join(style.children)
    assert "@import" not in "".join(style.children)


def test_ids_are_unique_and_every_reference_has_a_target(root: Any) -> None:
    ids = [element.attributes["id"] for element in root.all() if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    targets = [link.attributes["href"][1:] for link in root.all("a") if link.attributes["href"].startswith("#")]
    labels = [
        name
        for element in root.all()
        for key in ("aria-labelledby", "aria-describedby")
        for name in element.attributes.get(key, "").split()
    ]
    assert len(targets) > 500
    assert set(targets) | set(labels) <= set(ids)
    drawn = {name for element in root.all() for name in re.findall(r"url\(#([^)]+)\)", str(element.attributes))}
    assert drawn <= set(ids)


def test_links_go_to_the_web_and_say_nothing_of_where_from(root: Any) -> None:
    away = [link.attributes for link in root.all("a") if not link.attributes["href"].startswith("#")]
    assert away
    for attributes in away:
        assert re.match(r"https?://", attributes["href"])
        assert attributes["rel"] == "noreferrer"


def test_tables_have_captions_and_their_headings_a_scope(root: Any) -> None:
    tables = list(root.all("table"))
    assert len(tables) > 20
    for table in tables:
        (caption,) = table.all("caption")
        assert caption.text
        for heading in table.all("th"):
            assert heading.attributes["scope"] in ("col", "row", "rowgroup")
        columns = len([each for each in table.all("th") if each.attributes["scope"] == "col"])
        for row in (row for body in table.all("tbody") for row in body.all("tr")):
            assert len(list(row.all("th", "td"))) <= columns


def test_headings_are_in_order_and_landmarks_are_there(root: Any) -> None:
    levels = [int(heading.name[1]) for heading in root.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for landmark in ("header", "main", "nav", "footer"):
        assert len(list(root.all(landmark))) == 1
    assert next(root.all("html")).attributes["lang"] == "en"
    assert next(root.all("a")).attributes == {"class": "skip", "href": "#main"}


def test_every_picture_is_told_in_words(root: Any) -> None:
    pictures = [picture for picture in root.all("svg") if picture.attributes.get("aria-hidden") != "true"]
    assert len(pictures) > 5
    for picture in pictures:
        assert picture.attributes["role"] == "img"
        assert [each.name for each in picture.children[:2]] == ["title", "desc"]
        assert all(each.text for each in picture.children[:2])


def test_the_counts_are_those_of_the_report(root: Any, example: Report) -> None:
    tiles = [item.text for item in root.all("li") if item.attributes.get("class", "").startswith("tile ")]
    for tile, (determination, count) in zip(tiles, example.summary.by_determination.items(), strict=True):
        assert tile.startswith(f"{count} {determination.replace('_', ' ')} ")
    articles = [article for article in root.all("article") if article.attributes["class"] == "line"]
    assert len(articles) == len([line for line in example.lines if line.findings])


def test_every_finding_is_told_or_leads_to_where_it_is(root: Any, example: Report) -> None:
    rows = [
        each.attributes["id"]
        for each in root.all()
        if re.fullmatch(r"line-[0-9]+-[0-9]+", each.attributes.get("id", ""))
    ]
    again = [each.text for each in root.all("p") if each.attributes.get("class") == "again"]
    repeated = sum(int(found[1]) for each in again if (found := re.search(r"the same ([0-9]+)", each)))
    assert repeated
    assert len(rows) + repeated == example.summary.findings


def test_every_claim_and_every_answer_is_there(root: Any, example: Report) -> None:
    words = root.text
    for finding in example.findings:
        statements = [proof.statement for proof in finding.evidence]
        statements += [answer.statement for answer in finding.answers if answer.standing]
        for statement in statements:
            assert " ".join(statement.split()) in words
        if finding.provisional:
            assert finding.provisional in words


def test_it_says_what_was_decided_about_each_vendor(root: Any, example: Report) -> None:
    captions = [caption.text for caption in root.all("caption")]
    for party in example.parties:
        if party.decisions:
            assert f"Decisions about {party.name}, to 2026-11-21" in captions
