"""`evidence`: documents and claims shown, and verified against texts, with a small rulebook of the test's own."""

import hashlib
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Fitting = Callable[[str, str], Any]
Put = Callable[[str, str | bytes], None]

OWN = ("-r", "own", "--no-shipped-rules")

PAPER = """\
What the cameras saw

The cameras were sold — to the town.
Acme says: “they were not.”

A court has heard neither.
"""
LETTER = "Dear Acme,\nwhat of the cameras?\nYours, the Commissioner\n"

HEAD = """\
id: {id}
publisher: {publisher}
short: {publisher} 2024
title: {publisher} on cameras
published: 2024-02-03
kind: article
url: null
seen: original
copy_quality: original
reliability: {{grade: B, reasons: [signed]}}
digest: {digest}
lines: {lines}
line_of_evidence: {id}
claims:
"""
CLAIM = """\
  - id: {id}
    about: []
    type: conduct
    statement: {statement}
    asserted_by: A Speaker
    standing: {standing}
    locator: {{line: {line}, sha256: {digest}}}
"""


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _record(name: str, publisher: str, text: str, *claims: str) -> str:
    lines = sum(bool(line) for line in text.split("\n"))
    return HEAD.format(id=name, publisher=publisher, digest=_sha256(text), lines=lines) + "".join(claims)


def _claim(name: str, text: str, line: int, statement: str, standing: str = "investigative_report") -> str:
    located = [line for line in text.split("\n") if line][line - 1]
    return CLAIM.format(id=name, line=line, digest=_sha256(located), statement=statement, standing=standing)


