"""From files to a rulebook: the shipped one, records on top of it or without it, and the compiled one."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from vendorcheck.model.errors import RulebookError, VendorcheckError
from vendorcheck.model.rulebook import Rulebook, Source
from vendorcheck.rulebook import KINDS, compile_rulebook, load_rulebook, loading, validate
from vendorcheck.rulebook.loading import LANGUAGE
from vendorcheck.rulebook.shipped import COMPILED_FORMAT

Write = Callable[[Mapping[str, str]], Path]

REPOSITORY = Path(__file__).parents[3]

OWN_RULE = """\
id: own-rule
title: Own rule
status: stable
severity: low
subjects: [product]
bars: [buy]
binds: [us-federal-agency]
when: {party: [huawei]}
message: We do not buy from {party}.
next_steps: [Ask.]
"""


@pytest.fixture(scope="module")
def shipped() -> Rulebook:
    return load_rulebook()


def _faults(paths: list[Path], *, shipped: bool = True) -> list[str]:
    return [f"{fault.spot}: {fault.message}" for fault in validate(paths, shipped=shipped)]


def test_the_shipped_rulebook_has_no_fault() -> None:
    assert validate([]) == []


def test_the_shipped_rulebook_has_records_of_every_kind(shipped: Rulebook) -> None:
    assert all((shipped.parties, shipped.instruments, shipped.documents, shipped.profiles, shipped.rules))
    assert all((shipped.vocabulary.equipment, shipped.vocabulary.buyers, shipped.vocabulary.needs))
    assert [source.name for source in shipped.sources] == ["vendorcheck"]
    assert shipped.verified_through == shipped.sources[0].verified_through is not None


def test_records_are_found_by_their_ids(shipped: Rulebook) -> None:
    tables: list[Mapping[str, Any]] = [
        shipped.parties,
        shipped.instruments,
        shipped.documents,
        shipped.claims,
        shipped.profiles,
        shipped.rules,
    ]
    assert all(key == record.id for table in tables for key, record in table.items())


def test_claims_are_those_of_the_documents(shipped: Rulebook) -> None:
    claims = [claim for document in shipped.documents.values() for claim in document.claims]
    assert list(shipped.claims.values()) == claims


def test_own_records_come_on_top_of_the_shipped_ones(write: Write, small: Mapping[str, str], shipped: Rulebook) -> None:
    own = load_rulebook([write(small)])
    assert list(own.parties) == [*shipped.parties, "acme-holding", "acme"]
    assert list(own.rules) == [*shipped.rules, "acme-lead", "acme-rule"]
    assert list(own.profiles) == [*shipped.profiles, "acme-town-hall"]
    assert own.vocabulary.equipment[: len(shipped.vocabulary.equipment)] == shipped.vocabulary.equipment
    assert own.vocabulary.buyers == {**shipped.vocabulary.buyers, "acme-town": "a town"}
    assert own.claims.keys() == {*shipped.claims, "acme-paper-1", "acme-paper-2", "acme-paper-3"}


def test_each_source_has_its_name_version_digest_and_date(
    write: Write, small: Mapping[str, str], shipped: Rulebook
) -> None:
    folder = write(small)
    first, second = load_rulebook([folder]).sources
    assert first == shipped.sources[0]
    assert second == Source("acme", "3", second.digest, date(2026, 2, 1))
    assert len(second.digest) == 64
    assert second.digest != first.digest


def test_a_folder_without_a_header_is_named_after_its_path(write: Write) -> None:
    folder = write({"rules/own.yaml": OWN_RULE}) / "rules"
    source = load_rulebook([folder]).sources[1]
    assert (source.name, source.version, source.verified_through) == (folder.as_posix(), "unversioned", None)


def test_one_file_is_a_rule(write: Write, shipped: Rulebook) -> None:
    path = write({"own.yaml": OWN_RULE}) / "own.yaml"
    own = load_rulebook([path])
    assert set(own.rules) - set(shipped.rules) == {"own-rule"}
    assert own.sources[1].name == path.as_posix()


def test_without_the_shipped_rules_only_vocabulary_and_profiles_stay(shipped: Rulebook) -> None:
    bare = load_rulebook(shipped=False)
    assert LANGUAGE == ("vocabulary", "profile")
    name = "vendorcheck (vocabulary and profiles only)"
    sources = tuple(source._replace(name=name, changes=()) for source in shipped.sources)
    assert (bare.vocabulary, bare.profiles, bare.sources) == (shipped.vocabulary, shipped.profiles, sources)
    assert (bare.parties, bare.instruments, bare.documents, bare.claims, bare.rules) == ({}, {}, {}, {}, {})


def test_own_records_stand_alone_without_the_shipped_rules(
    write: Write, small: Mapping[str, str], shipped: Rulebook
) -> None:
    own = load_rulebook([write(small)], shipped=False)
    assert (list(own.parties), list(own.rules)) == (["acme-holding", "acme"], ["acme-lead", "acme-rule"])
    assert list(own.profiles) == [*shipped.profiles, "acme-town-hall"]


def test_without_the_shipped_rules_what_they_name_is_not_known(write: Write) -> None:
    path = write({"own.yaml": OWN_RULE}) / "own.yaml"
    assert _faults([path]) == []
    assert _faults([path], shipped=False) == [f"{path.as_posix()}:8:16: no party is called 'huawei'"]


def test_several_paths_come_one_after_the_other(write: Write) -> None:
    folder = write({"a.yaml": OWN_RULE, "b.yaml": OWN_RULE.replace("own-rule", "next-rule") + "related: [own-rule]\n"})
    own = load_rulebook([folder / "a.yaml", folder / "b.yaml"])
    assert list(own.rules)[-2:] == ["own-rule", "next-rule"]
    assert [source.name for source in own.sources[1:]] == [(folder / name).as_posix() for name in ("a.yaml", "b.yaml")]


def test_an_id_of_the_shipped_rulebook_is_taken(write: Write, shipped: Rulebook) -> None:
    taken = next(iter(shipped.rules))
    path = write({"own.yaml": OWN_RULE.replace("own-rule", taken)}) / "own.yaml"
    with pytest.raises(RulebookError) as caught:
        load_rulebook([path])
    [fault] = caught.value.faults
    assert fault.message.startswith(f"rule {taken!r} is already in ")
    assert str(fault.spot) == f"{path.as_posix()}:1:1"


def test_what_stays_of_the_shipped_rulebook_is_taken_even_without_its_rules(write: Write, shipped: Rulebook) -> None:
    equipment, profile = shipped.vocabulary.equipment[0].id, next(iter(shipped.profiles))
    words = f"equipment: [{{id: {equipment}, title: t, words: [w]}}]\n"
    buyer = f"id: {profile}\ntitle: t\nbuyers: [us-federal-agency]\nacts: [buy]\n"
    faults = validate([write({"vocabulary/a.yaml": words, "profiles/a.yaml": buyer})], shipped=False)
    assert [fault.message.partition(" is already in ")[0] for fault in faults] == [
        f"profile {profile!r}",
        f"equipment {equipment!r}",
    ]


def test_an_id_that_is_taken_by_another_path_names_its_file(write: Write) -> None:
    folder = write({"a.yaml": OWN_RULE, "b.yaml": OWN_RULE})
    assert _faults([folder / "a.yaml", folder / "b.yaml"]) == [
        f"{(folder / 'b.yaml').as_posix()}:1:1: rule 'own-rule' is already in {(folder / 'a.yaml').as_posix()}"
    ]


def test_the_ids_of_shipped_rules_are_free_without_them(
    write: Write, small: Mapping[str, str], shipped: Rulebook
) -> None:
    taken = next(iter(shipped.rules))
    files = {place: text.replace("acme-lead", taken) for place, text in small.items()}
    assert list(load_rulebook([write(files)], shipped=False).rules) == [taken, "acme-rule"]


def test_every_fault_of_every_path_is_reported_at_once(write: Write) -> None:
    folder = write(
        {
            "one/a.yaml": OWN_RULE.replace("low", "lowest").replace("buy]", "by]"),
            "one/b.yaml": "",
            "two/c.yaml": OWN_RULE.replace("buy]", "bye]"),
        }
    )
    one, two = folder.as_posix() + "/one", folder.as_posix() + "/two"
    assert _faults([folder / "one", folder / "two"]) == [
        f"{one}/a.yaml:4:1: 'lowest' is not one of the values allowed",
        f"{one}/a.yaml:6:8: 'by' is not one of the values allowed",
        f"{one}/b.yaml:1:1: the file is empty",
        f"{two}/c.yaml:6:8: 'bye' is not one of the values allowed",
    ]


def test_every_reference_to_nothing_of_every_path_is_reported_at_once(write: Write) -> None:
    wrong = OWN_RULE.replace("[huawei]", "[hauwei]").replace("{party}.", "{partner}.")
    folder = write({"one/a.yaml": wrong, "two/b.yaml": wrong.replace("id: ", "id: b-", 1)})
    one, two = folder.as_posix() + "/one", folder.as_posix() + "/two"
    assert _faults([folder / "one", folder / "two"]) == [
        f"{one}/a.yaml:8:16: no party is called 'hauwei'",
        f"{one}/a.yaml:9:1: a message cannot put in 'partner'",
        f"{two}/b.yaml:8:16: no party is called 'hauwei'",
        f"{two}/b.yaml:9:1: a message cannot put in 'partner'",
    ]


def test_a_rulebook_with_a_fault_is_not_loaded(write: Write) -> None:
    folder = write({"a.yaml": OWN_RULE.replace("[huawei]", "[hauwei, zt]")})
    with pytest.raises(RulebookError, match=r"no party is called 'hauwei' \(and 1 more\)") as caught:
        load_rulebook([folder])
    assert caught.value.help == "Did you mean 'huawei'?"


def test_a_path_to_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VendorcheckError, match="cannot be read: No such file or directory"):
        load_rulebook([tmp_path / "none.yaml"])


def test_nothing_to_validate_has_no_fault() -> None:
    assert validate([], shipped=False) == []


def test_a_fault_in_one_path_is_not_reported_again_in_another(write: Write, small: Mapping[str, str]) -> None:
    base = {f"base/{place}": text for place, text in small.items()}
    folder = write({**base, "base/us/broken.yaml": "", "own.yaml": OWN_RULE.replace("huawei", "acme")})
    assert _faults([folder / "base", folder / "own.yaml"]) == [
        f"{folder.as_posix()}/base/us/broken.yaml:1:1: the file is empty"
    ]


def test_a_folder_without_a_record_is_not_taken_in_silence(tmp_path: Path) -> None:
    (tmp_path / "own.json").write_bytes(b"{}")
    assert validate([tmp_path]) != []


def test_a_compiled_rulebook_is_plain_data_with_what_it_was_made_from(shipped: Rulebook) -> None:
    compiled = compile_rulebook(REPOSITORY)
    assert json.loads(json.dumps(compiled, allow_nan=False)) == compiled
    assert set(compiled) == {"format", "rulebook", "digest", "records"}
    assert (compiled["format"], compiled["digest"]) == (COMPILED_FORMAT, shipped.sources[0].digest)
    assert compiled["rulebook"]["name"] == "vendorcheck"
    assert set(compiled["records"]) == set(KINDS) - {"rulebook", "cases"}


@pytest.mark.parametrize("with_rules", [True, False])
def test_a_rulebook_from_the_compiled_one_is_the_same(monkeypatch: pytest.MonkeyPatch, *, with_rules: bool) -> None:
    compiled = json.loads(json.dumps(compile_rulebook(REPOSITORY)))
    monkeypatch.setattr(loading, "compiled_rulebook", lambda: None)
    from_yaml = load_rulebook(shipped=with_rules)
    monkeypatch.setattr(loading, "compiled_rulebook", lambda: compiled)
    assert load_rulebook(shipped=with_rules) == from_yaml


def test_own_records_come_on_top_of_a_compiled_rulebook(
    monkeypatch: pytest.MonkeyPatch, write: Write, small: Mapping[str, str]
) -> None:
    folder = write(small)
    monkeypatch.setattr(loading, "compiled_rulebook", lambda: None)
    from_yaml = load_rulebook([folder])
    compiled = compile_rulebook(REPOSITORY)
    monkeypatch.setattr(loading, "compiled_rulebook", lambda: compiled)
    assert load_rulebook([folder]) == from_yaml


def test_an_id_of_the_compiled_rulebook_is_taken(monkeypatch: pytest.MonkeyPatch, write: Write) -> None:
    compiled = compile_rulebook(REPOSITORY)
    taken = compiled["records"]["rule"][0]["id"]
    monkeypatch.setattr(loading, "compiled_rulebook", lambda: compiled)
    path = write({"own.yaml": OWN_RULE.replace("own-rule", taken)}) / "own.yaml"
    assert _faults([path]) == [f"{path.as_posix()}:1:1: rule {taken!r} is already in the shipped rulebook"]


def test_any_repository_of_rules_and_evidence_can_be_compiled(write: Write, small: Mapping[str, str]) -> None:
    folder = write(_repository(small))
    compiled = compile_rulebook(folder)
    assert compiled["rulebook"] == {"name": "acme", "version": "3", "verified_through": "2026-02-01"}
    assert [record["id"] for record in compiled["records"]["evidence"]] == ["acme-paper"]
    assert [record["id"] for record in compiled["records"]["rule"]] == ["acme-lead", "acme-rule"]


def test_a_repository_with_a_fault_is_not_compiled(write: Write, small: Mapping[str, str]) -> None:
    repository = _repository({**small, "gb/acme-lead.yaml": small["gb/acme-lead.yaml"].replace("[acme]", "[acne]")})
    with pytest.raises(RulebookError, match="no party is called 'acne'") as caught:
        compile_rulebook(write(repository))
    assert str(caught.value.spot) == "rules/gb/acme-lead.yaml:8:16"


def _repository(files: Mapping[str, str]) -> dict[str, str]:
    return {place if place.startswith("evidence/") else f"rules/{place}": text for place, text in files.items()}


def test_the_digest_of_a_source_does_not_depend_on_line_endings(write: Write, small: Mapping[str, str]) -> None:
    plain = load_rulebook([write(small)], shipped=False)
    folder = write({place: text.replace("\n", "\r\n") for place, text in small.items()})
    assert load_rulebook([folder], shipped=False) == plain
