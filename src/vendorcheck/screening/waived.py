"""The waivers that a run is given: which of them hold on its day, and what each came to."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from vendorcheck.model.report import Settings
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.waiver import Waiver, WaiverFile, WaiverResult, WaiverState
from vendorcheck.model.watchlist import Watchlist
from vendorcheck.rulebook import KnownParties, load_waivers


class Waived:
    """The waivers of a run, judged by the later of its two dates: the day it screens as of, and today."""

    def __init__(self, path: Path | None, rulebook: Rulebook, lists: Sequence[Watchlist], settings: Settings) -> None:
        """Load the file, where one is given; an error where anything in it is wrong."""
        self._day: date = max(settings.as_of, settings.today)
        self.file: WaiverFile | None = None
        if path is not None:
            entries = {each.name: {entry.id for entry in each.entries} for each in lists}
            self.file = load_waivers(path, KnownParties(rulebook.parties, entries), settings.today)

    @property
    def holding(self) -> tuple[Waiver, ...]:
        """The waivers that clear something: those that have not expired."""
        return tuple(waiver for waiver in self._all if not waiver.expired(self._day))

    def results(self, cleared: Mapping[str, int]) -> tuple[WaiverResult, ...]:
        """Return each waiver with what it came to; `cleared` says on how many lines, by its id."""
        return tuple(
            WaiverResult(waiver, self._state(waiver, cleared), cleared.get(waiver.id, 0)) for waiver in self._all
        )

    @property
    def _all(self) -> tuple[Waiver, ...]:
        return self.file.waivers if self.file else ()

    def _state(self, waiver: Waiver, cleared: Mapping[str, int]) -> WaiverState:
        if waiver.expired(self._day):
            return "expired"
        return "used" if cleared.get(waiver.id) else "unused"
