"""Where records are kept, and records that fit their schema."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from vendorcheck.model.errors import Fault, RulebookError, Spot, VendorcheckError

if TYPE_CHECKING:
    from vendorcheck.rulebook.yaml_source import YamlFile

#: Bounds that no honest rulebook reaches: files of YAML, and all that is in its folders.
MAX_FILES, MAX_ENTRIES = 10_000, 100_000

_SUFFIXES = (".yaml", ".yml")

#: How the names of case files end.
CASE_ENDINGS = (".cases.yaml", ".cases.yml")


def cases_beside(path: Path) -> Path:
    """Return where the cases of a rule file stand; a file of cases itself."""
    return path if path.name.endswith(CASE_ENDINGS) else path.with_suffix(f".cases{path.suffix}")


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
        """Return each YAML file: its place in a rulebook, the name to show, its path; in a fixed order.

        A RulebookError for a folder that is a link, and for more than a rulebook may hold.
        """
        if not self.path.is_dir():
            return [(self.path.name, self.shown, self.path)]
        relative = sorted((path.relative_to(self.path).as_posix(), path) for path in self._yaml())
        return [(self.prefix + name, f"{self.shown}/{name}", path) for name, path in relative]

    def _yaml(self) -> list[Path]:
        found: list[Path] = []
        linked: list[Fault] = []
        for entry in self._entries(self.path):
            path = Path(entry.path)
            if entry.is_symlink() and path.is_dir():
                shown = f"{self.shown}/{path.relative_to(self.path).as_posix()}"
                hint = "Put the folder itself here, or give it with an option --rules of its own."
                linked.append(Fault("a link to a folder is not followed", Spot(shown), hint))
            elif path.suffix.lower() in _SUFFIXES and not path.is_dir():
                found.append(path)
            if len(found) > MAX_FILES:
                raise self._too_many(f"more than {MAX_FILES} files of YAML are below this folder")
        if linked:
            raise RulebookError(tuple(sorted(linked, key=lambda fault: fault.spot.file)))
        return found

    def _entries(self, top: Path) -> Iterator[os.DirEntry[str]]:
        """All that is below a folder; links are shown and not followed, so that the walk ends."""
        folders, seen = [str(top)], 0
        while folders:
            for entry in self._inside(folders.pop()):
                seen += 1
                if seen > MAX_ENTRIES:
                    raise self._too_many(f"more than {MAX_ENTRIES} files and folders are below this folder")
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                yield entry

    def _inside(self, folder: str) -> Iterator[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                yield from entries
        except OSError as error:
            reason = error.strerror or str(error)
            raise VendorcheckError(
                "rulebook_invalid", f"{folder} cannot be read: {reason}", spot=Spot(folder)
            ) from error

    def _too_many(self, message: str) -> RulebookError:
        hint = "Give the folder that holds the rulebook, and nothing else."
        return RulebookError((Fault(message, Spot(self.shown), hint),))
