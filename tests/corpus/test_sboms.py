"""Bills of software and hardware that others wrote: every component is a line, and hostile files are refused calmly."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from vendorcheck.model.bom import Table
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.readers import open_bom


def _files(corpus: Path, *patterns: str) -> list[Path]:
    files = sorted(path for pattern in patterns for path in corpus.glob(pattern))
    assert files
    return files


def _lines(table: Table) -> tuple[int, int]:
    """How many lines a table has, and how many rows that are none."""
    lines = asides = 0
    for batch in table.batches():
        lines += len(batch.lines) - len(batch.asides)
        asides += len(batch.asides)
        assert all(len(values) == len(batch.lines) for values in batch.values)
        for at in range(len(batch.lines)):
            pointers = [batch.origin.pointer_of(at, column.cell) for column in table.layout.columns]
            assert all(pointer is None or pointer.startswith("/") for pointer in pointers)
    assert lines == table.reading.lines
    return lines, asides


def _read(path: Path) -> tuple[str, int]:
    """The format of a bill and how many lines it has."""
    bill = open_bom(path.as_posix())
    try:
        (table,) = bill.tables
        lines, _ = _lines(table)
        assert not table.reading.unreadable
        return table.layout.format, lines
    finally:
        bill.close()


def _inside(thing: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A component or service with all that stands inside it."""
    yield thing
    parts = [*thing.get("components", ()), *thing.get("services", ()), *thing.get("pedigree", {}).get("ancestors", ())]
    for part in parts:
        yield from _inside(part)


def _count_json(document: dict[str, Any]) -> int:
    if "packages" in document:
        return len(document["packages"])
    metadata = document.get("metadata", {})
    about = [metadata["component"]] if "component" in metadata else []
    things = [*about, *document.get("components", ()), *document.get("services", ())]
    count = sum(1 for thing in things for _ in _inside(thing))
    return count + (not about and ("supplier" in metadata or "manufacture" in metadata))


_STEPS = ("components", "component", "services", "service", "pedigree", "ancestors", "metadata")


def _count_xml(element: ET.Element) -> int:
    """How many components and services stand below an element, by the steps that lead to parts."""
    count = 0
    for inner in element:
        name = inner.tag.rpartition("}")[2]
        if name in _STEPS:
            count += name in ("component", "service") and len(inner) > 0
            count += _count_xml(inner)
    return count


def _expected(path: Path) -> int:
    if path.suffix == ".xml":
        return _count_xml(ET.parse(path).getroot())  # noqa: S314 (files of the specification)
    return _count_json(json.loads(path.read_bytes()))


def test_every_component_and_package_is_a_line(corpus: Path) -> None:
    wrong: list[tuple[str, int, int | str]] = []
    read = 0
    for path in _files(corpus, "inputs/sboms/*.json", "inputs/sboms/*.xml"):
        content = path.read_bytes()
        if b"spdx.org/rdf/3" in content or "invalid-bomformat" in path.name:
            continue
        expected = _expected(path)
        try:
            kind, lines = _read(path)
        except VendorcheckError as error:
            kind, lines = error.code, 0
        read += 1
        if lines != expected or (expected and not kind.startswith(("cyclonedx-", "spdx-"))):
            wrong.append((path.name, expected, lines if expected else kind))
    assert read
    assert not wrong


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("*.spdx", "SPDX as tags and values"),
        ("*.textproto", "CycloneDX in the text form of Protocol Buffers"),
        ("*invalid-bomformat*", "and not CycloneDX"),
    ],
)
def test_what_is_not_read_is_told_by_name(corpus: Path, pattern: str, said: str) -> None:
    for path in _files(corpus, f"inputs/sboms/{pattern}"):
        with pytest.raises(VendorcheckError, match=said) as caught:
            open_bom(path.as_posix())
        assert caught.value.exit_code == 2
        assert caught.value.help


def test_spdx_3_is_told_by_name(corpus: Path) -> None:
    found = 0
    for path in _files(corpus, "inputs/sboms/spdx*.json"):
        if b"spdx.org/rdf/3" in path.read_bytes():
            found += 1
            with pytest.raises(VendorcheckError, match="SPDX 3"):
                open_bom(path.as_posix())
    assert found


def _outcome(path: Path) -> str:
    """What became of a file: its format, or the code of the error; anything but these two is a crash."""
    try:
        bill = open_bom(path.as_posix())
    except VendorcheckError as error:
        return error.code if error.message and error.spot else "an error that says nothing"
    try:
        for table in bill.tables:
            _lines(table)
        return bill.tables[0].layout.format
    finally:
        bill.close()


def test_json_that_breaks_parsers_is_read_or_refused(corpus: Path) -> None:
    outcomes = {path.name: _outcome(path) for path in _files(corpus, "inputs/hostile/JSONTestSuite/*.json")}
    as_json = {name for name, outcome in outcomes.items() if outcome in ("json", "jsonl") and name.startswith("n_")}
    assert not as_json
    assert outcomes["n_structure_100000_opening_arrays.json"] == "bill_unreadable"


def test_xml_that_reaches_out_or_grows_is_refused(corpus: Path) -> None:
    for path in _files(corpus, "inputs/hostile/*.xml", "inputs/hostile/*Billion*"):
        assert _outcome(path) in ("bill_unreadable", "bill_unsupported"), path.name


@pytest.fixture(scope="session")
def validated(corpus: Path) -> Callable[[str], set[str]]:
    """The members that components have in a version, by its schema."""

    def validated(version: str) -> set[str]:
        schema = json.loads((corpus / "schemas" / f"cyclonedx-bom-{version}.schema.json").read_bytes())
        return set(schema["definitions"]["component"]["properties"])

    return validated


@pytest.mark.parametrize("version", ["1.4", "1.5", "1.6", "1.7"])
def test_every_member_of_a_component_was_thought_of(validated: Callable[[str], set[str]], version: str) -> None:
    read = {
        *("type", "manufacturer", "supplier", "publisher", "author", "authors", "group", "name", "version"),
        *("description", "cpe", "purl", "swid", "copyright", "properties", "components", "pedigree"),
    }
    #: These name nobody, or somebody who neither made nor sells the component.
    left = {
        *("mime-type", "bom-ref", "scope", "hashes", "licenses", "modified", "externalReferences", "evidence"),
        *("releaseNotes", "modelCard", "data", "signature", "omniborId", "swhid", "cryptoProperties", "tags"),
        *("versionRange", "isExternal", "patentAssertions"),
    }
    assert validated(version) <= read | left
