"""The flow of a run, read top to bottom: read, resolve, evaluate, explain, gate, report."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from datetime import date
from os import PathLike, fspath
from pathlib import Path

from vendorcheck.model.bom import Role
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.hit import CONFIDENCES, Confidence
from vendorcheck.model.policy import Policy
from vendorcheck.model.report import COMMAND_LINE, Report
from vendorcheck.model.rule import SEVERITIES, Severity
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.readers import (
    STDIN,
    Choices,
    HeadingRole,
    check_screenable,
    line_bill,
    open_bom,
    parse_delimiter,
    parse_encoding,
    prompt_bill,
)
from vendorcheck.rulebook import load_rulebook
from vendorcheck.screening.request import Request, unknown
from vendorcheck.screening.run import Run, Watch


def screen(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    profiles: Sequence[str] = (),
    purpose: str | None = None,
    as_of: date | None = None,
    mappings: Sequence[str] = (),
    sheet: str | None = None,
    delimiter: str | None = None,
    encoding: str | None = None,
    header_line: int | None = None,
    rules: Sequence[str | PathLike[str]] = (),
    shipped_rules: bool = True,
    lists: Sequence[str | PathLike[str]] = (),
    store: str | PathLike[str] | None = None,
    waivers: str | PathLike[str] | None = None,
    fail_on: Severity | None = None,
    min_confidence: Confidence | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    strict: bool = False,
    allow_unscreened: bool = False,
    policy: str | None = None,
    baseline: str | PathLike[str] | None = None,
    new_only: bool = False,
    all_lines: bool = False,
    summary_only: bool = False,
    reference: str | None = None,
    prepared_by: str | None = None,
) -> Report:
    """Return the report on one bill or several; a VendorcheckError says why nothing could be screened.

    The options are those of `vendorcheck scan`; `mappings` are its `ROLE=HEADING`. No config and no variable is read.
    """
    if fail_on not in (None, *SEVERITIES):
        raise unknown("severity", str(fail_on), SEVERITIES)
    if min_confidence not in (None, *CONFIDENCES):
        raise unknown("confidence", str(min_confidence), CONFIDENCES)
    asked = {"--fail-on": fail_on, "--min-confidence": min_confidence}
    request = Request(
        profiles=tuple(profiles),
        purpose=purpose,
        as_of=as_of,
        choices=choices_of(mappings, sheet, delimiter, encoding, header_line),
        rules=tuple(Path(path) for path in rules),
        shipped_rules=shipped_rules,
        lists=tuple(str(each) for each in lists),
        store=None if store is None else Path(store),
        waivers=None if waivers is None else Path(waivers),
        policy=Policy(
            fail_on=fail_on or Policy().fail_on,
            min_confidence=min_confidence or Policy().min_confidence,
            select=tuple(select),
            ignore=tuple(ignore),
            strict=strict,
            allow_unscreened=allow_unscreened,
            id=policy,
        ),
        baseline=None if baseline is None else Path(baseline),
        new_only=new_only,
        origins={option: COMMAND_LINE for option, value in asked.items() if value is not None},
        all_lines=all_lines,
        summary_only=summary_only,
        reference=reference,
        prepared_by=prepared_by,
    )
    return screen_bills([paths] if isinstance(paths, str | PathLike) else paths, request)


def choices_of(
    mappings: Sequence[str], sheet: str | None, delimiter: str | None, encoding: str | None, header_line: int | None
) -> Choices:
    """Return what the caller said of the bills, in the program's terms; a usage error for what it cannot mean."""
    return Choices(
        mappings=tuple(HeadingRole.parse(text) for text in mappings),
        sheet=sheet,
        delimiter=None if delimiter is None else parse_delimiter(delimiter),
        encoding=None if encoding is None else parse_encoding(encoding),
        header_line=header_line,
    )


def screen_bills(paths: Iterable[str | PathLike[str]], request: Request, watch: Watch | None = None) -> Report:
    """Return the report on the bills at these paths; one that cannot be read does not stop the others.

    `watch` takes the name of a bill and how many of its lines are done, now and then.
    """
    named = [fspath(path) for path in paths]
    places = [path if path == STDIN else Path(path).resolve() for path in named]
    twice = next((path for path, place in zip(named, places, strict=True) if places.count(place) > 1), None)
    if twice is not None:
        raise VendorcheckError("usage", f"{twice} is named twice", help="Name each bill once.")
    run = Run(request, _load(request))
    for path in named:
        try:
            with closing(open_bom(path, request.choices)) as bill:
                check_screenable(bill)
                run.screen(bill, watch)
        except VendorcheckError as error:
            run.not_read(path, error)
    return run.report()


def screen_text(text: str, request: Request) -> Report:
    """Return the report on one name, model, MAC address or FCC ID, as a bill of one line."""
    run = Run(request, _load(request))
    run.screen(prompt_bill(text))
    return run.report()


def screen_line(cells: Mapping[Role, str], request: Request, rulebook: Rulebook | None = None) -> Report:
    """Return the report on one line, its cells given by role; a loaded rulebook saves loading it again."""
    run = Run(request, rulebook or _load(request))
    run.screen(line_bill(cells))
    return run.report()


def _load(request: Request) -> Rulebook:
    return load_rulebook(request.rules, shipped=request.shipped_rules)


__all__ = ["Request", "choices_of", "screen", "screen_bills", "screen_line", "screen_text"]
