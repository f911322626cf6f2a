"""Case files: read with their places, and held against the rulebook whose rules they try."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vendorcheck.model.case import Case
from vendorcheck.model.errors import Fault, RulebookError, Spot, VendorcheckError
from vendorcheck.model.period import Period
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.watchlist import Alias, ListEntry
from vendorcheck.rulebook.references import Known, reference_faults
from vendorcheck.rulebook.roots import CASE_ENDINGS, Root, cases_beside
from vendorcheck.rulebook.shipped import yaml_roots

if TYPE_CHECKING:
    from vendorcheck.rulebook.yaml_source import YamlFile

_ELSEWHERE = "If it stands in a folder of your own, give that with --rules."


def load_cases(rulebook: Rulebook, paths: Sequence[Path] = ()) -> tuple[Case, ...]:
    """Return the cases below some paths, or the shipped ones where none is given.

    The path of a rule stands for the cases beside it. A RulebookError names every case file that is not valid; a
    VendorcheckError a path that holds no case.
    """
    roots = _roots(paths) or yaml_roots()[:1]
    found = {root: list(_case_files(root)) for root in roots}
    for root, files in found.items():
        if not root.path.exists():
            raise VendorcheckError("usage", f"{root.shown} is not there", help="Name a case file, or a folder of them.")
        if not files:
            raise VendorcheckError(
                "usage",
                f"no case file is at {root.shown}",
                spot=Spot(root.shown),
                help="Cases stand beside their rule, in a file of its name that ends in .cases.yaml.",
            )
    return _load(rulebook, [each for files in found.values() for each in files])


def load_cases_of(rulebook: Rulebook, paths: Sequence[Path], *, shipped: bool) -> tuple[Case, ...]:
    """Return every case of a rulebook that was loaded from some paths, with the shipped one or without."""
    roots = [*(yaml_roots()[:1] if shipped else ()), *_roots(paths)]
    return _load(rulebook, [each for root in roots for each in _case_files(root)])


def _load(rulebook: Rulebook, files: Sequence[tuple[str, Path]]) -> tuple[Case, ...]:
    known = _known(rulebook)
    cases: list[Case] = []
    faults: list[Fault] = []
    for shown, path in dict.fromkeys(files):
        try:
            cases += _cases(_read(shown, path), known)
        except RulebookError as error:
            faults += error.faults
    if faults:
        raise RulebookError(tuple(faults))
    return tuple(cases)


def _roots(paths: Sequence[Path]) -> list[Root]:
    return [Root(path, path.as_posix()) for path in paths]


def _case_files(root: Root) -> Iterator[tuple[str, Path]]:
    """The case files of a folder, the case file itself, or the one beside a rule."""
    if root.path.is_dir():
        yield from ((shown, path) for _, shown, path in root.files() if path.name.endswith(CASE_ENDINGS))
        return
    beside = cases_beside(root.path)
    if beside.is_file():
        yield beside.as_posix(), beside


def _read(shown: str, path: Path) -> YamlFile:
    # Imported here because a command that needs no case reads no YAML.
    from vendorcheck.rulebook.checks import value_remarks
    from vendorcheck.rulebook.schema import schema_faults
    from vendorcheck.rulebook.yaml_source import read_yaml

    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise VendorcheckError("rulebook_invalid", f"{shown} cannot be read: {reason}", spot=Spot(shown)) from error
    file = read_yaml(shown, content)
    faults = tuple(schema_faults(file, "cases")) or tuple(remark.fault for remark in value_remarks(file, "cases"))
    if faults:
        raise RulebookError(faults)
    return file


def _known(rulebook: Rulebook) -> Known:
    known = Known()
    for kind, names in (
        ("rule", rulebook.rules),
        ("profile", rulebook.profiles),
        ("party", rulebook.parties),
        ("instrument", rulebook.instruments),
    ):
        for name in names:
            known.add(kind, name, "the rulebook")
    return known


def _cases(file: YamlFile, known: Known) -> Iterator[Case]:
    faults = tuple(reference_faults(known, "cases", file))
    if faults:
        raise RulebookError(tuple(fault._replace(help=fault.help or _ELSEWHERE) for fault in faults))
    for at, case in enumerate(file.value["cases"]):
        yield _case(file, at, case)


def _case(file: YamlFile, at: int, case: dict[str, Any]) -> Case:
    return Case(
        rule=file.value["rule"],
        name=case["name"],
        as_of=date.fromisoformat(case["as_of"]),
        profiles=tuple(case.get("profiles", ())),
        line=case["line"],
        expect=case["expect"],
        spot=file.spot(*file.marks["cases", at]),
        listed=tuple(map(_entry, case.get("listed", ()))),
    )


def _entry(listed: str | dict[str, Any]) -> ListEntry:
    """An entry as a case has it: a name alone, or what an official list would say; its number stands as the id."""
    data: dict[str, Any] = {"name": listed} if isinstance(listed, str) else listed
    instrument = data.get("instrument")
    return ListEntry(
        id=data.get("number", ""),
        list=data.get("list", instrument or ""),
        name=data["name"],
        aliases=tuple(map(Alias, data.get("aliases", ()))),
        country=data.get("country"),
        since=_period(data.get("since")),
        until=_period(data.get("until")),
        standing="government_action" if instrument else "procedural",
        kind=data.get("kind", "unknown"),
        instrument=instrument,
        programmes=tuple(data.get("programmes", ())),
    )


def _period(text: str | None) -> Period | None:
    return Period.parse(text) if text else None
