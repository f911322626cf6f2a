"""What a waiver of findings came to: what it covers, what it fits and does not cover, and why."""

from collections import Counter
from collections.abc import Iterator

from vendorcheck.model.finding import Flag
from vendorcheck.model.waiver import Waiver

#: A waiver that covers more findings than these is over-broad.
MANY_FINDINGS = 50

#: How many parties a remark names.
_NAMED = 5


class WaivedCounts:
    """Counts for one waiver over a run."""

    def __init__(self, waiver: Waiver) -> None:
        """Begin with nothing."""
        self._waiver = waiver
        self.lines = 0
        self.findings = 0
        self._prohibited = 0
        self._refused = 0
        self._risen: Counter[str] = Counter()
        self._behind: Counter[str] = Counter()
        self._parties: dict[str, None] = {}

    def cover(self, flag: Flag, *, prohibited: bool) -> None:
        """Count a finding that it covers."""
        self.findings += 1
        self._prohibited += prohibited
        if flag.party is not None:
            self._parties[flag.party] = None

    def stand_behind(self, other: Waiver) -> None:
        """Count a finding that it would cover and that another waiver before it covers."""
        self._behind[other.id] += 1

    def refuse(self) -> None:
        """Count a finding that makes its line PROHIBITED, and that it has no reason for."""
        self._refused += 1

    def rise(self, what: str) -> None:
        """Count a finding whose outcome or severity has risen."""
        self._risen[what] += 1

    @property
    def used(self) -> bool:
        """Whether it covers a finding, or would if another waiver did not."""
        return bool(self.findings or self._behind)

    @property
    def lapsed(self) -> bool:
        """Whether findings that it fits have risen above what it was signed for."""
        return bool(self._risen)

    def remarks(self) -> Iterator[str]:
        """Yield what is to be known of it beside its counts."""
        for what, count in self._risen.items():
            yield f"lapsed for {_findings(count)}: {what}"
        if self._refused:
            yield (
                f"does not cover {_findings(self._refused)} that {'is' if self._refused == 1 else 'are'} prohibited: "
                f"{self._waiver.reason} is no reason for that; false_positive or legal_exception would be"
            )
        if self._prohibited:
            yield f"covers {_findings(self._prohibited)} that {'is' if self._prohibited == 1 else 'are'} prohibited"
        if self.findings > MANY_FINDINGS:
            yield f"over-broad: it covers {_findings(self.findings)}"
        if len(self._parties) > 1:
            more = len(self._parties) - _NAMED
            named = ", ".join(list(self._parties)[:_NAMED]) + (f" and {more} more" if more > 0 else "")
            yield f"over-broad: it covers findings about several parties: {named}"
        for other, count in self._behind.items():
            yield f"{_findings(count)} that it fits {'is' if count == 1 else 'are'} covered by {other} before it"


def _findings(count: int) -> str:
    return f"{count} finding" if count == 1 else f"{count} findings"
