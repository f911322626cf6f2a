"""Official lists as they were published: every row is part of an entry or left out with its reason, and none is lost.

`pytest -s -n 0 tests/corpus/test_lists.py -k table` prints the table of docs/lists.md.
"""

import csv
import html
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from vendorcheck.lists.reading import Read, read_list
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.watchlist import ENTRY_KINDS

ROOT = Path(__file__).parents[2]


def csv_rows(delimiter: str, headings: int = 1) -> Callable[[Path], int]:
    """A count of rows that hold something, by another reader than the one that is tested."""

    def count(path: Path) -> int:
        csv.field_size_limit(10**9)
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as text:
            return sum(any(map(str.strip, row)) for row in csv.reader(text, delimiter=delimiter)) - headings

    return count


def ofac_rows(path: Path) -> int:
    """A count of the rows of a file of OFAC, of which none holds a line break."""
    return sum(line[:1].isdigit() for line in path.read_text(encoding="latin-1").splitlines())


def un_elements(path: Path) -> int:
    """A count of persons and entities by the ends of their elements."""
    text = path.read_text(encoding="utf-8")
    return sum(text.count(f"</{tag}>") for tag in ("INDIVIDUAL", "ENTITY"))


class Sample(NamedTuple):
    """The files of one list, the format they are in, how their rows are counted, and what must come of them."""

    files: tuple[str, ...]
    format: str
    count: Callable[[Path], int]
    entries: int
    names: int
    dated: str | None
    left_out: dict[str, int]


SDN_FILES = (
    "test_testdata_sdn.csv",
    "test_testdata_alt.csv",
    "test_testdata_add.csv",
    "test_testdata_sdn_comments.csv",
)
CONS_FILES = ("test_testdata_cons_prim.csv", "test_testdata_cons_alt.csv", "test_testdata_cons_add.csv")
UN_FILES = ("test_testdata_UN_consolidated.xml",)

SAMPLES = (
    Sample(("csl_consolidated_2022.csv",), "csl", csv_rows(","), 14_159, 34_093, "2022-04-21", {}),
    Sample(
        ("csl_partial_2023-11_pr523.csv",),
        "csl",
        csv_rows(","),
        4_226,
        10_437,
        "2023-11-16",
        {"repeats the headings": 1, "is cut off: the file ends within it": 1},
    ),
    Sample(("test_testdata_dpl.txt",), "denied-persons", csv_rows("\t"), 417, 418, "2019-06-05", {}),
    Sample(
        SDN_FILES,
        "ofac-sdn",
        ofac_rows,
        7_379,
        19_091,
        None,
        {"is of an entry that is not among them": 10},
    ),
    Sample(
        CONS_FILES,
        "ofac-cons",
        ofac_rows,
        448,
        1_618,
        None,
        {},
    ),
    Sample(UN_FILES, "un", un_elements, 1_003, 4_206, "2026-02-27", {}),
)

#: Extracts of 2026, the instrument they are of, and how much of the list of 2022 must be found in them by name.
EXTRACTS = (
    ("bis_entity_list.json", "us-bis-entity-list", 0.7),
    ("bis_meu.json", "us-bis-meu", 0.7),
    ("ofac_nscmic.json", "us-ns-cmic", 0.9),
)


#: How many rows of the consolidated files have the programmes and directives of each list, counted in the files.
SUBLISTS = (
    (CONS_FILES, "ofac-ssi", 286),
    (CONS_FILES, "ofac-plc", 78),
    (CONS_FILES, "us-ns-cmic", 68),
    (CONS_FILES, "ofac-ns-mbs", 15),
    (CONS_FILES, "ofac-capta", 1),
)


