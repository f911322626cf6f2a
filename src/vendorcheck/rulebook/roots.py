"""Where records are kept, and records that fit their schema."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from vendorcheck.rulebook.yaml_source import YamlFile


class Checked(NamedTuple):
    """A file that fits the schema of its kind."""

    kind: str
    file: "YamlFile"


class Root(NamedTuple):
    """A folder of records, or one rule file; `prefix` is the folder it stands for in a rulebook."""

    path: Path
    shown: str
    prefix: str = ""

    def files(self) -> list[tuple[str, str, Path]]:
        """Return each YAML file: its place in a rulebook, the name to show, its path; in a fixed order."""
        if not self.path.is_dir():
            return [(self.path.name, self.shown, self.path)]
        found = (path for path in self.path.rglob("*") if path.suffix in (".yaml", ".yml") and path.is_file())
        relative = sorted((path.relative_to(self.path).as_posix(), path) for path in found)
        return [(self.prefix + name, f"{self.shown}/{name}", path) for name, path in relative]
