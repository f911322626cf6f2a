"""What the commands share that show something of a rulebook, as text or JSON; their errors too are JSON then."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from vendorcheck.cli import options
from vendorcheck.cli.terminal import write_out
from vendorcheck.model.errors import VendorcheckError

if TYPE_CHECKING:
    from vendorcheck.model.rulebook import Rulebook


@contextmanager
def told(output: str) -> Iterator[None]:
    """Where JSON was asked for, an error is written as its document as well."""
    options.check_shown(output)
    try:
        yield
    except VendorcheckError as error:
        if output == "json":
            from vendorcheck.reporters.error_report import render_error

            write_out(render_error(error))
        raise


def write_json(data: Mapping[str, object]) -> None:
    """Write data as JSON to standard output."""
    from vendorcheck.reporters.report_json import dump

    write_out(dump(data))


def load(rules: Sequence[Path], no_shipped_rules: bool) -> "Rulebook":  # noqa: FBT001 (a flag of the command)
    """Return the rulebook that the options name."""
    from vendorcheck.rulebook import load_rulebook

    return load_rulebook(rules, shipped=not no_shipped_rules)
