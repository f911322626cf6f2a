"""What is known of a list when it was read: of which files and day it is, and what it holds."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import date

from vendorcheck.lists.reading import Read
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.watchlist import Snapshot


def snapshot_of(read: Read, files: Sequence[SourceFile], imported: date, importer: str) -> Snapshot:
    """Return the snapshot of a list that was read from these files; `importer` is the version that read it."""
    parsed = read.parsed
    return Snapshot(
        list=read.list,
        title=read.format.title,
        format=read.format.name,
        files=tuple(file.record for file in files),
        digest=digest_of_files(files),
        dated=parsed.dated,
        dated_by=parsed.dated_by,
        imported=imported,
        importer=importer,
        rows=parsed.rows,
        left_out=Counter(each.reason for each in parsed.left_out),
        entries=len(parsed.entries),
        names=sum(len(dict.fromkeys(entry.names)) for entry in parsed.entries),
        kinds=Counter(entry.kind for entry in parsed.entries),
    )


def digest_of_files(files: Sequence[SourceFile]) -> str:
    """Return the SHA-256 of a file, or of the digests of several in their order."""
    if len(files) == 1:
        return files[0].digest
    return hashlib.sha256("\n".join(file.digest for file in files).encode()).hexdigest()
