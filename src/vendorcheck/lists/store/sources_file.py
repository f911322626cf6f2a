"""The files of a list as they were imported, in an archive; their names stand in the record, never in the archive."""

from collections.abc import Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 (an exception)

from vendorcheck.lists.source_file import MAX_FILE, SourceFile
from vendorcheck.lists.store.faults import damaged
from vendorcheck.model.watchlist import ListedFile


def write_sources(path: Path, sources: Sequence[SourceFile]) -> None:
    """Write the archive of some files, in their order."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for at, source in enumerate(sources):
            member = ZipInfo(str(at))  # bears no day, so that the same files make the same archive
            member.compress_type = ZIP_DEFLATED
            archive.writestr(member, source.content)


def read_sources(path: Path, files: Sequence[ListedFile]) -> tuple[SourceFile, ...]:
    """Return the files of an archive under their names; an error where one is not the one that was imported."""
    try:
        with ZipFile(path) as archive:
            sources = tuple(SourceFile(file.name, _content(archive, at)) for at, file in enumerate(files))
    except (OSError, BadZipFile, ZlibError, LookupError, ValueError, NotImplementedError, RuntimeError) as error:
        raise damaged(path.parent, f"its {path.name} cannot be read ({error})") from error
    changed = next(
        (file.name for file, source in zip(files, sources, strict=True) if source.digest != file.digest), None
    )
    if changed is not None:
        raise damaged(path.parent, f"its copy of {changed} is not the file that was imported")
    return sources


def _content(archive: ZipFile, at: int) -> bytes:
    with archive.open(str(at)) as member:
        return member.read(MAX_FILE)
