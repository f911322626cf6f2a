"""A run made again from its report: the same bills, options, days and files, under the same names."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import zip_longest
from pathlib import Path

from vendorcheck.model.comparison import BillCheck
from vendorcheck.model.errors import ErrorCode, NothingToScreenError, Spot, VendorcheckError
from vendorcheck.model.report import BillRecord, FileRecord, ListRecord, Option, Provenance, Report, Verdict
from vendorcheck.model.rulebook import Source
from vendorcheck.readers import PROMPT, check_screenable, open_bom
from vendorcheck.rulebook import load_rulebook
from vendorcheck.rulebook.config import load_config
from vendorcheck.screening.kept_files import GIVEN
from vendorcheck.screening.options import request_of
from vendorcheck.screening.request import AskedList, Request
from vendorcheck.screening.run import Run

#: Options whose values are files or folders that a bundle holds.
_FILES = ("rules", "list", "waivers", "policy", "config", "baseline")


def take_bills(report: Report, paths: Sequence[str]) -> tuple[BillCheck, ...]:
    """Return which file is which bill of a report: by digest where one agrees, by name otherwise.

    One file for a report on one bill is that bill, whatever it is called. A usage error where a bill is left without a
    file, or a file without a bill.
    """
    left = {path: _digest(path) for path in dict.fromkeys(paths)}
    bills = report.coverage.bills
    if len(bills) == len(left) == 1 and bills[0].name != PROMPT:
        [(only, digest)] = left.items()
        return (BillCheck(bills[0].name, only, bills[0].digest == digest),)
    taken: dict[int, BillCheck] = {}
    for same in (True, False):
        for at, bill in enumerate(bills):
            path = next((path for path in left if at not in taken and _is(bill, path, left[path], same=same)), None)
            if path is not None:
                taken[at] = BillCheck(bill.name, path, bill.digest == left.pop(path))
    for at, bill in enumerate(bills):
        if at not in taken and bill.digest is not None:
            raise _missing(bill)
        # One that could not be read is looked for where it was.
        taken.setdefault(at, BillCheck(bill.name, bill.name, same=True))
    if left:
        raise VendorcheckError(
            "usage",
            f"{next(iter(left))} is no bill of the report: it agrees with none in digest or name",
            help=f"The report is on {', '.join(bill.name for bill in bills)}.",
        )
    return tuple(taken[at] for at in range(len(bills)))


def repeat(report: Report, bills: Sequence[BillCheck], folder: Path | None = None, store: Path | None = None) -> Report:
    """Return the report of the same run made again; `folder` holds the files of a bundle that the run was given.

    `store` is where its lists are kept now, where that is not where they were. Its bills and files go by the names that
    the report has for them. A VendorcheckError says why it cannot be made.
    """
    options = report.provenance.options if folder is None else tuple(_given(report, folder))
    request = _with_config(request_of(options), report, folder)._replace(
        today=report.settings.today,
        kept=dict(_named(report.provenance, folder)),
        meant_lists=_snapshots(report, folder, store),
    )
    try:
        run = Run(request, load_rulebook(request.rules, shipped=request.shipped_rules))
        for check in bills:
            try:
                with closing(open_bom(check.file, request.choices, check.name)) as bill:
                    check_screenable(bill)
                    run.screen(bill)
            except VendorcheckError as error:
                run.not_read(check.name, error)
        again = run.report()
    except NothingToScreenError as error:
        raise VendorcheckError(error.code, error.message, spot=error.spot, help=error.help) from error
    return again._replace(
        provenance=_named_as(report.provenance, again.provenance), verdict=_termed_as(report.verdict, again.verdict)
    )


def _named(provenance: Provenance, folder: Path | None) -> Iterator[tuple[str, Path]]:
    """Where a bundle keeps the waivers and the baseline of a run, for a policy that names its own."""
    for what, record in (("waivers", provenance.waivers), ("baseline", provenance.baseline)):
        if folder is not None and record is not None:
            kept = folder / GIVEN / what / "1"
            if kept.is_dir():
                yield what, Path(_kept(kept, record.name))


def _with_config(request: Request, report: Report, folder: Path | None) -> Request:
    """The request with the policies of the config of the run, as far as it had one."""
    record = report.provenance.config
    if record is None:
        return request
    path = record.name if folder is None else _kept(folder / GIVEN / "config" / "1", record.name)
    config = load_config(Path(path))
    return request._replace(policies=config.policies, config=config.file)


def _is(bill: BillRecord, path: str, digest: str, *, same: bool) -> bool:
    if same:
        return bill.digest == digest
    return Path(path).as_posix() == bill.name or Path(path).name == Path(bill.name).name


def _digest(path: str) -> str:
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        reason = error.strerror or str(error)
        code: ErrorCode = "bill_missing" if isinstance(error, FileNotFoundError) else "bill_unreadable"
        raise VendorcheckError(code, f"{path} cannot be read: {reason}", spot=Spot(path)) from error


def _missing(bill: BillRecord) -> VendorcheckError:
    if bill.name == PROMPT:
        return VendorcheckError(
            "usage",
            "the report is on a name at the prompt, of which there is no file",
            help="Make it again with `vendorcheck check NAME -o json=again.json`, and see `vendorcheck diff`.",
        )
    return VendorcheckError(
        "usage",
        f"the bill {bill.name} of the report is not given: no file has its digest or its name",
        help="Name every bill of the report, wherever it is now.",
    )


def _given(report: Report, folder: Path) -> Iterable[Option]:
    """The options with the files of a bundle for those that were given, as far as it has them."""
    of_the_store = {each.name for each in report.provenance.lists if each.imported}
    for option in report.provenance.options:
        if option.name not in _FILES:
            yield option
            continue
        kept = ((each, _kept(folder / GIVEN / option.name / str(at), each)) for at, each in enumerate(option.values, 1))
        named = of_the_store if option.name == "list" else ()
        yield option._replace(values=tuple(each if each in named else path for each, path in kept))


def _snapshots(report: Report, folder: Path | None, store: Path | None) -> Mapping[str, AskedList]:
    """The lists of the store that a report was made with, each in its one snapshot: in a bundle, or in a store."""
    kept = {each.name: each for each in report.provenance.lists if each.imported}
    asked = enumerate(next((option.values for option in report.provenance.options if option.name == "list"), ()), 1)
    return {
        name: AskedList(name, folder / GIVEN / "list" / str(at) if folder else store, kept[name])
        for at, name in asked
        if name in kept
    }


def _kept(folder: Path, value: str) -> str:
    """Where what an option named is kept: the file, or the folder of several; what is no file stays a name."""
    if not folder.is_dir():
        return value
    inside = list(folder.iterdir())
    kept = inside[0] if len(inside) == 1 and inside[0].is_file() else folder
    _, at, pin = value.partition("@sha256:")
    return f"{kept.as_posix()}{at}{pin}"


def _named_as(old: Provenance, new: Provenance) -> Provenance:
    """The new provenance with the old names of files that are the same, wherever they are now."""
    return new._replace(
        rulebook=tuple(_source(*pair) for pair in zip_longest(old.rulebook, new.rulebook) if pair[1]),
        lists=tuple(_list(*pair) for pair in zip_longest(old.lists, new.lists) if pair[1]),
        options=old.options,
        waivers=_file(old.waivers, new.waivers),
        policy=_file(old.policy, new.policy),
        config=_file(old.config, new.config),
        baseline=_file(old.baseline, new.baseline),
    )


def _termed_as(old: Verdict, new: Verdict) -> Verdict:
    """The new verdict with the old name of the waivers that its policy takes, wherever they are now."""
    if old.waivers is None or new.waivers is None or old.waivers.file is None or new.waivers.file is None:
        return new
    return new._replace(waivers=new.waivers._replace(file=old.waivers.file))


def _source(old: Source | None, new: Source) -> Source:
    same = old is not None and (old.version, old.digest) == (new.version, new.digest)
    return new._replace(name=old.name) if same and old else new


def _list(old: ListRecord | None, new: ListRecord) -> ListRecord:
    """The same list; one that bears a date is the same whenever it was imported."""
    if old is None or old.digest != new.digest:
        return new
    imported = old.imported if (old.dated, old.dated_by) == (new.dated, new.dated_by) and new.dated else new.imported
    return new._replace(name=old.name, imported=imported)


def _file(old: FileRecord | None, new: FileRecord | None) -> FileRecord | None:
    return old if old and new and old.digest == new.digest else new
