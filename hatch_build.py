"""Compiles the rulebook and the index of its names into the wheel, so that a scan reads two files instead of many."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILED = "vendorcheck/data/rulebook.json"
PREPARED = "vendorcheck/data/names.index"


class CompileRulebook(BuildHookInterface[Any]):
    """A broken rulebook breaks the build; an editable install reads the YAML itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled rulebook to the wheel."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from vendorcheck.lint import refuse_faults
        from vendorcheck.resolve import prepared_names
        from vendorcheck.rulebook import compile_rulebook, load_rulebook

        self._folder = tempfile.TemporaryDirectory()
        path = Path(self._folder.name) / "rulebook.json"
        refuse_faults()
        compiled = compile_rulebook(root)
        path.write_text(json.dumps(compiled, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        build_data["force_include"][str(path)] = COMPILED
        index = Path(self._folder.name) / "names.index"
        index.write_bytes(prepared_names(load_rulebook().parties.values()))
        build_data["force_include"][str(index)] = PREPARED

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary copy."""
        if version != "editable":
            self._folder.cleanup()
