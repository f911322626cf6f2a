"""What can go wrong, as values with a place and a help line; none is ever a traceback."""

from typing import Literal, NamedTuple

ErrorCode = Literal[
    "usage",
    "bill_missing",
    "bill_unreadable",
    "bill_unsupported",
    "bill_empty",
    "no_table",
    "no_columns",
    "nothing_screened",
    "unknown_name",
    "rulebook_invalid",
    "list_invalid",
    "list_unreachable",
    "waivers_invalid",
    "report_invalid",
    "policy_invalid",
    "config_invalid",
    "baseline_invalid",
    "source_missing",
    "source_unreadable",
    "store_unwritable",
    "output_unwritable",
    "internal",
]

EXIT_NOTHING_SCREENED = 3
EXIT_COULD_NOT_SCREEN = 2


class Spot(NamedTuple):
    """A place in a file that a person can go to; line and column count from 1."""

    file: str
    line: int | None = None
    column: int | None = None
    source_line: str | None = None

    def __str__(self) -> str:
        """Return `file:line:column` as far as known."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


class Fault(NamedTuple):
    """One thing wrong in a file that people write: what, where, and what was expected."""

    message: str
    spot: Spot
    help: str | None = None


class Remark(NamedTuple):
    """What a check of a rulebook found: a fault, or a warning, which makes nothing invalid.

    `check` is the name under which the documentation says what the check asks and how to mend what it finds.
    """

    check: str
    fault: Fault
    is_warning: bool = False


class VendorcheckError(Exception):
    """A run that could not be done, with its exit code, its place and what to do."""

    exit_code = EXIT_COULD_NOT_SCREEN

    def __init__(self, code: ErrorCode, message: str, *, spot: Spot | None = None, help: str | None = None) -> None:
        """Carry a stable code, one sentence, the place and a help line."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.spot = spot
        self.help = help


class NothingToScreenError(VendorcheckError):
    """A bill that holds nothing to screen: no table, no lines, no column that names anything."""

    exit_code = EXIT_NOTHING_SCREENED


class FaultyError(VendorcheckError):
    """Something that people write in YAML is not valid, with every fault found; `what` says what it is."""

    what = "the file is not valid"

    def __init__(self, code: ErrorCode, faults: tuple[Fault, ...]) -> None:
        """Carry all faults; the first one gives the place."""
        first = faults[0]
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        super().__init__(code, first.message + more, spot=first.spot, help=first.help)
        self.faults = faults


class RulebookError(FaultyError):
    """A rulebook that is not valid."""

    what = "the rulebook is not valid"

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Carry all faults; the first one gives the place."""
        super().__init__("rulebook_invalid", faults)


class WaiversError(FaultyError):
    """A file of waivers that is not valid: none of it is used."""

    what = "the waivers are not valid"

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Carry all faults; the first one gives the place."""
        super().__init__("waivers_invalid", faults)


class PolicyError(FaultyError):
    """A file of a policy that is not valid: none of it is used."""

    what = "the policy is not valid"

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Carry all faults; the first one gives the place."""
        super().__init__("policy_invalid", faults)


class ConfigError(FaultyError):
    """A config that is not valid: none of it is used."""

    what = "the config is not valid"

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Carry all faults; the first one gives the place."""
        super().__init__("config_invalid", faults)