@cache
def _read(folder: Path, files: Sequence[str]) -> Read:
    return read_list([SourceFile.read(folder / "lists" / name) for name in files], accept_cut_off=True)


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def test_a_list_that_is_not_whole_is_refused_until_somebody_accepts_it(corpus: Path) -> None:
    with pytest.raises(VendorcheckError, match="ends within a row") as caught:
        read_list([SourceFile.read(corpus / "lists" / "csl_partial_2023-11_pr523.csv")])
    assert caught.value.spot is not None
    assert caught.value.spot.line == 4_233


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.files[0])
def test_every_row_is_accounted_for(corpus: Path, sample: Sample) -> None:
    read = _read(corpus, sample.files)
    parsed = read.parsed
    assert read.format.name == sample.format
    assert parsed.rows == sum(sample.count(corpus / "lists" / name) for name in sample.files)
    assert Counter(left.reason for left in parsed.left_out) == sample.left_out
    assert (len(parsed.entries), sum(len(entry.names) for entry in parsed.entries)) == (sample.entries, sample.names)
    assert (str(parsed.dated) if parsed.dated else None) == sample.dated


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.files[0])
def test_entries_have_ids_of_their_own_and_clean_names(corpus: Path, sample: Sample) -> None:
    entries = _read(corpus, sample.files).parsed.entries
    assert len({entry.id for entry in entries}) == len(entries)
    assert {entry.kind for entry in entries} <= set(ENTRY_KINDS)
    for entry in entries:
        assert all(name == " ".join(name.split()) != "" for name in entry.names), entry.id
        assert not any("thereof" in name or "Affiliated Entity:" in name for name in entry.names), entry.id


@pytest.mark.parametrize("name", [sample.files[0] for sample in SAMPLES if sample.format == "csl"])
def test_of_a_consolidated_list_no_name_is_lost(corpus: Path, name: str) -> None:
    """As many entries of each source as rows, but for rows said twice; and every row's name begins or ends as one's."""
    entries = _read(corpus, (name,)).parsed.entries
    known = {entry.name for entry in entries} | {remark for entry in entries for remark in entry.remarks}
    with (corpus / "lists" / name).open(encoding="utf-8-sig", newline="") as text:
        rows = [row for row in csv.DictReader(text) if row["ids"] is not None and row["name"] != "name"]
    lost = {
        " ".join(row["name"].split())
        for row in rows
        if not known & {" ".join(row["name"].split()).strip(" ,"), f"Listed as: {' '.join(row['name'].split())}"}
    }
    within_name = {row for row in lost if any(sign in row.lower() for sign in ("k.a", "(aka", "[aka", "\x92"))}
    assert lost == within_name
    assert len(lost) < 25
    assert len(rows) - len(entries) in {0, 1}


@pytest.mark.parametrize(("extract", "instrument", "least"), EXTRACTS)
def test_who_was_listed_then_is_mostly_listed_now(corpus: Path, extract: str, instrument: str, least: float) -> None:
    document = json.loads((corpus / "lists" / extract).read_text())
    now = {_plain(name) for each in document["entities"] for name in (each["name"], *each["aliases"])}
    entries = _read(corpus, ("csl_consolidated_2022.csv",)).parsed.entries
    then = [entry for entry in entries if entry.instrument == instrument]
    found = sum(any(_plain(name) in now for name in entry.names) for entry in then)
    assert found >= least * len(then), f"{found} of {len(then)}"


def test_of_the_files_of_ofac_no_name_is_lost(corpus: Path) -> None:
    """Each further name and each quoted one of a row is a name of the entry with its number, as strong as it was."""
    entries = {entry.id: entry for entry in _read(corpus, SDN_FILES).parsed.entries}
    folder = corpus / "lists"
    with (folder / "test_testdata_alt.csv").open(encoding="latin-1", newline="") as text:
        for row in csv.reader(text):
            assert " ".join(row[3].split()) in entries[f"ofac-sdn:{row[0]}"].names
    quoted = 0
    with (folder / "test_testdata_sdn.csv").open(encoding="latin-1", newline="") as text:
        for row in csv.reader(text):
            weak = {alias.text for alias in entries[f"ofac-sdn:{row[0]}"].aliases if alias.strength == "weak"}
            quoted += row[11].count("k.a. '")
            assert row[11].count("k.a. '") >= len(weak)
    assert quoted == 2_037


@pytest.mark.parametrize(("files", "instrument", "count"), SUBLISTS)
def test_each_list_of_the_consolidated_files(corpus: Path, files: Sequence[str], instrument: str, count: int) -> None:
    entries = _read(corpus, files).parsed.entries
    assert sum(entry.instrument == instrument for entry in entries) == count


