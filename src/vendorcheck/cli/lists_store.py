"""The store that a command is about: the one named, or that of the user."""

from pathlib import Path

from vendorcheck.cli.settings import Settings, settings_of
from vendorcheck.lists.store import Store, default_folder


def store_of(folder: Path | None, config: Path | None, *, isolated: bool) -> Store:
    """Return the store that the option, the variable or the config names, else that in the user's data folder."""
    return store_in(settings_of({"store": folder}, config, isolated=isolated))


def store_in(settings: Settings) -> Store:
    """Return the store that settings name, else that in the user's data folder."""
    return Store(settings.path("store") or default_folder())
