"""The waivers that a run is given: which of them hold on its day, and what each came to."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from vendorcheck.evaluate import Waiving, standings
from vendorcheck.model.errors import Fault, Spot, WaiversError
from vendorcheck.model.policy import NamedFile, Policy
from vendorcheck.model.report import Settings
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.waiver import (
    MAX_WAIVER_DAYS,
    CheckedWaivers,
    NamePair,
    Waiver,
    WaiverFile,
    WaiverResult,
    WaiverStanding,
    WaiverState,
)
from vendorcheck.model.watchlist import OpenList
from vendorcheck.rulebook import Nameable, load_waivers
from vendorcheck.screening.watched_lists import Ids


def nameable(rulebook: Rulebook, lists: Sequence[OpenList]) -> Nameable:
    """Return what waivers may name: rules, parties, and the entries of the lists that are given."""
    return Nameable(rulebook.rules, rulebook.parties, {each.record.list: Ids(each) for each in lists})


def check_waivers(
    path: Path, rulebook: Rulebook, lists: Sequence[OpenList], day: date, policy: Policy
) -> CheckedWaivers:
    """Return what is wrong with a file of waivers by a policy, and how they stand; an error where it cannot be read."""
    try:
        file = load_waivers(path, nameable(rulebook, lists), day, policy.max_waiver_days)
    except WaiversError as error:
        return CheckedWaivers(path.as_posix(), None, error.faults)
    faults = tuple(_not_taken(file, policy))
    return CheckedWaivers(path.as_posix(), file, faults, standings(file.waivers, rulebook.rules, day))


def _not_taken(file: WaiverFile, policy: Policy) -> Iterator[Fault]:
    """Why a run by a policy does not take a file of waivers that is valid."""
    allowed = policy.waivers
    if allowed == "none":
        todo = "Where it is to take them it names them, with their SHA-256 where it is pinned."
        yield Fault(f"the policy {policy.id} takes no waivers", Spot(file.name), todo)
    elif isinstance(allowed, NamedFile) and allowed.path.resolve() != Path(file.name).resolve():
        named = allowed.path.as_posix()
        yield Fault(f"the policy {policy.id} names its own waivers, {named}, and takes no others", Spot(file.name))
    elif isinstance(allowed, NamedFile) and allowed.digest not in (None, file.digest):
        todo = f"It has the SHA-256 {file.digest}: once it is approved, put that into the policy."
        yield Fault(f"this is not the file that the policy {policy.id} was made with", Spot(file.name), todo)


class Waived:
    """The waivers of a run, judged by the later of its two dates: the day it screens as of, and today."""

    def __init__(
        self,
        path: Path | None,
        rulebook: Rulebook,
        lists: Sequence[OpenList],
        settings: Settings,
        max_days: int = MAX_WAIVER_DAYS,
    ) -> None:
        """Load the file, where one is given; an error where anything in it is wrong.

        `max_days` is for how many days after it was created a waiver may hold.
        """
        self.file: WaiverFile | None = None
        if path is not None:
            self.file = load_waivers(path, nameable(rulebook, lists), settings.today, max_days)
        day: date = max(settings.as_of, settings.today)
        self._standings = standings(self.file.waivers if self.file else (), rulebook.rules, day)
        self.waiving = Waiving(self.holding)

    @property
    def holding(self) -> tuple[Waiver, ...]:
        """The waivers that clear or cover something: those that have neither expired nor lapsed."""
        return tuple(standing.waiver for standing in self._standings if standing.holds)

    def results(self, cleared: Mapping[str, int]) -> tuple[WaiverResult, ...]:
        """Return each waiver with what it came to; `cleared` says on how many lines it cleared a name, by its id."""
        first: dict[NamePair, str] = {}
        return tuple(self._result(standing, cleared, first) for standing in self._standings)

    def _result(self, standing: WaiverStanding, cleared: Mapping[str, int], first: dict[NamePair, str]) -> WaiverResult:
        waiver = standing.waiver
        if not standing.holds:
            return _of_none(standing)
        if waiver.scope.pair:
            return _of_pair(standing, waiver.scope.pair, cleared, first)
        counts = self.waiving.counts[waiver.id]
        state: WaiverState = "used" if counts.used else "lapsed" if counts.lapsed else "unused"
        remarks = (*counts.remarks(), *standing.remarks)
        return WaiverResult(waiver, state, counts.lines, counts.findings, remarks)


def _of_none(standing: WaiverStanding) -> WaiverResult:
    """What a waiver came to that does not hold; that one has expired says all there is to say of it."""
    if standing.state == "expired":
        return WaiverResult(standing.waiver, "expired", 0)
    return WaiverResult(standing.waiver, "lapsed", 0, 0, (standing.because,))


def _of_pair(
    standing: WaiverStanding, pair: NamePair, cleared: Mapping[str, int], first: dict[NamePair, str]
) -> WaiverResult:
    """What a waiver came to that clears a name; of several for one pair the first is the one that clears."""
    waiver, lines = standing.waiver, cleared.get(standing.waiver.id, 0)
    before = first.setdefault(NamePair(pair.key, pair.party), waiver.id)
    behind = () if before == waiver.id or not cleared.get(before) else (f"the name is cleared by {before} before it",)
    return WaiverResult(waiver, "used" if lines or behind else "unused", lines, 0, (*behind, *standing.remarks))
