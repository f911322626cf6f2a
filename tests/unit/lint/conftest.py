"""A small rulebook without a fault, changed in one place, and what is then said of it."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from vendorcheck.lint import validate
from vendorcheck.model.errors import Remark
from vendorcheck.rulebook import compile_rulebook, loading

TODAY = date(2026, 6, 1)

Write = Callable[[Mapping[str, str]], Path]


@pytest.fixture(scope="session")
def compiled() -> dict[str, Any]:
    """Return the shipped rulebook as a build compiles it, so that not every test reads its YAML."""
    return compile_rulebook(Path(__file__).parents[3])


@pytest.fixture(autouse=True)
def _installed(compiled: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "compiled_rulebook", lambda: compiled)


@pytest.fixture
def remarks(write: Write) -> Callable[..., list[Remark]]:
    """Return what is said of some files, alone or on top of the shipped rulebook."""

    def said(files: Mapping[str, str], *, shipped: bool = False, today: date = TODAY) -> list[Remark]:
        return list(validate([write(files)], today, shipped=shipped))

    return said


@pytest.fixture
def said(remarks: Callable[..., list[Remark]], small: Mapping[str, str], tmp_path: Path) -> Callable[..., list[str]]:
    """Return what is said of the small rulebook with a text replaced in one of its files, as `check place: message`."""

    def lines(
        place: str, old: str, new: str, more: Mapping[str, str] | None = None, *, today: date = TODAY
    ) -> list[str]:
        assert old in small[place]
        found = remarks({**small, place: small[place].replace(old, new), **(more or {})}, today=today)
        return [f"{each.check} {_place(each, tmp_path)}: {each.fault.message}" for each in found]

    return lines


def _place(remark: Remark, folder: Path) -> str:
    return str(remark.fault.spot).removeprefix(f"{folder.as_posix()}/")
