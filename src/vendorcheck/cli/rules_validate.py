"""`rules validate`: every fault and warning of a rulebook at once."""

from collections.abc import Sequence
from pathlib import Path

import typer

from vendorcheck.cli import options
from vendorcheck.cli.shown import told, write_json
from vendorcheck.cli.talk import say_remarks
from vendorcheck.model.errors import Remark, VendorcheckError

VALIDATE_MORE = """
\b
Examples:
  vendorcheck rules validate
  vendorcheck rules validate -r own-rules
  vendorcheck rules validate -r own-rules --no-shipped-rules -o json

\b
Exit codes:
  0    it is valid; warnings change nothing
  1    it has a fault: each is said with its place, and the name of the check that found it
  2    could not look: a path cannot be read, or there is nothing to look at

docs/validation.md says of each check what it asks and how to mend what it finds.
"""


def validate(
    rules: options.Rules = [],
    no_shipped_rules: options.NoShippedRules = False,
    output: options.Shown = "text",
) -> int:
    """Check a rulebook, offline: schemas, references, dates, names, marks, conditions, cases, wording.

    Without --rules the shipped rulebook is checked; with it, the files given, on top of the shipped rulebook or alone.
    """
    with told(output):
        remarks = _remarks(rules, no_shipped_rules)
        if output == "json":
            from vendorcheck.reporters.validation_data import validation_data

            write_json(validation_data(remarks))
        else:
            say_remarks(remarks)
            typer.echo(_summary(remarks))
    return 0 if all(remark.is_warning for remark in remarks) else 1


def _remarks(rules: Sequence[Path], no_shipped_rules: bool) -> tuple[Remark, ...]:  # noqa: FBT001 (the command's flag)
    from vendorcheck.lint import validate as looked
    from vendorcheck.screening.request import today

    if no_shipped_rules and not rules:
        raise VendorcheckError("usage", "there is nothing to validate", help="Give a rulebook with --rules FOLDER.")
    return looked(rules, today(), shipped=not no_shipped_rules)


def _summary(remarks: Sequence[Remark]) -> str:
    warnings = sum(remark.is_warning for remark in remarks)
    faults = len(remarks) - warnings
    said = [f"{faults} {'fault' if faults == 1 else 'faults'}"] if faults else ["valid"]
    if warnings:
        said.append(f"{warnings} {'warning' if warnings == 1 else 'warnings'}")
    return ", ".join(said)
