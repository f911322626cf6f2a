"""By what servers can tell that a list is still the one that was fetched: kept in the folder of the store.

What is kept is believed only for the snapshot that it was kept with, while that is the newest of its list and was
imported by this version. Otherwise everything is fetched anew, which is slower and never wrong.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from vendorcheck.importing.addresses import Wanted
from vendorcheck.importing.fetching_request import Validators
from vendorcheck.importing.files import IMPORTER
from vendorcheck.lists.store import Kept, Store
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.reporters.output import text_writer, write_all

#: The file in the folder of the store, and the form of what is in it.
FILE, FORM = "fetched.json", 1


class Known(NamedTuple):
    """A snapshot that was fetched, and what the servers said of each of its files."""

    kept: Kept
    validators: Mapping[Wanted, Validators]


def known(store: Store, name: str) -> Known | None:
    """Return what is known of the newest snapshot of a list; None where it was not fetched, or not by this version."""
    told = _read(store.folder).get(name)
    try:
        newest = store.newest(name)
        if told is None or told["snapshot"] != str(newest.id) or newest.record.importer != IMPORTER:
            return None
        validators = {Wanted(*file): Validators(*said) for file, said in told["files"]}
    except (VendorcheckError, KeyError, TypeError, ValueError):
        return None  # there is no such list, its snapshot is damaged, or somebody wrote into the file
    return Known(newest, validators)


def keep(store: Store, name: str, kept: Kept, validators: Mapping[Wanted, Validators]) -> None:
    """Keep what servers said of the files of a snapshot; where that cannot be written, the next update fetches all."""
    files = list(validators.items())
    told = {**_read(store.folder), name: {"snapshot": str(kept.id), "files": files}}
    text = json.dumps({"form": FORM, "lists": told}, indent=1, sort_keys=True)
    with suppress(VendorcheckError):
        write_all([(store.folder / FILE, text_writer([text]))])


def _read(folder: Path) -> dict[str, Any]:
    """What the file holds; nothing where it is not there, or is not what was written."""
    try:
        data = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return dict(data["lists"]) if data["form"] == FORM else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
