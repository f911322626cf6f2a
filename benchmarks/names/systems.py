"""What is measured: vendorcheck and its peers, each as a function of two names.

Peers are imported by name, so that the project's checks need none of them installed.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import import_module
from typing import Any, NamedTuple

USUAL_CUT = 88.0
"""Rapidfuzz has no cut of its own; 88 of 100 is what its users commonly set."""

LOGIC_CUT = 0.70
"""The default of the service that runs nomenklatura's matchers."""


class Peer(NamedTuple):
    """A function that scores two names, and the cut it is used with by default."""

    name: str
    score: Callable[[str, str], float]
    cut: float


class Said(NamedTuple):
    """What vendorcheck says about two names."""

    level: str | None
    score: float
    reasons: tuple[str, ...]


def installed(module: str) -> bool:
    """Return whether a module can be imported here."""
    try:
        import_module(module)
    except ImportError:
        return False
    return True


def ours() -> Callable[[str, str], Said]:
    """Return vendorcheck's comparison of two names; the only place that knows how it is called."""
    compare = import_module("vendorcheck").compare_names

    def said(a: str, b: str) -> Said:
        result = compare(a, b)
        level = None if result.level is None else str(result.level)
        return Said(level, float(result.score), tuple(str(reason) for reason in result.reasons))

    return said


def peers() -> Iterator[Peer]:
    """Yield every peer that is installed here."""
    if installed("rapidfuzz"):
        yield from _rapidfuzz()
    if installed("nomenklatura"):
        yield from (Peer(f"nomenklatura {name}", logic(name), LOGIC_CUT) for name in ("logic-v1", "logic-v2"))


def stripped(name: str) -> str:
    """Return a name in small letters without its legal form, by the tables of rigour."""
    return str(_strip()(name.casefold())).strip() or name.casefold()


def logic(name: str) -> Callable[[str, str], float]:
    """Return one of nomenklatura's matchers as a function of two names of companies."""
    algorithm = import_module("nomenklatura.matching").get_algorithm(name)
    config = algorithm.default_config()

    def score(a: str, b: str) -> float:
        return float(algorithm.compare(company(a), company(b), config).score)

    return score


@lru_cache(maxsize=400_000)
def company(name: str) -> Any:  # noqa: ANN401 - a class of a package that may be missing
    """Return an entity with this name and nothing else."""
    entity = import_module("followthemoney").model.make_entity("Company")
    entity.id = f"company:{name}"
    entity.add("name", name)
    return entity


def _rapidfuzz() -> Iterator[Peer]:
    fuzz = import_module("rapidfuzz.fuzz")
    for scorer in ("ratio", "token_sort_ratio", "token_set_ratio", "WRatio"):
        yield Peer(f"rapidfuzz {scorer}", _of_text(getattr(fuzz, scorer), str.casefold), USUAL_CUT)
    if installed("rigour"):
        for scorer in ("ratio", "token_sort_ratio", "token_set_ratio", "WRatio"):
            yield Peer(f"legal form stripped + {scorer}", _of_text(getattr(fuzz, scorer), stripped), USUAL_CUT)


def _of_text(score: Callable[[str, str], float], prepare: Callable[[str], str]) -> Callable[[str, str], float]:
    def scored(a: str, b: str) -> float:
        return float(score(prepare(a), prepare(b)))

    return scored


@lru_cache(maxsize=1)
def _strip() -> Callable[[str], str]:
    remove: Callable[[str], str] = import_module("rigour.names").remove_org_types
    return remove
