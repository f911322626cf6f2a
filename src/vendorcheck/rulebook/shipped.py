"""Where the shipped rulebook is: compiled in the package, or as YAML in the repository it is built from."""

import json
import pkgutil
from pathlib import Path
from typing import Any

from vendorcheck.rulebook.roots import Root

COMPILED = "data/rulebook.json"
PREPARED = "data/names.index"
COMPILED_FORMAT = "vendorcheck.compiled-rulebook/v0"

_PACKAGE = Path(__file__).resolve().parents[1]
_REPOSITORY = Path(__file__).resolve().parents[3]


def compiled_rulebook() -> dict[str, Any] | None:
    """Return the rulebook that the build put into the package; None when running from the repository."""
    content = _data(COMPILED)
    if content is None:
        return None
    compiled: dict[str, Any] = json.loads(content)
    return compiled if compiled["format"] == COMPILED_FORMAT else None


def prepared_index() -> bytes | None:
    """Return the index of the names of the shipped parties that the build put into the package, if it is there."""
    return _data(PREPARED)


def _data(name: str) -> bytes | None:
    try:
        return pkgutil.get_data("vendorcheck", name)
    except FileNotFoundError:
        return None


def yaml_roots() -> tuple[Root, ...]:
    """Return the folders of the shipped rulebook's YAML: in the package, or in the repository it is built from."""
    installed = _PACKAGE / "data"
    return shipped_roots(installed if (installed / "rules").is_dir() else _REPOSITORY)


def shipped_roots(repository: Path) -> tuple[Root, ...]:
    """Return the two folders, below a repository or in the package, that make the rulebook."""
    return (
        Root(repository / "rules", "rules"),
        Root(repository / "evidence", "evidence", prefix="evidence/"),
    )
