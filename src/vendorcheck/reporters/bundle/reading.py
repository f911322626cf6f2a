"""A bundle read again: whether its members are those that were written, and what the run was given, as files."""

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.reporters.archive import Archive
from vendorcheck.reporters.bundle import BUNDLE_SCHEMA, MANIFEST, SUMS, Member, sums

#: No name of a member is longer.
MAX_NAME = 1_000

#: A manifest has one short row a member.
MAX_MANIFEST = 16 * 2**20


def altered(archive: Archive) -> Iterator[str]:
    """Yield each member that is not as the manifest says: changed, missing or added."""
    members = _members(archive)
    told = {member.name: member for member in members}
    for name in sorted(set(archive.members) - {MANIFEST, SUMS}):
        if name not in told:
            yield f"{name} is not in the manifest"
        elif _digest(archive, name) != told[name].sha256:
            yield f"{name} is not what the manifest says"
    yield from (f"{name} is missing" for name in sorted(set(told) - set(archive.members)))
    manifest = Member(MANIFEST, archive.members[MANIFEST].file_size, archive.digest(MANIFEST))
    if SUMS not in archive.members:
        yield f"{SUMS} is missing"
    elif archive.read(SUMS) != sums([*members, manifest]):
        yield f"{SUMS} is not what the manifest says, or the manifest itself was changed"


def _digest(archive: Archive, name: str) -> str | None:
    """The digest of a member; None where it cannot even be unpacked."""
    try:
        return archive.digest(name)
    except VendorcheckError:
        return None


def unpack_given(archive: Archive, folder: Path, below: str) -> None:
    """Write the members below a folder of the bundle to a folder on disk, each inside of it; an error for any other."""
    for name in archive.members:
        if not name.startswith(f"{below}/"):
            continue
        parts = PurePosixPath(name).parts
        if ".." in parts or "\\" in name or "\0" in name or ":" in name or len(name) > MAX_NAME:
            raise _damaged(archive, f"the name {name[:80]!r} could lead out of the bundle")
        path = folder.joinpath(*parts)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(archive.read(name))
        except OSError as error:
            raise _damaged(archive, f"{name} cannot be unpacked: {error.strerror or error}") from error


def _members(archive: Archive) -> list[Member]:
    if MANIFEST in archive.members and archive.members[MANIFEST].file_size > MAX_MANIFEST:
        raise _damaged(archive, "its manifest is too large")
    content = archive.read(MANIFEST)
    try:
        data: Any = json.loads(content)
        members = [Member(each["name"], each["size"], each["sha256"]) for each in data["members"]]
        texts = all(isinstance(member.name, str) and isinstance(member.sha256, str) for member in members)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _damaged(archive, f"its {MANIFEST} is none") from error
    if data.get("schema") != BUNDLE_SCHEMA or not texts:
        raise _damaged(archive, f"its {MANIFEST} is not {BUNDLE_SCHEMA}")
    return members


def _damaged(archive: Archive, why: str) -> VendorcheckError:
    return VendorcheckError(
        "report_invalid",
        f"{archive.name} is no bundle that can be verified: {why}",
        spot=Spot(archive.name),
        help="Take the file that `-o bundle=PATH` wrote, as it was written.",
    )
