"""Rows as they come from a file, and those that are lines of its bill, a batch at a time."""

from vendorcheck.model.bom import Continued

#: Few enough that a batch stays in the cache of a processor: 1,024 took a quarter longer.
BATCH_LINES = 128


class Rows:
    """Rows with the first and last physical line of each, and the lines on which a quotation was left open."""

    def __init__(self) -> None:
        """Begin with none."""
        self.rows: list[list[str]] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.unclosed: list[int] = []

    def add(self, row: list[str], first: int, last: int) -> None:
        """Add a row that stands on the lines first to last."""
        self.rows.append(row)
        self.starts.append(first)
        self.ends.append(last)

    def behind(self, at: int) -> "Rows":
        """Return the rows from this one on."""
        rest = Rows()
        rest.rows, rest.starts, rest.ends = self.rows[at:], self.starts[at:], self.ends[at:]
        rest.unclosed = [line for line in self.unclosed if line >= rest.starts[0]]
        return rest


class Lines(Rows):
    """Rows that are lines of the bill: which are uneven, or may have slipped, which are asides, what is noted."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.uneven: list[int] = []
        self.slipped: list[int] = []
        self.asides: dict[int, str] = {}
        self.notes: dict[int, str] = {}
        self.continues: dict[int, Continued] = {}

    @property
    def count(self) -> int:
        """How many are lines of the bill."""
        return len(self.rows) - len(self.asides)
