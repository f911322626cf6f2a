"""The shipped rulebook: the folders it is made of, and the compiled one a build puts into the package."""

import json
import pkgutil
from pathlib import Path
from typing import Any

import pytest

from vendorcheck.rulebook.roots import Root
from vendorcheck.rulebook.shipped import COMPILED, COMPILED_FORMAT, compiled_rulebook, shipped_roots, yaml_roots


def _package_holds(monkeypatch: pytest.MonkeyPatch, content: bytes | None) -> None:
    """Let the package hold a compiled rulebook, which a run from the repository has not."""
    asked = ("vendorcheck", COMPILED)
    monkeypatch.setattr(pkgutil, "get_data", lambda *args: content if args == asked else None)


def test_it_is_made_of_two_folders(tmp_path: Path) -> None:
    assert shipped_roots(tmp_path) == (
        Root(tmp_path / "rules", "rules"),
        Root(tmp_path / "evidence", "evidence", prefix="evidence/"),
    )


def test_its_folders_are_there_with_their_header_and_evidence() -> None:
    rules, evidence = yaml_roots()
    assert ("rulebook.yaml", "rules/rulebook.yaml") in [(place, shown) for place, shown, _ in rules.files()]
    places = [place for place, _, _ in evidence.files()]
    assert places
    assert all(place.startswith("evidence/") for place in places)


def test_a_compiled_rulebook_is_read_from_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: dict[str, Any] = {"format": COMPILED_FORMAT, "records": {"party": [{"name": "海康"}]}}
    _package_holds(monkeypatch, json.dumps(compiled, ensure_ascii=False).encode())
    assert compiled_rulebook() == compiled


def test_a_compiled_rulebook_of_another_format_is_left_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    _package_holds(monkeypatch, b'{"format": "vendorcheck.compiled-rulebook/v999"}')
    assert compiled_rulebook() is None


def test_a_package_that_cannot_say_holds_none(monkeypatch: pytest.MonkeyPatch) -> None:
    _package_holds(monkeypatch, None)
    assert compiled_rulebook() is None


def test_a_package_without_the_file_holds_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: str) -> bytes:
        raise FileNotFoundError

    monkeypatch.setattr(pkgutil, "get_data", missing)
    assert compiled_rulebook() is None
