"""Options shared by commands, by theme, and what their texts mean."""

from vendorcheck.cli.options.buyer import AsOf, Profiles, Purpose
from vendorcheck.cli.options.config import ConfigFile, Isolated
from vendorcheck.cli.options.gate import (
    AllowUnscreened,
    Baseline,
    FailOn,
    Ignore,
    MinConfidence,
    NewOnly,
    PolicyName,
    Select,
    Strict,
)
from vendorcheck.cli.options.output import (
    AllLines,
    Outputs,
    PreparedBy,
    Reference,
    SarifIncludeWaived,
    Shown,
    SummaryOnly,
)
from vendorcheck.cli.options.parsing import check_shown, parse_confidence, parse_day, parse_severity
from vendorcheck.cli.options.reading import Delimiter, Encoding, HeaderLine, Maps, Sheet
from vendorcheck.cli.options.rulebook import Lists, NoShippedRules, Rules, Store, Waivers

__all__ = [
    "AllLines",
    "AllowUnscreened",
    "AsOf",
    "Baseline",
    "ConfigFile",
    "Delimiter",
    "Encoding",
    "FailOn",
    "HeaderLine",
    "Ignore",
    "Isolated",
    "Lists",
    "Maps",
    "MinConfidence",
    "NewOnly",
    "NoShippedRules",
    "Outputs",
    "PolicyName",
    "PreparedBy",
    "Profiles",
    "Purpose",
    "Reference",
    "Rules",
    "SarifIncludeWaived",
    "Select",
    "Sheet",
    "Shown",
    "Store",
    "Strict",
    "SummaryOnly",
    "Waivers",
    "check_shown",
    "parse_confidence",
    "parse_day",
    "parse_severity",
]
