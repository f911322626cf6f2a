"""What a bundle says of its own members, and whether they are still those that were written."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.reporters.archive import Archive

BUNDLE_SCHEMA = "vendorcheck.bundle/v1"
MANIFEST, SUMS = "MANIFEST.json", "SHA256SUMS"

#: A manifest has one short row a member.
MAX_MANIFEST = 16 * 2**20

_AS_WRITTEN = "Take the file that `-o bundle=PATH` wrote, as it was written."


class Member(NamedTuple):
    """A file of a bundle, with its size and the SHA-256 of its bytes."""

    name: str
    size: int
    sha256: str


class Fault(NamedTuple):
    """A member that is not as the manifest says, and what is wrong with it."""

    member: str
    what: str

    def __str__(self) -> str:
        """Both as one sentence."""
        return f"{self.member} {self.what}"


def sums(members: Iterable[Member]) -> bytes:
    """Return the digests of members, as sha256sum writes and checks them."""
    return "".join(sum_line(member.sha256, member.name) for member in members).encode("utf-8", "backslashreplace")


def sum_line(digest: str, name: str) -> str:
    """Return a line of a file of sums; a name that would break it is escaped, which a backslash before it says."""
    escaped = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    lead = "" if escaped == name else "\\"
    return f"{lead}{digest}  {escaped}\n"


def altered(archive: Archive) -> Iterator[Fault]:
    """Yield each member that is not as the manifest says: changed, missing or added."""
    members = _members(archive)
    told = {member.name: member for member in members}
    for name in sorted(set(archive.members) - {MANIFEST, SUMS}):
        if name not in told:
            yield Fault(name, "is not in the manifest")
        elif _digest(archive, name) != told[name].sha256:
            yield Fault(name, "is not what the manifest says")
    yield from (Fault(name, "is missing") for name in sorted(set(told) - set(archive.members)))
    manifest = Member(MANIFEST, archive.members[MANIFEST].file_size, archive.digest(MANIFEST))
    if SUMS not in archive.members:
        yield Fault(SUMS, "is missing")
    elif archive.read(SUMS) != sums([*members, manifest]):
        yield Fault(SUMS, "is not what the manifest says, or the manifest itself was changed")


def refuse_altered(archive: Archive) -> None:
    """Refuse a bundle of which a member was altered, left out or added."""
    faults = list(altered(archive))
    if not faults:
        return
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    raise VendorcheckError(
        "report_invalid",
        f"{archive.name} is not the bundle that was written: {faults[0]}{more}",
        spot=Spot(f"{archive.name}/{faults[0].member}"),
        help=f"{_AS_WRITTEN} `vendorcheck verify` names all that was altered.",
    )


def _digest(archive: Archive, name: str) -> str | None:
    """The digest of a member; None where it cannot even be unpacked."""
    try:
        return archive.digest(name)
    except VendorcheckError:
        return None


def _members(archive: Archive) -> list[Member]:
    if MANIFEST in archive.members and archive.members[MANIFEST].file_size > MAX_MANIFEST:
        raise damaged(archive, "its manifest is too large")
    content = archive.read(MANIFEST)
    try:
        data: Any = json.loads(content)
        members = [Member(each["name"], each["size"], each["sha256"]) for each in data["members"]]
        texts = all(isinstance(member.name, str) and isinstance(member.sha256, str) for member in members)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise damaged(archive, f"its {MANIFEST} is none") from error
    if data.get("schema") != BUNDLE_SCHEMA or not texts:
        raise damaged(archive, f"its {MANIFEST} is not {BUNDLE_SCHEMA}")
    return members


def damaged(archive: Archive, why: str) -> VendorcheckError:
    """Return the error of a bundle that cannot be verified."""
    return VendorcheckError(
        "report_invalid",
        f"{archive.name} is no bundle that can be verified: {why}",
        spot=Spot(archive.name),
        help=_AS_WRITTEN,
    )
