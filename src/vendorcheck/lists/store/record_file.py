"""snapshot.json: what it says of a snapshot, written and read field by field."""

import json
from datetime import date
from pathlib import Path
from typing import Any, get_args

from vendorcheck.lists.store.faults import damaged
from vendorcheck.lists.store.kept_record import FILES, KeptFile, KeptRecord
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.watchlist import ENTRY_KINDS, DateBasis, ListedFile, Snapshot

RECORD = "snapshot.json"

SCHEMA = "vendorcheck.list-snapshot/v1"

_FAMILY = "vendorcheck.list-snapshot/"

#: No record is larger, in bytes: what is was not written by this program.
_MAX_RECORD = 2**24


def record_text(record: KeptRecord) -> str:
    """Return the text of snapshot.json."""
    snapshot = record.snapshot
    data = {
        "schema": SCHEMA,
        **snapshot._asdict(),
        "files": [each._asdict() for each in snapshot.files],
        "dated": snapshot.dated.isoformat() if snapshot.dated else None,
        "imported": snapshot.imported.isoformat(),
        "left_out": dict(snapshot.left_out),
        "kinds": dict(snapshot.kinds),
        "sublists": dict(record.sublists),
        "content": record.content,
        "kept": {name: file._asdict() for name, file in record.files.items()},
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_record(folder: Path) -> KeptRecord:
    """Return what the snapshot in a folder says of itself; an error where that cannot be relied on."""
    try:
        with (folder / RECORD).open("rb") as file:
            data = json.loads(file.read(_MAX_RECORD))
    except OSError as error:
        raise damaged(folder, f"its {RECORD} cannot be read ({error.strerror or error})") from error
    except (ValueError, RecursionError) as error:
        raise damaged(folder, f"its {RECORD} is no JSON") from error
    _check_version(folder, data)
    try:
        return KeptRecord(
            _snapshot(data),
            _counts(data["sublists"]),
            _text(data["content"]),
            {name: _file(data["kept"][name]) for name in FILES},
        )
    except (LookupError, TypeError, ValueError) as error:
        raise damaged(folder, f"its {RECORD} does not say what it should") from error


def _check_version(folder: Path, data: object) -> None:
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema == SCHEMA:
        return
    if isinstance(schema, str) and schema.startswith(_FAMILY):
        raise VendorcheckError(
            "list_invalid",
            f"{folder.as_posix()} was written by another version of vendorcheck ({schema})",
            help="Use that version or a later one, or import the list again into another store: --store DIR.",
        )
    raise damaged(folder, f"its {RECORD} is none of vendorcheck's")


def _snapshot(data: Any) -> Snapshot:  # noqa: ANN401 (JSON may be anything before it was looked at)
    dated, basis = data["dated"], data["dated_by"]
    if (dated is None) != (basis is None) or basis not in (None, *get_args(DateBasis)):
        raise ValueError(basis)
    kinds = _counts(data["kinds"])
    return Snapshot(
        list=_text(data["list"]),
        title=_text(data["title"]),
        format=_text(data["format"]),
        files=tuple(ListedFile(_text(each["name"]), _text(each["digest"])) for each in data["files"]),
        digest=_text(data["digest"]),
        dated=None if dated is None else date.fromisoformat(dated),
        dated_by=basis,
        imported=date.fromisoformat(data["imported"]),
        importer=_text(data["importer"]),
        rows=_count(data["rows"]),
        left_out=_counts(data["left_out"]),
        entries=_count(data["entries"]),
        names=_count(data["names"]),
        kinds={kind: kinds[kind] for kind in ENTRY_KINDS if kind in kinds},
    )


def _file(data: Any) -> KeptFile:  # noqa: ANN401 (the same)
    return KeptFile(_count(data["size"]), _text(data["digest"]))


def _counts(data: object) -> dict[str, int]:
    if not isinstance(data, dict):
        raise TypeError(data)
    return {_text(name): _count(count) for name, count in data.items()}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(value)
    return value
