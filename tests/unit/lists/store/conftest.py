"""Snapshots to keep, of a list of invented firms."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.store import NewSnapshot, Store
from vendorcheck.model.watchlist import Alias, LeftOut, ListEntry, Snapshot

TODAY = date(2026, 11, 21)

Made = Callable[..., NewSnapshot]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "lists")


@pytest.fixture
def made() -> Made:
    """Makes a snapshot of firms with these names."""

    def made(
        names: Sequence[str] = ("Acme Cameras Ltd", "Borealis Optics GmbH"),
        *,
        name: str = "debarred",
        dated: date | None = None,
        importer: str = "1",
    ) -> NewSnapshot:
        source = SourceFile("debarred.csv", "\n".join(("name", *names)).encode())
        entries = tuple(
            ListEntry(f"{name}:{at}", name, each, (Alias(f"{each} Two"),)) for at, each in enumerate(names, 1)
        )
        snapshot = Snapshot(
            list=name,
            title="a list",
            format="own",
            files=(source.record,),
            digest=source.digest,
            dated=dated,
            dated_by="said" if dated else None,
            imported=TODAY,
            importer=importer,
            rows=len(names) + 1,
            left_out={"nobody is named": 1},
            entries=len(names),
            names=2 * len(names),
            kinds={"unknown": len(names)},
        )
        left_out = (LeftOut("debarred.csv", 9, "nobody is named"),)
        return NewSnapshot(snapshot, entries, left_out, b"firms", b"persons", (source,))

    return made
