"""The folder of real files that nobody here wrote and nothing here ships."""

import os
import sys
from pathlib import Path

VARIABLE = "VENDORCHECK_CORPUS"


def corpus() -> Path:
    """Return the folder that VENDORCHECK_CORPUS names; end with a plain sentence where it names none."""
    folder = os.environ.get(VARIABLE)
    if not folder or not Path(folder).is_dir():
        sys.exit(f"{VARIABLE} names no folder: these measures read the lists and files that are kept there.")
    return Path(folder)
