"""Case files: read with their places, and held against the rulebook whose rules they try."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vendorcheck.model.case import Case
from vendorcheck.model.errors import Fault, RulebookError, Spot, VendorcheckError
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.rulebook.references import Known, reference_faults
from vendorcheck.rulebook.roots import Root
from vendorcheck.rulebook.shipped import yaml_roots

if TYPE_CHECKING:
    from vendorcheck.rulebook.yaml_source import YamlFile

_ENDINGS = (".cases.yaml", ".cases.yml")

_ELSEWHERE = "If it stands in a folder of your own, give that with --rules."


def load_cases(rulebook: Rulebook, paths: Sequence[Path] = ()) -> tuple[Case, ...]:
    """Return the cases below some paths, or the shipped ones where none is given.

    A RulebookError names every case file that is not valid; a VendorcheckError a path that holds no case.
    """
    known = _known(rulebook)
    cases: list[Case] = []
    faults: list[Fault] = []
    for shown, path in dict.fromkeys(_files(paths)):
        try:
            cases += _cases(_read(shown, path), known)
        except RulebookError as error:
            faults += error.faults
    if faults:
        raise RulebookError(tuple(faults))
    return tuple(cases)


def _files(paths: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    roots = [Root(path, path.as_posix()) for path in paths] or yaml_roots()[:1]
    for root in roots:
        if not root.path.exists():
            raise VendorcheckError("usage", f"{root.shown} is not there", help="Name a case file, or a folder of them.")
        found = [(shown, path) for _, shown, path in root.files() if root.path == path or path.name.endswith(_ENDINGS)]
        if not found:
            raise VendorcheckError(
                "usage",
                f"no case file is below {root.shown}",
                spot=Spot(root.shown),
                help="Cases stand beside their rule, in a file that ends in .cases.yaml.",
            )
        yield from found


def _read(shown: str, path: Path) -> YamlFile:
    # Imported here because a command that needs no case reads no YAML.
    from vendorcheck.rulebook.checks import value_remarks
    from vendorcheck.rulebook.schema import schema_faults
    from vendorcheck.rulebook.yaml_source import read_yaml

    if not path.name.endswith(_ENDINGS):
        raise VendorcheckError(
            "usage", f"{shown} is no case file", spot=Spot(shown), help="The name of one ends in .cases.yaml."
        )
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
    for kind, names in (("rule", rulebook.rules), ("profile", rulebook.profiles), ("party", rulebook.parties)):
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
        listed=tuple(case.get("listed", ())),
    )
