"""Files of YAML to checked records: which file is of which kind, and the digest of them all."""

import hashlib
import re
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from vendorcheck.model.errors import Fault, Remark, RulebookError, Spot, VendorcheckError
from vendorcheck.rulebook.checks import value_remarks
from vendorcheck.rulebook.roots import Checked, Root
from vendorcheck.rulebook.schema import schema_faults
from vendorcheck.rulebook.yaml_source import MAX_BYTES, read_yaml

#: All files of a rulebook together; honest ones hold a few MiB.
MAX_TOTAL = 64 * 2**20

#: How many faults of a rulebook are looked for, one more than are ever said: so that what is left can be told of.
MAX_REMARKS = 1_001

#: Folders at the top of a rulebook whose files are not rules.
_FOLDERS = {
    "parties": "party",
    "instruments": "instrument",
    "evidence": "evidence",
    "profiles": "profile",
    "vocabulary": "vocabulary",
    "policies": "policy",
}


def kind_of(place: str) -> str:
    """Return the kind of record that a file at this place in a rulebook holds."""
    first, _, rest = place.partition("/")
    if place in ("rulebook.yaml", "rulebook.yml"):
        return "rulebook"
    if place.endswith((".cases.yaml", ".cases.yml")):
        return "cases"
    if place.startswith("evidence/correspondence/"):
        return "correspondence"
    if place.startswith("evidence/contradictions/"):
        return "contradiction"
    return _FOLDERS.get(first, "rule") if rest else "rule"


class Looked(NamedTuple):
    """What is in some folders: the records that fit their schemas, the digest of all files, and what is wrong.

    `unread` are the words of the files that are not among the records: what those may have introduced.
    """

    checked: tuple[Checked, ...]
    digest: str
    remarks: tuple[Remark, ...]
    unread: frozenset[str]


def read_roots(*roots: Root) -> tuple[list[Checked], str]:
    """Return the records below some roots and the digest of their files.

    A RulebookError names every file that is not YAML or breaks the schema of its kind.
    """
    looked = look_into(roots)
    if looked.remarks:
        raise RulebookError(tuple(remark.fault for remark in looked.remarks))
    return list(looked.checked), looked.digest


def look_into(roots: Sequence[Root]) -> Looked:
    """Return all that is below some roots, what is not valid as remarks; an error for a path that cannot be read."""
    look = _Look()
    for root in roots:
        look.at(root)
    return Looked(
        tuple(look.checked), look.digest.hexdigest(), tuple(look.remarks[:MAX_REMARKS]), frozenset(look.unread)
    )


class _Look:
    """A look through folders, as far as it has come."""

    def __init__(self) -> None:
        self.digest = hashlib.sha256()
        self.checked: list[Checked] = []
        self.remarks: list[Remark] = []
        self.unread: set[str] = set()
        self._size = 0

    def at(self, root: Root) -> None:
        """Look at each file below a root; no more once too much is wrong."""
        try:
            files = root.files()
        except RulebookError as error:
            self.remarks += (Remark("files", fault) for fault in error.faults)
            return
        if not files:
            self.remarks.append(Remark("files", Fault("no file of YAML is in this folder", Spot(root.shown))))
        for place, shown, path in files:
            if len(self.remarks) >= MAX_REMARKS:
                return
            self._file(place, shown, path, given=path == root.path)

    def _file(self, place: str, shown: str, path: Path, *, given: bool) -> None:
        try:
            content = _content(path, shown, given=given)
        except OSError as error:
            message = f"{shown} cannot be read: {error.strerror or error}"
            if given:
                raise VendorcheckError("rulebook_invalid", message, spot=Spot(shown)) from error
            self.remarks.append(Remark("files", Fault(message, Spot(shown))))
            return
        self._size += len(content)
        if self._size > MAX_TOTAL:
            message = f"with this file the rulebook is larger than {MAX_TOTAL // 2**20} MiB"
            raise VendorcheckError("rulebook_invalid", message, spot=Spot(shown))
        self.digest.update(digest_line(place, content))
        self._record(kind_of(place), shown, content)

    def _record(self, kind: str, shown: str, content: bytes) -> None:
        found: list[Remark] = []
        try:
            file = read_yaml(shown, content)
        except RulebookError as error:
            found += (Remark("yaml", fault) for fault in error.faults)
        else:
            found += (Remark("schema", fault) for fault in schema_faults(file, kind))
            found += () if found else value_remarks(file, kind)
            if not found:
                self.checked.append(Checked(kind, file))
        if found:
            self.remarks += found
            self.unread |= _words(content, shown)


def _content(path: Path, shown: str, *, given: bool) -> bytes:
    """The bytes of a file, and never more than one too many: what was given may be a pipe that has no end."""
    if not given and not stat.S_ISREG(path.stat().st_mode):
        raise OSError(0, "it is not a file", shown)
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _words(content: bytes, shown: str) -> set[str]:
    """The words of a file and of its name, which is mostly that of the record in it."""
    text = content[:MAX_BYTES].decode("utf-8", "replace")
    return set(re.findall(r"[\w-]+", f"{shown}\n{text}"))


def digest_line(place: str, content: bytes) -> bytes:
    """Return what a file adds to the digest of its rulebook: the same whatever the line endings of a checkout."""
    digest = hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()
    return f"{digest}  {place}\n".encode()
