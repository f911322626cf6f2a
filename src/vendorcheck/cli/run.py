"""From arguments to an exit code: every way a command can end, and what is said of it."""

import sys
from collections.abc import Sequence

from vendorcheck.cli.app import app
from vendorcheck.cli.talk import NOT_SCREENED, NOT_WRITTEN, say_error, say_internal, say_usage
from vendorcheck.cli.terminal import give_up_output, quiet_pipe
from vendorcheck.model.errors import VendorcheckError

UNWRITABLE, OUR_BUG, INTERRUPTED = 2, 70, 130


def run(arguments: Sequence[str]) -> int:
    """Return the exit code of a command; no traceback reaches the user."""
    _tolerant_streams()
    try:
        code = _code(arguments)
        with quiet_pipe():
            sys.stdout.flush()
    except OSError as error:
        give_up_output()
        reason = error.strerror or str(error)
        say_error(
            VendorcheckError("output_unwritable", f"standard output cannot be written: {reason}"), "vendorcheck: "
        )
        return UNWRITABLE
    return code


def _code(arguments: Sequence[str]) -> int:
    screening = list(arguments[:1]) in (["scan"], ["check"])
    try:
        code = app(list(arguments), prog_name="vendorcheck", standalone_mode=False)
    except VendorcheckError as error:
        say_error(error, f"vendorcheck: {_lead(error) if screening else ''}")
        return error.exit_code
    except KeyboardInterrupt:
        sys.stderr.write("vendorcheck: interrupted\n")
        return INTERRUPTED
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None:  # no file was in question, but standard output
            raise
        if _is_usage(error):
            say_usage(error, screening=screening)
            return 2
        say_internal(error)
        return OUR_BUG
    return code if isinstance(code, int) else 0


def _lead(error: VendorcheckError) -> str:
    """What a screening came to that ended in an error: reports are written when it is done."""
    return NOT_WRITTEN if error.code == "output_unwritable" else NOT_SCREENED


def _is_usage(error: Exception) -> bool:
    """Whether the option parser refused the arguments; its exceptions have no public home to import them from."""
    return hasattr(error, "format_message") and hasattr(error, "show")


def _tolerant_streams() -> None:
    """A console that cannot print a character gets an escape, not a crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
