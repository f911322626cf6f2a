"""Lists into the store: read, held against what the store has of them, indexed, and kept."""

from vendorcheck.importing.asked import Asked
from vendorcheck.importing.files import import_files
from vendorcheck.importing.imported import Changes, Imported, Loss

__all__ = ["Asked", "Changes", "Imported", "Loss", "import_files"]