def test_the_other_lists_of_ofac_are_those_of_the_consolidated_screening_list(corpus: Path) -> None:
    """Who stood on one of these lists in 2023 and still does stands on it by either of the two files."""
    csl = _read(corpus, ("csl_partial_2023-11_pr523.csv",)).parsed.entries
    now = _read(corpus, CONS_FILES).parsed.entries
    then = {(_number(entry.id), entry.instrument) for entry in csl}
    known = {number for number, _ in then}
    differing = {
        (_number(entry.id), entry.instrument)
        for entry in now
        if _number(entry.id) in known and (_number(entry.id), entry.instrument) not in then
    }
    assert len(differing) <= 1


def _number(entry_id: str) -> str:
    return entry_id.partition(":")[2].partition("/")[0]


def test_of_the_list_of_the_un_no_name_is_lost(corpus: Path) -> None:
    """Every word of each alias stands in a name of an entry; empty aliases are no names."""
    (file,) = UN_FILES
    names = " ".join(name for entry in _read(corpus, UN_FILES).parsed.entries for name in entry.names)
    words = set(_words(names))
    text = html.unescape((corpus / "lists" / file).read_text(encoding="utf-8"))
    aliases = re.findall(r"<ALIAS_NAME>([^<]*)</ALIAS_NAME>", text)
    lost = {word for alias in aliases for word in _words(alias)} - words
    assert len(aliases) == 2_752
    assert lost <= {"original", "script", "b"}


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_the_table_of_the_documentation_is_true(corpus: Path) -> None:
    page, missing = (ROOT / "docs" / "lists.md").read_text(encoding="utf-8"), list[str]()
    print("\n| file | format | rows | left out | entries | names | of | kinds |\n|---|---|---|---|---|---|---|---|")  # noqa: T201
    for sample in SAMPLES:
        parsed = _read(corpus, sample.files).parsed
        kinds = Counter(entry.kind for entry in parsed.entries)
        left = ", ".join(f"{count} {reason}" for reason, count in sample.left_out.items()) or "0"
        told = ", ".join(f"{kinds[kind]:,} {kind}" for kind in ENTRY_KINDS if kinds[kind])
        cells = (
            ", ".join(f"`{file}`" for file in sample.files),
            f"`{sample.format}`",
            f"{parsed.rows:,}",
            left,
            f"{sample.entries:,}",
            f"{sample.names:,}",
            sample.dated or "",
            told,
        )
        assert sum(kinds.values()) == sample.entries
        row = f"| {' | '.join(cells)} |"
        print(row)  # noqa: T201
        missing += [row] if row not in page else []
    assert not missing


def test_the_consolidated_list_is_the_same_as_tsv_and_as_json(corpus: Path) -> None:
    """Written anew from the published CSV, since neither was at hand as it was published."""
    with (corpus / "lists" / "csl_consolidated_2022.csv").open(encoding="utf-8-sig", newline="") as text:
        rows = list(csv.DictReader(text))
    table = io.StringIO()
    writer = csv.DictWriter(table, list(rows[0]), delimiter="\t")
    writer.writeheader()
    writer.writerows(rows)
    several = ("programs", "addresses", "alt_names", "ids", "nationalities", "citizenships")
    records = [row | {field: [part for part in row[field].split("; ") if part] for field in several} for row in rows]
    as_csv = _read(corpus, ("csl_consolidated_2022.csv",)).parsed
    as_tsv = read_list([SourceFile("csl.tsv", table.getvalue().encode())])
    as_json = read_list([SourceFile("csl.json", json.dumps({"results": records}).encode())])
    assert (as_tsv.format.name, as_json.format.name) == ("csl", "csl-json")
    assert as_tsv.parsed.entries == as_csv.entries
    assert len(as_json.parsed.entries) == len(as_csv.entries)
    differing = [a.id for a, b in zip(as_json.parsed.entries, as_csv.entries, strict=True) if a != b]
    assert not differing, f"{len(differing)} differ, as {differing[:3]}"
