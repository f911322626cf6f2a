"""The files of records as they stand: found by id, and under the digest that a report names."""

from pathlib import Path

import pytest

from vendorcheck.model.rulebook import Rulebook
from vendorcheck.rulebook import load_rulebook
from vendorcheck.rulebook.record_files import own_files, shipped_files


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook()


def test_the_digest_is_that_of_the_loaded_rulebook(rulebook: Rulebook) -> None:
    assert shipped_files().digest == rulebook.sources[0].digest


def test_every_shipped_record_is_found_by_its_id(rulebook: Rulebook) -> None:
    requests = {thread.id for document in rulebook.documents.values() for thread in document.requests}
    wanted = {
        "party": rulebook.parties,
        "instrument": rulebook.instruments,
        "evidence": rulebook.documents,
        "profile": rulebook.profiles,
        "rule": rulebook.rules,
        "policy": rulebook.policies,
        "contradiction": rulebook.contradictions,
        "correspondence": {*rulebook.threads, *requests},
    }
    assert shipped_files().missing(wanted) == []
    assert shipped_files().missing({"party": ["hikvision", "nobody"]}) == ["nobody"]


def test_of_some_records_only_their_files_are_given_and_what_every_run_needs() -> None:
    names = {name for name, _ in shipped_files().of({"party": ["zte"]})}
    needed = {name for name, _ in shipped_files().of({})}
    assert names - needed == {"rules/parties/zte.yaml"}
    assert needed == {"rules/rulebook.yaml", *(name for name in needed if name.startswith("rules/vocabulary/"))}


def test_a_folder_of_ones_own_has_the_digest_under_which_it_is_loaded(tmp_path: Path) -> None:
    own = Path(__file__).parents[2] / "functional" / "own_rules"
    assert own_files(own).digest == load_rulebook([own], shipped=False).sources[1].digest
    assert {place for place, _, _ in own_files(own).files} >= {"rulebook.yaml"}
    one = tmp_path / "one.yaml"
    one.write_text("id: one\n", encoding="utf-8")
    assert [(place, content) for place, _, content in own_files(one).files] == [("one.yaml", b"id: one\n")]
