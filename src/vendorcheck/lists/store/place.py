"""Where the store is when nobody says."""

from pathlib import Path


def default_folder() -> Path:
    """Return the folder of the store in the user's own data folder, whatever the system calls that."""
    from platformdirs import user_data_path  # noqa: PLC0415 (only where nobody names a store)

    return user_data_path("vendorcheck", appauthor=False) / "lists"
