"""The room that is left in a report of limited size."""

#: What is kept free for the sentence that says what is left out.
FOR_NOTICE = 400


def encoded(text: str) -> bytes:
    """Return a text as UTF-8; half a sign becomes an escape."""
    return text.encode("utf-8", "backslashreplace")


class Room:
    """Takes pieces of text until they no longer fit; from then on it takes none."""

    def __init__(self, size: int) -> None:
        """Begin with room for so many bytes, some of which are kept for a notice."""
        self._left = size - FOR_NOTICE
        self._pieces: list[str] = []
        self._full = False

    def take(self, piece: str) -> bool:
        """Return whether a piece still fitted."""
        size = len(encoded(piece))
        if self._full or size > self._left:
            self._full = True
            return False
        self._left -= size
        self._pieces.append(piece)
        return True

    def text(self, notice: str = "") -> str:
        """Return all that was taken, and a notice below it."""
        return "".join(self._pieces) + notice
