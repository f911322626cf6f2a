"""From files to a rulebook whose every reference stands for something."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from vendorcheck.model.errors import Fault, Remark, RulebookError
from vendorcheck.model.rulebook import Rulebook, Source
from vendorcheck.rulebook import evidence_records, records
from vendorcheck.rulebook.config.building import build_policy
from vendorcheck.rulebook.references import Known, duplicate_faults, introduced, reference_faults
from vendorcheck.rulebook.roots import Checked, Root, cases_beside
from vendorcheck.rulebook.shipped import COMPILED_FORMAT, compiled_rulebook, shipped_roots, yaml_roots

#: What stays of the shipped rulebook when its rules are left out: the language, not the judgements.
LANGUAGE = ("vocabulary", "profile")

#: How many references to nothing are looked for, one more than are ever said: to find what was meant takes its time.
MAX_REMARKS = 1_001

_BUILT = (
    "party",
    "instrument",
    "evidence",
    "correspondence",
    "contradiction",
    "rule",
    "profile",
    "policy",
    "vocabulary",
)


class Survey(NamedTuple):
    """All that a rulebook holds, valid or not, for whoever looks at it as a whole.

    `own` are the records asked about, in files that fit their schemas; `beneath` those of the shipped rulebook that
    they come on top of, by kind. `remarks` are what keeps the rulebook from being loaded; `unread` are the words of the
    files that are not among the records, and so may be names that only seem to be missing.
    """

    own: tuple[Checked, ...]
    beneath: Mapping[str, Sequence[Any]]
    remarks: tuple[Remark, ...]
    unread: frozenset[str]


class _Bench:
    """Records by kind as they come in, with the names they introduce."""

    def __init__(self) -> None:
        self.records: dict[str, list[Any]] = {kind: [] for kind in _BUILT}
        self.sources: list[Source] = []
        self.known = Known()

    def add_compiled(self, compiled: dict[str, Any], kinds: Sequence[str]) -> None:
        """Add records that were checked when they were compiled."""
        for kind in kinds:
            for value in compiled["records"][kind]:
                for named, name, _ in introduced(kind, value):
                    self.known.add(named, name, "the shipped rulebook")
                self.records[kind].append(value)
        self.sources.append(_source(compiled["rulebook"], compiled["digest"]))

    def add(self, checked: Sequence[Checked], digest: str, name: str) -> None:
        """Add checked files; a RulebookError for every name taken, and every reference to nothing."""
        remarks = (*self.taken(checked), *self.loose(checked))
        if remarks:
            raise RulebookError(tuple(remark.fault for remark in remarks))
        for item in checked:
            if item.kind in self.records:
                self.records[item.kind].append(item.file.value)
        self.sources.append(_source(_header(checked, name), digest))

    def taken(self, checked: Sequence[Checked]) -> list[Remark]:
        """Take in the names that files introduce; return what is wrong with those that are taken already."""
        return [
            Remark("ids", fault) for item in checked for fault in duplicate_faults(self.known, item.kind, item.file)
        ]

    def loose(self, checked: Sequence[Checked], unread: Collection[str] = ()) -> list[Remark]:
        """Return every reference to nothing; what may be a name in a file that was not read is not judged."""
        faults = (fault for item in checked for fault in reference_faults(self.known, item.kind, item.file, unread))
        return [Remark("references", fault) for fault in islice(faults, MAX_REMARKS)]

    def rulebook(self) -> Rulebook:
        """Return what was added as the words of the model."""
        built: dict[str, Callable[[Any], Any]] = {
            "party": records.party,
            "instrument": records.instrument,
            "evidence": evidence_records.document,
            "correspondence": evidence_records.correspondence,
            "contradiction": evidence_records.contradiction,
            "rule": records.rule,
            "profile": records.profile,
            "policy": build_policy,
        }
        made: dict[str, Any] = {
            kind: {value["id"]: build(value) for value in self.records[kind]} for kind, build in built.items()
        }
        documents = made["evidence"]
        return Rulebook(
            sources=tuple(self.sources),
            vocabulary=records.vocabulary(self.records["vocabulary"]),
            parties=made["party"],
            instruments=records.with_adopted(made["instrument"]),
            documents=documents,
            claims={claim.id: claim for document in documents.values() for claim in document.claims},
            profiles=made["profile"],
            rules=made["rule"],
            threads=made["correspondence"],
            contradictions=made["contradiction"],
            policies=made["policy"],
        )


def load_rulebook(paths: Sequence[Path] = (), *, shipped: bool = True) -> Rulebook:
    """Return the shipped rulebook with the records at the given paths on top.

    Without the shipped one only its vocabulary and profiles stay. A RulebookError holds every fault.
    """
    bench = _Bench()
    _add_shipped(bench, _BUILT if shipped else LANGUAGE)
    for path in paths:
        bench.add(*_read(Root(path, path.as_posix())), name=path.as_posix())
    return bench.rulebook()


def _add_shipped(bench: _Bench, kinds: Sequence[str]) -> None:
    compiled = compiled_rulebook()
    if compiled is not None:
        header = compiled["rulebook"] if kinds == _BUILT else _language_alone(compiled["rulebook"])
        bench.add_compiled({**compiled, "rulebook": header}, kinds)
        return
    checked, digest = _read(*yaml_roots())
    wanted = [item for item in checked if item.kind in (*kinds, "rulebook")]
    bench.add(wanted if kinds == _BUILT else list(map(_of_language, wanted)), digest, "vendorcheck")


def _of_language(item: Checked) -> Checked:
    if item.kind != "rulebook":
        return item
    return item._replace(file=item.file._replace(value=_language_alone(item.file.value)))


def _language_alone(header: dict[str, Any]) -> dict[str, Any]:
    """What a rulebook says of itself where its judgements are left out: so does its name, and no law of it changed."""
    kept = {key: value for key, value in header.items() if key != "changes"}
    return {**kept, "name": f"{header['name']} (vocabulary and profiles only)"}


def validate(paths: Sequence[Path], *, shipped: bool = True) -> list[Fault]:
    """Return every fault that keeps the files at the given paths, or the shipped rulebook, from being loaded."""
    return [remark.fault for remark in survey(paths, shipped=shipped).remarks]


def survey(paths: Sequence[Path], *, shipped: bool = True) -> Survey:
    """Return what the files at the given paths hold, or the shipped rulebook where none is given."""
    from vendorcheck.rulebook.files import look_into

    bench = _Bench()
    if paths or not shipped:
        _add_shipped(bench, _BUILT if shipped else LANGUAGE)
        roots: Sequence[Root] = [Root(path, path.as_posix()) for path in _with_cases(paths)]
    else:
        roots = yaml_roots()
    looked = look_into(roots)
    remarks = [*looked.remarks, *bench.taken(looked.checked), *bench.loose(looked.checked, looked.unread)]
    return Survey(looked.checked, bench.records, tuple(remarks), looked.unread)


def _with_cases(paths: Sequence[Path]) -> list[Path]:
    """The paths, and for each rule file among them the file of its cases, where there is one."""
    beside = dict.fromkeys(cases_beside(path) for path in paths if not path.is_dir())
    return [*paths, *(path for path in beside if path not in paths and path.is_file())]


def compile_rulebook(repository: Path) -> dict[str, Any]:
    """Return the rulebook below a repository as plain data, every record checked; RulebookError otherwise."""
    checked, digest = _read(*shipped_roots(repository))
    bench = _Bench()
    bench.add(checked, digest, "vendorcheck")
    return {
        "format": COMPILED_FORMAT,
        "rulebook": _header(checked, "vendorcheck"),
        "digest": digest,
        "records": bench.records,
    }


def _read(*roots: Root) -> tuple[list[Checked], str]:
    # Imported here because reading YAML takes longer than a small scan, and a compiled rulebook needs none.
    from vendorcheck.rulebook.files import read_roots

    return read_roots(*roots)


def _header(checked: Sequence[Checked], name: str) -> dict[str, Any]:
    found = [item.file.value for item in checked if item.kind == "rulebook"]
    return found[0] if found else {"name": name, "version": "unversioned"}


def _source(header: dict[str, Any], digest: str) -> Source:
    verified = header.get("verified_through")
    return Source(
        header["name"],
        header["version"],
        digest,
        date.fromisoformat(verified) if verified else None,
        header.get("reviewed_by"),
        tuple(records.change(change) for change in header.get("changes", ())),
    )
