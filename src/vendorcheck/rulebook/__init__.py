"""Everything that people write in YAML: loaded with line and column, checked, and made into the model."""

from vendorcheck.rulebook.case_files import load_cases, load_cases_of
from vendorcheck.rulebook.loading import Survey, compile_rulebook, load_rulebook, survey, validate
from vendorcheck.rulebook.schema import KINDS, SCHEMAS, schema_text
from vendorcheck.rulebook.shipped import prepared_index
from vendorcheck.rulebook.waiver_faults import Nameable
from vendorcheck.rulebook.waivers import load_waivers

__all__ = [
    "KINDS",
    "SCHEMAS",
    "Nameable",
    "Survey",
    "compile_rulebook",
    "load_cases",
    "load_cases_of",
    "load_rulebook",
    "load_waivers",
    "prepared_index",
    "schema_text",
    "survey",
    "validate",
]
