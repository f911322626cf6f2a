"""What a run was given, as files again, out of its bundle."""

from pathlib import Path, PurePosixPath

from vendorcheck.reporters.archive import Archive
from vendorcheck.reporters.manifest import damaged

#: No name of a member is longer.
MAX_NAME = 1_000


def unpack_given(archive: Archive, folder: Path, below: str) -> None:
    """Write the members below a folder of the bundle to a folder on disk, each inside of it; an error for any other."""
    for name in archive.members:
        if not name.startswith(f"{below}/"):
            continue
        parts = PurePosixPath(name).parts
        if ".." in parts or "\\" in name or "\0" in name or ":" in name or len(name) > MAX_NAME:
            raise damaged(archive, f"the name {name[:80]!r} could lead out of the bundle")
        path = folder.joinpath(*parts)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(archive.read(name))
        except OSError as error:
            raise damaged(archive, f"{name} cannot be unpacked: {error.strerror or error}") from error
