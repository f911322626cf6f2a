"""What is said on standard error."""

import os
import sys
import traceback
from collections.abc import Iterable, Sequence
from typing import Any

from vendorcheck.model.errors import Fault, FaultyError, Remark, RulebookError, Spot, VendorcheckError
from vendorcheck.reporters.visible import cut, display_width, visible

#: Set to anything, it shows the traceback of an internal error.
DEBUG = "VENDORCHECK_DEBUG"

#: How a message begins where a screening was asked for.
NOT_SCREENED = "no screening was performed: "

#: How it begins where the screening was done and a report of it could not be written: then none is.
NOT_WRITTEN = "the screening was performed, and no report of it was written: "

#: How much of a source line is shown, and how much of it before the place in question.
MAX_SOURCE, MAX_BEFORE = 160, 120

#: How many faults of a file are said at once; of a rulebook `rules validate` says all.
MAX_FAULTS = 10


def say(text: str) -> None:
    """Write a line to standard error, nothing in it that would act on a terminal."""
    sys.stderr.write(visible(text) + "\n")


def say_error(error: VendorcheckError, lead: str) -> None:
    """Say what went wrong, where, and what to do, with these words before it."""
    if isinstance(error, FaultyError):
        say(f"{lead}{error.what}")
        say_faults(error.faults[:MAX_FAULTS])
        if len(error.faults) > MAX_FAULTS:
            todo = "; `vendorcheck rules validate` shows all" if isinstance(error, RulebookError) else ""
            say(f"and {len(error.faults) - MAX_FAULTS} more faults{todo}")
        return
    say(lead + error.message)
    _say_spot(error.spot)
    if error.help:
        say(f"help: {error.help}")


def say_faults(faults: Sequence[Fault]) -> None:
    """Say each fault with its place, its line, a caret and what was expected."""
    for fault in faults:
        say(f"{fault.spot}: {fault.message}")
        _say_spot(fault.spot)
        if fault.help:
            say(f"help: {fault.help}")


def say_remarks(remarks: Iterable[Remark]) -> None:
    """Say each fault and warning of a rulebook with its place, its line, a caret, and the check that found it."""
    for remark in remarks:
        said = f"{'warning: ' if remark.is_warning else ''}{remark.fault.message} [{remark.check}]"
        say_faults([remark.fault._replace(message=said)])


def say_usage(error: Any, *, screening: bool) -> None:  # noqa: ANN401 (the option parser's own exception)
    """Say that the arguments are not understood, in the words of the option parser."""
    if type(error).__name__ == "NoArgsIsHelpError":
        error.show()
        return
    say(f"vendorcheck: {NOT_SCREENED if screening else ''}{error.format_message()}")
    if error.ctx is not None:
        say(f"help: `{error.ctx.command_path} --help` says what is understood.")


def say_internal(error: Exception) -> None:
    """Say that this is our bug, and how to report it."""
    say(f"vendorcheck: internal error: {type(error).__name__}: {error}")
    say(f"help: this is a bug of vendorcheck. Please report it; {DEBUG}=1 shows where it happened.")
    if os.environ.get(DEBUG):
        traceback.print_exception(error)


def _say_spot(spot: Spot | None) -> None:
    if spot is None or spot.line is None or spot.source_line is None:
        return
    lead = f"{spot.line:>5} | "
    before = visible(spot.source_line[: (spot.column or 1) - 1])
    shown = visible(spot.source_line)
    hidden = max(len(before) - MAX_BEFORE, 0)
    say(lead + ("…" if hidden else "") + cut(shown[hidden:], MAX_SOURCE))
    if spot.column is not None:
        say(" " * (len(lead) + display_width(before[hidden:]) + bool(hidden)) + "^")
