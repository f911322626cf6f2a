"""Everything that people write in YAML: loaded with line and column, checked, and made into the model."""

from vendorcheck.rulebook.loading import compile_rulebook, load_rulebook, validate
from vendorcheck.rulebook.schema import KINDS, schema_text

__all__ = ["KINDS", "compile_rulebook", "load_rulebook", "schema_text", "validate"]
