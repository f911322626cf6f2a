"""Equal texts and rows of many findings kept once: a report read back takes no more memory than one just made."""

from typing import Any, TypeVar

Record = TypeVar("Record", bound=tuple[Any, ...])


class Sharing:
    """Keeps the first of equal values of a field, for as long as it is kept itself."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: dict[tuple[str, Any], Any] = {}

    def record(self, record: Record) -> Record:
        """Return a named tuple whose texts and rows are those of the ones before it, where they are equal."""
        keep = self._kept.setdefault
        make: Any = type(record)
        values = (
            keep((name, value), value) if isinstance(value, str | tuple) else value
            for name, value in zip(make._fields, record, strict=True)
        )
        shared: Record = make._make(values)
        return shared