@pytest.fixture(autouse=True)
def own(tmp_path: Path) -> None:
    """A rulebook of two documents, and an empty folder for their texts."""
    folder = tmp_path / "own" / "evidence"
    folder.mkdir(parents=True)
    (tmp_path / "texts").mkdir()
    paper = _record(
        "paper",
        "A Paper",
        PAPER,
        _claim("paper-1", PAPER, 2, "They were sold."),
        "    answers: [paper-2]\n    context: [paper-3]\n",
        _claim("paper-2", PAPER, 3, "They were not sold.", "company_denial"),
        _claim("paper-3", PAPER, 4, "No court has heard it.", "procedural"),
    )
    letter = _record(
        "letter",
        "A Commissioner",
        LETTER,
        _claim("letter-1", LETTER, 2, "It asks.", "regulator_correspondence"),
        _claim("letter-2", LETTER, 3, "It is signed.", "regulator_correspondence"),
    )
    (folder / "paper.yaml").write_text(paper, encoding="utf-8")
    (folder / "letter.yaml").write_text(letter, encoding="utf-8")


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Puts a file among the source texts."""

    def put(name: str, content: str | bytes) -> None:
        (tmp_path / "texts" / name).write_bytes(content if isinstance(content, bytes) else content.encode())

    return put


@pytest.fixture
def verify(run: Run) -> Run:
    """Verifies the rulebook of these tests against the folder of texts."""
    return lambda *more: run("evidence", "verify", "--sources", "texts", *OWN, *more)


@pytest.fixture
def unreadable(tmp_path: Path, fitting: Fitting) -> Fitting:
    """Reads the error documents of runs on a file that is no folder, and on a folder with a link to nothing."""
    (tmp_path / "file").touch()
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked" / "a").symlink_to("nothing")
    return fitting


def test_every_locator_of_every_document_is_verified(verify: Run, put: Put) -> None:
    put("1.txt", PAPER)
    put("2.txt", LETTER)
    done = verify()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "letter   VERIFIED\n"
        "  2.txt: the copy that was seen, all locators hold (2)\n"
        "paper   VERIFIED\n"
        "  1.txt: the copy that was seen, all locators hold (3)\n"
        "\n"
        "2 documents · 2 verified\n"
        "5 locators · 5 verified\n"
        "2 files in texts\n"
    )


def test_one_changed_word_is_caught_and_its_claim_named(verify: Run, put: Put) -> None:
    put("1.txt", PAPER.replace("not", "never"))
    put("2.txt", LETTER)
    done = verify()
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == (
        "letter   VERIFIED\n"
        "  2.txt: the copy that was seen, all locators hold (2)\n"
        "paper   CHANGED\n"
        "  1.txt: another copy (utf-8), 1 of 3 locators not verified\n"
        "    1.txt:4   paper-2   line 3 has another text\n"
        "\n"
        "2 documents · 1 verified · 1 changed\n"
        "5 locators · 4 verified · 1 changed\n"
        "2 files in texts\n"
    )


def test_moved_and_missing_lines_are_told(verify: Run, put: Put) -> None:
    put("1.txt", "Page 1\n" + PAPER.replace("A court has heard neither.", ""))
    put("2.txt", LETTER.replace("Yours, the Commissioner\n", ""))
    done = verify()
    assert done.returncode == 1
    assert "    1.txt:4   paper-1   its text now stands at line 3, not 2\n" in done.stdout
    assert "    1.txt:5   paper-2   its text now stands at line 4, not 3\n" in done.stdout
    assert "    1.txt:5   paper-3   line 4 has another text\n" in done.stdout
    assert "    2.txt   letter-2   there is no line 3: the text has 2 lines\n" in done.stdout


def test_a_document_that_is_not_there_is_named(verify: Run, put: Put) -> None:
    put("1.txt", PAPER)
    done = verify()
    assert done.returncode == 1
    assert "letter   NOT FOUND\n  not among the files of texts: 2 locators not verified\n" in done.stdout
    assert "2 documents · 1 verified · 1 not found\n5 locators · 3 verified · 2 not found\n" in done.stdout


def test_an_empty_folder_is_no_success(verify: Run) -> None:
    done = verify()
    assert done.returncode == 1
    assert done.stdout.endswith("2 documents · 2 not found\n5 locators · 5 not found\nno file in texts\n")


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("utf-16-le", "utf-16-le"), ("cp1252",) * 2],
)
def test_copies_in_another_form_verify_and_are_said_to_be_copies(
    verify: Run, put: Put, encoding: str, shown: str
) -> None:
    put("1.txt", PAPER.replace("\n", "\r\n").encode(encoding))
    put("2.txt", LETTER)
    done = verify()
    assert done.returncode == 0
    assert f"paper   VERIFIED\n  1.txt: another copy ({shown}), all locators hold (3)\n" in done.stdout


def test_junk_beside_the_texts_is_counted_and_named(verify: Run, put: Put, tmp_path: Path) -> None:
    put("1.txt", PAPER)
    put("2.txt", LETTER)
    put("again.txt", PAPER.replace("not", "never"))
    put("junk.bin", bytes(range(256)) * 40)
    put("notes.txt", "Nothing of it.\n")
    put("part.txt", "x\nThe cameras were sold — to the town.\n")
    with (tmp_path / "texts" / "large.txt").open("wb") as file:
        file.truncate(17 * 2**20)
    done = verify()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.partition("again.txt")[2] == (
        "   not used: one more copy of paper (2 of 3 locators hold)\n"
        "junk.bin   not used: not text\n"
        "large.txt   not used: larger than 16 MiB\n"
        "notes.txt   not used: no document's\n"
        "part.txt   not used: too little of paper (1 of 3 locators hold)\n"
        "\n"
        "2 documents · 2 verified\n"
        "5 locators · 5 verified\n"
        "7 files in texts · 5 not used\n"
    )


def test_a_wrong_locator_of_the_copy_that_was_seen_is_laid_to_the_record(verify: Run, put: Put, tmp_path: Path) -> None:
    record = tmp_path / "own" / "evidence" / "letter.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("line: 2", "line: 1"), encoding="utf-8")
    put("1.txt", PAPER)
    put("2.txt", LETTER)
    done = verify()
    assert done.returncode == 1
    assert "  The text is as it was seen: it is the record that is wrong.\n" in done.stdout
    assert "    2.txt:2   letter-1   its text now stands at line 2, not 1\n" in done.stdout


def test_what_the_record_says_of_the_whole_text_is_held_against_it(verify: Run, put: Put, tmp_path: Path) -> None:
    record = tmp_path / "own" / "evidence" / "letter.yaml"
    wrong = record.read_text(encoding="utf-8").replace(_sha256(LETTER), "0" * 64).replace("lines: 3", "lines: 9")
    record.write_text(wrong, encoding="utf-8")
    put("paper.txt", PAPER)
    put("letter.txt", LETTER)
    done = verify()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(
        "letter   VERIFIED\n"
        "  letter.txt: another copy (utf-8), all locators hold (2)\n"
        "  No file has the `digest` of the record: this is not the copy that was seen, or the digest is wrong.\n"
        "  The record says `lines: 9`, and this text has 3 non-empty lines.\n"
        "paper   VERIFIED\n"
        "  paper.txt: the copy that was seen, all locators hold (3)\n"
        "\n"
    )


def test_what_verifying_came_to_as_data(verify: Run, put: Put) -> None:
    put("1.txt", PAPER.replace("not", "never"))
    put("junk.bin", b"\x00\x81")
    done = verify("-o", "json")
    data = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (1, "")
    [rulebook] = [source for source in data.pop("rulebook") if source["name"] == "own"]
    assert set(rulebook) == {"name", "version", "sha256"}
    assert data == {
        "schema": "vendorcheck.evidence-verify/v0",
        "sources": "texts",
        "verified": False,
        "exit_code": 1,
        "summary": {
            "documents": {"verified": 0, "changed": 1, "not_found": 1},
            "locators": {"verified": 2, "changed": 1, "not_found": 2},
            "files": 2,
            "other_files": 1,
        },
        "documents": [
            {
                "id": "letter",
                "state": "not_found",
                "file": None,
                "copy": None,
                "encoding": None,
                "claims": 2,
                "not_verified": [
                    {"claim": "letter-1", "line": 2, "found": "no_source", "found_line": None, "file_line": None},
                    {"claim": "letter-2", "line": 3, "found": "no_source", "found_line": None, "file_line": None},
                ],
            },
            {
                "id": "paper",
                "state": "changed",
                "file": "1.txt",
                "copy": "another",
                "encoding": "utf-8",
                "claims": 3,
                "not_verified": [
                    {"claim": "paper-2", "line": 3, "found": "another_text", "found_line": 3, "file_line": 4}
                ],
            },
        ],
        "other_files": [{"file": "junk.bin", "unread": "not text", "document": None, "verified": 0}],
        "without_text": [],
    }


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--sources", "gone", *OWN), "source_missing", "vendorcheck: the folder gone does not exist\nhelp: "),
        (("--sources", "file", *OWN), "source_unreadable", "vendorcheck: file is not a folder\nhelp: "),
        (("--sources", "linked", *OWN), "source_unreadable", "vendorcheck: linked/a cannot be read: No such file"),
        (("--sources", "texts", "-r", "gone"), "rulebook_invalid", "gone cannot be read"),
        (("--sources", "texts", "--no-shipped-rules"), "usage", "vendorcheck: the rulebook has no source document"),
    ],
)
def test_what_could_not_be_verified(
    run: Run, unreadable: Fitting, arguments: tuple[str, ...], code: str, said: str
) -> None:
    done = run("evidence", "verify", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    error = unreadable("error", run("evidence", "verify", *arguments, "-o", "json").stdout)
    assert (error["code"], error["exit_code"]) == (code, 2)


def test_a_rulebook_with_a_fault_verifies_nothing(verify: Run, tmp_path: Path) -> None:
    (tmp_path / "own" / "evidence" / "letter.yaml").write_text("id: letter\n", encoding="utf-8")
    done = verify()
    assert (done.returncode, done.stdout) == (2, "")
    assert "vendorcheck: the rulebook is not valid\nown/evidence/letter.yaml:1:1: 'publisher', " in done.stderr


def test_the_folder_has_to_be_named(run: Run) -> None:
    done = run("evidence", "verify")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Missing option '--sources'" in done.stderr


def test_documents_are_listed(run: Run) -> None:
    done = run("evidence", "list", *OWN)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "letter\n"
        "  publisher         A Commissioner\n"
        "  published         2024-02-03\n"
        "  copy              original\n"
        "  reliability       B\n"
        "  claims            2\n"
        "  line of evidence  letter\n"
        "paper\n"
        "  publisher         A Paper\n"
        "  published         2024-02-03\n"
        "  copy              original\n"
        "  reliability       B\n"
        "  claims            3\n"
        "  line of evidence  paper\n"
        "2 documents · 5 claims\n"
    )


def test_a_document_is_shown_with_its_claims(run: Run) -> None:
    done = run("evidence", "show", "paper", *OWN)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("paper\n  title             A Paper on cameras\n")
    assert f"  digest            {_sha256(PAPER)}\n" in done.stdout
    assert (
        "  paper-1 · investigative report · line 2\n"
        "    says              They were sold.\n"
        "    said by           A Speaker\n"
        "    type              conduct\n"
        "    answers           paper-2\n"
        "    beside it         paper-3\n"
    ) in done.stdout
    assert done.stdout.endswith("\n3 claims\n")


def test_a_claim_is_shown_with_its_answers_and_what_must_stand_beside_it(run: Run) -> None:
    done = run("evidence", "show", "paper-1", *OWN)
    assert (done.returncode, done.stderr) == (0, "")
    assert "    document          paper · A Paper 2024, 2024-02-03\n" in done.stdout
    assert "\nanswers\n  paper-2 · company denial · line 3\n    says              They were not sold.\n" in done.stdout
    assert "\nbeside it\n  paper-3 · procedural · line 4\n" in done.stdout
    assert "\nanswers to\n  paper-1 · " in run("evidence", "show", "paper-2", *OWN).stdout


@pytest.mark.parametrize(
    ("name", "kind", "claims", "related"),
    [
        ("paper", "document", ["paper-1", "paper-2", "paper-3"], []),
        ("paper-1", "claim", ["paper-1"], ["paper-2", "paper-3"]),
        ("paper-2", "claim", ["paper-2"], ["paper-1"]),
    ],
)
def test_the_same_as_data(run: Run, name: str, kind: str, claims: list[str], related: list[str]) -> None:
    data = json.loads(run("evidence", "show", name, *OWN, "-o", "json").stdout)
    assert (data["schema"], data["id"], data["kind"]) == ("vendorcheck.evidence-show/v0", name, kind)
    assert (data["document"]["id"], data["document"]["sha256"]) == ("paper", _sha256(PAPER))
    assert [claim["id"] for claim in data["claims"]] == claims
    assert [claim["id"] for claim in data["related"]] == related
    listed = json.loads(run("evidence", "list", *OWN, "-o", "json").stdout)
    assert listed["schema"] == "vendorcheck.evidence-list/v0"
    assert {**data["document"], "claims": 3} in listed["documents"]


@pytest.mark.parametrize(("name", "hint"), [("papr", "; did you mean 'paper'?"), ("zzz", "")])
def test_an_unknown_id_is_refused(run: Run, fitting: Fitting, name: str, hint: str) -> None:
    done = run("evidence", "show", name, *OWN)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"vendorcheck: there is no document or claim '{name}'{hint}\nhelp: ")
    error = fitting("error", run("evidence", "show", name, *OWN, "-o", "json").stdout)
    assert error["code"] == "unknown_name"


@pytest.mark.parametrize("words", [("list",), ("show", "paper"), ("verify", "--sources", "texts")])
def test_an_unknown_format_is_refused(run: Run, words: tuple[str, ...]) -> None:
    done = run("evidence", *words, "-o", "jsn")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "vendorcheck: there is no format 'jsn' here; did you mean 'json'?\nhelp: Known: text, json.\n"


def test_the_shipped_documents_are_listed_and_each_is_shown(run: Run) -> None:
    listed = json.loads(run("evidence", "list", "-o", "json").stdout)["documents"]
    assert listed
    for document in listed:
        assert run("evidence", "show", document["id"]).stdout.startswith(f"{document['id']}\n")


def test_what_a_record_cites_a_text_by_is_what_verifying_finds(run: Run, put: Put) -> None:
    put("paper.txt", PAPER)
    done = run("evidence", "locate", "texts/paper.txt", "Acme  SAYS")
    line = PAPER.splitlines()[3]
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"digest: {_sha256(PAPER)}",
        "lines: 4",
        f"texts/paper.txt:4  {line}",
        f"  locator: {{line: 3, sha256: {_sha256(line)}}}",
    ]


def test_every_line_is_located_as_data(run: Run, put: Put) -> None:
    put("paper.txt", PAPER)
    data = json.loads(run("evidence", "locate", "texts/paper.txt", "-o", "json").stdout)
    lines = [line for line in PAPER.splitlines() if line]
    found = data.pop("found")
    assert data == {
        "schema": "vendorcheck.evidence-locate/v0",
        "file": "texts/paper.txt",
        "digest": _sha256(PAPER),
        "encoding": "utf-8",
        "lines": 4,
    }
    assert [(place["line"], place["text"], place["sha256"]) for place in found] == [
        (number, line, _sha256(line)) for number, line in enumerate(lines, 1)
    ]
    assert [place["file_line"] for place in found] == [1, 3, 4, 6]


def test_a_long_line_is_shown_by_its_beginning(run: Run, put: Put) -> None:
    put("long.txt", "word " * 40)
    assert run("evidence", "locate", "texts/long.txt").stdout.splitlines()[2].endswith("word word…")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("texts/none.txt", "texts/none.txt does not exist"),
        ("texts", "texts is a folder"),
        ("texts/picture.txt", "texts/picture.txt is no source text: not text"),
    ],
)
def test_what_cannot_be_located_in(run: Run, put: Put, name: str, said: str) -> None:
    put("picture.txt", b"\x89PNG\0\0\1\2\3\n\0")
    done = run("evidence", "locate", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"vendorcheck: {said}\nhelp: ")
