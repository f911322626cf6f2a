"""Files of YAML to checked records: which file is of which kind, and the digest of them all."""

import hashlib
from pathlib import Path

from vendorcheck.model.errors import Fault, RulebookError, Spot, VendorcheckError
from vendorcheck.rulebook.checks import value_faults
from vendorcheck.rulebook.roots import Checked, Root
from vendorcheck.rulebook.schema import schema_faults
from vendorcheck.rulebook.yaml_source import read_yaml

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


def read_roots(*roots: Root) -> tuple[list[Checked], str]:
    """Return the records below some roots and the digest of their files.

    A RulebookError names every file that is not YAML or breaks the schema of its kind.
    """
    digest = hashlib.sha256()
    checked: list[Checked] = []
    faults: list[Fault] = []
    for root in roots:
        files = root.files()
        if not files:
            faults.append(Fault("no file of YAML is in this folder", Spot(root.shown)))
        for place, shown, path in files:
            try:
                content = _content(path, shown)
                digest.update(_digest_line(place, content))
                checked.append(_check(place, shown, content))
            except RulebookError as error:
                faults += error.faults
    if faults:
        raise RulebookError(tuple(faults))
    return checked, digest.hexdigest()


def _check(place: str, shown: str, content: bytes) -> Checked:
    kind = kind_of(place)
    file = read_yaml(shown, content)
    faults = tuple(schema_faults(file, kind)) or tuple(value_faults(file, kind))
    if faults:
        raise RulebookError(faults)
    return Checked(kind, file)


def _content(path: Path, shown: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise VendorcheckError("rulebook_invalid", f"{shown} cannot be read: {reason}", spot=Spot(shown)) from error


def _digest_line(place: str, content: bytes) -> bytes:
    """One line a file, so that the digest is the same whatever the line endings of a checkout."""
    digest = hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()
    return f"{digest}  {place}\n".encode()
