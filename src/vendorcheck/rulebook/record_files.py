"""The files of records as they stand, to be kept with a report: the shipped ones by id, a folder of one's own whole."""

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.rulebook.roots import Root
from vendorcheck.rulebook.shipped import yaml_roots

#: Kinds of which a run needs every record.
ALWAYS = ("vocabulary", "rulebook")

_ID = re.compile(rb"^(?:  - )?id:[ \t]*[\"']?([\w.-]+)", re.MULTILINE)


class RecordFiles(NamedTuple):
    """Files of records: each with its place in a rulebook, its name below its root, and its bytes."""

    files: tuple[tuple[str, str, bytes], ...]

    @property
    def digest(self) -> str:
        """The digest by which a report names the rulebook that they make."""
        from vendorcheck.rulebook.files import digest_line

        return hashlib.sha256(b"".join(digest_line(place, content) for place, _, content in self.files)).hexdigest()

    def of(self, wanted: Mapping[str, Collection[str]]) -> Iterator[tuple[str, bytes]]:
        """Yield the files of the records with these ids, by kind, and of what every run needs, with their names."""
        for place, name, content in self.files:
            held = _held(place, content)
            if held & set(ALWAYS) or any((kind, each) in held for kind, ids in wanted.items() for each in ids):
                yield name, content

    def missing(self, wanted: Mapping[str, Collection[str]]) -> list[str]:
        """Return the ids that none of the files has."""
        held = {each for place, _, content in self.files for each in _held(place, content)}
        return sorted(name for kind, ids in wanted.items() for name in ids if (kind, name) not in held)


def _held(place: str, content: bytes) -> set[str | tuple[str, str]]:
    """The records that a file holds, by kind and id; its kind alone where every run needs it."""
    from vendorcheck.rulebook.files import kind_of

    kind = kind_of(place)
    ids = [found.decode() for found in _ID.findall(content)]
    if kind in ALWAYS:
        return {kind}
    if kind == "evidence":  # a document has the requests for comment that it tells of in it
        return {(kind, ids[0]) if ids else kind, *(("correspondence", each) for each in ids[1:])}
    return {(kind, ids[0])} if ids else set()


def shipped_files() -> RecordFiles:
    """Return the files of the shipped rulebook; an error where this installation has none."""
    files = _files(yaml_roots())
    if not files.files:
        raise VendorcheckError(
            "rulebook_invalid",
            "the files of the shipped rulebook are not to be found in this installation",
            help="Install vendorcheck from its wheel, not from an archive.",
        )
    return files


def own_files(path: Path) -> RecordFiles:
    """Return the files of a folder of rules, or one rule file."""
    return _files([Root(path, path.as_posix())])


def _files(roots: Sequence[Root]) -> RecordFiles:
    return RecordFiles(
        tuple((place, shown, _content(path, shown)) for root in roots for place, shown, path in root.files())
    )


def _content(path: Path, shown: str) -> bytes:
    """The bytes of a file as far as a rulebook may have them."""
    from vendorcheck.rulebook.yaml_source import MAX_BYTES

    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise VendorcheckError("rulebook_invalid", f"{shown} cannot be read: {reason}", spot=Spot(shown)) from error
